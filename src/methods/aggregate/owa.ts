// Ordered weighted averaging: weights by place, from the best score of a country to its worst.
import { at } from '../../math/at.ts';
import { sum } from '../../math/statistics/stats.ts';
import type { Scores } from './rows.ts';

/** `order` are weights by place, the best score first; equal ones if it is null. */
type Owa = { readonly exponent: number; readonly order: Scores | null };

/**
 * Ordered weighted average: a mean of the scores sorted from the best to the worst, whose weights a
 * quantifier Q gives to the places: Q tells how much of the result the best scores make up that have this
 * share of the weight.
 *
 *     y = Σ vᵢ x₍ᵢ₎,   vᵢ = Q(Wᵢ) − Q(Wᵢ₋₁),   x₍₁₎ ≥ x₍₂₎ ≥ …,   Wᵢ = weight of the i best scores
 *
 * Q(r) = r^exponent: 1 is the weighted mean, 2 asks for most, a large exponent comes near the minimum, one
 * near 0 the maximum. `order` gives the vᵢ of equally weighted scores, scaled to sum to 1: Q(r) =
 * L(r)^exponent, L being straight between their running totals, so that weights and missing scores have their
 * say as well. A country's missing scores take no place.
 *
 * @example owa([20, 80, 50], [1 / 3, 1 / 3, 1 / 3], { exponent: 2, order: null }) // → 36.666666666666664
 * @example owa([20, 80, 50], [1 / 3, 1 / 3, 1 / 3], { exponent: 1, order: [0, 1, 1] }) // → 35
 * @see Yager (1988), On ordered weighted averaging; Yager (1996), Quantifier guided aggregation; Torra
 *   (1997), The weighted OWA operator
 */
export function owa(scores: Scores, weights: Scores, { exponent, order }: Owa): number {
  const quantifier = (share: number) => (order === null ? share : runningTotal(order, share)) ** exponent;
  const descending = scores.map((x, i) => ({ x, w: at(weights, i) })).toSorted((a, b) => b.x - a.x);
  let reached = 0;
  return sum(
    descending.map(({ x, w }, i) => {
      const before = quantifier(reached);
      reached = i === descending.length - 1 ? 1 : Math.min(1, reached + w);
      return (quantifier(reached) - before) * x;
    }),
  );
}

/** The share of the weights by place that the first places have, straight from one place to the next. */
function runningTotal(order: Scores, share: number): number {
  const exact = share * order.length;
  // A place that is full but for floating-point noise is full: near 0, a small exponent would make much of
  // the noise.
  const place = Math.abs(exact - Math.round(exact)) < 1e-12 ? Math.round(exact) : exact;
  const whole = Math.floor(place);
  const rest = place - whole;
  const begun = rest === 0 ? 0 : rest * at(order, whole);
  return (sum(order.slice(0, whole)) + begun) / sum(order);
}
