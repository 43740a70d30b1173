import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { rankScores } from '../../../src/methods/rank/run.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import { editionOf } from '../../support/edition.ts';

const none = { normalise: { method: 'none' } };

describe('ranks of rounded scores', () => {
  const decimals = (places: number) => ({ method: 'competition', decimals: places });

  it('tie where the printed scores are equal', () => {
    // 0.9664 and 0.9656 are printed as 0.966
    expect(rankScores([0.967, 0.9664, 0.9656, 0.965], [], decimals(3))).toEqual([1, 2, 2, 4]);
    expect(rankScores([0.967, 0.9664, 0.9656, 0.965], [], { method: 'competition', decimals: null })).toEqual(
      [1, 2, 3, 4],
    );
  });

  it('take halves away from zero', () => {
    expect(rankScores([0.5, 1, 0.4], [], decimals(0))).toEqual([1, 1, 3]); // 1, 1, 0
    expect(rankScores([-0.5, -1, -0.4], [], decimals(0))).toEqual([2, 2, 1]); // -1, -1, 0
    expect(rankScores([1.005, 1.01], [], decimals(2))).toEqual([1, 1]);
  });

  it('do not change the index', () => {
    const edition = editionOf({ strategy: [0.9664, 0.9656] }, { recipe: { ...none, rank: decimals(3) } });
    expect(build(edition)).toMatchObject({ index: [0.9664, 0.9656], ranks: [1, 1] });
  });
});

describe('floating point decides no rank', () => {
  it('0.1 + 0.2 ties with 0.3', () => {
    const edition = editionOf(
      { strategy: [0.1, 0.3], offence: [0.2, 0] },
      { recipe: { ...none, aggregate: { method: 'sum' } } },
    );
    expect(build(edition).ranks).toEqual([1, 1]);
  });

  it('the same points in other categories tie', () => {
    // 1.1 + 2.2 + 3.3 in three orders, each a different double if added from left to right
    const edition = editionOf(
      { strategy: [1.1, 3.3, 2.2], governance: [2.2, 1.1, 3.3], offence: [3.3, 2.2, 1.1] },
      { recipe: none },
    );
    expect(build(edition).ranks).toEqual([1, 1, 1]);
  });

  it('the same points ten million times larger or smaller tie', () => {
    for (const size of [1e-200, 1e-7, 1e7, 1e200]) {
      const edition = editionOf(
        { strategy: [0.1 * size, 0.3 * size], offence: [0.2 * size, 0] },
        { recipe: { ...none, aggregate: { method: 'sum' } } },
      );
      expect(build(edition).ranks).toEqual([1, 1]);
    }
  });

  it('large scores that cancel out leave no noise behind', () => {
    // Contributions of 5e8 and -5e8 carry noise of 1e-8 and more: what is left of them is a tie at 0.05.
    const edition = editionOf({ gain: [1e9 + 0.1, 0.1], loss: [-1e9, 0] }, { recipe: none });
    expect(build(edition).ranks).toEqual([1, 1]);
  });

  it('countries with the same scores tie under every mean, whatever the weights', () => {
    const framework = category('index', [
      indicator('strategy', { weight: 0.1 }),
      indicator('governance', { weight: 0.7 }),
      indicator('offence', { weight: 0.3 }),
    ]);
    for (const method of ['arithmetic', 'geometric', 'harmonic', 'product', 'sum', 'minimum']) {
      const edition = editionOf(
        { strategy: [0.7, 0.2, 0.7], governance: [0.3, 0.9, 0.3], offence: [0.1, 0.4, 0.1] },
        { framework, recipe: { ...none, aggregate: { method } } },
      );
      const [first, , third] = build(edition).ranks;
      expect(first).toBe(third);
    }
  });

  it('a difference of a billionth is still a difference', () => {
    expect(build(editionOf({ strategy: [50, 50.000000001] }, { recipe: none })).ranks).toEqual([2, 1]);
  });
});
