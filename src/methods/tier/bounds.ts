// The best and the worst tier that weights of a region can give a country.
import { restrict, type Constraint, type Dictionary } from '../../math/linear/linear-program.ts';
import { at } from '../../math/at.ts';
import { largest } from '../../math/statistics/stats.ts';
import type { Condition, Placement, Tiering } from '../../model/result.ts';
import { cutIndex, partsOf, shareOut } from './cut-offs.ts';

/** Positions in the list of tiers, 0 the best. */
export interface TierBounds {
  readonly best: number;
  readonly worst: number;
}

/** What is known of a country over all weights of a region; worked out where a rule asks for it. */
export interface TierOverWeights {
  readonly tiering: Tiering;
  readonly placement: Placement;
  /** Its tier under the nominal weights. */
  readonly tier: number;
  /** How many countries are ranked together. */
  readonly countries: number;
  readonly ranks: TierBounds;
  /** The greatest and the least that the index can be, on a scale on which it grows with the weights. */
  readonly index: () => { readonly greatest: number; readonly least: number };
  /** A value of the index on that scale. */
  readonly onScale: (value: number) => number;
  /** A corner of the region, from which further limits are tried. */
  readonly corner: Dictionary;
  /** For each weight that varies, the share of it that goes to some indicators. */
  readonly sharesOf: (codes: readonly string[]) => readonly number[];
  /** A lead of less counts as none. */
  readonly tolerance: number;
}

/** Thresholds: by the greatest and the least index. */
export function boundsByIndex({ tiering, index, onScale }: TierOverWeights): TierBounds {
  const cuts = (tiering.limits ?? tiering.cuts ?? []).map(
    (cut) => onScale(cut) - 1e-12 * Math.abs(onScale(cut)),
  );
  const { greatest, least } = index();
  return { best: tierAt(cutIndex([greatest], cuts)), worst: tierAt(cutIndex([least], cuts)) };
}

/** Quantiles: by the best and the worst rank; of ranks of rounded scores these tell nothing. */
export function boundsByRank(
  { ranks, countries, tiering }: TierOverWeights,
  { shares }: { shares: readonly number[] },
): TierBounds | null {
  if (tiering.limits !== undefined) return null;
  const others = Array.from({ length: countries - 1 }, () => countries);
  const tierOfRank = (rank: number) => tierAt(shareOut([rank, ...others], partsOf(shares)));
  return { best: tierOfRank(ranks.best), worst: tierOfRank(ranks.worst) };
}

function tierAt([tier = null]: readonly (number | null)[]): number {
  if (tier === null) throw new Error('a country that is ranked has no tier');
  return tier;
}

/** Layers know no weights. */
export function whateverTheWeights({ tier }: TierOverWeights): TierBounds {
  return { best: tier, worst: tier };
}

/**
 * Profile: conditions by number do not depend on weights; those by share of weight are linear in them, so
 * that linear programs tell whether all conditions of a tier can be met at once, and whether those of all
 * better tiers can be failed at once.
 */
export function boundsByProfile(over: TierOverWeights): TierBounds {
  // The last tier asks for nothing.
  const tests = over.placement.conditions.map((tier) => tier.map((condition) => testOf(over, condition)));
  const best = tests.findIndex((tier) => canMeetAll(tier, over.corner));
  return { best: best === -1 ? tests.length : best, worst: furthestFailed(tests, 0, over.corner) };
}

/**
 * What the weights must be for a condition to be met, and to be failed; true or false if they do not matter.
 */
interface Test {
  readonly met: Constraint | boolean;
  readonly failed: Constraint | boolean;
}

function testOf(
  { sharesOf, tolerance }: TierOverWeights,
  { unit, met, veto, asked, contributing, lacking }: Condition,
): Test {
  const all = [...contributing, ...lacking];
  // A share of nothing is none, whatever the weights.
  if (unit !== 'weight' || all.length === 0) return { met, failed: !met };
  const reached = sharesOf(contributing.map(({ code }) => code));
  const concerned = sharesOf(all.map(({ code }) => code));
  const coefficients = reached.map((share, i) => share - asked * at(concerned, i));
  const reaches: Constraint = { coefficients, relation: '≥', bound: 0 };
  const staysBelow: Constraint = { coefficients, relation: '≤', bound: -tolerance };
  return veto ? { met: staysBelow, failed: reaches } : { met: reaches, failed: staysBelow };
}

function canMeetAll(tests: readonly Test[], corner: Dictionary): boolean {
  let left: Dictionary | null = corner;
  for (const { met } of tests) left = left === null ? null : narrowed(left, met);
  return left !== null;
}

/** How many of the tiers, from the best down, can be failed at once: each by some condition of its own. */
function furthestFailed(tests: readonly (readonly Test[])[], tier: number, left: Dictionary): number {
  const further = (tests[tier] ?? []).map(({ failed }) => {
    const next = narrowed(left, failed);
    return next === null ? tier : furthestFailed(tests, tier + 1, next);
  });
  return Math.max(tier, largest(further));
}

function narrowed(left: Dictionary, constraint: Constraint | boolean): Dictionary | null {
  if (typeof constraint === 'boolean') return constraint ? left : null;
  if (constraint.coefficients.every((x) => x === 0)) return constraint.relation === '≥' ? left : null;
  // Further variables of a region follow the weights, and have no part in the condition.
  const padding = Array.from({ length: left.variables - constraint.coefficients.length }, () => 0);
  return restrict(left, { ...constraint, coefficients: [...constraint.coefficients, ...padding] });
}
