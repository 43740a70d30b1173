// Rank acceptability (SMAA-2): in which share of the weight region each country takes each rank, and with
// which weights it is first.
import type { Tally } from '../../math/kernel/ranking.ts';
import { drawsPerBlock, type AcceptabilityTask } from './acceptability-blocks.ts';
import type { Bounds } from '../bounds/bounds.ts';
import type { IndexOverRegion } from '../pairs/robust-index.ts';
import { magnitude } from '../../math/linear/vector.ts';
import type { Runner } from './runner.ts';
import { samplingOf, type Sampling } from '../region/weight-sampler.ts';

export interface AcceptabilityOptions {
  readonly draws: number;
  readonly seed: number;
  /** Whether to count who is ahead of whom; relations that are known already need no counting. */
  readonly pairs?: boolean;
  readonly relations?: Bounds['relations'];
}

/** Countries are counted as in the index, ranks from 0 for the first. */
export interface Acceptability {
  readonly draws: number;
  /** Whether draws do not depend on each other. */
  readonly isIndependent: boolean;
  /** `acceptability[i][r]`: the share of the region in which country i takes rank r + 1. */
  readonly acceptability: readonly (readonly number[])[];
  /** How far such a share may be off by chance: one standard error, which no share of 0 or 1 shows. */
  readonly standardErrors: readonly (readonly number[])[];
  /** `winning[a][b]`: the share in which a is strictly ahead of b; null unless asked for. */
  readonly winning: readonly (readonly number[])[] | null;
  /** The mean of the weightings under which nobody is ahead of a country; null if there was none. */
  readonly central: readonly (readonly number[] | null)[];
  /** 1 if nobody is ahead of the country under its central weights, 0 if somebody is, or if it has none. */
  readonly confidence: readonly number[];
  /** Of the rank: its mean, the least rank that half of the draws reach, and those that 5 and 95 % do. */
  readonly ranks: readonly {
    readonly mean: number;
    readonly median: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/**
 * Differences are told from 0 by this share of the largest difference in one variable, or by what the kernel
 * can tell: the last bits of a score, as many as number so many countries, say whose it is.
 */
function toleranceOf({ points, scale }: IndexOverRegion['index']): number {
  const largest = points.reduce((most, point) => Math.max(most, magnitude(point)), 0);
  return Math.max(1e-12 * scale, 2 ** (Math.ceil(Math.log2(points.length)) - 51) * largest, LEAST);
}

/** Far above the numbers that lose digits as they near 0. */
const LEAST = 1e-290;

/**
 * Draws weightings from the region and counts ranks.
 *
 *     bᵢʳ = share of the weightings under which r − 1 countries are strictly ahead of i
 *     wᵢᶜ = mean of the weightings under which none is
 *
 * Standard errors are √(b (1 − b) / draws) where draws are independent; in a walk they are those of the mean
 * of blocks, each of which begins anew. The confidence factor of Lahdelma & Salminen is the probability of
 * rank 1 under the central weights when scores are uncertain: here they are not, so it is 0 or 1. It can be 0
 * for a country that is first somewhere only where what is favourable is not convex or is averaged over few
 * draws.
 *
 * The same draws and seed give the same numbers with every runner.
 *
 * @see Lahdelma & Salminen (2001), Operations Research 49
 * @see Tervonen & Lahdelma (2007), European Journal of Operational Research 178
 */
export async function acceptability(
  robust: IndexOverRegion,
  { draws, seed, pairs = false, relations }: AcceptabilityOptions,
  run: Runner,
): Promise<Acceptability> {
  const { points } = robust.index;
  const sampling = samplingOf(robust.region, robust.context);
  const listed = pairs ? openPairs(points.length, relations) : [];
  const task: AcceptabilityTask = {
    points,
    tolerance: toleranceOf(robust.index),
    pairs: listed,
    sampling,
    seed,
    draws,
    drawsPerBlock: drawsPerBlock(sampling, draws),
  };
  const total = emptyTotal(points.length, robust.index.space.codes.length, listed.length);
  await run(
    'acceptability',
    task,
    { blocks: Math.ceil(draws / task.drawsPerBlock), operations: operationsOf(task) },
    (tally) => add(total, tally),
  );
  const central = centralWeights(total);
  return {
    draws,
    central,
    isIndependent: sampling.kind !== 'walk',
    acceptability: shares(total, (count) => count / draws),
    standardErrors: standardErrors(total, sampling),
    winning: pairs ? winningShares(total, listed, relations) : null,
    confidence: central.map((weights, i) =>
      Number(weights !== null && isFirst(robust, task.tolerance, i, weights)),
    ),
    ranks: Array.from({ length: total.n }, (_, i) => summaryOf(total, i)),
  };
}

/** The counts of all blocks so far. */
interface Total {
  readonly n: number;
  readonly m: number;
  draws: number;
  /** As in a tally; numbers above 2³² fit. */
  readonly ranks: Float64Array;
  readonly firsts: Float64Array;
  readonly wins: Float64Array;
  /** Σ over blocks of count² / draws of the block, from which the spread between blocks follows. */
  readonly squares: Float64Array;
  blocks: number;
}

function emptyTotal(n: number, m: number, pairs: number): Total {
  return {
    n,
    m,
    draws: 0,
    blocks: 0,
    ranks: new Float64Array(n * n),
    firsts: new Float64Array(n * m),
    wins: new Float64Array(2 * pairs),
    squares: new Float64Array(n * n),
  };
}

function add(total: Total, { draws, ranks, firsts, wins }: Tally): void {
  total.draws += draws;
  total.blocks += 1;
  for (const [to, from] of [
    [total.ranks, ranks],
    [total.firsts, firsts],
    [total.wins, wins],
  ] as const)
    for (let k = 0; k < to.length; k += 1) to[k] = (to[k] ?? 0) + (from[k] ?? 0);
  for (let k = 0; k < ranks.length; k += 1)
    total.squares[k] = (total.squares[k] ?? 0) + (ranks[k] ?? 0) ** 2 / draws;
}

/** A table of countries × ranks, from counts as they lie in a total. */
function shares({ n, ranks }: Total, value: (count: number, place: number) => number): number[][] {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_one, r) => value(ranks[r * n + i] ?? 0, r * n + i)),
  );
}

