// Runs an aggregation over one category: for every country that has enough of its scores.
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import type { Country } from '../../model/edition.ts';
import type { Category } from '../../model/framework.ts';
import { throwErrors, type Problem } from '../../model/problem.ts';
import type { Recipe } from '../../model/recipe.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import { misfits, outOfDomain } from '../domain.ts';
import { missingRules, type MissingRule } from '../missing/table.ts';
import { NOISE, nodeValues, type NodeValues } from '../node-values.ts';
import { notFinite, unfitting } from './faults.ts';
import { aggregations, type Aggregation } from './table.ts';

/** A child of the category that has a weight above 0. */
interface WeightedChild {
  readonly code: string;
  readonly values: NodeValues;
  readonly weight: number;
}

/**
 * One category's value for every country that has enough of its scores; children of weight 0 take no part.
 * Where weights are only tried, the scores were found sound before.
 */
export function aggregateCategory(
  category: Category,
  values: readonly NodeValues[],
  weights: readonly number[],
  recipe: Recipe,
  countries: readonly Country[],
  isTrial: boolean,
): NodeValues {
  const choice = category.aggregate ?? recipe.aggregate;
  const entry = entryOf<Aggregation>(aggregations, choice);
  const children = category.children
    .map(({ code }, i) => ({ code, values: at(values, i), weight: at(weights, i) }))
    .filter(({ weight }) => weight > 0);
  throwErrors(unfitting(category, children.length, choice));
  const sufficient = withEnough(children, countries.length, recipe.missing);
  if (!isTrial) throwErrors(unacceptable(category, children, sufficient, countries, choice));
  const rowsOf = (which: (child: NodeValues) => Column): Column[] => {
    const columns = children.map((child) => which(child.values));
    return sufficient.map((row) => columns.map((column) => at(column, row)));
  };
  const rows = rowsOf(entry.isOfOrder === true ? ({ told }) => told : ({ exact }) => exact);
  const childWeights = children.map(({ weight }) => weight);
  const aggregated = entry.apply(rows, childWeights, choice);
  const errors = noiseOf(
    entry,
    rows,
    rowsOf((child) => child.errors),
    childWeights,
    aggregated,
    choice,
  );
  const everywhere = <Value>(found: readonly Value[], elsewhere: Value): Value[] => {
    const all = countries.map(() => elsewhere);
    for (const [i, row] of sufficient.entries()) all[row] = at(found, i);
    return all;
  };
  const all: Column = everywhere<number | null>(aggregated, null);
  throwErrors(notFinite(category, all, countries, choice));
  return nodeValues(all, everywhere(errors, 0));
}

/** The countries, by row, that have enough scores by the rule for missing ones. */
function withEnough(children: readonly WeightedChild[], countries: number, choice: Choice): number[] {
  const rule = entryOf<MissingRule>(missingRules, choice);
  const sufficient: number[] = [];
  for (let row = 0; row < countries; row += 1) {
    const there = children.filter(({ values }) => at(values.exact, row) !== null).length;
    if (rule.apply(there, children.length, choice)) sufficient.push(row);
  }
  return sufficient;
}

/** The scores that the aggregation cannot take, of the countries that have enough of them. */
function unacceptable(
  { code }: Category,
  children: readonly WeightedChild[],
  sufficient: readonly number[],
  countries: readonly Country[],
  choice: Choice,
): Problem[] {
  const { method } = choice;
  const { domain } = entryOf<Aggregation>(aggregations, choice);
  if (domain === undefined) return [];
  const rows = new Set(sufficient);
  const found = children.flatMap((child) =>
    misfits(
      {
        code: child.code,
        column: child.values.told.map((score, row) => (rows.has(row) ? score : null)),
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
 * What noise does to aggregated values: that of the children, weighted, and that of the aggregation itself.
 * In sums larger numbers may have cancelled out, so that it goes by the largest contribution; elsewhere by
 * the value, and what the children's errors do is tried.
 */
function noiseOf(
  { apply, weightedSum, isOfOrder }: Aggregation,
  rows: readonly Column[],
  errorRows: readonly Column[],
  weights: readonly number[],
  aggregated: readonly number[],
  choice: Choice,
): number[] {
  const sizes = aggregated.map(Math.abs);
  if (isOfOrder === true) return sizes.map((size) => NOISE * size);
  if (weightedSum?.isPlain === true) {
    const factor = weightedSum.isTotal ? weights.length : 1;
    return rows.map((row, i) => {
      const { contribution, error } = noiseOfMean(row, at(errorRows, i), weights);
      return factor * error + NOISE * Math.max(at(sizes, i), factor * contribution);
    });
  }
  const moved = apply(
    rows.map((row, i) => {
      const errors = at(errorRows, i);
      return row.map((score, j) => (score === null ? null : score + (at(errors, j) ?? 0)));
    }),
    weights,
    choice,
  );
  return sizes.map((size, i) => Math.abs(at(moved, i) - at(aggregated, i)) + NOISE * size);
}

/**
 * Of the scores that are there: the largest contribution to their weighted mean, and that of their errors.
 */
function noiseOfMean(
  row: Column,
  errors: Column,
  weights: readonly number[],
): { contribution: number; error: number } {
  let [contribution, error, total] = [0, 0, 0];
  for (const [i, score] of row.entries()) {
    if (score === null) continue;
    const weight = at(weights, i);
    contribution = Math.max(contribution, weight * Math.abs(score));
    error += weight * (at(errors, i) ?? 0);
    total += weight;
  }
  return { contribution: contribution / total, error: error / total };
}
