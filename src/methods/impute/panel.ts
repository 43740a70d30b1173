// What stands in for a missing score in a panel: the country's own scores of other years.
import type { Column } from '../../math/statistics/column.ts';
import type { Country } from '../../model/edition.ts';

/** A row of a column, whose countries stand in it once a year. */
interface Years {
  readonly column: Column;
  readonly row: number;
  readonly countries: readonly Pick<Country, 'name' | 'code' | 'year'>[];
}

/**
 * In a panel, the country's latest earlier score.
 *
 * @example latest({ column: [7, null, 9], row: 1, countries: [{ name: 'A', code: 'A', year: 2019 }, { name:
 *   'A', code: 'A', year: 2020 }, { name: 'A', code: 'A', year: 2021 }] }) // → 7
 */
export function latest(gap: Years): number | null {
  return ofCountry(gap).findLast(({ ahead }) => ahead < 0)?.score ?? null;
}

/**
 * In a panel, on the straight line between the country's scores before and after; the nearest one beyond
 * them.
 *
 *     x = x₀ + (x₁ − x₀) (t − t₀) / (t₁ − t₀)
 *
 * @example linear({ column: [7, null, 9], row: 1, countries: [{ name: 'A', code: 'A', year: 2019 }, { name:
 *   'A', code: 'A', year: 2020 }, { name: 'A', code: 'A', year: 2021 }] }) // → 8
 * @see OECD/JRC Handbook (2008), step 3
 */
export function linear(gap: Years): number | null {
  const years = ofCountry(gap);
  const [before, after] = [years.findLast(({ ahead }) => ahead < 0), years.find(({ ahead }) => ahead > 0)];
  if (before === undefined || after === undefined) return (before ?? after)?.score ?? null;
  return before.score + ((after.score - before.score) * -before.ahead) / (after.ahead - before.ahead);
}

/** The country's scores of other years, by how many years ahead. */
function ofCountry({ column, row, countries }: Years): { score: number; ahead: number }[] {
  const own = countries[row];
  return column
    .flatMap((score, other) => {
      const country = countries[other];
      const isSame =
        country !== undefined &&
        own !== undefined &&
        (country.code ?? country.name) === (own.code ?? own.name);
      return score === null || !isSame ? [] : [{ score, ahead: (country.year ?? 0) - (own.year ?? 0) }];
    })
    .toSorted((a, b) => a.ahead - b.ahead);
}
