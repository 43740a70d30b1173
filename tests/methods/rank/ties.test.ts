import { describe, expect, it } from 'vitest';
import { competition, dense, fractional, ordinal } from '../../../src/methods/rank/ties.ts';

describe('ties', () => {
  const scores = [7, 9, null, 7, 5, 7];

  it('share the best of their ranks in competition ranking', () => {
    expect(competition(scores)).toEqual([2, 1, null, 2, 5, 2]);
  });

  it('are followed by the next rank in dense ranking', () => {
    expect(dense(scores)).toEqual([2, 1, null, 2, 3, 2]);
  });

  it('share the mean of their ranks in fractional ranking', () => {
    expect(fractional(scores)).toEqual([3, 1, null, 3, 5, 3]); // (2 + 3 + 4) / 3
  });

  it('follow each other by code in ordinal ranking', () => {
    expect(ordinal(scores, ['SYL', 'ARC', 'NON', 'BOR', 'ZUB', 'RUR'])).toEqual([4, 1, null, 2, 5, 3]);
  });
});

it.each([
  ['competition', competition],
  ['dense', dense],
  ['fractional', fractional],
])('%s of equal scores', (method, formula) => {
  expect(formula([4, 4, 4])).toEqual(Array(3).fill(method === 'fractional' ? 2 : 1));
});

it.each([
  ['competition', competition],
  ['dense', dense],
  ['fractional', fractional],
])('%s of nothing and of one', (_, formula) => {
  expect([formula([]), formula([null]), formula([-3])]).toEqual([[], [null], [1]]);
});
