import { describe, expect, it, vi } from 'vitest';
import {
  acceptability,
  type Acceptability,
  type AcceptabilityOptions,
} from '../../../src/analysis/uncertainty/acceptability.ts';
import { boundsOver } from '../../../src/analysis/bounds/bounds.ts';
import {
  isWeightedSum,
  indexOverRegion,
  type IndexOverRegion,
} from '../../../src/analysis/pairs/index-over-region.ts';
import { inTurn } from '../../../src/analysis/uncertainty/runner.ts';
import { build } from '../../../src/methods/build.ts';
import { category, indicator, ROOT_CODE } from '../../../src/model/framework.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { resultRows } from '../../../src/model/rows.ts';
import { at } from '../../../src/math/at.ts';
import { editionOf } from '../../support/edition.ts';
import { numbers } from '../../support/regressions.ts';
import { readReference } from '../../support/reference.ts';
import { matrixEdition, regionFrom, resultOf } from '../../support/robust.ts';

vi.setConfig({ testTimeout: 60_000 }); // a million draws, on a machine that may do much else

function robustOf(edition: Edition, region: string): IndexOverRegion {
  const robust = indexOverRegion(build(edition), regionFrom(region), resultRows(edition.countries));
  if (!isWeightedSum(robust)) throw new Error(robust.reason);
  return robust;
}

const over = async (
  edition: Edition,
  region: string,
  options: Partial<AcceptabilityOptions> = {},
): Promise<Acceptability> =>
  await acceptability(robustOf(edition, region), { draws: 20_000, seed: 1, ...options }, inTurn());
const cells = (file: string, skipped: number) =>
  readReference(`robust/${file}.csv`).map((record) => Object.values(record).slice(skipped).map(Number));
const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0);

describe('of the 15 × 7 matrix over all weights, a million draws beside ten million by others', async () => {
  const draws = 1_000_000;
  const found = await over(matrixEdition(), 'any', { draws, pairs: true });
  /** Of a difference between two such shares. */
  const error = (share: number) => Math.sqrt(share * (1 - share) * (1 / draws + 1 / 1e7)) + 1e-6;

  it('acceptabilities are within four standard errors', () => {
    for (const [i, row] of cells('smaa_rank_acceptability_1e7', 1).entries())
      for (const [r, share] of row.entries())
        expect(Math.abs((found.acceptability[i]?.[r] ?? 2) - share) / error(share)).toBeLessThan(4);
  });

  it('so are shares of pairs', () => {
    for (const [a, row] of cells('smaa_pairwise_winning_1e7', 1).entries())
      for (const [b, share] of row.entries())
        expect(Math.abs((found.winning?.[a]?.[b] ?? 2) - share) / error(share)).toBeLessThan(4);
  });

  it('and central weights', () => {
    for (const [i, [first = 0, ...weights]] of cells('smaa_central_weights_1e7', 1).entries()) {
      expect(found.central[i] === null).toBe(first < 1e-6);
      // No weight that lies between 0 and 1 deviates more than 1/2 from its mean.
      for (const [j, weight] of (first < 1e-6 ? [] : weights).entries())
        expect(Math.abs((found.central[i]?.[j] ?? 2) - weight)).toBeLessThan(
          (4 * Math.sqrt(weight * (1 - weight))) / Math.sqrt((first * draws) / 1.1),
        );
    }
  });

  it('standard errors are those of shares, and ranks are summed up', () => {
    expect(found.standardErrors[1]?.[0]).toBeCloseTo(Math.sqrt((0.063 * 0.937) / draws), 5);
    for (const [i, { mean, median, low, high }] of found.ranks.entries()) {
      const row = found.acceptability[i] ?? [];
      expect(mean).toBeCloseTo(sum(row.map((share, r) => share * (r + 1))), 10);
      for (const [reached, share] of [
        [low, 0.05],
        [median, 0.5],
        [high, 0.95],
      ] as const) {
        expect(sum(row.slice(0, reached))).toBeGreaterThanOrEqual(share - 1e-12);
        expect(sum(row.slice(0, reached - 1))).toBeLessThan(share);
      }
    }
  });
});

