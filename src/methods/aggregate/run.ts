// Runs an aggregation over one category: for every country that has enough of its scores.
import { at } from '../../math/at.ts';
import { present, type Column } from '../../math/statistics/column.ts';
import { settle } from '../../math/statistics/rounding.ts';
import type { Country } from '../../model/edition.ts';
import type { Category } from '../../model/framework.ts';
import { throwErrors, type Problem } from '../../model/problem.ts';
import type { Recipe } from '../../model/recipe.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import { misfits, outOfDomain } from '../domain.ts';
import { missingRules, type MissingRule } from '../missing/table.ts';
import { notFinite, unfitting } from './faults.ts';
import { aggregations, type Aggregation } from './table.ts';

/** A child of the category that has a weight above 0. */
interface WeightedChild {
  readonly code: string;
  readonly column: Column;
  readonly weight: number;
}

/** The scores of one country on the weighted children. */
interface CountryScores {
  readonly row: number;
  readonly scores: Column;
}

/**
 * One category's value for every country that has enough of its scores; children of weight 0 take no part.
 * Where weights are only tried, the scores were found sound before.
 */
export function aggregateCategory(
  category: Category,
  columns: readonly Column[],
  weights: readonly number[],
  recipe: Recipe,
  countries: readonly Country[],
  isTrial: boolean,
): Column {
  const choice = category.aggregate ?? recipe.aggregate;
  const { apply, weightedSum } = entryOf<Aggregation>(aggregations, choice);
  const children = weightedChildren(category, columns, weights);
  throwErrors(unfitting(category, children.length, choice));
  const sufficient = withEnough(children, countries.length, recipe.missing);
  if (!isTrial) throwErrors(unacceptable(category, children, sufficient, countries, choice));
  const childWeights = children.map(({ weight }) => weight);
  const aggregated = apply(
    sufficient.map(({ scores }) => scores),
    childWeights,
    choice,
  );
  const values: (number | null)[] = countries.map(() => null);
  for (const [i, { row }] of sufficient.entries()) values[row] = at(aggregated, i);
  throwErrors(notFinite(category, values, countries, choice));
  return settled(
    values,
    weightedSum?.isPlain === true ? greatestContribution(sufficient, childWeights) : null,
  );
}

function weightedChildren(
  { children }: Category,
  columns: readonly Column[],
  weights: readonly number[],
): WeightedChild[] {
  return children
    .map(({ code }, i) => ({ code, column: at(columns, i), weight: at(weights, i) }))
    .filter(({ weight }) => weight > 0);
}

/** The countries that have enough scores by the rule for missing ones. */
function withEnough(children: readonly WeightedChild[], countries: number, choice: Choice): CountryScores[] {
  const rule = entryOf<MissingRule>(missingRules, choice);
  const sufficient: CountryScores[] = [];
  for (let row = 0; row < countries; row += 1) {
    const scores = children.map(({ column }) => at(column, row));
    if (rule.apply(present(scores).length, children.length, choice)) sufficient.push({ row, scores });
  }
  return sufficient;
}

/** The scores that the aggregation cannot take, of the countries that have enough of them. */
function unacceptable(
  { code }: Category,
  children: readonly WeightedChild[],
  sufficient: readonly CountryScores[],
  countries: readonly Country[],
  choice: Choice,
): Problem[] {
  const { method } = choice;
  const { domain } = entryOf<Aggregation>(aggregations, choice);
  if (domain === undefined) return [];
  const rows = new Set(sufficient.map(({ row }) => row));
  const found = children.flatMap((child) =>
    misfits(
      {
        code: child.code,
        column: child.column.map((score, row) => (rows.has(row) ? score : null)),
        countries,
        noun: 'normalised score',
        method,
        whom: `the aggregation "${method}" of "${code}"`,
      },
      domain,
      (score) => domain.accepts(score, choice),
    ),
  );
  return outOfDomain(found);
}

/**
 * Values without the noise of floating-point numbers, which would break ties: rounded to 10⁻¹² of the largest
 * contribution where they are sums, in which larger numbers may have cancelled out, and of themselves
 * elsewhere.
 */
function settled(values: Column, contribution: number | null): Column {
  if (contribution === null)
    return values.map((value) => (value === null ? null : settle(value, Math.abs(value))));
  const magnitude = present(values).reduce((most, value) => Math.max(most, Math.abs(value)), contribution);
  return values.map((value) => (value === null ? null : settle(value, magnitude)));
}

function greatestContribution(countries: readonly CountryScores[], weights: readonly number[]): number {
  let most = 0;
  for (const { scores } of countries)
    for (const [i, score] of scores.entries())
      if (score !== null) most = Math.max(most, Math.abs(score * at(weights, i)));
  return most;
}
