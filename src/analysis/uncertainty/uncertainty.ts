// How likely is each rank and tier: what uncertain choices, made at random and all at once, do to a ranking.
import { present } from '../../math/statistics/column.ts';
import { randomOf } from '../../math/random/random.ts';
import { mean } from '../../math/statistics/stats.ts';
import type { Edition } from '../../model/edition.ts';
import { indicators } from '../../model/framework.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import type { Variation } from '../../model/vary.ts';
import {
  hasFailed,
  replicate,
  type FailedReplicate,
  type Replicate,
  type ReplicateTask,
  type ReplicateDesign,
} from './replicates.ts';
import type { Acceptability } from './acceptability.ts';
import type { Runner } from './runner.ts';

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
      all.push(...block);
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
  const sound = replicates.flatMap((one) => (hasFailed(one) ? [] : [one]));
  const reasons = replicates.flatMap((one) => (hasFailed(one) ? [one.failure] : []));
  return {
    used: sound.length,
    failures: [...new Set(reasons)]
      .map((reason) => ({ reason, count: reasons.filter((one) => one === reason).length }))
      .toSorted((a, b) => b.count - a.count),
    countries: rows.map((_, i) => spreadOf(sound, i, rows.length, tiers)),
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
    const ranks = shares.ranks[position];
    return {
      acceptability: shares.acceptability[position] ?? [],
      errors: shares.standardErrors[position] ?? [],
      mean: ranks?.mean ?? Number.NaN,
      median: ranks?.median ?? Number.NaN,
      low: ranks?.low ?? Number.NaN,
      high: ranks?.high ?? Number.NaN,
      tiers: tiers?.countries[i]?.tiers ?? null,
      unranked: position === -1 ? 1 : 0,
    };
  });
  return { countries, used: shares.draws, failures: [] };
}

function spreadOf(
  sound: readonly Replicate[],
  country: number,
  countries: number,
  tiers: number,
): RankSpread {
  const ranks = present(sound.map((one) => one.ranks[country] ?? null)).toSorted((a, b) => a - b);
  const placed = present(sound.map((one) => one.tiers[country] ?? null));
  const share = (count: number) => count / Math.max(1, sound.length);
  const acceptability = Array.from({ length: countries }, (_, r) =>
    share(ranks.filter((rank) => rank === r + 1).length),
  );
  const at = (p: number) =>
    ranks[Math.min(ranks.length - 1, Math.max(0, Math.ceil(p * ranks.length) - 1))] ?? Number.NaN;
  return {
    acceptability,
    errors: acceptability.map((p) => Math.sqrt((p * (1 - p)) / Math.max(1, sound.length))),
    mean: mean(ranks),
    median: at(0.5),
    low: at(0.05),
    high: at(0.95),
    tiers:
      tiers === 0
        ? null
        : Array.from({ length: tiers }, (_, tier) => share(placed.filter((one) => one === tier).length)),
    unranked: share(sound.length - ranks.length),
  };
}

/** What one choice does by itself, the others being as they are. */
export interface Effect {
  readonly variation: Variation;
  /** The mean over countries of how many places each moves, over the replicates that could be built. */
  readonly shift: number;
  /** Of the countries, the one that moves most on average, and by how many places. */
  readonly most: { readonly country: number; readonly places: number } | null;
  readonly failed: number;
  readonly tried: number;
}

/**
 * How much each choice moves ranks by itself: all methods of a step in turn, or so many replicates of what is
 * drawn.
 */
