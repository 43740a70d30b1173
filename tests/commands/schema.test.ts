// What every command prints as JSON fits the schema that `cyberpower schema` prints of it, with no key left
// over on either side.
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it, vi } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { bundledNames } from '../../src/input/files/files.ts';
import { refused } from '../support/complaints.ts';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

vi.setConfig({ testTimeout: 30_000 }); // on a machine that does much else

type Keys = Record<string, unknown>;

const kept = (code: string | null, name: string, rank: number) => ({
  code,
  name,
  rank,
  score: 50,
  tier: null,
});

/** Files in a folder that is called FOLDER. */
const files = {
  'bare.csv': 'country,laws,skills,share\nFrance,low,3,1\nArcadia,high,2,1\nJapan,medium,4,1\n',
  'panel.csv':
    'country,year,region,laws,skills\nFrance,2020,Europe,3,4\nFrance,2021,Europe,4,2\n' +
    'Arcadia,2021,Nowhere,2,5\nJapan,2020,Asia,1,1\n',
  'gaps.csv':
    'country,year,laws,skills,talent\nFrance,2020,1,2,3\nFrance,2021,3,4,2\nJapan,2021,,5,1\n' +
    'Arcadia,2021,,,\n',
  'kept.json': JSON.stringify({
    schema: 'cyberpower/rank@1',
    hidden: 0,
    countries: [kept('FRA', 'France', 2), kept(null, 'Ruritania', 1)],
  }),
  'broken/scores.csv': 'country,laws,skills\nFrance,3,many\nArcadia,2,\nJapan,1,9\n',
  'broken/indicators.csv': 'code,weight\nlaws,-1\nskills,1\n',
  'no-goalposts/scores.csv': 'country,laws\nFrance,3\nJapan,1\n',
  'no-goalposts/indicators.csv': 'code\nlaws\n',
  'no-goalposts/index.json': '{ "recipe": { "normalise": "goalposts" } }',
  'steps/scores.csv':
    'country,region,laws,skills,people,talent\nFrance,Europe,1,2,3,9\nJapan,Asia,,5,1,2\n' +
    'Kenya,Africa,3,3,3,3\nArcadia,Nowhere,,,1,\n',
  'steps/indicators.csv':
    'code,denominate,impute,treat\nlaws,,mean,\nskills,by:people,,\ntalent,,,winsorise\n',
  'ordered/scores.csv': 'country,laws,skills,share\nFrance,3,1,2\nArcadia,2,2,2\nJapan,1,1,1\n',
  'ordered/published.csv': 'country,rank,score,tier\nFrance,2,10,Low\nArcadia,3,20,High\nJapan,1,90,High\n',
  'rated/scores.csv': 'country,laws,rules\nFrance,3,yes\nJapan,,no\n',
  'rated/indicators.csv': 'code,ratings\nlaws,\nrules,no-yes\n',
  'rated/raters.csv':
    'rater,country,indicator,value,confidence,evidence\nAna,France,laws,3,1,a law\nBo,France,laws,4,2,\n' +
    'Ana,Japan,rules,no,1,\nBo,Japan,rules,no,1,\nAna,Japan,laws,2,1,\n',
  'printed/scores.csv': 'country,laws\nFrance,3\nArcadia,2\nJapan,1\n',
  'printed/indicators.csv': 'code,low,high,unit,transform,normalise\nlaws,1,3,points,log,goalposts\n',
  'printed/index.json':
    '{ "sources": [{ "title": "Laws", "url": "https://example.org" }], "recipe": { "vary": { "noise": ' +
    '"5%", "drop": true }, "select": "only:laws", "tiers": "thresholds:50" } }',
  'printed/published.csv':
    'country,score,rank,tier,deviation,remark\nFrance,99,1,Tier 1,,\nArcadia,50,2,Tier 2,a slip,\n' +
    'Japan,0,,,,\n',
};

