// What is looked for in one fit: the claims of what was published, and among which weights.
import { magnitude } from '../../math/linear/vector.ts';
import { largest } from '../../math/statistics/stats.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Result } from '../../model/result.ts';
import { fold } from '../../model/words.ts';
import { TOLERANCE } from '../pairs/dominance.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';
import { printedIn, scoreClaims, tierClaims, tierOrder, type Printed } from './claims.ts';
import type { Claim, Search } from './program.ts';
import { rankClaims } from './rank-claims.ts';
import { quantities, type FitTarget, type Task } from './task.ts';

/** Null if nothing of the kind was published. */
export function taskOf(
  to: FitTarget,
  result: Result,
  robust: IndexOverRegion,
  published: readonly PublishedRow[],
): Task | null {
  const found = printedIn(result, robust.index, published).filter(({ row }) => row[quantities[to]] !== null);
  if (found.length === 0) return null;
  const tiers = to === 'tiers' ? tierOrder(result, found) : [];
  // From here on a tier is spelt as in the list of tiers.
  const printed = found.map(({ row, position }): Printed => ({
    position,
    row: { ...row, tier: tiers.find((tier) => row.tier !== null && fold(tier) === fold(row.tier)) ?? null },
  }));
  const claims = claimsOf(to, result, robust, printed, tiers);
  return {
    to,
    result,
    robust,
    printed,
    claims,
    tiers,
    search: searchOf(robust, claims, tiers),
    tolerance: TOLERANCE * scaleOf(robust),
  };
}

/** The largest difference in one variable; where there is none, what is next to nothing beside the scores. */
function scaleOf({ index: { scale, points } }: IndexOverRegion): number {
  return Math.max(scale, 1e-6 * magnitude(points.flat()));
}

function claimsOf(
  to: FitTarget,
  result: Result,
  { index }: IndexOverRegion,
  printed: readonly Printed[],
  tiers: readonly string[],
): Claim[] {
  if (to === 'ranks') return rankClaims(result, index, printed);
  return to === 'tiers' ? tierClaims(index, printed, tiers) : scoreClaims(index, printed);
}

function searchOf(robust: IndexOverRegion, claims: readonly Claim[], tiers: readonly string[]): Search {
  const { index, polytope } = robust;
  const bounds = claims.flatMap(({ limits }) => limits.map(({ bound }) => Math.abs(bound)));
  return {
    constraints: polytope.constraints,
    variables: index.space.codes.length,
    cuts: Math.max(0, tiers.length - 1),
    scale: Math.max(scaleOf(robust), largest(bounds)),
  };
}
