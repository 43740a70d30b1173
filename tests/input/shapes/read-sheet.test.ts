import { describe, expect, it } from 'vitest';
import { loadCountries } from '../../../src/input/cells/countries.ts';
import { readTable } from '../../../src/input/files/csv.ts';
import { isText } from '../../../src/input/shapes/sheet.ts';
import { readSheet } from '../../../src/input/shapes/read-sheet.ts';
import { isPanel, mixedYears } from '../../../src/input/shapes/years.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { problemsOf } from '../../support/problems.ts';

const countries = await loadCountries();

function read(...lines: string[]) {
  const problems: Problem[] = [];
  const sheet = readSheet(readTable('scores.csv', lines.join('\n')), countries, problems);
  return {
    countries: sheet.countries.map(({ code, name, year }) => [code, name, ...(year === null ? [] : [year])]),
    columns: Object.fromEntries(
      sheet.columns.map((cells) => [
        cells.name,
        sheet.countries.map((_, row) => cells.number(row) ?? cells.text(row)),
      ]),
    ),
    problems: problems.map(({ code }) => code),
    sheet,
  };
}

describe('the column of countries', () => {
  it.each(['country', 'Country', 'name', 'Country name', 'country_name', 'state', 'economy'])(
    'is called "%s"',
    (header) => {
      expect(read(`a,${header}`, '1,Japan', '2,Arcadia').columns).toEqual({ a: [1, 2] });
    },
  );

  it('or is the first most of whose cells are countries', () => {
    const { countries: found, columns } = read(
      'remark,who,a',
      'small,Japan,1',
      'far,Arcadia,2',
      'big,China,3',
    );
    expect(found).toEqual([
      ['JPN', 'Japan'],
      [null, 'Arcadia'],
      ['CHN', 'China'],
    ]);
    expect(Object.keys(columns)).toEqual(['remark', 'a']);
  });

  it('is a problem if there is none', () => {
    const [problem] = problemsOf(() => read('a,b', '1,Arcadia', '2,Borduria'));
    expect(problem).toMatchObject({ code: 'scores/no-country-column', place: { line: 1 } });
  });
});

describe('codes and names', () => {
  it('stand side by side: the code says which country, the name what it is called', () => {
    expect(read('iso3,country,a', 'TUR,Türkiye,1', 'JPN,Nippon,2').countries).toEqual([
      ['TUR', 'Türkiye'],
      ['JPN', 'Nippon'],
    ]);
  });

  it('either may be missing', () => {
    expect(read('iso3,country,a', ',Japan,1', 'CHN,,2').countries).toEqual([
      ['JPN', 'Japan'],
      ['CHN', 'China'],
    ]);
  });

  it.each(['iso3', 'ISO3', 'iso', 'code', 'alpha-2', 'Country code'])(
    'the code\'s column may be called "%s"',
    (header) => {
      expect(read(`${header},a`, 'JPN,1', 'cn,2').countries).toEqual([
        ['JPN', 'Japan'],
        ['CHN', 'China'],
      ]);
    },
  );

  it('that differ are a problem', () => {
    expect(read('iso3,country,a', 'AUT,Australia,1').problems).toEqual(['scores/code-and-name-differ']);
  });

  it('that differ in spelling only are none', () => {
    expect(
      read('iso3,country,a', 'COD,"Congo, Dem. Rep.",1', 'COG,Congo,2', 'PRK,"Korea, Dem. People\'s Rep.",3')
        .problems,
    ).toEqual([]);
  });

  it('numbers that stand for countries are passed over where names stand beside them', () => {
    expect(read('code,country,a', '392,Japan,1', '156,China,2').countries).toEqual([
      ['JPN', 'Japan'],
      ['CHN', 'China'],
    ]);
  });
});

describe('NA', () => {
  it('is Namibia in a column of codes, and a missing score elsewhere', () => {
    const { countries: found, columns, problems } = read('iso2,a', 'NA,1', 'JP,NA');
    expect([found, columns, problems]).toEqual([
      [
        ['NAM', 'Namibia'],
        ['JPN', 'Japan'],
      ],
      { a: [1, 'NA'] },
      [],
    ]);
  });

  it('is Namibia beside its name too', () => {
    expect(read('country,a', 'NA,1', 'Namibia,2').problems).toEqual(['scores/duplicate-country']);
  });
});

