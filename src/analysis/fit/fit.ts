// Which weights reproduce what was published: ranks, tiers or scores? And if none do, which of it contradicts
// itself?
import { at, of } from '../../math/at.ts';
import { mean, sum } from '../../math/statistics/stats.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Result } from '../../model/result.ts';
import type { Printed } from './claims.ts';
import { contradictionOf } from './contradiction.ts';
import { agreement, indexAt, isAsPublished, outcomeOf, type Outcome } from './outcome.ts';
import { localRanges, marginOf, widest, type Claim, type Fitted, type Limit, type Range } from './program.ts';
import { othersThan } from './rank-claims.ts';
import { searchRanks, type Verdict } from './rank-search.ts';
import { unitOf } from './rounded.ts';
import { isPossible, metBy, type FitTarget, type Task } from './task.ts';
import { taskOf } from './task-of.ts';
import { closestWeights, nearestOutcome, nominalOutcome } from './weights.ts';
import { localWeights } from '../region/local-weights.ts';
import { effectiveWeights, rounded, type LocalWeights } from '../region/named-weights.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';

export { fitTargets, type FitTarget } from './task.ts';

/** Weights that differ by less are the same. */
const POINT = 1e-9;

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
  /** Whether the index built with the weights that are shown gives all of it as published. */
  readonly isFound: boolean;
  /** Whether it is found, or proved that no weights give it. */
  readonly isProved: boolean;
  /** Whether the weights that are found are the nominal ones. */
  readonly isNominal: boolean;
  /** Whether other weights do so as well; null if none were found and none ruled out. */
  readonly hasOthers: boolean | null;
  /** Whether the ranges may be wider than what reproduces it, as the claims are necessary and not enough. */
  readonly isOuter: boolean;
  /**
   * By how much the tightest claim can hold at most, in what the index sums; below 0 if not all can; null if
   * some that have no margin, as that countries are level, cannot be.
   */
  readonly margin: number | null;
  /** Whether it holds by as much under the weights that are shown. */
  readonly isWidest: boolean;
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
  /** As few claims as contradict each other; none if all can hold, or if rounding alone stands against it. */
  readonly contradiction: readonly Claim[];
  /** Of scores: the index less what was published, and the share of the variance that is met. */
  readonly residuals: readonly { readonly printed: Printed; readonly index: number }[];
  readonly rSquared: number | null;
}

/**
 * Which weights of a region reproduce published ranks, tiers or scores.
 *
 * One verdict: found means that the index built with the weights that are shown gives all of it as published.
 * The nominal weights are tried first; of others, those nearest to them in the sum of squares are shown, in
 * as few decimals as do.
 *
 * Ranks: a linear program for the largest margin δ with y(a) ≥ y(b) + δ wherever a is published ahead of b;
 * of rounded scores, or among countries without a published rank, that is necessary, and branch and bound
 * decides the rest or says that it could not. Tiers: the same with a free cut-off at every border, y ≥ cut +
 * δ above and y ≤ cut − δ below it, and the same search where scores are rounded. Scores: y within the
 * tolerance of each, and otherwise the least squares. That no weights do is proved by the program, whose
 * answer is exact up to floating point. Null if nothing of the kind was published. Countries that are not
 * ranked, and rows that are known to differ, are left out.
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
  const { index } = robust;
  const best = widest(task.search, claims);
  const { outcome, isProved } = verdictOf(task, best);
  const isFound = outcome !== null;
  const shown = outcome ?? outcomeOf(task, closestWeights(task));
  const effective = effectiveWeights(index.space, shown.local);
  const weights = fittedWeights(task, shown.local, isFound);
  return {
    to,
    claims,
    isFound,
    isProved,
    isNominal: isFound && isSame(effective, index.space.nominal),
    hasOthers: isFound && hasOthers(task, weights, shown, best),
    isOuter: isSearched(task),
    tiers,
    named: shown.named,
    cuts: isFound ? shown.cuts : [],
    countries: printed.length,
    margin: best === null ? null : best.margin,
    isWidest:
      best !== null && marginOf(claims, { weights: effective, cuts: shown.cuts }) >= best.margin - POINT,
    weights,
    met: metBy(task, effective).length,
    metNominally: metBy(task, index.space.nominal).length,
    agree: shown.agree,
    agreeNominally: agreement(task, result.recipe),
    contradiction: isFound || !isProved || isPossible(task, best) ? [] : contradictionOf(task),
    ...(to === 'scores' ? scoreFit(task, shown.rebuilt) : { residuals: [], rSquared: null }),
  };
}

/**
 * The nominal weights if they do; otherwise none if what is necessary cannot be; otherwise the nearest that
 * do when the index is built with them.
 */
