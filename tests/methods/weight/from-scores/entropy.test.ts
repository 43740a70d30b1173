import { expect, it } from 'vitest';
import { entropy } from '../../../../src/methods/weight/from-scores/entropy.ts';
import { isNear } from '../../../support/numbers.ts';

it('is 1 + Σ p ln p / ln n', () => {
  // Shares 1/4, 1/4, 1/2: 1 − (¼ ln 4 + ¼ ln 4 + ½ ln 2) / ln 3 = 1 − 1.5 ln 2 / ln 3
  const [one = 0] = entropy({ columns: [[1, 1, 2]] });
  expect(isNear(one, 1 - (1.5 * Math.log(2)) / Math.log(3), 1e-14)).toBe(true);
});

it('is 1 where one country has everything, 0 where all have the same', () => {
  expect(
    entropy({
      columns: [
        [0, 0, 3],
        [2, 2, 2],
        [0, 0, 0],
      ],
    }),
  ).toEqual([1, 0, 0]);
});

it('counts the countries that have a score', () => {
  expect(entropy({ columns: [[1, null, 3, null]] })).toEqual(entropy({ columns: [[1, 3]] }));
  expect(
    entropy({
      columns: [
        [7, null],
        [null, null],
      ],
    }),
  ).toEqual([0, 0]);
});

it('does not change with the unit, and does with the zero', () => {
  const [small = 0, large = 0, shifted = 0] = entropy({
    columns: [
      [1, 2, 4],
      [1e300, 2e300, 4e300],
      [11, 12, 14],
    ],
  });
  expect(isNear(small, large, 1e-12)).toBe(true);
  expect(shifted).toBeLessThan(small / 10);
});

it('keeps its digits where the scores are nearly equal', () => {
  // With shares (1 + e) / 2 and (1 − e) / 2 it is e² / (2 ln 2), but for e⁴.
  const e = 1e-5;
  const [one = 0] = entropy({ columns: [[1 + e, 1 - e]] });
  expect(isNear(one, e ** 2 / (2 * Math.log(2)), 1e-5)).toBe(true);
});
