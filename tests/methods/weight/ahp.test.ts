import { describe, expect, it } from 'vitest';
import {
  ahp,
  consistencyRatio,
  furthestComparison,
  isCompared,
  priorities,
} from '../../../src/methods/weight/ahp.ts';

const sets = new Map([
  [
    'ahp:matrix.csv',
    new Map([
      ['laws', 0.8],
      ['skills', 0.2],
    ]),
  ],
]);
const parameters = { file: 'matrix.csv' };

describe('ahp', () => {
  it('takes the priorities of the siblings that the file compares', () => {
    expect(ahp({ codes: ['skills', 'laws'], given: [5, 5] }, parameters, sets)).toEqual([0.2, 0.8]);
  });

  it('keeps the given weights of siblings that it does not', () => {
    expect(ahp({ codes: ['trade', 'crime'], given: [5, 1] }, parameters, sets)).toEqual([5, 1]);
    expect([
      isCompared({ codes: ['trade', 'crime'] }, parameters, sets),
      isCompared({ codes: ['skills'] }, parameters, sets),
    ]).toEqual([false, true]);
  });

  it('does not make up what was not read', () => {
    expect(() => ahp({ codes: ['laws'], given: [1] }, { file: 'other.csv' }, sets)).toThrow('were not read');
  });
});

describe('priorities', () => {
  it('of consistent comparisons are what they are ratios of', () => {
    // 0.6 : 0.3 : 0.1
    expect(
      priorities([
        [1, 2, 6],
        [1 / 2, 1, 3],
        [1 / 6, 1 / 3, 1],
      ]).map((w) => w.toFixed(14)),
    ).toEqual(['0.60000000000000', '0.30000000000000', '0.10000000000000']);
  });
});

describe('consistencyRatio', () => {
  it('is (λ − n) / (n − 1) over the random index', () => {
    // Around a circle, each 2 times the next: λ = 1 + 2 + ½ = 3.5; (3.5 − 3) / 2 / 0.58
    expect(
      consistencyRatio([
        [1, 2, 1 / 2],
        [1 / 2, 1, 2],
        [2, 1 / 2, 1],
      ]),
    ).toBeCloseTo(0.25 / 0.58, 13);
  });

  it('is 0 of one thing and of two', () => {
    expect([
      consistencyRatio([[1]]),
      consistencyRatio([
        [1, 9],
        [1 / 9, 1],
      ]),
    ]).toEqual([0, 0]);
  });

  it('takes the index of 15 above 15', () => {
    const ones = Array.from({ length: 16 }, (_, i) =>
      Array.from({ length: 16 }, (__, j) => {
        if (i + j !== 1) return 1;
        return i < j ? 9 : 1 / 9;
      }),
    );
    expect(consistencyRatio(ones)).toBeGreaterThan(0);
  });
});

it('furthestComparison names the one that is furthest from the weights', () => {
  // Consistent with 4 : 2 : 1 but for the 9.
  const { row, column, ratio } = furthestComparison([
    [1, 2, 9],
    [1 / 2, 1, 2],
    [1 / 9, 1 / 2, 1],
  ]);
  expect([row, column]).toEqual([0, 1]);
  expect(ratio).toBeGreaterThan(2);
});
