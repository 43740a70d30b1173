import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, quantileOfCounts } from '../../../src/math/statistics/quantiles.ts';
import { median } from '../../../src/math/statistics/stats.ts';

describe('quantile', () => {
  it('goes from the least to the greatest, in proportion between neighbours', () => {
    const values = [40, 10, 20]; // sorted 10, 20, 40; places 0, 1, 2
    expect([0, 0.25, 0.5, 0.75, 0.9, 1].map((p) => quantile(values, p))).toEqual([10, 15, 20, 30, 36, 40]); // 0.9: place 1.8, 20 + 0.8 × 20
    expect(values).toEqual([40, 10, 20]);
  });

  it('of one number is that number, of none not a number', () => {
    expect([0, 0.3, 1].map((p) => quantile([7], p))).toEqual([7, 7, 7]);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('at one half is the median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (values) => {
        expect(quantile(values, 0.5)).toBe(median(values));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('quantileOfCounts', () => {
  it('is the quantile of the numbers written out', () => {
    const shares = fc.constantFrom(0, 0.05, 0.25, 0.5, 0.9, 0.95, 1);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 12 }), shares, (counts, p) => {
        expect(quantileOfCounts(counts, p)).toBe(
          quantile(
            counts.flatMap((count, i) => Array.from({ length: count }, () => i)),
            p,
          ),
        );
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('of nothing counted is not a number', () => {
    expect(quantileOfCounts([], 0.5)).toBeNaN();
    expect(quantileOfCounts([0, 0], 0.5)).toBeNaN();
  });
});
