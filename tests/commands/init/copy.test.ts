// Copies of editions.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledNames, bundledPath } from '../../../src/input/files/files.ts';
import { workshop } from './workshop.ts';

describe('a copy', () => {
  it.each([...bundledNames(), 'tests/reference/hdi-2022'])(
    'of %s has the same ranking, and the same to be checked against',
    async (edition) => {
      const { call, ranking, there } = workshop();
      expect(await call(['init', 'FOLDER/mine', '--from', edition])).toMatchObject({ code: 0, stderr: '' });
      expect(await ranking('FOLDER/mine')).toEqual(await ranking(edition));
      const files = readdirSync(bundledNames().includes(edition) ? bundledPath(edition) : edition);
      expect(there()).toEqual([
        'mine',
        ...[...files, 'index.schema.json'].toSorted().map((file) => path.join('mine', file)),
      ]);
      const check = async (name: string) => {
        const {
          published,
          differences,
          tiers,
        }: { published?: unknown; differences?: unknown; tiers?: unknown } = JSON.parse(
          (await call(['check', name, '--format', 'json'])).stdout,
        );
        return { published, differences, tiers };
      };
      expect(await check('FOLDER/mine')).toEqual(await check(edition));
    },
  );

  it('leaves the files as they are, but for a line that names the schema', async () => {
    const yaml = '# Ours.\nname: Arcadia # the whole of it\nrecipe:\n  aggregate: sum\n';
    const files = {
      'scores.csv': '\ufeffcountry;laws\r\nFrance;3,5\r\nJapan;1\r\n',
      'indicators.csv': 'code\r\nlaws\r\n',
      'index.yaml': yaml,
    };
    const { call, read } = workshop(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`old/${name}`, text])),
    );
    await call(['init', 'FOLDER/new', '--from', 'FOLDER/old']);
    expect([read('new/scores.csv'), read('new/indicators.csv')]).toEqual([
      files['scores.csv'],
      files['indicators.csv'],
    ]);
    expect(read('new/index.yaml')).toBe(`# yaml-language-server: $schema=index.schema.json\n${yaml}`);
    // A copy of a copy has the line already.
    await call(['init', 'FOLDER/newer', '--from', 'FOLDER/new']);
    expect(read('newer/index.yaml')).toBe(read('new/index.yaml'));
  });

  it.each([
    ['with a key', '{ "name": "Arcadia" }'],
    ['with none', '{}'],
    ['over several lines', '{\n  "name": "{ Arcadia }"\n}\n'],
    ['in UTF-16', new Uint8Array(Buffer.from('\ufeff{ "name": "Arcadia" }', 'utf16le'))],
  ])('of JSON settings %s can be read', async (_, settings) => {
    const { call, read, ranking } = workshop({
      'old/scores.csv': 'country,laws\nFrance,3\nJapan,1\n',
      'old/indicators.csv': 'code\nlaws\n',
      'old/index.json': settings,
    });
    expect(await ranking('FOLDER/old')).toBeTypeOf('object');
    expect((await call(['init', 'FOLDER/new', '--from', 'FOLDER/old'])).code).toBe(0);
    expect(await ranking('FOLDER/new')).toEqual(await ranking('FOLDER/old'));
    if (typeof settings === 'string')
      expect(JSON.parse(read('new/index.json'))).toMatchObject({ $schema: 'index.schema.json' });
  });
});

describe('a copy of what several raters gave', () => {
  it('has it too', async () => {
    const raters = 'rater,country,indicator,value\nAna,France,laws,1\nBo,France,laws,2\n';
    const { call, read } = workshop({
      'old/scores.csv': 'country,laws\nFrance,1\nJapan,2\n',
      'old/raters.csv': raters,
    });
    expect((await call(['init', 'FOLDER/new', '--from', 'FOLDER/old'])).stdout).toMatch(
      /^raters\.csv +the same scores by several raters$/m,
    );
    expect(read('new/raters.csv')).toBe(raters);
  });
});
