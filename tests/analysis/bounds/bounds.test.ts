import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  boundsOver,
  coverEdges,
  decidedPairs,
  shareDecided,
  type Bounds,
} from '../../../src/analysis/bounds/bounds.ts';
import { leastDifference } from '../../../src/analysis/pairs/dominance.ts';
import { nearestSwaps } from '../../../src/analysis/bounds/nearest-swap.ts';
import { localWeights } from '../../../src/analysis/region/local-weights.ts';
import {
  isWeightedSum,
  regionContext,
  indexOverRegion,
  type IndexOverRegion,
} from '../../../src/analysis/pairs/index-over-region.ts';
import { sampledBounds } from '../../../src/analysis/bounds/sampled-bounds.ts';
import { weightSampler } from '../../../src/analysis/region/weight-sampler.ts';
import { loadEdition } from '../../../src/input/edition/load.ts';
import { randomOf } from '../../../src/math/random/random.ts';
import { dot } from '../../../src/math/linear/vector.ts';
import { build } from '../../../src/methods/build.ts';
import { completeRecipe } from '../../../src/methods/steps.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { category, indicator, ROOT_CODE } from '../../../src/model/framework.ts';
import { editionOf } from '../../support/edition.ts';
import { readReference } from '../../support/reference.ts';
import { matrixEdition, regionFrom, resultOf } from '../../support/robust.ts';
import { overBy } from '../../support/constraints.ts';
import { shownPlace } from '../../support/rows.ts';

vi.setConfig({ testTimeout: 60_000 }); // on a machine that does much else

function robustOf(edition: Edition, region: string): IndexOverRegion {
  const { result, rows } = resultOf(edition);
  const robust = indexOverRegion(result, regionFrom(region), rows);
  if (!isWeightedSum(robust)) throw new Error(robust.reason);
  return robust;
}

const ranksOf = ({ countries }: Bounds) => countries.map(({ best, worst }) => [best.rank, worst.rank]);

/** The rank of each country when the whole index is built with other weights. */
function builtRank(edition: Edition, weights: ReadonlyMap<string, number>, row: number): number | null {
  const { ranks } = build(
    edition,
    completeRecipe({
      ...edition.recipe,
      weights: { method: 'inline', weights: Object.fromEntries(weights) },
    }),
  );
  return ranks[row] ?? null;
}

describe.each([
  ['S', 'any'],
  ['B', 'around:25%'],
  ['R', 'ratio:3'],
])('the 15 × 7 matrix over %s, %s', (name, region) => {
  const edition = matrixEdition();
  const robust = robustOf(edition, region);
  const bounds = boundsOver(build(edition), robust);

  it('has the ranks of the reference', () => {
    const reference = readReference(`robust/rank_interval_${name}.csv`);
    expect(ranksOf(bounds)).toEqual(reference.map(({ best, worst }) => [Number(best), Number(worst)]));
    expect(bounds.countries.map(({ nominal }) => nominal)).toEqual(
      reference.map((record) => Number(record['nominal_rank'])),
    );
    expect(
      bounds.countries.every(
        ({ best, worst }) => best.provedRank === best.rank && worst.provedRank === worst.rank,
      ),
    ).toBe(true);
  });

  it('gives weights under which the built index has those ranks', () => {
    for (const { row, best, worst } of bounds.countries) {
      for (const { rank, weights } of [best, worst])
        expect(builtRank(edition, localWeights(robust.index.space, weights), row)).toBe(rank);
    }
  });

  it('has the least differences, and the necessary and possible relations, of the reference', () => {
    const cells = (file: string) =>
      readReference(`robust/${file}_${name}.csv`).map((record) => Object.values(record).slice(1).map(Number));
    const [least, necessary, possible] = [cells('dominance_min'), cells('necessary'), cells('possible')];
    const all = [...robust.index.points.keys()];
    const ours = all.map((a) => all.map((b) => leastDifference(robust.index, robust.polytope, a, b).value));
    for (const a of all) {
      for (const b of all.filter((other) => other !== a)) {
        expect(Math.abs((ours[a]?.[b] ?? 0) - (least[a]?.[b] ?? Number.NaN))).toBeLessThan(1e-9);
        expect(Number((ours[a]?.[b] ?? 0) >= -1e-9)).toBe(necessary[a]?.[b]);
        expect(Number((ours[b]?.[a] ?? 0) <= 1e-9)).toBe(possible[a]?.[b]);
      }
    }
  });
});

