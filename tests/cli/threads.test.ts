// Work on several threads: of the built worker, which `npm test` builds first.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { acceptability } from '../../src/analysis/uncertainty/acceptability.ts';
import {
  isWeightedSum,
  indexOverRegion,
  type IndexOverRegion,
} from '../../src/analysis/pairs/index-over-region.ts';
import { inTurn, type Runner } from '../../src/analysis/uncertainty/runner.ts';
import { randomPoints, replicatesOf } from '../../src/analysis/uncertainty/uncertainty.ts';
import { threaded } from '../../src/cli/threads.ts';
import { loadEdition } from '../../src/input/edition/load.ts';
import { build } from '../../src/methods/build.ts';
import { variationsOf } from '../../src/model/recipe.ts';
import { editionRows, resultRows } from '../../src/model/rows.ts';
import { bundled } from '../support/bundled.mjs';
import { matrixEdition, regionFrom } from '../support/robust.ts';

vi.setConfig({ testTimeout: 60_000 }); // threads start slowly on a machine that does much else

function robustOver(region: string): IndexOverRegion {
  const edition = matrixEdition();
  const robust = indexOverRegion(build(edition), regionFrom(region), resultRows(edition.countries));
  if (!isWeightedSum(robust)) throw new Error(robust.reason);
  return robust;
}

const over = async (region: string, runner: Runner) =>
  await acceptability(robustOver(region), { draws: 200_000, seed: 3, pairs: true }, runner);

it.each(['any', 'around:25%', 'order:strategy,security'])(
  '1, 2 and 3 threads give the same bytes: %s',
  async (region) => {
    const draws = region.startsWith('order') ? 5000 : 200_000;
    const texts = await Promise.all(
      [1, 2, 3].map(async (threads) =>
        JSON.stringify(
          await acceptability(robustOver(region), { draws, seed: 3, pairs: true }, threaded({ threads })),
        ),
      ),
    );
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).toBe(texts[0]);
  },
);

it('1, 2 and 3 threads give the same bytes: errors of scores', async () => {
  const { edition } = await loadEdition('iiss-2021');
  const variations = variationsOf({ region: edition.recipe.region, ratings: 0.1, drop: true });
  const design = { edition, variations, seed: 3, rows: editionRows(edition.countries) };
  const points = randomPoints(variations.length, 100, 3);
  const texts = await Promise.all(
    [1, 2, 3].map(async (threads) =>
      JSON.stringify(await replicatesOf(design, points, threaded({ threads }))),
    ),
  );
  expect(texts[0]).toBe(JSON.stringify(await replicatesOf(design, points, inTurn())));
  expect(texts[1]).toBe(texts[0]);
  expect(texts[2]).toBe(texts[0]);
});

it('the compiled kernel lies beside the built worker, by the name that it asks for', () => {
  const built: unknown = createRequire(import.meta.url)('../../dist/cli/kernel.cjs');
  expect(built).toHaveProperty('base64', expect.stringMatching(/^AGFzb/));
});

it('small work stays on the thread that asks, and gives the same', async () => {
  expect(await over('any', threaded({ threads: null }))).toEqual(await over('any', inTurn()));
});

it('progress goes up to the number of blocks', async () => {
  const told: number[] = [];
  await over('any', threaded({ threads: 2, onProgress: (done, total) => told.push(done / total) }));
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});

it('what goes wrong on a thread goes wrong where it was asked for', async () => {
  const sampling = {
    kind: 'box',
    limits: [
      { least: 0, most: 0.2 },
      { least: 0, most: 0.2 },
    ],
  } as const;
  const task = {
    points: [
      [1, 2],
      [2, 1],
    ],
    tolerance: 1e-9,
    pairs: [],
    sampling,
    seed: 1,
    draws: 100,
    drawsPerBlock: 10,
  };
  await expect(
    threaded({ threads: 2 })('acceptability', task, { blocks: 10, operations: 1e9 }, () => {}),
  ).rejects.toThrow('sums to 1');
});

it('so does what goes wrong with a result', async () => {
  const task = {
    points: [
      [1, 2],
      [2, 1],
    ],
    tolerance: 1e-9,
    pairs: [],
    sampling: { kind: 'simplex', floors: [0, 0] },
    seed: 1,
    draws: 100,
    drawsPerBlock: 10,
  } as const;
  await expect(
    threaded({ threads: 2 })('acceptability', task, { blocks: 10, operations: 1e9 }, () => {
      throw new Error('of no use');
    }),
  ).rejects.toThrow('of no use');
});

it.each([1, 2])('Ctrl-C ends it at once, however many threads compute: %i', async (threads) => {
  const file = await bundled(path.join(import.meta.dirname, '../bench/acceptability.ts'));
  const child = spawn(process.execPath, [file, '60', '20', '1000000000', String(threads), '1'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await once(child.stderr, 'data'); // the first blocks are done
  const start = performance.now();
  child.kill('SIGINT');
  // By the signal itself: a shell calls that 130.
  expect(await once(child, 'exit')).toEqual([null, 'SIGINT']);
  expect(performance.now() - start).toBeLessThan(5000);
});

/** How many threads run besides this one; the types of Node do not know of the report's threads. */
function threadsNow(): number {
  const { workers } = process.report.getReport() as { workers?: readonly unknown[] };
  return workers?.length ?? 0;
}

it('never on more threads than there are processors', async () => {
  const counts: number[] = [];
  const onProgress = () => void (counts.length === 0 && counts.push(threadsNow()));
  await over('around:25%', threaded({ threads: 500, onProgress }));
  expect(counts.filter((one) => one > availableParallelism())).toEqual([]);
  expect(counts).toHaveLength(1);
});
