// The Mazziotta–Pareto indices: a mean with a penalty for scores that differ from each other.
import { at } from '../../math/at.ts';
import { sum } from '../../math/statistics/stats.ts';
import { arithmetic } from './means.ts';
import type { Scores } from './rows.ts';

/**
 * Mazziotta–Pareto index: the mean, less (penalty −1) or plus (1) the deviation of the country's own scores
 * times their coefficient of variation.
 *
 *     y = M ± S · S / M,   M = Σ wᵢ xᵢ,   S² = Σ wᵢ (xᵢ − M)²
 *
 * Use it after --normalise zscore:mean=100,deviation=10, where a point more in one score makes up for a point
 * less in another only in part. Take penalty 1 if a high index is bad, as of poverty: imbalance is held
 * against a country either way. The divisor `sample` multiplies S² by n / (n − 1), as the R package Compind
 * does. Scores must be above 0. A higher score can lower the index where it stands out from the others.
 *
 * @example mpi([120, 80], [0.5, 0.5], { penalty: -1, divisor: 'population' }) // → 96
 * @example mpi([120, 80], [0.5, 0.5], { penalty: 1, divisor: 'sample' }) // → 108
 * @see Mazziotta & Pareto (2013), Methods for constructing composite indices: one for all or all for one?
 * @see Mazziotta & Pareto (2022), Weighting in composite indices construction: the weights
 */
export function mpi(
  scores: Scores,
  weights: Scores,
  { penalty, divisor }: { penalty: number; divisor: string },
): number {
  const n = scores.length;
  const mean = arithmetic(scores, weights);
  const population = sum(scores.map((x, i) => at(weights, i) * (x - mean) ** 2));
  const variance = divisor === 'sample' && n > 1 ? (population * n) / (n - 1) : population;
  return mean + (penalty * variance) / mean;
}

/**
 * Adjusted Mazziotta–Pareto index: the same of scores between goalposts that stay, so that years can be
 * compared.
 *
 *     y = M ± S · S / M,   M = Σ wᵢ xᵢ,   S² = Σ wᵢ (xᵢ − M)²
 *
 * Use it after --normalise goalposts:floor=70,ceiling=130, the goalposts half the range below and above a
 * reference score, which then gets 100; or after minmax:floor=70,ceiling=130, if years need not be compared.
 *
 * @example ampi([120, 80], [0.5, 0.5], { penalty: -1 }) // → 96
 * @see Mazziotta & Pareto (2016), On a generalized non-compensatory composite index for measuring
 *   socio-economic phenomena
 */
export function ampi(scores: Scores, weights: Scores, { penalty }: { penalty: number }): number {
  return mpi(scores, weights, { penalty, divisor: 'population' });
}