function verdictOf(task: Task, best: Fitted | null): Verdict {
  const nominal = nominalOutcome(task);
  if (nominal !== null) return { outcome: nominal, isProved: true };
  if (best === null || !isPossible(task, best)) return { outcome: null, isProved: true };
  const counted = withAllCounted(task);
  const among = widest(counted.search, counted.claims);
  const found = among !== null && isPossible(counted, among) ? foundBy(counted, among) : null;
  if (found !== null && (found.outcome !== null || counted === task)) return found;
  return foundBy(task, best);
}

function foundBy(task: Task, best: Fitted): Verdict {
  if (isSearched(task)) return searchRanks(task, best);
  const outcome = nearestOutcome(task, task.claims, best);
  return { outcome, isProved: outcome !== null };
}

/**
 * The same where every weight is above 0 if sums scale by how many take part: what weighs nothing would take
 * none, and the index be another one.
 */
function withAllCounted(task: Task): Task {
  const { index } = task.robust;
  if (index.factors.every((factor) => factor === 1)) return task;
  const { codes, groups } = index.space;
  const limits = groups
    .flatMap(({ children }) => children)
    .map(({ members }): Limit => ({
      weights: codes.map((_, i) => (members.includes(i) ? task.search.scale : 0)),
      cuts: task.tiers.slice(1).map(() => 0),
      bound: 0,
      isStrict: true,
    }));
  return { ...task, claims: [...task.claims, { kind: 'place', countries: [], limits }] };
}

/** Whether the claims are necessary and not enough, so that there is more to search. */
function isSearched({ to, result, robust, printed }: Task): boolean {
  if (to === 'scores') return false;
  return unitOf(result) !== null || (to === 'ranks' && othersThan(robust.index, printed).length > 0);
}

/**
 * Whether other weights do so as well. Where the ranges may be too wide, some are tried: those of the widest
 * margin, as they are and rounded, and some on the way there.
 */
function hasOthers(
  task: Task,
  weights: readonly FittedWeight[],
  { local }: Outcome,
  best: Fitted | null,
): boolean | null {
  const hasRoom = weights.some(({ localRange: range }) => range !== null && range.most - range.least > POINT);
  if (!hasRoom || !isSearched(task)) return hasRoom;
  const { space } = task.robust.index;
  const found = effectiveWeights(space, local);
  const towards = (share: number) =>
    localWeights(
      space,
      found.map((x, i) => x + share * (at(best?.weights ?? found, i) - x)),
    );
  const others = [towards(1), rounded(towards(1), 2), ...[0.1, 0.01, 0.001].map(towards)];
  const isOther = (one: LocalWeights) =>
    !isSame(effectiveWeights(space, one), found) && isAsPublished(task, outcomeOf(task, one));
  return others.some(isOther) ? true : null;
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.every((x, i) => Math.abs(x - at(other, i)) < POINT);
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
  const localOnes = space.groups.flatMap(({ children }, i) => ranges[i] ?? children.map(() => null));
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
function scoreFit(task: Task, rebuilt: Result): Pick<Fit, 'residuals' | 'rSquared'> {
  const scored = task.printed.map((one) => ({
    printed: one,
    index: indexAt(task, rebuilt, one.position),
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
