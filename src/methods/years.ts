// Which rows of a panel belong to the same year? Countries are ranked and sorted into tiers among those.
import type { Country } from '../model/edition.ts';

/**
 * The rows of each year, the latest year last; all rows if there are no years.
 *
 * @example rowsByYear([{ year: 2021 }, { year: 2020 }, { year: 2021 }]) // → [[1], [0, 2]]
 */
export function rowsByYear(countries: readonly Pick<Country, 'year'>[]): number[][] {
  const years = new Map<number | null, number[]>();
  for (const [row, { year }] of countries.entries()) {
    const rows = years.get(year);
    if (rows === undefined) years.set(year, [row]);
    else rows.push(row);
  }
  // Rows without a year come before those of any.
  const ordered = [...years].toSorted(([a], [b]) => (a ?? -Infinity) - (b ?? -Infinity));
  return ordered.map(([, rows]) => rows);
}