describe('wide', () => {
  it('has a row for each country and a column for each indicator', () => {
    expect(read('country,a,b', 'Japan,1,', 'China,x,2').columns).toEqual({ a: [1, 'x'], b: ['', 2] });
  });

  it('cells and headers have their places', () => {
    const [a] = read('country,a', 'Japan,1', 'China,2').sheet.columns;
    expect([a?.header, a?.place(1)]).toMatchObject([
      { line: 1, column: 9 },
      { line: 3, column: 7 },
    ]);
  });

  it('of a country that stands twice, the first row is taken', () => {
    const { countries: found, columns, problems } = read('country,a', 'Turkey,1', 'Japan,2', 'Türkiye,3');
    expect([found, columns, problems]).toEqual([
      [
        ['TUR', 'Turkey'],
        ['JPN', 'Japan'],
      ],
      { a: [1, 2] },
      ['scores/duplicate-country'],
    ]);
  });

  it('a row without a country is a problem and left out', () => {
    const { countries: found, problems } = read('country,a', 'Japan,1', ',2');
    expect([found, problems]).toEqual([[['JPN', 'Japan']], ['scores/no-country']]);
  });
});

describe('a panel', () => {
  it('has rows of a country for several years', () => {
    const { countries: found, columns } = read(
      'country,year,a',
      'Japan,2020,1',
      'Japan,2021,2',
      'China,2021,3',
    );
    expect(found).toEqual([
      ['JPN', 'Japan', 2020],
      ['JPN', 'Japan', 2021],
      ['CHN', 'China', 2021],
    ]);
    expect(columns).toEqual({ a: [1, 2, 3] });
  });

  it('is none if no country stands twice: years are kept, and those that differ are a problem', () => {
    const { countries: found, columns, sheet } = read('country,year,a', 'Japan,2020,1', 'China,2021,2');
    expect([found, columns]).toEqual([
      [
        ['JPN', 'Japan', 2020],
        ['CHN', 'China', 2021],
      ],
      { a: [1, 2] },
    ]);
    expect(mixedYears(sheet)).toMatchObject([
      { code: 'scores/mixed-years', place: { line: 1, column: 9, length: 4 } },
    ]);
  });

  it('of one year is none, nor of years that are the same for all', () => {
    const { countries: found, sheet } = read('country,year,a', 'Japan,2020,1', 'China,2020,2');
    expect([found, mixedYears(sheet)]).toEqual([
      [
        ['JPN', 'Japan', 2020],
        ['CHN', 'China', 2020],
      ],
      [],
    ]);
    const panel = read('country,year,a', 'Japan,2020,1', 'Japan,2021,2', 'China,2019,3').sheet;
    expect([isPanel(panel.countries), mixedYears(panel)]).toEqual([true, []]);
  });

  it('names few of many years, and says where long scores have them', () => {
    const years = ['Japan,2017', 'China,2018', 'India,2018', 'France,2019', 'Chile,2020', 'Peru,2021'];
    const { sheet } = read('country,year,indicator,value', ...years.map((row) => `${row},a,1`));
    expect(mixedYears(sheet)).toMatchObject([
      {
        place: { line: 1, column: 9 },
        what:
          'the scores are from different years: Japan in 2017, China and 1 more in 2018, France in 2019, ' +
          'Chile in 2020, and others in 1 more year',
      },
    ]);
  });

  it.each(['TIME_PERIOD', 'time', 'Period', 'date'])('may have its years in a column "%s"', (header) => {
    expect(read(`country,${header},a`, 'Japan,2020,1', 'Japan,2021,2').countries).toEqual([
      ['JPN', 'Japan', 2020],
      ['JPN', 'Japan', 2021],
    ]);
  });

  it('has none in a column of other times', () => {
    expect(read('country,time,a', 'Japan,2020,1', 'China,12.5,2').columns).toEqual({
      time: [2020, 12.5],
      a: [1, 2],
    });
  });

  it('a country twice in a year is a problem', () => {
    expect(read('country,year,a', 'Japan,2020,1', 'Japan,2021,2', 'Japan,2020,3').problems).toEqual([
      'scores/duplicate-country',
    ]);
  });

  it('a year that is no whole number is a problem', () => {
    expect(read('country,year,a', 'Japan,20x0,1', 'Japan,2020.5,2').problems.slice(0, 2)).toEqual([
      'scores/not-a-year',
      'scores/not-a-year',
    ]);
  });
});

