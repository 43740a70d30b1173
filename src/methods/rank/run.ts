// Runs the ranking: the countries of each year among themselves, their scores rounded if the recipe says so.
import { at } from '../../math/at.ts';
import { mapPresent, type Column } from '../../math/statistics/column.ts';
import { roundTo } from '../../math/statistics/rounding.ts';
import type { Country } from '../../model/edition.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { keyOf } from '../years.ts';
import { rankings, type Ranking } from './table.ts';
import { competition } from './ties.ts';

/** Ranks countries among those that they are ranked together with; null for a row that is in no field. */
export function rank(
  countries: readonly Country[],
  index: Column,
  choice: Choice,
  fields: Result['fields'],
): Column {
  const ranks: (number | null)[] = countries.map(() => null);
  for (const rows of fields) {
    const ofYear = rankScores(
      rows.map((row) => at(index, row)),
      rows.map((row) => keyOf(at(countries, row))),
      choice,
    );
    for (const [i, row] of rows.entries()) ranks[row] = at(ofYear, i);
  }
  return ranks;
}

/** Ranks scores as a recipe's `rank` says, rounded first if it says so. */
export function rankScores(scores: Column, codes: readonly string[], choice: Choice): Column {
  return entryOf<Ranking>(rankings, choice).apply(comparedScores(scores, choice), codes);
}

/** Scores as they are compared: rounded if a recipe's `rank` says so. */
export function comparedScores(scores: Column, { decimals }: Choice): Column {
  return typeof decimals === 'number' ? mapPresent(scores, (x) => roundTo(x, decimals)) : scores;
}

/**
 * Whether a recipe's ranks are 1 + the number of countries strictly ahead on unrounded scores, so that they
 * can be held against bounds, shares and reach, which count like that.
 *
 * @example countsAhead({ method: 'competition', decimals: null }) // → true
 * @example countsAhead({ method: 'competition', decimals: 2 }) // → false
 */
export function countsAhead(choice: Choice): boolean {
  return entryOf<Ranking>(rankings, choice).countsAhead === true && choice['decimals'] === null;
}

/**
 * The ranks of some rows among each other that can be held against bounds and shares, whatever the recipe's.
 *
 *     r = 1 + number of these countries strictly ahead, on unrounded scores
 *
 * @example comparableRanks([2, null, 2, 3], [0, 1, 2]) // → [1, null, 1]
 */
export function comparableRanks(index: Column, rows: readonly ResultRow[]): Column {
  return competition(rows.map((row) => at(index, row)));
}
