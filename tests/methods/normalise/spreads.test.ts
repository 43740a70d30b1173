import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { zscore } from '../../../src/methods/normalise/spreads.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import { editionOf } from '../../support/edition.ts';

describe('zscore', () => {
  it('has the mean and deviation that are asked for', () => {
    // mean 4, deviation 2: (2 - 4) / 2 = -1
    expect(zscore([2, 4, null, 6], { mean: 0, deviation: 1 })).toEqual([-1, 0, null, 1]);
    expect(zscore([2, 4, 6], { mean: 50, deviation: 10 })).toEqual([40, 50, 60]);
  });

  it('gives all the mean if all are equal', () => {
    expect(zscore([3, 3], { mean: 50, deviation: 10 })).toEqual([50, 50]);
  });

  it('of an indicator of direction -1 changes sign', () => {
    const framework = category('index', [indicator('incidents', { direction: -1 })]);
    expect(
      build(editionOf({ incidents: [2, 4, 6] }, { framework, recipe: { normalise: { method: 'zscore' } } }))
        .index,
    ).toEqual([1, 0, -1]);
  });

  it('of equal scores is the mean exactly', () => {
    expect(zscore([0.1, 0.1, 0.1], { mean: 0, deviation: 1 })).toEqual([0, 0, 0]);
  });
});
