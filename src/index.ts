/**
 * The library: load an edition, build its index, look into the result.
 *
 * - `loadEdition(name)` loads a bundled edition, a folder or a CSV file.
 * - `editionOf(rows)` makes an edition from rows in memory. Both give `{ edition, problems }`: the problems
 *   are warnings. All errors are thrown in one `ProblemsError`; `formatProblems` turns them into text.
 * - `build(edition)` computes the index: a result with `index` and `ranks`, a value for each of `countries`.
 * - `jsonOf(command, call)` gives the JSON of any command of the program; `cyberpower schema` describes it.
 *
 * @packageDocumentation
 */
export { editionOf, loadEdition, type Loaded, type LoadOptions } from './input/edition/load.ts';
export type { Cell, EditionRows, Row } from './input/edition/from-rows.ts';
export { jsonOf, type CommandCall } from './commands/json-of.ts';
export { build } from './methods/build.ts';
export { completeRecipe, stepNames, steps, type PartialRecipe } from './methods/steps.ts';
export { explain, separate, type Part, type Separation } from './analysis/explain/explain.ts';
export {
  agreementOf,
  ratedOf,
  type Alpha,
  type Rated,
  type RaterAgreement,
} from './analysis/explain/raters.ts';
export {
  comparePair,
  contributions,
  weighed,
  type Pair,
  type PairOver,
  type Weighed,
} from './analysis/compare/compare.ts';
export { fit, fitTargets, type Fit, type FitTarget, type FittedWeight } from './analysis/fit/fit.ts';
export { isWeightedSum, indexOverRegion, type IndexOverRegion } from './analysis/pairs/index-over-region.ts';
export { movesBetween, whatif, type Move } from './analysis/whatif/whatif.ts';
export {
  moves,
  reproduce,
  type Agreement,
  type Comparison,
  type Difference,
} from './analysis/check/reproduce.ts';
export { reach, type Change as Improvement, type Question, type Reach } from './analysis/reach/index.ts';
export { gapAbove, gapBelow, type Gap } from './analysis/explain/tier-gaps.ts';
export type { TierSets } from './analysis/explain/tier-sets.ts';
export {
  boundsOver,
  coverEdges,
  decidedPairs,
  shareDecided,
  type Bounds,
  type CountryBounds,
} from './analysis/bounds/bounds.ts';
export { acceptability, type Acceptability } from './analysis/uncertainty/acceptability.ts';
export { inTurn, type Runner } from './analysis/uncertainty/runner.ts';
export {
  randomPoints,
  replicatesOf,
  summarise,
  type Uncertainty,
} from './analysis/uncertainty/uncertainty.ts';
export { effectsOf } from './analysis/uncertainty/effects.ts';
export type { Outcome } from './analysis/uncertainty/outcome.ts';
export { leaveOut, sensitivityOf } from './analysis/uncertainty/sensitivity.ts';
export { formatProblems } from './report/problems.ts';
export { ProblemsError, type Problem, type ProblemCode } from './model/problem.ts';
export { problemCodes } from './model/problems/index.ts';
export type { Edition, Country, RaterScore, Scale } from './model/edition.ts';
export type { Framework, FrameworkNode, Category, Indicator } from './model/framework.ts';
export type { Recipe, StepName } from './model/recipe.ts';
export { resultRows, type EditionRow, type ResultRow, type ShownPlace } from './model/rows.ts';
export type { Choice } from './model/registry.ts';
export type { KeptCountry, PublishedRow } from './model/published.ts';
export type { Change, Condition, Placement, Result, Stage, Tiering } from './model/result.ts';
