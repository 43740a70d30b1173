// What holds for all scores and weights, tried on random ones.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arithmetic, geometric, harmonic, power } from '../../src/methods/aggregate/means.ts';
import { maximum, median, minimum } from '../../src/methods/aggregate/order.ts';
import { owa } from '../../src/methods/aggregate/owa.ts';
import { build } from '../../src/methods/build.ts';
import { rankings } from '../../src/methods/rank/table.ts';
import type { PartialRecipe } from '../../src/methods/steps.ts';
import type { Column } from '../../src/math/statistics/column.ts';
import type { Edition } from '../../src/model/edition.ts';
import { category, indicator } from '../../src/model/framework.ts';
import { editionOf, reordered } from '../support/edition.ts';
import { isNear, snap } from '../support/numbers.ts';

const runs = { seed: 2021, numRuns: 100 };
const codes = ['strategy', 'governance', 'offence', 'resilience'] as const;

/** Scores with few decimals, so that ties happen. */
const score = fc.integer({ min: 1, max: 100 }).map((x) => x / 10);
const weight = fc.integer({ min: 1, max: 20 }).map((x) => x / 10);
const rows = fc.array(fc.tuple(score, score, score, score), { minLength: 2, maxLength: 7 });
const weights = fc.tuple(weight, weight, weight, weight);

/** Two categories of two. */
function nested(
  scores: readonly (readonly number[])[],
  [a, b, c, d]: readonly [number, number, number, number],
  recipe: PartialRecipe,
): Edition {
  const framework = category('index', [
    category('policy', [indicator('strategy', { weight: a }), indicator('governance', { weight: b })], {
      weight: c,
    }),
    category('force', [indicator('offence', { weight: d }), indicator('resilience', { weight: a })], {
      weight: b,
    }),
  ]);
  return editionOf(Object.fromEntries(codes.map((code, i) => [code, scores.map((row) => row[i] ?? null)])), {
    framework,
    recipe,
  });
}

const recipes: readonly PartialRecipe[] = [
  {},
  { normalise: { method: 'zscore', mean: 50 } },
  {
    normalise: { method: 'none' },
    aggregate: { method: 'geometric' },
    tiers: { method: 'quantiles', shares: [3] },
  },
  {
    normalise: { method: 'minmax', floor: 1, ceiling: 10 },
    aggregate: { method: 'harmonic' },
    tiers: { method: 'thresholds', cuts: [5, 3] },
  },
  { normalise: { method: 'none' }, aggregate: { method: 'power', p: 3 } },
  ...['maximum', 'median', 'topsis', 'copeland', 'borda', 'outranking'].map((method) => ({
    normalise: { method: 'none' },
    aggregate: { method },
  })),
  { normalise: { method: 'zscore' }, aggregate: { method: 'owa', exponent: 2 } },
  { normalise: { method: 'minmax', floor: 70, ceiling: 130 }, aggregate: { method: 'ampi' } },
];

describe('the order of rows', () => {
  it.each(recipes)('changes nothing: %j', (recipe) => {
    const shuffled = rows.chain((scores) =>
      fc.tuple(fc.constant(scores), fc.shuffledSubarray([...scores.keys()], { minLength: scores.length })),
    );
    fc.assert(
      fc.property(shuffled, weights, ([scores, order], given) => {
        const edition = nested(scores, given, recipe);
        const [straight, mixed] = [build(edition), build(reordered(edition, order))];
        expect(mixed.index).toEqual(order.map((row) => straight.index[row]));
        expect(mixed.ranks).toEqual(order.map((row) => straight.ranks[row]));
        expect(mixed.tiering?.placements).toEqual(
          straight.tiering === null ? undefined : order.map((row) => straight.tiering?.placements[row]),
        );
      }),
      runs,
    );
  });
});

describe('the order of columns', () => {
  it.each(recipes)('changes nothing: %j', (recipe) => {
    fc.assert(
      fc.property(
        rows,
        weights,
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (scores, given, order) => {
          const columns = codes.map((code, i) => [code, scores.map((row) => row[i] ?? null)] as const);
          const flat = (places: readonly number[]) =>
            build(
              editionOf(Object.fromEntries(columns), {
                framework: category(
                  'index',
                  places.map((i) => indicator(codes[i] ?? '', { weight: given[i] ?? 1 })),
                ),
                recipe,
              }),
            );
          const [straight, mixed] = [flat([0, 1, 2, 3]), flat(order)];
          expect(mixed.ranks).toEqual(straight.ranks);
          expect(snap(mixed.index, straight.index, 1e-11)).toEqual(straight.index);
        },
      ),
      runs,
    );
  });
});

