import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundledNames, bundledPath } from '../../../../src/input/files/files.ts';
import { settingsSchema } from '../../../../src/input/options/settings/schema.ts';
import { entries } from '../../../../src/input/options/settings/entries.ts';
import { readSettings } from '../../../../src/input/options/settings/settings.ts';
import { stepNames, steps } from '../../../../src/methods/steps.ts';
import type { Problem } from '../../../../src/model/problem.ts';
import type { Parameter } from '../../../../src/model/registry.ts';
import { folderOf } from '../../../support/files.ts';
import { run } from '../../../support/run.ts';

const schema = await settingsSchema();
const validate = new Ajv({ allErrors: true }).compile(schema);

/** Where ajv complains; nowhere if the settings fit. */
function complaints(settings: unknown): string[] {
  validate(settings);
  return (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** Whether the program itself takes them. */
async function isRead(settings: unknown): Promise<boolean> {
  const problems: Problem[] = [];
  await readSettings(
    { path: 'index.json', bytes: new TextEncoder().encode(JSON.stringify(settings)) },
    'Arcadia',
    problems,
  );
  return problems.length === 0;
}

const recipe = (written: Readonly<Record<string, unknown>>) => ({ recipe: written });

it('says of every key what it is for', () => {
  const { properties }: { properties?: unknown } = schema;
  expect(
    Object.entries(Object(properties)).map(([key, value]) => [
      key,
      typeof Object(value).description,
      Object(value).description === '',
    ]),
  ).toEqual(Object.keys(entries).map((key) => [key, 'string', false]));
});

describe('fits', () => {
  it.each([...bundledNames().map(bundledPath), 'tests/reference/hdi-2022'])(
    'the settings of %s',
    (folder) => {
      expect(complaints(JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')))).toEqual([]);
    },
  );

  it('the settings that init writes, as they are and with every line that is a comment', async () => {
    const folder = path.join(folderOf({}), 'arcadia');
    await run(['init', folder]);
    const text = readFileSync(path.join(folder, 'index.yaml'), 'utf8');
    expect(complaints(parse(text))).toEqual([]);
    const uncommented = text.replaceAll(/^# (?=(?:year|description|sources|licence):)/gm, '');
    expect(Object.keys(Object(parse(uncommented)))).toEqual(
      expect.arrayContaining(['year', 'description', 'sources', 'licence', 'recipe']),
    );
    expect(complaints(parse(uncommented))).toEqual([]);
  });

  it.each([...bundledNames(), 'tests/reference/hdi-2022'])(
    'the complete recipe of a result of %s',
    async (name) => {
      const { stdout } = await run(['rank', name, '--format', 'json']);
      expect(complaints({ recipe: Object(JSON.parse(stdout)).recipe })).toEqual([]);
    },
  );

  it.each([
    ['--select', 'without:PRK'],
    ['--select', 'only:IRN,CHN,strategy'],
    ['--missing', 'skip:0.6'],
    ['--normalise', 'zscore'],
    ['--normalise', 'minmax:floor=1'],
    ['--weights', 'set:security-first'],
    ['--weights', 'offence=2'],
    ['--aggregate', 'power:p=2'],
    ['--rank', 'dense:decimals=1'],
    ['--tiers', 'quantiles:3'],
    ['--tiers', 'quantiles:0.1,0.4,0.5'],
    ['--tiers', 'breaks:3'],
  ])('a recipe with %s %s, as text and as a result has it', async (option, value) => {
    const step = option.slice(2);
    expect(complaints(recipe({ [step]: value }))).toEqual([]);
    const { stdout } = await run(['rank', 'iiss-2021', '--format', 'json', option, value]);
    expect(complaints({ recipe: Object(JSON.parse(stdout)).recipe })).toEqual([]);
  });

  it('every method by its name, or with its parameters if it needs some', () => {
    const needed = (parameters: readonly Parameter[]) =>
      parameters.filter((parameter) => parameter.default === undefined);
    const sample = ({ kind }: Parameter): unknown =>
      ({
        number: 2,
        integer: 2,
        flag: true,
        text: 'hawks',
        'number-list': [2],
        'text-list': ['FRA'],
        'number-by-code': { laws: 2 },
        structure: [{ name: 'High', needs: [{ atLeast: 3, count: 1 }] }, { name: 'Low' }],
      })[kind];
    const refused = stepNames.flatMap((step) =>
      Object.entries(steps[step].table).flatMap(([method, { parameters }]) =>
        complaints(
          recipe({
            [step]: {
              method,
              ...Object.fromEntries(
                needed(parameters).map((parameter) => [parameter.name, sample(parameter)]),
              ),
            },
          }),
        ),
      ),
    );
    expect(refused).toEqual([]);
  });
});

describe('finds', () => {
  it.each([
    ['a key that is misspelt', { nmae: 'Arcadia' }],
    ['a step that is misspelt', recipe({ rnak: 'dense' })],
    ['a method that is misspelt', recipe({ aggregate: 'geometrc' })],
    ['a method that is misspelt, with parameters', recipe({ aggregate: 'powr:p=2' })],
    ['a method of another step', recipe({ aggregate: { method: 'dense' } })],
    ['a parameter that is misspelt', recipe({ aggregate: { method: 'power', q: 2 } })],
    ['a parameter of another kind', recipe({ aggregate: { method: 'power', p: 'two' } })],
    ['a parameter out of range', recipe({ missing: { method: 'skip', least: 1.5 } })],
    ['a parameter that is missing', recipe({ aggregate: { method: 'power' } })],
    ['a method that is missing', recipe({ aggregate: { p: 2 } })],
    ['a number of decimals that is none', recipe({ rank: { method: 'dense', decimals: 1.5 } })],
    ['a recipe that is a list', { recipe: ['dense'] }],
    ['a year between quotation marks', { year: '2024' }],
    ['a name that is a number', { name: 2024 }],
    ['a source with a key that is misspelt', { sources: [{ titel: 'Arcadian Gazette' }] }],
    ['a scale of one rating', { scales: { mine: ['weak'] } }],
    ['a scale that is a word', { scales: { mine: 'weak' } }],
    [
      'a tier with a key that is misspelt',
      recipe({ tiers: { method: 'profile', tiers: [{ name: 'High', need: [] }, { name: 'Low' }] } }),
    ],
    ['weights that are a list', recipe({ weights: { method: 'inline', weights: [1, 2] } })],
  ])('%s, as the program does', async (_, settings) => {
    expect(await isRead(settings)).toBe(false);
    expect(complaints(settings)).not.toEqual([]);
  });
});
