import { describe, expect, it } from 'vitest';
import { assumeBase } from '../../../../src/input/edition/assumed/assumed.ts';
import { loadCountries } from '../../../../src/input/cells/countries.ts';
import { readTable } from '../../../../src/input/files/csv.ts';
import type { Settings } from '../../../../src/input/options/settings/settings.ts';
import { readSheet } from '../../../../src/input/shapes/read-sheet.ts';
import type { PartialRecipe } from '../../../../src/methods/steps.ts';
import { indicators } from '../../../../src/model/framework.ts';
import { ProblemsError, type Problem } from '../../../../src/model/problem.ts';

const countries = await loadCountries();

const nothingSaid: Settings = {
  about: {
    title: '',
    year: null,
    description: '',
    sources: [],
    licence: '',
    facts: '',
    ours: '',
    illustrative: null,
  },
  scales: [],
  recipe: {},
  placeOfStep: async () => ({ file: 'index.json' }),
};

async function assume(
  lines: readonly string[],
  settings: Partial<Settings> = {},
  overrides: PartialRecipe = {},
) {
  const problems: Problem[] = [];
  const sheet = readSheet(readTable('scores.csv', lines.join('\n')), countries, problems);
  const base = await assumeBase(sheet, 'Arcadia', { ...nothingSaid, ...settings }, overrides, problems);
  return {
    ...base,
    leaves: indicators(base.framework),
    dropped: problems.map(({ code }) => code).filter((code) => code !== 'scores/assumed'),
    says: problems.find(({ code }) => code === 'scores/assumed')?.what,
  };
}

const names = ['Japan', 'China', 'France'];

const codesOf = async (...lines: string[]) => (await assume(lines)).leaves.map(({ code }) => code);

const categories = [
  'strategy',
  'governance',
  'intelligence',
  'empowerment',
  'resilience',
  'leadership',
  'offence',
];
const categoryNames = [
  'Strategy and doctrine',
  '"Governance, command and control"',
  'Core cyber-intelligence capability',
  'Cyber empowerment and dependence',
  'Cyber security and resilience',
  'Global leadership in cyberspace affairs',
  'Offensive cyber capability',
];
const seven = (cell: string) => Array(7).fill(cell).join(',');

