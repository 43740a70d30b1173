// In which list of countries does a number count: the edition's, a built result's, or that of those analysed
// together? Three types, so that none is taken for another.

/* oxlint-disable no-unsafe-type-assertion -- here alone a bare number becomes a row of a given list */
declare const counted: unique symbol;

/** A row of the edition, as its scores were read. */
export type EditionRow = number & { readonly [counted]: 'edition' };

/** A row of a built result, or of one that is being built: what the recipe leaves of the edition. */
export type ResultRow = number & { readonly [counted]: 'result' };

/**
 * A place among the countries that a question is asked about, as those of the year that is shown: a place in
 * a list of rows of the result.
 */
export type ShownPlace = number & { readonly [counted]: 'shown' };

/**
 * The rows of an edition's list of countries, or of one of its columns.
 *
 * @example editionRows(['CHN', 'USA']) // → [0, 1]
 */
export function editionRows(countries: readonly unknown[]): EditionRow[] {
  return counts(countries);
}

/**
 * The rows of a result's list of countries, or of one of its columns.
 *
 * @example resultRows(['CHN', 'USA']) // → [0, 1]
 */
export function resultRows(countries: readonly unknown[]): ResultRow[] {
  return counts(countries);
}

/**
 * The places in a list of rows that are shown or analysed together.
 *
 * @example shownPlaces([4, 2]) // → [0, 1]
 */
export function shownPlaces(rows: readonly unknown[]): ShownPlace[] {
  return counts(rows);
}

/**
 * Where a country of the edition stands in a result; null where the recipe leaves it out.
 *
 * @example resultRowOf([3, 5], 5) // → 1
 */
export function resultRowOf(rows: readonly EditionRow[], row: EditionRow): ResultRow | null {
  const place = rows.indexOf(row);
  return place === -1 ? null : (place as ResultRow);
}

/**
 * Where a country of the result stands among those that a question is about.
 *
 * Throws a RangeError, which is a bug and no problem of the user's, where it is none of them.
 *
 * @example shownPlaceOf([4, 2], 2) // → 1
 */
export function shownPlaceOf(rows: readonly ResultRow[], row: ResultRow): ShownPlace {
  const place = rows.indexOf(row);
  if (place === -1)
    throw new RangeError(`row ${row} is none of the ${rows.length} that the question is about`);
  return place as ShownPlace;
}

function counts<Place extends number>(items: readonly unknown[]): Place[] {
  return [...items.keys()] as Place[];
}
