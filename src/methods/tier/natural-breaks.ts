// Fisher–Jenks natural breaks: the classes with the least spread inside them, found exactly.
import { at } from '../../math/at.ts';
import { spreads } from '../../math/statistics/spread.ts';

/**
 * The least value of each class but the lowest, ascending, for the division of the values into `classes`
 * classes with the least sum of squared deviations from the class means. Equal values are never divided;
 * with fewer distinct values than classes there are as many classes as distinct values.
 *
 *     min Σ_classes Σ (x - class mean)²
 *
 * Of equally good divisions it is the one with the fewest distinct values in the highest class, then in the
 * next, and so on. They are equally good where values that are rounded in the twelfth digit cannot tell them
 * apart, whatever the scale.
 *
 * Dynamic programming over the n distinct values, in which the start of the last class never moves down as
 * values are added: O(classes · n log n).
 *
 * @example naturalBreaks([1, 2, 9, 10, 11, 30], 3) // → [9, 30]
 * @example naturalBreaks([1, 2, 3], 2) // → [3]
 * @see Fisher (1958), On grouping for maximum homogeneity, JASA 53; Grønlund et al. (2017), Fast exact
 *   k-means, k-medians and Bregman divergence clustering in 1D
 */
export function naturalBreaks(values: readonly number[], classes: number): number[] {
  const occurrences = new Map<number, number>();
  for (const x of values) occurrences.set(x, (occurrences.get(x) ?? 0) + 1);
  const distinct = [...occurrences.keys()].toSorted((a, b) => a - b);
  // In units near the largest, so that no square is too large or too small.
  const largest = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const unit = largest > 0 ? 2 ** Math.floor(Math.log2(largest)) : 1;
  const spread = spreads(
    distinct.map((x) => x / unit),
    distinct.map((x) => occurrences.get(x) ?? 0),
  );
  const wanted = Math.min(classes, distinct.length);
  const least = [distinct.map((_, last) => spread(0, last))];
  for (let used = 2; used <= wanted; used += 1)
    least.push(leastTotals(at(least, used - 2), spread, used - 1));
  return walkBack(least.slice(0, wanted), spread, distinct, slackOf(values.length, largest / unit));
}

type Spread = (from: number, to: number) => number;

/**
 * The least total spread of the values up to each, in one class more than `previous` has the totals of;
 * infinite where there are too few values, as at least `before` must come before the last class.
 *
 * The middle one is found first: those below it have their last class start no later, those above no sooner.
 */
function leastTotals(previous: readonly number[], spread: Spread, before: number): number[] {
  const totals = previous.map(() => Infinity);
  const fill = (low: number, high: number, earliest: number, latest: number): void => {
    if (low > high) return;
    const last = Math.floor((low + high) / 2);
    let best = earliest;
    for (let from = earliest; from <= Math.min(last, latest); from += 1) {
      const total = at(previous, from - 1) + spread(from, last);
      if (total < at(totals, last)) [best, totals[last]] = [from, total];
    }
    fill(low, last - 1, earliest, best);
    fill(last + 1, high, best, latest);
  };
  fill(before, previous.length - 1, before, previous.length - 1);
  return totals;
}

/** From the highest class down: each starts at the latest value from which the total is still the least. */
function walkBack(
  least: readonly (readonly number[])[],
  spread: Spread,
  distinct: readonly number[],
  slack: (total: number) => number,
): number[] {
  const breaks: number[] = [];
  let last = distinct.length - 1;
  for (let used = least.length - 1; used > 0; used -= 1) {
    const [totals, previous] = [at(least, used), at(least, used - 1)];
    const most = at(totals, last) + slack(at(totals, last));
    let from = last;
    while (from > used && at(previous, from - 1) + spread(from, last) > most) from -= 1;
    breaks.unshift(at(distinct, from));
    last = from - 1;
  }
  return breaks;
}

/**
 * By how much a total may be off if each of n values is, by δ: Σ (d + δ)² − Σ d² is at most this, d being the
 * deviations.
 *
 *     2 δ √(n · total) + n δ²,   δ = 5 · 10⁻¹² · the largest value
 */
function slackOf(n: number, largest: number): (total: number) => number {
  const off = 5e-12 * largest;
  return (total) => 2 * off * Math.sqrt(n * total) + n * off ** 2;
}
