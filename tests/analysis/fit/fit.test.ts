import { describe, expect, it } from 'vitest';
import { fit, type Fit, type FitTarget } from '../../../src/analysis/fit/fit.ts';
import { isWeightedSum, indexOverRegion } from '../../../src/analysis/pairs/index-over-region.ts';
import { roundTo } from '../../../src/math/statistics/rounding.ts';
import { rankScores } from '../../../src/methods/rank/run.ts';
import { build } from '../../../src/methods/build.ts';
import { completeRecipe } from '../../../src/methods/steps.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { category, indicator, ROOT_CODE } from '../../../src/model/framework.ts';
import type { PublishedRow } from '../../../src/model/published.ts';
import { completeRegion } from '../../support/region.ts';
import { country, editionOf, type Sketch } from '../../support/edition.ts';

type Columns = Readonly<Record<string, readonly number[]>>;

const printed = (edition: Edition, fields: (row: number) => Partial<PublishedRow>): PublishedRow[] =>
  edition.countries.map((one, row) => ({
    country: one,
    score: null,
    rank: null,
    tier: null,
    tolerance: 0.005,
    deviation: null,
    place: { file: 'published.csv' },
    ...fields(row),
  }));

function fitted(to: FitTarget, edition: Edition, published: readonly PublishedRow[], region = 'any'): Fit {
  const result = build(edition);
  const robust = indexOverRegion(result, completeRegion(region), [...edition.countries.keys()]);
  if (!isWeightedSum(robust)) throw new Error(robust.reason);
  const found = fit(to, result, robust, published);
  if (found === null) throw new Error('nothing was published');
  return found;
}

const flat = (columns: Columns, sketch: Sketch = {}) =>
  editionOf(columns, { ...sketch, recipe: { normalise: { method: 'none' }, ...sketch.recipe } });
const named = ({ named: weights }: Fit) => Object.fromEntries(weights);
const ranks =
  (...published: readonly (number | null)[]) =>
  (row: number) => ({ rank: published[row] ?? null });
const said = ({ contradiction }: Fit) =>
  contradiction.map(({ kind, countries }) => `${kind} ${countries.join(' ')}`);

/** Cut at 55 and 45. */
function tierOf(score: number): string {
  if (score > 55) return 'High';
  return score > 45 ? 'Middle' : 'Low';
}

/** Mulberry32: the same numbers on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Twenty countries on three categories of three indicators each, and an index built with weights that nobody
 * is told.
 */
function hiddenWeights(seed: number) {
  const next = random(seed);
  const codes = ['a', 'b', 'c'].flatMap((one) => [1, 2, 3].map((i) => `${one}${i}`));
  const columns = Object.fromEntries(
    codes.map((code) => [code, Array.from({ length: 20 }, () => roundTo(10 * next(), 1))]),
  );
  const framework = category(
    ROOT_CODE,
    ['a', 'b', 'c'].map((one) =>
      category(
        one,
        codes.filter((code) => code.startsWith(one)).map((code) => indicator(code)),
      ),
    ),
  );
  const weights = Object.fromEntries(['a', 'b', 'c', ...codes].map((code) => [code, 0.2 + next()]));
  const edition = editionOf(columns, {
    framework,
    countries: Array.from({ length: 20 }, (_, i) => country(`Country ${i}`)),
  });
  const hidden = build(edition, completeRecipe({ weights: { method: 'inline', weights } }));
  const scores = hidden.index.map((x) => roundTo(x ?? 0, 2));
  return { edition, hidden, scores };
}

