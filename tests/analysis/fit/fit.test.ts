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
import { resultRows } from '../../../src/model/rows.ts';
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
  const robust = indexOverRegion(result, completeRegion(region), resultRows(edition.countries));
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

  it('whether the weights that are shown have the widest margin is told', () => {
    // By equal weights y = 2 and 1.5; the widest margin, 4, has all weight on a, where it may be only a.
    const two = fitted('ranks', flat({ a: [4, 0], b: [0, 3] }), printed(flat({ a: [4, 0] }), ranks(1, 2)));
    expect(two).toMatchObject({ margin: 4, isWidest: false });
    const one = fitted('ranks', flat({ a: [4, 0] }), printed(flat({ a: [4, 0] }), ranks(1, 2)));
    expect(one).toMatchObject({ margin: 4, isWidest: true });
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
    const edition = flat({ a: [0, 5, 0], b: [1, 1, 2] });
    const published = printed(edition, (row) => ({
      rank: [4, 1, 2][row] ?? null,
      deviation: row === 0 ? 'a slip' : null,
    }));
    expect(
      fitted('ranks', edition, [
        ...published,
        ...published.slice(1, 2).map((row) => ({ ...row, country: country('Nowhere') })),
      ]),
    ).toMatchObject({ isFound: true, countries: 2 });
  });

  it('who is left out is ranked all the same: nobody can be first behind it', () => {
    const edition = flat({ a: [4, 1, 0], b: [3, 1, 2] });
    const published = printed(edition, (row) => ({
      rank: [3, 1, 2][row] ?? null,
      deviation: row === 0 ? 'a slip' : null,
    }));
    const found = fitted('ranks', edition, published);
    expect(found).toMatchObject({ isFound: false, isProved: true, countries: 2 });
    expect(said(found)).toEqual(['place 2']);
  });

  it('those without a published rank stand where the ranks leave room', () => {
    // 8 w, 3, 9 (1 − w), 0: the third is not ahead of the first from w = 9/17, and ahead of the second below
    // ⅔.
    const edition = flat({ a: [8, 3, 0, 0], b: [0, 3, 9, 0] });
    const between = fitted('ranks', edition, printed(edition, ranks(1, 3, null, null)));
    expect(between).toMatchObject({ isFound: true, agree: 2, isNominal: false });
    expect(between.weights[0]?.local).toBeGreaterThan(9 / 17 - 1e-9);
    expect(between.weights[0]?.local).toBeLessThan(0.55);
    const behind = fitted('ranks', edition, printed(edition, ranks(1, 2, null, null)));
    expect(behind.weights[0]?.local).toBeGreaterThan(2 / 3 - 1e-9);
    expect(behind.weights[0]?.localRange?.least).toBeCloseTo(2 / 3, 9);
    // Four countries, so that nobody can have rank 5.
    const beyond = fitted('ranks', edition, printed(edition, ranks(1, 5, null, null)));
    expect(beyond).toMatchObject({ isFound: false, isProved: true, margin: null });
    expect(said(beyond)).toEqual(['place 1']);
  });

  it('numbers that the kind of ranks cannot have are no ranks that weights give', () => {
    const dense = flat(
      { a: [3, 3, 1], b: [2, 2, 1] },
      { recipe: { normalise: { method: 'none' }, rank: { method: 'dense' } } },
    );
    expect(fitted('ranks', dense, printed(dense, ranks(1, 1, 2))).isFound).toBe(true);
    expect(said(fitted('ranks', dense, printed(dense, ranks(1, 1, 3))))).toEqual(['place 2']);
    const competition = flat({ a: [3, 3, 1], b: [2, 2, 1] });
    expect(fitted('ranks', competition, printed(competition, ranks(1, 1, 3))).isFound).toBe(true);
    expect(said(fitted('ranks', competition, printed(competition, ranks(1, 1, 2))))).toEqual(['place 2']);
  });

  it('a tie at one point of the region alone comes with weights that tie', () => {
    // 4 w = 3 (1 − w), so w = 3/7, which no decimals write.
    const edition = flat({ a: [4, 0], b: [0, 3] });
    const found = fitted('ranks', edition, printed(edition, ranks(1, 1)));
    expect(found).toMatchObject({ isFound: true, agree: 2, hasOthers: false });
    expect(named(found)).toEqual({ a: 3, b: 4 });
  });

  it('ordinal ranks of rounded scores: equals follow each other by code', () => {
    // 4 w and 3 (1 − w): at ½ they round to 2 both, and whoever has the earlier code is first.
    const edition = flat(
      { a: [4, 0], b: [0, 3] },
      { recipe: { normalise: { method: 'none' }, rank: { method: 'ordinal', decimals: 0 } } },
    );
    const [first, second] = edition.countries.map(({ code, name }) => code ?? name);
    const isFirstEarlier = String(first) < String(second);
    const byCode = fitted('ranks', edition, printed(edition, isFirstEarlier ? ranks(1, 2) : ranks(2, 1)));
    expect(byCode).toMatchObject({ isFound: true, isNominal: true });
    const against = fitted('ranks', edition, printed(edition, isFirstEarlier ? ranks(2, 1) : ranks(1, 2)));
    expect(against).toMatchObject({ isFound: true, agree: 2, isNominal: false });
  });

  it('scores that are far apart in size leave their ranges', () => {
    const columns = {
      i1: [250_000, 1_000_000.5],
      i2: [0.002, 0.002],
      i3: [1_000_001, 1_000_000.5],
      i4: [250_000, 1_000_001],
    };
    const framework = category(ROOT_CODE, [
      indicator('i1'),
      category(
        'c2',
        ['i2', 'i3', 'i4'].map((code) => indicator(code)),
      ),
    ]);
    const edition = flat(columns, { framework });
    expect(fitted('ranks', edition, printed(edition, ranks(2, 1))).weights[0]?.localRange).toEqual({
      least: expect.closeTo(0, 9),
      most: expect.closeTo(1, 9),
    });
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
    // By w the four have 1 + 8 w, 5 + w, 6 − w and 9 − 8 w. High is above the rest where 7 w > 4, and then
    // the last is below the rest. A little above 4/7 is nearest to ½: 5.592 | 5.574, 5.426 | 4.408.
    expect(named(found)).toEqual({ a: 0.574, b: 0.426 });
    expect(found.cuts).toEqual([5.58, 5]);
  });

  it('equal countries are in no two tiers', () => {
    const equal = flat({ a: [3, 3], b: [2, 2] });
    expect(fitted('tiers', equal, printed(equal, tiers('High', 'Low')))).toMatchObject({
      isFound: false,
      isProved: true,
      met: 0,
    });
  });

  it('one tier for all comes with a cut-off that nobody is below', () => {
    const found = fitted('tiers', edition, printed(edition, tiers('High', 'High', 'High', 'High')));
    expect(found).toMatchObject({ isFound: true, isNominal: true, agree: 4, tiers: ['High'], cuts: [5] });
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
  it('that weights fit exactly in many ways: the nominal ones', () => {
    const edition = flat({
      a: [0, 100],
      b: [50, 50],
      c: [0, 100],
      d: [100, 0],
      e: [100, 0],
    });
    expect(
      fitted(
        'scores',
        edition,
        printed(edition, () => ({ score: 50 })),
      ),
    ).toMatchObject({
      isFound: true,
      isNominal: true,
      hasOthers: true,
    });
  });

  it('of a sum, in which what weighs nothing does not count, no weight is 0', () => {
    // 2 (4 w + 0 (1 − w)) is 7.9 at w = 0.9875; at w = 1 the sum is of one alone, 4.
    const edition = flat(
      { a: [4, 0], b: [0, 1] },
      { recipe: { normalise: { method: 'none' }, aggregate: { method: 'sum' } } },
    );
    const found = fitted('scores', edition, [
      ...printed(edition, (row) => ({ score: row === 0 ? 8 : null, tolerance: 0.1 })),
    ]);
    expect(found).toMatchObject({ isFound: true, agree: 1 });
    expect(found.weights[1]?.local).toBeGreaterThan(0);
  });

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
