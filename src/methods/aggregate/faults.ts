// What keeps an aggregation from a category, and what it comes to that is no number.
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import { nameOf, type Country } from '../../model/edition.ts';
import type { Category } from '../../model/framework.ts';
import type { Problem } from '../../model/problem.ts';
import type { Recipe } from '../../model/recipe.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import { aggregations, type Aggregation } from './table.ts';
import { possessive } from '../../model/words.ts';

/** What keeps the aggregation from a category with so many weighted children. */
export function unfitting({ code }: Category, children: number, choice: Choice): Problem[] {
  const fault = entryOf<Aggregation>(aggregations, choice).childrenFault?.(children, choice) ?? null;
  if (fault === null) return [];
  return [
    {
      code: 'recipe/bad-parameter',
      severity: 'error',
      step: 'aggregate',
      what: `the aggregation "${choice.method}" does not suit "${code}": ${fault}`,
      fix:
        'change its parameters, or set another aggregation for the category in the column "aggregate" of ' +
        'indicators.csv',
    },
  ];
}

/** Weights of its own for each country make a weighted sum, and nothing else can be made of them. */
export function notASum({ code, aggregate }: Category, recipe: Recipe): Problem[] {
  const { method } = aggregate ?? recipe.aggregate;
  if (entryOf<Aggregation>(aggregations, { method }).weightedSum?.isPlain === true) return [];
  return [
    {
      // Where a category has its own, the weighting is what was asked for.
      code: 'recipe/bad-parameter',
      severity: 'error',
      step: aggregate === null ? 'aggregate' : 'weights',
      what:
        `the weighting "${recipe.weights.method}" needs a weighted sum, but "${code}" aggregates by ` +
        `"${method}"`,
      why: 'it finds the weights that make the sum best for each country',
      fix:
        aggregate === null
          ? 'use --aggregate arithmetic, or another weighting, such as --weights equal'
          : 'write arithmetic into the column "aggregate" of indicators.csv, or use another weighting, ' +
            'such as --weights equal',
    },
  ];
}

/** One problem for each country whose value is too large for a number. */
export function notFinite(
  { code }: Category,
  values: Column,
  countries: readonly Country[],
  { method }: Choice,
): Problem[] {
  return values.flatMap((value, row): Problem[] => {
    if (value === null || Number.isFinite(value)) return [];
    return [
      {
        code: 'recipe/not-finite',
        severity: 'error',
        step: 'aggregate',
        what: `${possessive(nameOf(at(countries, row)))} "${code}" is too large after "${method}"`,
        fix: 'normalise the scores to a smaller range, or use another aggregation',
      },
    ];
  });
}
