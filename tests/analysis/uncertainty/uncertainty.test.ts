import { describe, expect, it, vi } from 'vitest';
import { hasFailed, replicate, type ReplicateDesign } from '../../../src/analysis/uncertainty/replicates.ts';
import { effectsOf } from '../../../src/analysis/uncertainty/effects.ts';
import { inTurn } from '../../../src/analysis/uncertainty/runner.ts';
import { movedBy, outcomeOf, type Outcome } from '../../../src/analysis/uncertainty/outcome.ts';
import { leaveOut, sensitivityOf } from '../../../src/analysis/uncertainty/sensitivity.ts';
import { randomPoints, replicatesOf, summarise } from '../../../src/analysis/uncertainty/uncertainty.ts';
import { boundsOver } from '../../../src/analysis/bounds/bounds.ts';
import { isWeightedSum, indexOverRegion } from '../../../src/analysis/pairs/index-over-region.ts';
import { readVary } from '../../../src/input/options/vary.ts';
import { loadEdition } from '../../../src/input/edition/load.ts';
import { build } from '../../../src/methods/build.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { category, indicator, ROOT_CODE } from '../../../src/model/framework.ts';
import { variationsOf } from '../../../src/model/recipe.ts';
import { editionRows } from '../../../src/model/rows.ts';
import { editionOf } from '../../support/edition.ts';
import { matrixEdition, regionFrom, resultOf } from '../../support/robust.ts';
import { editionRow, shownPlace } from '../../support/rows.ts';

vi.setConfig({ testTimeout: 60_000 }); // on a machine that does much else

function trialOf(edition: Edition, ...vary: string[]): ReplicateDesign {
  return {
    edition,
    variations: variationsOf(
      readVary(vary, ({ what }) => {
        throw new Error(what);
      }),
    ),
    seed: 1,
    rows: editionRows(edition.countries),
  };
}

// After min-max Arcadia has 100, 0 and Borduria 50, 75; by ranks Arcadia has 2 points and none, Borduria one
// each.
const three = editionOf({ laws: [10, 5, 0], skills: [0, 3, 4] });

describe('a replicate', () => {
  it('takes the method that its point stands for', () => {
    const design = trialOf(three, 'aggregate=arithmetic/minimum');
    expect(replicate(design, [0.2])).toMatchObject({ scores: [50, 62.5, 50], ranks: [2, 1, 2] });
    expect(replicate(design, [0.7])).toMatchObject({ scores: [0, 50, 0], ranks: [2, 1, 2] });
  });

  it('leaves out one indicator at a time, or none', () => {
    const design = trialOf(three, 'drop');
    const ranks = [0.1, 0.4, 0.8]
      .map((at) => replicate(design, [at]))
      .map((one) => (hasFailed(one) ? null : one.ranks));
    expect(ranks).toEqual([
      [2, 1, 2],
      [3, 2, 1],
      [1, 2, 3],
    ]);
  });

  it('is the same for the same point, whatever came before', () => {
    const design = trialOf(matrixEdition(), 'weights=any', 'noise=10%');
    const alone = replicate(design, [0.3, 0.6]);
    replicate(design, [0.9, 0.1]);
    expect(replicate(design, [0.3, 0.6])).toEqual(alone);
    expect(replicate(design, [0.3, 0.7])).not.toEqual(alone);
  });

  it('moves numbers by errors of the size that was asked for, and none below 0 where none is', () => {
    const edition = editionOf({ laws: [0, 50, 100] }, { recipe: { normalise: { method: 'none' } } });
    const design = trialOf(edition, 'noise=5%');
    const middles = randomPoints(1, 4000, 1).flatMap((point) => {
      const one = replicate(design, point);
      return hasFailed(one) ? [] : [one.scores];
    });
    expect(middles.every(([low]) => (low ?? -1) >= 0)).toBe(true);
    // Nothing says that 100 is an end: half of the errors lead beyond it. Of 4000 draws within 4 × 0.5 /
    // √4000.
    const beyond = middles.filter(([, , high]) => (high ?? 0) > 100).length / middles.length;
    expect(Math.abs(beyond - 0.5)).toBeLessThan(0.032);
    const spread = Math.sqrt(
      middles.reduce((total, [, x]) => total + ((x ?? 0) - 50) ** 2, 0) / middles.length,
    );
    // Of 4000 draws the deviation is 5 within 4 × 5 / √8000.
    expect(Math.abs(spread - 5)).toBeLessThan(0.23);
  });

  it('moves ratings by one step, up and down alike, as often as was asked for', () => {
    const scale = {
      name: 'mine',
      ratings: ['low', 'middle', 'high'].map((word, value) => ({ word, value })),
    };
    const edition = editionOf(
      { laws: [1, 0, 2] },
      {
        framework: category(ROOT_CODE, [indicator('laws', { scale: 'mine' })]),
        scales: [scale],
        recipe: { normalise: { method: 'none' } },
      },
    );
    const design = trialOf(edition, 'ratings=20%');
    const scores = randomPoints(1, 4000, 2).flatMap((point) => {
      const one = replicate(design, point);
      return hasFailed(one) ? [] : [one.scores[0] ?? Number.NaN];
    });
    for (const step of [0, 2])
      expect(Math.abs(scores.filter((x) => x === step).length / 4000 - 0.1)).toBeLessThan(
        4 * Math.sqrt(0.09 / 4000),
      );
  });

  it('fails with the first problem where it cannot be built', () => {
    expect(replicate(trialOf(three, 'aggregate=arithmetic/geometric'), [0.7])).toEqual({
      failure: expect.stringMatching(
        /^Ruritania's normalised score for "laws" is 0, which the aggregation "geometric"/,
      ),
    });
  });
});

