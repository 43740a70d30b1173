// The least change that reaches a goal: in steps where all that counts is rated, in points of the normalised
// scores elsewhere.
import { dot } from '../../math/linear/vector.ts';
import { sum } from '../../math/statistics/stats.ts';
import { ProblemsError } from '../../model/problem.ts';
import { compareText } from '../../model/words.ts';
import { cheapest, type Cheapest, type Ladders } from './search.ts';
import { leastRise, type Cut } from './least-rise.ts';
import type { Lever } from './levers.ts';
import { noEnd } from './problems.ts';
import type { Rungs } from './profile.ts';
import type { Region } from './robust.ts';

/** Answers of the same least cost, the one with the smallest total rise first: for each lever its rise. */
export interface Solution {
  readonly answers: readonly (readonly number[])[];
  /** Whether these are all; else there are more, or a total can be split in other ways. */
  readonly isAll: boolean;
  readonly isProved: boolean;
}

/** Solves with some of the levers: true for those that may move. */
export type Solve = (mask: readonly boolean[]) => Solution | null;

const MOST_CUTS = 500;

/** Whether all that could help is rated, so that steps are counted. */
function isRated(levers: readonly Lever[], isOfUse: (lever: number) => boolean): boolean {
  const useful = levers.filter(({ room }, j) => room > 0 && isOfUse(j));
  return useful.length > 0 && useful.every(({ stops }) => stops !== null);
}

/** Where rises add up to the index. Over a region cuts are added until no weighting misses what was found. */
export function throughCuts(levers: readonly Lever[], first: readonly Cut[], region: Region | null): Solve {
  const cuts = [...first];
  const inSteps = isRated(levers, (j) => cuts.some(({ gains }) => (gains[j] ?? 0) > 0));
  return (mask) => {
    for (;;) {
      const solution = inSteps ? stepsThrough(levers, mask, cuts) : riseThrough(levers, mask, cuts);
      const cut = solution === null || region === null ? null : missed(solution, region);
      if (cut === null) return solution;
      if (cuts.length > MOST_CUTS) throw new ProblemsError([noEnd()]);
      cuts.push(cut);
    }
  };
}

/** A need that one of the answers does not meet. */
function missed({ answers }: Solution, { missedAt, cutAt }: Region): Cut | null {
  for (const rises of answers) {
    const weights = missedAt(rises);
    const cut = weights === null ? null : cutAt(weights);
    // What is missed by no more than noise cannot be cut off.
    if (cut !== null && dot(cut.gains, rises) < cut.need - 1e-10 * Math.max(...cut.gains.map(Math.abs)))
      return cut;
  }
  return null;
}

function riseThrough(
  levers: readonly Lever[],
  mask: readonly boolean[],
  cuts: readonly Cut[],
): Solution | null {
  const rises = leastRise(
    cuts,
    levers.map(({ room, stops }, j) => ({
      room: mask[j] ? room : 0,
      stops: mask[j] ? (stops?.map(({ rise }) => rise) ?? null) : null,
    })),
  );
  return rises === null
    ? null
    : {
        answers: [rises],
        isAll: cuts.length > 1 || sharingOf(levers, mask, cuts[0], rises).length === 0,
        isProved: true,
      };
}

/**
 * The levers among which a part of the total can be split as one likes, as a point is worth the same in each.
 */
export function sharingOf(
  levers: readonly Lever[],
  mask: readonly boolean[],
  cut: Cut | undefined,
  rises: readonly number[],
): number[] {
  const moving = [...levers.keys()].filter((j) => (rises[j] ?? 0) > 0);
  const gainOf = (j: number) => cut?.gains[j] ?? 0;
  const marginal = Math.min(...moving.map(gainOf));
  const equal = [...levers.keys()].filter(
    (j) => mask[j] && (levers[j]?.room ?? 0) > 0 && Math.abs(gainOf(j) - marginal) <= 1e-12 * marginal,
  );
  const isFull = equal.every((j) => (rises[j] ?? 0) >= (levers[j]?.room ?? 0));
  return equal.length < 2 || isFull ? [] : equal;
}

function stepsThrough(
  levers: readonly Lever[],
  mask: readonly boolean[],
  cuts: readonly Cut[],
): Solution | null {
  const needs = cuts.map(({ gains, need }) => ({
    least: need - 1e-11 * sum(levers.map(({ room }, j) => Math.abs(gains[j] ?? 0) * room)),
    gains: levers.map(({ stops }, j) => [0, ...(stops ?? []).map(({ rise }) => rise * (gains[j] ?? 0))]),
  }));
  return inSteps(levers, mask, { needs });
}

/** The fewest steps on the ratings. */
export function inSteps(
  levers: readonly Lever[],
  mask: readonly boolean[],
  { needs, accepts }: Pick<Ladders, 'needs' | 'accepts'>,
): Solution | null {
  const rungs = levers.map(({ stops }) => stops ?? []);
  const costs = rungs.map((own, j) => [0, ...(mask[j] ? own.map((_, i) => i + 1) : [])]);
  if (accepts === undefined) return solutionOf(cheapest({ costs, needs }), rungs);
  // Of what is tried out one by one, a step more each time, so that few are tried where few will do.
  const most = sum(costs.map((own) => own.length - 1));
  for (let atMost = 1; atMost <= most; atMost += 1) {
    const found = cheapest({ costs, needs, accepts, atMost });
    if (found !== null) return solutionOf(found, rungs);
  }
  return null;
}

/** The least total rise, or the fewest steps if all are rated, to rungs that meet the needs. */
export function toRungs(
  levers: readonly Lever[],
  mask: readonly boolean[],
  rungs: Rungs,
  needs: Ladders['needs'],
): { cost: number; solution: Solution } | null {
  const inRatings = isRated(levers, (j) =>
    needs.some(({ gains }) => (gains[j] ?? []).some((gain) => gain > 0)),
  );
  const costs = rungs.map((own, j) => [
    0,
    ...(mask[j] ? own.map(({ rise }, i) => (inRatings ? i + 1 : rise)) : []),
  ]);
  const found = cheapest({ costs, needs });
  const solution = solutionOf(found, rungs);
  return found === null || solution === null ? null : { cost: found.cost, solution };
}

function solutionOf(found: Cheapest | null, rungs: Rungs): Solution | null {
  if (found === null || found.combinations.length === 0) return null;
  const answers = found.combinations.map((levels) =>
    levels.map((level, j) => (level === 0 ? 0 : (rungs[j]?.[level - 1]?.rise ?? Number.NaN))),
  );
  // Of equal totals those that raise what stands first in the framework.
  const keyed = answers.map((rises) => ({
    rises,
    total: sum(rises),
    key: rises.map((rise) => (rise > 0 ? 'a' : 'b')).join(''),
  }));
  return {
    answers: keyed
      .toSorted((a, b) =>
        Math.abs(a.total - b.total) > 1e-9 * b.total ? a.total - b.total : compareText(a.key, b.key),
      )
      .map(({ rises }) => rises),
    isAll: found.isAll,
    isProved: found.isProved,
  };
}
