// What compare finds out: how each two of the countries stand, by the given weights and by others, and what
// the parts have to do with it.
import { comparePair, contributions, weighed, type Pair } from '../../analysis/compare/compare.ts';
import { explain, type Part } from '../../analysis/explain/explain.ts';
import type { IndexOverRegion } from '../../analysis/pairs/index-over-region.ts';
import type { NotLinear } from '../../analysis/region/linear-index.ts';
import { at } from '../../math/at.ts';
import { rankedWith } from '../../methods/years.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Session } from '../shared/session.ts';
import { weightsJson } from '../shared/recipe/weights.ts';

/** Two rows of the result, the first at least level with the second, and the difference of their indices. */
export interface OrderedPair {
  readonly ahead: ResultRow;
  readonly behind: ResultRow;
  readonly gap: number;
}

/** What is more to be said where there are two alone. */
export interface TwoCountries extends OrderedPair {
  /** What a part contributes to the gap, by code, as far as the aggregation tells. */
  readonly shares: ReadonlyMap<string, number>;
}

export interface Comparison {
  /** Of the result, in rank order. */
  readonly rows: readonly ResultRow[];
  /** Each two of the countries once. */
  readonly order: readonly OrderedPair[];
  /** Null where there are more. */
  readonly two: TwoCountries | null;
  /** The same pairs over other weights; null if nothing exact can be said. */
  readonly over: { readonly robust: IndexOverRegion; readonly pairs: readonly Pair[] } | null;
  /** Why the index is no weighted sum at the level that was asked for; null if it is one. */
  readonly obstacle: NotLinear | null;
  /** Every node below the index, each category before its children. */
  readonly parts: readonly Part[];
  /** By code: the weight of a part in the whole index. */
  readonly weights: ReadonlyMap<string, number>;
}

export function comparisonOf({ result, published }: Session, rows: readonly ResultRow[]): Comparison {
  const { robust, obstacle } = weighed(result, rankedWith(result, at(rows, 0)), published);
  const couples = rows.flatMap((one, i) => rows.slice(i + 1).map((other) => [one, other] as const));
  const over =
    robust === null
      ? null
      : { robust, pairs: couples.map(([one, other]) => comparePair(result, robust, one, other)) };
  const order = over?.pairs ?? couples.map(([one, other]) => inOrderOfRank(result, one, other));
  return {
    rows,
    order,
    two: rows.length === 2 ? withShares(result, at(order, 0)) : null,
    over,
    obstacle,
    parts: explain(result, at(rows, 0)),
    weights: new Map(
      Object.entries(weightsJson(result) ?? {}).map(([code, { effective }]) => [code, effective]),
    ),
  };
}

function withShares(result: Result, { ahead, behind, gap }: OrderedPair): TwoCountries {
  return { ahead, behind, gap, shares: contributions(result, ahead, behind) };
}

function inOrderOfRank(result: Result, ahead: ResultRow, behind: ResultRow): OrderedPair {
  return { ahead, behind, gap: indexAt(result, ahead) - indexAt(result, behind) };
}

/** The index of a country; those without one are not compared. */
export function indexAt({ index }: Result, row: ResultRow): number {
  const value = at(index, row);
  if (value === null) throw new TypeError(`row ${row} has no index`);
  return value;
}
