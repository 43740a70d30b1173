import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestFace,
  isFixed,
  optimumOf,
  regionOf,
  towards,
  type Constraint,
  type Dictionary,
} from '../../../src/math/linear/linear-program.ts';
import { mostEven } from '../../../src/math/linear/most-even.ts';

function atMost(coefficients: readonly number[], bound: number): Constraint {
  return { coefficients, relation: '≤', bound };
}

function region(variables: number, constraints: readonly Constraint[]): Dictionary {
  const found = regionOf(variables, constraints);
  if (found === null) throw new Error('nothing is left');
  return found;
}

describe('the best face', () => {
  it('is what is as good as the best corner', () => {
    // x + y ≤ 1 and y ≤ ½: x + y is 1 on the edge from (1, 0) to (½, ½).
    const edge = bestFace(towards(region(2, [atMost([1, 1], 1), atMost([0, 1], 0.5)]), [1, 1]));
    expect([isFixed(edge, 0), isFixed(edge, 1)]).toEqual([false, false]);
    expect(optimumOf(towards(edge, [1, 0])).point).toEqual([1, 0]);
    expect(optimumOf(towards(edge, [0, 1])).point).toEqual([0.5, 0.5]);
  });

  it('is one point where no other is as good', () => {
    const corner = bestFace(towards(region(2, [atMost([1, 1], 1)]), [2, 1]));
    expect([isFixed(corner, 0), isFixed(corner, 1), optimumOf(corner).point]).toEqual([true, true, [1, 0]]);
  });
});

describe('the most even point', () => {
  it('has the largest smallest part, then the largest second smallest', () => {
    // y ≤ 1, x + z ≤ 6, z ≤ 2: first 1 for all, then 2 for x and z, then 4 for x.
    expect(
      mostEven(region(6, [atMost([0, 1, 0], 1), atMost([1, 0, 1], 6), atMost([0, 0, 1], 2)]), [1, 1, 1], 3),
    ).toEqual([4, 1, 2]);
  });

  it('counts parts by their size, and those of size 0 not at all', () => {
    // 2x and y sum up to 1: halves.
    expect(mostEven(region(4, [atMost([2, 1], 1)]), [2, 1], 2)).toEqual([0.25, 0.5]);
    expect(mostEven(region(4, [atMost([1, 1], 1)]), [1, 0], 2)).toEqual([1, 0]);
  });

  it('does not depend on the order of constraints', () => {
    const row = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const constraints = rows.map((one) => atMost(one, 10));
        const [one, other] = [
          mostEven(region(8, constraints), [1, 1, 1, 1], 4),
          mostEven(region(8, constraints.toReversed()), [1, 1, 1, 1], 4),
        ];
        for (const [i, x] of one.entries()) expect(Math.abs(x - (other[i] ?? 0))).toBeLessThan(1e-9);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
