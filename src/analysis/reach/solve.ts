// The least change that reaches a goal: in steps where all that counts is rated, in points of the normalised
// scores elsewhere.
import { at } from '../../math/at.ts';
import { dot } from '../../math/linear/vector.ts';
import { largest, smallest, sum } from '../../math/statistics/stats.ts';
import { ProblemsError } from '../../model/problem.ts';
import { compareText } from '../../model/words.ts';
import { cheapest, type Cheapest, type LevelSearch } from '../../math/search/cheapest.ts';
import { leastRise, type Cut } from '../../math/search/least-rise.ts';
import type { MovableScore } from './movable-scores.ts';
import { noEnd } from './problems.ts';
import type { ScoreLevels } from './profile.ts';
import type { Region } from './robust.ts';

/** Answers of the same least cost, the one with the smallest total rise first: for each score its rise. */
export interface Solution {
  readonly answers: readonly (readonly number[])[];
  /** Whether these are all; else there are more, or a total can be split in other ways. */
  readonly isAll: boolean;
  readonly isProved: boolean;
}

/** Solves with some of the scores: true for those that may move. */
export type Solve = (mask: readonly boolean[]) => Solution | null;

const MOST_CUTS = 500;

/** Whether all that could help is rated, so that steps are counted. */
function isRated(scores: readonly MovableScore[], isOfUse: (score: number) => boolean): boolean {
  const useful = scores.filter(({ room }, j) => room > 0 && isOfUse(j));
  return useful.length > 0 && useful.every(({ ratings }) => ratings !== null);
}

/** Where rises add up to the index. Over a region cuts are added until no weighting misses what was found. */
export function throughCuts(
  scores: readonly MovableScore[],
  first: readonly Cut[],
  region: Region | null,
): Solve {
  const cuts = [...first];
  const areSteps = isRated(scores, (j) => cuts.some(({ gains }) => at(gains, j) > 0));
  return (mask) => {
    for (;;) {
      const solution = areSteps ? stepsThrough(scores, mask, cuts) : riseThrough(scores, mask, cuts);
      const cut = solution === null || region === null ? null : missed(solution, region);
      if (cut === null) return solution;
      if (cuts.length > MOST_CUTS) throw new ProblemsError([noEnd()]);
      cuts.push(cut);
    }
  };
}

/** A need that one of the answers does not meet. */
function missed({ answers }: Solution, region: Region): Cut | null {
  for (const rises of answers) {
    const weights = region.missedAt(rises);
    const cut = weights === null ? null : region.cutAt(weights);
    // What is missed by no more than noise cannot be cut off.
    if (cut !== null && dot(cut.gains, rises) < cut.need - 1e-10 * largest(cut.gains.map(Math.abs)))
      return cut;
  }
  return null;
}

function riseThrough(
  scores: readonly MovableScore[],
  mask: readonly boolean[],
  cuts: readonly Cut[],
): Solution | null {
  const rises = leastRise(
    cuts,
    scores.map(({ room, ratings }, j) => ({
      room: mask[j] ? room : 0,
      stops: mask[j] ? (ratings?.map(({ rise }) => rise) ?? null) : null,
    })),
  );
  if (rises === null) return null;
  const [first] = cuts;
  const isAll = first === undefined || cuts.length > 1 || sharingOf(scores, mask, first, rises).length === 0;
  return { answers: [rises], isAll, isProved: true };
}

/**
 * The scores among which a part of the total can be split as one likes, as a point is worth the same in each.
 */
export function sharingOf(
  scores: readonly MovableScore[],
  mask: readonly boolean[],
  { gains }: Cut,
  rises: readonly number[],
): number[] {
  const all = scores.map(({ room }, j) => ({ j, room, gain: at(gains, j), rise: at(rises, j) }));
  const marginal = smallest(all.filter(({ rise }) => rise > 0).map(({ gain }) => gain));
  const equal = all.filter(
    ({ j, room, gain }) => mask[j] && room > 0 && Math.abs(gain - marginal) <= 1e-12 * marginal,
  );
  const isFull = equal.every(({ rise, room }) => rise >= room);
  return equal.length < 2 || isFull ? [] : equal.map(({ j }) => j);
}

function stepsThrough(
  scores: readonly MovableScore[],
  mask: readonly boolean[],
  cuts: readonly Cut[],
): Solution | null {
  const needs = cuts.map(({ gains, need }) => ({
    least: need - 1e-11 * sum(scores.map(({ room }, j) => Math.abs(at(gains, j)) * room)),
    gains: scores.map(({ ratings }, j) => [0, ...(ratings ?? []).map(({ rise }) => rise * at(gains, j))]),
  }));
  return inSteps(scores, mask, { needs });
}

/** The fewest steps on the ratings. */
export function inSteps(
  scores: readonly MovableScore[],
  mask: readonly boolean[],
  { needs, accepts }: Pick<LevelSearch, 'needs' | 'accepts'>,
): Solution | null {
  const levels = scores.map(({ ratings }) => ratings ?? []);
  const costs = levels.map((ratings, j) => [0, ...(mask[j] ? ratings.map((_, i) => i + 1) : [])]);
  if (accepts === undefined) return solutionOf(cheapest({ costs, needs }), levels);
  // Of what is tried out one by one, a step more each time, so that few are tried where few will do.
  const most = sum(costs.map((steps) => steps.length - 1));
  for (let atMost = 1; atMost <= most; atMost += 1) {
    const found = cheapest({ costs, needs, accepts, atMost });
    if (found !== null) return solutionOf(found, levels);
  }
  return null;
}

/** The least total rise, or the fewest steps if all are rated, up to levels that meet the needs. */
export function throughLevels(
  scores: readonly MovableScore[],
  mask: readonly boolean[],
  levels: ScoreLevels,
  needs: LevelSearch['needs'],
): { cost: number; solution: Solution } | null {
  const inRatings = isRated(scores, (j) => needs.some(({ gains }) => at(gains, j).some((gain) => gain > 0)));
  const costs = levels.map((ofScore, j) => [
    0,
    ...(mask[j] ? ofScore.map(({ rise }, i) => (inRatings ? i + 1 : rise)) : []),
  ]);
  const found = cheapest({ costs, needs });
  const solution = solutionOf(found, levels);
  return found === null || solution === null ? null : { cost: found.cost, solution };
}

function solutionOf(found: Cheapest | null, levels: ScoreLevels): Solution | null {
  if (found === null || found.combinations.length === 0) return null;
  const answers = found.combinations.map((combination) =>
    combination.map((level, j) => (level === 0 ? 0 : at(at(levels, j), level - 1).rise)),
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
