// Every document says what its commands print, and names only what is there.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import manifest from '../../package.json' with { type: 'json' };
import { at, of } from '../../src/math/at.ts';
import { run } from '../support/run.ts';
import { documents, regenerate, textOf, withoutBlocks } from './documents.ts';

const texts = new Map(documents.map((document) => [document, textOf(document)]));
const programs = [...commands.map(({ name }) => name), ''];

it('there are documents for whom they serve', () => {
  expect(documents).toEqual(
    expect.arrayContaining([
      '.github/CHANGELOG.md',
      '.github/CONTRIBUTING.md',
      'README.md',
      'data/README.md',
      'src/README.md',
      'src/commands/bounds/README.md',
      'tests/README.md',
      'tests/bench/README.md',
    ]),
  );
});

describe.each(documents)('%s', (document) => {
  const text = of(texts, document);

  it('says what its commands print', { timeout: 120_000 }, async () => {
    await expect(regenerate(text)).toMatchFileSnapshot(path.resolve(document));
  });

  it('links to what is there', () => {
    const links = [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => at(match, 1));
    expect(links.filter((link) => !/^https?:/.test(link) && !isThere(document, link))).toEqual([]);
  });

  it('names scripts, commands and options that are there', async () => {
    const known = await options();
    const code = [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g), ...text.matchAll(/^ *- run: (.+)$/gm)].map(
      (match) => at(match, 1),
    );
    const calls = code.flatMap((words) => [...(/^(?:npx )?cyberpower ([a-z]+)/.exec(words)?.slice(1) ?? [])]);
    expect(calls.filter((name) => !programs.includes(name))).toEqual([]);
    const ours = code.filter((words) => /^(?:(?:npx )?cyberpower |--)/.test(words));
    const named = ours.flatMap((words) => [...words.matchAll(/(?<=^| )--[a-z-]+/g)].map(([name]) => name));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    const scripts = [...text.matchAll(/\bnpm run ([a-z]+)/g)].map((match) => at(match, 1));
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
    const tests = [...text.matchAll(/\bvitest run (tests\S*)/g)].map((match) => at(match, 1));
    expect(tests.filter((name) => !existsSync(name))).toEqual([]);
  });
});

/** Whether a link leads to a file, and to a heading in it if it names one. */
function isThere(document: string, link: string): boolean {
  const [file = '', heading] = link.split('#');
  const target = file === '' ? document : path.join(path.dirname(document), file);
  if (!existsSync(target)) return false;
  return heading === undefined || headingsOf(texts.get(target) ?? '').includes(heading);
}

/** The anchors of headings, as GitHub makes them. */
function headingsOf(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map((match) =>
    at(match, 1)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Every option that the help of any command lists. */
async function options(): Promise<Set<string>> {
  const pages = await Promise.all(programs.map((name) => run([...(name === '' ? [] : [name]), '--help'])));
  return new Set(pages.flatMap(({ stdout }) => stdout.match(/--[a-z][a-z-]*/g) ?? []));
}
