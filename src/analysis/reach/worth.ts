// What a rise of one score column is worth in a node of the framework, all else as it is: slopes, where the
// node is straight in it.
import { sum } from '../../math/statistics/stats.ts';
import { aggregations, type Aggregation } from '../../methods/aggregate/table.ts';
import type { Category, FrameworkNode } from '../../model/framework.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { countingChildren } from '../region/linear-index.ts';
import type { Lever } from './levers.ts';

/** The categories in whose aggregation rises do not simply add up. */
export interface Bent {
  readonly bent: readonly Category[];
}

export function isStraight(worth: readonly number[] | Bent): worth is readonly number[] {
  return !('bent' in worth);
}

/**
 * What a point of each lever adds to a node, for one country with all others as they are.
 *
 *     arithmetic  slope = Σ wᵢ slopeᵢ        sum  n times that
 *     product     slope = (the other factors) × slope of the one that moves
 *
 * A category with one child that counts hands its slope on. Where two factors move, or one of a mean that is
 * not arithmetic, a point is worth more or less as the score rises, and there is no slope.
 */
export function worthOf(
  result: Result,
  row: number,
  node: FrameworkNode,
  levers: readonly Lever[],
): readonly number[] | Bent {
  if (node.kind === 'indicator') return levers.map(({ effects }) => effects.get(node.code) ?? 0);
  const counting = countingChildren(result, node);
  const scoreOf = ({ code }: FrameworkNode) => result.scores.get(code)?.[row] ?? null;
  const children = counting.filter((child) => scoreOf(child) !== null);
  const total = sum(children.map(({ code }) => result.weights.get(code) ?? 0));
  const parts = children.map((child) => ({
    child,
    share: (result.weights.get(child.code) ?? 0) / total,
    worth: worthOf(result, row, child, levers),
  }));
  const bent = parts.flatMap(({ worth }) => (isStraight(worth) ? [] : worth.bent));
  if (bent.length > 0) return { bent };
  const moving = parts.flatMap(({ child, share, worth }) =>
    isStraight(worth) && worth.some((slope) => slope !== 0) ? [{ child, share, worth }] : [],
  );
  if (moving.length === 0) return levers.map(() => 0);
  const choice = node.aggregate ?? result.recipe.aggregate;
  const { weightedSum, apply } = entryOf<Aggregation>(aggregations, choice);
  const n = counting.length;
  const factor = weightedSum?.isTotal === true ? n : 1;
  if (weightedSum?.isPlain === true)
    return levers.map((_, j) => sum(moving.map(({ share, worth }) => factor * share * (worth[j] ?? 0))));
  const [only] = moving;
  if (only === undefined || moving.length > 1 || weightedSum === undefined) return { bent: [node] };
  if (n === 1) return only.worth;
  if (!weightedSum.isTotal || Math.abs(n * only.share - 1) > 1e-12) return { bent: [node] };
  // One factor moves: the product of the others is what it is multiplied by.
  const others = counting.map((child) => (child === only.child ? 1 : scoreOf(child)));
  const [scale = Number.NaN] = apply(
    [others],
    counting.map(({ code }) => result.weights.get(code) ?? 0),
    choice,
  );
  return only.worth.map((slope) => scale * slope);
}

/**
 * What a country has of a node, not rounded as the steps leave it, so that what is short of a target is told
 * to the last digits.
 */
export function unroundedValue(result: Result, row: number, node: FrameworkNode): number {
  const settled = result.scores.get(node.code)?.[row] ?? Number.NaN;
  if (node.kind === 'indicator') return settled;
  const choice = node.aggregate ?? result.recipe.aggregate;
  const { weightedSum, apply } = entryOf<Aggregation>(aggregations, choice);
  // Others than means compare countries with each other.
  if (weightedSum === undefined) return settled;
  const counting = countingChildren(result, node);
  const values = counting.map((child) =>
    (result.scores.get(child.code)?.[row] ?? null) === null ? null : unroundedValue(result, row, child),
  );
  return (
    apply(
      [values],
      counting.map(({ code }) => result.weights.get(code) ?? 0),
      choice,
    )[0] ?? settled
  );
}
