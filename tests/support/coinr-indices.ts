// COINr estimates Sobol' indices from the evaluations at a, b and ab only; ours also use those at ba.
import { deviation, mean } from '../../src/math/statistics/stats.ts';

interface Indices {
  readonly first: number;
  readonly total: number;
}

/**
 * What our estimates for one input must be, from COINr's and from the evaluations that it does not use.
 *
 *     COINr:  S = mean of f(b) (f(ab) − f(a)) / V,  T = mean of (f(a) − f(ab))² / 2V,  V of f(a) and f(b) only
 *     ours:   S = mean of (f(b) − f(ba)) (f(ab) − f(a)) / 2W,
 *             T = mean of [(f(a) − f(ab))² + (f(b) − f(ba))²] / 4W,  W of all evaluations, cut off at 0 and 1
 */
export function fromCoinr(
  blocks: readonly (readonly number[])[],
  inputs: number,
  input: number,
  coinr: Indices,
): Indices {
  const parts = blocks.map((block) => {
    const place = (i: number) => block[i] ?? Number.NaN;
    return { a: place(0), b: place(1), ab: place(2 + input), ba: place(2 + inputs + input) };
  });
  const theirs = deviation(parts.flatMap(({ a, b }) => [a, b])) ** 2;
  const all = blocks.flat();
  const centre = mean(all);
  const ours = mean(all.map((y) => (y - centre) ** 2));
  const rest = mean(parts.map(({ a, ab, ba }) => ba * (ab - a)));
  const other = mean(parts.map(({ b, ba }) => (b - ba) ** 2));
  const share = (value: number) => Math.min(1, Math.max(0, value));
  return {
    first: share((coinr.first * theirs - rest) / (2 * ours)),
    total: share((2 * coinr.total * theirs + other) / (4 * ours)),
  };
}
