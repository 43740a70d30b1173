// Between which limits can the raw scores of an indicator lie?
import { at } from '../math/at.ts';
import { present } from '../math/statistics/column.ts';
import { range } from '../math/statistics/stats.ts';
import { limits } from '../model/edition.ts';
import type { Indicator } from '../model/framework.ts';
import type { Result } from '../model/result.ts';
import { rawGoalposts } from './normalise/indicator-goalposts.ts';

export interface Limits {
  readonly low: number;
  readonly high: number;
}

/**
 * The ends of its rating scale, or else its goalposts, widened to the scores that there are. None where it
 * has neither, where scores may pass the goalposts, or where these are in another unit, as per head.
 */
export function scoreLimits(
  { edition, recipe, stages }: Pick<Result, 'edition' | 'recipe' | 'stages'>,
  leaf: Indicator,
): Limits {
  const scale = edition.scales.find(({ name }) => name === leaf.scale);
  if (scale !== undefined) return limits(scale);
  const raw = at(stages, 0).columns.get(leaf.code) ?? [];
  const denominated = stages.find(({ step }) => step === 'denominate')?.columns.get(leaf.code) ?? raw;
  const isSameUnit = raw.every((score, row) => score === (denominated[row] ?? null));
  const choice = leaf.normalise ?? recipe.normalise;
  // Unless `clip` says what becomes of scores beyond a goalpost, they are a problem.
  const areLimits = isSameUnit && typeof choice['clip'] !== 'boolean';
  const posts = areLimits ? rawGoalposts(leaf, choice, edition) : null;
  if (posts === null) return { low: -Infinity, high: Infinity };
  const there = range([posts.low, posts.high, ...present(raw)]);
  return { low: there.low, high: there.high };
}
