// The library: load an edition, build its index, look into the result.
export { loadEdition, type Loaded, type LoadOptions } from './input/load.ts';
export { build } from './methods/build.ts';
export { completeRecipe, stepNames, steps, type PartialRecipe } from './methods/steps.ts';
export { gapAbove, gapBelow, type Demand, type Gap } from './analysis/tier-gaps.ts';
export { formatProblems } from './report/problems.ts';
export { ProblemsError, problemCodes, type Problem, type ProblemCode } from './model/problem.ts';
export type { Edition, Country, Scale } from './model/edition.ts';
export type { Framework, FrameworkNode, Category, Indicator } from './model/framework.ts';
export type { Recipe, StepName } from './model/recipe.ts';
export type { Choice } from './model/registry.ts';
export type { Result, Tiering, Placement, Condition } from './model/result.ts';
