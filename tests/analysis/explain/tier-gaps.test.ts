import { describe, expect, it } from 'vitest';
import { gapAbove, gapBelow, indexWith, type Gap } from '../../../src/analysis/explain/tier-gaps.ts';
import type { Column } from '../../../src/math/statistics/column.ts';
import { build } from '../../../src/methods/build.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import type { ParameterValue } from '../../../src/model/registry.ts';
import { editionOf } from '../../support/edition.ts';
import { resultRow } from '../../support/rows.ts';

/** What a test looks at of a gap: the tier, and what would put the country there. */
function brief(gap: Gap | null) {
  if (gap === null) return null;
  if (gap.kind === 'levels') return { tier: gap.tier, sets: gap.sets };
  return gap.kind === 'index'
    ? { tier: gap.tier, points: gap.points, alone: gap.alone }
    : { tier: gap.tier, ahead: gap.ahead };
}

/** Sets of one indicator each. */
const singles = (...codes: string[]) => codes.map((code) => [code]);

describe('between tiers of a profile', () => {
  const framework = category('index', [
    indicator('strategy', { weight: 2 }),
    indicator('governance'),
    indicator('offence'),
  ]);
  // Arcadia has 9 in all, Borduria in two, Ruritania in none, and 1 in offence.
  const columns = { strategy: [9, 9, 5], governance: [9, 9, 5], offence: [9, 5, 1] };
  const built = (tiers: ParameterValue, scores: Readonly<Record<string, Column>> = columns) =>
    build(
      editionOf(scores, {
        framework,
        recipe: { missing: { method: 'skip', least: 0 }, tiers: { method: 'profile', tiers } },
      }),
    );

  describe('by count', () => {
    const result = built([
      { name: 'One', needs: [{ atLeast: 9, count: 3 }] },
      { name: 'Two', needs: [{ atLeast: 9, count: 1 }] },
      { name: 'Three' },
    ]);

    it('rising takes the indicators that are lacking', () => {
      expect(brief(gapAbove(result, resultRow(1)))).toEqual({ tier: 'One', sets: [['offence']] });
      expect(brief(gapAbove(result, resultRow(2)))).toEqual({
        tier: 'Two',
        sets: singles('strategy', 'governance', 'offence'),
      });
    });

    it('falling takes the indicators that count, as many as are in excess and one more', () => {
      expect(brief(gapBelow(result, resultRow(0)))).toEqual({
        tier: 'Two',
        sets: singles('strategy', 'governance', 'offence'),
      });
      expect(brief(gapBelow(result, resultRow(1)))).toEqual({
        tier: 'Three',
        sets: [['strategy', 'governance']],
      });
    });

    it('there is nothing above the best tier and nothing below the last', () => {
      expect([gapAbove(result, resultRow(0)), gapBelow(result, resultRow(2))]).toEqual([null, null]);
    });
  });

  it('by share, it is the weights that decide', () => {
    // Half of the weight: strategy alone, 2 of 4, or both others.
    const result = built([{ name: 'One', needs: [{ atLeast: 9, share: 0.5 }] }, { name: 'Two' }]);
    expect(brief(gapAbove(result, resultRow(2)))?.sets).toEqual([['strategy'], ['governance', 'offence']]);
    // Borduria has 3 of 4: without strategy 1 of 4; without governance still 2.
    expect(brief(gapBelow(result, resultRow(1)))?.sets).toEqual([['strategy']]);
    // Three quarters: strategy and one other.
    expect(
      brief(
        gapAbove(
          built([{ name: 'One', needs: [{ atLeast: 9, share: 0.75 }] }, { name: 'Two' }]),
          resultRow(2),
        ),
      )?.sets,
    ).toEqual([
      ['strategy', 'governance'],
      ['strategy', 'offence'],
    ]);
  });

  describe('by veto', () => {
    const result = built([{ name: 'One', vetoes: [{ below: 5 }] }, { name: 'Two' }]);

    it('rising takes fewer indicators below the level', () => {
      expect(brief(gapAbove(result, resultRow(2)))).toEqual({ tier: 'One', sets: [['offence']] });
    });

    it('falling takes one more indicator below it', () => {
      expect(brief(gapBelow(result, resultRow(0)))).toEqual({
        tier: 'Two',
        sets: singles('strategy', 'governance', 'offence'),
      });
    });
  });

  it('rising has to meet every condition, and one indicator may serve several', () => {
    // Ruritania has 5, 5 and 1: offence escapes the veto, and is one of the two at 9.
    const result = built([
      {
        name: 'One',
        needs: [
          { atLeast: 5, count: 2 },
          { atLeast: 9, count: 2 },
        ],
        vetoes: [{ below: 5 }],
      },
      { name: 'Two' },
    ]);
    const gap = gapAbove(result, resultRow(2));
    expect(gap).toMatchObject({
      sets: [
        ['strategy', 'offence'],
        ['governance', 'offence'],
      ],
      members: ['strategy', 'governance', 'offence'],
      others: [],
      more: 0,
      anyOf: null,
    });
    // With strategy at 9 offence needs 9 too.
    expect(gap?.kind === 'levels' ? gap.levels?.map((levels) => Object.fromEntries(levels)) : null).toEqual([
      { strategy: 9, offence: 9 },
      { governance: 9, offence: 9 },
    ]);
  });

  it('falling takes failing any condition', () => {
    // Arcadia: below 9 in strategy and another, or strategy alone below 5, or none of the others.
    const result = built([
      { name: 'One', needs: [{ atLeast: 9, share: 0.5 }], vetoes: [{ below: 5, of: ['governance'] }] },
      { name: 'Two' },
    ]);
    expect(brief(gapBelow(result, resultRow(0)))?.sets).toEqual([['governance'], ['strategy', 'offence']]);
  });

  it('the least levels do: an indicator rises no further than it must', () => {
    const result = built([
      {
        name: 'One',
        needs: [
          { atLeast: 6, count: 3 },
          { atLeast: 8, count: 1 },
        ],
      },
      { name: 'Two' },
    ]);
    // One of the three has to be at 8; lowered in the order of the framework, it is the last.
    const gap = gapAbove(result, resultRow(2));
    expect(gap?.kind === 'levels' ? gap.levels?.map((levels) => Object.fromEntries(levels)) : null).toEqual([
      { strategy: 6, governance: 6, offence: 8 },
    ]);
  });

  it('those that could change a condition and are in no set are named', () => {
    const result = built([{ name: 'One', needs: [{ atLeast: 6, share: 0.5 }] }, { name: 'Two' }], {
      strategy: [9, 5],
      governance: [9, 9],
      offence: [9, 5],
    });
    // Borduria has 1 of 4: strategy makes it 3, offence 2.
    expect(gapAbove(result, resultRow(1))).toMatchObject({ sets: [['strategy'], ['offence']], others: [] });
    const three = built([{ name: 'One', needs: [{ atLeast: 6, share: 0.75 }] }, { name: 'Two' }], {
      strategy: [9, 5],
      governance: [9, 9],
      offence: [9, 5],
    });
    expect(gapAbove(three, resultRow(1))).toMatchObject({ sets: [['strategy']], others: ['offence'] });
  });

  it('a score that is missing can be filled in to rise, and cannot fall', () => {
    const columns = { strategy: [9, null], governance: [9, 9], offence: [9, 9] };
    const rule = [{ name: 'One', needs: [{ atLeast: 9, count: 3 }] }, { name: 'Two' }];
    expect(brief(gapAbove(built(rule, columns), resultRow(1)))?.sets).toEqual([['strategy']]);
    const veto = [{ name: 'One', vetoes: [{ below: 9 }] }, { name: 'Two' }];
    expect(brief(gapBelow(built(veto, columns), resultRow(1)))?.sets).toEqual(
      singles('governance', 'offence'),
    );
  });

  it('what is beyond the goalposts is in no set', () => {
    const limited = category('index', [
      indicator('strategy', { low: 0, high: 5 }),
      indicator('governance', { low: 0, high: 9 }),
      indicator('attacks', { low: 0, high: 100, direction: -1 }),
    ]);
    const placed = (needs: ParameterValue) =>
      build(
        editionOf(
          { strategy: [5, 1], governance: [9, 1], attacks: [0, 90] },
          {
            framework: limited,
            recipe: {
              normalise: { method: 'goalposts' },
              tiers: { method: 'profile', tiers: [{ name: 'One', needs }, { name: 'Two' }] },
            },
          },
        ),
      );
    // Nobody gets 7 in strategy.
    const seven = placed([{ atLeast: { strategy: 7, governance: 7, attacks: 20 }, count: 2 }]);
    expect(brief(gapAbove(seven, resultRow(1)))?.sets).toEqual([['governance', 'attacks']]);
    // Everybody has 0 in strategy, and at most 100 attacks: Arcadia cannot lose these two.
    const none = placed([{ atLeast: { strategy: 0, governance: 7, attacks: 100 }, count: 2 }]);
    expect(brief(gapBelow(none, resultRow(0)))?.sets).toEqual([]);
  });
});

