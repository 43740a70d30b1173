import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deviation,
  euclideanLength,
  largest,
  lowerMedian,
  mean,
  median,
  range,
  smallest,
  sum,
  weightedMean,
} from '../../../src/math/statistics/stats.ts';

describe('sum', () => {
  it('of nothing is 0', () => {
    expect(sum([])).toBe(0);
  });

  it('keeps small numbers beside large ones', () => {
    // Plainly from left to right: 1 + 1e16 = 1e16, + 1 = 1e16, - 1e16 = 0.
    expect(sum([1, 1e16, 1, -1e16])).toBe(2);
    expect(sum([1e16, 1, -1e16])).toBe(1);
  });

  it('of ten tenths is 1', () => {
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  it('is the same in any order', () => {
    const scores = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(scores, (values) => {
        expect(sum(values.toReversed())).toBe(sum(values));
        expect(sum(values.toSorted((a, b) => a - b))).toBe(sum(values));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('of infinite numbers is infinite, not NaN', () => {
    expect(sum([1, Infinity, 2])).toBe(Infinity);
    expect(sum([1e308, 1e308])).toBe(Infinity);
  });
});

describe('mean', () => {
  it('is the sum by the count', () => {
    expect(mean([1, 2, 6])).toBe(3); // 9 / 3
    expect(mean([-5])).toBe(-5);
  });

  it('of nothing is not a number', () => {
    expect(mean([])).toBeNaN();
  });
});

describe('deviation', () => {
  it('has the divisor n - 1', () => {
    expect(deviation([1, 3])).toBe(Math.sqrt(2)); // mean 2, (1 + 1) / 1
    expect(deviation([2, 4, 6])).toBe(2); // mean 4, (4 + 0 + 4) / 2 = 4
  });

  it('of one value or none is 0', () => {
    expect(deviation([7])).toBe(0);
    expect(deviation([])).toBe(0);
  });

  it('of equal values is 0', () => {
    expect(deviation([4, 4, 4])).toBe(0);
  });

  it('is not lost far from zero', () => {
    expect(deviation([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(1);
  });

  it('neither overflows nor underflows', () => {
    expect(deviation([1e200, 2e200, 3e200]) / 1e200).toBeCloseTo(1, 12);
    expect(deviation([1e-200, 2e-200, 3e-200]) / 1e-200).toBeCloseTo(1, 12);
  });
});

describe('range', () => {
  it('gives the least and the greatest', () => {
    expect(range([3, -1, 2])).toEqual({ low: -1, high: 3 });
  });

  it('takes more values than a function takes arguments', () => {
    expect(range(Array.from({ length: 500_000 }, (_, i) => i))).toEqual({ low: 0, high: 499_999 });
  });

  it('of nothing has no ends', () => {
    expect(range([])).toEqual({ low: Number.NaN, high: Number.NaN });
  });
});

describe('median', () => {
  it('is the middle one, or halfway between the two in the middle, in whatever order they come', () => {
    expect([median([5]), median([3, 1, 2]), median([10, 30, 20, 40])]).toEqual([5, 2, 25]);
  });

  it('sorts by size, not by spelling, and leaves the numbers as they were', () => {
    const numbers = [10, 9, 100];
    expect(median(numbers)).toBe(10);
    expect(numbers).toEqual([10, 9, 100]);
  });

  it('of nothing is not a number', () => {
    expect(median([])).toBeNaN();
  });

  it('counts equal numbers each', () => {
    expect(median([1, 1, 1, 9])).toBe(1);
  });
});

describe('weightedMean', () => {
  it('counts each number in proportion to its weight', () => {
    expect(weightedMean([1, 4], [2, 1])).toBe(2); // (2 + 4) / 3
    expect(weightedMean([1, 4], [5, 5])).toBe(2.5);
  });
});

describe('lowerMedian', () => {
  it('is one of the numbers, the lower of two in the middle', () => {
    expect(lowerMedian([4, 1, 3, 2], [1, 1, 1, 1])).toBe(2);
    expect(lowerMedian([5, 1, 3], [1, 1, 1])).toBe(3);
  });

  it('is that up to which half of the weight lies', () => {
    expect(lowerMedian([1, 2, 3], [1, 1, 3])).toBe(3);
    expect(lowerMedian([1, 2, 3], [1, 1, 2])).toBe(2);
    expect(lowerMedian([2, 1], [0.3, 0.3])).toBe(1);
  });

  it('takes the lower of two halves though rounding makes them differ', () => {
    expect(lowerMedian([1, 2, 3], [0.3, 0.1, 0.2])).toBe(1); // half of 0.6000000000000001
  });

  it('of nothing is not a number', () => {
    expect(lowerMedian([], [])).toBeNaN();
  });
});

describe('largest and smallest', () => {
  it('are those of Math.max and Math.min, of none and of what is no number too', () => {
    for (const values of [[], [3], [2, -1, 2], [-0, 0], [1, Number.NaN, 2], [-Infinity, Infinity]]) {
      expect(largest(values)).toBe(Math.max(...values));
      expect(smallest(values)).toBe(Math.min(...values));
    }
  });

  it('take more values than a function takes arguments', () => {
    const values = Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 300_007);
    expect([largest(values), smallest(values)]).toEqual([
      Math.max(largest(values.slice(0, 1000)), largest(values.slice(1000))),
      0,
    ]);
    expect(euclideanLength(values.map(() => 1))).toBeCloseTo(Math.sqrt(300_000), 9);
  });
});
