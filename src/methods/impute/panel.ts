// What stands in for a missing score in a panel: the country's own scores of other years.
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import type { Country } from '../../model/edition.ts';

/** A missing score in a column whose countries stand in it once a year. */
interface PanelGap {
  readonly column: Column;
  readonly row: number;
  readonly countries: readonly PanelCountry[];
}

type PanelCountry = Pick<Country, 'name' | 'code' | 'year'>;

/**
 * In a panel, the country's latest earlier score; none if there is no earlier one.
 *
 *     x = x of the latest year before
 *
 * Use it for slow quantities.
 *
 * @example latest({ column: [7, null, 9], row: 1, countries: [{ name: 'A', code: 'A', year: 2019 }, { name:
 *   'A', code: 'A', year: 2020 }, { name: 'A', code: 'A', year: 2021 }] }) // → 7
 * @see OECD/JRC Handbook (2008), step 3
 */
export function latest(gap: PanelGap): number | null {
  return scoresOfOtherYears(gap).findLast(({ yearsAhead }) => yearsAhead < 0)?.score ?? null;
}

/**
 * In a panel, on the straight line between the country's scores before and after; the nearest one beyond
 * them.
 *
 *     x = x₀ + (x₁ − x₀) (t − t₀) / (t₁ − t₀)
 *
 * Use it for quantities that move steadily. None if the country has no score in any year.
 *
 * @example linear({ column: [7, null, 9], row: 1, countries: [{ name: 'A', code: 'A', year: 2019 }, { name:
 *   'A', code: 'A', year: 2020 }, { name: 'A', code: 'A', year: 2021 }] }) // → 8
 * @see OECD/JRC Handbook (2008), step 3
 */
export function linear(gap: PanelGap): number | null {
  const years = scoresOfOtherYears(gap);
  const before = years.findLast(({ yearsAhead }) => yearsAhead < 0);
  const after = years.find(({ yearsAhead }) => yearsAhead > 0);
  if (before === undefined || after === undefined) return (before ?? after)?.score ?? null;
  return (
    before.score +
    ((after.score - before.score) * -before.yearsAhead) / (after.yearsAhead - before.yearsAhead)
  );
}

/** The country's scores of other years, the earliest first. */
function scoresOfOtherYears({ column, row, countries }: PanelGap): { score: number; yearsAhead: number }[] {
  const here = at(countries, row);
  return column
    .flatMap((score, other) => {
      const there = at(countries, other);
      if (score === null || keyOf(there) !== keyOf(here)) return [];
      return [{ score, yearsAhead: yearOf(there) - yearOf(here) }];
    })
    .toSorted((a, b) => a.yearsAhead - b.yearsAhead);
}

function keyOf({ code, name }: PanelCountry): string {
  return code ?? name;
}

/** Rows without a year are all of one and the same. */
function yearOf({ year }: PanelCountry): number {
  return year ?? 0;
}
