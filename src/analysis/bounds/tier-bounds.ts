// The best and the worst tier that a country can be in over a weight region.
import { restrict, type Constraint, type Dictionary } from '../../math/linear/linear-program.ts';
import { partsOf, shareOut } from '../../methods/tier/table.ts';
import type { Condition, Result } from '../../model/result.ts';
import { TOLERANCE } from '../pairs/dominance.ts';
import type { IndexOverRegion } from '../pairs/robust-index.ts';
import { coefficientsOf, greatest, least } from '../region/weight-region.ts';

/** Positions in the list of tiers, 0 the best. */
export interface TierBounds {
  readonly best: number;
  readonly worst: number;
}

/**
 * The best and the worst tier over a region, or null where it cannot be told exactly.
 *
 * Thresholds: by the greatest and the least index. Quantiles: by the best and the worst rank. Profile:
 * conditions by number do not depend on weights; those by share of weight are linear in them, so that linear
 * programs tell whether all conditions of a tier can be met at once, and whether those of all better tiers
 * can be failed at once. Layers know no weights. Natural breaks move with the whole field: they are not told.
 */
export function tierBounds(
  result: Result,
  robust: IndexOverRegion,
  country: number,
  ranks: { readonly best: number; readonly worst: number },
): TierBounds | null {
  const { tiering, recipe } = result;
  const row = robust.index.rows[country] ?? -1;
  const placement = tiering?.placements[row];
  if (tiering === null || placement === undefined || placement.tier === null) return null;
  switch (tiering.method) {
    case 'thresholds':
      return byIndex(robust, country, tiering.cuts ?? []);
    case 'quantiles':
      return byRank(ranks, robust.index.rows.length, recipe.tiers['shares']);
    case 'profile':
      return byProfile(result, robust, placement.conditions);
    case 'layers':
      return { best: placement.tier, worst: placement.tier };
    default:
      return null;
  }
}

function byIndex({ index, polytope }: IndexOverRegion, country: number, cuts: readonly number[]): TierBounds {
  const aim = index.points[country] ?? [];
  const tierAt = (value: number) => {
    const tier = cuts.findIndex((cut) => value >= index.value(cut) - 1e-12 * Math.abs(index.value(cut)));
    return tier === -1 ? cuts.length : tier;
  };
  return { best: tierAt(greatest(polytope, aim).value), worst: tierAt(least(polytope, aim).value) };
}

function byRank(
  { best, worst }: { readonly best: number; readonly worst: number },
  countries: number,
  shares: unknown,
): TierBounds | null {
  if (!Array.isArray(shares)) return null;
  const others = Array.from({ length: countries - 1 }, () => countries);
  const tierAt = (rank: number) => shareOut([rank, ...others], partsOf(shares.map(Number)))[0] ?? 0;
  return { best: tierAt(best), worst: tierAt(worst) };
}

/** `conditions` are those of each tier but the last. */
function byProfile(
  result: Result,
  { polytope }: IndexOverRegion,
  conditions: readonly (readonly Condition[])[],
): TierBounds {
  const tests = conditions.map((tier) =>
    tier.map((condition) => testOf(result, condition, polytope.space.codes)),
  );
  const best = tests.findIndex(
    (tier) =>
      tier.reduce<Dictionary | null>((left, { met }) => narrowed(left, met), polytope.corner) !== null,
  );
  return { best: best === -1 ? tests.length : best, worst: furthestFailed(tests, 0, polytope.corner) };
}

/** How many of the tiers, from the best down, can be failed at once: each by some condition of its own. */
function furthestFailed(tests: readonly (readonly Test[])[], tier: number, left: Dictionary): number {
  return Math.max(
    tier,
    ...(tests[tier] ?? []).map(({ failed }) => {
      const next = narrowed(left, failed);
      return next === null ? tier : furthestFailed(tests, tier + 1, next);
    }),
  );
}

/**
 * What the weights must be for a condition to be met, and to be failed; true or false if they do not matter.
 */
interface Test {
  readonly met: Constraint | boolean;
  readonly failed: Constraint | boolean;
}

function testOf(
  result: Result,
  { unit, met, veto, asked, counting, lacking }: Condition,
  codes: readonly string[],
): Test {
  if (unit !== 'weight') return { met, failed: !met };
  const counts = coefficientsOf(
    result,
    codes,
    counting.map(({ code }) => code),
  );
  const concerned = coefficientsOf(
    result,
    codes,
    [...counting, ...lacking].map(({ code }) => code),
  );
  const coefficients = counts.map((x, i) => x - asked * (concerned[i] ?? 0));
  const reaches: Constraint = { coefficients, relation: '≥', bound: 0 };
  const staysBelow: Constraint = { coefficients, relation: '≤', bound: -TOLERANCE };
  return veto ? { met: staysBelow, failed: reaches } : { met: reaches, failed: staysBelow };
}

function narrowed(left: Dictionary | null, constraint: Constraint | boolean): Dictionary | null {
  if (left === null || constraint === false) return null;
  if (constraint === true || constraint.coefficients.every((x) => x === 0))
    return constraint === true || constraint.relation === '≥' ? left : null;
  return restrict(left, {
    ...constraint,
    coefficients: Array.from({ length: left.variables }, (_, i) => constraint.coefficients[i] ?? 0),
  });
}
