// Small random editions, computed by the program and by brute force in exact arithmetic. SEED and COUNT say which
// and how many.
import { afterAll, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { compareAll } from './compare-all.ts';
import { replay } from './findings.ts';
import { pending } from './pending.ts';
import { filesOf } from './sample.ts';
import { randomSample } from './generate.ts';
import { summary, Tally } from './tally.ts';

const first = Number(process.env['SEED'] ?? 1);
const amount = Number(process.env['COUNT'] ?? 50);
const isStrict = process.env['ALL'] === '1';
const tally = new Tally();

it.each(Array.from({ length: amount }, (_, i) => first + i))(
  'seed %i is computed as by hand',
  async (seed) => {
    const sample = randomSample(seed);
    const findings = await compareAll(sample, folderOf(filesOf(sample)));
    tally.add(findings);
    const failed = findings.mismatches.filter(({ name }) => isStrict || !pending.has(name));
    expect(failed, replay(sample, failed)).toHaveLength(0);
  },
);

afterAll(() => {
  if (process.env['SUMMARY'] === '1') process.stdout.write(summary(tally));
});
