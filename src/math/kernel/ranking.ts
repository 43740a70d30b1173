// Blocks of draws through the kernel: weightings, scores, ranks, and what is counted of them.
import { stateOf } from '../random/random.ts';
import type { Limit } from '../random/sampling.ts';
import type { Kernel } from './kernel.ts';
import { layoutOf, type Layout } from './layout.ts';

/** Where weightings come from: drawn by the kernel, or `given` one by one. */
export type Source =
  /** Evenly over the simplex above the floors. */
  | { readonly kind: 'simplex'; readonly floors: readonly number[] }
  /** Evenly over the simplex where weights fall in this order of variables. */
  | { readonly kind: 'order'; readonly ranked: readonly number[] }
  /** Evenly over the weightings within limits. */
  | { readonly kind: 'box'; readonly limits: readonly Limit[] }
  | { readonly kind: 'given' };

/** Plain data, so that it can be handed to another thread. */
export interface RankingTask {
  /** n × m: what each country has of each variable. */
  readonly points: readonly (readonly number[])[];
  /** Less is no difference; at least 2^(1 − 52) · 2^⌈log₂ n⌉ of the largest difference in one variable. */
  readonly tolerance: number;
  /** Whose order is to be counted. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly source: Source;
}

/** What was counted in some draws. */
export interface Tally {
  readonly draws: number;
  /** n × n: how often r countries were ahead of country i, at r · n + i. */
  readonly ranks: Uint32Array;
  /** n × m: the sum of the weightings under which nobody was ahead of country i, at i · m + j. */
  readonly firsts: Float64Array;
  /** For each pair how often the first was ahead, and how often the second. */
  readonly wins: Uint32Array;
}

/** Counts the draws of one block; `given` are its weightings, where the source is that. */
export type CountBlock = (
  seed: number,
  block: number,
  draws: number,
  given?: () => readonly number[],
) => Tally;

/** Tables of candidates of which none is accepted before a box counts as empty. */
const MOST_TABLES = 1 << 16;

/**
 * Prepares the kernel for a task. What a block gives depends on the task, the seed and the block alone.
 *
 * Scores are taken from the least of each variable, which changes no order and keeps them small: so replacing
 * their last bits moves them by no more than half the tolerance.
 */
export function ranking(kernel: Kernel, task: RankingTask): CountBlock {
  const { points, tolerance, pairs, source } = task;
  const [n, m] = [points.length, points[0]?.length ?? 0];
  const order = orderOf(source, m);
  const at = layoutOf(n, m, pairs.length, source.kind);
  const memory = kernel.reserve(at.end);
  write(memory, at, { points, pairs, source, order });
  const fill = filler(kernel, memory, at, m, source);
  return (seed, block, draws, given) => {
    begin(memory, at, seed, block);
    for (let done = 0; done < draws; done += at.stride) {
      const count = Math.min(at.stride, draws - done);
      fill(count, given);
      kernel.scores(n, m, at.stride, count, at.mask, at.points, at.weights, at.keys);
      if (pairs.length > 0)
        kernel.pairs(at.pairs, pairs.length, at.stride, count, tolerance, at.keys, at.wins);
      kernel.sort(at.network, at.comparators.length, at.stride, count, at.keys);
      kernel.tally(n, m, at.stride, count, at.mask, tolerance, at.keys, at.weights, at.ranks, at.firsts);
    }
    return read(memory, at, draws, order, { n, m, pairs: pairs.length });
  };
}

/**
 * In which order the variables lie in memory: as an order ranks them, or with the widest of a box at the end.
 */
function orderOf(source: Source, m: number): readonly number[] {
  const all = Array.from({ length: m }, (_, j) => j);
  if (source.kind === 'order') return source.ranked;
  if (source.kind !== 'box') return all;
  const widths = source.limits.map(({ least, most }) => most - least);
  const widest = widths.indexOf(Math.max(...widths));
  return [...all.filter((j) => j !== widest), widest];
}

/** Writes weightings for the next draws. */
function filler(
  kernel: Kernel,
  memory: ArrayBuffer,
  at: Layout,
  m: number,
  source: Source,
): (count: number, given?: () => readonly number[]) => void {
  const cuts = (count: number, floored: number): void => {
    kernel.uniforms(at.state, m - 1, at.stride, count, at.weights);
    kernel.sort(at.cutNetwork, at.cutComparators.length, at.stride, count, at.weights);
    kernel.spacings(m, at.stride, count, at.limits, 1 - floored, at.weights);
  };
  if (source.kind === 'simplex') {
    const floored = source.floors.reduce((total, floor) => total + floor, 0);
    return (count) => cuts(count, floored);
  }
  if (source.kind === 'order') {
    return (count) => {
      cuts(count, 0);
      kernel.sort(at.weightNetwork, at.weightComparators.length, at.stride, count, at.weights);
    };
  }
  if (source.kind === 'box') {
    return (count) => {
      if (kernel.box(at.state, m, at.stride, count, at.limits, MOST_TABLES, at.candidates, at.weights) === 0)
        throw new RangeError('next to nothing within the limits on weights sums to 1');
    };
  }
  const weights = new Float64Array(memory, at.weights, m * at.stride);
  return (count, given) => {
    for (let draw = 0; draw < count; draw += 1)
      for (const [j, weight] of (given?.() ?? []).entries()) weights[j * at.stride + draw] = weight;
  };
}

/** What stays the same for all blocks. */
function write(
  memory: ArrayBuffer,
  at: Layout,
  {
    points,
    pairs,
    source,
    order,
  }: Pick<RankingTask, 'points' | 'pairs' | 'source'> & { readonly order: readonly number[] },
): void {
  const least = order.map((j) => points.reduce((low, point) => Math.min(low, point[j] ?? 0), Infinity));
  new Float64Array(memory, at.points).set(
    points.flatMap((point) => order.map((j, place) => (point[j] ?? 0) - (least[place] ?? 0))),
  );
  for (const [place, network] of [
    [at.network, at.comparators],
    [at.cutNetwork, at.cutComparators],
    [at.weightNetwork, at.weightComparators],
    [at.pairs, pairs],
  ] as const)
    new Uint32Array(memory, place).set(network.flat());
  const limits =
    source.kind === 'box'
      ? order.flatMap((j) => {
          const { least, most } = source.limits[j] ?? { least: 0, most: 1 };
          return [least, most - least];
        })
      : source.kind === 'simplex'
        ? source.floors
        : order.map(() => 0);
  new Float64Array(memory, at.limits).set(limits);
}

/** Starts the generators, and all counts from 0. */
function begin(memory: ArrayBuffer, at: Layout, seed: number, block: number): void {
  const state = new Uint32Array(memory, at.state, 17);
  for (let lane = 0; lane < 4; lane += 1)
    for (const [i, word] of stateOf(seed, block, lane).entries()) state[4 * i + lane] = word;
  state[16] = at.stride;
  new Uint8Array(memory, at.ranks, at.weights - at.ranks).fill(0);
}

function read(
  memory: ArrayBuffer,
  at: Layout,
  draws: number,
  order: readonly number[],
  { n, m, pairs }: { readonly n: number; readonly m: number; readonly pairs: number },
): Tally {
  const sums = new Float64Array(memory, at.firsts, n * m);
  const firsts = new Float64Array(n * m);
  for (let i = 0; i < n; i += 1)
    for (const [place, j] of order.entries()) firsts[i * m + j] = sums[i * m + place] ?? 0;
  return {
    draws,
    ranks: new Uint32Array(memory, at.ranks, n * n).slice(),
    firsts,
    wins: new Uint32Array(memory, at.wins, 2 * pairs).slice(),
  };
}
