import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { cutIndex, shareOut } from '../../../src/methods/tier/cut-offs.ts';
import { tierMethods } from '../../../src/methods/tier/table.ts';
import type { Column } from '../../../src/math/statistics/column.ts';
import type { Choice } from '../../../src/model/registry.ts';
import type { Tiering } from '../../../src/model/result.ts';
import { country, editionOf } from '../../support/edition.ts';

function tiered(index: Column, tiers: Choice): Tiering {
  const missing = { method: 'skip', least: 0.5 };
  const { tiering } = build(
    editionOf({ strategy: index }, { recipe: { normalise: { method: 'none' }, missing, tiers } }),
  );
  if (tiering === null) throw new Error('the method gave no tiers');
  return tiering;
}

const placed = ({ placements }: Tiering) => placements.map(({ tier }) => tier);

describe('thresholds', () => {
  it('a country on a cut-off is above it', () => {
    expect(cutIndex([95, 94.999, 85, 0, null], [95, 85])).toEqual([0, 1, 1, 2, null]);
  });

  it('are applied from the highest down, however they are written', () => {
    const tiering = tiered([97, 60, 30, 10], { method: 'thresholds', cuts: [20, 95, 55] });
    expect([placed(tiering), tiering.cuts]).toEqual([
      [0, 1, 2, 3],
      [95, 55, 20],
    ]);
  });

  it('are not missed by floating-point noise', () => {
    // 0.7 + 0.2 is 0.8999999999999999 as doubles.
    const edition = editionOf(
      { strategy: [0.7, 0.3], offence: [0.2, 0.6] },
      {
        recipe: {
          normalise: { method: 'none' },
          aggregate: { method: 'sum' },
          tiers: { method: 'thresholds', cuts: [0.9] },
        },
      },
    );
    expect(build(edition).tiering?.placements.map(({ tier }) => tier)).toEqual([0, 0]);
  });

  it('may leave tiers empty', () => {
    expect(placed(tiered([10, 20], { method: 'thresholds', cuts: [95, 55] }))).toEqual([2, 2]);
  });

  it('say why', () => {
    const { placements } = tiered([60], { method: 'thresholds', cuts: [95, 55] });
    expect(placements[0]?.conditions.flat()).toMatchObject([
      { text: 'index at least 95', met: false, counted: 60, asked: 95, unit: 'index' },
      { text: 'index at least 55', met: true, counted: 60, asked: 55 },
    ]);
  });

  it('give no tier to a country without an index', () => {
    expect(tiered([60, null], { method: 'thresholds', cuts: [50] }).placements[1]).toEqual({
      tier: null,
      conditions: [],
    });
  });
});

describe('names of tiers', () => {
  it.each([
    ['thresholds', { cuts: [9, 5], names: ['High', 'Low'] }, 'there are 3 tiers and 2 names'],
    ['thresholds', { cuts: [9, 5], names: ['High', 'Low', 'Low'] }, 'two tiers have the same name'],
    ['thresholds', { cuts: [9, 9], names: null }, 'a cut-off stands twice'],
    ['thresholds', { cuts: [9, 5], names: ['High', 'Middle', 'Low'] }, null],
    ['quantiles', { shares: [4], names: ['High', 'Low'] }, 'there are 4 tiers and 2 names'],
    ['quantiles', { shares: [0.2, 0.8], names: ['High', 'Low'] }, null],
    ['breaks', { classes: 3, names: ['High', 'Low'] }, 'there are 3 tiers and 2 names'],
    ['breaks', { classes: 3, names: null }, null],
  ] as const)('are as many as the tiers, and all different: %s %j', (method, parameters, complaint) => {
    expect(tierMethods[method].check(parameters)).toBe(complaint);
  });

  it('are those that are given, numbered beyond', () => {
    expect(
      tiered([1], { method: 'thresholds', cuts: [9, 5], names: ['High', 'Middle', 'Low'] }).tiers,
    ).toEqual(['High', 'Middle', 'Low']);
    expect(tiered([1], { method: 'thresholds', cuts: [9, 5], names: ['High'] }).tiers).toEqual([
      'High',
      'Tier 2',
      'Tier 3',
    ]);
    expect(tiered([1], { method: 'breaks', classes: 3 }).tiers).toEqual(['Tier 1']);
  });
});

