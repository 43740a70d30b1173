// Imputations by an average: of the other countries, of a group of them, or of the country's own scores.
import { at } from '../../math/at.ts';
import { present } from '../../math/statistics/column.ts';
import { mean as meanOf, median as medianOf } from '../../math/statistics/stats.ts';
import type { Country } from '../../model/edition.ts';
import { groupOf, type Gap } from './gap.ts';

type InGroups = Pick<Gap, 'column' | 'row'> & { readonly countries: readonly Pick<Country, 'groups'>[] };
type InCategory = Pick<Gap, 'row' | 'siblings' | 'unscale'>;

/**
 * The mean of the other countries.
 *
 *     x = mean of the scores that are there
 *
 * Use it when few scores are missing, and at random: it leaves the mean as it is and makes the spread
 * smaller. Where nobody has a score, none is to be had.
 *
 * @example mean({ column: [1, null, 3] }) // → 2
 * @see OECD/JRC Handbook (2008), step 3
 */
export function mean({ column }: Pick<Gap, 'column'>): number | null {
  return averageOf(present(column), meanOf);
}

/**
 * The median of the other countries.
 *
 *     x = median of the scores that are there
 *
 * Use it as the mean, where there are outliers, which do not move it.
 *
 * @example median({ column: [1, null, 3, 100] }) // → 3
 * @see OECD/JRC Handbook (2008), step 3
 */
export function median({ column }: Pick<Gap, 'column'>): number | null {
  return averageOf(present(column), medianOf);
}

/**
 * The mean of the countries in the same group, as of a region; none if nobody there has a score.
 *
 *     x = mean of the scores that are there in the group
 *
 * Use it when countries of a group are alike.
 *
 * @example groupMean({ column: [1, null, 3], row: 1, countries: [{ groups: { g: 'a' } }, { groups: { g: 'b' }
 *   }, { groups: { g: 'b' } }] }, { by: 'g' }) // → 3
 * @see OECD/JRC Handbook (2008), step 3; Becker et al. (2022), COINr
 */
export function groupMean(gap: InGroups, { by }: { by: string }): number | null {
  return averageOf(scoresOfGroup(gap, by), meanOf);
}

/**
 * The median of the countries in the same group; none if nobody there has a score.
 *
 *     x = median of the scores that are there in the group
 *
 * Use it as the mean of the group, where there are outliers.
 *
 * @example groupMedian({ column: [1, null, 3], row: 1, countries: [{ groups: { g: 'b' } }, { groups: { g: 'b'
 *   } }, { groups: { g: 'b' } }] }, { by: 'g' }) // → 2
 * @see OECD/JRC Handbook (2008), step 3
 */
export function groupMedian(gap: InGroups, { by }: { by: string }): number | null {
  return averageOf(scoresOfGroup(gap, by), medianOf);
}

/**
 * The mean of the country's own other scores in the category, all min–maxed and directed, put back into the
 * indicator's unit.
 *
 *     x = min + (max − min) mean of the siblings, min–maxed
 *
 * Use it when indicators of a category go together: a country is taken to be as good in this one as in its
 * siblings. None if it has no score in any of them.
 *
 * @example categoryMean({ row: 0, siblings: [[0.25, 0, 1], [0.75, 1, 0]], unscale: (x) => 10 * x }) // → 5
 * @see Becker et al. (2022), COINr: imputation by row
 */
export function categoryMean(gap: InCategory): number | null {
  const share = averageOf(scoresInCategory(gap), meanOf);
  return share === null ? null : gap.unscale(share);
}

/**
 * The median of the country's own other scores in the category, put back into the indicator's unit.
 *
 *     x = min + (max − min) median of the siblings, min–maxed
 *
 * Use it as the mean of the category, where one of its indicators is out of line.
 *
 * @example categoryMedian({ row: 0, siblings: [[0.25, 0, 1], [0.75, 1, 0]], unscale: (x) => 10 * x }) // → 5
 * @see Becker et al. (2022), COINr: imputation by row
 */
export function categoryMedian(gap: InCategory): number | null {
  const share = averageOf(scoresInCategory(gap), medianOf);
  return share === null ? null : gap.unscale(share);
}

/** The average of some scores, or null if there are none. */
function averageOf(scores: readonly number[], average: (scores: readonly number[]) => number): number | null {
  return scores.length === 0 ? null : average(scores);
}

function scoresOfGroup(gap: InGroups, by: string): number[] {
  const { column, countries } = gap;
  const group = groupOf(gap, by);
  if (group === undefined) return [];
  return present(column.filter((_, other) => at(countries, other).groups[by] === group));
}

function scoresInCategory({ row, siblings }: InCategory): number[] {
  return present(siblings.map((column) => at(column, row)));
}
