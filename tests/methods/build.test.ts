import { describe, expect, it } from 'vitest';
import { build } from '../../src/methods/build.ts';
import { completeRecipe } from '../../src/methods/steps.ts';
import { category, indicator } from '../../src/model/framework.ts';
import { country, editionOf } from '../support/edition.ts';
import { snap } from '../support/numbers.ts';

const framework = category('index', [
  category('policy', [indicator('strategy'), indicator('governance', { weight: 3 })]),
  indicator('incidents', { direction: -1, weight: 3 }),
]);
const edition = editionOf(
  { strategy: [0, 10, 5], governance: [30, 20, 10], incidents: [100, 300, 200] },
  { framework },
);

describe('build', () => {
  it('runs the steps one after the other', () => {
    const { stages, scores, weights, index, ranks } = build(edition);
    // Min–max: strategy 0, 100, 50; governance 100, 50, 0; incidents, turned round, 100, 0, 50.
    expect(stages.map(({ step }) => step)).toEqual([
      'select',
      'denominate',
      'transform',
      'screen',
      'impute',
      'treat',
      'normalise',
    ]);
    expect(Object.fromEntries(stages.at(-1)?.columns ?? [])).toEqual({
      strategy: [0, 100, 50],
      governance: [100, 50, 0],
      incidents: [100, 0, 50],
    });
    // policy: (strategy + 3 governance) / 4
    expect(scores.get('policy')).toEqual([75, 62.5, 12.5]);
    // index: (policy + 3 incidents) / 4
    expect(index).toEqual([93.75, 15.625, 40.625]);
    expect(scores.get('index')).toBe(index);
    expect([weights.get('policy'), weights.get('incidents')]).toEqual([0.25, 0.75]);
    expect(ranks).toEqual([1, 3, 2]);
  });

  it("takes another recipe than the edition's own", () => {
    const { index, recipe } = build(
      edition,
      completeRecipe({ normalise: { method: 'none' }, aggregate: { method: 'minimum' } }),
    );
    expect(index).toEqual([-100, -300, -200]);
    expect(recipe.aggregate).toEqual({ method: 'minimum' });
  });

  it('gives the same again', () => {
    expect(build(edition)).toEqual(build(edition));
  });

  it('keeps what the scores were before it began', () => {
    expect(build(edition).stages[0]?.columns.get('incidents')).toEqual([100, 300, 200]);
  });

  it("knows each country's row in the edition after a selection", () => {
    const { countries, rows } = build({
      ...edition,
      recipe: { ...edition.recipe, select: [{ method: 'without', terms: ['Arcadia'] }] },
    });
    expect([countries.map(({ name }) => name), rows]).toEqual([
      ['Borduria', 'Ruritania'],
      [1, 2],
    ]);
  });

  it('takes an indicator without a column for one without scores', () => {
    const { index } = build(
      editionOf(
        { strategy: [1, 2] },
        {
          framework: category('index', [indicator('strategy'), indicator('offence')]),
          recipe: { missing: { method: 'skip', least: 0.5 } },
        },
      ),
    );
    expect(index).toEqual([0, 100]);
  });
});

describe('a panel', () => {
  const panel = editionOf(
    { strategy: [10, 30, 20, 40, 50, 40] },
    {
      countries: [2020, 2020, 2021, 2021, 2022, 2021].map((year, row) =>
        country(['Arcadia', 'Borduria', 'Arcadia', 'Borduria', 'Arcadia', 'Syldavia'][row] ?? '', { year }),
      ),
    },
  );

  it('is ranked within each year', () => {
    expect(build(panel).ranks).toEqual([2, 1, 3, 1, 1, 1]);
  });

  it('is normalised over all its years', () => {
    expect(build(panel).index).toEqual([0, 50, 25, 75, 100, 75]); // from 10 to 50
  });

  it('has ordinal ranks from 1 in each year', () => {
    expect(build(panel, completeRecipe({ rank: { method: 'ordinal' } })).ranks).toEqual([2, 1, 3, 1, 1, 2]);
  });

  it('names the year where it names the country', () => {
    const gaps = { ...panel, columns: new Map([['strategy', [10, null, 20, 40, 50, 40]]]) };
    expect(
      build(gaps, completeRecipe({ missing: { method: 'skip' } })).warnings.map(({ what }) => what),
    ).toEqual(['Borduria (2020) has too few scores to be ranked']);
  });
});

describe('scores of another magnitude beside them', () => {
  // As of a column of dollars beside one of points.
  const columns = { laws: [4.1, 3.2, 2.4], product: [2e13, 3e12, 1e11] };
  const [laws, product] = [columns.laws, columns.product];
  const both = (formula: (x: number, y: number) => number) =>
    laws.map((x, row) => formula(x, product[row] ?? Number.NaN));

  it.each([
    [{ method: 'minimum' }, laws],
    [{ method: 'harmonic' }, both((x, y) => 2 / (1 / x + 1 / y))],
    [{ method: 'power', p: -2 }, both((x, y) => ((x ** -2 + y ** -2) / 2) ** -0.5)],
    [{ method: 'geometric' }, both((x, y) => Math.sqrt(x * y))],
    [{ method: 'product' }, both((x, y) => x * y)],
  ])('take no digits from an index that is not made of their sum: %j', (aggregate, expected) => {
    const { index } = build(editionOf(columns, { recipe: { normalise: { method: 'none' }, aggregate } }));
    expect(snap(index, expected, 1e-11)).toEqual(expected);
  });
});
