// Which way to solve there is for a goal, the index being what it is.
import { sum } from '../../math/statistics/stats.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { isLinear, linearIndex } from '../region/linear-index.ts';
import type { IndexOverRegion } from '../pairs/robust-index.ts';
import { greatest } from '../region/weight-region.ts';
import { isMet, type Goal } from './aim.ts';
import type { Cut } from './least-rise.ts';
import type { Lever } from './levers.ts';
import { fieldOf, frozen } from './outcome.ts';
import { notStraight, weightsCount, weightsMove } from './problems.ts';
import { conditionNeeds, conditionsWith, rungsOf } from './profile.ts';
import { regionFor, type Region } from './robust.ts';
import { inSteps, throughCuts, toRungs, type Solution, type Solve } from './solve.ts';
import { isStraight, unroundedValue, worthOf } from './worth.ts';

interface Solver {
  readonly solve: Solve;
  readonly region: Region | null;
  readonly cut: Cut | null;
  /** Whether a lever gets the country nearer. */
  readonly useful: (lever: number) => boolean;
}

/**
 * How a goal is solved: by the conditions of its tiers, over a region of weights, by what rises are worth, or
 * rating by rating.
 */
export function solverFor(
  result: Result,
  row: number,
  levers: readonly Lever[],
  goal: Goal,
  robust: IndexOverRegion | null,
  isWeightedSum: boolean,
): Solver {
  if ('rules' in goal) return profileSolver(result, row, levers, goal, isWeightedSum);
  if (result.countryWeights !== null) throw new ProblemsError([weightsMove(result.recipe)]);
  if (robust !== null) {
    const region = regionFor(result, row, levers, robust, goal);
    if ('bent' in region) throw new ProblemsError([notStraight(region, result.recipe)]);
    const { nominal } = robust.index.space;
    const cut = region.cutAt(robust.isNominalInside ? nominal : greatest(robust.polytope, nominal).weights);
    return { solve: throughCuts(levers, [cut], region), region, cut, useful: (j) => (cut.gains[j] ?? 0) > 0 };
  }
  const needed =
    'cut' in goal
      ? goal.cut
      : (fieldOf(result, row)
          .filter((other) => other !== row)
          .map((other) => result.index[other] ?? Number.NaN)
          .toSorted((a, b) => b - a)[goal.rank - 1] ?? -Infinity);
  const need = needed - unroundedValue(result, row, result.framework);
  const worth = worthOf(result, row, result.framework, levers);
  if (isStraight(worth)) {
    const cut = { gains: worth, need };
    return { solve: throughCuts(levers, [cut], null), region: null, cut, useful: (j) => (worth[j] ?? 0) > 0 };
  }
  if (levers.some(({ room, stops }) => room > 0 && stops === null))
    throw new ProblemsError([notStraight(worth, result.recipe)]);
  return {
    solve: ratedSolver(result, row, levers, goal, needed),
    region: null,
    cut: null,
    useful: () => true,
  };
}

/**
 * Under means that are sums after a transform, rungs add up there; under all others each combination is tried
 * out.
 */
function ratedSolver(
  result: Result,
  row: number,
  levers: readonly Lever[],
  goal: Goal,
  needed: number,
): Solve {
  const index = linearIndex(result, 'all', fieldOf(result, row));
  if (!isLinear(index)) {
    const accepts = (levels: readonly number[]) =>
      isMet(
        result,
        goal,
        frozen(
          result,
          row,
          levers,
          levels.map((level, j) => (level === 0 ? 0 : (levers[j]?.stops?.[level - 1]?.rise ?? 0))),
        ),
      );
    return (mask) => inSteps(levers, mask, { needs: [], accepts });
  }
  const at = (code: string, rise: number) =>
    index.value((result.scores.get(code)?.[row] ?? Number.NaN) + rise);
  const gains = levers.map(({ stops, effects }) => [
    0,
    ...(stops ?? []).map(({ rise }) =>
      sum(
        index.space.codes.map(
          (code, i) =>
            (index.space.nominal[i] ?? 0) *
            (index.factors[i] ?? 1) *
            (at(code, rise * (effects.get(code) ?? 0)) - at(code, 0)),
        ),
      ),
    ),
  ]);
  const short = index.value(needed) - index.value(result.index[row] ?? Number.NaN);
  return (mask) =>
    inSteps(levers, mask, { needs: [{ least: short - 1e-11 * (1 + Math.abs(short)), gains }] });
}

function profileSolver(
  result: Result,
  row: number,
  levers: readonly Lever[],
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
  const rungs = rungsOf(rules, levers);
  const needs = tiers.map((t) => conditionNeeds(result, row, t, levers, rungs));
  const solve: Solve = (mask) => {
    const found = needs.flatMap((own) => toRungs(levers, mask, rungs, own) ?? []);
    const least = Math.min(...found.map(({ cost }) => cost));
    const best = found
      .filter(({ cost }) => cost <= least + 1e-9 * (1 + least))
      .map(({ solution }) => solution);
    const [first] = best;
    return first === undefined ? null : together(best);
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
