// Which way to solve there is for a goal, the index being what it is.
import { at, of } from '../../math/at.ts';
import { present } from '../../math/statistics/column.ts';
import { leastRoundedTo, roundTo } from '../../math/statistics/rounding.ts';
import { largest, smallest, sum } from '../../math/statistics/stats.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { isLinear, linearIndex } from '../region/linear-index.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';
import { greatest } from '../region/weight-region.ts';
import { isMet, type Goal } from './aim.ts';
import type { Cut } from '../../math/search/least-rise.ts';
import type { MovableScore } from './movable-scores.ts';
import { fieldOf, standingFrozen } from './outcome.ts';
import { notAdditive, weightsCount, weightsMove } from './problems.ts';
import type { ResultRow } from '../../model/rows.ts';
import { conditionNeeds, conditionsWith, scoreLevelsOf } from './profile.ts';
import { regionFor, type Region } from './robust.ts';
import { inSteps, throughCuts, throughLevels, type Solution, type Solve } from './solve.ts';
import { areGains, unroundedValue, gainsOf } from './gains.ts';

/** What solves a goal, and what is told of it beside the answers. */
export interface Solver {
  readonly solve: Solve;
  readonly region: Region | null;
  readonly cut: Cut | null;
  /** Whether a score gets the country nearer. */
  readonly useful: (score: number) => boolean;
}

/**
 * How a goal is solved: by the conditions of its tiers, over a region of weights, by what rises are worth, or
 * rating by rating.
 */
export function solverFor(
  result: Result,
  row: ResultRow,
  scores: readonly MovableScore[],
  goal: Goal,
  robust: IndexOverRegion | null,
  isWeightedSum: boolean,
): Solver {
  if ('rules' in goal) return profileSolver(result, row, scores, goal, isWeightedSum);
  if (result.countryWeights !== null) throw new ProblemsError([weightsMove(result.recipe)]);
  if (robust !== null) {
    const region = regionFor(result, row, scores, robust, goal);
    if ('categories' in region) throw new ProblemsError([notAdditive(region, result.recipe)]);
    const { nominal } = robust.index.space;
    const cut = region.cutAt(robust.isNominalInside ? nominal : greatest(robust.polytope, nominal).weights);
    return { solve: throughCuts(scores, [cut], region), region, cut, useful: (j) => at(cut.gains, j) > 0 };
  }
  const needed = neededFor(result, row, goal);
  const need = needed - unroundedValue(result, row, result.framework);
  const gains = gainsOf(result, row, result.framework, scores);
  if (areGains(gains)) {
    const cut = { gains, need };
    return { solve: throughCuts(scores, [cut], null), region: null, cut, useful: (j) => at(gains, j) > 0 };
  }
  if (scores.some(({ room, ratings }) => room > 0 && ratings === null))
    throw new ProblemsError([notAdditive(gains, result.recipe)]);
  return {
    solve: ratedSolver(result, row, scores, goal, needed),
    region: null,
    cut: null,
    useful: () => true,
  };
}

/**
 * What the index has to be: the cut-off, or that of the country at the rank, to its last digits as a tie with
 * it will do, or what is rounded to as much where ranks are of rounded scores; nothing if there are fewer.
 */
function neededFor(result: Result, row: ResultRow, aim: Exclude<Goal, { rules: unknown }>): number {
  if ('cut' in aim) return aim.cut;
  const others = fieldOf(result, row).filter((other) => other !== row);
  const values = present(others.map((other) => at(result.index, other))).toSorted((a, b) => b - a);
  const value = values[aim.rank - 1];
  if (value === undefined) return -Infinity;
  if ('decimals' in aim) return leastRoundedTo(roundTo(value, aim.decimals), aim.decimals);
  const holders = others.filter((other) => at(result.index, other) === value);
  return largest(holders.map((other) => unroundedValue(result, other, result.framework)));
}

/**
 * Under means that are sums after a transform, levels add up there; under all others each combination is
 * tried out.
 */
function ratedSolver(
  result: Result,
  row: ResultRow,
  scores: readonly MovableScore[],
  goal: Goal,
  needed: number,
): Solve {
  const index = linearIndex(result, 'all', fieldOf(result, row));
  if (!isLinear(index)) {
    const accepts = (levels: readonly number[]) =>
      isMet(result, goal, standingFrozen(result, row, scores, risesTo(scores, levels)));
    return (mask) => inSteps(scores, mask, { needs: [], accepts });
  }
  const { codes, nominal } = index.space;
  const valueWith = (code: string, rise: number) =>
    index.value((at(of(result.scores, code), row) ?? Number.NaN) + rise);
  const gainOf = (effects: ReadonlyMap<string, number>, rise: number) =>
    sum(
      codes.map((code, i) => {
        const gain = valueWith(code, rise * (effects.get(code) ?? 0)) - valueWith(code, 0);
        return at(nominal, i) * at(index.factors, i) * gain;
      }),
    );
  const gains = scores.map(({ ratings, effects }) => [
    0,
    ...(ratings ?? []).map(({ rise }) => gainOf(effects, rise)),
  ]);
  const short = index.value(needed) - index.value(at(result.index, row) ?? Number.NaN);
  return (mask) =>
    inSteps(scores, mask, { needs: [{ least: short - 1e-11 * (1 + Math.abs(short)), gains }] });
}

/** The rise of each score up to a level, 0 being where it is. */
function risesTo(scores: readonly MovableScore[], levels: readonly number[]): number[] {
  return levels.map((level, j) => (level === 0 ? 0 : at(at(scores, j).ratings ?? [], level - 1).rise));
}

/** Solves the conditions of a tier and those of all better ones, of which any will do. */
function profileSolver(
  result: Result,
  row: ResultRow,
  scores: readonly MovableScore[],
  { rules, tier }: Extract<Goal, { rules: unknown }>,
  isWeightedSum: boolean,
): Solver {
  const tiers = Array.from({ length: Math.min(tier, rules.length - 2) + 1 }, (_, t) => t);
  if (
    isWeightedSum &&
    tiers.some((t) =>
      conditionsWith(result, row, t, null).some(({ unit, asked }) => unit === 'weight' && asked < 1 - 1e-12),
    )
  )
    throw new ProblemsError([weightsCount()]);
  const levels = scoreLevelsOf(rules, scores);
  const needs = tiers.map((t) => conditionNeeds(result, row, t, scores, levels));
  const solve: Solve = (mask) => {
    const found = needs.flatMap((ofTier) => throughLevels(scores, mask, levels, ofTier) ?? []);
    const least = smallest(found.map(({ cost }) => cost));
    const best = found
      .filter(({ cost }) => cost <= least + 1e-9 * (1 + least))
      .map(({ solution }) => solution);
    return best.length === 0 ? null : together(best);
  };
  return { solve, region: null, cut: null, useful: () => true };
}

/** The answers for several tiers, each once. */
function together(solutions: readonly Solution[]): Solution {
  const answers = new Map(
    solutions.flatMap((one) => one.answers.map((rises) => [rises.join(), rises] as const)),
  );
  return {
    answers: [...answers.values()],
    isAll: solutions.every(({ isAll }) => isAll),
    isProved: solutions.every(({ isProved }) => isProved),
  };
}
