// Eigenvalues and eigenvectors of the two kinds of matrix that weights come from: symmetric ones and positive
// ones.
import { at } from '../at.ts';
import { sum } from '../statistics/stats.ts';
import { dot, magnitude } from './vector.ts';

export type Matrix = readonly (readonly number[])[];

export interface Eigen {
  /** The largest first. */
  readonly values: readonly number[];
  /** vectors[k] belongs to values[k] and is of length 1; its sign means nothing. */
  readonly vectors: readonly (readonly number[])[];
}

/** Far more than it ever takes: the error is squared from each sweep to the next. */
const MOST_SWEEPS = 60;
const MOST_SQUARINGS = 64;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's method: each rotation makes one pair of
 * numbers beside the diagonal zero, until all are.
 *
 *     A v = λ v
 *
 * Where eigenvalues are equal, which vectors of their common space come out means nothing either. An empty
 * matrix has none.
 *
 * Shape: n × n; n values, n vectors of n numbers.
 *
 * @example symmetricEigen([[2, 1], [1, 2]]).values // → [3, 1]
 * @see Jacobi (1846); Golub & Van Loan (2013), Matrix Computations, section 8.5
 */
export function symmetricEigen(matrix: Matrix): Eigen {
  const rows = matrix.map((row) => [...row]);
  const vectors = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)));
  const least = 1e-17 * magnitude(rows.flat());
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let isDone = true;
    for (const [p] of rows.entries()) {
      for (let q = p + 1; q < rows.length; q += 1) {
        if (Math.abs(cell(rows, p, q)) <= least) continue;
        isDone = false;
        rotate(rows, vectors, p, q);
      }
    }
    if (isDone) break;
  }
  const order = [...rows.keys()].toSorted((a, b) => cell(rows, b, b) - cell(rows, a, a));
  return { values: order.map((k) => cell(rows, k, k)), vectors: order.map((k) => at(vectors, k)) };
}

/**
 * The largest eigenvalue of a matrix of positive numbers, with its eigenvector, which is positive too; scaled
 * to sum 1. By the power method: the rows of Aᵏ come to stand in the proportion of the eigenvector. Here k is
 * doubled from step to step, so that the closeness of the next eigenvalue costs nothing.
 *
 *     A v = λ v,  Σ vᵢ = 1
 *
 * All numbers must be positive: otherwise there need be no such vector, and what comes out means nothing.
 *
 * Shape: n × n; a vector of n numbers.
 *
 * @example positiveEigen([[1, 2], [0.5, 1]]) // → { value: 2, vector: [0.6666666666666666,
 *   0.3333333333333333] }
 * @see Perron (1907); Saaty (1980), The Analytic Hierarchy Process
 */
export function positiveEigen(matrix: Matrix): { value: number; vector: number[] } {
  let power = scaled(matrix);
  let vector = rowShares(power);
  for (let step = 0; step < MOST_SQUARINGS; step += 1) {
    power = scaled(squared(power));
    const next = rowShares(power);
    const change = magnitude(next.map((x, i) => x - at(vector, i)));
    vector = next;
    if (change <= 1e-16) break;
  }
  return { value: sum(matrix.map((row) => dot(row, vector))), vector };
}

/** Turns the axes p and q so that the number where they meet becomes 0. */
function rotate(rows: number[][], vectors: number[][], p: number, q: number): void {
  const theta = (cell(rows, q, q) - cell(rows, p, p)) / (2 * cell(rows, p, q));
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  mixRows(rows, p, q, cosine, sine);
  mixRows(vectors, p, q, cosine, sine);
  for (const row of rows) {
    const [x, y] = [at(row, p), at(row, q)];
    row[p] = cosine * x - sine * y;
    row[q] = sine * x + cosine * y;
  }
  at(rows, p)[q] = 0;
  at(rows, q)[p] = 0;
}

function mixRows(rows: number[][], p: number, q: number, cosine: number, sine: number): void {
  const [a, b] = [at(rows, p), at(rows, q)];
  rows[p] = a.map((x, i) => cosine * x - sine * at(b, i));
  rows[q] = b.map((y, i) => sine * at(a, i) + cosine * y);
}

function cell(rows: Matrix, i: number, j: number): number {
  return at(at(rows, i), j);
}

function squared(matrix: Matrix): number[][] {
  return matrix.map((row) =>
    row.map((_, j) =>
      dot(
        row,
        matrix.map((other) => at(other, j)),
      ),
    ),
  );
}

/** The sums of the rows, as shares of the sum of all. */
function rowShares(matrix: Matrix): number[] {
  const sums = matrix.map((row) => sum(row));
  const total = sum(sums);
  return sums.map((x) => x / total);
}

/** Divided by its largest number, so that powers stay within bounds. */
function scaled(matrix: Matrix): number[][] {
  const unit = magnitude(matrix.flat());
  return matrix.map((row) => row.map((x) => x / unit));
}