describe('indicators', () => {
  it('are the columns of numbers: more is better, all weigh the same, nothing of their own', async () => {
    const { leaves, says, recipe } = await assume(['country,a,b', 'Japan,1,2', 'China,2,1']);
    expect(
      leaves.map(({ code, column, direction, weight, scale, normalise }) => ({
        code,
        column,
        direction,
        weight,
        scale,
        normalise,
      })),
    ).toEqual([
      { code: 'a', column: 'a', direction: 1, weight: 1, scale: null, normalise: null },
      { code: 'b', column: 'b', direction: 1, weight: 1, scale: null, normalise: null },
    ]);
    expect(recipe).toEqual({});
    expect(says).toBe('assumed 2 indicators (a and b), direction 1, equal weights');
  });

  it.each([
    'rank',
    'Rank',
    'id',
    'year',
    'score',
    'Score',
    'total',
    'no',
    'nr',
    '#',
    'iso3',
    'ISO_code',
    'M49',
  ])('a column "%s" never is one', async (header) => {
    expect(await codesOf(`country,${header},a`, 'Japan,1,2', 'China,2,1')).toEqual(['a']);
  });

  const droppedFrom = async (column: string, ...cells: readonly string[]) =>
    (await assume([`country,${column},b`, ...cells.map((cell, i) => `${names[i] ?? ''},"${cell}",${i}`)]))
      .dropped;

  it.each([
    ['a', '1.234,5', '2.345,5', '999,5'],
    ['a', '3 of 5', '4 of 5', 'none'],
    ['a', 'ca. 40', 'c. 30', 'about 20'],
    ['a', '7 (est.)', '8 (est.)', 'no data'],
    ['a', 'high, see note', 'medium (est.)', 'low*'],
    ['a', 'medium to high', 'low or medium', 'High (2020)'],
    ['rank', '1', '2', '3'],
    ['Total', '1', '2', '3'],
    ['id', '1', '1', '2'],
    ['nr', '1.5', '2', '3'],
    ['Jahr', '2019', '2020', '2021'],
    ['data year', '2019', '2019', '2021'],
  ])('the column %s of %s, %s and %s is not used, with a warning', async (...cells) => {
    expect(await droppedFrom(...cells)).toEqual(['scores/dropped-column']);
  });

  it.each([
    ['region', 'Europe', 'Asia', 'Africa'],
    ['income', 'High income', 'Low income', 'High income'],
    ['bloc', 'G7', 'G20', 'G7'],
    ['group', 'Tier 1', 'Tier 2', 'Tier 1'],
    ['updated', '2021-05-01', '1.5.2021', '2020-12'],
    ['id', '1', '2', '3'],
    ['nr', '7', '8', '9'],
    ['Unnamed: 0', '0', '1', '2'],
    ['m49', '392', '156', '250'],
    ['remark', 'No comment', 'no data', 'none'],
    ['empty', '', 'n/a', '..'],
  ])('the column %s of %s, %s and %s is none either, and nothing need be said', async (...cells) => {
    expect(await droppedFrom(...cells)).toEqual([]);
  });

  it('what is left out is said', async () => {
    expect((await assume(['country,rank,a,region', 'Japan,1,2,Asia', 'China,2,1,Asia'])).says).toContain(
      '; not scores: rank and region',
    );
  });

  it.each(['DECIMALS', 'UNIT_MULT', 'OBS_STATUS'])('nor does an attribute of SDMX: %s', async (header) => {
    expect(await codesOf(`country,${header},a`, 'Japan,1,2', 'China,2,1')).toEqual(['a']);
  });

  it.each(['2019', 'YR2019', 'X2019', '2019 [YR2019]', '2019/20', 'FY 2019', '2019.0'])(
    'a column "%s" is a year, which is refused',
    async (header) => {
      await expect(assume([`country,a,${header}`, 'Japan,1,2', 'China,2,1'])).rejects.toMatchObject({
        problems: [{ code: 'scores/years-in-headings' }],
      });
    },
  );

  it('a column of text is none, nor one without a score', async () => {
    expect(await codesOf('country,region,a,empty', 'Japan,Asia,1,', 'China,Asia,2,NA')).toEqual(['a']);
  });

  it('a column with some words among numbers is one, so that the words are found out', async () => {
    expect(await codesOf('country,a', 'Japan,1', 'China,x', 'India,2')).toEqual(['a']);
  });

  it('if there are none, that is a problem', async () => {
    await expect(assume(['country,region', 'Japan,Asia', 'China,Asia'])).rejects.toThrow(ProblemsError);
  });

  it('codes are made of headers that a command line cannot take, and are different', async () => {
    const { leaves } = await assume([
      'country,"Cyber (0-5), total","Cyber: 0-5 total",Größe,***,index',
      'Japan,1,2,3,4,5',
      'China,5,4,3,2,1',
    ]);
    expect(leaves.map(({ code }) => code)).toEqual([
      'cyber-0-5-total',
      'cyber-0-5-total-2',
      'Größe',
      'indicator',
      'index-2',
    ]);
    expect(leaves.map(({ name }) => name)).toEqual([
      'Cyber (0-5), total',
      'Cyber: 0-5 total',
      'Größe',
      '***',
      'index',
    ]);
  });

  it('of a long file are those that its rows name', async () => {
    expect(
      await codesOf('country,indicator,value', 'Japan,b,1', 'Japan,a,2', 'China,a,3', 'China,b,4'),
    ).toEqual(['b', 'a']);
  });
});

describe('ratings', () => {
  it('in a column of words of a known scale are taken over the whole scale', async () => {
    const { leaves, scales } = await assume(['country,a,b', 'Japan,medium,1', 'China,high,2']);
    expect(leaves.map(({ scale, normalise }) => [scale, normalise?.method])).toEqual([
      ['low-high', 'goalposts'],
      [null, undefined],
    ]);
    expect(scales.map(({ name }) => name)).toEqual(['low-high']);
  });

  it('are normalised as the recipe or the command line says, if they say', async () => {
    const lines = ['country,a', 'Japan,medium', 'China,high'];
    const [byRecipe, byOption] = [
      await assume(lines, { recipe: { normalise: { method: 'zscore' } } }),
      await assume(lines, {}, { normalise: { method: 'zscore' } }),
    ];
    expect([byRecipe, byOption].map(({ leaves }) => leaves.map(({ normalise }) => normalise))).toEqual([
      [null],
      [null],
    ]);
  });

  it("of the edition's own scale come before known ones", async () => {
    const own = { name: 'own', ratings: ['high', 'low'].map((word, value) => ({ word, value })) };
    const { leaves, scales } = await assume(['country,a', 'Japan,low', 'China,high'], { scales: [own] });
    expect([leaves.map(({ scale }) => scale), scales]).toEqual([['own'], [own]]);
  });

  it('a misspelt one among others does not make the column text', async () => {
    expect(
      (await assume(['country,a', 'Japan,hihg', 'China,high', 'India,low'])).leaves.map(({ scale }) => scale),
    ).toEqual(['low-high']);
  });
});

