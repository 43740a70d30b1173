// The best and the worst tier of a country over a weight region.
import { at } from '../../math/at.ts';
import type { TierBounds } from '../../methods/tier/bounds.ts';
import { tierMethods, type TierMethod } from '../../methods/tier/table.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import type { ShownPlace } from '../../model/rows.ts';
import { TOLERANCE } from '../pairs/dominance.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';
import { coefficientsOf, greatest, least } from '../region/weight-region.ts';

/**
 * The best and the worst tier over a region, or null without tiers or where it cannot be told exactly: as
 * the rule of the tiers says.
 */
export function tierBounds(
  result: Result,
  { index, polytope }: IndexOverRegion,
  country: ShownPlace,
  ranks: TierBounds,
): TierBounds | null {
  const { tiering, recipe } = result;
  const placement = tiering?.placements[at(index.rows, country)];
  if (tiering === null || placement === undefined || placement.tier === null) return null;
  const aim = at(index.points, country);
  const { bounds, isOfParticipants } = entryOf<TierMethod>(tierMethods, recipe.tiers);
  const hasMoreParticipants = index.space.nominal.includes(0);
  if (isOfParticipants === true && hasMoreParticipants) return null;
  // What falls short of a cut-off by noise meets it, as where the index is built.
  const noise = 1e-12 * index.scale;
  const over = {
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
    corner: polytope.corner,
    sharesOf: (codes: readonly string[]) => coefficientsOf(result, polytope.space.codes, codes),
    tolerance: TOLERANCE,
  };
  return bounds?.(over, recipe.tiers) ?? null;
}
