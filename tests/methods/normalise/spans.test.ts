import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { goalposts, minmax } from '../../../src/methods/normalise/spans.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import { country, editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';

const hundred = { floor: 0, ceiling: 100 };

describe('minmax', () => {
  it('leaves missing scores missing', () => {
    expect(minmax([2, null, 6], hundred)).toEqual([0, null, 100]);
    expect(minmax([null, null], hundred)).toEqual([null, null]);
  });

  it('gives all the middle if all are equal', () => {
    expect(minmax([3, 3, null], hundred)).toEqual([50, 50, null]);
    expect(minmax([3], { floor: 1, ceiling: 5 })).toEqual([3]);
  });

  it('runs from floor to ceiling', () => {
    // 1 + 99 · (4 - 2) / (6 - 2) = 50.5
    expect(minmax([2, 4, 6], { floor: 1, ceiling: 100 })).toEqual([1, 50.5, 100]);
  });

  it('takes negative scores', () => {
    expect(minmax([-6, -4, -2], hundred)).toEqual([0, 50, 100]);
  });

  it('of an indicator of direction -1 gives the least score the most', () => {
    const framework = category('index', [indicator('incidents', { direction: -1 })]);
    expect(build(editionOf({ incidents: [10, 40, 20] }, { framework })).index).toEqual([
      100, 0, 66.6666666667,
    ]); // (40 - 20) / 30
  });

  it('of equal scores warns that they tell nobody apart', () => {
    const { index, warnings } = build(editionOf({ strategy: [3, 3] }));
    expect(index).toEqual([50, 50]);
    expect(warnings).toMatchObject([
      { code: 'scores/all-equal', severity: 'warning', indicator: 'strategy' },
    ]);
  });

  it('of a single country is refused, as it would be neither low nor high', () => {
    expect(problemsOf(() => build(editionOf({ strategy: [3] })))).toMatchObject([
      { code: 'scores/one-country', country: 'Arcadia' },
    ]);
  });

  it('of a single country in several years is none: its years are compared', () => {
    const countries = [2020, 2021].map((year) => country('Arcadia', { year }));
    expect(build(editionOf({ strategy: [3, 4] }, { countries })).index).toEqual([0, 100]);
  });

  it('of a single score warns that it tells nobody apart', () => {
    const recipe = { missing: { method: 'skip', least: 0 } };
    expect(build(editionOf({ strategy: [null, 3], offence: [1, 2] }, { recipe })).warnings).toMatchObject([
      {
        code: 'scores/all-equal',
        country: 'Borduria',
        indicator: 'strategy',
        what: 'only Borduria has a score for "strategy", so it does not separate countries',
      },
    ]);
  });
});

describe('goalposts', () => {
  const posts = { low: 0, high: 10, ...hundred };

  it('needs no other countries', () => {
    expect(goalposts([2.5], { ...posts, clip: null })).toEqual([25]);
  });

  it('holds scores beyond a goalpost at it if it clips', () => {
    expect(goalposts([-5, 15, null], { ...posts, clip: true })).toEqual([0, 100, null]);
  });

  it('lets them pass if it does not', () => {
    expect(goalposts([-5, 15], { ...posts, clip: false })).toEqual([-50, 150]);
  });

  it('gives a score on a goalpost the floor or the ceiling', () => {
    expect(goalposts([0, 10], { ...posts, ceiling: 1, clip: true })).toEqual([0, 1]);
  });

  it("of an indicator come before those of its scale, and those before the recipe's", () => {
    const framework = category('index', [
      indicator('own', { low: 0, high: 20, scale: 'grades' }),
      indicator('rated', { scale: 'grades' }),
      indicator('other'),
    ]);
    const scales = [
      {
        name: 'grades',
        ratings: [
          { word: 'poor', value: 1 },
          { word: 'fair', value: 3 },
          { word: 'good', value: 6 },
        ],
      },
    ];
    const recipe = { normalise: { method: 'goalposts', low: 0, high: 50 } };
    const { scores } = build(editionOf({ own: [5], rated: [2], other: [5] }, { framework, scales, recipe }));
    // 5 of 0–20; 2 of 1–6; 5 of 0–50
    expect(['own', 'rated', 'other'].map((code) => scores.get(code)?.[0])).toEqual([25, 20, 10]);
  });

  it('of an indicator of direction -1 are turned round with it', () => {
    const framework = category('index', [indicator('incidents', { direction: -1, low: 0, high: 40 })]);
    const edition = editionOf(
      { incidents: [10, 50] },
      { framework, recipe: { normalise: { method: 'goalposts', clip: true } } },
    );
    expect(build(edition).index).toEqual([75, 0]); // (40 - 10) / 40, and below the bottom
  });

  it('that nobody gave are a problem', () => {
    expect(
      problemsOf(() =>
        build(editionOf({ strategy: [1, 2] }, { recipe: { normalise: { method: 'goalposts' } } })),
      ),
    ).toMatchObject([{ code: 'recipe/no-goalposts', indicator: 'strategy' }]);
  });

  it('that the transformation cannot take are a problem that says so', () => {
    const framework = category('index', [indicator('income', { low: 0, high: 10 })]);
    const edition = editionOf(
      { income: [1, 2] },
      { framework, recipe: { transform: { method: 'log' }, normalise: { method: 'goalposts' } } },
    );
    expect(problemsOf(() => build(edition))).toMatchObject([
      { code: 'recipe/out-of-domain', indicator: 'income', value: '0' },
    ]);
  });

  it('of the recipe that do not fit the one an indicator has itself are a problem', () => {
    const framework = category('index', [indicator('strategy', { low: 50 })]);
    const edition = editionOf(
      { strategy: [1, 2] },
      { framework, recipe: { normalise: { method: 'goalposts', low: 0, high: 10 } } },
    );
    expect(problemsOf(() => build(edition)).map(({ code }) => code)).toEqual(['recipe/bad-parameter']);
  });
});
