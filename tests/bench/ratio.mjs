// How much longer one command takes than another, both as whole processes.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

// Extra certificates slow bare Node down and would flatter every ratio.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** The median of the ratios of pairs that ran in turn; where there are several, the first pair warms up. */
export function ratioOf(one, other, { times, cwd }) {
  const ratios = Array.from(
    { length: times > 1 ? times + 1 : 1 },
    () => seconds(one, cwd) / seconds(other, cwd),
  );
  return median(ratios.slice(times > 1 ? 1 : 0));
}

function seconds([file, ...args], cwd) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(file, args, {
    env,
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) {
    const name = path.basename(file);
    throw new Error(`${name} ${args.join(' ')} ended with ${status ?? 'a signal'}: ${stderr.toString()}`);
  }
  return Number(process.hrtime.bigint() - start) / 1e9;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