/** What the program is called with, by the exit code. */
const calls = {
  0: [
    'rank iiss-2021',
    'rank ncpi-2020',
    'rank gci-2024',
    'rank tests/reference/hdi-2022',
    'rank FOLDER/bare.csv',
    'rank FOLDER/panel.csv',
    'rank FOLDER/printed',
    'rank FOLDER/gaps.csv --impute mean --missing skip:0',
    'rank FOLDER/steps --screen countries:0.6',
    'rank FOLDER/gaps.csv --missing skip:0.3',
    'rank FOLDER/panel.csv --rank fractional --tiers quantiles:2',
    'rank iiss-2021 --top 2 --select only:USA,CHN,FRA --select without:offence --weights strategy=2',
    'rank iiss-2021 --weights benefit-of-the-doubt',
    'tiers iiss-2021',
    'tiers gci-2024',
    'tiers ncpi-2020 --tiers thresholds:80,50',
    'tiers tests/reference/hdi-2022 --tiers breaks:4',
    'tiers iiss-2021 --tiers quantiles:3',
    'tiers iiss-2021 --tiers layers',
    'tiers FOLDER/bare.csv --tiers thresholds:80,50',
    'tiers FOLDER/panel.csv --tiers thresholds:50',
    'tiers FOLDER/gaps.csv --missing skip:0.3 --tiers thresholds:50',
    'tiers FOLDER/printed --only France',
    'explain China -e iiss-2021',
    'explain China -e ncpi-2020 --depth all',
    'explain EST -e gci-2024',
    'explain Norway -e tests/reference/hdi-2022',
    'explain Arcadia -e FOLDER/bare.csv',
    'explain France -e FOLDER/panel.csv',
    'explain Japan -e FOLDER/gaps.csv --missing skip:0.3',
    'explain Arcadia -e FOLDER/gaps.csv --missing skip:0.3',
    'explain France -e FOLDER/printed',
    'explain China -e iiss-2021 --aggregate minimum',
    'explain France -e FOLDER/rated',
    'explain Japan -e FOLDER/rated',
    'bounds iiss-2021',
    'bounds iiss-2021 --region any',
    'bounds ncpi-2020 --draws 20',
    'bounds FOLDER/panel.csv --tiers quantiles:2',
    'uncertainty iiss-2021 --draws 20',
    'uncertainty FOLDER/panel.csv --draws 20 --vary noise=5% --vary normalise=minmax/rank',
    'sensitivity iiss-2021 --draws 4',
    'sensitivity FOLDER/panel.csv --draws 4 --of France',
    'sensitivity FOLDER/printed --draws 8',
    'uncertainty FOLDER/printed --draws 20',
    'whatif CHN.resilience=strength -e iiss-2021',
    'whatif weights.offense=2 all.control.internet_use-10% -e ncpi-2020',
    'whatif France.laws=9 weights.skills=2 -e FOLDER/panel.csv',
    'whatif Japan.laws=4 Arcadia.talent=1 -e FOLDER/gaps.csv --missing skip:0.3',
    'whatif all.laws+5 -e FOLDER/printed --top 1',
    'fit iiss-2021',
    'fit gci-2020',
    'fit FOLDER/printed',
    'fit FOLDER/ordered',
    'compare China Russia -e iiss-2021',
    'compare USA CHN RUS -e iiss-2021',
    'compare Israel GBR -e iiss-2021',
    'compare China Russia -e ncpi-2020',
    'compare China Russia -e iiss-2021 --aggregate minimum',
    'compare China Russia -e iiss-2021 --aggregate geometric --normalise minmax:floor=1',
    'compare France Arcadia -e FOLDER/panel.csv',
    'compare France Japan -e FOLDER/gaps.csv --missing skip:0.3',
    'compare France Arcadia -e FOLDER/printed',
    'compare France Japan -e FOLDER/steps --missing skip:0 --screen countries:0.6',
    'reach China -e iiss-2021 --to-rank 2',
    'reach China -e iiss-2021 --to-rank 2 --robust',
    'reach USA -e iiss-2021 --to-rank 1',
    'reach --all -e iiss-2021 --to-rank 3 --top 4',
    'reach EST -e gci-2024 --to-rank 3',
    'reach --all -e FOLDER/panel.csv --to-rank 1',
    'reach Japan -e FOLDER/gaps.csv --missing skip:0.3 --to-rank 1',
    'reach Kenya -e FOLDER/steps --to-rank 1 --missing skip:0.3',
    'reach Japan -e FOLDER/printed --to-tier Tier_1 --tiers thresholds:50,names=Tier_1/Tier_2',
    ...bundledNames().map((name) => `check ${name}`),
    'check tests/reference/hdi-2022',
    'check FOLDER/bare.csv',
    'check FOLDER/gaps.csv --missing skip:0.3',
    'methods',
    'methods geometric',
    'methods tiers',
    'editions',
    ...bundledNames().map((name) => `editions ${name}`),
    'editions tests/reference/hdi-2022',
    'editions FOLDER/bare.csv',
    'editions FOLDER/panel.csv',
    'editions FOLDER/printed',
    'editions FOLDER/rated',
    'init FOLDER/mine',
    'init FOLDER/mine --from ncpi-2020',
    'init FOLDER/mine --from FOLDER/bare.csv',
  ],
  1: [
    'check FOLDER/broken',
    'check FOLDER/no-goalposts',
    'check FOLDER/gaps.csv',
    'check FOLDER/nowhere',
    'check FOLDER/bare.csv --strict',
  ],
  3: [
    'check FOLDER/printed',
    'check FOLDER/panel.csv --expect FOLDER/kept.json',
    'check FOLDER/printed --expect FOLDER/kept.json',
  ],
} as const;

