// Which weights reproduce what was published: ranks, tiers or scores? And if none do, which of it contradicts
// itself?
import { at, of } from '../../math/at.ts';
import { roundTo } from '../../math/statistics/rounding.ts';
import { mean, sum } from '../../math/statistics/stats.ts';
import { build } from '../../methods/build.ts';
import { comparedScores } from '../../methods/rank/run.ts';
import { completeRecipe } from '../../methods/steps.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Recipe } from '../../model/recipe.ts';
import type { Result } from '../../model/result.ts';
import { fold } from '../../model/words.ts';
import { TOLERANCE } from '../pairs/dominance.ts';
import { printedIn, rankClaims, scoreClaims, tierClaims, tierOrder, type Printed } from './claims.ts';
import { contradictionOf } from './contradiction.ts';
import { localRanges, widest, type Claim, type Range, type Search } from './program.ts';
import { isPossible, metBy, tierIn, type FitTarget, type Task } from './task.ts';
import { closestWeights, foundWeights } from './weights.ts';
import { localWeights } from '../region/local-weights.ts';
import { effectiveWeights, namedWeights, type LocalWeights } from '../region/named-weights.ts';
import { reproduce } from '../check/reproduce.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';

export { fitTargets, type FitTarget } from './task.ts';

/** A node's weight: among its siblings and in the whole, as fitted and as it is, and how far it may go. */
export interface FittedWeight {
  readonly code: string;
  readonly parent: string;
  readonly local: number;
  readonly effective: number;
  readonly nominal: number;
  /** Over all weights that reproduce what was published; null if none do. */
  readonly localRange: Range | null;
  readonly effectiveRange: Range | null;
}

export interface Fit {
  readonly to: FitTarget;
  /** How many countries it is about. */
  readonly countries: number;
  readonly claims: readonly Claim[];
  /** Whether some weights reproduce all of it. */
  readonly isFound: boolean;
  /**
   * By how much the tightest claim can hold at most, in what the index sums; below 0 if not all can; null if
   * the levelness of countries alone cannot be.
   */
  readonly margin: number | null;
  readonly weights: readonly FittedWeight[];
  /** What --weights has to be given for the index to be built with these weights. */
  readonly named: LocalWeights;
  /** The least index of each tier but the last. */
  readonly cuts: readonly number[];
  readonly tiers: readonly string[];
  /** How many claims hold under these weights, and under the nominal ones. */
  readonly met: number;
  readonly metNominally: number;
  /** How much of what was published comes out as printed, by the whole recipe. */
  readonly agree: number;
  readonly agreeNominally: number;
  /** As few claims as contradict each other; none if all can hold. */
  readonly contradiction: readonly Claim[];
  /** Of scores: the index less what was published, and the share of the variance that is met. */
  readonly residuals: readonly { readonly printed: Printed; readonly index: number }[];
  readonly rSquared: number | null;
}

/**
 * Which weights of a region reproduce published ranks, tiers or scores.
 *
 * Ranks: a linear program for the largest margin δ with y(a) ≥ y(b) + δ wherever a is published ahead of b.
 * Tiers: the same with a free cut-off at every border, y ≥ cut + δ above and y ≤ cut − δ below it. Scores: y
 * within the tolerance of each, by as much room as can be, and otherwise the least squares. Found is proved
 * by the weights, which are rounded to as few decimals as still do; not found by the program, whose answer is
 * exact up to floating point. Null if nothing of the kind was published. Countries that are not ranked, and
 * rows that are known to differ, are left out.
 *
 * @see Greco, Mousseau & Słowiński (2008), EJOR 191; Srinivasan & Shocker (1973), Psychometrika 38; Lawson &
 *   Hanson (1974)
 */
export function fit(
  to: FitTarget,
  result: Result,
  robust: IndexOverRegion,
  published: readonly PublishedRow[],
): Fit | null {
  const task = taskOf(to, result, robust, published);
  if (task === null) return null;
  const { claims, printed, tiers } = task;
  const best = widest(task.search, claims);
  const isFound = isPossible(task, best);
  const local = isFound && best !== null ? foundWeights(task, best) : closestWeights(task);
  const named = namedWeights(result, robust.index.space, local);
  const rebuilt = build(result.edition, withWeights(result.recipe, named));
  const cuts = isFound && to === 'tiers' ? cutsBetween(task, rebuilt) : [];
  return {
    to,
    claims,
    isFound,
    tiers,
    named,
    cuts,
    countries: printed.length,
    margin: best === null ? null : best.margin,
    weights: fittedWeights(task, local, isFound),
    met: metBy(task, effectiveWeights(robust.index.space, local)).length,
    metNominally: metBy(task, robust.index.space.nominal).length,
    agree: agreement(task, withTiers(rebuilt.recipe, cuts, tiers)),
    agreeNominally: agreement(task, result.recipe),
    contradiction: isFound ? [] : contradictionOf(task),
    ...(to === 'scores' ? scoreFit(task, rebuilt) : { residuals: [], rSquared: null }),
  };
}

