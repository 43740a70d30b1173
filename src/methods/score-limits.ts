// Between which limits can the raw scores of an indicator lie?
import { at, of } from '../math/at.ts';
import { present } from '../math/statistics/column.ts';
import { range } from '../math/statistics/stats.ts';
import { limits, type Scale } from '../model/edition.ts';
import type { Indicator } from '../model/framework.ts';
import type { Recipe } from '../model/recipe.ts';
import { entryOf } from '../model/registry.ts';
import type { Result } from '../model/result.ts';
import { normalisations, type Normalisation } from './normalise/table.ts';

export interface Limits {
  readonly low: number;
  readonly high: number;
  /** Whether the recipe says what becomes of scores beyond them. */
  readonly mayBePassed: boolean;
}

/** The ends of its rating scale, or else its goalposts; infinite where there are none. */
export function statedLimits(leaf: Indicator, scale: Scale | null, recipe: Recipe): Limits {
  if (scale !== null) return { ...limits(scale), mayBePassed: false };
  const choice = leaf.normalise ?? recipe.normalise;
  const { goalposts: hasGoalposts } = entryOf<Normalisation>(normalisations, choice);
  const low = leaf.low ?? (hasGoalposts ? choice['low'] : null) ?? -Infinity;
  const high = leaf.high ?? (hasGoalposts ? choice['high'] : null) ?? Infinity;
  return {
    low: Number(low),
    high: Number(high),
    mayBePassed: hasGoalposts && typeof choice['clip'] === 'boolean',
  };
}

/** How low and how high its scores can get: to the stated limits, which scores that are there may pass. */
export function reachableScores(
  { edition, recipe, stages }: Pick<Result, 'edition' | 'recipe' | 'stages'>,
  leaf: Indicator,
): { readonly low: number; readonly high: number } {
  const scale = edition.scales.find(({ name }) => name === leaf.scale) ?? null;
  const { low, high, mayBePassed } = statedLimits(leaf, scale, recipe);
  if (mayBePassed) return { low: -Infinity, high: Infinity };
  return range([low, high, ...present(of(at(stages, 0).columns, leaf.code))]);
}
