// Screenings by how many scores are there: of a country, or of an indicator.
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import { resultRows, type ResultRow } from '../../model/rows.ts';

/** The least share of scores that must be there, and the least share that must be there and not zero. */
type Shares = { readonly present: number; readonly nonzero: number };

/** What is left after a screening: rows of countries, and places of indicators among the columns. */
export interface Left {
  readonly rows: readonly ResultRow[];
  readonly places: readonly number[];
}

/**
 * Drops countries with too few scores.
 *
 *     dropped if present / all < p  or  nonzero / all < q
 *
 * Use it before imputing, so that no country is mostly made up.
 *
 * @example countries([[1, null], [0, null], [3, 4]], { present: 0.5, nonzero: 0 }).rows // → [0]
 * @see OECD/JRC Handbook (2008), step 2
 */
export function countries(columns: readonly Column[], shares: Shares): Left {
  const everything = all(columns);
  const scoresOf = (row: ResultRow) => columns.map((column) => at(column, row));
  return { ...everything, rows: everything.rows.filter((row) => !isTooFew(scoresOf(row), shares)) };
}

/**
 * Drops indicators with too few scores.
 *
 *     dropped if present / all < p  or  nonzero / all < q
 *
 * Use it before imputing, so that no indicator is mostly made up.
 *
 * @example indicators([[1, null], [null, null], [3, 4]], { present: 0.5, nonzero: 0 }).places // → [0, 2]
 * @see OECD/JRC Handbook (2008), step 2
 */
export function indicators(columns: readonly Column[], shares: Shares): Left {
  const everything = all(columns);
  const scoresOf = (place: number) => at(columns, place);
  return { ...everything, places: everything.places.filter((place) => !isTooFew(scoresOf(place), shares)) };
}

/** Every country and every indicator. */
export function all(columns: readonly Column[]): Left {
  return { rows: resultRows(at(columns, 0)), places: [...columns.keys()] };
}

/**
 * Whether too few of some scores are there, or too few of all are there and not zero.
 *
 * The end of a share belongs to it: with p = 0.5, half is enough. A missing score is no zero and no non-zero
 * one.
 *
 * @example isTooFew([1, null, 0, 2], { present: 0.8, nonzero: 0 }) // → true
 * @example isTooFew([1, null, 0, 2], { present: 0.75, nonzero: 0.5 }) // → false
 * @see OECD/JRC Handbook (2008), step 2; Becker, Caperna, Del Sorbo, Norlén, Papadimitriou & Saisana (2022),
 *   COINr, JOSS 7
 */
export function isTooFew(scores: Column, { present, nonzero }: Shares): boolean {
  const shareOf = (counts: (score: number | null) => boolean) => scores.filter(counts).length / scores.length;
  return (
    shareOf((score) => score !== null) < present ||
    shareOf((score) => score !== null && score !== 0) < nonzero
  );
}
