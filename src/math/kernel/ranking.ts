// Blocks of draws through the kernel: weightings, scores, ranks, and what is counted of them.
import { at } from '../at.ts';
import { stateOf } from '../random/random.ts';
import type { Limit } from '../random/sampling.ts';
import type { Kernel } from './kernel.ts';
import { layoutOf, type Layout } from './layout.ts';
import { largest, smallest } from '../statistics/stats.ts';

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
  const places = layoutOf(n, m, pairs.length, source.kind);
  const memory = kernel.reserve(places.end);
  writeTask(memory, places, task, order);
  const fill = weightWriter(kernel, memory, places, m, source);
  const { stride, mask, keys, weights } = places;
  return (seed, block, draws, given) => {
    begin(memory, places, seed, block);
    for (let done = 0; done < draws; done += stride) {
      const count = Math.min(stride, draws - done);
      fill(count, given);
      kernel.scores(n, m, stride, count, mask, places.points, weights, keys);
      if (pairs.length > 0)
        kernel.pairs(places.pairs, pairs.length, stride, count, tolerance, keys, places.wins);
      kernel.sort(places.network, places.comparators.length, stride, count, keys);
      kernel.tally(n, m, stride, count, mask, tolerance, keys, weights, places.ranks, places.firsts);
    }
    return readTally(memory, places, draws, order, { n, m, pairs: pairs.length });
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
  const widest = widths.indexOf(largest(widths));
  return [...all.filter((j) => j !== widest), widest];
}

/** What writes weightings for the next draws. */
function weightWriter(
  kernel: Kernel,
  memory: ArrayBuffer,
  places: Layout,
  m: number,
  source: Source,
): (count: number, given?: () => readonly number[]) => void {
  const { stride, state, limits } = places;
  const cuts = (count: number, floored: number): void => {
    kernel.uniforms(state, m - 1, stride, count, places.weights);
    kernel.sort(places.cutNetwork, places.cutComparators.length, stride, count, places.weights);
    kernel.spacings(m, stride, count, limits, 1 - floored, places.weights);
  };
  if (source.kind === 'simplex') {
    const floored = source.floors.reduce((total, floor) => total + floor, 0);
    return (count) => cuts(count, floored);
  }
  if (source.kind === 'order') {
    return (count) => {
      cuts(count, 0);
      kernel.sort(places.weightNetwork, places.weightComparators.length, stride, count, places.weights);
    };
  }
  if (source.kind === 'box') {
    return (count) => {
      if (kernel.box(state, m, stride, count, limits, MOST_TABLES, places.candidates, places.weights) === 0)
        throw new RangeError('next to nothing within the limits on weights sums to 1');
    };
  }
  const weights = new Float64Array(memory, places.weights, m * stride);
  return (count, given) => {
    if (given === undefined) throw new TypeError('no weightings are given to be counted');
    for (let draw = 0; draw < count; draw += 1)
      for (const [j, weight] of given().entries()) weights[j * stride + draw] = weight;
  };
}

/** What stays the same for all blocks. */
function writeTask(
  memory: ArrayBuffer,
  places: Layout,
  { points, pairs, source }: RankingTask,
  order: readonly number[],
): void {
  const ordered = points.map((point) => order.map((j) => at(point, j)));
  const least = order.map((_, place) => smallest(ordered.map((point) => at(point, place))));
  new Float64Array(memory, places.points).set(
    ordered.flatMap((point) => point.map((x, place) => x - at(least, place))),
  );
  for (const [place, network] of [
    [places.network, places.comparators],
    [places.cutNetwork, places.cutComparators],
    [places.weightNetwork, places.weightComparators],
    [places.pairs, pairs],
  ] as const)
    new Uint32Array(memory, place).set(network.flat());
  new Float64Array(memory, places.limits).set(limitsIn(source, order));
}

/** As the kernel reads them: of a box the least and the width of each weight, elsewhere the floors. */
function limitsIn(source: Source, order: readonly number[]): readonly number[] {
  if (source.kind === 'simplex') return source.floors;
  if (source.kind !== 'box') return order.map(() => 0);
  return order.flatMap((j) => {
    const { least, most } = at(source.limits, j);
    return [least, most - least];
  });
}

/** Starts the generators, and all counts from 0. */
function begin(memory: ArrayBuffer, places: Layout, seed: number, block: number): void {
  const state = new Uint32Array(memory, places.state, 17);
  for (let lane = 0; lane < 4; lane += 1)
    for (const [i, word] of stateOf(seed, block, lane).entries()) state[4 * i + lane] = word;
  state[16] = places.stride;
  new Uint8Array(memory, places.ranks, places.weights - places.ranks).fill(0);
}

function readTally(
  memory: ArrayBuffer,
  places: Layout,
  draws: number,
  order: readonly number[],
  { n, m, pairs }: { readonly n: number; readonly m: number; readonly pairs: number },
): Tally {
  const sums = new Float64Array(memory, places.firsts, n * m);
  const firsts = new Float64Array(n * m);
  for (let i = 0; i < n; i += 1)
    for (const [place, j] of order.entries()) firsts[i * m + j] = at(sums, i * m + place);
  return {
    draws,
    ranks: new Uint32Array(memory, places.ranks, n * n).slice(),
    firsts,
    wins: new Uint32Array(memory, places.wins, 2 * pairs).slice(),
  };
}
