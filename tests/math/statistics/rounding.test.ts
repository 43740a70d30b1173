import { describe, expect, it } from 'vitest';
import { leastRoundedTo, roundTo, settle, tied } from '../../../src/math/statistics/rounding.ts';

describe('roundTo', () => {
  it.each([
    [0.5, 0, 1],
    [1.5, 0, 2],
    [2.5, 0, 3],
    [-0.5, 0, -1],
    [-2.5, 0, -3],
    [0.4999, 0, 0],
    [-1.25, 1, -1.3],
  ])('takes halves away from zero: %d to %d places is %d', (x, decimals, rounded) => {
    expect(roundTo(x, decimals)).toBe(rounded);
  });

  it.each([
    // As doubles these are a little less than what is written: 1.005 is 1.00499999999999989…
    [1.005, 2, 1.01],
    [8.345, 2, 8.35],
    [1.45, 1, 1.5],
    [4.35, 1, 4.4],
    [0.285, 2, 0.29],
  ])('counts the decimal that is written: %d to %d places is %d', (x, decimals, rounded) => {
    expect(roundTo(x, decimals)).toBe(rounded);
  });

  it('leaves alone what has no more places', () => {
    expect(roundTo(0.967, 3)).toBe(0.967);
    expect(roundTo(1e15, 2)).toBe(1e15);
    expect(roundTo(0, 3)).toBe(0);
  });

  it('leaves alone what is too large to have decimals', () => {
    expect(roundTo(1e300, 12)).toBe(1e300);
    expect(roundTo(123_456_789_012.3456, 3)).toBe(123_456_789_012.346);
  });
});

describe('leastRoundedTo', () => {
  it.each([
    [95, 0, 94.5],
    [94.2, 0, 94.5], // 95 is the least whole number that is enough
    [95, 2, 94.995],
    [0.1, 1, 0.05],
    [1.005, 2, 1.005], // 1.01 is enough, and 1.005 rounds to it
  ])('of at least %d at %d places is %d', (least, decimals, limit) => {
    expect(leastRoundedTo(least, decimals)).toBe(limit);
  });

  it.each([
    [95, 0],
    [94.2, 1],
    [0, 0],
    [-2, 0],
    [-2.3, 1],
    [0.285, 2],
  ])('%d at %d places: what it gives rounds to enough, and a little less does not', (least, decimals) => {
    const limit = leastRoundedTo(least, decimals);
    expect(roundTo(limit, decimals)).toBeGreaterThanOrEqual(least);
    expect(roundTo(limit - 1e-9, decimals)).toBeLessThan(least);
  });
});

describe('tied', () => {
  const ones = (column: readonly unknown[]) => column.map(() => 1);

  it('makes one of numbers on both sides of a half, which would be settled apart', () => {
    const [low, high] = [0.5e-12 - 1e-16, 0.5e-12 + 1e-16];
    expect(settle(low, 1)).not.toBe(settle(high, 1));
    expect(tied([low, high], ones([low, high]))).toEqual([1e-12, 1e-12]);
  });

  it('is the same in any order of rows', () => {
    const column = [0.3, null, 0.1 + 0.2, 0.7, 0.1 * 3];
    expect(tied(column, ones(column))).toEqual([0.3, null, 0.3, 0.7, 0.3]);
    expect(tied(column.toReversed(), ones(column))).toEqual([0.3, 0.7, 0.3, null, 0.3]);
  });

  it('keeps apart what differs by more than its step, each at a magnitude of its own', () => {
    expect(tied([1, 1 + 3e-12, 2e-3, 2e-3 + 3e-14], [1, 1, 2e-3, 2e-3])).toEqual([
      1, 1.000000000003, 0.002, 0.00200000000003,
    ]);
    expect(tied([1, 1 + 3e-12], [100, 100])).toEqual([1, 1]);
  });

  it('can take the highest as it is, and has no −0', () => {
    expect(tied([0.1 + 0.2, 0.3], [1, 1], (highest) => highest)).toEqual([0.1 + 0.2, 0.1 + 0.2]);
    expect(tied([-1e-17], [1])).toEqual([0]);
  });
});

describe('settle', () => {
  it('makes 0.1 + 0.2 the 0.3 that it stands for', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(settle(0.1 + 0.2, 0.3)).toBe(settle(0.3, 0.3));
  });

  it('keeps twelve digits of the magnitude', () => {
    expect(settle(1 / 3, 1)).toBe(0.333333333333); // 12 places
    expect(settle(100 / 3, 100)).toBe(33.3333333333); // 10 places
    expect(settle(1 / 3, 100)).toBe(0.3333333333); // of the largest contribution, not of the number itself
  });

  it('keeps differences that are more than noise', () => {
    expect(settle(50 + 1e-9, 100)).not.toBe(settle(50, 100));
  });

  it('works at large magnitudes', () => {
    expect(settle(123_456_789_012_345, 1e15)).toBe(123_456_789_012_000);
    expect(settle(3e200 * (1 + 2 ** -52), 3e200)).toBe(settle(3e200, 3e200));
  });

  it('works at small magnitudes', () => {
    expect(settle(1e-20 + 2e-20, 3e-20)).toBe(settle(3e-20, 3e-20));
    expect(settle(5e-320, 5e-320)).toBe(5e-320);
  });

  it('leaves a number alone if there is no magnitude to go by', () => {
    expect(settle(0.1, 0)).toBe(0.1);
    expect(settle(Infinity, 1)).toBe(Infinity);
    expect(settle(Number.NaN, 1)).toBeNaN();
  });
});
