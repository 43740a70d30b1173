import { describe, expect, it } from 'vitest';
import { topsis } from '../../../src/methods/aggregate/topsis.ts';
import { build } from '../../../src/methods/build.ts';
import { editionOf } from '../../support/edition.ts';
import { snap } from '../../support/numbers.ts';

const halves = [0.5, 0.5];

it('is 1 for the best in everything, 0 for the worst', () => {
  expect(
    topsis(
      [
        [9, 8],
        [1, 2],
        [1, 8],
      ],
      halves,
    ),
  ).toEqual([1, 0, 6 / (8 + 6)]); // the third: d⁺ = ½ · 8, d⁻ = ½ · 6
});

it('adds up distances as the crow flies', () => {
  // Best (10, 10), worst (0, 0). The first: d⁺ = ½ √(4² + 3²) = 2.5, d⁻ = ½ √(6² + 7²) = ½ √85
  expect(
    topsis(
      [
        [6, 7],
        [10, 0],
        [0, 10],
      ],
      halves,
    )[0],
  ).toBeCloseTo(Math.sqrt(85) / (5 + Math.sqrt(85)), 12);
});

it('weighs the scores, so that a distance goes with the square of the weight', () => {
  // (10, 0) and (0, 10): d⁺ = ¾ · 10 and ¼ · 10, d⁻ the other way round
  expect(
    topsis(
      [
        [10, 0],
        [0, 10],
      ],
      [0.25, 0.75],
    ),
  ).toEqual([0.25, 0.75]);
});

it('takes the worked example of three by three', () => {
  // r = (0.6, 0.5, 0.7), (0.8, 0.1, 0.2), (0, 0.9, 0.7); weights 0.5, 0.3, 0.2
  // v = (0.30, 0.15, 0.14), (0.40, 0.03, 0.04), (0, 0.27, 0.14); best (0.40, 0.27, 0.14), worst (0, 0.03,
  // 0.04) d⁺ = √(0.01 + 0.0144 + 0) , √(0 + 0.0576 + 0.01), √0.16; d⁻ = √(0.09 + 0.0144 + 0.01), √0.16, √(0 +
  // 0.0576 + 0.01)
  const expected = [
    Math.sqrt(0.1144) / (Math.sqrt(0.0244) + Math.sqrt(0.1144)),
    0.4 / (0.26 + 0.4),
    0.26 / (0.4 + 0.26),
  ];
  expect(
    snap(
      topsis(
        [
          [0.6, 0.5, 0.7],
          [0.8, 0.1, 0.2],
          [0, 0.9, 0.7],
        ],
        [0.5, 0.3, 0.2],
      ),
      expected,
      1e-12,
    ),
  ).toEqual(expected);
});

describe('missing scores', () => {
  it('count in no distance', () => {
    // Best 10 and 10, worst 0 and 0; the third has the second score alone: d⁺ = ½ · 4, d⁻ = ½ · 6
    expect(
      topsis(
        [
          [10, 0],
          [0, 10],
          [null, 6],
        ],
        halves,
      ),
    ).toEqual([0.5, 0.5, 0.6]);
  });

  it('leave the standard to the others', () => {
    expect(
      topsis(
        [
          [10, null],
          [0, 10],
          [5, 0],
        ],
        halves,
      ),
    ).toEqual([1, 0.5, 1 / (1 + Math.sqrt(5))]); // the third: d⁺ = ½ √(5² + 10²), d⁻ = ½ · 5
  });
});

it('tells nobody apart where all are equal, but for floating-point noise, or there is but one', () => {
  expect(
    topsis(
      [
        [4, 4],
        [4, 4],
      ],
      halves,
    ),
  ).toEqual([0.5, 0.5]);
  expect(
    topsis(
      [
        [0.3, 4],
        [0.1 + 0.2, 4],
      ],
      halves,
    ),
  ).toEqual([0.5, 0.5]);
  expect(topsis([[4, 9]], halves)).toEqual([0.5]);
  // Where one has a score in nothing that tells apart, it is in the middle too.
  expect(
    topsis(
      [
        [4, null],
        [4, 1],
        [4, 0],
      ],
      halves,
    ),
  ).toEqual([0.5, 1, 0]);
});

it('takes negative scores, tiny and large ones', () => {
  expect(
    topsis(
      [
        [-1, -5],
        [-3, -1],
      ],
      halves,
    ),
  ).toEqual([2 / 6, 4 / 6]);
  expect(
    topsis(
      [
        [1e-200, 0],
        [0, 1e-200],
      ],
      halves,
    ),
  ).toEqual([0.5, 0.5]);
  expect(
    topsis(
      [
        [1e200, 0],
        [0, 1e200],
      ],
      halves,
    ),
  ).toEqual([0.5, 0.5]);
});

it('keeps its digits whatever the unit of the scores', () => {
  const { index } = build(
    editionOf(
      { output: [3e12, 1e12, 2e12], trade: [1e12, 2e12, 3e12] },
      { recipe: { normalise: { method: 'none' }, aggregate: { method: 'topsis' } } },
    ),
  );
  // Steps of 1e12: (2, 0), (0, 1), (1, 2) from the worst; (0, 2), (2, 1), (1, 0) from the best
  const expected = [0.5, 1 / (1 + Math.sqrt(5)), Math.sqrt(5) / (1 + Math.sqrt(5))];
  expect(snap(index, expected, 1e-11)).toEqual(expected);
});
