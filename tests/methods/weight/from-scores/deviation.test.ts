import { expect, it } from 'vitest';
import { deviation } from '../../../../src/methods/weight/from-scores/deviation.ts';

it('is the standard deviation of the scores that are there', () => {
  // 1, 2, 3: √((1 + 0 + 1) / 2) = 1; 0, 10: √((25 + 25) / 1) = √50
  expect(
    deviation({
      columns: [
        [1, 2, null, 3],
        [0, null, null, 10],
      ],
    }),
  ).toEqual([1, Math.sqrt(50)]);
});

it('is 0 where all scores are equal, but for rounding, and where there are none', () => {
  expect(
    deviation({
      columns: [
        [5, 5, 5],
        [0.3, 0.1 + 0.2, 0.3],
        [null, null, null],
        [7, null, null],
      ],
    }),
  ).toEqual([0, 0, 0, 0]);
});