describe('the seven categories of IISS', () => {
  const rows = [`Japan,${seven('strength')}`, `China,${seven('world-leading')}`];

  it.each([
    ['code', categories],
    ['name', categoryNames],
    ['code in any order', categories.toReversed()],
    ['code in capitals', categories.map((code) => code.toUpperCase())],
  ])('are known by %s: its framework, scale and tier rule', async (_, headers) => {
    const { framework, leaves, scales, recipe, says } = await assume([
      `country,${headers.join(',')}`,
      ...rows,
    ]);
    expect(leaves.map(({ code, scale }) => [code, scale])).toEqual(categories.map((code) => [code, 'iiss']));
    expect([framework.code, scales.map(({ name }) => name), recipe.tiers?.method]).toEqual([
      'index',
      ['iiss'],
      'profile',
    ]);
    expect(says).toContain('the seven categories, rating scale and tier rule of IISS');
  });

  it('as numbers have neither scale nor tier rule', async () => {
    const { leaves, recipe, says } = await assume([
      `country,${categories.join(',')}`,
      `Japan,${seven('4')}`,
      `China,${seven('5')}`,
    ]);
    expect([leaves.map(({ code }) => code), leaves.map(({ scale }) => scale), recipe]).toEqual([
      categories,
      Array(7).fill(null),
      {},
    ]);
    expect(says).toContain('the seven categories of IISS as numbers, so without its tier rule');
  });

  it('with one missing, or with one more, are columns like others', async () => {
    const [fewer, more] = [
      await assume([
        `country,${categories.slice(1).join(',')}`,
        `Japan,${Array(6).fill('strength').join(',')}`,
      ]),
      await assume([`country,${categories.join(',')},luck`, `Japan,${seven('strength')},1`]),
    ];
    expect([fewer, more].map(({ recipe }) => recipe.tiers)).toEqual([undefined, undefined]);
    expect(fewer?.says).toContain('not the framework of IISS, because it has no strategy');
    expect(more?.says).toContain('not the framework of IISS, because there are other columns too');
  });

  it('text columns beside them change nothing', async () => {
    expect(
      (await assume([`country,region,${categories.join(',')}`, `Japan,Asia,${seven('strength')}`])).says,
    ).toContain('IISS');
  });

  it('the recipe of the edition wins over that of IISS', async () => {
    const { recipe } = await assume([`country,${categories.join(',')}`, ...rows], {
      recipe: { tiers: { method: 'none' } },
    });
    expect(recipe.tiers).toEqual({ method: 'none' });
  });
});

describe('what is easily mistaken', () => {
  it('numbers with a percent sign are numbers, and so are those that are not finite', async () => {
    const { framework } = await assume(['country,share,skills', 'Japan,40%,1', 'France,inf,2']);
    expect(framework.children.map(({ code }) => code)).toEqual(['share', 'skills']);
  });

  it('ratings are normalised over their scale, which the recipe says if all are ratings', async () => {
    const { recipe } = await assume(['country,laws,skills', 'Japan,high,low', 'France,low,medium']);
    expect(recipe.normalise).toMatchObject({ method: 'goalposts' });
  });

  it('ratings beside numbers have the method of their own', async () => {
    const { recipe, framework } = await assume(['country,laws,skills', 'Japan,high,1', 'France,low,2']);
    expect(recipe.normalise).toBeUndefined();
    expect(framework.children).toMatchObject([{ normalise: { method: 'goalposts' } }, { normalise: null }]);
  });

  it('offense is offence', async () => {
    const { recipe } = await assume([
      `country,${categories.join(',').replace('offence', 'offense')}`,
      `Japan,${seven('strength')}`,
    ]);
    expect(recipe.tiers).toMatchObject({ method: 'profile' });
  });
});
