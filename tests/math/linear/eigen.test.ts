import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positiveEigen, symmetricEigen, type Matrix } from '../../../src/math/linear/eigen.ts';
import { dot, magnitude } from '../../../src/math/linear/vector.ts';

/** How far A x is from λ x, and x from length 1. */
function childrenFault(matrix: Matrix, value: number, vector: readonly number[]): number {
  return magnitude([
    ...matrix.map((row, i) => dot(row, vector) - value * (vector[i] ?? Number.NaN)),
    dot(vector, vector) - 1,
  ]);
}

describe('symmetricEigen', () => {
  it('gives eigenvalues in descending order, each with its vector', () => {
    // λ² − 7λ + 6 = 0 has the roots 6 and 1; (5 − 6) x + 2 y = 0 gives y = x / 2, the other vector is at
    // right angles.
    const { values, vectors } = symmetricEigen([
      [5, 2],
      [2, 2],
    ]);
    expect(values.map((x) => x.toFixed(12))).toEqual(['6.000000000000', '1.000000000000']);
    expect(vectors.map(([x = 0, y = 0]) => (y / x).toFixed(12))).toEqual([
      '0.500000000000',
      '-2.000000000000',
    ]);
  });

  it('leaves a diagonal matrix as it is', () => {
    expect(
      symmetricEigen([
        [1, 0],
        [0, 3],
      ]),
    ).toEqual({
      values: [3, 1],
      vectors: [
        [0, 1],
        [1, 0],
      ],
    });
    expect(symmetricEigen([])).toEqual({ values: [], vectors: [] });
    expect(
      symmetricEigen([
        [0, 0],
        [0, 0],
      ]).values,
    ).toEqual([0, 0]);
  });

  it('finds 0 where columns are made of each other', () => {
    const { values } = symmetricEigen([
      [1, 1, 0],
      [1, 1, 0],
      [0, 0, 1],
    ]);
    expect(values.map((x) => Math.abs(x).toFixed(12))).toEqual([
      '2.000000000000',
      '1.000000000000',
      '0.000000000000',
    ]);
  });

  it('A x = λ x, the x at right angles, the λ with the sum of the diagonal', () => {
    const matrices = fc
      .integer({ min: 1, max: 12 })
      .chain((n) =>
        fc
          .array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: n * n, maxLength: n * n })
          .map((numbers) =>
            Array.from({ length: n }, (_, i) =>
              Array.from({ length: n }, (__, j) => numbers[Math.min(i, j) * n + Math.max(i, j)] ?? 0),
            ),
          ),
      );
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { values, vectors } = symmetricEigen(matrix);
        for (const [k, value] of values.entries()) {
          expect(childrenFault(matrix, value, vectors[k] ?? [])).toBeLessThan(1e-12);
          expect(value).toBeLessThanOrEqual(values[k - 1] ?? Infinity);
          for (const other of vectors.slice(k + 1))
            expect(Math.abs(dot(vectors[k] ?? [], other))).toBeLessThan(1e-13);
        }
        expect(
          dot(
            values,
            values.map(() => 1),
          ),
        ).toBeCloseTo(
          dot(
            matrix.map((row, i) => row[i] ?? 0),
            values.map(() => 1),
          ),
          10,
        );
      }),
      { seed: 2021, numRuns: 200 },
    );
  });

  it('leaves its input as it was', () => {
    const matrix = [
      [2, 1],
      [1, 2],
    ];
    symmetricEigen(matrix);
    positiveEigen(matrix);
    expect(matrix).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });
});

describe('positiveEigen', () => {
  it('of a matrix of ratios gives what they are ratios of, and n', () => {
    const weights = [0.5, 0.3, 0.15, 0.05];
    const { value, vector } = positiveEigen(weights.map((a) => weights.map((b) => a / b)));
    expect(value).toBeCloseTo(4, 13);
    expect(vector.map((x) => x.toFixed(13))).toEqual(weights.map((x) => x.toFixed(13)));
  });

  it("agrees with Jacobi's method where the matrix is symmetric", () => {
    const matrix = [
      [4, 1, 2],
      [1, 3, 1],
      [2, 1, 5],
    ];
    const [value = 0] = symmetricEigen(matrix).values;
    expect(positiveEigen(matrix).value).toBeCloseTo(value, 13);
  });

  it('converges where the next eigenvalue is close', () => {
    // Around a circle: a is 10⁶ times b, b 10⁶ times c, c 10⁶ times a. All weights are equal, and λ = 1 + 10⁶
    // + 10⁻⁶.
    const { value, vector } = positiveEigen([
      [1, 1e6, 1e-6],
      [1e-6, 1, 1e6],
      [1e6, 1e-6, 1],
    ]);
    expect(value / (1 + 1e6 + 1e-6)).toBeCloseTo(1, 13);
    expect(vector.map((x) => x.toFixed(12))).toEqual(['0.333333333333', '0.333333333333', '0.333333333333']);
  });

  it('A x = λ x, x > 0 and of sum 1', () => {
    const matrices = fc.integer({ min: 1, max: 9 }).chain((n) =>
      fc.array(fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      }),
    );
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { value, vector } = positiveEigen(matrix);
        expect(vector.every((x) => x > 0)).toBe(true);
        expect(
          magnitude(matrix.map((row, i) => dot(row, vector) - value * (vector[i] ?? Number.NaN))),
        ).toBeLessThan(1e-12 * value);
        expect(
          dot(
            vector,
            vector.map(() => 1),
          ),
        ).toBeCloseTo(1, 13);
      }),
      { seed: 2021, numRuns: 200 },
    );
  });
});
