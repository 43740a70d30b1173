// Weighted means, and the sum and the product that rank as two of them do.
import { at } from '../../math/at.ts';
import { largest, smallest, sum as add } from '../../math/statistics/stats.ts';
import type { Scores } from './rows.ts';

/**
 * Weighted arithmetic mean: strengths make up for weaknesses, point by point.
 *
 *     y = Σ wᵢ xᵢ
 *
 * Use it when a point more in one indicator is worth the same whatever the others are.
 *
 * @example arithmetic([80, 20], [0.5, 0.5]) // → 50
 * @see OECD/JRC Handbook (2008), step 6
 */
export function arithmetic(scores: Scores, weights: Scores): number {
  return add(scores.map((x, i) => at(weights, i) * x));
}

/**
 * Weighted geometric mean: a weakness costs the more the weaker it is.
 *
 *     y = Π xᵢ^wᵢ
 *
 * Use it when balance should be rewarded. Scores must be above 0: one zero makes the whole
 * index zero, whatever the others are, so zero is a problem rather than a result.
 *
 * @example geometric([80, 20], [0.5, 0.5]) // → 40
 * @see OECD/JRC Handbook (2008), step 6
 */
export function geometric(scores: Scores, weights: Scores): number {
  return Math.exp(add(scores.map((x, i) => at(weights, i) * Math.log(x))));
}

/**
 * Weighted harmonic mean: harder on weaknesses than the geometric one.
 *
 *     y = 1 / Σ (wᵢ / xᵢ)
 *
 * @example harmonic([80, 20], [0.5, 0.5]) // → 32
 * @see Mitrinović, Pečarić & Fink (1993), Classical and New Inequalities in Analysis
 */
export function harmonic(scores: Scores, weights: Scores): number {
  return 1 / add(scores.map((x, i) => at(weights, i) / x));
}

/**
 * Weighted power mean of order p; p = 1 is the arithmetic, 0 the geometric, -1 the harmonic mean.
 * The lower p, the less a strength makes up for a weakness.
 *
 *     y = (Σ wᵢ xᵢ^p)^(1/p)
 *
 * @example power([1, 7], [0.5, 0.5], { p: 2 }) // → 5
 * @example power([80, 20], [0.5, 0.5], { p: 0 }) // → 40
 * @see Hardy, Littlewood & Pólya (1934), Inequalities
 */
export function power(scores: Scores, weights: Scores, { p }: { p: number }): number {
  if (p === 0) return geometric(scores, weights);
  const unit = p > 0 ? largest(scores) : smallest(scores);
  if (unit === 0) return 0;
  // As 1 + Σ wᵢ ((xᵢ / unit)^p - 1): near p = 0 all the powers are near 1, and the differences would be lost.
  const excess = add(scores.map((x, i) => at(weights, i) * Math.expm1(p * Math.log(x / unit))));
  return unit * Math.exp(Math.log1p(excess) / p);
}

/**
 * Product, each score to the power of its weight, the weights scaled to average 1.
 *
 *     y = Π xᵢ^(n wᵢ)
 *
 * Use it where one factor scales another, as capability × intent in the National Cyber Power
 * Index. It ranks as the geometric mean does, and takes zeros.
 *
 * @example product([80, 0.5], [0.5, 0.5], {}, 2) // → 40
 * @see Voo et al. (2020), National Cyber Power Index 2020
 */
export function product(scores: Scores, weights: Scores, _parameters: object, siblings: number): number {
  return scores.reduce((total, x, i) => total * x ** (siblings * at(weights, i)), 1);
}

/**
 * Sum, the weights scaled to average 1.
 *
 *     y = Σ n wᵢ xᵢ
 *
 * Use it when the published total is a sum of points. It ranks as the arithmetic mean does. If
 * scores are skipped, those that are there stand for them.
 *
 * @example sum([18, 20], [0.5, 0.5], {}, 2) // → 38
 * @see ITU (2024), Global Cybersecurity Index 2024
 */
export function sum(scores: Scores, weights: Scores, _parameters: object, siblings: number): number {
  return add(scores.map((x, i) => siblings * at(weights, i) * x));
}
