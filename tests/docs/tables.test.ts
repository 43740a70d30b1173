// Every table in a document lists what there is, no more and no less.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { steps } from '../../src/methods/steps.ts';
import { knownScales } from '../../src/input/cells/scales.ts';
import { bundledNames } from '../../src/input/files/files.ts';
import { formOf } from '../../src/report/formats/json.ts';
import { at } from '../../src/math/at.ts';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';
import { shell } from '../support/spawn.ts';
import { textOf, withoutBlocks } from './documents.ts';

/** The rows of the table whose first heading is this, each as its cells. */
function rowsOf(document: string, heading: string): string[][] {
  const [, table = ''] =
    new RegExp(`^\\| ${heading} \\|.*\\n\\|[-|:]+\\|\\n((?:\\|.*\\n)+)`, 'm').exec(textOf(document)) ?? [];
  const rows = table.trim().split('\n');
  return rows.map((row) =>
    row
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
}

const column = (document: string, heading: string, place = 0) =>
  rowsOf(document, heading).map((row) => at(row, place));

const codeIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => at(match, 1));

it('exit codes are those that the program ends with', () => {
  const lines: Readonly<Record<string, string>> = {
    0: 'cyberpower rank',
    1: 'cyberpower rank gaps.csv',
    2: 'cyberpower rank --nosuch',
    3: 'cyberpower check kept',
    74: 'cyberpower rank > /dev/full',
  };
  const folder = folderOf({
    'gaps.csv': 'country,laws\nEstonia,\nLatvia,1\nLithuania,2\n',
    'kept/scores.csv': 'country,laws\nEstonia,1\nLatvia,2\n',
    'kept/published.csv': 'country,rank\nEstonia,1\nLatvia,2\n',
  });
  for (const [code, line] of Object.entries(lines))
    expect({ line, code: shell(line, folder).code }).toEqual({ line, code: Number(code) });
  // No line brings about a bug; and an interrupted program ends by the signal, which a shell calls 130.
  expect(column('README.md', 'exit code')).toEqual(
    [...Object.keys(lines), '70', '130'].toSorted((one, other) => Number(one) - Number(other)),
  );
});

it('regions are those of the table of regions', () => {
  const named = column('src/commands/bounds/README.md', 'region').map((cell) => at(codeIn(cell), 0));
  expect(named.map((region) => region.replace(/:.*/, ''))).toEqual(Object.keys(steps.region.table));
});

const files = new Map(
  rowsOf('data/README.md', 'file').map(([name = '', holds = '']) => [at(codeIn(name), 0), codeIn(holds)]),
);

it.each(['raters.csv', 'certain.csv', 'published.csv'])('columns of %s are read', async (file) => {
  const values: Readonly<Record<string, string>> = {
    rater: 'Ana',
    country: 'Estonia',
    indicator: 'laws',
    value: '3',
    year: '2020',
    confidence: '1',
    certain: 'yes',
    score: '0',
    rank: '2',
    tolerance: '0.5',
    tier: 'One',
  };
  const columns = (files.get(file) ?? []).filter((name) => /^[a-z]+$/.test(name) && !isOther(name));
  expect(columns.length).toBeGreaterThan(4);
  const folder = folderOf({
    'scores.csv': 'country,year,laws\nEstonia,2020,3\nLatvia,2020,4\n',
    [file]: `${columns.join(',')}\n${columns.map((name) => values[name] ?? 'words').join(',')}\n`,
  });
  const { stderr } = await run(['check', folder]);
  expect(stderr).toBe('');
});

it('columns of indicators.csv are those that are read', async () => {
  const columns = column('data/README.md', 'column')
    .flatMap(codeIn)
    .filter((name) => /^[a-z]+$/.test(name));
  const { stderr } = await run([
    'rank',
    folderOf({
      'scores.csv': 'country,laws\nEstonia,3\nLatvia,4\n',
      'indicators.csv': 'code,nosuch\nlaws,1\n',
    }),
  ]);
  const [, told = ''] = /the columns are ([a-z,\s]+)/.exec(stderr) ?? [];
  expect(columns).toEqual(told.trim().split(/,\s+|\s+and\s+/));
});

