// Vectors made orthogonal to each other, which is what least squares and the limits they are under come down
// to.
import { at } from '../at.ts';
import { dot } from './vector.ts';
import { euclideanLength } from '../statistics/stats.ts';

type Vector = readonly number[];

/** What is left of a vector is nothing if it is shorter than this share of it. */
const NOTHING = 1e-10;

/**
 * A vector less its parts along vectors of length 1 that are orthogonal to each other; twice, as the first
 * pass leaves noise.
 */
function without(vector: Vector, basis: readonly Vector[]): Vector {
  const once = (start: Vector) =>
    basis.reduce((left, unit) => {
      const part = dot(left, unit);
      return left.map((x, i) => x - part * at(unit, i));
    }, start);
  return once(once(vector));
}

/**
 * Vectors of length 1 and orthogonal to each other that span the same space; fewer where some depend on
 * others.
 *
 * @example orthonormal([[0, 2], [0, 1], [3, 4]]) // → [[0, 1], [1, 0]]
 * @see Golub & Van Loan (2013), Matrix Computations, section 5.2: Gram–Schmidt
 */
export function orthonormal(vectors: readonly Vector[], others: readonly Vector[] = []): Vector[] {
  const basis: Vector[] = [];
  for (const vector of vectors) {
    const left = without(vector, [...others, ...basis]);
    const length = euclideanLength(left);
    if (length > NOTHING * euclideanLength(vector)) basis.push(left.map((x) => x / length));
  }
  return basis;
}

/**
 * A basis of everything that is orthogonal to some vectors, itself of length 1 and orthogonal.
 *
 * @example complement(2, [[0, 3]]) // → [[1, 0]]
 */
export function complement(dimensions: number, vectors: readonly Vector[]): Vector[] {
  return orthonormal(
    Array.from({ length: dimensions }, (_, i) =>
      Array.from({ length: dimensions }, (__, j) => (i === j ? 1 : 0)),
    ),
    orthonormal(vectors),
  );
}

/**
 * Coefficients of columns whose combination comes nearest to a target: min ‖Σ cⱼ aⱼ − b‖. A column that
 * depends on those before it gets 0.
 *
 * @example nearestCombination([[1, 0, 0], [1, 1, 0], [2, 1, 0]], [3, 2, 5]) // → [1, 2, 0]
 * @see Lawson & Hanson (1974), Solving Least Squares Problems, chapter 19
 */
export function nearestCombination(columns: readonly Vector[], target: Vector): number[] {
  const independent: { readonly j: number; readonly column: Vector; readonly unit: Vector }[] = [];
  for (const [j, column] of columns.entries()) {
    const [unit] = orthonormal(
      [column],
      independent.map((before) => before.unit),
    );
    if (unit !== undefined) independent.push({ j, column, unit });
  }
  const coefficients = columns.map(() => 0);
  let left = target;
  // The last unit has a part in the last column alone: backwards, one coefficient after the other falls out.
  for (const { j, column, unit } of independent.toReversed()) {
    const coefficient = dot(left, unit) / dot(column, unit);
    coefficients[j] = coefficient;
    left = left.map((x, i) => x - coefficient * at(column, i));
  }
  return coefficients;
}
