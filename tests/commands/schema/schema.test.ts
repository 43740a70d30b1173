// What `cyberpower schema` prints: of each command, of settings, and all there are.
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { bundledNames } from '../../../src/input/files/files.ts';
import { refused } from '../../support/complaints.ts';
import { run } from '../../support/run.ts';
import { lines } from './calls.ts';
import { schemaOf, toldBy, validatorOf, type Keys } from './keys.ts';

vi.setConfig({ testTimeout: 30_000 }); // on a machine that does much else

const names = commands.map(({ name }) => name).filter((name) => name !== 'schema');

it('every command has a schema, and the files of settings have one', async () => {
  const { stdout } = await run(['schema', '--format', 'csv', '--fields', 'name', '--no-header']);
  expect(stdout.trim().split('\n').toSorted()).toEqual(['index', ...names].toSorted());
  expect(names.filter((name) => !lines.some(({ command }) => command === name))).toEqual([]);
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
    expect(JSON.stringify(schema)).toContain(
      `{"const":"cyberpower/${name}@${['bounds', 'explain', 'tiers', 'sensitivity', 'uncertainty'].includes(name) ? 2 : 1}"`,
    );
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
    uncertainty  the share of draws in which each country has each rank and tier
    sensitivity  how much each uncertain choice and each part of the framework moves ranks
    compare      countries side by side, who is ahead for which weights, and the least change that swaps them
    reach        the least that a country must improve to reach a rank or a tier
    check        whether the files are sound, and what differs from what was published or expected
    whatif       the ranking before and after a change of scores or weights
    fit          the weights that reproduce what was published, or what of it contradicts itself
    methods      the methods of every step, with formula, parameters and source
    editions     the bundled indices: sources, countries, framework and recipe
    problems     the codes of problems, what each means and how to fix it
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
        'problems',
        'init',
      ].map((name) => ({ name })),
    ],
  });
});

it('a name that there is not', async () => {
  expect(await refused({}, ['schema', 'edition'])).toMatchInlineSnapshot(`
    edition: error: there is no schema "edition"; did you mean "editions"? [usage/unknown-name]
      fix: the schemas are index, rank, tiers, explain, bounds, uncertainty, sensitivity, compare, reach, check, whatif, fit, methods, editions, problems and init
    exit 2
  `);
  expect(await refused({}, ['schema', 'toString'])).toMatchInlineSnapshot(`
    toString: error: there is no schema "toString" [usage/unknown-name]
      fix: the schemas are index, rank, tiers, explain, bounds, uncertainty, sensitivity, compare, reach, check, whatif, fit, methods, editions, problems and init
    exit 2
  `);
});
