// Small random editions, computed by the program and by brute force in exact arithmetic. See README.md for
// SEED, COUNT and the rest.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { compareAll } from './compare-all.ts';
import { replay } from './findings.ts';
import { randomSample } from './generate.ts';
import { isPending } from './pending.ts';
import { filesOf } from './sample.ts';
import { summary, Tally } from './tally.ts';

const { SEED = '1', MODE, COUNT = MODE === 'fuzz' ? '500' : '50', ALL, SUMMARY, KEEP } = process.env;
const tally = new Tally();

it.each(Array.from({ length: Number(COUNT) }, (_, i) => Number(SEED) + i))(
  'edition %i is computed as by brute force',
  { timeout: 60_000 },
  async (seed) => {
    const sample = randomSample(seed);
    if (KEEP !== undefined) keep(path.join(KEEP, String(seed)), filesOf(sample));
    const findings = await compareAll(sample, folderOf(filesOf(sample)));
    tally.add(findings);
    const failed = findings.mismatches.filter(({ name }) => ALL === '1' || !isPending(name));
    if (failed.length > 0) expect.fail(replay(sample, failed));
    expect(findings.made.size).toBeGreaterThan(0);
  },
);

afterAll(() => {
  if (SUMMARY === '1') process.stdout.write(summary(tally));
});

function keep(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
}
