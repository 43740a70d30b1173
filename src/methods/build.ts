// Builds an index: runs the steps of a recipe over the scores of an edition, in order, keeping what each
// gives.
import { at } from '../math/at.ts';
import { nameOf, type Edition } from '../model/edition.ts';
import { indicators } from '../model/framework.ts';
import { throwErrors } from '../model/problem.ts';
import type { Recipe } from '../model/recipe.ts';
import type { Result } from '../model/result.ts';
import type { ResultRow } from '../model/rows.ts';
import { aggregateLevels, weightedIndicators, type Levels } from './levels.ts';
import { findMissing, findUnranked } from './missing/run.ts';
import { normalise } from './normalise/run.ts';
import { prepare } from './prepare.ts';
import { rank } from './rank/run.ts';
import type { ScoreState } from './score-state.ts';
import { tier } from './tier/run.ts';
import { fewCountries } from './weight/run.ts';
import { fieldsOf, rankedWith } from './years.ts';

/**
 * Builds the index of an edition by its recipe, or by another one.
 *
 * Pure: the same edition and recipe give the same result. Throws a ProblemsError with every
 * problem found at the step that could not be done.
 */
export function build(edition: Edition, recipe: Recipe = edition.recipe): Result {
  const { state, stages } = prepare(edition, recipe);
  const { framework, countries, rows, years } = state;
  const together = fieldsOf(edition, countries, years);
  throwMissing(state);
  const { columns, errors, warnings } = normalise(state);
  const levels = aggregateLevels(
    framework,
    columns,
    recipe,
    edition.weightSets,
    countries,
    undefined,
    errors,
  );
  const allStages = [...stages, { step: 'normalise' as const, columns, changes: [], errors }];
  const before = { edition, recipe, framework, countries, rows, stages: allStages, warnings, ...together };
  const result = ranked(before, levels);
  const few = fewCountries(framework, recipe.weights, new Set(countries.map(nameOf)).size);
  const rowsInOrder = together.fields.flat().toSorted((a, b) => a - b);
  const unranked = findUnranked(countries, result.index, rowsInOrder);
  return { ...result, warnings: [...warnings, ...few, ...unranked] };
}

/**
 * The same index under other weights among siblings; what is not named keeps its weight. Nothing before the
 * weights is done again.
 */
export function withWeights(result: Result, local: ReadonlyMap<string, number>): Result {
  const { edition, recipe, framework, countries, stages, weights } = result;
  const { columns, errors } = at(stages, stages.length - 1);
  const trialWeights = new Map([...weights, ...local]);
  return ranked(
    result,
    aggregateLevels(framework, columns, recipe, edition.weightSets, countries, trialWeights, errors),
  );
}

/**
 * The same index with the rows shown that are ranked together with one, as those of a country that has none
 * in the year that is shown.
 */
export function showing(result: Result, row: ResultRow): Result {
  const { countries, fields, shown, stages } = result;
  if (shown.rows.includes(row)) return result;
  const rows = rankedWith(result, row);
  const asked = {
    ...result,
    fields: [...fields.filter((field) => field !== rows), rows],
    shown: { ...shown, year: at(countries, row).year, rows },
  };
  return { ...asked, tiering: tier(asked, at(stages, 0).columns) };
}

function throwMissing({ edition, recipe, framework, columns, countries, years }: ScoreState): void {
  const weighted = weightedIndicators(framework, recipe.weights, edition.weightSets);
  throwErrors(findMissing(indicators(framework), columns, countries, recipe, weighted, years));
}

type Unranked = Pick<
  Result,
  'edition' | 'recipe' | 'framework' | 'countries' | 'rows' | 'stages' | 'warnings' | 'fields' | 'shown'
>;

/** What follows from the weights: ranks and tiers. */
function ranked(before: Unranked, levels: Levels): Result {
  const { edition, recipe, framework, countries, rows, stages, warnings, fields, shown } = before;
  const { index } = levels;
  return {
    edition,
    recipe,
    framework,
    countries,
    rows,
    stages,
    ...levels,
    shown,
    fields,
    ranks: rank(countries, index, recipe.rank, fields),
    tiering: tier(
      { edition, recipe, framework, countries, weights: levels.weights, index, fields },
      at(stages, 0).columns,
    ),
    warnings,
  };
}
