// Rank acceptability (SMAA-2): in which share of the weight region each country takes each rank, and with
// which weights it is first.
import { at } from '../../math/at.ts';
import { drawsPerBlock, type AcceptabilityTask } from './acceptability-blocks.ts';
import type { Bounds } from '../bounds/bounds.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';
import { magnitude } from '../../math/linear/vector.ts';
import { largest } from '../../math/statistics/stats.ts';
import type { Runner } from './runner.ts';
import { TotalTally, type RankSummary } from './total-tally.ts';
import { inCodeOrder } from '../region/code-order.ts';
import { isIndependent, operationsOfDraw, samplingOf } from '../region/weight-sampler.ts';
import { shownPlaces, type ShownPlace } from '../../model/rows.ts';

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
  readonly ranks: readonly RankSummary[];
}

/**
 * What is no difference: a share of the largest difference in one variable, or what the kernel cannot tell,
 * as the last bits of a score, as many as number so many countries, say whose it is.
 */
function toleranceOf({ points, scale }: IndexOverRegion['index']): number {
  const greatest = points.reduce((most, point) => Math.max(most, magnitude(point)), 0);
  return Math.max(1e-12 * scale, 2 ** (Math.ceil(Math.log2(points.length)) - 51) * greatest, LEAST);
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
  const { context, sorted, restored } = inCodeOrder(robust.context);
  const points = robust.index.points.map(sorted);
  const sampling = samplingOf(robust.region, context);
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
  const total = new TotalTally(points.length, robust.index.space.codes.length, listed.length);
  await run(
    'acceptability',
    task,
    { blocks: Math.ceil(draws / task.drawsPerBlock), operations: operationsOf(task) },
    (tally) => total.add(tally),
  );
  const central = total.centralWeights().map((weights) => (weights === null ? null : restored(weights)));
  const areIndependent = isIndependent(sampling);
  return {
    draws,
    central,
    isIndependent: areIndependent,
    acceptability: total.shares(),
    standardErrors: total.standardErrors(areIndependent),
    winning: pairs ? winningShares(points.length, total, listed, relations) : null,
    confidence: shownPlaces(points).map((country) => {
      const weights = at(central, country);
      return Number(weights !== null && isFirst(robust, task.tolerance, country, weights));
    }),
    ranks: shownPlaces(points).map((country) => total.summaryOf(country)),
  };
}

/** Whether nobody is ahead of a country under some weights. */
function isFirst(
  { index: { points } }: IndexOverRegion,
  tolerance: number,
  country: ShownPlace,
  weights: readonly number[],
): boolean {
  const scores = points.map((point) => point.reduce((sum, x, j) => sum + x * at(weights, j), 0));
  return largest(scores) - at(scores, country) <= tolerance;
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

/** Who is ahead of whom in which share of the region: counted, or as the relations have it. */
function winningShares(
  n: number,
  total: TotalTally,
  pairs: readonly (readonly [number, number])[],
  relations: Bounds['relations'] | undefined,
): number[][] {
  const winning = Array.from({ length: n }, (_, a) =>
    Array.from({ length: n }, (_one, b) => Number(relations?.[a]?.[b] === 'always')),
  );
  for (const [k, [a, b]] of pairs.entries()) {
    const [aWins, bWins] = total.winsOf(k);
    at(winning, a)[b] = aWins;
    at(winning, b)[a] = bWins;
  }
  return winning;
}

/** Roughly: the scores, the sorting of them, and what drawing a weighting costs outside the kernel. */
function operationsOf({ points, pairs, sampling, draws }: AcceptabilityTask): number {
  const [n, m] = [points.length, points[0]?.length ?? 0];
  return draws * (n * m + n * Math.log2(n + 1) ** 2 + pairs.length + operationsOfDraw(sampling, m));
}
