import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../../../src/math/statistics/stats.ts';
import { isOrdered, rankOrderCentroid, rankSum } from '../../../src/methods/weight/rank-order.ts';
import { snap } from '../../support/numbers.ts';

const codes = ['laws', 'skills', 'trade'];

describe('rankOrderCentroid', () => {
  it('is the mean of 1/k from the rank to the last', () => {
    // (1 + ½ + ⅓) / 3 = 11/18, (½ + ⅓) / 3 = 5/18, ⅓ / 3 = 2/18
    const expected = [5 / 18, 2 / 18, 11 / 18];
    expect(
      snap(rankOrderCentroid({ codes }, { order: ['trade', 'laws', 'skills'] }), expected, 1e-14),
    ).toEqual(expected);
  });

  it('is the centre of all weightings in that order: the mean of its corners', () => {
    // The corners are (1, 0, 0), (½, ½, 0) and (⅓, ⅓, ⅓).
    const corners = [
      [1, 0, 0],
      [1 / 2, 1 / 2, 0],
      [1 / 3, 1 / 3, 1 / 3],
    ];
    const expected = codes.map((_, i) => sum(corners.map((corner) => corner[i] ?? 0)) / 3);
    expect(snap(rankOrderCentroid({ codes }, { order: codes }), expected, 1e-14)).toEqual(expected);
  });
});

describe('rankSum', () => {
  it('falls by the same step from rank to rank', () => {
    expect(rankSum({ codes }, { order: ['trade', 'laws', 'skills'] })).toEqual([2 / 6, 1 / 6, 3 / 6]);
  });
});

describe.each([
  ['rankOrderCentroid', rankOrderCentroid],
  ['rankSum', rankSum],
] as const)('%s', (_, weigh) => {
  it('lets siblings that are not named share what is left', () => {
    const [first = 0, second = 0, third = 0] = weigh({ codes }, { order: ['laws', 'skills', 'trade'] });
    const expected = [first, (second + third) / 2, (second + third) / 2];
    expect(snap(weigh({ codes }, { order: ['laws'] }), expected, 1e-14)).toEqual(expected);
  });

  it('takes no notice of codes from elsewhere, and makes all equal if it names none of these', () => {
    expect(weigh({ codes }, { order: ['crime', 'trade', 'offence', 'laws'] })).toEqual(
      weigh({ codes }, { order: ['trade', 'laws'] }),
    );
    expect(new Set(weigh({ codes }, { order: ['crime'] })).size).toBe(1);
  });

  it('sums to 1, above 0, in the order of importance', () => {
    const many = Array.from({ length: 12 }, (__, i) => `c${i}`);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.shuffledSubarray(many), (n, order) => {
        const own = many.slice(0, n);
        const weights = weigh({ codes: own }, { order });
        expect(sum(weights)).toBeCloseTo(1, 12);
        expect(weights.every((w) => w > 0)).toBe(true);
        const inOrder = order
          .filter((code) => own.includes(code))
          .map((code) => weights[own.indexOf(code)] ?? 0);
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
      }),
      { seed: 2021, numRuns: 100 },
    );
  });
});

it('isOrdered says whether the order names any of them', () => {
  expect([
    isOrdered({ codes }, { order: ['crime', 'trade'] }),
    isOrdered({ codes }, { order: ['crime'] }),
  ]).toEqual([true, false]);
});
