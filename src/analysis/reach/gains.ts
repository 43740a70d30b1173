// What a rise of one score column adds to a node of the framework, all else as it is: a gain for each point,
// where rises add up in it.
import { at, of } from '../../math/at.ts';
import { sum } from '../../math/statistics/stats.ts';
import { aggregations, type Aggregation } from '../../methods/aggregate/table.ts';
import type { Category, FrameworkNode } from '../../model/framework.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { MovableScore } from './movable-scores.ts';

/** The categories in whose aggregation rises do not simply add up. */
export interface NotAdditive {
  readonly categories: readonly Category[];
}

export function areGains(gains: readonly number[] | NotAdditive): gains is readonly number[] {
  return !('categories' in gains);
}

/**
 * What a point of each score adds to a node, for one country with all others as they are.
 *
 *     arithmetic  gain = Σ wᵢ gainᵢ        sum  n times that
 *     product     gain = (the other factors) × gain of the one that moves
 *
 * A category with one weighted child hands its gain on. Where two factors move, or one of a mean that is not
 * arithmetic, a point adds more or less as the score rises, and there is no gain to tell. Missing scores stay
 * missing: weights are those among the children that have one.
 *
 * Shape: a gain for each of the scores.
 */
export function gainsOf(
  result: Result,
  row: ResultRow,
  node: FrameworkNode,
  scores: readonly MovableScore[],
): readonly number[] | NotAdditive {
  if (node.kind === 'indicator') return scores.map(({ effects }) => effects.get(node.code) ?? 0);
  const weighted = weighedChildren(result, node);
  const present = weighted.filter((child) => scoreOf(result, row, child) !== null);
  const total = sum(present.map(({ code }) => of(result.weights, code)));
  const parts = present.map((child) => ({
    child,
    share: of(result.weights, child.code) / total,
    gains: gainsOf(result, row, child, scores),
  }));
  const categories = parts.flatMap(({ gains }) => (areGains(gains) ? [] : gains.categories));
  if (categories.length > 0) return { categories };
  const moving = parts.flatMap(({ child, share, gains }) =>
    areGains(gains) && gains.some((gain) => gain !== 0) ? [{ child, share, gains }] : [],
  );
  if (moving.length === 0) return scores.map(() => 0);
  const { weightedSum } = entryOf<Aggregation>(aggregations, node.aggregate ?? result.recipe.aggregate);
  const n = weighted.length;
  const factor = weightedSum?.isTotal === true ? n : 1;
  if (weightedSum?.isPlain === true)
    return scores.map((_, j) => sum(moving.map(({ share, gains }) => factor * share * at(gains, j))));
  const [only] = moving;
  if (only === undefined || moving.length > 1 || weightedSum === undefined) return { categories: [node] };
  if (n === 1) return only.gains;
  if (!weightedSum.isTotal || Math.abs(n * only.share - 1) > 1e-12) return { categories: [node] };
  // One factor moves: the product of the others is what it is multiplied by.
  const product = aggregated(result, node, (child) =>
    child === only.child ? 1 : scoreOf(result, row, child),
  );
  return only.gains.map((gain) => product * gain);
}

/** The children that have a nominal weight. */
function weighedChildren({ weights }: Result, { children }: Category): FrameworkNode[] {
  return children.filter(({ code }) => of(weights, code) > 0);
}

function scoreOf({ scores }: Result, row: ResultRow, { code }: FrameworkNode): number | null {
  return at(of(scores, code), row);
}

/** What the children of a category aggregate to for one country, each with such a value. */
function aggregated(
  result: Result,
  node: Category,
  valueOf: (child: FrameworkNode) => number | null,
): number {
  const choice = node.aggregate ?? result.recipe.aggregate;
  const weighted = weighedChildren(result, node);
  const weights = weighted.map(({ code }) => of(result.weights, code));
  return at(entryOf<Aggregation>(aggregations, choice).apply([weighted.map(valueOf)], weights, choice), 0);
}

/**
 * What a country has of a node, not rounded as the steps leave it, so that what is short of a target is told
 * to the last digits.
 */
export function unroundedValue(result: Result, row: ResultRow, node: FrameworkNode): number {
  const settled = scoreOf(result, row, node);
  if (settled === null) return Number.NaN;
  if (node.kind === 'indicator') return settled;
  const { weightedSum } = entryOf<Aggregation>(aggregations, node.aggregate ?? result.recipe.aggregate);
  // Others than means compare countries with each other.
  if (weightedSum === undefined) return settled;
  return aggregated(result, node, (child) =>
    scoreOf(result, row, child) === null ? null : unroundedValue(result, row, child),
  );
}
