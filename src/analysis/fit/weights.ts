// The weights of a fit: of those that reproduce what was published the nearest to the nominal ones, or those
// that come closest to it, in as few decimals as do.
import { at, of } from '../../math/at.ts';
import { leastSquares } from '../../math/linear/least-squares.ts';
import { dot } from '../../math/linear/vector.ts';
import { sum } from '../../math/statistics/stats.ts';
import { isEverything, type WeightSpace } from '../../methods/region/table.ts';
import { isAsPublished, outcomeOf, type Outcome } from './outcome.ts';
import { leastMisses, nearestTo, type Claim, type Fitted } from './program.ts';
import { metBy, type Task } from './task.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';
import { countedInSums } from '../region/linear-index.ts';
import { localWeights } from '../region/local-weights.ts';
import { effectiveWeights, rounded, shortest, type LocalWeights } from '../region/named-weights.ts';
import { contains, greatest } from '../region/weight-region.ts';

/** How many decimals the table of weights shows, and how many are tried at most before all are taken. */
const DECIMALS = { shown: 3, most: 9 };
/** Weights of siblings are looked for as whole numbers up to this sum. */
const MOST_WHOLE = 500;
const SAME = 1e-12;

/** The nominal weights, if they are in the region and reproduce what was published. */
export function nominalOutcome(task: Task): Outcome | null {
  const { isNominalInside, index } = task.robust;
  if (!isNominalInside) return null;
  const nominal = localWeights(index.space, index.space.nominal);
  const shares = (local: LocalWeights) => localWeights(index.space, effectiveWeights(index.space, local));
  const isNominal = (some: LocalWeights) =>
    [...shares(some)].every(([code, share]) => Math.abs(share - of(nominal, code)) < 1e-15);
  const local = waysToWrite(task, index.space, nominal).find(isNominal) ?? nominal;
  const outcome = outcomeOf(task, local);
  return isAsPublished(task, outcome) ? outcome : null;
}

/**
 * Of the weights that meet claims the nearest to the nominal ones that reproduce what was published, up to
 * the decimals they are written in; null if what meets the claims does not reproduce it when it is built.
 */
export function nearestOutcome(task: Task, claims: readonly Claim[], best: Fitted): Outcome | null {
  const clear = clearOutcome(task, claims, best);
  if (clear !== null) return clear;
  const { search, robust } = task;
  const { space } = robust.index;
  const margin = best.margin > 0 ? best.margin / 1000 : best.margin;
  for (const weights of [nearestTo(search, claims, space.nominal, margin), best.weights]) {
    if (weights === null) continue;
    const local = localWeights(space, weights);
    const found = firstAsPublished(task, waysToWrite(task, space, local));
    if (found !== null) return found;
  }
  return null;
}

/**
 * The same of weights under which each strict claim holds by as much as moves the last decimal that is
 * written, so that few decimals do; null if that takes too many.
 */
export function clearOutcome(
  task: Task,
  claims: readonly Claim[],
  best: Pick<Fitted, 'margin'>,
): Outcome | null {
  const { search, robust } = task;
  const { space } = robust.index;
  for (let decimals = DECIMALS.shown; decimals <= DECIMALS.most; decimals += 1) {
    const margin = 10 ** -decimals * search.scale;
    const weights = margin > best.margin / 2 ? null : nearestTo(search, claims, space.nominal, margin);
    if (weights === null) continue;
    const found = firstAsPublished(task, upTo(task, decimals, localWeights(space, weights)));
    if (found !== null) return found;
  }
  return null;
}

/** The same weights in few decimals, as small whole numbers, in more decimals, and in all digits. */
function waysToWrite(task: Task, space: WeightSpace, local: LocalWeights): LocalWeights[] {
  const decimals = upTo(task, 12, local);
  return [...decimals.slice(0, 5), ...wholeNumbers(space, local), ...decimals.slice(5), local];
}

function upTo(task: Task, decimals: number, local: LocalWeights): LocalWeights[] {
  return Array.from({ length: decimals - 1 }, (_, i) => rounded(local, i + 2, countedInSums(task.result)));
}

