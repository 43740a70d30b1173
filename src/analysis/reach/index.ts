// What must a country improve to reach a rank or a tier? The least that will do, checked by building the
// index with it.
import { at } from '../../math/at.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';
import { goalOf, isMet, type Target } from './aim.ts';
import { assumptionsOf, furthestRise, type Assumption } from './assumptions.ts';
import { movableScoresOf, type MovableScore, type MovableScores } from './movable-scores.ts';
import {
  builtWith,
  rawAfter,
  standingFrozen,
  standingOf,
  standingRebuilt,
  type Standing,
} from './outcome.ts';
import { noIndex, notMovable } from './problems.ts';
import type { ResultRow } from '../../model/rows.ts';
import { sharingOf, type Solution, type Solve } from './solve.ts';
import { solverFor, type Solver } from './solvers.ts';

/** One score that rises. */
export interface Change {
  readonly score: MovableScore;
  /** In points of the normalised score of the indicator that it moves most. */
  readonly rise: number;
  /** How many ratings better; null if it is not rated. */
  readonly steps: number | null;
  /** The raw score to be written; null where a step of the recipe cannot be undone. */
  readonly to: number | null;
  readonly ratingTo: string | null;
}

export interface Reach {
  readonly row: ResultRow;
  /** Whether the country is there already. */
  readonly isThere: boolean;
  /** The least that will do; empty if the country is there, null if nothing will. */
  readonly changes: readonly Change[] | null;
  /** Other changes that cost the same, and whether these are all. */
  readonly alternatives: readonly (readonly Change[])[];
  readonly isAll: boolean;
  /** Scores among which a part of the total can be split as one likes. */
  readonly interchangeable: readonly MovableScore[];
  /** For each score that would do alone, the least that it takes. */
  readonly single: readonly Change[];
  /** Whether the search came to its end, so that nothing less will do. */
  readonly isProved: boolean;
  /** What the scores that may rise would move, so that less may do. */
  readonly assumptions: readonly Assumption[];
  readonly now: Standing;
  /**
   * With the changes, or where it cannot be reached with every score at its best: as normalised now, and all
   * computed anew.
   */
  readonly frozen: Standing;
  readonly rebuilt: Standing | null;
  /** Over a weight region: the worst rank now and then. */
  readonly worst: { readonly now: number; readonly after: number } | null;
  readonly immovable: MovableScores['immovable'];
}

export interface Question {
  readonly target: Target;
  /** Columns that stay as they are. */
  readonly fixed?: ReadonlySet<string>;
  /** The weights under all of which it is to be reached. */
  readonly robust?: IndexOverRegion | null;
  /** Whether weights may vary; tiers by a profile do not depend on an index, and need no `robust` for it. */
  readonly isWeightedSum?: boolean;
}

/**
 * The least that a country must improve to reach a rank or a tier.
 *
 *     min Σ rise   so that   index ≥ that of the country at the rank, or the cut-off;
 *                            or the tier's conditions hold
 *
 * Rises are of normalised scores, with the normalisation and the weights that the present field gives, each
 * at most to the top of its range. A rank N is reached if at most N − 1 countries are strictly ahead: ties
 * suffice. Where all that counts is rated in words, the fewest steps on the ratings are looked for instead,
 * and all sets of so few. What was found is written into the scores and the whole recipe run again, as a
 * score that rises may move the normalisation itself; then less may do, and `assumptions` says so. A
 * target that cannot be reached has no changes, and `frozen` tells how far all together get.
 *
 * Exact where rises add up in the index, for rated scores under any aggregation, and for tiers by cut-offs,
 * quantiles and profiles; a ProblemsError says why where it cannot be told.
 *
 * @example reach(build({ id: '', about: {}, framework: { kind: 'category', code: 'index', weight: 1,
 *   aggregate: null, children: ['laws', 'skills'].map((code) => ({ kind: 'indicator', code, name: code,
 *   weight: 1, direction: 1, column: code, low: null, high: 10, target: null, scale: null, denominate: null,
 *   transform: null, impute: null, treat: null, normalise: null })) }, scales: [], countries: ['A',
 *   'B'].map((name) => ({ code: null, name, year: null, groups: {} })), columns: new Map([['laws', [9, 4]],
 *   ['skills', [7, 6]]]), weightSets: new Map(), inputs: [] }, completeRecipe({ normalise: { method: 'none' }
 *   })), 1, { target: { rank: 1 } }).changes.map(({ score, rise }) => [score.column, rise]) // → [['laws',
 *   6]]
 */
