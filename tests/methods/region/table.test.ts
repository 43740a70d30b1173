import { describe, expect, it } from 'vitest';
import {
  describeRegion,
  limitOf,
  regions,
  type RegionContext,
  type WeightRegion,
} from '../../../src/methods/region/table.ts';
import { regionFrom } from '../../support/robust.ts';
import { entryOf } from '../../../src/model/registry.ts';

/** Two indicators in a category of weight 0.5, and one beside it. */
const context: RegionContext = {
  space: {
    codes: ['a', 'b', 'c'],
    nominal: [0.2, 0.3, 0.5],
    groups: [
      {
        code: 'index',
        members: [0, 1, 2],
        children: [
          { code: 'first', members: [0, 1], local: 0.5 },
          { code: 'c', members: [2], local: 0.5 },
        ],
      },
      {
        code: 'first',
        members: [0, 1],
        children: [
          { code: 'a', members: [0], local: 0.4 },
          { code: 'b', members: [1], local: 0.6 },
        ],
      },
    ],
  },
  sets: () => [
    [1, 0, 0],
    [0, 0.5, 0.5],
  ],
  advantages: (names) => (names === null ? [[1, -1, 0]] : [[0, 1, -1]]),
};

const limits = (region: string) => {
  const [choice] = regionFrom(region);
  return choice === undefined
    ? []
    : entryOf<WeightRegion>(regions, choice).limits(context, choice).constraints;
};

describe('the limits of a region', () => {
  it('any: none', () => {
    expect(limits('any')).toEqual([]);
  });

  it('around, among siblings: each share of its category within the share of its nominal one', () => {
    expect(limits('around:50%').slice(0, 2)).toEqual([
      { coefficients: [0.75, 0.75, -0.25], relation: '≥', bound: 0 },
      { coefficients: [0.25, 0.25, -0.75], relation: '≤', bound: 0 },
    ]);
    // b has 0.3 to 0.9 of what a and b have.
    expect(limits('around:50%').slice(6)).toEqual([
      { coefficients: [-0.3, 0.7, 0], relation: '≥', bound: 0 },
      { coefficients: [-0.8999999999999999, 0.10000000000000009, 0], relation: '≤', bound: 0 },
    ]);
  });

  it('around, of effective weights: of the sum of all', () => {
    expect(limits('around:50%@leaves')[0]).toEqual({
      coefficients: [0.9, -0.1, -0.1],
      relation: '≥',
      bound: 0,
    });
  });

  it('ratio: among siblings, both ways', () => {
    expect(limits('ratio:2')).toEqual(
      [
        [1, 1, -2],
        [-2, -2, 1],
        [1, -2, 0],
        [-2, 1, 0],
      ].map((coefficients) => ({ coefficients, relation: '≤', bound: 0 })),
    );
  });

  it('order: of indicators and categories alike', () => {
    expect(limits('order:first,c,a')).toEqual(
      [
        [1, 1, -1],
        [-1, 0, 1],
      ].map((coefficients) => ({ coefficients, relation: '≥', bound: 0 })),
    );
  });

  it('mix: never below what is left of the nominal weight', () => {
    expect(limits('mix:50%@leaves')[2]).toEqual({
      coefficients: [-0.25, -0.25, 0.75],
      relation: '≥',
      bound: 0,
    });
  });

  it('sets: as mixing weights say, which are variables of their own', () => {
    expect(limits('sets')).toEqual(
      [
        [0, 0, 0, 1, 1],
        [1, 0, 0, -1, -0],
        [0, 1, 0, -0, -0.5],
        [0, 0, 1, -0, -0.5],
      ].map((coefficients, i) => ({ coefficients, relation: '=', bound: i === 0 ? 1 : 0 })),
    );
  });

  it('published: as statements say, named or printed', () => {
    expect([limits('published'), limits('published:USA,CHN')]).toEqual([
      [{ coefficients: [1, -1, 0], relation: '≥', bound: 0 }],
      [{ coefficients: [0, 1, -1], relation: '≥', bound: 0 }],
    ]);
  });
});

describe('a region', () => {
  it.each([
    'any',
    'any@top',
    'around:25%',
    'around:12.5%@leaves',
    'ratio:3+order:a,b',
    'mix:10%@top',
    'sets',
    'published',
    'published:USA,CHN',
  ])('%s is written as it was read', (text) => {
    expect(describeRegion(regionFrom(text))).toBe(text);
  });

  it('has limits on single weights, where it limits each by itself', () => {
    expect([
      limitOf({ method: 'around', share: 0.5 }, 0.8),
      limitOf({ method: 'around', share: 2 }, 0.25),
      limitOf({ method: 'mix', share: 0.5 }, 0.8),
      limitOf({ method: 'any' }, 0.8),
    ]).toEqual([
      { least: 0.4, most: 1 },
      { least: 0, most: 0.75 },
      { least: 0.4, most: 1 },
      { least: 0, most: 1 },
    ]);
  });
});
