// Does an indicator have outliers, so that it needs treatment?
import { present, type Column } from '../../math/statistics/column.ts';
import { kurtosis, skewness } from '../../math/statistics/stats.ts';

/** The largest absolute skewness, and the largest kurtosis, that are let be. */
export type SkewnessLimits = { readonly skewness: number; readonly kurtosis: number };

/**
 * Whether a column needs treatment: both its skewness and its kurtosis are beyond their limits.
 *
 *     |skewness| > 2  and  kurtosis > 3.5
 *
 * @example isSkewed([1, 2, 3, 2, 1, 2, 3, 2, 100], { skewness: 2, kurtosis: 3.5 }) // → true
 * @example isSkewed([1, 2, 3, 4, 5], { skewness: 2, kurtosis: 3.5 }) // → false
 * @see Groeneveld & Meeden (1984); OECD/JRC Handbook (2008), step 4; Becker et al. (2022), COINr
 */
export function isSkewed(column: Column, limits: SkewnessLimits): boolean {
  const scores = present(column);
  return Math.abs(skewness(scores)) > limits.skewness && kurtosis(scores) > limits.kurtosis;
}