export function reach(
  result: Result,
  row: ResultRow,
  { target, fixed = new Set(), robust = null, isWeightedSum = robust !== null }: Question,
): Reach {
  const now = standingOf(result, row);
  if (Number.isNaN(now.score)) throw new ProblemsError([noIndex(result, row)]);
  const { movable: scores, immovable } = movableScoresOf(result, row, fixed);
  const lost = immovable.filter(({ reason }) => reason !== 'missing' && reason !== 'equal');
  if (lost.length > 0) throw new ProblemsError([notMovable(lost)]);
  const goal = goalOf(result, row, target);
  const solver = solverFor(result, row, scores, goal, robust, isWeightedSum);
  const { solve, region } = solver;
  const none = scores.map(() => 0);
  const isThere = region === null ? isMet(result, goal, now) : region.missedAt(none) === null;
  const solution = isThere ? null : solve(scores.map(() => true));
  const [found, ...others] = solution?.answers ?? [];
  const rises = isThere ? none : (found ?? null);
  const shown = rises ?? scores.map((score, j) => (solver.useful(j) ? furthestRise(score) : 0));
  const again = builtWith(result, row, scores, shown);
  return {
    row,
    isThere,
    changes: rises === null ? null : changesIn(scores, rises),
    now,
    immovable,
    alternatives: others.map((answer) => changesIn(scores, answer)),
    isAll: solution?.isAll ?? true,
    isProved: solution?.isProved ?? true,
    assumptions: isThere ? [] : assumptionsOf(result, row, scores, solver.useful, shown, again),
    interchangeable: solution === null ? [] : interchangeableIn(scores, solver, solution),
    single: solution === null ? [] : scores.flatMap((_, j) => changeAlone(scores, solve, j)),
    frozen: standingFrozen(result, row, scores, shown),
    rebuilt: standingRebuilt(result, row, again),
    worst: region === null ? null : { now: region.worstRank(none), after: region.worstRank(shown) },
  };
}

/** The scores among which the total of the only answer can be split otherwise. */
function interchangeableIn(
  scores: readonly MovableScore[],
  { region, cut }: Solver,
  { answers, isAll }: Solution,
): MovableScore[] {
  const [rises] = answers;
  if (rises === undefined || answers.length > 1 || region !== null || cut === null || isAll) return [];
  const all = scores.map(() => true);
  return sharingOf(scores, all, cut, rises).map((j) => at(scores, j));
}

/** The change of one score that does it alone; none where it cannot. */
function changeAlone(scores: readonly MovableScore[], solve: Solve, one: number): Change[] {
  const [rises] = solve(scores.map((_, j) => j === one))?.answers ?? [];
  return rises === undefined ? [] : changesIn(scores, rises);
}

function changesIn(scores: readonly MovableScore[], rises: readonly number[]): Change[] {
  return scores
    .map((score, j) => ({ score, rise: at(rises, j) }))
    .filter(({ rise }) => rise > 0)
    .map(({ score, rise }) => {
      const steps = stepsOf(score, rise);
      return {
        score,
        rise,
        steps,
        to: rawAfter(score, rise),
        ratingTo: steps === null ? null : at(score.ratings ?? [], steps - 1).word,
      };
    });
}

/** How many ratings better a rise is; null if it leads to none. */
function stepsOf({ ratings }: MovableScore, rise: number): number | null {
  const place = (ratings ?? []).findIndex((rating) => Math.abs(rating.rise - rise) <= 1e-9 * (1 + rise));
  return place === -1 ? null : place + 1;
}