describe('quantiles', () => {
  it('share the field out by rank', () => {
    expect(placed(tiered([10, 20, 30, 40], { method: 'quantiles', shares: [2] }))).toEqual([1, 1, 0, 0]);
    expect(placed(tiered([10, 20, 30, 40], { method: 'quantiles', shares: [0.25, 0.75] }))).toEqual([
      1, 1, 1, 0,
    ]);
  });

  it('never part countries that share a rank', () => {
    // Ranks 1, 2, 2, 4: (2 - 1) / 4 is below a half.
    expect(placed(tiered([40, 30, 30, 10], { method: 'quantiles', shares: [2] }))).toEqual([0, 0, 0, 1]);
    expect(placed(tiered([5, 5, 5, 5], { method: 'quantiles', shares: [4] }))).toEqual([0, 0, 0, 0]);
  });

  it('shares of a third each are not missed by noise', () => {
    expect(shareOut([1, 2, 3], [1 / 3, 1 / 3, 1 / 3])).toEqual([0, 1, 2]);
    expect(shareOut([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], Array<number>(10).fill(0.1))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('count only the countries that have a rank', () => {
    expect(placed(tiered([10, null, 30, null], { method: 'quantiles', shares: [2] }))).toEqual([
      1,
      null,
      0,
      null,
    ]);
  });

  it('with more tiers than countries leave tiers empty', () => {
    expect(placed(tiered([10, 20], { method: 'quantiles', shares: [4] }))).toEqual([2, 0]); // (2 - 1) / 2 = 0.5
  });

  it('cut at the least index of each tier', () => {
    expect(tiered([10, 20, 30, 40], { method: 'quantiles', shares: [2] }).cuts).toEqual([30]);
  });

  it.each([
    [[4], true],
    [[1], true],
    [[20], true],
    [[0.5, 0.5], true],
    [[0.1, 0.2, 0.7], true],
    [[21], false],
    [[0], false],
    [[2.5], false],
    [[0.5, 0.6], false],
    [[1.5, -0.5], false],
  ])('take %j as shares: %s', (shares, isAccepted) => {
    const [parameter] = tierMethods.quantiles.parameters;
    expect(parameter?.check?.(shares).length === 0).toBe(isAccepted);
  });

  it('of a panel share each year out by itself', () => {
    const panel = editionOf(
      { strategy: [1, 2, 3, 4, 5, 6, 7, 8] },
      {
        countries: [2020, 2021].flatMap((year) =>
          ['Arcadia', 'Borduria', 'Ruritania', 'Syldavia'].map((name) => country(name, { year })),
        ),
        recipe: { tiers: { method: 'quantiles', shares: [2] } },
      },
    );
    expect(build(panel).tiering?.placements.map(({ tier }) => tier)).toEqual([1, 1, 0, 0, 1, 1, 0, 0]);
  });
});

describe('breaks', () => {
  it('put the highest group into the first tier', () => {
    const tiering = tiered([1, 2, 30, 31, 60], { method: 'breaks', classes: 3 });
    expect([placed(tiering), tiering.cuts]).toEqual([
      [2, 2, 1, 1, 0],
      [60, 30],
    ]);
  });

  it('give as many tiers as there are distinct values, if there are fewer', () => {
    const tiering = tiered([5, 5, 7], { method: 'breaks', classes: 3 });
    expect([placed(tiering), tiering.tiers]).toEqual([
      [1, 1, 0],
      ['Tier 1', 'Tier 2'],
    ]);
  });
});

it('none gives no tiers', () => {
  expect(build(editionOf({ strategy: [1, 2] })).tiering).toBeNull();
});
