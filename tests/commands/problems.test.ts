// What `cyberpower problems` lists, and what it says of a name that it does not know.
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { codesOfProblems } from '../../src/model/problems/index.ts';
import { refused } from '../support/complaints.ts';
import { run } from '../support/run.ts';

interface Listed {
  readonly codes: readonly { readonly code: string; readonly group: string }[];
}

async function codesOf(...args: readonly string[]): Promise<string[]> {
  const { code, stdout, stderr } = await run(['problems', ...args, '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { codes }: Listed = JSON.parse(stdout);
  return codes.map((one) => one.code);
}

it('lists every code', async () => {
  expect(await codesOf()).toEqual(codesOfProblems);
});

it('lists the codes of a group', async () => {
  expect(await codesOf('tiers')).toEqual(codesOfProblems.filter((code) => code.startsWith('tiers/')));
});

it('knows a code by its name, and as it stands in a message', async () => {
  expect(await codesOf('scores/missing')).toEqual(['scores/missing']);
  expect(await codesOf('[scores/missing]')).toEqual(['scores/missing']);
});

it('says of every code what it means, why it matters and how to mend it, with an example', async () => {
  for (const code of codesOfProblems) {
    const { stdout } = await run(['problems', code]);
    expect(stdout.split('\n').filter((line) => /^(?:Why|How|Example)/.test(line))).toEqual([
      'Why it matters',
      'How to fix it',
      expect.stringMatching(/^Example: cyberpower /),
    ]);
  }
});

it('stands under the question of the methods', () => {
  const questions = ['methods', 'problems'].map(
    (name) => commands.find((one) => one.name === name)?.question,
  );
  expect(new Set(questions)).toEqual(new Set(['What is available?']));
});

describe('a name that is none', () => {
  it('is met with the nearest code', async () => {
    expect(await refused({}, ['problems', 'scores/not-a-numbr'])).toMatchInlineSnapshot(`
      scores/not-a-numbr: error: there is no problem "scores/not-a-numbr"; did you mean "scores/not-a-number"? [usage/unknown-name]
        fix: the groups are files, csv, io, scores, framework, weights, raters, certain, recipe, tiers, region, vary, usage, reach, whatif, fit, published and check; "cyberpower problems" lists their codes
      exit 2
    `);
  });

  it('is met with the nearest group', async () => {
    expect(await refused({}, ['problems', 'wieghts'])).toMatchInlineSnapshot(`
      wieghts: error: there is no problem "wieghts"; did you mean "weights"? [usage/unknown-name]
        fix: the groups are files, csv, io, scores, framework, weights, raters, certain, recipe, tiers, region, vary, usage, reach, whatif, fit, published and check; "cyberpower problems" lists their codes
      exit 2
    `);
  });
});
