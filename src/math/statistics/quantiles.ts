// The value below which a share of some numbers lies: 0.5 is the median, 0.05 to 0.95 hold 90 % of them.
import { at } from '../at.ts';

/**
 * The quantile of some numbers: between the two sorted ones nearest to the place p of the way, in proportion
 * ("type 7").
 *
 *     h = (n − 1) p;  q = x₍⌊h⌋₎ + (h − ⌊h⌋) (x₍⌊h⌋+1₎ − x₍⌊h⌋₎),  x₍₀₎ ≤ x₍₁₎ ≤ …
 *
 * p from 0, the least, to 1, the greatest. NaN for no numbers. Tukey's hinges and SPSS place h otherwise;
 * with many numbers all agree.
 *
 * @example quantile([4, 1, 2, 3], 0.5) // → 2.5
 * @example quantile([10, 20, 30], 0.25) // → 15
 * @see Hyndman & Fan (1996), Sample quantiles in statistical packages, The American Statistician 50
 */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length === 0 ? Number.NaN : between((i) => at(sorted, i), (sorted.length - 1) * p);
}

/**
 * The same where numbers are whole and counted: counts[i] says how often i occurred. For ranks, counts[0] is
 * 0.
 *
 * @example quantileOfCounts([0, 2, 1, 1], 0.5) // → 1.5
 * @example quantileOfCounts([0, 98, 1, 1], 0.95) // → 1
 */
export function quantileOfCounts(counts: readonly number[], p: number): number {
  const total = counts.reduce((before, count) => before + count, 0);
  return total === 0 ? Number.NaN : between((i) => placed(counts, i), (total - 1) * p);
}

function between(sorted: (i: number) => number, place: number): number {
  const low = sorted(Math.floor(place));
  const share = place - Math.floor(place);
  // Nothing lies after the greatest.
  return share === 0 ? low : low + share * (sorted(Math.floor(place) + 1) - low);
}

/** The i-th of the counted numbers in order, from 0. */
function placed(counts: readonly number[], i: number): number {
  let passed = 0;
  return counts.findIndex((count) => (passed += count) > i);
}
