// What the command is about: bounds over the region, over another one to compare with, and what is told of both.
import { ranksOf, type Bounds, type CountryBounds } from '../../analysis/bounds/bounds.ts';
import { indexUnder } from '../../analysis/bounds/sampled-bounds.ts';
import type { NotLinear } from '../../analysis/region/linear-index.ts';
import { localWeights } from '../../analysis/region/local-weights.ts';
import type { Result } from '../../model/result.ts';
import { weightText } from '../shared/weight-text.ts';

export interface Readings {
  readonly main: Bounds;
  /** Over another region, to compare with. */
  readonly other: Bounds | null;
  readonly notLinear: NotLinear | null;
}

/** With as few digits as still give the rank when the index is built with them. */
export function witnessText(
  result: Result,
  { space, countries }: Bounds,
  one: CountryBounds,
  side: 'best' | 'worst',
): string {
  const rows = countries.map(({ row }) => row);
  const at = countries.indexOf(one);
  return weightText(
    localWeights(space, one[side].weights),
    (weights) => ranksOf(indexUnder(result, weights, rows), 0)[at] === one[side].rank,
  );
}

/** The name of a tier by its position; null where it cannot be told. */
export function tierName({ tiering }: Result, tier: number | undefined): string | null {
  return tier === undefined ? null : (tiering?.tiers[tier] ?? null);
}
