import { array, assert, integer, property, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import { leastSquares } from '../../../src/math/linear/least-squares.ts';
import { maximise, type Constraint } from '../../../src/math/linear/linear-program.ts';
import { dot, magnitude } from '../../../src/math/linear/vector.ts';

const shares = (variables: number): Constraint => ({
  coefficients: Array.from({ length: variables }, () => 1),
  relation: '=',
  bound: 1,
});

/** How much lower the sum of squares goes at first on the way to any other point: 0 at the least of all. */
function slope(
  matrix: readonly (readonly number[])[],
  target: readonly number[],
  constraints: readonly Constraint[],
  x: readonly number[],
): number {
  const residual = matrix.map((row, i) => dot(row, x) - (target[i] ?? 0));
  const downhill = x.map(
    (_, j) =>
      -dot(
        matrix.map((row) => row[j] ?? 0),
        residual,
      ),
  );
  const best = maximise(downhill, constraints);
  return (best?.value ?? Number.NaN) - dot(downhill, x);
}

const whole = integer({ min: -9, max: 9 });

it('at any least, no limit can be left that lowers the sum (conditions of Karush, Kuhn and Tucker)', () => {
  assert(
    property(
      integer({ min: 1, max: 7 }).chain((variables) =>
        tuple(
          array(tuple(array(whole, { minLength: variables, maxLength: variables }), whole), {
            minLength: 1,
            maxLength: 12,
          }),
          array(array(whole, { minLength: variables, maxLength: variables }), { maxLength: 5 }),
        ),
      ),
      ([rows, limits]) => {
        const [matrix, target] = [rows.map(([row]) => row), rows.map(([, x]) => x)];
        const variables = matrix[0]?.length ?? 0;
        // Each limit is met by equal shares, so that something is left.
        const constraints = [
          shares(variables),
          ...limits.map((row): Constraint => ({
            coefficients: row,
            relation: '≤',
            bound: Math.max(
              0,
              dot(
                row,
                row.map(() => 1 / variables),
              ),
            ),
          })),
        ];
        const x = leastSquares(matrix, target, constraints) ?? [];
        expect(Math.min(...x)).toBeGreaterThanOrEqual(0);
        expect(
          dot(
            x,
            x.map(() => 1),
          ),
        ).toBeCloseTo(1, 9);
        for (const { coefficients, bound } of constraints.slice(1))
          expect(dot(coefficients, x)).toBeLessThanOrEqual(bound + 1e-9);
        expect(slope(matrix, target, constraints, x)).toBeLessThan(1e-7);
      },
    ),
    { seed: 7, numRuns: 500 },
  );
});

it('where one fits exactly it is found, also among columns that depend on each other', () => {
  const matrix = [
    [1, 2, 3],
    [4, 5, 9],
    [7, 1, 8],
    [2, 2, 4],
  ];
  const target = matrix.map((row) => dot(row, [0.2, 0.3, 0.5]));
  const x = leastSquares(matrix, target, [shares(3)]) ?? [];
  expect(magnitude(matrix.map((row, i) => dot(row, x) - (target[i] ?? 0)))).toBeLessThan(1e-9);
});

it('limits that contradict each other leave nothing', () => {
  expect(
    leastSquares([[1, 1]], [1], [shares(2), { coefficients: [1, 1], relation: '≥', bound: 2 }]),
  ).toBeNull();
});

it('unknowns that no row asks about go where the limits send them', () => {
  // c is free; a ≥ c + 0.1 and b ≤ c leave a − b ≥ 0.1, so that (½, ½) becomes (0.55, 0.45).
  const x = leastSquares(
    [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
    ],
    [0.5, 0.5],
    [
      { coefficients: [1, 1, 0, 0], relation: '=', bound: 1 },
      { coefficients: [1, 0, -1, 1], relation: '≥', bound: 0.1 },
      { coefficients: [0, -1, 1, -1], relation: '≥', bound: 0 },
    ],
  );
  expect(x?.slice(0, 2).map((one) => Number(one.toFixed(9)))).toEqual([0.55, 0.45]);
});

it('ends where many fit exactly, and what is left of the residual is noise', () => {
  const matrix = [
    [0, 50, 0, 100, 100],
    [100, 50, 100, 0, 0],
  ];
  const x = leastSquares(matrix, [50, 50], [shares(5)]) ?? [];
  expect(matrix.map((row) => Number(dot(row, x).toFixed(9)))).toEqual([50, 50]);
});