/**
 * Of independent draws √(b (1 − b) / draws); else by blocks k of dₖ draws √(Σ dₖ (bₖ − b)² / (blocks − 1) /
 * draws).
 */
function standardErrors(total: Total, { kind }: Sampling): number[][] {
  const { draws, blocks, squares } = total;
  return shares(total, (count, place) => {
    const share = count / draws;
    if (kind !== 'walk' || blocks < 2) return Math.sqrt((share * (1 - share)) / draws);
    return Math.sqrt(Math.max(0, (squares[place] ?? 0) - draws * share ** 2) / (blocks - 1) / draws);
  });
}

function centralWeights({ n, m, ranks, firsts }: Total): (number[] | null)[] {
  return Array.from({ length: n }, (_, i) => {
    const count = ranks[i] ?? 0;
    return count === 0 ? null : Array.from({ length: m }, (_one, j) => (firsts[i * m + j] ?? 0) / count);
  });
}

/** Whether nobody is ahead of a country under some weights. */
function isFirst(
  { index: { points } }: IndexOverRegion,
  tolerance: number,
  country: number,
  weights: readonly number[],
): boolean {
  const scores = points.map((point) => point.reduce((sum, x, j) => sum + x * (weights[j] ?? 0), 0));
  return Math.max(...scores) - (scores[country] ?? Number.NaN) <= tolerance;
}

/** The pairs that are not ordered the same way by all weightings. */
function openPairs(n: number, relations: Bounds['relations'] | undefined): [number, number][] {
  const all = Array.from({ length: n }, (_, a) =>
    Array.from({ length: n - a - 1 }, (_one, i): [number, number] => [a, a + 1 + i]),
  ).flat();
  return all.filter(
    ([a, b]) =>
      relations === undefined || relations[a]?.[b] === 'undecided' || relations[b]?.[a] === 'undecided',
  );
}

function winningShares(
  { n, draws, wins }: Total,
  pairs: readonly (readonly [number, number])[],
  relations: Bounds['relations'] | undefined,
): number[][] {
  const winning = Array.from({ length: n }, (_, a) =>
    Array.from({ length: n }, (_one, b) => Number(relations?.[a]?.[b] === 'always')),
  );
  const set = (a: number, b: number, count: number): void => {
    const row = winning[a];
    if (row !== undefined) row[b] = count / draws;
  };
  for (const [k, [a, b]] of pairs.entries()) {
    set(a, b, wins[2 * k] ?? 0);
    set(b, a, wins[2 * k + 1] ?? 0);
  }
  return winning;
}

function summaryOf({ n, draws, ranks }: Total, country: number): Acceptability['ranks'][number] {
  const counts = Array.from({ length: n }, (_, r) => ranks[r * n + country] ?? 0);
  const reached = (share: number): number => {
    let before = 0;
    return 1 + counts.findIndex((count) => (before += count) >= share * draws);
  };
  return {
    mean: counts.reduce((sum, count, r) => sum + count * (r + 1), 0) / draws,
    median: reached(0.5),
    low: reached(0.05),
    high: reached(0.95),
  };
}

/** Roughly: the scores, the sorting of them, and what drawing a weighting costs outside the kernel. */
function operationsOf({ points, pairs, sampling, draws }: AcceptabilityTask): number {
  const [n, m] = [points.length, points[0]?.length ?? 0];
  const drawing =
    sampling.kind === 'walk'
      ? 100 * m * m
      : sampling.kind === 'levels' || sampling.kind === 'mixture'
        ? 200 * m
        : 10 * m;
  return draws * (n * m + n * Math.log2(n + 1) ** 2 + pairs.length + drawing);
}
