import { describe, expect, it } from 'vitest';
import { build, showing, withWeights } from '../../src/methods/build.ts';
import { fieldsOf, rankedWith, rowMeant, rowsByYear, yearsOf } from '../../src/methods/years.ts';
import type { ShownYear } from '../../src/model/edition.ts';
import { country, editionOf } from '../support/edition.ts';
import { problemsOf } from '../support/problems.ts';
import { resultRow } from '../support/rows.ts';

// Arcadia and Borduria in 2020, Arcadia and Ruritania in 2021.
const countries = [
  country('Arcadia', { year: 2021 }),
  country('Borduria', { year: 2020 }),
  country('Arcadia', { year: 2020 }),
  country('Ruritania', { year: 2021 }),
];
const panel = editionOf({ strategy: [40, 20, 10, 50] }, { countries });
const shownIn = (shownYear?: ShownYear) => build(shownYear === undefined ? panel : { ...panel, shownYear });

it('rows without years are all of one', () => {
  expect(rowsByYear([country('Arcadia'), country('Borduria')])).toEqual([[0, 1]]);
  expect(yearsOf([country('Arcadia')])).toEqual([]);
});

describe('the rows that are shown', () => {
  it('are those of the latest year', () => {
    expect(shownIn().shown).toEqual({ year: 2021, years: [2020, 2021], rows: [0, 3] });
  });

  it('are those of the year that is asked for, on the scale of all', () => {
    const { shown, index, ranks } = shownIn(2020);
    expect(shown).toEqual({ year: 2020, years: [2020, 2021], rows: [1, 2] });
    expect(index).toEqual([75, 25, 0, 100]); // from 10 to 50
    expect(ranks).toEqual([2, 1, 2, 1]);
  });

  it('may be the latest of each country, which are then ranked together', () => {
    const { shown, ranks, fields } = shownIn('latest');
    expect(shown).toEqual({ year: 'latest', years: [2020, 2021], rows: [0, 1, 3] });
    expect(fields).toEqual([[2], [0, 1, 3]]);
    expect(ranks).toEqual([2, 3, 1, 1]);
  });

  it('stay the same under other weights', () => {
    expect(withWeights(shownIn(2020), new Map([['strategy', 1]])).shown).toEqual(shownIn(2020).shown);
  });

  it('have no year where scores have none', () => {
    expect(build(editionOf({ strategy: [1, 2] })).shown).toEqual({ year: null, years: [], rows: [0, 1] });
  });

  it('decide the cut-offs that are told', () => {
    const cutsOf = (year: ShownYear) =>
      build({
        ...panel,
        shownYear: year,
        recipe: { ...panel.recipe, tiers: { method: 'quantiles', shares: [2], names: null } },
      }).tiering?.cuts;
    expect([cutsOf(2020), cutsOf(2021)]).toEqual([[25], [100]]);
  });

  it('cannot be of a year that is not there, or that is left out', () => {
    expect(problemsOf(() => shownIn(1999)).map(({ what, fix }) => [what, fix])).toEqual([
      ['the panel has no year 1999', 'its years are 2020 and 2021'],
    ]);
    const without = { method: 'without', terms: ['year=2020'] };
    expect(
      problemsOf(() =>
        build({ ...panel, shownYear: 2020, recipe: { ...panel.recipe, select: [without] } }),
      ).map(({ what, fix }) => [what, fix]),
    ).toEqual([['the panel has no year 2020', 'its year is 2021']]);
  });

  it('cannot be of any year where scores have none', () => {
    expect(
      problemsOf(() => build({ ...editionOf({ strategy: [1, 2] }), shownYear: 'latest' })).map(
        ({ code }) => code,
      ),
    ).toEqual(['recipe/unknown-year']);
  });

  it('cannot be none', () => {
    expect(problemsOf(() => fieldsOf({}, countries, new Set([1999]))).map(({ code }) => code)).toEqual([
      'recipe/nothing-selected',
    ]);
  });
});

describe('a year that is selected out', () => {
  const selected = (...terms: string[]) =>
    build({ ...panel, recipe: { ...panel.recipe, select: [{ method: 'without', terms }] } });

  it('has no ranks, and still sets the scale', () => {
    const { index, ranks, shown } = selected('year=2020');
    expect(index).toEqual([75, 25, 0, 100]);
    expect(ranks).toEqual([2, null, null, 1]);
    expect(shown.years).toEqual([2020, 2021]);
  });

  it('leaves the latest of the others to be shown', () => {
    expect(selected('year=2021').shown).toMatchObject({ year: 2020, rows: [1, 2] });
  });

  it('needs no scores', () => {
    const gaps = editionOf({ strategy: [40, null, 10, 50] }, { countries });
    const recipe = { ...gaps.recipe, select: [{ method: 'only', terms: ['year=2021'] }] };
    expect(build(gaps, recipe)).toMatchObject({ ranks: [2, null, null, 1], warnings: [] });
    expect(problemsOf(() => build(gaps)).map(({ what }) => what)).toEqual([
      'Borduria (2020) has no score for "strategy"',
    ]);
  });
});

describe('of one country', () => {
  it('the row that is shown is meant, and its latest where no year is asked for', () => {
    expect([
      rowMeant(shownIn(), [resultRow(0), resultRow(2)]),
      rowMeant(shownIn(2020), [resultRow(0), resultRow(2)]),
    ]).toEqual([0, 2]);
    expect([rowMeant(shownIn(), [resultRow(1)]), rowMeant(shownIn(2021), [resultRow(1)])]).toEqual([1, null]);
  });

  it('the others are those that it is ranked with', () => {
    expect(rankedWith(shownIn(), resultRow(1))).toEqual([1, 2]);
    expect(rankedWith(shownIn('latest'), resultRow(1))).toEqual([0, 1, 3]);
  });

  it('those may be shown in place of the latest year', () => {
    expect(showing(shownIn(), resultRow(1))).toMatchObject({
      shown: { year: 2020, rows: [1, 2] },
      ranks: [2, 1, 2, 1],
    });
    expect(showing(shownIn(), resultRow(0)).shown.year).toBe(2021);
  });
});