describe('pairs that no weighting changes', () => {
  it('are those of the reference, over all weights', () => {
    const bounds = boundsOver(build(matrixEdition()), robustOf(matrixEdition(), 'any'));
    const names = matrixEdition().countries.map(({ name }) => name);
    const edges = coverEdges(bounds.relations).map(([upper, lower]) => `${names[upper]}>${names[lower]}`);
    expect(edges.toSorted()).toEqual(
      readReference('robust/hasse_cover_edges.csv')
        .map(({ upper, lower }) => `${upper}>${lower}`)
        .toSorted(),
    );
    // C03 is ahead of C06, C04 of C06, C05 of C03 and so of C06.
    expect(shareDecided(bounds.relations)).toEqual({ decided: 4, pairs: 105 });
  });

  it('count who is nowhere behind as ahead in the diagram, and who is level everywhere as neither', () => {
    // Arcadia is level with Borduria in the first indicator and ahead in the second; Ruritania is Borduria's
    // twin.
    const edition = editionOf(
      { laws: [2, 2, 2], skills: [3, 1, 1] },
      { recipe: { normalise: { method: 'none' } } },
    );
    const { relations } = boundsOver(build(edition), robustOf(edition, 'any'));
    expect(relations).toEqual([
      ['never', 'undecided', 'undecided'],
      ['never', 'never', 'never'],
      ['never', 'never', 'never'],
    ]);
    expect(coverEdges(relations)).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(shareDecided(relations)).toEqual({ decided: 3, pairs: 3 });
    expect(decidedPairs(relations)).toEqual([]);
  });
});

const scoresOf = (countries: number, indicators: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: countries, maxLength: countries }), {
    minLength: indicators,
    maxLength: indicators,
  });

function sketch(columns: readonly (readonly number[])[], weights: readonly number[]): Edition {
  const codes = columns.map((_, i) => `c${i}`);
  return editionOf(Object.fromEntries(codes.map((code, i) => [code, columns[i] ?? []])), {
    framework: category(
      ROOT_CODE,
      codes.map((code, i) => indicator(code, { weight: weights[i] ?? 1 })),
    ),
    recipe: { normalise: { method: 'none' } },
  });
}

