// Sums and summaries of plain numbers, accurate to the last digits that decide ties.
import { at } from '../at.ts';

/**
 * Sum with Neumaier's compensation: the order of the additions does not change it in practice.
 *
 * @example sum([1, 1e100, 1, -1e100]) // → 2
 * @see Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen
 */
export function sum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const x of values) {
    const next = total + x;
    lost += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
    total = next;
  }
  return Number.isFinite(lost) ? total + lost : total;
}

/**
 * The arithmetic mean; NaN for no numbers.
 *
 * @example mean([1, 2, 6]) // → 3
 */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/**
 * The middle of the sorted numbers, or the mean of the two in the middle; NaN for none.
 *
 * @example median([3, 1, 2]) // → 2
 * @example median([4, 1, 2, 3]) // → 2.5
 */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2;
}

/**
 * The weighted mean Σ wᵢ xᵢ / Σ wᵢ; NaN for no numbers, or if the weights sum to 0.
 *
 * @example weightedMean([1, 4], [2, 1]) // → 2
 */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  return sum(values.map((x, i) => x * at(weights, i))) / sum(weights);
}

/**
 * The least of the numbers up to which half of the weight lies: always one of them, and of two in the middle
 * the lower. NaN for no numbers.
 *
 * @example lowerMedian([3, 1, 2, 4], [1, 1, 1, 1]) // → 2
 * @example lowerMedian([1, 2, 3], [1, 1, 3]) // → 3
 */
export function lowerMedian(values: readonly number[], weights: readonly number[]): number {
  const sorted = values.map((x, i) => ({ x, weight: at(weights, i) })).toSorted((a, b) => a.x - b.x);
  const half = sum(weights) / 2;
  const upTo = (i: number) => sum(sorted.slice(0, i + 1).map(({ weight }) => weight));
  return sorted.find((_, i) => upTo(i) >= half * (1 - 1e-12))?.x ?? Number.NaN;
}

/**
 * Sample standard deviation (divisor n − 1); 0 for a single value.
 *
 * @example deviation([2, 4, 4, 4, 5, 5, 7, 9]) // → 2.138089935299395
 */
export function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  // In units of the largest, so that no square is too large or too small.
  const unit = largest(values.map((x) => Math.abs(x - centre)));
  if (unit === 0) return 0;
  return unit * Math.sqrt(sum(values.map((x) => ((x - centre) / unit) ** 2)) / (values.length - 1));
}

/**
 * The largest of some numbers, however many: as arguments of Math.max, some 125,000 are too many. −∞ for
 * none; NaN if one of them is.
 *
 * @example largest([3, 1, 2]) // → 3
 */
export function largest(values: Iterable<number>): number {
  let most = -Infinity;
  for (const x of values) most = Math.max(most, x);
  return most;
}

/**
 * The smallest of some numbers, however many; ∞ for none, NaN if one of them is.
 *
 * @example smallest([3, 1, 2]) // → 1
 */
export function smallest(values: Iterable<number>): number {
  let least = Infinity;
  for (const x of values) least = Math.min(least, x);
  return least;
}

/**
 * The length of the numbers as a vector, √Σ xᵢ², however many; 0 for none. In units of the largest, so that
 * no square is too large or too small.
 *
 * @example euclideanLength([3, 4]) // → 5
 * @example euclideanLength([3e200, 4e200]) // → 5e200
 */
export function euclideanLength(values: readonly number[]): number {
  const unit = largest(values.map(Math.abs));
  if (values.length === 0 || unit === 0) return 0;
  if (!Number.isFinite(unit)) return unit;
  return unit * Math.sqrt(sum(values.map((x) => (x / unit) ** 2)));
}

/** The least and the greatest of some numbers, however many; NaN for none. */
export function range(values: readonly number[]): { low: number; high: number } {
  if (values.length === 0) return { low: Number.NaN, high: Number.NaN };
  let low = Infinity;
  let high = -Infinity;
  for (const x of values) {
    if (x < low) low = x;
    if (x > high) high = x;
  }
  return { low, high };
}

/**
 * Sample skewness, corrected for bias; 0 if fewer than three values or all of them equal.
 *
 *     G₁ = √(n(n−1)) / (n−2) · m₃ / m₂^1.5
 *
 * @example skewness([1, 2, 3]) // → 0
 * @see Joanes & Gill (1998), Comparing measures of sample skewness and kurtosis, The Statistician 47
 */
export function skewness(values: readonly number[]): number {
  const n = values.length;
  const [second, third] = [moment(values, 2), moment(values, 3)];
  return n < 3 || second === 0 ? 0 : (Math.sqrt(n * (n - 1)) / (n - 2)) * (third / second ** 1.5);
}

/**
 * Sample excess kurtosis, corrected for bias; 0 if fewer than four values or all of them equal.
 *
 *     G₂ = (n−1) / ((n−2)(n−3)) · ((n+1)(m₄ / m₂² − 3) + 6)
 *
 * @example kurtosis([1, 2, 3, 4]) // → -1.2
 * @see Joanes & Gill (1998)
 */
export function kurtosis(values: readonly number[]): number {
  const n = values.length;
  const [second, fourth] = [moment(values, 2), moment(values, 4)];
  return n < 4 || second === 0
    ? 0
    : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (fourth / second ** 2 - 3) + 6);
}

/** The mean of the k-th powers of the distances from the mean. */
function moment(values: readonly number[], k: number): number {
  const centre = mean(values);
  return mean(values.map((x) => (x - centre) ** k));
}