describe('raising one score', () => {
  const monotone = [
    { method: 'arithmetic' },
    { method: 'geometric' },
    { method: 'harmonic' },
    { method: 'power', p: 2 },
    { method: 'power', p: -2 },
    { method: 'product' },
    { method: 'sum' },
    { method: 'minimum' },
    { method: 'maximum' },
    { method: 'median' },
    { method: 'owa', exponent: 3 },
    { method: 'owa', order: [1, 2] },
    { method: 'copeland' },
    { method: 'borda' },
    { method: 'outranking' },
  ].flatMap((aggregate) =>
    [{ method: 'none' }, { method: 'goalposts', low: 0, high: 20 }].map((normalise) => ({
      aggregate,
      normalise,
    })),
  );

  it.each(monotone)('never lowers the country: %j', (recipe) => {
    fc.assert(
      fc.property(rows, weights, fc.nat(), fc.nat({ max: 3 }), score, (scores, given, at, column, rise) => {
        const row = at % scores.length;
        const raised = scores.map((one, i) => one.map((x, j) => (i === row && j === column ? x + rise : x)));
        const [before, after] = [build(nested(scores, given, recipe)), build(nested(raised, given, recipe))];
        expect(after.ranks[row]).toBeLessThanOrEqual(before.ranks[row] ?? 0);
        expect(after.index[row]).toBeGreaterThanOrEqual(before.index[row] ?? Infinity);
      }),
      runs,
    );
  });
});

describe('means', () => {
  const scores = fc
    .array(fc.tuple(fc.double({ min: 0.01, max: 1000, noNaN: true }), weight), { minLength: 1, maxLength: 8 })
    .map((pairs) => {
      const total = pairs.reduce((sum, [, w]) => sum + w, 0);
      return { x: pairs.map(([one]) => one), w: pairs.map(([, one]) => one / total) };
    });
  /** At most, but for rounding. */
  const atMost = (a: number, b: number) => a <= b || isNear(a, b, 1e-12);

  it('minimum ≤ harmonic ≤ geometric ≤ arithmetic ≤ maximum', () => {
    fc.assert(
      fc.property(scores, ({ x, w }) => {
        const ascending = [minimum(x), harmonic(x, w), geometric(x, w), arithmetic(x, w), maximum(x)];
        expect(ascending.every((y, i) => i === 0 || atMost(ascending[i - 1] ?? Infinity, y))).toBe(true);
      }),
      { ...runs, numRuns: 500 },
    );
  });

  it(
    'minimum ≤ median ≤ maximum, and so is every ordered weighted average, which is the arithmetic ' +
      'mean for exponent 1',
    () => {
      const exponent = fc.double({ min: 0.01, max: 100, noNaN: true });
      fc.assert(
        fc.property(scores, exponent, ({ x, w }, exponent) => {
          for (const y of [
            median(x, w),
            owa(x, w, { exponent, order: null }),
            owa(x, w, { exponent, order: x }),
          ]) {
            expect(atMost(minimum(x), y) && atMost(y, maximum(x))).toBe(true);
          }
          expect(isNear(owa(x, w, { exponent: 1, order: null }), arithmetic(x, w), 1e-12)).toBe(true);
          expect(isNear(owa(x, w, { exponent: 1, order: x.map(() => 3) }), arithmetic(x, w), 1e-11)).toBe(
            true,
          );
        }),
        { ...runs, numRuns: 500 },
      );
    },
  );

  it('a higher exponent never gives a higher ordered weighted average', () => {
    const exponent = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(scores, exponent, exponent, ({ x, w }, p, q) => {
        expect(
          atMost(
            owa(x, w, { exponent: Math.max(p, q), order: null }),
            owa(x, w, { exponent: Math.min(p, q), order: null }),
          ),
        ).toBe(true);
      }),
      { ...runs, numRuns: 500 },
    );
  });

  it('a higher order never gives a lower power mean', () => {
    const order = fc.integer({ min: -40, max: 40 }).map((p) => p / 4);
    fc.assert(
      fc.property(scores, order, order, ({ x, w }, p, q) => {
        expect(atMost(power(x, w, { p: Math.min(p, q) }), power(x, w, { p: Math.max(p, q) }))).toBe(true);
      }),
      { ...runs, numRuns: 500 },
    );
  });

  it('orders 1, 0 and -1 are the arithmetic, geometric and harmonic mean', () => {
    fc.assert(
      fc.property(scores, ({ x, w }) => {
        const means = [arithmetic(x, w), geometric(x, w), harmonic(x, w)];
        expect(
          snap(
            [1, 0, -1].map((p) => power(x, w, { p })),
            means,
            1e-12,
          ),
        ).toEqual(means);
      }),
      { ...runs, numRuns: 500 },
    );
  });

  it('scores ten times as large have a mean ten times as large', () => {
    fc.assert(
      fc.property(scores, ({ x, w }) => {
        const large = x.map((one) => 10 * one);
        const means = [
          arithmetic,
          geometric,
          harmonic,
          (of: readonly number[], by: readonly number[]) => power(of, by, { p: 2.5 }),
        ];
        const tenfold = means.map((mean) => 10 * mean(x, w));
        expect(
          snap(
            means.map((mean) => mean(large, w)),
            tenfold,
            1e-12,
          ),
        ).toEqual(tenfold);
      }),
      runs,
    );
  });
});

