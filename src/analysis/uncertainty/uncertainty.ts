// In which share of draws each rank and tier comes out: what uncertain choices, made at random and all at
// once, do to a ranking.
import { at } from '../../math/at.ts';
import { present } from '../../math/statistics/column.ts';
import { randomOf } from '../../math/random/random.ts';
import { mean } from '../../math/statistics/stats.ts';
import {
  hasFailed,
  isBuilt,
  type FailedReplicate,
  type Replicate,
  type ReplicateTask,
  type ReplicateDesign,
} from './replicates.ts';
import type { Acceptability } from './acceptability.ts';
import type { Runner } from './runner.ts';
import { shownPlaces, type ShownPlace } from '../../model/rows.ts';

/** How the ranks of a country are spread. */
export interface RankSpread {
  /** How often it had each rank, the first one first, as a share of the replicates that count. */
  readonly acceptability: readonly number[];
  /** Monte Carlo standard errors of these shares. */
  readonly errors: readonly number[];
  readonly mean: number;
  readonly median: number;
  /** Nine replicates in ten lie between these, a twentieth below and a twentieth above. */
  readonly low: number;
  readonly high: number;
  /** The share of replicates in each tier; null without tiers. */
  readonly tiers: readonly number[] | null;
  /** The share of replicates in which it was not ranked. */
  readonly unranked: number;
}

export interface Failure {
  readonly reason: string;
  readonly count: number;
}

export interface Uncertainty {
  /** In the order of the design's rows. */
  readonly countries: readonly RankSpread[];
  readonly used: number;
  readonly failures: readonly Failure[];
}

/** So many replicates are built before another thread is given the next. */
const PER_BLOCK = 16;
/** What building one score of one country takes, roughly, in elementary operations. */
const OPERATIONS = 3000;

/** The replicates of all points, in their order. */
export async function replicatesOf(
  design: ReplicateDesign,
  points: readonly (readonly number[])[],
  run: Runner,
): Promise<(Replicate | FailedReplicate)[]> {
  const all: (Replicate | FailedReplicate)[] = [];
  const size = design.rows.length * design.edition.columns.size * OPERATIONS;
  const task: ReplicateTask = { design: portable(design), points, perBlock: PER_BLOCK };
  await run(
    'replicates',
    task,
    { blocks: Math.ceil(points.length / PER_BLOCK), operations: points.length * size },
    (block) => {
      for (const one of block) all.push(one);
    },
  );
  return all;
}

/** Without what no replicate needs and what cannot be handed to another thread. */
function portable(design: ReplicateDesign): ReplicateDesign {
  const { placeOf, ...edition } = design.edition;
  return placeOf === undefined && edition.inputs.length === 0
    ? design
    : { ...design, edition: { ...edition, inputs: [] } };
}

/** The points of a Monte Carlo analysis: each replicate has numbers of its own, whatever others there are. */
export function randomPoints(variations: number, replicates: number, seed: number): number[][] {
  return Array.from({ length: replicates }, (_, i) => {
    const random = randomOf(seed, i);
    return Array.from({ length: variations }, () => random());
  });
}

/**
 * Summarises replicates: for each country how often it had which rank and tier.
 *
 *     acceptability of rank r = replicates with that rank / replicates that could be built
 *
 * @see Saisana, Saltelli & Tarantola (2005), JRSS A 168; Tervonen & Lahdelma (2007), EJOR 178
 */
export function summarise(
  { rows }: ReplicateDesign,
  replicates: readonly (Replicate | FailedReplicate)[],
  tiers: number,
): Uncertainty {
  const built = replicates.filter(isBuilt);
  const reasons = replicates.filter(hasFailed).map(({ failure }) => failure);
  return {
    used: built.length,
    failures: [...new Set(reasons)]
      .map((reason) => ({ reason, count: reasons.filter((one) => one === reason).length }))
      .toSorted((a, b) => b.count - a.count),
    countries: shownPlaces(rows).map((country) => spreadOf(built, country, rows.length, tiers)),
  };
}

/**
 * The same from counted weightings; tiers, if there are any, from replicates. `positions` are those of the
 * countries in the index, −1 without one.
 */
export function spreadsFrom(
  positions: readonly number[],
  shares: Acceptability,
  tiers: Uncertainty | null,
): Uncertainty {
  const countries = positions.map((position, i): RankSpread => {
    const ofTiers = tiers === null ? null : at(tiers.countries, i).tiers;
    return position === -1
      ? { ...UNRANKED, tiers: ofTiers }
      : {
          acceptability: at(shares.acceptability, position),
          errors: at(shares.standardErrors, position),
          ...at(shares.ranks, position),
          tiers: ofTiers,
          unranked: 0,
        };
  });
  return { countries, used: shares.draws, failures: [] };
}

/** Of a country that no replicate ranks. */
const UNRANKED: RankSpread = {
  acceptability: [],
  errors: [],
  mean: Number.NaN,
  median: Number.NaN,
  low: Number.NaN,
  high: Number.NaN,
  tiers: null,
  unranked: 1,
};

function spreadOf(
  built: readonly Replicate[],
  country: ShownPlace,
  countries: number,
  tiers: number,
): RankSpread {
  const ranks = present(built.map((one) => at(one.ranks, country))).toSorted((a, b) => a - b);
  const tiersTaken = present(built.map((one) => at(one.tiers, country)));
  const share = (count: number) => count / Math.max(1, built.length);
  const sharesOf = (taken: readonly number[], first: number, length: number) =>
    Array.from({ length }, (_, i) => share(taken.filter((one) => one === first + i).length));
  const acceptability = sharesOf(ranks, 1, countries);
  return {
    acceptability,
    errors: acceptability.map((p) => Math.sqrt((p * (1 - p)) / Math.max(1, built.length))),
    mean: mean(ranks),
    median: reachedBy(ranks, 0.5),
    low: reachedBy(ranks, 0.05),
    high: reachedBy(ranks, 0.95),
    tiers: tiers === 0 ? null : sharesOf(tiersTaken, 0, tiers),
    unranked: share(built.length - ranks.length),
  };
}

/** The least of the sorted ranks that a share of the replicates reach; NaN without any. */
function reachedBy(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
