import { describe, expect, it } from 'vitest';
import { complete, describeChoice, entryOf, type MethodTable } from '../../src/model/registry.ts';
import { aggregations } from '../../src/methods/aggregate/table.ts';
import { normalisations } from '../../src/methods/normalise/table.ts';
import { tierMethods } from '../../src/methods/tier/table.ts';
import { weightings } from '../../src/methods/weight/table.ts';

describe('entryOf', () => {
  it('finds the entry of a choice', () => {
    expect(entryOf(aggregations, { method: 'minimum' })).toBe(aggregations.minimum);
  });

  it('takes nothing that is not in the table itself for a method', () => {
    expect(() => entryOf(aggregations, { method: 'constructor' })).toThrow(
      'the table of methods has no "constructor"',
    );
  });
});

describe('complete', () => {
  it('fills in the defaults', () => {
    expect(complete(normalisations, { method: 'minmax', ceiling: 1 })).toEqual({
      method: 'minmax',
      floor: 0,
      ceiling: 1,
      by: null,
    });
  });

  it('keeps zero and false', () => {
    expect(complete(normalisations, { method: 'goalposts', ceiling: 0, clip: false })).toEqual({
      method: 'goalposts',
      floor: 0,
      ceiling: 0,
      low: null,
      high: null,
      clip: false,
    });
  });

  it('takes null for not given', () => {
    expect(complete(normalisations, { method: 'minmax', ceiling: null })).toEqual({
      method: 'minmax',
      floor: 0,
      ceiling: 100,
      by: null,
    });
  });

  it('drops what is no parameter', () => {
    expect(complete(aggregations, { method: 'arithmetic', p: 2 })).toEqual({ method: 'arithmetic' });
  });
});

describe('describeChoice', () => {
  const cases: [string, MethodTable, Parameters<typeof describeChoice>[1]][] = [
    ['arithmetic', aggregations, { method: 'arithmetic' }],
    ['power:-2', aggregations, { method: 'power', p: -2 }],
    ['power:0', aggregations, { method: 'power', p: 0 }],
    ['minmax', normalisations, { method: 'minmax', floor: 0, ceiling: 100 }],
    ['minmax:floor=1', normalisations, { method: 'minmax', floor: 1, ceiling: 100 }],
    [
      'goalposts:ceiling=1,clip=false',
      normalisations,
      { method: 'goalposts', floor: 0, ceiling: 1, low: null, high: null, clip: false },
    ],
    ['set:security-first', weightings, { method: 'set', name: 'security-first' }],
    [
      'inline:offence=2,resilience=1.5',
      weightings,
      { method: 'inline', weights: { offence: 2, resilience: 1.5 } },
    ],
    ['thresholds:95,85,55,20', tierMethods, { method: 'thresholds', cuts: [95, 85, 55, 20], names: null }],
    ['quantiles:2,names=High/Low', tierMethods, { method: 'quantiles', shares: [2], names: ['High', 'Low'] }],
    ['breaks', tierMethods, { method: 'breaks', classes: 3, names: null }],
    ['profile', tierMethods, { method: 'profile', tiers: [{ name: 'High' }] }],
  ];

  it.each(cases)('writes %s', (text, table, choice) => {
    expect(describeChoice(table, choice)).toBe(text);
  });
});
