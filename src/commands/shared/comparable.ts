// Ranks that can be held against bounds, shares and reaches, shown beside the recipe's where these count
// otherwise.
import { countsAhead } from '../../methods/rank/run.ts';
import type { Choice } from '../../model/registry.ts';
import type { Column } from '../../report/document.ts';
import { count } from '../../model/words.ts';
import { maybe, whole } from './json.ts';
import * as v from 'valibot';

/** Of the commands that count countries strictly ahead, on unrounded scores. */
export const comparableRank = maybe(
  v.nullable(v.pipe(whole, v.minValue(1))),
  '1 + the number of countries strictly ahead, on unrounded scores, as all other ranks here; only ' +
    'if "rank" counts differently',
);

export const comparableColumn: Column = { key: 'comparableRank', label: 'comparable', kind: 'number' };

/** The key of JSON; none where the recipe's ranks count the same. */
export function comparableJson(
  isOfAnotherKind: boolean,
  rank: number | null,
): { readonly comparableRank?: number | null } {
  return isOfAnotherKind ? { comparableRank: rank } : {};
}

/**
 * The line that says why two ranks stand side by side: `what` counts like the one, as in `bounds count`, and
 * the recipe's `rank` is the other. `of` begins it: the column, or `ranks` where there is none.
 */
export function comparableNotes(
  isOfAnotherKind: boolean,
  what: string,
  rank: Choice,
  of = comparableColumn.label,
): string[] {
  if (!isOfAnotherKind) return [];
  const usual = `${of}: ${what} 1 + the number of countries strictly ahead, on unrounded scores`;
  return [
    countsAhead(rank) ? `${usual}; leads close to 0 count as ties` : `${usual}; "rank" is ${kindOf(rank)}`,
  ];
}

/** `dense, of scores rounded to 2 decimals`. */
function kindOf({ method, decimals }: Choice): string {
  return typeof decimals === 'number'
    ? `${method}, of scores rounded to ${count(decimals, 'decimal')}`
    : method;
}
