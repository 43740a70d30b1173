// Names that would be markup, a formula or a command, in every format of every command about countries.
import { describe, expect, it } from 'vitest';
import { formatMarkdown } from '../../src/report/formats/markdown.ts';
import { neutral } from '../../src/report/formats/delimited.ts';
import { formats } from '../../src/report/formats/index.ts';
import { folderOf } from '../support/files.ts';
import { told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

const names = ['::stop-commands::x', '=1+1', '"a\n::error ::b"', '@cmd(A1)', '-2+3'];
const scores = ['country,laws,skills,region', ...names.map((name, i) => `${name},${i + 1},${7 - i},=x`)];

const commands = [
  ['rank', 'FOLDER'],
  ['tiers', 'FOLDER', '--tiers', 'quantiles:2'],
  ['bounds', 'FOLDER', '--hasse'],
  ['bounds', 'FOLDER', '--hasse', 'mermaid'],
  ['uncertainty', 'FOLDER', '--draws', '20'],
  ['sensitivity', 'FOLDER', '--draws', '2'],
  ['compare', '::stop-commands::x', '=1+1', '-e', 'FOLDER'],
  ['explain', '::stop-commands::x', '-e', 'FOLDER'],
  ['whatif', 'weights.laws=2', '-e', 'FOLDER'],
  ['reach', '--all', '--to-rank', '1', '-e', 'FOLDER'],
  ['check', 'FOLDER'],
  ['rank', '::stop-commands::x'],
  ['::stop-commands::x'],
  ['rank', 'FOLDER', '--fields', '::stop-commands::x'],
];

describe.each(formats.map(({ name }) => name))('as %s', (format) => {
  it.each(commands)('%s %s %s begins no line with two colons', async (...args) => {
    const folder = folderOf({ 'scores.csv': `${scores.join('\n')}\n` });
    for (const terminal of [undefined, 40]) {
      const written = args.filter(Boolean).map((arg) => arg.replaceAll('FOLDER', folder));
      const { code, stdout, stderr } = await run(
        [...written, '--format', format],
        terminal === undefined ? {} : { terminal, env: { NO_COLOR: '1' } },
      );
      expect([0, 1, 2, 3]).toContain(code);
      expect(`${stdout}\n${stderr}`).not.toMatch(/^\s*::/m);
      // oxlint-disable-next-line no-control-regex -- they are what is looked for
      if (terminal !== undefined) expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0008\u000B-\u001F]/);
    }
  });
});

describe('CSV and TSV', () => {
  const rank = async (...options: string[]) => {
    const folder = folderOf({ 'scores.csv': `${scores.join('\n')}\n` });
    const { stdout } = await run(['rank', folder, '--fields', 'name,score,region', ...options]);
    return stdout;
  };

  /** The cells of each row as JSON has them, with an apostrophe where one is expected. */
  async function rowsWith(mark: string): Promise<string> {
    const { countries } = await told('rank', folderOf({ 'scores.csv': `${scores.join('\n')}\n` }));
    const cells: Readonly<Record<string, string>> = {
      '::stop-commands::x': mark === '' ? '"::stop-commands::x"' : "'::stop-commands::x",
      'a\n::error ::b': `"a\n${mark}::error ::b"`,
    };
    const rows = countries.map(
      ({ name, score }) => `${cells[name] ?? `${mark}${name}`},${score},${mark}=x\n`,
    );
    return `name,score,region\n${rows.join('')}`;
  }

  it('have an apostrophe before what a spreadsheet would compute', async () => {
    expect(await rank('--format', 'csv')).toBe(await rowsWith("'"));
    expect(await rank('--format', 'tsv')).not.toMatch(/(?:^|\t)\s*(?:[=@]|-2\+3|::)/m);
  });

  it('have text as it is with --raw', async () => {
    expect(await rank('--format', 'csv', '--raw')).toBe(await rowsWith(''));
    expect(await rank('--format', 'tsv', '--raw')).toMatch(/^=1\+1\t/m);
  });

  it('never touch numbers, nor single signs', () => {
    for (const text of ['-1', '+1.5', '-1e-5', '-.5', '-50 %', '+3%', '-', '+', '', 'a=b', '3-4', '1'])
      expect(neutral(text)).toBe(text);
    for (const text of ['=1', '+a', '-a', '@a', ' =1', '\t=1', '\r=1', '-1+1', '--', '＝1', '-1.5x'])
      expect(neutral(text)).toBe(`'${text}`);
  });

  it('pass no control character on to a terminal, and every one to a file', async () => {
    const folder = folderOf({ 'scores.csv': 'country,laws\nRuri\u001b[2Jtania,1\nSyl\u202edavia,2\n' });
    for (const format of ['csv', 'tsv']) {
      const args = ['rank', folder, '--format', format, '--quiet', '--fields', 'name'];
      expect((await run(args, { terminal: 80 })).stdout).toBe('name\nSyl<U+202E>davia\nRuri␛[2Jtania\n');
      expect((await run(args)).stdout).toBe('name\nSyl\u202edavia\nRuri\u001b[2Jtania\n');
    }
  });

  it('--replicates too', async () => {
    const folder = folderOf({ 'scores.csv': 'country,laws,skills\n=1+1,1,2\nFrance,2,1\n' });
    const first = async (...options: string[]) => {
      const args = ['uncertainty', folder, '--quiet', '--draws', '2', '--replicates', '/dev/stdout'];
      const { stdout } = await run([...args, ...options]);
      return stdout.split('\n', 1)[0];
    };
    expect(await first()).toBe("replicate,weights,failure,'=1+1,FRA");
    expect(await first('--raw')).toBe('replicate,weights,failure,=1+1,FRA');
  });
});

describe('Markdown', () => {
  const noteOf = (note: string) =>
    formatMarkdown({ command: 'rank', title: '', notes: [note], data }, { fields: null });
  const data = async () => ({});

  it.each([
    ['https://x.test/a', 'https:&#8203;//x.test/a'],
    ['see www.x.test', 'see www&#8203;.x.test'],
    ['by @octocat', 'by `@octocat`'],
    ['a@x.test', '`a@x.test`'],
    ['fixes #12, GH-3', 'fixes #&#8203;12, GH-&#8203;3'],
    ['&lt;b&gt; & co', '&amp;lt;b&amp;gt; &amp; co'],
    ['<b>~~x~~</b>', '\\<b\\>\\~\\~x\\~\\~\\</b\\>'],
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['+ a', '\\+ a'],
    ['1. a', '1\\. a'],
    ['12) a', '12\\) a'],
    ['3 countries', '3 countries'],
    ['::error::a', '∶:error::a'],
  ])('%s is text', (written, text) => {
    expect(noteOf(written)).toBe(`${text}\n`);
  });

  it('no wrap makes a line that ends the block', () => {
    for (const ticks of ['```', '````', '`````'])
      for (let length = 60; length < 90; length += 1) {
        const line = `${'x'.repeat(length)} ${ticks} **bold** ${'y'.repeat(80)}`;
        const text = formatMarkdown(
          { command: 'rank', title: '', passages: [{ lines: [line] }], notes: [], data },
          { fields: null },
        );
        const lines = text.trimEnd().split('\n');
        const fence = lines[0] ?? '';
        expect(fence).toMatch(/^`{3,}$/);
        expect(lines.at(-1)).toBe(fence);
        const closing = new RegExp(`^ {0,3}\`{${fence.length},}\\s*$`);
        expect(lines.slice(1, -1).filter((one) => closing.test(one))).toEqual([]);
      }
  });
});