describe('long', () => {
  const header = 'country,indicator,value';

  it('has a row for each score', () => {
    const { countries: found, columns } = read(header, 'Japan,a,1', 'China,a,2', 'Japan,b,x');
    expect([found, columns]).toEqual([
      [
        ['JPN', 'Japan'],
        ['CHN', 'China'],
      ],
      { a: [1, 2], b: ['x', ''] },
    ]);
  });

  it('rows may stand in any order, and a country be written in several ways', () => {
    const { countries: found, columns } = read(
      'value,indicator,country',
      '1,a,Turkey',
      '2,b,TUR',
      '3,a,Japan',
      '4,b,Japan',
    );
    expect([found, columns]).toEqual([
      [
        ['TUR', 'Turkey'],
        ['JPN', 'Japan'],
      ],
      { a: [1, 3], b: [2, 4] },
    ]);
  });

  it('a year makes it a panel', () => {
    const { countries: found, columns } = read(`${header},year`, 'Japan,a,1,2020', 'Japan,a,2,2021');
    expect([found, columns]).toEqual([
      [
        ['JPN', 'Japan', 2020],
        ['JPN', 'Japan', 2021],
      ],
      { a: [1, 2] },
    ]);
  });

  it('two scores for the same are a problem, and the first is taken', () => {
    const { columns, problems } = read(header, 'Turkey,a,1', 'Türkiye,a,2');
    expect([columns, problems]).toEqual([{ a: [1] }, ['scores/duplicate-score']]);
  });

  it('a score that has no row has no place', () => {
    const [a] = read(header, 'Japan,a,1', 'China,b,2').sheet.columns;
    expect([a?.place(0), a?.place(1)]).toEqual([expect.objectContaining({ line: 2, column: 9 }), undefined]);
  });
});

describe('countries that nobody knows', () => {
  it('keep their names, with one warning for all of them', () => {
    const { countries: found, problems } = read('country,a', 'Arcadia,1', 'Japan,2', 'Borduria,3');
    expect([found, problems]).toEqual([
      [
        [null, 'Arcadia'],
        ['JPN', 'Japan'],
        [null, 'Borduria'],
      ],
      ['scores/unknown-country'],
    ]);
  });

  it('but are warned of one by one if a known name is near', () => {
    expect(read('country,a', 'Frnace,1', 'Arcadia,2', 'Jpan,3').problems).toEqual([
      'scores/unknown-country',
      'scores/unknown-country',
      'scores/unknown-country',
    ]);
  });

  it('are warned of once, however many rows they have', () => {
    expect(read('country,year,a', 'Arcadia,2020,1', 'Arcadia,2021,2', 'Arcadia,2022,3').problems).toEqual([
      'scores/unknown-country',
    ]);
  });

  it('are the same if they differ in case and accents only', () => {
    expect(read('country,a', 'Arcadia,1', 'ARCÁDIA,2').problems).toContain('scores/duplicate-country');
  });
});

describe('aggregates', () => {
  it('are left out wherever they stand, however they are written, and once named', () => {
    const { countries: found, problems } = read(
      'Entity,Code,Year,a',
      'World,OWID_WRL,2020,9',
      'Japan,JPN,2020,1',
      'Europe (UN),,2020,7',
      'World,OWID_WRL,2021,9',
      'Low-income countries,OWID_LIC,2021,0',
      'OECD - Average,,2021,5',
      'Japan,JPN,2021,2',
    );
    expect([found, problems]).toEqual([
      [
        ['JPN', 'Japan', 2020],
        ['JPN', 'Japan', 2021],
      ],
      ['scores/aggregates'],
    ]);
  });

  it('are known by their codes where these are among codes of countries', () => {
    expect(read('code,a', 'JPN,1', 'WLD,2', 'CHN,3').countries).toHaveLength(2);
    expect(read('code,name,a', 'AAR,Arcadia,1', 'EAR,Earthsea,2', 'BOR,Borduria,3').countries).toHaveLength(
      3,
    );
  });

  it('are no states: Georgia, Niger and Micronesia are, and so was Yugoslavia', () => {
    const rows = ['Georgia,', 'Niger,', 'Micronesia,', 'Kosovo,OWID_KOS', 'Yugoslavia,OWID_YGS'];
    const { countries: found, problems } = read('Entity,Code,a', ...rows.map((row) => `${row},1`));
    expect([found.length, problems]).toEqual([5, ['scores/unknown-country']]);
  });

  it('are kept where there is nothing else', () => {
    const { countries: found, problems } = read('country,a', 'Europe,1', 'Asia,2');
    expect([found, problems]).toEqual([
      [
        [null, 'Europe'],
        [null, 'Asia'],
      ],
      ['scores/unknown-country'],
    ]);
  });

  it('of long scores are left out with all their rows', () => {
    const { countries: found, columns } = read(
      'country,indicator,value',
      ...['Japan,a,1', 'Total,a,9', 'Japan,b,2', 'Total,b,9', 'China,a,3'],
    );
    expect([found.length, columns]).toEqual([2, { a: [1, 3], b: [2, ''] }]);
  });
});

it('a column is text if most of what it holds is neither a number nor missing', () => {
  const { sheet } = read(
    'country,text,number,half,missing',
    'Japan,x,1,1,',
    'China,y,2,x,NA',
    'India,,x,,..',
  );
  expect(Object.fromEntries(sheet.columns.map((cells) => [cells.name, isText(cells, 3)]))).toEqual({
    text: true,
    number: false,
    half: false,
    missing: false,
  });
});
