import { describe, expect, it } from 'vitest';
import { loadCountries } from '../../../src/input/cells/countries.ts';
import { readTable } from '../../../src/input/files/csv.ts';
import { knownScales } from '../../../src/input/cells/scales.ts';
import { readScores } from '../../../src/input/shapes/scores.ts';
import { readSheet } from '../../../src/input/shapes/read-sheet.ts';
import { completeRecipe, type PartialRecipe } from '../../../src/methods/steps.ts';
import { category, indicator, type Indicator } from '../../../src/model/framework.ts';
import type { Problem } from '../../../src/model/problem.ts';

const countries = await loadCountries();

/** Reads lines of scores for these indicators. */
function read(leaves: readonly Indicator[], lines: readonly string[], recipe: PartialRecipe = {}) {
  const problems: Problem[] = [];
  const sheet = readSheet(readTable('scores.csv', lines.join('\n')), countries, problems);
  const scores = readScores(sheet, category('index', leaves), knownScales, completeRecipe(recipe), problems);
  return {
    ...scores,
    columns: Object.fromEntries(scores.columns),
    problems: problems.map(({ severity, code }) => `${severity} ${code}`),
    found: problems,
  };
}

const [a, b] = [indicator('a'), indicator('b')];

describe('a cell', () => {
  it('is missing where nothing stands, and that is not for the reader to judge', () => {
    expect(read([a], ['country,a', 'Japan,', 'China,..', 'India,3'])).toMatchObject({
      columns: { a: [null, null, 3] },
      problems: [],
    });
  });

  it('is a problem if it is a word, and is taken for missing', () => {
    expect(read([a], ['country,a', 'Japan,high', 'China,2'])).toMatchObject({
      columns: { a: [null, 2] },
      problems: ['error scores/not-a-number'],
    });
  });

  it.each([
    ['1,234', '1234'],
    ['1 234', '1234'],
    ['50%', '50'],
    ['$3', '3'],
    ['1,234.5', '1234.5'],
    ['12,34', '12.34'],
  ])('"%s" may be meant for %s', (text, meant) => {
    const [problem] = read([a], ['country,a', `Japan,"${text}"`]).found;
    expect(problem?.fix).toContain(meant);
  });

  it.each(['x', '1,5x'])('"%s" is meant for no number', (text) => {
    const [problem] = read([a], ['country,a', `Japan,"${text}"`]).found;
    expect(problem?.fix).toMatch(/^write a number, /);
  });

  it('tells of itself: country, indicator, value and place', () => {
    const [problem] = read([a], ['country,a', 'Japan,1', 'Turkey,x']).found;
    expect(problem).toMatchObject({
      country: 'TUR',
      indicator: 'a',
      value: 'x',
      place: { file: 'scores.csv', line: 3, column: 8 },
    });
  });
});

describe('ratings', () => {
  const rated = indicator('a', { scale: 'iiss' });

  it('stand for their places on the scale', () => {
    expect(
      read([rated], ['country,a', 'Japan,weakness', 'China,world-leading', 'India,strength']).columns,
    ).toEqual({ a: [0, 3, 2] });
  });

  it('may be written as numbers on the scale', () => {
    expect(read([rated], ['country,a', 'Japan,0', 'China,3', 'India,1.5'])).toMatchObject({
      columns: { a: [0, 3, 1.5] },
      problems: [],
    });
  });

  it('beyond the scale are a problem, whatever the normalisation', () => {
    expect(read([rated], ['country,a', 'Japan,4'], { normalise: { method: 'none' } }).problems).toEqual([
      'error scores/out-of-range',
    ]);
  });

  it('that are none are a problem', () => {
    expect(read([rated], ['country,a', 'Japan,strong']).problems).toEqual(['error scores/unknown-rating']);
  });
});

describe('goalposts', () => {
  const posted = indicator('a', { low: 0, high: 10 });
  const lines = ['country,a', 'Japan,10', 'China,-1', 'India,11'];

  it(
    'a score beyond them is an error if they are used, a warning if not, and neither if the recipe clips ' +
      'or lets pass',
    () => {
      const problems = ([undefined, 'minmax', 'goalposts'] as const).map(
        (method) => read([posted], lines, method === undefined ? {} : { normalise: { method } }).problems,
      );
      expect(problems).toEqual([
        ['warning scores/out-of-range', 'warning scores/out-of-range'],
        ['warning scores/out-of-range', 'warning scores/out-of-range'],
        ['error scores/out-of-range', 'error scores/out-of-range'],
      ]);
      expect(
        [true, false].map(
          (clip) => read([posted], lines, { normalise: { method: 'goalposts', clip } }).problems,
        ),
      ).toEqual([[], []]);
    },
  );

  it("an indicator's own method is asked before the recipe", () => {
    const own = { ...posted, normalise: { method: 'goalposts', clip: true } };
    expect(read([own], lines, { normalise: { method: 'goalposts' } }).problems).toEqual([]);
  });

  it('a score on a goalpost is within', () => {
    expect(
      read([posted], ['country,a', 'Japan,0', 'China,10'], { normalise: { method: 'goalposts' } }).problems,
    ).toEqual([]);
  });
});

describe('columns', () => {
  it("are found by the indicator's column, but for case and hyphens, or by its name", () => {
    const leaves = [
      indicator('a', { column: 'Cyber offence' }),
      indicator('b', { column: 'cyber-defence' }),
      indicator('c', { name: 'Morale of the troops' }),
    ];
    expect(
      read(leaves, ['country,Cyber offence,Cyber_Defence,morale of the troops', 'Japan,1,2,3']),
    ).toMatchObject({ columns: { 'Cyber offence': [1], 'cyber-defence': [2], c: [3] }, problems: [] });
  });

  it('may be read by several indicators', () => {
    const leaves = [
      indicator('surveillance', { column: 'internet' }),
      indicator('exposure', { column: 'internet', direction: -1 }),
    ];
    expect(read(leaves, ['country,internet', 'Japan,0.9'])).toMatchObject({
      columns: { internet: [0.9] },
      problems: [],
    });
  });

  it('that are not there are a problem', () => {
    expect(read([a, b], ['country,a', 'Japan,1']).problems).toEqual(['error scores/no-column']);
  });

  it('of numbers that nobody reads are a warning, those of text are groups', () => {
    const { problems, countries: read1 } = read(
      [a],
      ['country,a,income,region', 'Japan,1,9,Asia', 'Arcadia,2,8,'],
    );
    expect([problems.slice(-1), read1.map(({ groups }) => groups)]).toEqual([
      ['warning scores/unused-column'],
      [{ region: 'Asia' }, { region: '' }],
    ]);
  });

  it('of a year is none, as the countries have it', () => {
    expect(read([a], ['country,year,a', 'Japan,2020,1', 'China,2020,2'])).toMatchObject({
      problems: [],
      countries: [
        { year: 2020, groups: {} },
        { year: 2020, groups: {} },
      ],
    });
  });

  it('a score has its place by the column that it is read from', () => {
    const { placeOf } = read([indicator('x', { column: 'a' })], ['country,a', 'Japan,1']);
    expect(placeOf('a', 0)).toMatchObject({ line: 2, column: 7 });
  });
});