describe.each([1, 2, 3, 4, 5])('weights hidden behind published figures, seed %i', (seed) => {
  const { edition, hidden, scores } = hiddenWeights(seed);
  const rounded = completeRecipe({ ...edition.recipe, rank: { method: 'competition', decimals: 2 } });
  const published = printed(edition, (row) => ({
    score: scores[row] ?? null,
    rank: rankScores(scores, [], { method: 'competition' })[row] ?? null,
    tier: tierOf(scores[row] ?? 0),
  }));

  it.each(['scores', 'ranks', 'tiers'] as const)(
    '%s: they lie within every range, and what is found reproduces all that was printed',
    (to) => {
      const found = fitted(to, { ...edition, recipe: rounded }, published);
      expect(found).toMatchObject({ isFound: true, met: found.claims.length, agree: 20, contradiction: [] });
      for (const { code, local, localRange, effectiveRange } of found.weights) {
        const weight = hidden.weights.get(code) ?? Number.NaN;
        expect(localRange?.least).toBeLessThanOrEqual(weight + 1e-7);
        expect(localRange?.most).toBeGreaterThanOrEqual(weight - 1e-7);
        expect(localRange?.least).toBeLessThanOrEqual(local + 1e-7);
        expect(localRange?.most).toBeGreaterThanOrEqual(local - 1e-7);
        const effective =
          code.length === 1 ? weight : weight * (hidden.weights.get(code.slice(0, 1)) ?? Number.NaN);
        expect(effectiveRange?.least).toBeLessThanOrEqual(effective + 1e-7);
        expect(effectiveRange?.most).toBeGreaterThanOrEqual(effective - 1e-7);
      }
    },
  );

  it(
    'scores to two decimals leave weights no more room than a hundredth; the weights given are taken by ' +
      'the recipe',
    () => {
      const found = fitted('scores', edition, published);
      expect(
        Math.max(
          ...found.weights.map(
            ({ effectiveRange }) => (effectiveRange?.most ?? 1) - (effectiveRange?.least ?? 0),
          ),
        ),
      ).toBeLessThan(0.01);
      const rebuilt = build(
        edition,
        completeRecipe({ ...edition.recipe, weights: { method: 'inline', weights: named(found) } }),
      );
      expect(
        Math.max(...rebuilt.index.map((x, row) => Math.abs((x ?? 0) - (scores[row] ?? 0)))),
      ).toBeLessThanOrEqual(0.005 + 1e-9);
      expect(found.rSquared).toBeGreaterThan(0.999999);
    },
  );
});

describe('ranks', () => {
  it('two indicators, one order: the range ends where the two are level', () => {
    // y = w a + (1 − w) b: 4 w > 3 (1 − w), so w > 3/7.
    const found = fitted('ranks', flat({ a: [4, 0], b: [0, 3] }), printed(flat({ a: [4, 0] }), ranks(1, 2)));
    expect(found.isFound).toBe(true);
    expect(found.weights[0]?.localRange?.least).toBeCloseTo(3 / 7, 9);
    expect(found.weights[0]?.localRange?.most).toBe(1);
    expect(found).toMatchObject({ margin: 4, met: 1, metNominally: 1, agree: 2 });
  });

  it('a country behind another in everything cannot be ahead of it: one claim says it', () => {
    const edition = flat({ a: [4, 1, 0], b: [3, 1, 2] });
    const found = fitted('ranks', edition, printed(edition, ranks(3, 1, 2)));
    expect(found.isFound).toBe(false);
    expect(said(found)).toEqual(['ahead 1 0']);
    expect(found.margin).toBeLessThan(0);
    expect(found.weights.every(({ localRange }) => localRange === null)).toBe(true);
  });

  it('where no pair alone is impossible, as few as contradict each other', () => {
    // Ahead of the second asks for more weight on a, ahead of the third for more on b.
    const edition = flat({ a: [5, 0, 9], b: [5, 9, 0] });
    const found = fitted('ranks', edition, printed(edition, ranks(3, 1, 2)));
    expect(said(found)).toEqual(['ahead 1 2', 'ahead 2 0']);
    expect(found).toMatchObject({ met: 1, metNominally: 0 });
  });

  it('countries of one rank are to be level, or as near as rounding makes them', () => {
    const columns = { a: [4, 0, 0], b: [0, 3, 1] };
    const found = fitted('ranks', flat(columns), printed(flat(columns), ranks(1, 1, 3)));
    expect(found.weights[0]?.localRange).toEqual({
      least: expect.closeTo(3 / 7, 9),
      most: expect.closeTo(3 / 7, 9),
    });
    const rounded = flat(columns, {
      recipe: { normalise: { method: 'none' }, rank: { method: 'competition', decimals: 0 } },
    });
    // |4 w − 3 (1 − w)| ≤ 1: 2/7 ≤ w ≤ 4/7; and to be ahead of the third, 4 w > 1 − w, w > 1/5.
    expect(fitted('ranks', rounded, printed(rounded, ranks(1, 1, 3))).weights[0]?.localRange).toEqual({
      least: expect.closeTo(2 / 7, 9),
      most: expect.closeTo(4 / 7, 9),
    });
  });

  it('countries of one rank that can never be level are a contradiction', () => {
    const edition = flat({ a: [4, 1], b: [3, 1] });
    const found = fitted('ranks', edition, printed(edition, ranks(1, 1)));
    expect(found).toMatchObject({ isFound: false, margin: null });
    expect(said(found)).toEqual(['level 0 1']);
  });

  it('ordinal ranks say nothing of those that stand in the order of their codes', () => {
    const edition = flat(
      { a: [4, 4] },
      { recipe: { normalise: { method: 'none' }, rank: { method: 'ordinal' } } },
    );
    expect(fitted('ranks', edition, printed(edition, ranks(1, 2))).isFound).toBe(true);
    expect(fitted('ranks', edition, printed(edition, ranks(2, 1))).isFound).toBe(false);
  });

  it('rows that are known to differ, and countries that are not ranked, are left out', () => {
    const edition = flat({ a: [4, 1, 0], b: [3, 1, 2] });
    const published = printed(edition, (row) => ({
      rank: [3, 1, 2][row] ?? null,
      deviation: row === 0 ? 'a slip' : null,
    }));
    expect(
      fitted('ranks', edition, [
        ...published,
        ...published.slice(1, 2).map((row) => ({ ...row, country: country('Nowhere') })),
      ]),
    ).toMatchObject({ isFound: true, countries: 2 });
  });

  it('a region holds the weights within its limits', () => {
    const edition = flat({ a: [4, 0], b: [0, 3] });
    expect(fitted('ranks', edition, printed(edition, ranks(2, 1)), 'any').isFound).toBe(true);
    const near = fitted('ranks', edition, printed(edition, ranks(2, 1)), 'around:10%');
    expect(near.isFound).toBe(false);
    expect(near.weights[0]?.local).toBeGreaterThanOrEqual(0.45);
  });

  it('of a geometric mean the logarithms are summed', () => {
    const edition = flat(
      { a: [4, 1], b: [1, 2] },
      { recipe: { normalise: { method: 'none' }, aggregate: { method: 'geometric' } } },
    );
    // w ln 4 > (1 − w) ln 2: w > 1/3.
    expect(fitted('ranks', edition, printed(edition, ranks(1, 2))).weights[0]?.localRange?.least).toBeCloseTo(
      1 / 3,
      9,
    );
  });
});