/** The first weights of a list that lie in the region and reproduce what was published; null if none do. */
function firstAsPublished(task: Task, list: readonly LocalWeights[]): Outcome | null {
  const { robust, claims } = task;
  const { region, context, index } = robust;
  for (const local of list) {
    const weights = effectiveWeights(index.space, local);
    if (metBy(task, weights).length < claims.length) continue;
    if (!isEverything(region) && !contains(region, context, weights)) continue;
    const outcome = outcomeOf(task, local);
    if (isAsPublished(task, outcome)) return outcome;
  }
  return null;
}

/** The same weights as small whole numbers, category by category, if they are any: these say ties exactly. */
function wholeNumbers({ groups }: WeightSpace, local: LocalWeights): LocalWeights[] {
  const whole = new Map<string, number>();
  for (const { children } of groups) {
    const shares = children.map(({ code }) => ({ code, share: local.get(code) ?? Number.NaN }));
    const total = Array.from({ length: MOST_WHOLE }, (_, i) => i + 1).find((one) =>
      shares.every(({ share }) => Math.abs(share * one - Math.round(share * one)) < SAME * one),
    );
    if (total === undefined) return [];
    for (const { code, share } of shares) whole.set(code, Math.round(share * total));
  }
  return [whole];
}

/**
 * The weights that come nearest where none reproduce it. Of scores, by least squares. Of ranks and tiers, of
 * the nominal ones, those of the least misses in sum and the region's own corners, those that meet most
 * claims; and of all that meet the same ones, the nearest to the nominal ones.
 */
export function closestWeights(task: Task): LocalWeights {
  const { robust, to, search, claims } = task;
  const { space } = robust.index;
  if (to === 'scores') {
    const weights = squaresOf(task);
    const error = (some: readonly number[]) => sum(residualsAt(task, some).map((x) => x * x));
    return shortest(
      localWeights(space, weights),
      (local) => error(effectiveWeights(space, local)) <= error(weights) * 1.0001,
      countedInSums(task.result),
    );
  }
  const count = (weights: readonly number[]) => metBy(task, weights).length;
  const least = leastMisses(search, claims);
  const candidates = [...(least === null ? [] : [least.weights]), ...cornersOf(robust)];
  if (robust.isNominalInside) candidates.unshift(space.nominal);
  const best = candidates.reduce((most, weights) => (count(weights) > count(most) ? weights : most));
  const kept = metBy(task, best);
  const margins = best === space.nominal ? [] : [3, 4, 5, 6, 9].map((decimals) => 10 ** -decimals);
  const nearest = margins
    .map((margin) => nearestTo(search, kept, space.nominal, margin * search.scale))
    .find((weights) => weights !== null && count(weights) >= count(best));
  return shortest(
    localWeights(space, nearest ?? best),
    (local) => count(effectiveWeights(space, local)) >= count(best),
    countedInSums(task.result),
  );
}

/** The weightings of the region at which each weight is as large as it can be. */
function cornersOf({ index: { space }, polytope }: IndexOverRegion): (readonly number[])[] {
  return space.codes.map(
    (one) =>
      greatest(
        polytope,
        space.codes.map((code) => (code === one ? 1 : 0)),
      ).weights,
  );
}

/** The nearest to published scores, in what the index sums. */
function squaresOf(task: Task): number[] {
  const { index, polytope } = task.robust;
  const width = at(polytope.constraints, 0).coefficients.length;
  const targets = targetsOf(task);
  const found = leastSquares(
    // What stands beyond the weights are their helpers, which the index does not sum.
    targets.map(({ point }) => [...point, ...Array.from({ length: width - point.length }, () => 0)]),
    targets.map(({ target }) => target),
    polytope.constraints,
  );
  if (found === null) throw new Error('the weight region of a fit is empty');
  return found.slice(0, index.space.codes.length);
}

function residualsAt(task: Task, weights: readonly number[]): number[] {
  return targetsOf(task).map(({ point, target }) => dot(point, weights) - target);
}

/** What the weights should sum to, and of what, for each published score that the index can have. */
function targetsOf({ robust: { index }, printed }: Task) {
  return printed
    .map(({ row, position }) => ({
      point: at(index.points, position),
      target: row.score === null ? Number.NaN : index.value(row.score),
    }))
    .filter(({ target }) => Number.isFinite(target));
}
