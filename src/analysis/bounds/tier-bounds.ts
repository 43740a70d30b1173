// The best and the worst tier of a country over a weight region.
import { largest, smallest } from '../../math/statistics/stats.ts';
import { at } from '../../math/at.ts';
import type { TierBounds } from '../../methods/tier/bounds.ts';
import { tierMethods, type TierMethod } from '../../methods/tier/table.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import type { ShownPlace } from '../../model/rows.ts';
import { TOLERANCE } from '../pairs/dominance.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';
import { coefficientsOf, greatest, least } from '../region/weight-region.ts';
import { tierParts, type TierPart } from './tier-parts.ts';

/** The bounds of a country by its position in the index and the bounds of its rank. */
export interface TiersOver {
  /** The best first: as nominally, and further ones that the rule has over the region. */
  readonly names: readonly string[];
  readonly boundsOf: (country: ShownPlace, ranks: TierBounds) => TierBounds | null;
}

/**
 * The best and the worst tier over a region, or null without tiers or where it cannot be told exactly: as
 * the rule of the tiers says, over all parts of the region in which it is about the same indicators.
 */
export function tiersOver(result: Result, robust: IndexOverRegion): TiersOver {
  const { tiering, recipe } = result;
  const { bounds } = entryOf<TierMethod>(tierMethods, recipe.tiers);
  if (tiering === null || bounds === undefined) return { names: [], boundsOf: () => null };
  const parts = tierParts(result, tiering, robust);
  return {
    names: parts.reduce<readonly string[]>(
      (names, part) => (part.tiering.tiers.length > names.length ? part.tiering.tiers : names),
      tiering.tiers,
    ),
    boundsOf: (country, ranks) => {
      const found = parts.flatMap((part) => {
        const over = overPart(result, robust, part, country, ranks);
        return (over === null ? null : bounds(over, recipe.tiers)) ?? [];
      });
      if (found.length === 0) return null;
      return {
        best: smallest(found.map(({ best }) => best)),
        worst: largest(found.map(({ worst }) => worst)),
      };
    },
  };
}

/** What a rule needs to know of a country over a part of a region; null if it has no tier there. */
function overPart(
  result: Result,
  { index, polytope }: IndexOverRegion,
  { tiering, corner }: TierPart,
  country: ShownPlace,
  ranks: TierBounds,
) {
  const placement = at(tiering.placements, at(index.rows, country));
  if (placement.tier === null) return null;
  const aim = at(index.points, country);
  // What falls short of a cut-off by noise meets it, as where the index is built.
  const noise = 1e-12 * index.scale;
  return {
    tiering,
    placement,
    tier: placement.tier,
    countries: index.rows.length,
    ranks,
    index: () => ({
      greatest: greatest(polytope, aim).value + noise,
      least: least(polytope, aim).value + noise,
    }),
    onScale: index.value,
    corner,
    sharesOf: (codes: readonly string[]) => coefficientsOf(result, polytope.space.codes, codes),
    tolerance: TOLERANCE,
  };
}