describe('many replicates', () => {
  it('are summed up: shares of ranks, their median, and where nine in ten lie', () => {
    const design = trialOf(three, 'drop');
    const made = (ranks: number[]) => ({ ranks, scores: [], tiers: ranks.map((rank) => rank - 1) });
    const all = [
      ...Array.from({ length: 18 }, () => made([1, 2, 3])),
      made([2, 1, 3]),
      made([3, 1, 2]),
      { failure: 'no' },
      { failure: 'no' },
    ];
    const { countries, used, failures } = summarise(design, all, 3);
    expect({ used, failures }).toEqual({ used: 20, failures: [{ reason: 'no', count: 2 }] });
    expect(countries[0]).toMatchObject({
      acceptability: [0.9, 0.05, 0.05],
      mean: 1.15,
      median: 1,
      low: 1,
      high: 2,
      tiers: [0.9, 0.05, 0.05],
      unranked: 0,
    });
    // √(0.9 × 0.1 / 20)
    expect(countries[0]?.errors[0]).toBeCloseTo(0.0671, 4);
  });

  it('of weights alone stay within the exact bounds', async () => {
    const edition = matrixEdition();
    const { result, rows } = resultOf(edition);
    const robust = indexOverRegion(result, regionFrom('around:25%'), rows);
    if (!isWeightedSum(robust)) throw new Error(robust.reason);
    const bounds = boundsOver(result, robust).countries;
    const all = await replicatesOf(trialOf(edition, 'weights=around:25%'), randomPoints(1, 300, 5), inTurn());
    for (const one of all) {
      if (hasFailed(one)) throw new Error(one.failure);
      for (const [i, rank] of one.ranks.entries()) {
        expect(rank).toBeGreaterThanOrEqual(bounds[i]?.best.rank ?? Infinity);
        expect(rank).toBeLessThanOrEqual(bounds[i]?.worst.rank ?? 0);
      }
    }
  });

  it('of one choice alone tell what it does', async () => {
    const [effect] = await effectsOf(trialOf(three, 'drop'), [2, 1, 2], inTurn(), 10);
    // Without laws Arcadia goes from 2 to 3, Borduria from 1 to 2, Ruritania from 2 to 1; without skills as
    // much; with both nothing moves.
    expect(effect).toMatchObject({ tried: 3, failed: 0 });
    expect(effect?.shift).toBeCloseTo((0 + 1 + 1) / 3, 12);
  });
});