describe('tiers', () => {
  const edition = flat({ a: [9, 6, 5, 1], b: [1, 5, 6, 9] });
  const tiers =
    (...published: readonly string[]) =>
    (row: number) => ({ tier: published[row] ?? null });

  it('the cut-offs come with the weights, in as few digits as part the tiers', () => {
    const found = fitted('tiers', edition, printed(edition, tiers('High', 'Middle', 'Middle', 'Low')));
    expect(found).toMatchObject({ isFound: true, tiers: ['High', 'Middle', 'Low'], agree: 4 });
    expect(named(found)).toEqual({ a: 1, b: 0 });
    // 9 | 6, 5 | 1: halfway are 7.5 and 3.
    expect(found.cuts).toEqual([8, 3]);
  });

  it('the ends above the middle: no weights, and the three that contradict each other', () => {
    const found = fitted('tiers', edition, printed(edition, tiers('High', 'Low', 'Low', 'High')));
    expect(found.isFound).toBe(false);
    expect(said(found)).toHaveLength(3);
    expect(found.met).toBe(3);
    expect(found.cuts).toEqual([]);
  });

  it('tiers that the recipe names stand in its order', () => {
    const named = flat(
      { a: [9, 6, 5, 1] },
      {
        recipe: {
          normalise: { method: 'none' },
          tiers: { method: 'thresholds', cuts: [8, 4], names: ['High', 'Middle', 'Low'] },
        },
      },
    );
    expect(fitted('tiers', named, printed(named, tiers('high', 'Middle', 'Middle', 'Low'))).tiers).toEqual([
      'High',
      'Middle',
      'Low',
    ]);
    expect(fitted('tiers', named, printed(named, tiers('Low', 'Middle', 'Middle', 'High'))).isFound).toBe(
      false,
    );
  });
});

describe('scores', () => {
  it('no weights within the tolerance: the nearest, and who contradicts whom', () => {
    const edition = flat({ a: [0, 10, 10], b: [10, 0, 10] });
    // y = 10 (1 − w), 10 w, 10: the third cannot be 8, the first two not 4 both.
    const found = fitted(
      'scores',
      edition,
      printed(edition, (row) => ({ score: [4, 4, 10][row] ?? null })),
    );
    expect(found).toMatchObject({ isFound: false, agree: 1, met: 1 });
    expect(said(found)).toEqual(['score 0', 'score 1']);
    expect(named(found)).toEqual({ a: 0.5, b: 0.5 });
    expect(found.residuals.map(({ index }) => index)).toEqual([5, 5, 10]);
    // Σ (5 − 4)² · 2 = 2 of a variance of 24.
    expect(found.rSquared).toBeCloseTo(1 - 2 / 24, 9);
  });
});