describe('between tiers of the index', () => {
  // Index: (strategy + offence) / 2 = 90, 55, 20
  const result = build(
    editionOf(
      { strategy: [100, 60, 40], offence: [80, 50, 0] },
      {
        recipe: { normalise: { method: 'none' }, tiers: { method: 'thresholds', cuts: [75, 50] } },
      },
    ),
  );

  it('rising takes the points that are missing, and names what could do it alone', () => {
    // Borduria: strategy at the best country's 100 gives (100 + 50) / 2 = 75, just enough; offence at 80
    // gives 70.
    expect(brief(gapAbove(result, resultRow(1)))).toEqual({
      tier: 'Tier 1',
      points: 20,
      alone: ['strategy'],
    });
    // Ruritania: (100 + 0) / 2 = 50 and (40 + 80) / 2 = 60
    expect(brief(gapAbove(result, resultRow(2)))).toEqual({
      tier: 'Tier 2',
      points: 30,
      alone: ['strategy', 'offence'],
    });
  });

  it('falling takes the points in excess, and names what could do it alone', () => {
    // Arcadia: strategy at the last country's 40 gives 60; offence at 0 gives 50.
    expect(brief(gapBelow(result, resultRow(0)))).toEqual({
      tier: 'Tier 2',
      points: 15,
      alone: ['strategy', 'offence'],
    });
    // Borduria: (40 + 50) / 2 = 45 and (60 + 0) / 2 = 30
    expect(brief(gapBelow(result, resultRow(1)))).toEqual({
      tier: 'Tier 3',
      points: 5,
      alone: ['strategy', 'offence'],
    });
  });

  it('a score that lifts the index to the cut-off exactly is found, whatever floating point makes of it', () => {
    const missed: string[] = [];
    for (let n = 3; n <= 7; n += 1)
      for (let a = 1; a <= 9; a += 1)
        for (let best = a + 1; best <= 12; best += 1) {
          // Arcadia has `best` in the first indicator and Borduria `a`; all else is equal, and the cut-off is
          // Arcadia's index.
          const columns = Object.fromEntries(
            Array.from({ length: n }, (_, i) => [
              `i${i}`,
              i === 0 ? [best / 10, a / 10] : [(i + a) / 10, (i + a) / 10],
            ]),
          );
          const first = build(editionOf(columns, { recipe: { normalise: { method: 'none' } } }));
          const result = build(
            editionOf(columns, {
              recipe: {
                normalise: { method: 'none' },
                tiers: { method: 'thresholds', cuts: [first.index[0] ?? 0] },
              },
            }),
          );
          const gap = gapAbove(result, resultRow(1));
          if (gap?.kind !== 'index' || gap.alone[0] !== 'i0') missed.push(`${n} ${a} ${best}`);
        }
    expect(missed).toEqual([]);
  });
});

