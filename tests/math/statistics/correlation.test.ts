import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation, correlationMatrix, isConstant } from '../../../src/math/statistics/correlation.ts';

describe('correlation', () => {
  it('is Σ(x − x̄)(y − ȳ) over the root of both sums of squares', () => {
    // x − x̄ = −1, 0, 1; y − ȳ = 1, −4, 3 with ȳ = 1: (−1 + 0 + 3) / √(2 · 26) = 2 / √52
    expect(correlation([1, 2, 3], [2, -3, 4])).toBeCloseTo(2 / Math.sqrt(52), 15);
  });

  it('is over the rows in which both have a number', () => {
    expect(correlation([1, 2, 3, null, 50], [2, -3, 4, 99, null])).toBeCloseTo(2 / Math.sqrt(52), 15);
  });

  it('is not defined with fewer than two such rows, or where a column is constant in them', () => {
    expect([
      correlation([], []),
      correlation([1], [2]),
      correlation([1, 2, null], [null, 3, 4]),
      correlation([1, 2, null], [5, 5, 6]),
    ]).toEqual([null, null, null, null]);
  });

  it('takes enormous and tiny numbers', () => {
    expect(correlation([1e308, -1e308, 0], [1, -1, 0])).toBeCloseTo(1, 15);
    expect(correlation([5e-324, 0, 1e-300], [0, 0, 1])).toBeCloseTo(1, 15);
  });

  it('is between −1 and 1, the same both ways, and does not change with the units', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    const pairs = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(pairs, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), number, (rows, factor, shift) => {
        const [x, y] = [rows.map(([one]) => one), rows.map(([, one]) => one)];
        const r = correlation(x, y);
        expect(correlation(y, x)).toBe(r);
        if (r === null) return;
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(
          correlation(
            x.map((one) => factor * one + shift),
            y,
          ),
        ).toBeCloseTo(r, 9);
        expect(
          correlation(
            x.map((one) => -one),
            y,
          ),
        ).toBeCloseTo(-r, 12);
      }),
      { seed: 2021, numRuns: 200 },
    );
  });
});

it('correlationMatrix pairs the columns, each pair by the rows that it shares', () => {
  const [a, b, c] = [
    [1, 2, 3, null],
    [3, 2, null, 5],
    [null, 1, 1, 1],
  ];
  // a and b share rows 1 and 2, b and c rows 2 and 4, in which c is constant, as it is altogether.
  expect(correlationMatrix([a, b, c])).toEqual([
    [1, -1, null],
    [-1, 1, null],
    [null, null, null],
  ]);
});

it('isConstant sees through rounding', () => {
  expect([[], [7], [0, 0], [0.3, 0.1 + 0.2], [1e-300, 1e-300]].map(isConstant)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(
    [
      [0, 5e-324],
      [1, 1 + 1e-9],
      [1e308, -1e308],
    ].map(isConstant),
  ).toEqual([false, false, false]);
});
