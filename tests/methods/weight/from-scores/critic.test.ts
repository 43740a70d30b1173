import { expect, it } from 'vitest';
import { critic } from '../../../../src/methods/weight/from-scores/critic.ts';
import { snap } from '../../../support/numbers.ts';

it('is the deviation of the min–maxed scores times Σ (1 − r)', () => {
  const columns = [
    [0, 10, 20, 30],
    [1, 0, 1, 0],
    [0, 1, 3, 3],
  ];
  // Min–maxed: a = 0, ⅓, ⅔, 1; b = 1, 0, 1, 0; c = 0, ⅓, 1, 1, with sums of squares around the mean
  // A = 5/9 (5 in units of 1/9), B = 1, C = 27/36: mean 7/12, distances −7, −3, 5, 5 twelfths, 49 + 9 + 25 +
  // 25 = 108 / 144 = 3/4. Products: a with b: (−½)(½) + (−⅙)(−½) + (⅙)(½) + (½)(−½) = −⅓; a with c: (½)(7/12)
  // + (⅙)(3/12) + (⅙)(5/12) + (½)(5/12) = 44/72; b with c: (½)(−7 + 3 + 5 − 5)/12 = −⅙.
  const [A, B, C] = [5 / 9, 1, 3 / 4];
  const [ab, ac, bc] = [-1 / 3 / Math.sqrt(A * B), 44 / 72 / Math.sqrt(A * C), -1 / 6 / Math.sqrt(B * C)];
  const expected = [
    Math.sqrt(A / 3) * (2 - ab - ac),
    Math.sqrt(B / 3) * (2 - ab - bc),
    Math.sqrt(C / 3) * (2 - ac - bc),
  ];
  expect(snap(critic({ columns }), expected, 1e-12)).toEqual(expected);
});

it('is 0 where all scores are equal, and such a sibling adds nothing to the others', () => {
  const [with0, without] = [
    critic({
      columns: [
        [0, 1, 2],
        [2, 1, 0],
        [5, 5, 5],
      ],
    }),
    critic({
      columns: [
        [0, 1, 2],
        [2, 1, 0],
      ],
    }),
  ];
  expect(with0).toEqual([...without, 0]);
});

it('is 0 for siblings that all say the same', () => {
  expect(
    critic({
      columns: [
        [0, 0.1, 0.7],
        [0, 0.3, 2.1],
      ],
    }),
  ).toEqual([0, 0]);
});

it('correlates over the countries that have both scores', () => {
  // The first two share three countries, in which r = 1; the third shares only one with each.
  const [a, b, c] = critic({
    columns: [
      [0, 1, 2, null, null],
      [0, 10, 20, 5, null],
      [null, null, 7, null, 9],
    ],
  });
  expect([a, b, c]).toEqual([0, 0, 0]);
});
