// The parts of a weight region in which a tier rule is about the same indicators: one, or as many as sets of
// weights leave out different ones.
import { at } from '../../math/at.ts';
import { restrict, type Constraint, type Dictionary } from '../../math/linear/linear-program.ts';
import { sum } from '../../math/statistics/stats.ts';
import { mixesSets } from '../../methods/region/table.ts';
import { tierAmong } from '../../methods/tier/run.ts';
import { tierMethods, type TierMethod } from '../../methods/tier/table.ts';
import { indicators } from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result, Tiering } from '../../model/result.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';
import { coefficientsOf } from '../region/weight-region.ts';

/** A part of a region, and the tiers by the indicators that have a weight there. */
export interface TierPart {
  readonly tiering: Tiering;
  /** A corner of it, from which further limits are tried. */
  readonly corner: Dictionary;
}

/** What weighs less is taken to weigh nothing. */
const WEIGHED = 1e-7;
/** Sets that leave out different indicators have at most so many mixtures that do. */
const MOST_PARTS = 256;

/**
 * The parts of a region for a rule. A rule that looks at whatever takes part has one for each choice of
 * indicators that some mixture of the named sets weighs, and no others:
 *
 *     wᵢ > 0 for i in U, wᵢ = 0 elsewhere;  U the union of what some of the sets weigh
 *
 * None where that cannot be told, as there are too many, or as the rule has no level for one of them.
 */
export function tierParts(result: Result, tiering: Tiering, robust: IndexOverRegion): TierPart[] {
  const { region, polytope, context, index } = robust;
  const whole = { tiering, corner: polytope.corner };
  if (entryOf<TierMethod>(tierMethods, result.recipe.tiers).isOfParticipants !== true) return [whole];
  // Beside a region of sets, all weights know no limits within which what takes part could be told.
  if (!region.some(mixesSets)) return index.space.nominal.includes(0) ? [] : [whole];
  const unions = unionsOf(context.sets());
  if (unions === null) return [];
  try {
    return unions.flatMap((weighed) => partOf(result, robust, weighed) ?? []);
  } catch (error) {
    if (error instanceof ProblemsError) return [];
    throw error;
  }
}

/** For each union of what some sets weigh, which variables are in it; null if there are too many. */
function unionsOf(sets: readonly (readonly number[])[]): boolean[][] | null {
  const found = new Map<string, boolean[]>();
  for (const set of sets) {
    const own = set.map((weight) => weight > 0);
    const joined = [own, ...[...found.values()].map((one) => one.map((is, i) => is || at(own, i)))];
    for (const one of joined) found.set(one.join(), one);
    if (found.size > MOST_PARTS) return null;
  }
  return [...found.values()];
}

/** The part of a region in which some variables have a weight and no others; null if it holds none. */
function partOf(
  result: Result,
  { index: { space }, polytope: { corner } }: IndexOverRegion,
  weighed: readonly boolean[],
): TierPart | null {
  const limits = weighed.map((is, i): Constraint => ({
    coefficients: Array.from({ length: corner.variables }, (_, j) => (i === j ? 1 : 0)),
    relation: is ? '≥' : '≤',
    bound: is ? WEIGHED : 0,
  }));
  const part = restrict(corner, ...limits);
  if (part === null) return null;
  const codes = space.codes.filter((_, i) => at(weighed, i));
  const participants = indicators(result.framework)
    .map(({ code }) => code)
    .filter((code) => sum(coefficientsOf(result, codes, [code])) > 0);
  const tiering = tierAmong(result, new Set(participants));
  return tiering === null ? null : { tiering, corner: part };
}
