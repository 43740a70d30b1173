// Rank acceptability of a random matrix over all weights, timed: countries, indicators, draws, threads,
// repetitions.
import { acceptability } from '../../src/analysis/uncertainty/acceptability.ts';
import { isWeightedSum, indexOverRegion } from '../../src/analysis/pairs/index-over-region.ts';
import { threaded } from '../../src/cli/threads.ts';
import { randomOf } from '../../src/math/random/random.ts';
import { build } from '../../src/methods/build.ts';
import { editionOf } from '../support/edition.ts';
import { regionFrom } from '../support/robust.ts';
import { resultRows } from '../../src/model/rows.ts';

const [n = 15, m = 7, draws = 1e6, threads = 1, times = 3] = process.argv.slice(2).map(Number);
const random = randomOf(1, 0);
const columns = Array.from(
  { length: m },
  (_, j) => [`indicator_${j}`, Array.from({ length: n }, () => 10 * random())] as const,
);
const edition = editionOf(Object.fromEntries(columns), { recipe: { normalise: { method: 'none' } } });
const robust = indexOverRegion(build(edition), regionFrom('any'), resultRows(edition.countries));
if (!isWeightedSum(robust)) throw new Error(robust.reason);
const onProgress = (done: number, total: number) => {
  if (done === 8 || done === total) process.stderr.write(`${done} of ${total} blocks\n`);
};

for (let time = 0; time < times; time += 1) {
  const start = performance.now();
  await acceptability(robust, { draws, seed: 1 }, threaded({ threads, onProgress }));
  process.stdout.write(`${(performance.now() - start) / 1000}\n`);
}
