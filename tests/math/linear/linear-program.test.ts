import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maximise,
  optimumOf,
  regionOf,
  restrict,
  towards,
  type Constraint,
} from '../../../src/math/linear/linear-program.ts';
import { dot } from '../../../src/math/linear/vector.ts';
import { overBy } from '../../support/constraints.ts';

const atMost = (coefficients: number[], bound: number): Constraint => ({
  coefficients,
  relation: '≤',
  bound,
});
const atLeast = (coefficients: number[], bound: number): Constraint => ({
  coefficients,
  relation: '≥',
  bound,
});
const equal = (coefficients: number[], bound: number): Constraint => ({ coefficients, relation: '=', bound });

/** How far a point is from meeting all constraints. */
function missedBy(point: readonly number[], constraints: readonly Constraint[]): number {
  return Math.max(
    ...point.map((x) => -x),
    ...constraints.map(({ coefficients, relation, bound }) => {
      const over = dot(coefficients, point) - bound;
      return overBy(relation, over);
    }),
  );
}

/** The greatest value over all corners of a region in the plane: every two borders are crossed. */
function byCorners(objective: readonly number[], constraints: readonly Constraint[]): number | null {
  const borders = [...constraints, atLeast([1, 0], 0), atLeast([0, 1], 0)];
  const corners = borders.flatMap((one, i) =>
    borders.slice(i + 1).flatMap((other) => {
      const [a = 0, b = 0, c = 0, d = 0] = [...one.coefficients, ...other.coefficients];
      const determinant = a * d - b * c;
      if (determinant === 0) return [];
      return [
        [(one.bound * d - b * other.bound) / determinant, (a * other.bound - one.bound * c) / determinant],
      ];
    }),
  );
  const values = corners
    .filter((corner) => missedBy(corner, constraints) <= 1e-9)
    .map((corner) => dot(objective, corner));
  return values.length === 0 ? null : Math.max(...values);
}

describe('maximise', () => {
  it('finds the best corner', () => {
    // x + y ≤ 4 and x ≤ 3 cross at (3, 1), where 3x + 2y = 11.
    expect(maximise([3, 2], [atMost([1, 1], 4), atMost([1, 0], 3)])).toEqual({ value: 11, point: [3, 1] });
  });

  it('keeps equations', () => {
    expect(
      maximise([1, 0, 0], [equal([1, 1, 1], 1), atLeast([0, 1, 0], 0.25), equal([0, 1, -1], 0)]),
    ).toEqual({ value: 0.5, point: [0.5, 0.25, 0.25] });
  });

  it('takes an equation that says again what another one said', () => {
    expect(maximise([1, 0], [equal([1, 1], 1), equal([2, 2], 2)])).toEqual({ value: 1, point: [1, 0] });
    expect(maximise([1, 0], [equal([1, 1], 1), equal([2, 2], 3)])).toBeNull();
  });

  it('is null where nothing meets the constraints', () => {
    expect(maximise([1], [atMost([1], 1), atLeast([1], 2)])).toBeNull();
  });

  it('throws where the value has no limit', () => {
    expect(() => maximise([1, 0], [atMost([0, 1], 1)])).toThrow(RangeError);
  });

  it('comes to an end where corners coincide', () => {
    // Beale's example, which goes in circles under the usual rule.
    const constraints = [
      atMost([0.25, -60, -0.04, 9], 0),
      atMost([0.5, -90, -0.02, 3], 0),
      atMost([0, 0, 1, 0], 1),
    ];
    expect(maximise([0.75, -150, 0.02, -6], constraints)?.value).toBeCloseTo(0.05, 12);
  });

  it('agrees with the corners of the plane', () => {
    const whole = fc.integer({ min: -9, max: 9 });
    const relation = fc.constantFrom('≤' as const, '≥' as const);
    const constraint = fc.record({ coefficients: fc.tuple(whole, whole), relation, bound: whole });
    fc.assert(
      fc.property(fc.tuple(whole, whole), fc.array(constraint, { maxLength: 8 }), (objective, some) => {
        const constraints = [...some, atMost([1, 1], 20)];
        const optimum = maximise(objective, constraints);
        const known = byCorners(objective, constraints);
        expect(optimum === null).toBe(known === null);
        if (optimum === null || known === null) return;
        expect(Math.abs(optimum.value - known)).toBeLessThan(1e-8);
        expect(missedBy(optimum.point, constraints)).toBeLessThan(1e-8);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a region grown by one constraint at a time', () => {
  it('ends where a new start ends', () => {
    const share = fc.integer({ min: -1000, max: 1000 }).map((x) => x / 1000);
    const row = fc.array(share, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(row, fc.array(row, { maxLength: 12 }), (objective, rows) => {
        const simplex = equal([1, 1, 1, 1, 1, 1], 1);
        const constraints = rows.map((coefficients) => atLeast(coefficients, 0));
        const start = regionOf(6, [simplex]);
        let grown = start === null ? null : towards(start, objective);
        for (const constraint of constraints) grown = grown === null ? null : restrict(grown, constraint);
        const anew = maximise(objective, [simplex, ...constraints]);
        expect(grown === null).toBe(anew === null);
        if (grown === null || anew === null) return;
        expect(Math.abs(optimumOf(grown).value - anew.value)).toBeLessThan(1e-8);
        expect(missedBy(optimumOf(grown).point, [simplex, ...constraints])).toBeLessThan(1e-8);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves the region it came from as it was', () => {
    const start = regionOf(2, [equal([1, 1], 1)]);
    const best = start === null ? null : towards(start, [1, 0]);
    const before = JSON.stringify(best);
    expect(
      best === null
        ? null
        : restrict(best, atMost([1, 0], 0.25))
            ?.rows.at(-1)
            ?.at(-1),
    ).toBe(0.25);
    expect(JSON.stringify(best)).toBe(before);
  });
});