it('there are no gaps without tiers, or without an index', () => {
  const untiered = build(editionOf({ strategy: [1, 2] }));
  expect([gapAbove(untiered, resultRow(0)), gapBelow(untiered, resultRow(0))]).toEqual([null, null]);
  const unranked = build(
    editionOf(
      { strategy: [1, null] },
      { recipe: { missing: { method: 'skip' }, tiers: { method: 'thresholds', cuts: [50] } } },
    ),
  );
  expect([gapAbove(unranked, resultRow(1)), gapBelow(unranked, resultRow(1))]).toEqual([null, null]);
});

describe('indexWith', () => {
  const framework = category('index', [
    category('policy', [indicator('strategy'), indicator('governance')]),
    indicator('offence', { weight: 3 }),
  ]);
  const result = build(
    editionOf(
      { strategy: [40, 0], governance: [60, 0], offence: [20, 0] },
      { framework, recipe: { normalise: { method: 'none' } } },
    ),
  );

  it('changes one score and leaves all else as it is', () => {
    // policy (80 + 60) / 2 = 70; (70 + 3 · 20) / 4
    expect(indexWith(result, resultRow(0), 'strategy', 80)).toBe(32.5);
    expect(indexWith(result, resultRow(0), 'strategy', 40)).toBe(result.index[0]); // (50 + 60) / 4
  });

  it('of a row that is not there is nothing', () => {
    expect(indexWith(result, resultRow(2), 'strategy', 80)).toBeNull();
  });
});

describe('where each country has weights of its own', () => {
  const framework = category('index', [
    category('force', [indicator('army'), indicator('navy')]),
    indicator('trade'),
  ]);
  const columns = { army: [4, 2, 1], navy: [1, 2, 4], trade: [8, 2, 4] };
  const result = build(
    editionOf(columns, {
      framework,
      recipe: { normalise: { method: 'none' }, weights: { method: 'benefit-of-the-doubt' } },
    }),
  );

  it('one score changed gets the weights that are best then, the others as they are', () => {
    // Borduria: force 0.8, trade 2/8. With army 4 nobody is ahead of it in army, so force is 1, and so is the
    // index.
    expect([
      result.index[1],
      indexWith(result, resultRow(1), 'army', 2),
      indexWith(result, resultRow(1), 'army', 4),
    ]).toEqual([0.8, 0.8, 1]);
    // With army 0 it has half of the largest navy.
    expect(indexWith(result, resultRow(1), 'army', 0)).toBe(0.5);
  });

  it('and is 0 where there is nothing left', () => {
    const alone = build(
      editionOf(
        { army: [4, 2] },
        { recipe: { normalise: { method: 'none' }, weights: { method: 'benefit-of-the-doubt' } } },
      ),
    );
    expect(indexWith(alone, resultRow(1), 'army', 0)).toBe(0);
  });
});
