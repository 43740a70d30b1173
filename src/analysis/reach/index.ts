// What must a country improve to reach a rank or a tier? The least that will do, checked by building the
// index with it.
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { IndexOverRegion } from '../pairs/robust-index.ts';
import { goalOf, isMet, type Target } from './aim.ts';
import { leversOf, type Lever, type Levers } from './levers.ts';
import { frozen, rawAfter, rebuilt, standingOf, type Standing } from './outcome.ts';
import { noIndex, notMovable } from './problems.ts';
import { sharingOf } from './solve.ts';
import { solverFor } from './solvers.ts';

/** One score that rises. */
export interface Change {
  readonly lever: Lever;
  /** In points of the normalised score of the indicator that it moves most. */
  readonly rise: number;
  /** How many ratings better; null if it is not rated. */
  readonly steps: number | null;
  /** The raw score to be written; null where a step of the recipe cannot be undone. */
  readonly to: number | null;
  readonly ratingTo: string | null;
}

export interface Reach {
  readonly row: number;
  /** Whether the country is there already. */
  readonly isThere: boolean;
  /** The least that will do; empty if the country is there, null if nothing will. */
  readonly changes: readonly Change[] | null;
  /** Other changes that cost the same, and whether these are all. */
  readonly alternatives: readonly (readonly Change[])[];
  readonly isAll: boolean;
  /** Scores among which a part of the total can be split as one likes. */
  readonly interchangeable: readonly Lever[];
  /** For each score that would do alone, the least that it takes. */
  readonly single: readonly Change[];
  /** Whether the search came to its end, so that nothing less will do. */
  readonly isProved: boolean;
  readonly now: Standing;
  /**
   * With the changes, or where it cannot be reached with every score at its best: as normalised now, and all
   * computed anew.
   */
  readonly frozen: Standing;
  readonly rebuilt: Standing | null;
  /** Over a weight region: the worst rank now and then. */
  readonly worst: { readonly now: number; readonly after: number } | null;
  readonly stuck: Levers['stuck'];
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
 *     min Σ rise   so that   index ≥ that of the country at the rank, or the cut-off, or the tier's conditions hold
 *
 * Rises are of normalised scores, with the normalisation and the weights that the present field gives, each
 * at most to the top of its range. A rank N is reached if at most N − 1 countries are strictly ahead: ties
 * suffice. Where all that counts is rated in words, the fewest steps on the ratings are looked for instead,
 * and all sets of so few. What was found is written into the scores and the whole recipe run again, as a
 * score that rises may move the normalisation itself. A target that cannot be reached has no changes, and
 * `frozen` tells how far all together get.
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
 *   })), 1, { target: { rank: 1 } }).changes.map(({ lever, rise }) => [lever.column, rise]) // → [['laws',
 *   6]]
 */
export function reach(
  result: Result,
  row: number,
  { target, fixed = new Set(), robust = null, isWeightedSum = robust !== null }: Question,
): Reach {
  const now = standingOf(result, row);
  if (Number.isNaN(now.score)) throw new ProblemsError([noIndex(result, row)]);
  const { levers, stuck } = leversOf(result, row, fixed);
  const lost = stuck.filter(({ reason }) => reason !== 'missing' && reason !== 'equal');
  if (lost.length > 0) throw new ProblemsError([notMovable(lost)]);
  const goal = goalOf(result, row, target);
  const { solve, region, cut, useful } = solverFor(result, row, levers, goal, robust, isWeightedSum);
  const none = levers.map(() => 0);
  const isThere = region === null ? isMet(result, goal, now) : region.missedAt(none) === null;
  const all = levers.map(() => true);
  const solution = isThere ? null : solve(all);
  const [rises] = isThere ? [none] : (solution?.answers ?? []);
  const shown =
    rises ??
    levers.map((lever, j) =>
      useful(j) ? (lever.stops?.at(-1)?.rise ?? (lever.stops === null ? lever.room : 0)) : 0,
    );
  const changesOf = (some: readonly number[]) => changesIn(levers, some);
  return {
    row,
    isThere,
    changes: rises === undefined ? null : changesOf(rises),
    now,
    stuck,
    alternatives: (solution?.answers ?? []).slice(1).map(changesOf),
    isAll: solution?.isAll ?? true,
    isProved: solution?.isProved ?? true,
    interchangeable:
      rises === undefined ||
      isThere ||
      region !== null ||
      cut === null ||
      solution?.isAll === true ||
      solution?.answers.length !== 1
        ? []
        : sharingOf(levers, all, cut, rises).flatMap((j) => levers[j] ?? []),
    single:
      solution === null
        ? []
        : levers.flatMap((_, j) => {
            const [alone] = solve(levers.map((_lever, i) => i === j))?.answers ?? [];
            return alone === undefined ? [] : changesOf(alone);
          }),
    frozen: frozen(result, row, levers, shown),
    rebuilt: rebuilt(result, row, levers, shown),
    worst: region === null ? null : { now: region.worstRank(none), after: region.worstRank(shown) },
  };
}

function changesIn(levers: readonly Lever[], rises: readonly number[]): Change[] {
  return levers.flatMap((lever, j) => {
    const rise = rises[j] ?? 0;
    if (rise <= 0) return [];
    const steps =
      (lever.stops?.findIndex((stop) => Math.abs(stop.rise - rise) <= 1e-9 * (1 + rise)) ?? -1) + 1;
    return [
      {
        lever,
        rise,
        steps: steps === 0 ? null : steps,
        to: rawAfter(lever, rise),
        ratingTo: lever.stops?.[steps - 1]?.word ?? null,
      },
    ];
  });
}
