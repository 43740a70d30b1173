import { expect, it } from 'vitest';
import { complement, nearestCombination, orthonormal } from '../../../src/math/linear/orthogonal.ts';
import { dot } from '../../../src/math/linear/vector.ts';

const vectors = [
  [1, 2, 2, 0],
  [2, 0, 1, 1],
  [3, 2, 3, 1],
];

it('the third vector is the sum of the first two: a basis of two, and a complement of two', () => {
  const basis = [...orthonormal(vectors), ...complement(4, vectors)];
  expect(orthonormal(vectors)).toHaveLength(2);
  expect(basis.map((a) => basis.map((b) => Number(dot(a, b).toFixed(12)) + 0))).toEqual([
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
  ]);
});

it('vectors of nothing span nothing', () => {
  expect(orthonormal([[0, 0]])).toEqual([]);
  expect(complement(1, [])).toEqual([[1]]);
  expect(
    nearestCombination(
      [
        [0, 0],
        [0, 2],
      ],
      [1, 3],
    ),
  ).toEqual([0, 1.5]);
});
