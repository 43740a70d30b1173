// How far raters agree who scored the same things.
import { of } from '../at.ts';
import { deviation, sum } from './stats.ts';

/** What the distances between scores mean: their order only, or the scores themselves. */
export type Level = 'ordinal' | 'interval';

/**
 * Krippendorff's alpha: 1 if raters agree on everything, 0 if they agree as much as chance would have it,
 * below 0 if less.
 *
 *     α = 1 − Dₒ / Dₑ
 *     Dₒ: the mean square distance between scores of one unit, Dₑ: between any two scores
 *
 * A unit is what was scored, with what each of its raters gave. Raters may be as many as they like, and not
 * every rater need have scored everything: a unit with a single score takes no part. On the ordinal level
 * each score is the mean of the ranks that the scores equal to it have, so that distances count how many
 * scores lie between two. Null where no unit has two scores, or where all scores are equal: nobody can tell
 * then what chance would do. Krippendorff asks for 0.8 before conclusions are drawn, and for 0.667 before
 * tentative ones.
 *
 * @example alpha([[1, 1], [2, 2], [3, 4]], 'interval') // → 36 / 41
 * @example alpha([[1, 2], [3]], 'ordinal') // → 0
 * @example alpha([[2, 2], [2, 2]], 'ordinal') // → null
 * @see Krippendorff (2011), Computing Krippendorff's alpha-reliability; Krippendorff (2019), Content
 *   Analysis, 4th ed., ch. 12
 */
export function alpha(units: readonly (readonly number[])[], level: Level): number | null {
  const shared = units.filter((scores) => scores.length > 1);
  const all = shared.flat();
  const ranks = level === 'ordinal' ? midRanks(all) : null;
  const unitsOnLevel = ranks === null ? shared : shared.map((scores) => scores.map((x) => of(ranks, x)));
  // Half the mean square distance between two of some numbers is their variance.
  const expected = deviation(unitsOnLevel.flat()) ** 2;
  const observed = sum(unitsOnLevel.map((scores) => scores.length * deviation(scores) ** 2)) / all.length;
  return expected > 0 ? 1 - observed / expected : null;
}

/** For each number, the mean of the ranks that those equal to it have, from the least up. */
function midRanks(values: readonly number[]): Map<number, number> {
  const sorted = values.toSorted((a, b) => a - b);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [i, x] of sorted.entries()) {
    if (!first.has(x)) first.set(x, i + 1);
    last.set(x, i + 1);
  }
  return new Map([...first].map(([x, rank]) => [x, (rank + of(last, x)) / 2]));
}