it.each([
  'arithmetic',
  'geometric',
  'harmonic',
  'product',
  'sum',
  'minimum',
  'maximum',
  'median',
  'owa',
  'topsis',
  'copeland',
  'borda',
  'outranking',
])('weights all multiplied by the same change nothing: %s', (method) => {
  fc.assert(
    fc.property(rows, weights, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (scores, given, factor) => {
      const recipe = { normalise: { method: 'none' }, aggregate: { method } };
      const [a, b, c, d] = given;
      const [straight, scaled] = [
        build(nested(scores, given, recipe)),
        build(nested(scores, [a * factor, b * factor, c * factor, d * factor], recipe)),
      ];
      expect(scaled.ranks).toEqual(straight.ranks);
      expect(snap(scaled.index, straight.index, 1e-11)).toEqual(straight.index);
    }),
    runs,
  );
});

describe('ranks', () => {
  const columns: fc.Arbitrary<Column> = fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { freq: 8 }), {
    maxLength: 15,
  });
  const ranked = (column: Column) => {
    const names = column.map((_, row) => String.fromCodePoint(65 + row));
    const by = ({ apply }: (typeof rankings)[keyof typeof rankings]) =>
      apply(column, names).flatMap((rank) => rank ?? []);
    return {
      competition: by(rankings.competition),
      dense: by(rankings.dense),
      fractional: by(rankings.fractional),
      ordinal: by(rankings.ordinal),
    };
  };

  it('fractional ranks sum to n (n + 1) / 2', () => {
    fc.assert(
      fc.property(columns, (column) => {
        const { fractional } = ranked(column);
        expect(fractional.reduce((sum, rank) => sum + rank, 0)).toBe(
          (fractional.length * (fractional.length + 1)) / 2,
        );
      }),
      runs,
    );
  });

  it('dense ≤ competition ≤ fractional, and competition ≤ ordinal', () => {
    fc.assert(
      fc.property(columns, (column) => {
        const { competition, dense, fractional, ordinal } = ranked(column);
        for (const [i, rank] of competition.entries()) {
          expect(dense[i]).toBeLessThanOrEqual(rank);
          expect(rank).toBeLessThanOrEqual(fractional[i] ?? 0);
          expect(rank).toBeLessThanOrEqual(ordinal[i] ?? 0);
        }
      }),
      runs,
    );
  });

  it('ordinal ranks are a permutation, dense ranks have no gaps', () => {
    fc.assert(
      fc.property(columns, (column) => {
        const { dense, ordinal } = ranked(column);
        const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
        expect(ordinal.toSorted((a, b) => a - b)).toEqual(upTo(ordinal.length));
        expect([...new Set(dense)].toSorted((a, b) => a - b)).toEqual(upTo(new Set(dense).size));
      }),
      runs,
    );
  });

  it('the better score never has the worse rank', () => {
    fc.assert(
      fc.property(columns, (column) => {
        const scores = column.flatMap((one) => one ?? []);
        const pairs = scores.flatMap((a, i) => scores.flatMap((b, j) => (a > b ? [{ i, j }] : [])));
        for (const ranks of Object.values(ranked(column))) {
          expect(pairs.filter(({ i, j }) => (ranks[i] ?? 0) >= (ranks[j] ?? 0))).toEqual([]);
        }
      }),
      runs,
    );
  });
});
