// Lists of numbers as vectors.
import { sum } from '../statistics/stats.ts';

/**
 * The scalar product Σ aᵢ bᵢ, with compensated sums; NaN if b is shorter.
 *
 * @example dot([1, 2], [3, 4]) // → 11
 */
export function dot(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((x, i) => x * (b[i] ?? Number.NaN)));
}

/**
 * The greatest distance from 0; NaN if one of them is.
 *
 * @example magnitude([1, -3, 2]) // → 3
 */
export function magnitude(values: readonly number[]): number {
  return values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}