const lines = Object.entries(calls).flatMap(([code, some]) =>
  some.map((line) => ({ line, code: Number(code), command: line.split(' ')[0] ?? '' })),
);

const ofProblems = [
  'country',
  'year',
  'indicator',
  'value',
  'step',
  'why',
  'fix',
  'place',
  'place/line',
  'place/column',
  'place/length',
].map((key) => `problems/*/${key}`);
const ofResults = [
  'illustrative',
  'recipe/vary',
  ...['denominate', 'transform', 'impute', 'treat', 'normalise', 'aggregate'].map(
    (step) => `overrides/*/${step}`,
  ),
  'changes/*/year',
  ...ofProblems,
];
/** What an output may go without, by command and where it stands, `*` for each of a list or map. */
const optional: Readonly<Record<string, readonly string[]>> = {
  rank: [...ofResults, 'countries/*/year', 'countries/*/weights'],
  tiers: [...ofResults, 'tiers/*/atLeast', 'countries/*/year'],
  explain: [...ofResults, 'country/year', 'raters', 'raters/scores/*/given/*/evidence'],
  uncertainty: [
    ...ofResults,
    'countries/*/central',
    'countries/*/confidence',
    'countries/*/winning',
    'countries/*/year',
    'effects/*/most',
  ],
  sensitivity: [...ofResults, 'choices/*/most', 'leftOut/*/most', 'leftOut/*/reason'],
  bounds: [
    ...ofResults,
    'beside',
    'over/draws',
    'over/seed',
    'countries/*/year',
    'countries/*/beside',
    'countries/*/nearest',
  ],
  whatif: [...ofResults, 'whatif/*/year', 'countries/*/year'],
  fit: [...ofResults, 'fits/*/cuts', 'fits/*/rSquared', 'fits/*/residuals'],
  compare: [...ofResults, 'countries/*/year'],
  reach: [...ofResults, 'countries/*/year', 'countries/*/worst'],
  check: [
    ...ofResults,
    'published',
    'expected',
    'tiers',
    'differences/*/year',
    'published/*/tolerance',
    'published/*/furthest',
  ],
  methods: ['methods/*/parameters/*/least', 'methods/*/parameters/*/most'],
  editions: [
    'illustrative',
    'note',
    'recipe/vary',
    'published',
    'raters',
    'sources/*/publisher',
    'sources/*/date',
    'sources/*/url',
    'framework/unit',
    'countries/*/year',
  ].map((key) => `editions/*/${key}`),
  init: [],
};

/** Objects whose keys are no words of ours: codes, groups. */
const isMap = (path: string) =>
  /(?:^|\/)(?:groups|scores|overrides|weights|effective|single|central|winning|countries\/\*\/tiers)\/$/.test(
    path,
  );