describe('sensitivity', () => {
  it('looks at shifts, one country, or the top', () => {
    const one = { ranks: [3, 1, 2, null], scores: [], tiers: [] };
    const nominal = [1, 2, 3, 4];
    expect(outcomeOf({ kind: 'shift' }, one, nominal)).toBeCloseTo(4 / 3, 12);
    expect(outcomeOf({ kind: 'country', country: shownPlace(1) }, one, nominal)).toBe(1);
    expect(outcomeOf({ kind: 'top', size: 2 }, one, nominal)).toBe(0.5);
    expect(outcomeOf({ kind: 'shift' }, { failure: 'no' }, nominal)).toBeNull();
  });

  it('tells how far each of these moves', () => {
    const [ranks, nominal] = [
      [3, 1, 2, null],
      [1, 2, 3, 4],
    ];
    expect(movedBy({ kind: 'shift' }, ranks, nominal)).toBeCloseTo(4 / 3, 12);
    expect(movedBy({ kind: 'country', country: shownPlace(0) }, ranks, nominal)).toBe(2);
    expect(movedBy({ kind: 'country', country: shownPlace(3) }, ranks, nominal)).toBeNull();
    expect(movedBy({ kind: 'top', size: 2 }, ranks, nominal)).toBe(1);
    expect(movedBy({ kind: 'top', size: 4 }, ranks, nominal)).toBe(1);
  });

  it('of one country or of the first k is of nobody else', async () => {
    const design = trialOf(three, 'drop');
    const effectOf = async (outcome: Outcome) =>
      (await effectsOf(design, [2, 1, 2], inTurn(), 10, outcome))[0];
    // Without laws Arcadia goes from 2 to 3, without skills from 2 to 1, with both nowhere.
    const alone = await effectOf({ kind: 'country', country: shownPlace(0) });
    expect(alone?.shift).toBeCloseTo(2 / 3, 12);
    expect(alone?.most?.country).toBe(0);
    // Borduria, the first, stays so only with both.
    const top = await effectOf({ kind: 'top', size: 1 });
    expect(top?.shift).toBeCloseTo(2 / 3, 12);
    expect(top?.most).toBeNull();
    const [laws] = leaveOut(design.edition, design.rows, [2, 1, 2], { kind: 'top', size: 1 });
    expect(laws).toMatchObject({ shift: 1, most: null, dropped: [1] });
  });

  it('gives all to the choice that moves ranks and nothing to one that does not', async () => {
    const design = trialOf(three, 'drop', 'missing=error/skip');
    const {
      indices: [index],
      replicates,
    } = await sensitivityOf(design, [{ kind: 'shift' }], [2, 1, 2], { blocks: 64, bootstrap: 20 }, inTurn());
    expect(replicates).toBe(64 * 6);
    // In the order of the variations: what is dropped, then the rule for missing scores.
    expect(index?.total[0]?.value).toBeCloseTo(1, 1);
    expect(index?.total[1]?.value).toBe(0);
    expect(index?.first[1]?.value).toBeCloseTo(0, 12);
  });

  it('leaves every part out in turn', async () => {
    const { edition } = await loadEdition('ncpi-2020', {});
    const { result, rows } = resultOf(edition);
    const nominal = rows.map((row) => result.ranks[row] ?? null);
    const left = leaveOut(edition, result.rows, nominal);
    const without = left.find(({ node }) => node.code === 'norms');
    const { ranks } = build(edition, {
      ...edition.recipe,
      select: [{ method: 'without', terms: ['norms'] }],
    });
    expect(without?.shift).toBeCloseTo(
      ranks.reduce<number>((total, rank, i) => total + Math.abs((rank ?? 0) - (nominal[i] ?? 0)), 0) /
        ranks.length,
      12,
    );
    expect(leaveOut(editionOf({ laws: [1, 2] }), [editionRow(0), editionRow(1)], [2, 1])).toMatchObject([
      { shift: null, most: null, dropped: null, reason: expect.stringContaining('') },
    ]);
  });
});
