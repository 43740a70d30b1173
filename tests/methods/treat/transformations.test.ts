import { describe, expect, it } from 'vitest';
import { kurtosis, skewness } from '../../../src/math/statistics/stats.ts';
import { boxCox, log } from '../../../src/methods/treat/transformations.ts';

// ln(100 / 100) = 0, ln(50 + 1) and ln(100 + 1)
it('the shifted logarithm takes zero and negative scores', () => {
  expect(log([0, 50, 100, null])).toEqual([0, Math.log(51), Math.log(101), null]);
  expect(log([-100, 0])).toEqual([0, Math.log(101)]);
});

describe('box-cox', () => {
  it('finds the logarithm for scores that are evenly spaced on a logarithmic scale', () => {
    const scores = Array.from({ length: 41 }, (_, i) => 10 ** ((i - 20) / 10));
    const found = boxCox(scores, { lambda: null });
    const spaces = found.slice(1).map((x, i) => Number(x) - Number(found[i]));
    expect(Math.max(...spaces) / Math.min(...spaces)).toBeLessThan(1.001);
  });

  it('makes a skewed column less skewed', () => {
    const skewed = [1, 1, 2, 2, 3, 4, 5, 8, 13, 40, 90];
    const found = boxCox(skewed, { lambda: null }).map(Number);
    expect(Math.abs(skewness(found))).toBeLessThan(0.3);
    expect(Math.abs(kurtosis(found))).toBeLessThan(2);
  });
});
