import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { normalisations } from '../../../src/methods/normalise/table.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import { editionOf } from '../../support/edition.ts';

describe('none', () => {
  it('leaves scores as they are', () => {
    expect(normalisations.none.apply([2, null, -6])).toEqual([2, null, -6]);
  });

  it('still turns an indicator of direction -1 round', () => {
    const framework = category('index', [indicator('incidents', { direction: -1 })]);
    expect(
      build(editionOf({ incidents: [2, 6] }, { framework, recipe: { normalise: { method: 'none' } } })),
    ).toMatchObject({ index: [-2, -6], ranks: [1, 2] });
  });
});

describe('parameters that make no sense together', () => {
  it.each([
    [0, 100, null],
    [1, 1, 'floor must be below ceiling'],
    [100, 0, 'floor must be below ceiling'],
  ])('floor %d and ceiling %d: %s', (floor, ceiling, complaint) => {
    expect(normalisations.minmax.check({ floor, ceiling })).toBe(complaint);
    expect(normalisations.goalposts.check({ floor, ceiling, low: null, high: null })).toBe(complaint);
  });

  it.each([
    [0, 10, null],
    [0, null, null],
    [5, 5, 'low must be below high'],
    [10, 0, 'low must be below high'],
  ])('low %j and high %j: %s', (low, high, complaint) => {
    expect(normalisations.goalposts.check({ floor: 0, ceiling: 100, low, high })).toBe(complaint);
  });
});
