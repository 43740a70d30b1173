import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { select } from '../../../src/methods/select/run.ts';
import { category, indicator, indicators } from '../../../src/model/framework.ts';
import type { Choice } from '../../../src/model/registry.ts';
import { country, editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';

const edition = editionOf(
  { strategy: [1, 2, 3, 4], governance: [4, 3, 2, 1], offence: [5, 5, 5, 9] },
  {
    framework: category('index', [
      category('policy', [indicator('strategy'), indicator('governance')]),
      indicator('offence'),
    ]),
    countries: [
      country('France', { code: 'FRA', groups: { region: 'Europe' } }),
      country('Japan', { code: 'JPN', groups: { region: 'Asia' } }),
      country('Borduria', { groups: { region: 'Europe' } }),
      country('Zubrowka', { groups: { region: 'Central Europe' } }),
    ],
  },
);

function left(...choices: [string, ...string[]][]): { countries: (string | undefined)[]; codes: string[] } {
  const { framework, rows } = select(
    edition,
    choices.map(([method, ...terms]): Choice => ({ method, terms })),
  );
  return {
    countries: rows.map((row) => edition.countries[row]?.name),
    codes: indicators(framework).map(({ code }) => code),
  };
}

const everybody = ['France', 'Japan', 'Borduria', 'Zubrowka'];
const everything = ['strategy', 'governance', 'offence'];

it.each(['FRA', 'fra', 'France', 'france'])('a country is named by code or name: %s', (term) => {
  expect(left(['only', term])).toEqual({ countries: ['France'], codes: everything });
});

it('a group is named with its value, in any case', () => {
  expect(left(['without', 'region=europe']).countries).toEqual(['Japan', 'Zubrowka']);
  expect(left(['only', 'region=Central Europe']).countries).toEqual(['Zubrowka']);
});

it('terms that name indicators choose among indicators and leave the countries alone', () => {
  expect(left(['without', 'offence'])).toEqual({ countries: everybody, codes: ['strategy', 'governance'] });
});

it('a category stands for all under it', () => {
  expect(left(['only', 'policy']).codes).toEqual(['strategy', 'governance']);
  expect(left(['without', 'policy']).codes).toEqual(['offence']);
});

it('countries and indicators can be named together', () => {
  expect(left(['only', 'Japan', 'offence', 'Borduria'])).toEqual({
    countries: ['Japan', 'Borduria'],
    codes: ['offence'],
  });
});

it('selections follow one another', () => {
  expect(left(['only', 'region=Europe'], ['without', 'Borduria'])).toEqual({
    countries: ['France'],
    codes: everything,
  });
  expect(left(['without', 'offence'], ['without', 'strategy']).codes).toEqual(['governance']);
});

it('no selection keeps all', () => {
  expect(left()).toEqual({ countries: everybody, codes: everything });
});

it('every term that names nothing is a problem, with a suggestion', () => {
  expect(
    problemsOf(() => left(['only', 'Frnace', 'ofence', 'region=Africa'])).map(({ code, value }) => [
      code,
      value,
    ]),
  ).toEqual([
    ['recipe/unknown-selection', 'Frnace'],
    ['recipe/unknown-selection', 'ofence'],
    ['recipe/unknown-selection', 'region=Africa'],
  ]);
  expect(problemsOf(() => left(['only', 'Frnace']))[0]?.what).toContain('did you mean "France"?');
});

it('terms that name nothing are found in all selections at once', () => {
  expect(problemsOf(() => left(['only', 'Frnace'], ['without', 'ofence'])).map(({ value }) => value)).toEqual(
    ['Frnace', 'ofence'],
  );
});

describe('a selection that leaves nothing', () => {
  it.each([
    ['no country', ['without', 'region=Europe', 'Japan', 'Zubrowka']],
    ['no indicator', ['without', 'policy', 'offence']],
    ['no framework', ['without', 'index']],
  ] as [string, [string, ...string[]]][])('%s is a problem', (_, choice) => {
    expect(problemsOf(() => left(choice))).toMatchObject([{ code: 'recipe/nothing-selected' }]);
  });
});

it('what is left out does not count in a relative normalisation', () => {
  const { index, countries } = build({
    ...edition,
    recipe: {
      ...edition.recipe,
      select: [
        { method: 'only', terms: ['offence'] },
        { method: 'without', terms: ['Zubrowka'] },
      ],
    },
  });
  expect(countries.map(({ name }) => name)).toEqual(['France', 'Japan', 'Borduria']);
  expect(index).toEqual([50, 50, 50]); // all have 5 now; with Zubrowka's 9 they would have 0
});

describe('a year of a panel', () => {
  const panel = editionOf(
    { strategy: [1, 2, 3] },
    {
      countries: [
        country('France', { code: 'FRA', year: 2020 }),
        country('France', { code: 'FRA', year: 2021 }),
        country('Japan', { code: 'JPN', year: 2020 }),
      ],
    },
  );
  const leftOf = (...choices: [string, ...string[]][]) => {
    const { rows, years } = select(
      panel,
      choices.map(([method, ...terms]): Choice => ({ method, terms })),
    );
    return { rows, years: years === null ? null : [...years] };
  };

  it('is chosen among years, and leaves all rows to the scale', () => {
    expect(leftOf(['only', 'year=2021'])).toEqual({ rows: [0, 1, 2], years: [2021] });
    expect(leftOf(['without', 'year=2021'])).toEqual({ rows: [0, 1, 2], years: [2020] });
    expect(leftOf(['only', 'FRA'])).toEqual({ rows: [0, 1], years: null });
  });

  it('is chosen beside countries', () => {
    expect(leftOf(['only', 'Japan', 'year=2020'])).toEqual({ rows: [2], years: [2020] });
  });

  it('that leaves nobody is a problem', () => {
    const codes = (...choices: [string, ...string[]][]) =>
      problemsOf(() => leftOf(...choices)).map(({ code }) => code);
    expect(codes(['only', 'Japan', 'year=2021'])).toEqual(['recipe/nothing-selected']);
    expect(codes(['without', 'year=2020', 'year=2021'])).toEqual(['recipe/nothing-selected']);
  });

  it('that is not there is a problem, with one that is', () => {
    expect(problemsOf(() => leftOf(['only', 'year=2012'])).map(({ what }) => what)).toEqual([
      'the selection names "year=2012", which is not a country, indicator or group; did you mean "year=2020"?',
    ]);
  });
});
