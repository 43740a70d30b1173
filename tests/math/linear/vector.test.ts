import { expect, it } from 'vitest';
import { dot, magnitude } from '../../../src/math/linear/vector.ts';

it('dot adds the products up', () => {
  expect([dot([1, 2, 3], [4, -5, 6]), dot([], [])]).toEqual([12, 0]);
});

it('magnitude is the greatest distance from 0, and no number if one of them is none', () => {
  expect([magnitude([1, -3, 2]), magnitude([]), magnitude([1, Number.NaN])]).toEqual([3, 0, Number.NaN]);
});