describe.each([
  'any',
  'around:25%',
  'mix:30%',
  'ratio:3',
  'order:strategy,governance,intelligence,dependence,security,leadership,offence',
  'order:strategy,security',
  'any@leaves',
  'around:50%+ratio:2',
])('over %s', (region) => {
  it(
    'shares sum to 1 by country; every rank that occurs is within the exact bounds, and pairs that are ' +
      'decided are',
    async () => {
      const robust = robustOf(matrixEdition(), region);
      const { countries, relations } = boundsOver(build(matrixEdition()), robust);
      const found = await acceptability(robust, { draws: 5000, seed: 5, pairs: true }, inTurn());
      for (const [i, { best, worst }] of countries.entries()) {
        const row = found.acceptability[i] ?? [];
        expect(sum(row)).toBeCloseTo(1, 12);
        expect(
          row.flatMap((share, r) => (share > 0 && (r + 1 < best.rank || r + 1 > worst.rank) ? [r + 1] : [])),
        ).toEqual([]);
      }
      for (const [a, row] of relations.entries())
        for (const [b, relation] of row.entries())
          if (relation !== 'undecided') expect(found.winning?.[a]?.[b]).toBe(Number(relation === 'always'));
      const knowing = await acceptability(robust, { draws: 5000, seed: 5, pairs: true, relations }, inTurn());
      expect(knowing).toEqual(found);
    },
  );
});

describe('a walk', () => {
  const codes = ['strategy', 'governance', 'intelligence', 'dependence', 'security', 'leadership'];
  /** One draw in 720 is in this order of six of seven, which is too few to draw again until one is. */
  const region = `order:${codes.join(',')}`;

  /** The same by sorting: of all weights those of the six, the largest first. */
  function acceptabilityBySorting(draws: number): number[][] {
    const { points } = robustOf(matrixEdition(), 'any').index;
    const next = numbers(1);
    const counts = points.map(() => points.map(() => 0));
    for (let draw = 0; draw < draws; draw += 1) {
      const parts = Array.from({ length: 7 }, () => -Math.log(next()));
      const weights = [...parts.slice(0, 6).toSorted((a, b) => b - a), ...parts.slice(6)];
      const scores = points.map((point) => sum(point.map((x, i) => x * at(weights, i))));
      for (const [i, score] of scores.entries()) {
        const row = at(counts, i);
        const rank = scores.filter((other) => other > score + 1e-12).length;
        row[rank] = at(row, rank) + 1;
      }
    }
    return counts.map((row) => row.map((count) => count / draws));
  }

  it('agrees with an exact sampler of the same region within four of its standard errors', async () => {
    const walked = await over(matrixEdition(), region, { draws: 8000 });
    const exact = acceptabilityBySorting(200_000);
    expect(walked.isIndependent).toBe(false);
    for (const [i, row] of walked.acceptability.entries())
      for (const [r, share] of row.entries()) {
        expect(Math.abs(share - at(at(exact, i), r))).toBeLessThan(
          4.5 * (walked.standardErrors[i]?.[r] ?? 0) + 4e-3,
        );
      }
  });

  it('has larger errors than as many independent draws', async () => {
    const walked = await over(matrixEdition(), region, { draws: 8000 });
    const exact = acceptabilityBySorting(8000).flat();
    const independent = sum(exact.map((share) => Math.sqrt((share * (1 - share)) / 8000)));
    const total = sum(walked.standardErrors.flat());
    expect(total).toBeGreaterThan(independent);
    expect(total).toBeLessThan(10 * independent);
  });
});

