// Columns of more values than a function takes as arguments.
import { expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

const ROWS = 150_000;
const scores = Array.from({ length: ROWS }, (_, i) => `C${i},${(i * 7919) % 1009},${(i * 104_729) % 997}`);
const content = `name,laws,skills\n${scores.join('\n')}\n`;

it.each([
  ['rank', 'my.csv'],
  ['rank', 'my.csv', '--format', 'csv', '--normalise', 'vector'],
  ['tiers', 'my.csv', '--tiers', 'quantiles:4', '--format', 'csv'],
  ['check', 'my.csv'],
  ['explain', 'C5', '--edition', 'my.csv'],
  ['compare', 'C5', 'C6', '--edition', 'my.csv'],
])(
  '%s takes a table of 150,000 rows',
  async (...args) => {
    const folder = folderOf({ 'my.csv': content });
    const called = args.map((arg) => (arg === 'my.csv' ? `${folder}/my.csv` : arg));
    const { code, stdout } = await run([...called, '--quiet']);
    expect(code).toBe(0);
    expect(stdout).not.toBe('');
  },
  120_000,
);
