// Which sets of indicators lift a country into a tier, or cost it its own?
import { at, of } from '../../math/at.ts';
import { minimalSets } from '../../math/search/minimal-sets.ts';
import { largest, sum } from '../../math/statistics/stats.ts';
import { reachableScores } from '../../methods/score-limits.ts';
import { indicators } from '../../model/framework.ts';
import type { Condition, Counted, Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';

export type Way = 'rise' | 'fall';

/** Sets of indicators: each does it, its indicators moved as far as they go, and no part of it does. */
export interface TierSets {
  /** Codes in the order of the framework; the smallest sets first, no more than twenty. */
  readonly sets: readonly (readonly string[])[];
  /** How many more there are; null if there are too many to count. */
  readonly more: number | null;
  /**
   * For each set the least raw scores that do; null where all conditions ask for one level, or to fall.
   */
  readonly levels: readonly ReadonlyMap<string, number>[] | null;
  /** The indicators that are in any set, and those that could change a condition and are in none. */
  readonly members: readonly string[];
  readonly others: readonly string[];
  /** Where any so many of the members do: how many; else null. */
  readonly anyOf: number | null;
  /** What each indicator weighs, where a single condition by unequal weights decides; else null. */
  readonly weights: ReadonlyMap<string, number> | null;
}

const MOST_SETS = 20;
/** Weights are shares that were divided, and are compared as `profile` compares them. */
const NOISE = 1e-12;

/**
 * To rise, all conditions have to be met; to fall, one of them failed.
 *
 *     S with all conditions met (some condition failed) once each indicator in S is as good (as bad) as its
 *     scale goes, and no longer so without any one of S
 *
 * A score that is missing can be filled in to rise, and cannot fall. What is out of reach on its scale is in
 * no set.
 */
export function tierSets(
  result: Result,
  row: ResultRow,
  conditions: readonly Condition[],
  way: Way,
): TierSets {
  const scores = scoresOf(result, row);
  const wanted = conditions
    .filter(({ met }) => way === 'fall' || !met)
    .map((condition) => wantedOf(scores, condition, way));
  const codes = [...scores.keys()].filter((code) => wanted.some(({ givers }) => givers.has(code)));
  const found = minimalSets({
    gains: codes.map((code) => wanted.map((one) => gainOf(one, code))),
    least: wanted.map(({ least }) => least),
    asks: way === 'rise' ? 'all' : 'any',
    most: MOST_SETS,
  });
  const sets = found.sets.map((set) => set.map((i) => at(codes, i)));
  const hasLevels = way === 'rise' && new Set(conditions.flatMap(levelsIn)).size > 1;
  return {
    sets,
    more: found.total === null ? null : found.total - sets.length,
    levels: hasLevels ? sets.map((set) => leastLevels(scores, set, wanted)) : null,
    members: codes.filter((_, i) => found.members.has(i)),
    others: codes.filter((_, i) => !found.members.has(i)),
    anyOf: found.anyOf,
    weights: unequalWeights(wanted),
  };
}

/** A raw score of a country; times its direction more is better, of the ends of its scale too. */
interface Score {
  readonly direction: 1 | -1;
  readonly isMissing: boolean;
  readonly worst: number;
  readonly best: number;
}

/** By code, in the order of the framework. */
type Scores = ReadonlyMap<string, Score>;

function scoresOf(result: Result, row: ResultRow): Scores {
  const { columns } = at(result.stages, 0);
  return new Map(
    indicators(result.framework).map((leaf) => {
      const { code, direction } = leaf;
      const { low, high } = reachableScores(result, leaf);
      const [worst, best] = direction === 1 ? [low, high] : [-high, -low];
      return [code, { direction, isMissing: at(of(columns, code), row) === null, worst, best }];
    }),
  );
}

/** A condition that is to change: by how much, and what each indicator that can gives towards it. */
interface Wanted {
  readonly condition: Condition;
  readonly least: number;
  readonly givers: ReadonlyMap<string, Giver>;
}

interface Giver {
  readonly amount: number;
  /** The score that is asked of it, directed. */
  readonly level: number;
}

function wantedOf(scores: Scores, condition: Condition, way: Way): Wanted {
  const { veto, counted, asked, contributing, lacking } = condition;
  // A need rises and a veto falls by more indicators that count; the other way round, by fewer.
  const grows = (way === 'rise') !== veto;
  const least = grows ? asked - counted - NOISE : counted - asked + 2 * NOISE;
  const givers = new Map<string, Giver>();
  for (const one of grows ? lacking : contributing) {
    const { direction, isMissing, worst, best } = of(scores, one.code);
    const level = direction * levelOf(one);
    const canMove = way === 'rise' ? best >= level : worst < level && !isMissing;
    if (canMove) givers.set(one.code, { amount: one.amount, level });
  }
  return { condition, least, givers };
}

/** What is no giver gives nothing. */
function gainOf({ givers }: Wanted, code: string): number {
  return givers.get(code)?.amount ?? 0;
}

function levelOf({ code, level }: Counted): number {
  if (level === undefined) throw new Error(`a condition asks no level of "${code}"`);
  return level;
}

function levelsIn({ contributing, lacking }: Condition): number[] {
  return [...contributing, ...lacking].map(levelOf);
}

/**
 * The least level of each indicator in a set: lowered in the order of the set as long as all is still met.
 */
function leastLevels(
  scores: Scores,
  set: readonly string[],
  wanted: readonly Wanted[],
): ReadonlyMap<string, number> {
  const asked = (code: string) =>
    wanted.flatMap(({ givers }) => givers.get(code)?.level ?? []).toSorted((a, b) => a - b);
  let reached = new Map(set.map((code) => [code, largest(asked(code))]));
  for (const code of set) {
    const lower = asked(code).map((level) => new Map([...reached, [code, level]]));
    reached = lower.find((levels) => areMet(wanted, levels)) ?? reached;
  }
  return new Map([...reached].map(([code, level]) => [code, of(scores, code).direction * level]));
}

function areMet(wanted: readonly Wanted[], reached: ReadonlyMap<string, number>): boolean {
  return wanted.every(({ least, givers }) => {
    const given = [...reached].map(([code, score]) => {
      const giver = givers.get(code);
      return giver !== undefined && score >= giver.level ? giver.amount : 0;
    });
    return sum(given) >= least;
  });
}

function unequalWeights(wanted: readonly Wanted[]): ReadonlyMap<string, number> | null {
  const [only] = wanted;
  if (only === undefined || wanted.length > 1 || only.condition.unit !== 'weight') return null;
  const all = [...only.condition.contributing, ...only.condition.lacking];
  const isEqual = all.every(({ amount }) => Math.abs(amount - at(all, 0).amount) < NOISE);
  return isEqual || only.condition.asked === 1
    ? null
    : new Map(all.map(({ code, amount }) => [code, amount]));
}