it('keys of index.json are those of its schema', async () => {
  const { stdout } = await run(['schema', 'index']);
  const schema: { readonly properties: object } = JSON.parse(stdout);
  expect(column('data/README.md', 'key').flatMap(codeIn)).toEqual(Object.keys(schema.properties));
});

it('editions are those that are bundled', () => {
  const headings = [...textOf('data/README.md').matchAll(/^### ([a-z]+-\d{4}.*)$/gm)];
  expect(headings.flatMap((match) => at(match, 1).split(' and ')).toSorted()).toEqual(bundledNames());
});

it('the rule that is shown is the one of iiss-2021', () => {
  const shown = /^```json\n(\{ "method": "profile".*?)^```$/ms.exec(textOf('data/README.md'))?.[1] ?? '';
  const settings = readFileSync('data/iiss-2021/index.json', 'utf8');
  expect(JSON.parse(settings)).toMatchObject({ recipe: { tiers: JSON.parse(shown) } });
});

it('scales that need no definition are those that are known', () => {
  const told = /^.*Known without being defined are(.*)$/m.exec(textOf('data/README.md'));
  expect(codeIn(told?.[1] ?? '').toSorted()).toEqual(knownScales.map(({ name }) => name).toSorted());
});

it('choices that vary can be passed as they are written', async () => {
  const edition = folderOf({
    'scores.csv': 'country,laws,skills,attacks\nEstonia,3,weak,1\nLatvia,4,fair,2\nPoland,1,fair,5\n',
    'raters.csv': 'rater,country,indicator,value\nAna,Estonia,laws,3\nBo,Estonia,laws,4\n',
    'indicators.csv': 'code,ratings\nlaws,\nskills,mine\nattacks,\n',
    'index.json': '{ "scales": { "mine": ["weak", "fair"] } }',
  });
  for (const choice of column('src/commands/uncertainty/README.md', 'vary').flatMap(codeIn)) {
    const { code, stderr } = await run([
      'uncertainty',
      edition,
      '--vary',
      choice,
      '--draws',
      '20',
      '--quiet',
    ]);
    expect({ choice, code, stderr }).toEqual({ choice, code: 0, stderr: '' });
  }
});

it('the map of the source names files and folders that are there', () => {
  const text = textOf('src/README.md');
  const folders = /^```\n(.*?)^```/ms.exec(text)?.[1] ?? '';
  const named = [
    ...[...folders.matchAll(/^(\S+)/gm)].map((match) => at(match, 1)),
    ...codeIn(withoutBlocks(text)).filter((name) =>
      /^(?:cli|commands|analysis|input|methods|report|model|math)\/[^\s<*]*$/.test(name),
    ),
  ];
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !existsSync(path.join('src', name)))).toEqual([]);
});

it('kinds of test stand where they are said to', () => {
  const places = column('tests/README.md', 'kind', 1).flatMap((cell) => [
    ...codeIn(cell),
    ...[...cell.matchAll(/\]\(([^)]+)\)/g)].map((match) => at(match, 1)),
  ]);
  expect(places.filter((place) => !existsSync(path.join('tests', place)))).toEqual([]);
  const inside = readdirSync('tests', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  // What tests share is no test.
  const untold = inside.filter(
    ({ name }) => name !== 'support' && !places.some((place) => place.startsWith(name)),
  );
  expect(untold.map(({ name }) => name)).toEqual([]);
});

it('the changelog tells every schema that is no longer the first', () => {
  const forms = commands.map(({ name }) => formOf(name)).filter((form) => !form.endsWith('@1'));
  expect(column('.github/CHANGELOG.md', 'schema').flatMap(codeIn).toSorted()).toEqual(forms.toSorted());
});

/** What a row of the table of files names beside columns. */
function isOther(name: string): boolean {
  return ['check', 'fit', 'all'].includes(name);
}