const quantities = { ranks: 'rank', tiers: 'tier', scores: 'score' } as const;

/** Null if nothing of the kind was published. */
function taskOf(
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
    tolerance: TOLERANCE * robust.index.scale,
  };
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

function searchOf(
  { index, polytope }: IndexOverRegion,
  claims: readonly Claim[],
  tiers: readonly string[],
): Search {
  const bounds = claims.flatMap(({ limits }) => limits.map(({ bound }) => Math.abs(bound)));
  return {
    constraints: polytope.constraints,
    variables: index.space.codes.length,
    cuts: Math.max(0, tiers.length - 1),
    scale: Math.max(index.scale, ...bounds),
  };
}

/** How much of what was published a recipe gives as printed. */
function agreement({ to, result, printed }: Task, recipe: Recipe): number {
  const { agreements } = reproduce(
    build(result.edition, recipe),
    printed.map(({ row }) => row),
  );
  // Without any number to compare there is none that agrees.
  return agreements.find(({ quantity }) => quantity === quantities[to])?.agree ?? 0;
}

/** The cut-offs on the index itself, in as few decimals as lie between the tiers. */
function cutsBetween({ tiers, printed, robust }: Task, { index: unrounded, recipe }: Result): number[] {
  const index = comparedScores(unrounded, recipe.rank);
  const placed = printed.map(({ row, position }) => ({
    tier: tierIn(tiers, row),
    value: indexAt(robust, index, position),
  }));
  return tiers.slice(1).map((_, border) => {
    const low = Math.max(...placed.filter(({ tier }) => tier > border).map(({ value }) => value));
    const high = Math.min(...placed.filter(({ tier }) => tier <= border).map(({ value }) => value));
    const middle = (low + high) / 2;
    const rounded = Array.from({ length: 13 }, (__, decimals) => roundTo(middle, decimals));
    return rounded.find((cut) => low < cut && cut <= high) ?? high;
  });
}

/** The index of a country by its position among those that are ranked; NaN if it has none. */
function indexAt({ index: { rows } }: IndexOverRegion, index: Result['index'], position: number): number {
  return at(index, at(rows, position)) ?? Number.NaN;
}

function withWeights(recipe: Recipe, named: LocalWeights): Recipe {
  return completeRecipe({ ...recipe, weights: { method: 'inline', weights: Object.fromEntries(named) } });
}

function withTiers(recipe: Recipe, cuts: readonly number[], tiers: readonly string[]): Recipe {
  return cuts.length === 0
    ? recipe
    : completeRecipe({ ...recipe, tiers: { method: 'thresholds', cuts, names: tiers } });
}

/** Every weight that varies; how far each may go is told only where some weights reproduce everything. */
function fittedWeights(task: Task, local: LocalWeights, isFound: boolean): FittedWeight[] {
  const { space } = task.robust.index;
  const weights = effectiveWeights(space, local);
  const shares = localWeights(space, weights);
  const nodes = space.groups.flatMap(({ code, children }) =>
    children.map((child) => ({ ...child, parent: code })),
  );
  const whole = { members: [...space.codes.keys()], children: nodes };
  const ranges = isFound ? localRanges(task.search, task.claims, [...space.groups, whole]) : [];
  const localOnes = ranges.slice(0, -1).flat();
  const effectiveOnes = ranges.at(-1) ?? [];
  return nodes.map(({ code, parent, members, local: nominal }, i) => ({
    code,
    parent,
    nominal,
    local: of(shares, code),
    effective: sum(members.map((member) => at(weights, member))),
    localRange: localOnes[i] ?? null,
    effectiveRange: effectiveOnes[i] ?? null,
  }));
}

/** How far the index is from published scores: the residuals, and R² = 1 − Σ (y − ŷ)² / Σ (y − ȳ)². */
function scoreFit({ printed, robust }: Task, { index }: Result): Pick<Fit, 'residuals' | 'rSquared'> {
  const scored = printed.map((one) => ({
    printed: one,
    index: indexAt(robust, index, one.position),
    score: one.row.score ?? Number.NaN,
  }));
  const centre = mean(scored.map(({ score }) => score));
  const spread = sum(scored.map(({ score }) => (score - centre) ** 2));
  const left = sum(scored.map(({ index: value, score }) => (value - score) ** 2));
  return {
    residuals: scored.map(({ printed: one, index: value }) => ({ printed: one, index: value })),
    rSquared: spread > 0 ? 1 - left / spread : null,
  };
}
