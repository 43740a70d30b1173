// `npm run faults [-- SEED [ROUNDS]]`: the built program on full disks, at closed and slow pipes and FIFOs,
// under signals at random moments, in read-only folders, with a second writer. Ends with 1 if anything does
// not hold that is promised of it.
import { fileCases } from './files.mjs';
import { streamCases } from './streams.mjs';

const [seed = '1', rounds = '60'] = process.argv.slice(2);

/** Numbers from 0 to 1 that are the same for a seed, by mulberry32. */
function numbers(start) {
  let state = start;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = numbers(Number(seed));
let cases = 0;
let failed = 0;
/** @type {AsyncIterable<readonly [string, () => Promise<string[]>]>[]} */
const groups = [streamCases(random), fileCases(random, Number(rounds))];
for (const group of groups)
  for await (const [name, attempt] of group) {
    const faults = await attempt();
    cases += 1;
    if (faults.length === 0) continue;
    failed += 1;
    console.log(`${name}\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
console.log(`seed ${seed}: ${cases} cases, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
