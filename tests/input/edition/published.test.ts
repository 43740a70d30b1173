import { describe, expect, it } from 'vitest';
import { loadCountries } from '../../../src/input/cells/countries.ts';
import { readTable } from '../../../src/input/files/csv.ts';
import { readPublished } from '../../../src/input/edition/published.ts';
import type { Problem } from '../../../src/model/problem.ts';

const countries = await loadCountries();

function read(...lines: string[]) {
  const problems: Problem[] = [];
  const rows = readPublished(readTable('published.csv', `${lines.join('\n')}\n`), countries, problems);
  return { rows, problems, codes: problems.map(({ code }) => code) };
}

const tolerances = (...lines: string[]) => read(...lines).rows.map(({ tolerance }) => tolerance);

it('a score was printed to the places after the mark that stands before decimals', () => {
  const printed = (decimal: '.' | ',') =>
    readPublished(
      readTable('published.csv', 'country;score\nFrance;1.234\nJapan;2.345\n', { decimal }),
      countries,
      [],
    ).map(({ score, tolerance }) => [score, tolerance]);
  expect([printed(','), printed('.')]).toEqual([
    [
      [1234, 0.5],
      [2345, 0.5],
    ],
    [
      [1.234, 0.0005],
      [2.345, 0.0005],
    ],
  ]);
});

it('a row has what was printed of a country, and where', () => {
  const { rows, problems } = read(
    'country,score,rank,tier,tolerance,deviation',
    'France,97.60,9,Tier Two,0.01,printed late',
  );
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    {
      country: { code: 'FRA', name: 'France', year: null, groups: {} },
      score: 97.6,
      rank: 9,
      tier: 'Tier Two',
      tolerance: 0.01,
      deviation: 'printed late',
      place: {
        file: 'published.csv',
        line: 2,
        column: 8,
        length: 5,
        text: 'France,97.60,9,Tier Two,0.01,printed late',
      },
    },
  ]);
});

it('what was not printed is nothing', () => {
  expect(
    read('country,score,rank,tier,tolerance,deviation', 'France,,9,,,', 'Japan,3,,High,NA,-').rows,
  ).toMatchObject([
    { score: null, rank: 9, tier: null, deviation: null },
    { score: 3, rank: null, tier: 'High', tolerance: 0.5, deviation: null },
  ]);
  expect(read('country,tier', 'France,High').rows).toMatchObject([{ score: null, rank: null, tier: 'High' }]);
});

it('columns are known in capitals and in any order, and countries by their codes', () => {
  expect(read('Rank,ISO3,Score', '1,FRA,50.24').rows).toMatchObject([
    { country: { code: 'FRA' }, score: 50.24, rank: 1 },
  ]);
});

it('a country that nobody knows keeps its name, with a warning', () => {
  const { rows, problems } = read('country,rank', 'Arcadia,1', 'France,2');
  expect(rows[0]?.country).toMatchObject({ code: null, name: 'Arcadia' });
  expect(problems).toMatchObject([{ code: 'scores/unknown-country', severity: 'warning' }]);
});

it('rows of several years are kept apart', () => {
  expect(
    read('country,year,rank', 'France,2020,1', 'France,2021,2').rows.map(({ country, rank }) => [
      country.year,
      rank,
    ]),
  ).toEqual([
    [2020, 1],
    [2021, 2],
  ]);
});

describe('a tolerance that is not given', () => {
  it('is half of the last digit that is printed of any score', () => {
    expect(tolerances('country,score', 'France,97.6', 'Japan,97.82', 'Brazil,100')).toEqual([
      0.005, 0.005, 0.005,
    ]);
    expect(tolerances('country,score', 'France,50.24', 'Japan,41.471')).toEqual([0.0005, 0.0005]);
    expect(tolerances('country,score', 'France,97.60')).toEqual([0.005]);
  });

  it('is half of one where whole numbers are printed', () => {
    expect(tolerances('country,score', 'France,97', 'Japan,98')).toEqual([0.5, 0.5]);
  });

  it('counts the digits after a decimal comma', () => {
    expect(tolerances('country;score', 'France;97,60', 'Japan;97,82')).toEqual([0.005, 0.005]);
  });

  it('is that of its own row only', () => {
    expect(tolerances('country,score,tolerance', 'France,97.6,0.2', 'Japan,97.8,', 'Brazil,97.9,0')).toEqual([
      0.2, 0.05, 0,
    ]);
  });
});

describe('what is wrong', () => {
  it('a number that is none is a problem at its cell, all of them at once', () => {
    expect(
      read('country,score,rank,tolerance', 'France,high,9,0.1', 'Japan,3,ninth,wide').problems,
    ).toMatchObject([
      { code: 'published/not-a-number', value: 'high', place: { line: 2, column: 8 } },
      { code: 'published/not-a-number', value: 'ninth', place: { line: 3, column: 9 } },
      { code: 'published/not-a-number', value: 'wide', place: { line: 3, column: 15 } },
    ]);
  });

  it('a column that is not compared is warned of at its header', () => {
    expect(read('country,rank,remark,scor', 'France,1,good,3').problems).toMatchObject([
      {
        code: 'published/unused-column',
        severity: 'warning',
        value: 'remark',
        place: { line: 1, column: 14 },
      },
      { code: 'published/unused-column', severity: 'warning', value: 'scor', place: { line: 1, column: 21 } },
    ]);
  });

  it('a file with nothing to compare is refused', () => {
    expect(read('country,remark,tolerance', 'France,good,0.1')).toMatchObject({
      rows: [],
      problems: [{ code: 'published/nothing', severity: 'error', place: { line: 1 } }],
    });
  });

  it('a country that is there twice is refused', () => {
    expect(read('country,rank', 'France,1', 'FRA,2').codes).toEqual(['scores/duplicate-country']);
  });
});
