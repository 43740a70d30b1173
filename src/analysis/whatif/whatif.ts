// What if scores or weights were different: the edition with them, and who moves between two rankings.
import { relativeWeights } from '../../methods/weight/relative.ts';
import { completeRecipe } from '../../methods/steps.ts';
import type { Edition } from '../../model/edition.ts';
import type { Choice } from '../../model/registry.ts';
import type { Condition, Result } from '../../model/result.ts';
import type { Changes, ScoreChange, WeightChange } from '../../model/whatif.ts';

/**
 * The edition with some scores and weights changed, to be built by its whole recipe: normalisation, treatment
 * and weights that depend on scores follow. If a weight is changed, those that a method found stay as it
 * found them.
 */
export function whatif(result: Result, { scores, weights }: Changes): Edition {
  const edition = withScores(result.edition, scores);
  return weights.length === 0
    ? edition
    : { ...edition, recipe: completeRecipe({ ...edition.recipe, weights: withWeights(result, weights) }) };
}

/**
 * The edition with other scores.
 *
 * @example withScores({ columns: new Map([['laws', [1, 2]]]) }, [{ code: 'laws', column: 'laws', row: 1,
 *   from: 2, to: 5 }]).columns.get('laws') // → [1, 5]
 */
export function withScores(edition: Edition, changes: readonly ScoreChange[]): Edition {
  return {
    ...edition,
    columns: new Map(
      [...edition.columns].map(([name, column]) => {
        const own = new Map(changes.filter((one) => one.column === name).map(({ row, to }) => [row, to]));
        return [name, own.size === 0 ? column : column.map((score, row) => own.get(row) ?? score)] as const;
      }),
    ),
  };
}

/** Given weights with a few others are told by these; of any other weighting all have to be. */
function withWeights(result: Result, changes: readonly WeightChange[]): Choice {
  const {
    recipe: { weights },
  } = result;
  const others =
    weights.method === 'given'
      ? {}
      : weights.method === 'inline'
        ? Object(weights['weights'])
        : Object.fromEntries(relativeWeights(result));
  return {
    method: 'inline',
    weights: { ...others, ...Object.fromEntries(changes.map(({ code, to }) => [code, to])) },
  };
}

/** A country before and after: its rows in both results, null where it is not ranked, and what came of it. */
export interface Move {
  readonly before: number | null;
  readonly after: number | null;
  readonly isMoved: boolean;
  /**
   * Rows of the later result: those it was behind, or if there are none level with, and is ahead of; the
   * other way round; and those it has drawn level with.
   */
  readonly overtaken: readonly number[];
  readonly overtakenBy: readonly number[];
  readonly level: readonly number[];
  readonly tier: TierMove | null;
}

/** The tier a country left and the one it entered, and the conditions that made it. */
export interface TierMove {
  readonly from: string;
  readonly to: string;
  readonly isRise: boolean;
  readonly because: readonly Condition[];
}

/** What every country was and is, in the order of the later result; those that are no longer in it last. */
export function movesBetween(before: Result, after: Result, rows: readonly number[]): Move[] {
  const rowBefore = new Map(before.rows.map((row, at) => [row, at]));
  const pairs = rows.map((row) => ({ after: row, before: rowBefore.get(after.rows[row] ?? -1) ?? null }));
  const gone = before.rows.flatMap((row, at) =>
    after.rows.includes(row) ? [] : [{ before: at, after: null }],
  );
  return [...pairs, ...gone].map((pair): Move => {
    const [was, is] = [rankAt(before, pair.before), rankAt(after, pair.after)];
    const others =
      was === null || is === null
        ? []
        : pairs.flatMap((other) => {
            const [theirs, now] = [rankAt(before, other.before), rankAt(after, other.after)];
            return other.after === pair.after || theirs === null || now === null
              ? []
              : [{ row: other.after, theirs, now }];
          });
    return {
      ...pair,
      overtaken: orElse(
        others.filter(({ theirs, now }) => theirs < (was ?? 0) && now > (is ?? 0)),
        others.filter(({ theirs, now }) => theirs === was && now > (is ?? 0)),
      ),
      overtakenBy: orElse(
        others.filter(({ theirs, now }) => theirs > (was ?? 0) && now < (is ?? 0)),
        others.filter(({ theirs, now }) => theirs === was && now < (is ?? 0)),
      ),
      level: others.flatMap(({ row, theirs, now }) => (theirs !== was && now === is ? [row] : [])),
      tier: tierMove(before, after, pair),
      isMoved:
        was !== is ||
        !isSame(indexAt(before, pair.before), indexAt(after, pair.after)) ||
        tierAt(before, pair.before) !== tierAt(after, pair.after),
    };
  });
}

function orElse(
  first: readonly { readonly row: number }[],
  second: readonly { readonly row: number }[],
): number[] {
  return (first.length > 0 ? first : second).map(({ row }) => row);
}

/**
 * An index is rounded by what the largest of the field is, so that its last digits may change with another
 * country.
 */
function isSame(was: number | null, is: number | null): boolean {
  return was === null || is === null
    ? was === is
    : Math.abs(was - is) <= 1e-9 * Math.max(Math.abs(was), Math.abs(is));
}

function rankAt({ ranks }: Result, row: number | null): number | null {
  return row === null ? null : (ranks[row] ?? null);
}

function indexAt({ index }: Result, row: number | null): number | null {
  return row === null ? null : (index[row] ?? null);
}

function tierAt({ tiering }: Result, row: number | null): number | null {
  return row === null ? null : (tiering?.placements[row]?.tier ?? null);
}

/** Who rises meets what the new tier asks for; who falls fails something that the old one does. */
function tierMove(before: Result, after: Result, pair: Pick<Move, 'before' | 'after'>): TierMove | null {
  const [from, to] = [tierAt(before, pair.before), tierAt(after, pair.after)];
  if (from === null || to === null || from === to) return null;
  const conditions = after.tiering?.placements[pair.after ?? -1]?.conditions[Math.min(from, to)] ?? [];
  const isRise = to < from;
  return {
    from: before.tiering?.tiers[from] ?? '',
    to: after.tiering?.tiers[to] ?? '',
    isRise,
    because: isRise ? conditions : conditions.filter(({ met }) => !met),
  };
}