/** Methods, which have parameters of their own, and what stands in one. */
const isChoice = (path: string) => /(?:^|\/)(?:recipe|overrides\/\*)\/.|\/default\//.test(path);

async function printed(line: string, code: number): Promise<unknown> {
  const folder = folderOf(files);
  const ran = await run([...line.replaceAll('FOLDER', folder).split(' '), '--format', 'json']);
  expect(ran.code).toBe(code);
  return JSON.parse(ran.stdout);
}

async function schemaOf(name: string): Promise<Keys> {
  const { stdout } = await run(['schema', name]);
  const schema: unknown = JSON.parse(stdout);
  return isKeys(schema) ? schema : {};
}

const validators = new Map<string, ValidateFunction>();

/** Tells whether something fits the schema of that name, which must itself be sound. */
async function validatorOf(name: string): Promise<ValidateFunction> {
  const validate =
    validators.get(name) ?? new Ajv({ strict: true, strictRequired: false }).compile(await schemaOf(name));
  validators.set(name, validate);
  return validate;
}

function isKeys(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object inside a value, with where it stands; children of a category where it does. */
function objectsIn(value: unknown, path = ''): { object: Keys; path: string }[] {
  if (Array.isArray(value)) return value.flatMap((one) => objectsIn(one, `${path}*/`));
  if (!isKeys(value)) return [];
  return [
    { object: value, path: path.replaceAll('children/*/', '') },
    ...Object.entries(value).flatMap(([key, one]) =>
      objectsIn(one, isMap(path) ? `${path}*/` : `${path}${key}/`),
    ),
  ];
}

/** Every key that a schema tells of, with where it stands, and what it says of it. */
function toldBy(schema: unknown, path = ''): { path: string; description: unknown }[] {
  if (!isKeys(schema)) return [];
  const properties = isKeys(schema['properties']) ? Object.entries(schema['properties']) : [];
  return [
    ...properties.flatMap(([key, one]) => [
      { path: `${path}${key}`, description: isKeys(one) ? one['description'] : undefined },
      ...toldBy(one, `${path}${key}/`),
    ]),
    ...(Array.isArray(schema['anyOf']) ? schema['anyOf'].flatMap((one) => toldBy(one, path)) : []),
    ...toldBy(schema['items'], `${path}*/`),
    ...toldBy(schema['additionalProperties'], `${path}*/`),
  ];
}

const names = commands.map(({ name }) => name).filter((name) => name !== 'schema');

it('every command has a schema, and the files of settings have one', async () => {
  const { stdout } = await run(['schema', '--format', 'csv', '--fields', 'name', '--no-header']);
  expect(stdout.trim().split('\n').toSorted()).toEqual(['index', ...names].toSorted());
  expect(names.filter((name) => !lines.some(({ command }) => command === name))).toEqual([]);
});

it.each(lines.map((call) => [call.line, call] as const))('%s', async (_, { line, code, command }) => {
  const validate = await validatorOf(command);
  const output = await printed(line, code);
  validate(output);
  expect(validate.errors ?? []).toEqual([]);
});

/** Enough, and quick. */
const small = lines.filter(({ line }) => !/gci|hdi|ncpi|editions$/.test(line));

it.each(small.map((call) => [call.line, call] as const))(
  '%s: a key more does not fit, nor one less',
  async (_, { line, code, command }) => {
    const validate = await validatorOf(command);
    const output = await printed(line, code);
    const [passed, refused] = [new Set<string>(), new Set<string>()];
    for (const { object, path } of objectsIn(output).filter((one) => !isChoice(one.path))) {
      object['invented'] = true;
      if (validate(output)) passed.add(`${path}invented`);
      delete object['invented'];
      for (const [key, value] of isMap(path) ? [] : Object.entries(object)) {
        delete object[key];
        (validate(output) ? passed : refused).add(`${path}${key}`);
        object[key] = value;
      }
    }
    expect([...passed].filter((path) => !optional[command]?.includes(path))).toEqual([]);
    expect([...refused].filter((path) => optional[command]?.includes(path))).toEqual([]);
  },
);

it('no schema tells of a key that no output has', async () => {
  const seen = new Set<string>();
  for (const { line, code } of lines)
    for (const { object, path } of objectsIn(await printed(line, code)))
      for (const key of Object.keys(object)) seen.add(`${path}${key}`);
  const told = (await Promise.all(names.map(schemaOf))).flatMap((schema) => toldBy(schema));
  expect([...new Set(told.map(({ path }) => path))].filter((path) => !seen.has(path))).toEqual([]);
});

describe.each(['index', ...names])('schema %s', (name) => {
  it('is the same as text and as JSON, in a terminal too', async () => {
    const { stdout } = await run(['schema', name, '--format', 'json']);
    expect((await run(['schema', name])).stdout).toBe(stdout);
    expect((await run(['schema', name], { terminal: 40 })).stdout).toBe(stdout);
  });

  it('says which dialect it is, what it is of, and what every key means', async () => {
    const schema = await schemaOf(name);
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: expect.stringMatching(/./),
    });
    expect(Object.keys(schema)).not.toContain('schema');
    if (name === 'index') return;
    expect(JSON.stringify(schema)).toContain(`{"const":"cyberpower/${name}@1"`);
    expect(
      toldBy(schema)
        .filter(({ description }) => typeof description !== 'string')
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

it('the settings of bundled editions fit the schema of settings; a misspelt key does not', async () => {
  const validate = await validatorOf('index');
  const settings = bundledNames().map((name): Keys => ({
    ...JSON.parse(readFileSync(`data/${name}/index.json`, 'utf8')),
  }));
  expect(settings.map((one) => validate(one))).toEqual(settings.map(() => true));
  expect(settings.map((one) => validate({ ...one, lisence: 'none' }))).toEqual(settings.map(() => false));
});

it('without a name, lists what there is', async () => {
  expect((await run(['schema'])).stdout).toMatchInlineSnapshot(`
    "JSON Schemas (draft 7) of what commands print as JSON, and of settings

    name         what it describes
    index        index.json and index.yaml: the settings of an edition
    rank         the countries in rank order
    tiers        the tiers, what put each country into its own, and what would move it
    explain      what each part of the framework adds to one country's index
    bounds       the best and the worst rank and tier of each country over a weight region
    uncertainty  how often each country has which rank and tier when what is uncertain is drawn
    sensitivity  how much each uncertain choice and each part of the framework moves ranks
    compare      countries side by side, who is ahead for which weights, and the least change that swaps them
    reach        the least that a country must improve to reach a rank or a tier
    check        whether the files are sound, and what differs from what was published or expected
    whatif       the ranking before and after a change of scores or weights
    fit          the weights that reproduce what was published, or what of it contradicts itself
    methods      the methods of every step, with formula, parameters and source
    editions     the bundled indices: sources, countries, framework and recipe
    init         the files that were written

    cyberpower schema NAME prints one of them
    "
  `);
  const listed: unknown = JSON.parse((await run(['schema', '--format', 'json'])).stdout);
  expect(listed).toMatchObject({
    schema: 'cyberpower/schema@1',
    schemas: [
      { name: 'index' },
      { name: 'rank', describes: 'the countries in rank order' },
      ...[
        'tiers',
        'explain',
        'bounds',
        'uncertainty',
        'sensitivity',
        'compare',
        'reach',
        'check',
        'whatif',
        'fit',
        'methods',
        'editions',
        'init',
      ].map((name) => ({ name })),
    ],
  });
});

it('a name that there is not', async () => {
  expect(await refused({}, ['schema', 'edition'])).toMatchInlineSnapshot(`
    edition: error: there is no schema "edition"; did you mean "editions"? [usage/unknown-name]
      fix: the schemas are index, rank, tiers, explain, bounds, uncertainty, sensitivity, compare, reach, check, whatif, fit, methods, editions and init
    exit 2
  `);
  expect(await refused({}, ['schema', 'toString'])).toMatchInlineSnapshot(`
    toString: error: there is no schema "toString" [usage/unknown-name]
      fix: the schemas are index, rank, tiers, explain, bounds, uncertainty, sensitivity, compare, reach, check, whatif, fit, methods, editions and init
    exit 2
  `);
});