export async function effectsOf(
  design: ReplicateDesign,
  nominal: readonly (number | null)[],
  run: Runner,
  draws: number,
): Promise<Effect[]> {
  const effects: Effect[] = [];
  for (const [i, variation] of design.variations.entries()) {
    const alone: ReplicateDesign = { ...design, variations: [variation], seed: design.seed + 1 + i };
    const all = await replicatesOf(alone, pointsOf(variation, design, draws), run);
    const moves = all.flatMap((one) =>
      hasFailed(one)
        ? []
        : [
            one.ranks.map((rank, country) =>
              rank === null ? null : Math.abs(rank - (nominal[country] ?? rank)),
            ),
          ],
    );
    const places = design.rows.map((_, country) => mean(present(moves.map((one) => one[country] ?? null))));
    const [country] = [...places.keys()].toSorted((a, b) => (places[b] ?? 0) - (places[a] ?? 0));
    effects.push({
      variation,
      tried: all.length,
      failed: all.length - moves.length,
      shift: mean(moves.map((one) => mean(present(one)))),
      most: country === undefined ? null : { country, places: places[country] ?? 0 },
    });
  }
  return effects;
}

/** Each method once; of what is drawn, points spread evenly. */
function pointsOf(variation: Variation, { edition }: ReplicateDesign, draws: number): number[][] {
  const several =
    'choices' in variation
      ? variation.choices.length
      : variation.name === 'drop'
        ? 1 + leafCount(edition)
        : draws;
  return Array.from({ length: several }, (_, k) => [(k + 0.5) / several]);
}

function leafCount({ framework }: Edition): number {
  const count = (node: Edition['framework']): number =>
    node.children.reduce((total, child) => total + (child.kind === 'indicator' ? 1 : count(child)), 0);
  return count(framework);
}

/**
 * Tries every choice by itself before anything is run; throws with those that change nothing, or the first
 * that cannot be built at all.
 */
export function checkVariations(design: ReplicateDesign): void {
  const idle = design.variations.flatMap((variation) => idleProblem(variation, design.edition));
  if (idle.length > 0) throw new ProblemsError(idle);
  for (const variation of design.variations) {
    const points = pointsOf(variation, design, 1);
    for (const point of points) {
      const one = replicate({ ...design, variations: [variation] }, point);
      if (hasFailed(one) && 'choices' in variation)
        throw new ProblemsError([
          cannotBeBuilt(
            variation,
            variation.choices[Math.floor((point[0] ?? 0) * variation.choices.length)]?.method ?? '',
            one,
          ),
        ]);
    }
  }
}

/** A choice that has nothing to change in this edition. */
function idleProblem({ name }: Variation, { framework, raters }: Edition): Problem[] {
  const leaves = indicators(framework);
  const nothing = (what: string, fix: string): Problem[] => [
    { code: 'vary/nothing', severity: 'error', place: { argument: '--vary' }, value: name, what, fix },
  ];
  if (name === 'noise' && leaves.every(({ scale }) => scale !== null))
    return nothing(
      'there are no numbers for "noise" to move: all indicators are rated in words',
      'move ratings instead: --vary ratings=10%',
    );
  if (name === 'ratings' && leaves.every(({ scale }) => scale === null))
    return nothing(
      'there are no "ratings" to move: no indicator is rated in words',
      'move numbers instead: --vary noise=5%',
    );
  if (name !== 'raters') return [];
  if (raters === undefined)
    return nothing(
      'there are no "raters" to draw from: the edition has no raters.csv',
      'put one beside scores.csv, with the columns rater, country, indicator and value',
    );
  const isContested = leaves.some(({ column }) =>
    [...(raters.get(column)?.values() ?? [])].some((given) =>
      given.some(({ value }) => value !== given[0]?.value),
    ),
  );
  return isContested
    ? []
    : nothing(
        'there are no "raters" to draw from: none differ about any score',
        'leave raters out of what varies',
      );
}

function cannotBeBuilt({ name }: Variation, method: string, { failure }: FailedReplicate) {
  return {
    code: 'vary/nothing',
    severity: 'error',
    place: { argument: '--vary' },
    what: `with ${name} ${method} the index cannot be built: ${failure}`,
    fix: `leave ${method} out of what varies, or prepare the scores for it`,
  } as const;
}
