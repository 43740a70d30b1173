import { expect, it } from 'vitest';
import { spreads } from '../../../src/math/statistics/spread.ts';

const once = (values: readonly number[]) =>
  spreads(
    values,
    values.map(() => 1),
  );

it('is the sum of squared deviations of any run', () => {
  const spread = once([1, 2, 9, 10]);
  expect(spread(0, 0)).toBe(0);
  expect(spread(0, 1)).toBe(0.5);
  expect(spread(1, 3)).toBeCloseTo(38, 12); // 2, 9, 10: 25 + 4 + 9
  expect(spread(0, 3)).toBeCloseTo(65, 12); // mean 5.5: 20.25 + 12.25 + 12.25 + 20.25
});

it('counts each number as often as it occurs', () => {
  expect(spreads([1, 4], [2, 1])(0, 1)).toBeCloseTo(6, 12); // 1, 1, 4: 1 + 1 + 4
});

it('has the digits of narrow runs far from 0, and from each other', () => {
  const spread = once([-1e9, 1e9, 1e9 + 1, 1e9 + 2]);
  expect(spread(1, 3)).toBeCloseTo(2, 6);
  expect(spread(1, 2)).toBeCloseTo(0.5, 6);
  expect(once([1e9, 1e9 + 2 ** -10])(0, 1) / 2 ** -21).toBeCloseTo(1, 6);
});

it('is 0 of zeros', () => {
  expect(once([0])(0, 0)).toBe(0);
});
