import { describe, expect, it } from 'vitest';
import { gapAbove, gapBelow, indexWith, type Gap } from '../../../src/analysis/explain/tier-gaps.ts';
import { build } from '../../../src/methods/build.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import type { ParameterValue } from '../../../src/model/registry.ts';
import { editionOf } from '../../support/edition.ts';

/** What a test looks at: the tier, and for each demand how many of which. */
function brief(gap: Gap | null) {
  return gap === null
    ? null
    : { tier: gap.tier, demands: gap.demands.map(({ fewest, of, points }) => ({ fewest, of, points })) };
}

describe('between tiers of a profile', () => {
  const framework = category('index', [
    indicator('strategy', { weight: 2 }),
    indicator('governance'),
    indicator('offence'),
  ]);
  // Arcadia has 9 in all, Borduria in two, Ruritania in none, and 1 in offence.
  const columns = { strategy: [9, 9, 5], governance: [9, 9, 5], offence: [9, 5, 1] };
  const built = (tiers: ParameterValue) =>
    build(editionOf(columns, { framework, recipe: { tiers: { method: 'profile', tiers } } }));

  describe('by count', () => {
    const result = built([
      { name: 'One', needs: [{ atLeast: 9, count: 3 }] },
      { name: 'Two', needs: [{ atLeast: 9, count: 1 }] },
      { name: 'Three' },
    ]);

    it('rising takes the indicators that are lacking', () => {
      expect(brief(gapAbove(result, 1))).toEqual({
        tier: 'One',
        demands: [{ fewest: 1, of: ['offence'], points: null }],
      });
      expect(brief(gapAbove(result, 2))).toEqual({
        tier: 'Two',
        demands: [{ fewest: 1, of: ['strategy', 'governance', 'offence'], points: null }],
      });
    });

    it('falling takes the indicators that count, as many as are in excess and one more', () => {
      expect(brief(gapBelow(result, 0))).toEqual({
        tier: 'Two',
        demands: [{ fewest: 1, of: ['strategy', 'governance', 'offence'], points: null }],
      });
      expect(brief(gapBelow(result, 1))).toEqual({
        tier: 'Three',
        demands: [{ fewest: 2, of: ['strategy', 'governance'], points: null }],
      });
    });

    it('there is nothing above the best tier and nothing below the last', () => {
      expect([gapAbove(result, 0), gapBelow(result, 2)]).toEqual([null, null]);
    });
  });

  it('by share, the heaviest indicators come first', () => {
    // Half of the weight: strategy alone, 2 of 4.
    const result = built([{ name: 'One', needs: [{ atLeast: 9, share: 0.5 }] }, { name: 'Two' }]);
    expect(brief(gapAbove(result, 2))?.demands[0]?.fewest).toBe(1);
    // Borduria has 3 of 4: without strategy 1 of 4, less than half.
    expect(brief(gapBelow(result, 1))?.demands[0]).toEqual({
      fewest: 1,
      of: ['strategy', 'governance'],
      points: null,
    });
    // Three quarters: strategy and one other.
    expect(
      brief(gapAbove(built([{ name: 'One', needs: [{ atLeast: 9, share: 0.75 }] }, { name: 'Two' }]), 2))
        ?.demands[0]?.fewest,
    ).toBe(2);
  });

  describe('by veto', () => {
    const result = built([{ name: 'One', vetoes: [{ below: 5 }] }, { name: 'Two' }]);

    it('rising takes fewer indicators below the level', () => {
      expect(brief(gapAbove(result, 2))).toEqual({
        tier: 'One',
        demands: [{ fewest: 1, of: ['offence'], points: null }],
      });
    });

    it('falling takes one more indicator below it', () => {
      expect(brief(gapBelow(result, 0))).toEqual({
        tier: 'Two',
        demands: [{ fewest: 1, of: ['strategy', 'governance', 'offence'], points: null }],
      });
    });
  });

  it('rising asks for every condition that is not met, and for no other', () => {
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
    expect(gapAbove(result, 2)?.demands.map(({ condition }) => condition.text)).toEqual([
      '9 in at least 2 of 3 indicators',
      'no indicator below 5',
    ]);
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
    expect(brief(gapAbove(result, 1))).toEqual({
      tier: 'Tier 1',
      demands: [{ fewest: 1, of: ['strategy'], points: 20 }],
    });
    // Ruritania: (100 + 0) / 2 = 50 and (40 + 80) / 2 = 60
    expect(brief(gapAbove(result, 2))).toEqual({
      tier: 'Tier 2',
      demands: [{ fewest: 1, of: ['strategy', 'offence'], points: 30 }],
    });
  });

  it('falling takes the points in excess, and names what could do it alone', () => {
    // Arcadia: strategy at the last country's 40 gives 60; offence at 0 gives 50.
    expect(brief(gapBelow(result, 0))).toEqual({
      tier: 'Tier 2',
      demands: [{ fewest: 1, of: ['strategy', 'offence'], points: 15 }],
    });
    // Borduria: (40 + 50) / 2 = 45 and (60 + 0) / 2 = 30
    expect(brief(gapBelow(result, 1))).toEqual({
      tier: 'Tier 3',
      demands: [{ fewest: 1, of: ['strategy', 'offence'], points: 5 }],
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
          if (gapAbove(result, 1)?.demands[0]?.of[0] !== 'i0') missed.push(`${n} ${a} ${best}`);
        }
    expect(missed).toEqual([]);
  });
});

it('there are no gaps without tiers, or without an index', () => {
  const untiered = build(editionOf({ strategy: [1, 2] }));
  expect([gapAbove(untiered, 0), gapBelow(untiered, 0)]).toEqual([null, null]);
  const unranked = build(
    editionOf(
      { strategy: [1, null] },
      { recipe: { missing: { method: 'skip' }, tiers: { method: 'thresholds', cuts: [50] } } },
    ),
  );
  expect([gapAbove(unranked, 1), gapBelow(unranked, 1)]).toEqual([null, null]);
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
    expect(indexWith(result, 0, 'strategy', 80)).toBe(32.5);
    expect(indexWith(result, 0, 'strategy', 40)).toBe(result.index[0]); // (50 + 60) / 4
  });

  it('of a row that is not there is nothing', () => {
    expect(indexWith(result, 2, 'strategy', 80)).toBeNull();
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
    expect([result.index[1], indexWith(result, 1, 'army', 2), indexWith(result, 1, 'army', 4)]).toEqual([
      0.8, 0.8, 1,
    ]);
    // With army 0 it has half of the largest navy.
    expect(indexWith(result, 1, 'army', 0)).toBe(0.5);
  });

  it('and is 0 where there is nothing left', () => {
    const alone = build(
      editionOf(
        { army: [4, 2] },
        { recipe: { normalise: { method: 'none' }, weights: { method: 'benefit-of-the-doubt' } } },
      ),
    );
    expect(indexWith(alone, 1, 'army', 0)).toBe(0);
  });
});
