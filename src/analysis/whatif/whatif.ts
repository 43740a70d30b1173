// What if scores or weights were different: the edition with them, and who moves between two rankings.
import { entryOf } from '../../model/registry.ts';
import { weightings, type Weighting } from '../../methods/weight/table.ts';
import { at } from '../../math/at.ts';
import { relativeWeights } from '../../methods/weight/relative.ts';
import { completeRecipe } from '../../methods/steps.ts';
import type { Edition } from '../../model/edition.ts';
import type { Choice, ParameterValue } from '../../model/registry.ts';
import type { Condition, Result } from '../../model/result.ts';
import type { Changes, ScoreChange, WeightChange } from '../../model/whatif.ts';
import { editionRows, resultRows, type ResultRow } from '../../model/rows.ts';

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
        const changed = new Map(changes.filter((one) => one.column === name).map(({ row, to }) => [row, to]));
        if (changed.size === 0) return [name, column] as const;
        return [name, editionRows(column).map((row) => changed.get(row) ?? at(column, row))] as const;
      }),
    ),
  };
}

/** Given weights with a few others are told by these; of any other weighting all have to be. */
function withWeights(result: Result, changes: readonly WeightChange[]): Choice {
  return {
    method: 'inline',
    weights: { ...toldWeights(result), ...Object.fromEntries(changes.map(({ code, to }) => [code, to])) },
  };
}

/** The weights that have to be named for those that are not changed to stay as they are. */
function toldWeights(result: Result): Readonly<Record<string, ParameterValue>> {
  const { weights } = result.recipe;
  const stated = entryOf<Weighting>(weightings, weights).states?.(weights);
  return stated ?? Object.fromEntries(relativeWeights(result));
}

/** A country before and after: its rows in both results, null where it is not ranked, and what came of it. */
export interface Move {
  readonly before: ResultRow | null;
  readonly after: ResultRow | null;
  readonly isMoved: boolean;
  /**
   * Rows of the later result: those it was behind, or if there are none level with, and is ahead of; the
   * other way round; and those it has drawn level with.
   */
  readonly overtaken: readonly ResultRow[];
  readonly overtakenBy: readonly ResultRow[];
  readonly level: readonly ResultRow[];
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
export function movesBetween(before: Result, after: Result, rows: readonly ResultRow[]): Move[] {
  const rowBefore = new Map(resultRows(before.rows).map((row) => [at(before.rows, row), row]));
  const pairs = rows.map((row) => ({ after: row, before: rowBefore.get(at(after.rows, row)) ?? null }));
  const gone = resultRows(before.rows)
    .filter((row) => !after.rows.includes(at(before.rows, row)))
    .map((row) => ({ before: row, after: null }));
  return [...pairs, ...gone].map((pair): Move => {
    const [was, is] = [rankAt(before, pair.before), rankAt(after, pair.after)];
    return {
      ...pair,
      ...passedBy(before, after, pairs, pair),
      tier: tierMove(before, after, pair),
      isMoved:
        was !== is ||
        !isSame(indexAt(before, pair.before), indexAt(after, pair.after)) ||
        tierAt(before, pair.before) !== tierAt(after, pair.after),
    };
  });
}

/** The rows of a country in both results. */
type RowPair = Pick<Move, 'before' | 'after'>;

/** Whom a country overtook, who overtook it, and with whom it drew level; nobody if one rank is missing. */
function passedBy(
  before: Result,
  after: Result,
  pairs: readonly (RowPair & { readonly after: ResultRow })[],
  pair: RowPair,
): Pick<Move, 'overtaken' | 'overtakenBy' | 'level'> {
  const [was, is] = [rankAt(before, pair.before), rankAt(after, pair.after)];
  if (was === null || is === null) return { overtaken: [], overtakenBy: [], level: [] };
  const others = pairs.flatMap((other) => {
    const [theirs, now] = [rankAt(before, other.before), rankAt(after, other.after)];
    if (other.after === pair.after || theirs === null || now === null) return [];
    return [{ row: other.after, theirs, now }];
  });
  const behind = others.filter(({ now }) => now > is);
  const ahead = others.filter(({ now }) => now < is);
  const rowsOf = (some: typeof others) => some.map(({ row }) => row);
  const orWereLevel = (passed: typeof others, some: typeof others) =>
    rowsOf(passed.length > 0 ? passed : some.filter(({ theirs }) => theirs === was));
  return {
    overtaken: orWereLevel(
      behind.filter(({ theirs }) => theirs < was),
      behind,
    ),
    overtakenBy: orWereLevel(
      ahead.filter(({ theirs }) => theirs > was),
      ahead,
    ),
    level: rowsOf(others.filter(({ theirs, now }) => theirs !== was && now === is)),
  };
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

function rankAt({ ranks }: Result, row: ResultRow | null): number | null {
  return row === null ? null : at(ranks, row);
}

function indexAt({ index }: Result, row: ResultRow | null): number | null {
  return row === null ? null : at(index, row);
}

function tierAt({ tiering }: Result, row: ResultRow | null): number | null {
  return row === null || tiering === null ? null : at(tiering.placements, row).tier;
}

/** Who rises meets what the new tier asks for; who falls fails something that the old one does. */
function tierMove(before: Result, after: Result, pair: RowPair): TierMove | null {
  const [from, to] = [tierAt(before, pair.before), tierAt(after, pair.after)];
  if (before.tiering === null || after.tiering === null || pair.after === null) return null;
  if (from === null || to === null || from === to) return null;
  // Not every rule of tiers tells its conditions.
  const conditions = at(after.tiering.placements, pair.after).conditions[Math.min(from, to)] ?? [];
  const isRise = to < from;
  return {
    from: at(before.tiering.tiers, from),
    to: at(after.tiering.tiers, to),
    isRise,
    because: isRise ? conditions : conditions.filter(({ met }) => !met),
  };
}
