import { describe, expect, it } from 'vitest';
import { minimum } from '../../../src/methods/aggregate/order.ts';
import { aggregations, type Aggregation } from '../../../src/methods/aggregate/table.ts';
import { build } from '../../../src/methods/build.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import type { Column } from '../../../src/math/statistics/column.ts';
import type { Choice } from '../../../src/model/registry.ts';
import { editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';

it('minimum is the weakest score', () => {
  expect([minimum([80, 20, 50]), minimum([-1, 0])]).toEqual([20, -1]);
});

describe('in a tree', () => {
  const framework = category('index', [
    category('cyber', [indicator('capability'), indicator('intent')], { aggregate: { method: 'product' } }),
    indicator('dependence', { direction: -1 }),
  ]);

  it("a category's own aggregation overrides the recipe's", () => {
    const edition = editionOf(
      { capability: [8, 6], intent: [0.5, 1], dependence: [-2, -4] },
      { framework, recipe: { normalise: { method: 'none' } } },
    );
    const { scores, index } = build(edition);
    expect(scores.get('cyber')).toEqual([4, 6]); // 8 · 0.5, 6 · 1
    expect(index).toEqual([3, 5]); // (4 + 2) / 2, (6 + 4) / 2
  });
});

describe('scores that an aggregation cannot take', () => {
  const built = (strategy: Column, aggregate: Choice) =>
    build(editionOf({ strategy, offence: [5, 5] }, { recipe: { normalise: { method: 'none' }, aggregate } }));

  it.each([
    [{ method: 'geometric' }, 0],
    [{ method: 'harmonic' }, 0],
    [{ method: 'power', p: -2 }, 0],
    [{ method: 'power', p: 2 }, -1],
    [{ method: 'product' }, -1],
  ])('%j of %d is a problem', (aggregate, score) => {
    expect(problemsOf(() => built([3, score], aggregate))).toMatchObject([
      { code: 'recipe/out-of-domain', country: 'Borduria', indicator: 'strategy', value: String(score) },
    ]);
  });

  it.each([
    [{ method: 'product' }, 0],
    [{ method: 'power', p: 0.5 }, 0],
    [{ method: 'arithmetic' }, -1],
    [{ method: 'sum' }, -1],
    [{ method: 'minimum' }, -1],
  ])('%j of %d is none', (aggregate, score) => {
    expect(problemsOf(() => built([3, score], aggregate))).toEqual([]);
  });

  it('too large for a number is a problem, not an infinite index', () => {
    expect(
      problemsOf(() =>
        build(
          editionOf(
            { a: [1e200], b: [1e200] },
            { recipe: { normalise: { method: 'none' }, aggregate: { method: 'product' } } },
          ),
        ),
      ),
    ).toMatchObject([{ code: 'recipe/not-finite' }]);
  });
});

describe('the weightedSum of an aggregation makes a weighted sum of it', () => {
  const table: Readonly<Record<string, Aggregation>> = aggregations;
  const linked = Object.entries(table).flatMap(([method, entry]) =>
    entry.weightedSum === undefined
      ? []
      : (method === 'power' ? [-2, 0, 0.5, 3] : [null]).map((p) => ({
          method,
          p,
          entry,
          weightedSum: entry.weightedSum,
        })),
  );

  it('the means, the product and the sum have one', () => {
    expect(Object.keys(table).filter((method) => table[method]?.weightedSum !== undefined)).toEqual([
      'arithmetic',
      'geometric',
      'harmonic',
      'power',
      'product',
      'sum',
    ]);
  });

  it.each(linked)('$method, p = $p: φ(y) = Σ cᵢ φ(xᵢ)', ({ p, entry, weightedSum }) => {
    const [scores, weights, parameters] = [[80, 20, 5], [0.5, 0.2, 0.3], p === null ? {} : { p }];
    const [y = Number.NaN] = entry.apply([scores], weights, parameters);
    const terms = scores.map(
      (x, i) =>
        (weightedSum?.isTotal === true ? 3 : 1) *
        (weights[i] ?? 0) *
        (weightedSum?.apply(x, parameters) ?? Number.NaN),
    );
    expect(
      (weightedSum?.apply(y, parameters) ?? 0) / terms.reduce((total, term) => total + term, 0),
    ).toBeCloseTo(1, 12);
    expect(weightedSum?.isPlain).toBe(
      weightedSum?.apply(2, parameters) === 2 && weightedSum.apply(7, parameters) === 7,
    );
  });
});
