// How closely columns of numbers go together, some of which may be missing.
import { at } from '../at.ts';
import { present, type Column } from './column.ts';
import { mean, range } from './stats.ts';
import { dot, magnitude } from '../linear/vector.ts';

/** A spread below this share of the largest number is what rounding leaves of equal numbers. */
const NOISE = 1e-12;

/**
 * Whether all numbers are equal, but for rounding; so are none and one.
 *
 * @example isConstant([0.3, 0.1 + 0.2]) // → true
 */
export function isConstant(values: readonly number[]): boolean {
  const { low, high } = range(values);
  return values.length < 2 || high - low <= NOISE * Math.max(Math.abs(low), Math.abs(high));
}

/**
 * Pearson's correlation, over the rows in which both columns have a number.
 *
 *     r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²)
 *
 * Null where it is not defined: where there are fewer than two such rows, or a column is constant in them.
 *
 * @example correlation([1, 2, 3, null], [2, 4, 6, 8]) // → 1
 * @example correlation([1, 2, 3], [5, 5, 5]) // → null
 * @see Pearson (1896), Regression, heredity and panmixia, Philosophical Transactions of the Royal Society A
 *   187
 */
export function correlation(a: Column, b: Column): number | null {
  const [x, y] = [inBoth(a, b), inBoth(b, a)];
  if (isConstant(x) || isConstant(y)) return null;
  const [left, right] = [centred(x), centred(y)];
  const r = dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
  return Math.max(-1, Math.min(1, r));
}

/**
 * The correlations of all pairs of columns, each over the rows that the two share.
 *
 * @example correlationMatrix([[1, 2, 3], [3, 2, 1], [5, 5, 5]]) // → [[1, -1, null], [-1, 1, null], [null,
 *   null, null]]
 */
export function correlationMatrix(columns: readonly Column[]): (number | null)[][] {
  const withLater = columns.map((a, i) => [
    isConstant(present(a)) ? null : 1,
    ...columns.slice(i + 1).map((b) => correlation(a, b)),
  ]);
  return columns.map((_, i) => columns.map((__, j) => at(at(withLater, Math.min(i, j)), Math.abs(i - j))));
}

/** The numbers of a column in the rows in which the other has one too. */
function inBoth(column: Column, other: Column): number[] {
  return column.flatMap((x, row) => (x === null || (other[row] ?? null) === null ? [] : [x]));
}

/** Distances from the mean, the largest of them 1, so that no square is too large or too small. */
function centred(values: readonly number[]): number[] {
  const unit = magnitude(values);
  const scaled = values.map((x) => x / unit);
  const centre = mean(scaled);
  const distances = scaled.map((x) => x - centre);
  const furthest = magnitude(distances);
  return distances.map((x) => x / furthest);
}
