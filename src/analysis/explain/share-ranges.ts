// How far the shares of countries may go, where each country has weights of its own.
import { at, of } from '../../math/at.ts';
import type { ShareRange } from '../../methods/weight/siblings.ts';
import { rangesBelow } from '../../methods/weight/run.ts';
import { categoriesBottomUp } from '../../model/framework.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';

/** Shares that differ by less are one. */
const SAME = 1e-9;

/**
 * By code, how far the share of each node of its category's value may go for the countries in some rows; null
 * for a node that takes no part, and for a country without a value. Empty where all have the same weights.
 */
export function shareRanges(
  { framework, scores, recipe, countryWeights }: Result,
  rows: readonly ResultRow[],
): ReadonlyMap<string, readonly (ShareRange | null)[]> {
  const ranges = new Map<string, readonly (ShareRange | null)[]>();
  if (countryWeights === null) return ranges;
  for (const category of categoriesBottomUp(framework)) {
    const columns = category.children.map(({ code }) => of(scores, code));
    const below = rangesBelow(category, columns, recipe.weights, rows);
    for (const [i, { code }] of category.children.entries()) ranges.set(code, at(below, i));
  }
  return ranges;
}

/** Whether a share is the only one that is best. */
export function isUnique({ least, most }: ShareRange): boolean {
  return most - least <= SAME;
}
