import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_EDITION, loadEdition, type LoadOptions } from '../../../src/input/edition/load.ts';
import { nodes } from '../../../src/model/framework.ts';
import { ProblemsError } from '../../../src/model/problem.ts';
import { sound } from '../../support/complaints.ts';
import { folderOf } from '../../support/files.ts';
import { editionRow } from '../../support/rows.ts';

const scores = sound['scores.csv'];

/** The codes of the problems that an edition is refused with. */
async function refused(name: string, options?: LoadOptions): Promise<string[]> {
  try {
    await loadEdition(name, options);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}

const codesOf = async (name: string, options?: LoadOptions) =>
  nodes((await loadEdition(name, options)).edition.framework)
    .slice(1)
    .map(({ code }) => code);

describe('an edition is', () => {
  it('a bundled one', async () => {
    const { edition, problems } = await loadEdition(DEFAULT_EDITION);
    expect([edition.id, edition.countries.length, edition.about.illustrative === null, problems]).toEqual([
      'iiss-2021',
      15,
      false,
      [],
    ]);
    expect(edition.inputs.map((input) => input.path)).toEqual(
      ['scores.csv', 'indicators.csv', 'index.json', 'weights.csv', 'certain.csv'].map((file) =>
        path.join('iiss-2021', file),
      ),
    );
  });

  it('a folder', async () => {
    const folder = folderOf({
      ...sound,
      'weights.csv': 'code,hawks\noffence,3\n',
      'index.yaml': 'name: Strength\nrecipe: { rank: dense }\n',
    });
    const { edition, problems } = await loadEdition(folder);
    expect(edition).toMatchObject({
      id: folder,
      about: { title: 'Strength' },
      recipe: { rank: { method: 'dense' }, aggregate: { method: 'arithmetic' } },
    });
    expect([[...edition.weightSets.keys()], problems]).toEqual([['hawks'], []]);
    expect(edition.inputs.map((input) => path.basename(input.path))).toEqual([
      'scores.csv',
      'indicators.csv',
      'index.yaml',
      'weights.csv',
    ]);
  });

  it('a folder with nothing but scores', async () => {
    const { edition, problems } = await loadEdition(folderOf({ 'scores.csv': scores }));
    expect([edition.countries.map(({ code }) => code), problems.map(({ code }) => code)]).toEqual([
      ['FRA', 'JPN'],
      ['scores/assumed'],
    ]);
  });

  it('a file, and what stands beside it is not looked at', async () => {
    const folder = folderOf({ ...sound, 'indicators.csv': 'code\nnothing\n', 'mine.csv': scores });
    const { edition } = await loadEdition(path.join(folder, 'mine.csv'));
    expect([edition.about.title, edition.inputs.length]).toEqual(['mine.csv', 1]);
  });

  it('a file in which each country has a year of its own, if that is asked for', async () => {
    const folder = folderOf({ 'mine.csv': 'country,year,a\nFrance,2020,1\nJapan,2021,2\n' });
    const file = path.join(folder, 'mine.csv');
    expect(await refused(file)).toContain('scores/mixed-years');
    const { edition } = await loadEdition(file, { isYearChosen: true });
    expect(edition.countries.map(({ year }) => year)).toEqual([2020, 2021]);
  });

  it('files with decimal commas, if that is said', async () => {
    const folder = folderOf({
      'scores.csv': 'country;a\nFrance;1.234\nJapan;2.345\n',
      'indicators.csv': 'code;weight\na;1.500\n',
    });
    expect(await refused(folder)).toEqual(['csv/ambiguous-number', 'csv/ambiguous-number']);
    const { edition } = await loadEdition(folder, { decimal: ',' });
    expect(edition.columns.get('a')).toEqual([1234, 2345]);
    expect(edition.framework.children).toMatchObject([{ weight: 1500 }]);
  });

  it('any file of a folder that is one', async () => {
    const folder = folderOf(sound);
    const whole = await loadEdition(folder);
    for (const file of Object.keys(sound)) {
      const { edition } = await loadEdition(path.join(folder, file));
      expect([edition.id, edition.inputs.map(({ path: shown }) => shown)]).toEqual([
        folder,
        whole.edition.inputs.map(({ path: shown }) => shown),
      ]);
    }
  });

  it('a file called scores.csv alone, which is itself', async () => {
    const folder = folderOf({ 'scores.csv': scores, 'notes.txt': 'nothing of an edition' });
    const { edition } = await loadEdition(path.join(folder, 'scores.csv'));
    expect(edition.about.title).toBe('scores.csv');
  });

  it('standard input', async () => {
    const { edition } = await loadEdition('-', { stdin: async () => new TextEncoder().encode(scores) });
    expect([edition.id, edition.about.title, edition.inputs[0]?.path, edition.countries.length]).toEqual([
      '-',
      'Standard input',
      '-',
      2,
    ]);
  });

  it('none of these: a problem', async () => {
    expect([
      await refused('ruritania'),
      await refused('ruritania.csv'),
      await refused('./ruritania'),
      await refused(folderOf({})),
    ]).toEqual([['files/not-found'], ['files/not-found'], ['files/not-found'], ['files/no-scores']]);
  });
});

describe('in a folder', () => {
  const before = process.cwd();

  beforeEach(() => {
    process.chdir(folderOf({ 'iiss-2021/scores.csv': scores, 'arcadia/scores.csv': scores, plain: scores }));
  });

  afterEach(() => process.chdir(before));

  it('a bundled edition wins over a folder of its name, and ./ in front of it means the folder', async () => {
    expect([await codesOf('iiss-2021'), await codesOf('./iiss-2021')].map((codes) => codes.length)).toEqual([
      7, 2,
    ]);
  });

  it('a folder and a file are found by their bare names', async () => {
    expect([await codesOf('arcadia'), await codesOf('plain')]).toEqual([
      ['offence', 'defence'],
      ['offence', 'defence'],
    ]);
  });
});

describe('its title is', () => {
  it.each([
    ['', 'arcadia'],
    ['/', 'arcadia'],
    ['/scores.csv', 'scores.csv'],
  ])('the last part of the path arcadia%s', async (end, title) => {
    const folder = folderOf({ 'arcadia/scores.csv': scores });
    expect((await loadEdition(`${folder}/arcadia${end}`)).edition.about.title).toBe(title);
  });
});

describe('its recipe', () => {
  const files = { ...sound, 'index.json': '{ "recipe": { "rank": "dense", "aggregate": "power:2" } }' };

  it('has every step and every parameter', async () => {
    const { edition } = await loadEdition(folderOf(files));
    expect(edition.recipe).toMatchObject({
      select: [],
      transform: { method: 'none' },
      missing: { method: 'error' },
      normalise: { method: 'minmax', floor: 0, ceiling: 100 },
      weights: { method: 'given' },
      aggregate: { method: 'power', p: 2 },
      rank: { method: 'dense', decimals: null },
      tiers: { method: 'none' },
    });
  });

  it('is overridden step by step', async () => {
    const { edition } = await loadEdition(folderOf(files), { recipe: { rank: { method: 'ordinal' } } });
    expect([edition.recipe.rank.method, edition.recipe.aggregate.method]).toEqual(['ordinal', 'power']);
  });

  it('has the codes of the countries that it selects, however they are written', async () => {
    const { edition } = await loadEdition(folderOf(sound), {
      recipe: { select: [{ method: 'without', terms: ['Nippon', 'japan', 'offence', 'Arcadia'] }] },
    }).catch(() => ({ edition: null }));
    expect(edition).toBeNull();
    const { edition: selected } = await loadEdition(folderOf(sound), {
      recipe: { select: [{ method: 'without', terms: ['jp', 'offence'] }] },
    });
    expect(selected.recipe.select).toEqual([{ method: 'without', terms: ['JPN', 'offence'] }]);
  });

  it('may take weights of another file, which is then one of the inputs', async () => {
    const folder = folderOf({ ...sound, 'other.csv': 'code,owls\noffence,3\n' });
    const name = `${folder}/other.csv:owls`;
    const { edition } = await loadEdition(folder, { recipe: { weights: { method: 'set', name } } });
    expect([[...edition.weightSets.keys()], edition.inputs.at(-1)?.path]).toEqual([
      [name],
      `${folder}/other.csv`,
    ]);
  });
});

describe('its scores', () => {
  it('that are missing are refused, unless the recipe allows it or leaves them out', async () => {
    const folder = folderOf({ ...sound, 'scores.csv': 'country,offence,defence\nFrance,,2\nJapan,2,1\n' });
    expect([
      await refused(folder),
      await refused(folder, { recipe: { missing: { method: 'skip', least: 0.5 } } }),
      await refused(folder, { recipe: { select: [{ method: 'without', terms: ['France'] }] } }),
      await refused(folder, { recipe: { select: [{ method: 'without', terms: ['offence'] }] } }),
    ]).toEqual([['scores/missing'], [], [], []]);
  });

  it('have their places', async () => {
    const { edition } = await loadEdition(folderOf(sound));
    expect(edition.placeOf?.('defence', editionRow(1))).toMatchObject({ line: 3, column: 9 });
  });

  it('are the same whichever way they are written', async () => {
    const long =
      'country,indicator,value\nFrance,offence,1\nFrance,defence,2\nJapan,offence,2\nJapan,defence,1\n';
    const variants = [
      scores,
      scores.replaceAll(',', ';').replaceAll('1', '1,0'),
      scores.replaceAll(',', '\t'),
      `\uFEFF${scores.replaceAll('\n', '\r\n')}`,
      long,
      scores.replace('France', 'FRA').replace('Japan', 'jp'),
    ];
    const read = await Promise.all(
      variants.map(
        async (variant) => (await loadEdition(folderOf({ ...sound, 'scores.csv': variant }))).edition,
      ),
    );
    expect(
      read.map(({ columns, countries }) => [Object.fromEntries(columns), countries.map(({ code }) => code)]),
    ).toEqual(variants.map(() => [{ offence: [1, 2], defence: [2, 1] }, ['FRA', 'JPN']]));
  });
});

it('every error of every file is reported at once', async () => {
  const files = {
    'scores.csv': 'country,offence,defence\nFrance,x,2\nJapan,,1\n',
    'indicators.csv': 'code,direction\noffence,up\ndefence,1\n',
    'weights.csv': 'code,hawks\noffence,-1\n',
    'index.json': '{ "name": "A" }',
  };
  expect((await refused(folderOf(files))).toSorted()).toEqual([
    'framework/bad-direction',
    'scores/missing',
    'scores/not-a-number',
    'weights/negative',
  ]);
});

it('what could not be read of one file hides nothing of the others', async () => {
  const files = {
    'scores.csv': 'country,offence\nFrance\n',
    'indicators.csv': 'code,direction\noffence,up\n',
    'index.json': '{ "nmae": "A" }',
  };
  expect((await refused(folderOf(files))).toSorted()).toEqual([
    'csv/ragged-row',
    'framework/bad-direction',
    'recipe/schema',
  ]);
});
