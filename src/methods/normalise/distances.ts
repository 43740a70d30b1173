// Normalisations that measure how near a country is to somebody or something.
import { mapPresent, present, type Column } from '../../math/statistics/column.ts';
import { range } from '../../math/statistics/stats.ts';

/**
 * Distance to the maximum, from the minimum: what min–max gives, told from the top.
 *
 *     y = ceiling (1 - (max - x) / (max - min))
 *
 * @example distanceToMaximum([2, 4, null, 6], { ceiling: 1 }) // → [0, 0.5, null, 1]
 * @see Becker et al. (2022), COINr
 */
export function distanceToMaximum(column: Column, { ceiling }: { ceiling: number }): Column {
  const { low, high } = range(present(column));
  return mapPresent(column, (x) => ceiling * (low === high ? 0.5 : (x - low) / (high - low)));
}

/**
 * Distance to a country: that country gets the ceiling, the lowest 0, and who is better more than the
 * ceiling.
 *
 *     y = ceiling (1 - (r - x) / (r - min)),   at most the ceiling if clipped
 *
 * @example distanceToReference([2, 4, null, 6], { reference: 4, ceiling: 1, clip: false }) // → [0, 1, null,
 *   2]
 * @see OECD/JRC Handbook (2008), step 5: distance to a reference
 */
export function distanceToReference(
  column: Column,
  { reference, ceiling, clip }: { reference: number; ceiling: number; clip: boolean },
): Column {
  const { low } = range(present(column));
  return mapPresent(column, (x) => {
    const share = reference === low ? 0.5 : (x - low) / (reference - low);
    return ceiling * (clip ? Math.min(1, share) : share);
  });
}

/**
 * Distance to a target: the indicator's target gets the ceiling, the lowest country 0.
 *
 *     y = ceiling (x - min) / (target - min),   at most the ceiling if clipped
 *
 * @example distanceToTarget([2, 4, null, 6], { target: 10, ceiling: 1, clip: false }) // → [0, 0.25, null,
 *   0.5]
 * @see OECD/JRC Handbook (2008), step 5
 */
export function distanceToTarget(
  column: Column,
  { target, ceiling, clip }: { target: number; ceiling: number; clip: boolean },
): Column {
  return distanceToReference(column, { reference: target, ceiling, clip });
}

/**
 * Fraction of the best: of the maximum, or, where less is better, the minimum's share of the score.
 *
 *     y = ceiling x / max,   for direction -1  y = ceiling min / x
 *
 * @example fractionOfMaximum([2, 4, null, 8], { ceiling: 1, direction: 1 }) // → [0.25, 0.5, null, 1]
 * @example fractionOfMaximum([-2, -4], { ceiling: 1, direction: -1 }) // → [1, 0.5]
 * @see OECD/JRC Handbook (2008), step 5; Zavadskas & Turskis (2010), for direction -1
 */
export function fractionOfMaximum(
  column: Column,
  { ceiling, direction }: { ceiling: number; direction: number },
): Column {
  const { high } = range(present(column));
  return mapPresent(column, (x) => ceiling * (direction === 1 ? x / high : high / x));
}