describe('small cases', () => {
  it('two countries of two indicators: each is ahead for as many weights as the other is not', async () => {
    // 3w is ahead of 1 − w where w > 1/4.
    const found = await over(
      editionOf({ a: [3, 0], b: [0, 1] }, { recipe: { normalise: { method: 'none' } } }),
      'any',
      { pairs: true },
    );
    expect(found.acceptability[0]?.[0]).toBeCloseTo(3 / 4, 1);
    expect(found.winning?.[0]?.[1]).toBe(found.acceptability[0]?.[0]);
    // The means of w over (1/4, 1) and of 1 − w over (0, 1/4).
    expect(found.central[0]?.[0]).toBeCloseTo(5 / 8, 2);
    expect(found.central[1]?.[0]).toBeCloseTo(1 / 8, 2);
    expect(found.confidence).toEqual([1, 1]);
  });

  it('countries that are level share a rank, and are both first', async () => {
    const found = await over(editionOf({ a: [3, 3, 1], b: [2, 2, 1] }), 'any', { pairs: true });
    expect(found.acceptability).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 1],
    ]);
    expect(found.winning).toEqual([
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 0],
    ]);
    expect(found.central[0]).toEqual(found.central[1]);
    expect([found.central[2], found.confidence]).toEqual([null, [1, 1, 0]]);
    expect(found.ranks[1]).toEqual({ mean: 1, median: 1, low: 1, high: 1 });
  });

  it('one country is first; one indicator leaves no choice', async () => {
    const recipe = { normalise: { method: 'none' } };
    const found = await over(editionOf({ a: [3] }, { recipe }), 'any', { draws: 10 });
    expect([found.acceptability, found.central]).toEqual([[[1]], [[1]]]);
  });

  it('nested categories are drawn category by category, and sets as mixtures', async () => {
    const framework = category(ROOT_CODE, [
      category('x', [indicator('a'), indicator('b')], { weight: 3 }),
      indicator('c'),
    ]);
    const edition = editionOf(
      { a: [3, 0, 1], b: [0, 4, 1], c: [2, 1, 5] },
      {
        framework,
        weightSets: new Map([
          [
            'one',
            new Map([
              ['a', 1],
              ['b', 2],
            ]),
          ],
          ['two', new Map([['c', 3]])],
        ]),
      },
    );
    for (const region of ['any', 'around:25%', 'any@leaves', 'any@top', 'sets']) {
      const robust = robustOf(edition, region);
      const bounds = boundsOver(build(edition), robust);
      const found = await acceptability(robust, { draws: 5000, seed: 1 }, inTurn());
      for (const [i, row] of found.acceptability.entries()) {
        expect(sum(row)).toBeCloseTo(1, 12);
        for (const [r, share] of row.entries())
          if (share > 0)
            expect(
              r + 1 >= (bounds.countries[i]?.best.rank ?? 9) &&
                r + 1 <= (bounds.countries[i]?.worst.rank ?? 0),
            ).toBe(true);
      }
    }
  });

  it('progress is told block by block', async () => {
    const told: [number, number][] = [];
    await acceptability(
      robustOf(matrixEdition(), 'any'),
      { draws: 70_000, seed: 1 },
      inTurn((done, total) => told.push([done, total])),
    );
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });
});

it.each([
  ['equal', [3, 3, 3]],
  ['equal and far from 0', [1e9, 1e9, 1e9]],
  ['all 0', [0, 0, 0]],
  ['nearly equal beside their size', [1e9, 1e9 + 1, 1e9 - 1]],
])('countries whose scores are %s have the ranks that they share or do not', async (_, scores) => {
  const edition = editionOf({ laws: scores, skills: scores }, { recipe: { normalise: { method: 'none' } } });
  const { result, rows } = resultOf(edition);
  const robust = indexOverRegion(result, regionFrom('any'), rows);
  if (!isWeightedSum(robust)) throw new Error(robust.reason);
  const { acceptability: shares } = await acceptability(robust, { draws: 500, seed: 1 }, inTurn());
  expect(shares.map((ranks) => 1 + ranks.indexOf(1))).toEqual(
    scores.map((x) => 1 + scores.filter((other) => other > x).length),
  );
});
