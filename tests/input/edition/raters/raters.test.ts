import { expect, it } from 'vitest';
import { loadEdition } from '../../../../src/input/edition/load.ts';
import { folderOf } from '../../../support/files.ts';
import { editionRow } from '../../../support/rows.ts';

const scores = 'country,laws,rules\nFrance,4,full\nJapan,,none\nKenya,2,\n';
const indicators = 'code,name,ratings,low,high\nlaws,Laws and decrees,,0,5\nrules,,no-partial-yes,,\n';
const settings =
  '{ "scales": { "no-partial-yes": ["none", "partial", "full"] }, "recipe": { "normalise": "goalposts", ' +
  '"missing": "skip:0" } }';

async function load(...lines: string[]) {
  const { edition, problems } = await loadEdition(
    folderOf({
      'scores.csv': scores,
      'indicators.csv': indicators,
      'index.json': settings,
      'raters.csv': `${lines.join('\n')}\n`,
    }),
  );
  return {
    ...edition,
    codes: problems.map(({ code }) => code),
    columns: Object.fromEntries(edition.columns),
  };
}

it('each score has what its raters gave, in the order of the file', async () => {
  const { raters, codes } = await load(
    'rater,country,indicator,value,confidence,evidence',
    'Bo,France,laws,3.5,2,the budget',
    'Ana,France,laws,4,1,',
    'Ana,JPN,rules,none,1,',
  );
  expect(raters).toEqual(
    new Map([
      [
        'laws',
        new Map([
          [
            0,
            [
              { rater: 'Bo', value: 3.5, confidence: 2, evidence: 'the budget' },
              { rater: 'Ana', value: 4, confidence: 1, evidence: '' },
            ],
          ],
        ]),
      ],
      ['rules', new Map([[1, [{ rater: 'Ana', value: 0, confidence: 1, evidence: '' }]]])],
    ]),
  );
  expect(codes).toEqual([]);
});

it('countries, indicators, ratings and raters may be spelt otherwise', async () => {
  const { raters } = await load(
    'iso2;indicator;rater;value',
    'fr;Laws and decrees;Ana Bo;3,5',
    'FRA;RULES;ana-bo;Partial',
    'fr;laws;Chi;5',
  );
  expect(raters?.get('laws')?.get(editionRow(0))).toMatchObject([
    { rater: 'Ana Bo', value: 3.5, confidence: 1 },
    { rater: 'Chi' },
  ]);
  expect(raters?.get('rules')?.get(editionRow(0))).toMatchObject([{ rater: 'Ana Bo', value: 1 }]);
});

it('a row without a value says that the rater gave none', async () => {
  expect(
    (
      await load(
        'rater,country,indicator,value',
        'Ana,France,laws,',
        'Bo,France,laws,n/a',
        'Chi,France,laws,4',
      )
    ).raters
      ?.get('laws')
      ?.get(editionRow(0)),
  ).toMatchObject([{ rater: 'Chi' }]);
});

it('the file is one of those that the result is computed from', async () => {
  const { inputs } = await load('rater,country,indicator,value', 'Ana,France,laws,4');
  expect(inputs.map(({ path }) => path.split('/').at(-1))).toEqual([
    'scores.csv',
    'indicators.csv',
    'index.json',
    'raters.csv',
  ]);
});

it('a number that scores.csv lacks is the mean of its raters, weighted by confidence', async () => {
  const { columns, codes } = await load(
    'rater,country,indicator,value,confidence',
    'Ana,Japan,laws,1,2',
    'Bo,Japan,laws,4,1',
    'Ana,France,laws,4,1',
    'Bo,France,laws,3,1',
  );
  expect(columns['laws']).toEqual([4, 2, 2]); // (2 · 1 + 1 · 4) / 3; France keeps its own
  expect(codes).toEqual(['raters/filled']);
});

it('a rating that scores.csv lacks is the median of its raters, the lower of two', async () => {
  const header = 'rater,country,indicator,value,confidence';
  expect((await load(header, 'Ana,Kenya,rules,full,1', 'Bo,Kenya,rules,none,1')).columns['rules']).toEqual([
    2, 0, 0,
  ]);
  expect(
    (await load(header, 'Ana,Kenya,rules,full,1', 'Bo,Kenya,rules,none,1', 'Chi,Kenya,rules,partial,1'))
      .columns['rules'],
  ).toEqual([2, 0, 1]);
  expect(
    (await load(header, 'Ana,Kenya,rules,full,3', 'Bo,Kenya,rules,none,1', 'Chi,Kenya,rules,partial,1'))
      .columns['rules'],
  ).toEqual([2, 0, 2]);
});

it('in a panel each year has raters of its own', async () => {
  const folder = folderOf({
    'scores.csv': 'country,year,laws\nFrance,2020,3\nFrance,2021,4\n',
    'raters.csv':
      'rater,country,year,indicator,value\nAna,France,2021,laws,4\nBo,France,2021,laws,5\n' +
      'Ana,France,2020,laws,3\n',
  });
  const { edition } = await loadEdition(folder);
  expect(
    [...(edition.raters?.get('laws') ?? [])].map(([row, given]) => [row, given.map(({ value }) => value)]),
  ).toEqual([
    [1, [4, 5]],
    [0, [3]],
  ]);
});

it('a year is needed only in a panel, and need only be right in a file of one year', async () => {
  const oneYear = 'country,year,laws\nFrance,2020,3\nJapan,2020,4\n';
  const { edition } = await loadEdition(
    folderOf({ 'scores.csv': oneYear, 'raters.csv': 'rater,country,indicator,value\nAna,France,laws,3\n' }),
  );
  const { edition: same } = await loadEdition(
    folderOf({
      'scores.csv': oneYear,
      'raters.csv': 'rater,country,indicator,value,year\nAna,France,laws,3,2020\n',
    }),
  );
  expect(edition.raters).toEqual(same.raters);
});

it('an indicator that reads the column of another shares its raters', async () => {
  const { edition } = await loadEdition(
    folderOf({
      'scores.csv': 'country,internet\nFrance,3\nJapan,4\n',
      'indicators.csv': 'code,column,direction\nuse,internet,1\nrisk,internet,-1\n',
      'raters.csv': 'rater,country,indicator,value\nAna,France,risk,3\nBo,France,internet,3\n',
    }),
  );
  expect(edition.raters?.get('internet')?.get(editionRow(0))).toHaveLength(2);
});
