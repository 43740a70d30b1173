// Files, recipes and command lines out of seeds: whatever the program is given, it keeps its promises.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { caseOf, EDITION, type Case } from './cases.ts';
import { brokenBy } from './promises.ts';

const { SEED = '1', COUNT, KEEP } = process.env;
const count = Number(COUNT ?? (process.env['MODE'] === 'fuzz' ? 100_000 : 1000));
const PER_TEST = 500;
const folder = mkdtempSync(path.join(tmpdir(), 'cyberpower-fuzz-'));
const tally = { tried: 0, done: 0 };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const first = Number(SEED);
const blocks = Array.from({ length: Math.ceil(count / PER_TEST) }, (_, i) => first + i * PER_TEST);

it.each(blocks)('cases from %i keep every promise', { timeout: 600_000 }, async (start) => {
  const failures: string[] = [];
  for (let seed = start; seed < Math.min(start + PER_TEST, first + count); seed += 1) {
    const one = await caseOf(seed);
    const broken = await tried(one);
    if (broken.length > 0)
      failures.push(
        `${seed}: ${broken.join('; ')}\n  ${one.args.map((arg) => JSON.stringify(arg)).join(' ')}`,
      );
  }
  expect(failures).toEqual([]);
});

it('a third of the cases and more are answered', () => {
  expect(tally.done / tally.tried).toBeGreaterThan(1 / 3);
});

async function tried(one: Case): Promise<string[]> {
  const home = KEEP ?? path.join(folder, String(one.seed));
  mkdirSync(home, { recursive: true });
  for (const [name, content] of Object.entries(one.files)) writeFileSync(path.join(home, name), content);
  const started = performance.now();
  const args = one.args.map((arg) => (arg === EDITION ? home : arg));
  const answer = await run(args).catch((error: unknown) => ({ code: -1, stdout: '', stderr: String(error) }));
  const broken = await brokenBy(one, answer, performance.now() - started);
  tally.tried += 1;
  if (answer.code === 0) tally.done += 1;
  if (KEEP === undefined) rmSync(home, { recursive: true, force: true });
  else
    process.stdout.write(`${answer.stdout}${answer.stderr}${JSON.stringify(args)}\n${broken.join('\n')}\n`);
  return broken;
}