describe('two indicators, where every order shows on a line', () => {
  it.each(['any', 'around:25%', 'ratio:3', 'mix:10%', 'order:c1,c0'])(
    'over %s the bounds are the extremes between all crossings',
    (region) => {
      fc.assert(
        fc.property(scoresOf(5, 2), ([first = [], second = []]) => {
          const edition = sketch([first, second], [1, 1]);
          const robust = robustOf(edition, region);
          const [low = 0, high = 1] = [-1, 1]
            .map((sign) =>
              leastDifference(
                {
                  ...robust.index,
                  points: [
                    [sign, 0],
                    [0, 0],
                  ],
                },
                robust.polytope,
                0,
                1,
              ),
            )
            .map(({ weights }) => weights[0] ?? 0)
            .toSorted((a, b) => a - b);
          const crossings = first
            .flatMap((x, a) =>
              first.map((y, b) => {
                const slope = x - y - (second[a] ?? 0) + (second[b] ?? 0);
                return ((second[b] ?? 0) - (second[a] ?? 0)) / slope;
              }),
            )
            .filter((at) => at > low && at < high);
          const points = [low, ...crossings, high].toSorted((a, b) => a - b);
          const tried = points.flatMap((point, i) => [point, (point + (points[i + 1] ?? point)) / 2]);
          const known = first.map((_, country) => {
            const ranks = tried.map(
              (w) =>
                1 +
                first.filter(
                  (x, other) =>
                    w * (x - (first[country] ?? 0)) +
                      (1 - w) * ((second[other] ?? 0) - (second[country] ?? 0)) >
                    1e-9,
                ).length,
            );
            return [Math.min(...ranks), Math.max(...ranks)];
          });
          expect(ranksOf(boundsOver(build(edition), robust))).toEqual(known);
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('drawn weightings', () => {
  it.each([
    'any',
    'around:25%',
    'ratio:3',
    'mix:25%',
    'order:c1,c0,c2,c3',
    'order:c2,c0',
    'around:50%+order:c1,c0',
    'around:40%+ratio:2',
  ])('over %s give ranks within the bounds, and meet the limits', (region) => {
    fc.assert(
      fc.property(scoresOf(6, 4), fc.nat(1000), (columns, seed) => {
        const edition = sketch(columns, [2, 3, 1, 1.5]);
        const { result } = resultOf(edition);
        const robust = robustOf(edition, region);
        const { countries } = boundsOver(result, robust);
        const sampler = weightSampler(regionFrom(region), regionContext(result, regionFrom(region)));
        const random = randomOf(seed, 0);
        for (let draw = 0; draw < 40; draw += 1) {
          const weights = sampler.draw(random);
          expect(Math.abs(weights.reduce((total, x) => total + x, 0) - 1)).toBeLessThan(1e-9);
          for (const { coefficients, relation, bound } of robust.polytope.constraints) {
            const over = dot(coefficients, weights) - bound;
            expect(overBy(relation, over)).toBeLessThan(1e-9);
          }
          for (const [i, { best, worst }] of countries.entries()) {
            const rank =
              1 +
              robust.index.points.filter(
                (point) => dot(point, weights) - dot(robust.index.points[i] ?? [], weights) > 1e-8,
              ).length;
            expect(rank).toBeGreaterThanOrEqual(best.rank);
            expect(rank).toBeLessThanOrEqual(worst.rank);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('levels of a framework', () => {
  const nested = editionOf(
    { a: [9, 1, 5], b: [1, 9, 5], c: [4, 6, 5] },
    {
      framework: category(ROOT_CODE, [category('first', [indicator('a'), indicator('b')]), indicator('c')]),
      recipe: { normalise: { method: 'none' } },
    },
  );

  it('all vary unless the region says that the first does alone', () => {
    // At the top only (a + b) / 2 = 5 and c matter: Arcadia has 4.5, Borduria 5.5 and Ruritania 5 at equal
    // weights.
    expect(ranksOf(boundsOver(build(nested), robustOf(nested, 'any@top')))).toEqual([
      [1, 3],
      [1, 1],
      [1, 2],
    ]);
    // At c = 0 all are level; with a alone Arcadia is first and Borduria last.
    expect(ranksOf(boundsOver(build(nested), robustOf(nested, 'any')))).toEqual([
      [1, 3],
      [1, 3],
      [1, 2],
    ]);
  });

  it('keep what each weighs among its siblings within the limits', () => {
    const { index, polytope } = robustOf(nested, 'around:20%');
    // a has at most 1.2 × 1/2 of what its category has, which is at most 1.2 × 1/2 of all.
    expect(
      -leastDifference(
        {
          ...index,
          points: [
            [-1, 0, 0],
            [0, 0, 0],
          ],
        },
        polytope,
        0,
        1,
      ).value,
    ).toBeCloseTo(0.36, 12);
    const leaves = robustOf(nested, 'around:20%@leaves');
    // Its effective weight is 1/4.
    expect(
      -leastDifference(
        {
          ...index,
          points: [
            [-1, 0, 0],
            [0, 0, 0],
          ],
        },
        leaves.polytope,
        0,
        1,
      ).value,
    ).toBeCloseTo(0.3, 12);
  });
});

describe('the least that moves a country a place', () => {
  it('is the least of its flips with those ahead, and with those behind, in the reference', () => {
    const flips = readReference('robust/flip_pairs.csv');
    const robust = robustOf(matrixEdition(), 'any');
    const names = matrixEdition().countries.map(({ name }) => name);
    for (const [country, name] of names.entries()) {
      const { up, down } = nearestSwaps(robust.index, shownPlace(country));
      const least = (mine: string) =>
        Math.min(
          ...flips
            .filter((flip) => flip[mine] === name && flip['min_L1'] !== '')
            .map((flip) => Number(flip['min_L1']) / 2),
        );
      expect(Math.abs((up?.share ?? Infinity) - least('b_below'))).not.toBeGreaterThan(1e-7);
      expect(Math.abs((down?.share ?? Infinity) - least('a_above'))).not.toBeGreaterThan(1e-7);
    }
  });
});

describe('tiers over a region', () => {
  const scores = { laws: [9, 3, 1], skills: [1, 4, 2] };
  const tiersOver = (region: string, tiers: object) => {
    const edition = editionOf(scores, {
      recipe: { normalise: { method: 'none' }, tiers: { method: 'none', ...tiers } },
    });
    return boundsOver(build(edition), robustOf(edition, region)).countries.map((one) =>
      one.tiers === null ? null : [one.tiers.best, one.tiers.worst],
    );
  };

  it('by thresholds, from the least and the greatest index', () => {
    // Indices run from 1 to 9, 3 to 4 and 1 to 2 over all weights; from 4 to 6, 3.375 to 3.625 and 1.375 to
    // 1.625 within 25 %.
    expect(tiersOver('any', { method: 'thresholds', cuts: [5, 3] })).toEqual([
      [0, 2],
      [1, 1],
      [2, 2],
    ]);
    expect(tiersOver('around:25%', { method: 'thresholds', cuts: [5, 3] })).toEqual([
      [0, 1],
      [1, 1],
      [2, 2],
    ]);
  });

  it('by quantiles, from the best and the worst rank', () => {
    expect(tiersOver('any', { method: 'quantiles', shares: [3] })).toEqual([
      [0, 2],
      [0, 1],
      [1, 2],
    ]);
  });

  it('by a profile, from what weight the levels that are reached can have', () => {
    const half = {
      method: 'profile',
      tiers: [
        { name: 'High', needs: [{ atLeast: 3, share: 0.6 }] },
        { name: 'Middle', needs: [{ atLeast: 4, count: 1 }] },
        { name: 'Low' },
      ],
    };
    // Arcadia reaches 3 in laws alone, whose weight is 0.375 to 0.625 within 25 %; Borduria in both; Syldavia
    // in none.
    expect(tiersOver('around:25%', half)).toEqual([
      [0, 1],
      [0, 0],
      [2, 2],
    ]);
    expect(tiersOver('around:10%', half)).toEqual([
      [1, 1],
      [0, 0],
      [2, 2],
    ]);
  });

  it('are not told by natural breaks, which move with the field', () => {
    expect(tiersOver('any', { method: 'breaks', classes: 2 })).toEqual([null, null, null]);
  });
});

describe('the bundled indices', () => {
  it(
    'NCPI is no weighted sum below its first level, and what is seen is never less than what is exact ' +
      'there',
    async () => {
      const { edition } = await loadEdition('ncpi-2020', {});
      const { result, rows } = resultOf(edition);
      expect(indexOverRegion(result, regionFrom('around:25%'), rows)).toEqual({
        reason: '"surveillance" aggregates by "product" and "index" by "arithmetic"',
      });
      const top = robustOf(edition, 'around:25%@top');
      const exact = boundsOver(result, top).countries;
      const seen = sampledBounds(result, regionFrom('around:25%'), rows, { draws: 30, seed: 1 }).countries;
      for (const [i, { best, worst }] of exact.entries()) {
        expect(seen[i]?.best.rank).toBeLessThanOrEqual(best.rank);
        expect(seen[i]?.worst.rank).toBeGreaterThanOrEqual(worst.rank);
        for (const { rank, weights } of [best, worst])
          expect(builtRank(edition, localWeights(top.index.space, weights), i)).toBe(rank);
      }
      const sampled = sampledBounds(result, regionFrom('around:25%@top'), rows, {
        draws: 200,
        seed: 2,
      }).countries;
      for (const [i, { best, worst }] of exact.entries())
        expect([sampled[i]?.best.rank, sampled[i]?.worst.rank]).toEqual([best.rank, worst.rank]);
    },
  );

  it('GCI 2024 has bounds that its weightings attain and that drawn ones keep to', async () => {
    const { edition } = await loadEdition('gci-2024', {});
    const { result, rows } = resultOf(edition);
    const robust = robustOf(edition, 'around:25%');
    const { countries, relations } = boundsOver(result, robust);
    expect(shareDecided(relations).pairs).toBe((194 * 193) / 2);
    for (const { best, worst, row } of countries.filter((_, i) => i % 10 === 0)) {
      for (const { rank, weights } of [best, worst])
        expect(builtRank(edition, localWeights(robust.index.space, weights), row)).toBe(rank);
    }
    for (const [i, seen] of sampledBounds(result, regionFrom('around:25%'), rows, {
      draws: 100,
      seed: 1,
    }).countries.entries()) {
      expect(seen.best.rank).toBeGreaterThanOrEqual(countries[i]?.best.rank ?? Infinity);
      expect(seen.worst.rank).toBeLessThanOrEqual(countries[i]?.worst.rank ?? 0);
    }
  });
});
