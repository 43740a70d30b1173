// How far noise may move what a node of the framework has, and which countries tie there.
import { describe, expect, it } from 'vitest';
import { build } from '../../src/methods/build.ts';
import { nodeValues, NOISE, normalisationError } from '../../src/methods/node-values.ts';
import type { Column } from '../../src/math/statistics/column.ts';
import { category, indicator, type Category } from '../../src/model/framework.ts';
import type { PartialRecipe } from '../../src/methods/steps.ts';
import { editionOf } from '../support/edition.ts';

describe('nodeValues', () => {
  it('tells as one what only noise parts, and hands on what it was', () => {
    const { exact, told } = nodeValues([0.1 + 0.2, 0.3, null], [0, 0, 0]);
    expect(told).toEqual([0.3, 0.3, null]);
    expect(exact).toEqual([0.1 + 0.2, 0.3, null]);
  });

  it('takes what cancels out to nothing for nothing', () => {
    const { exact, told } = nodeValues([-1e-17, 1], [NOISE, NOISE]);
    expect(told).toEqual([0, 1]);
    expect(exact).toEqual([0, 1]);
  });

  it('keeps the digits of a small value that larger numbers leave, as far as noise lets it', () => {
    // (3 + 3 + 1,000,001 + 1,000,000.5 − 1,000,000.5 − 1,000,000.5) / 6, each term off by a share of itself.
    const { told } = nodeValues([6.5 / 6, 100_000], [1e6 * NOISE, 1e6 * NOISE]);
    expect(told).toEqual([1.08333333, 100_000]);
  });

  it('ties within an error that is larger than the digits that are told', () => {
    expect(nodeValues([1, 1 + 1e-8], [0, 0]).told).toEqual([1, 1.00000001]);
    expect(nodeValues([1, 1 + 1e-8], [5e-8, 5e-8]).told).toEqual([1, 1]);
  });
});

describe('normalisationError', () => {
  it('goes by the largest score, or by what the differences are blown up from', () => {
    expect(normalisationError([0, 5], [0, 100]) / NOISE).toBe(100);
    expect(normalisationError([1000, 1001, null], [0, 100, null]) / NOISE).toBe(100_100);
  });

  it('is none where nothing is there, and no more than that of the scores where all are equal', () => {
    expect(normalisationError([null], [null])).toBe(0);
    expect(normalisationError([7, 7], [50, 50]) / NOISE).toBe(50);
  });
});

/** The ranks of an index, and what it has. */
function built(columns: Readonly<Record<string, Column>>, framework: Category, recipe: PartialRecipe) {
  const { ranks, index } = build(editionOf(columns, { framework, recipe }));
  return { ranks, index };
}

const tree = (aggregate: string) =>
  category('index', [
    category('p', [indicator('a'), indicator('b')], { aggregate: { method: aggregate } }),
    category('q', [indicator('c'), indicator('d'), indicator('e')], { aggregate: { method: 'arithmetic' } }),
  ]);

describe('true ties over categories of other kinds', () => {
  // The second country has the scores of the first within each category, the other way round; q is 0.6 / 3.
  const columns = {
    a: [0.1, 0.7, 0.9],
    b: [0.7, 0.1, 0.9],
    c: [0.1, 0.3, 1],
    d: [0.2, 0.2, 1],
    e: [0.3, 0.1, 1],
  };

  it.each(['geometric', 'harmonic', 'minimum', 'median', 'product', 'sum'])('%s', (method) => {
    for (const aggregate of ['arithmetic', 'geometric', 'harmonic']) {
      const { ranks, index } = built(columns, tree(method), {
        normalise: { method: 'none' },
        aggregate: { method: aggregate },
      });
      expect(ranks).toEqual([2, 2, 1]);
      expect(index[0]).toBe(index[1]);
    }
  });
});

it('scores that differ in their last digits alone tie as their decimals do', () => {
  // Of 0, 1 and 2 tenths above a million, doubles have nine digits of the difference only: Arcadia and
  // Borduria both have two tenths and two, in another order.
  const million = (tenths: readonly number[]) => tenths.map((x) => Number(`1000000.${x}`));
  const columns = { a: million([0, 2, 3, 0]), b: million([1, 1, 3, 0]), c: million([3, 1, 3, 0]) };
  const framework = category('index', [
    category('p', [indicator('a'), indicator('b')], { weight: 2 }),
    indicator('c'),
  ]);
  const { ranks } = built(columns, framework, { normalise: { method: 'minmax' } });
  expect(ranks).toEqual([2, 2, 1, 4]);
});

it.each(['rank', 'percentile', 'borda'])('%s takes an imputed score for what it equals', (normalise) => {
  // The mean of 0.1, 0.2 and 0.3 is 0.2, in doubles 0.20000000000000004.
  const columns = { a: [0.1, 0.2, 0.3, null] };
  const { ranks } = built(columns, category('index', [indicator('a')]), {
    impute: { method: 'mean' },
    normalise: { method: normalise },
  });
  expect(ranks).toEqual([4, 2, 1, 2]);
});

it('benefit of the doubt decides ties of a tree at the index', () => {
  const columns = { a: [3, 1, 1], b: [1, 3, 1], c: [7, 7, 1] };
  const framework = category('index', [category('p', [indicator('a'), indicator('b')]), indicator('c')]);
  const { ranks, index } = built(columns, framework, {
    normalise: { method: 'none' },
    weights: { method: 'benefit-of-the-doubt' },
  });
  expect(ranks).toEqual([1, 1, 3]);
  expect(index[0]).toBe(1);
});
