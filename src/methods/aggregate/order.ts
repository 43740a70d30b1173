// Aggregations that pick a place in the order of a country's scores: the lowest, the highest, the middle.
import { at } from '../../math/at.ts';
import { largest, smallest } from '../../math/statistics/stats.ts';
import type { Scores } from './rows.ts';

/**
 * Minimum: the weakest score alone; weights only say which count at all.
 *
 *     y = min xᵢ
 *
 * @example minimum([80, 20]) // → 20
 * @see OECD/JRC Handbook (2008), step 6: the non-compensatory extreme
 */
export function minimum(scores: Scores): number {
  return smallest(scores);
}

/**
 * Maximum: the strongest score alone; weights only say which count at all.
 *
 *     y = max xᵢ
 *
 * Use it where one way of reaching a goal is enough. It rewards specialists, and tells nothing of the other
 * scores.
 *
 * @example maximum([80, 20]) // → 80
 * @see Yager (1988), On ordered weighted averaging aggregation operators in multicriteria decisionmaking
 */
export function maximum(scores: Scores): number {
  return largest(scores);
}

/**
 * Weighted median: the score at which half of the weight is reached, from the lowest up; where a score ends
 * at exactly one half, the mean of it and the next.
 *
 *     y = min { xₖ : Σ wᵢ over xᵢ ≤ xₖ exceeds ½ }
 *
 * Use it where no single score, however extreme, should move the index. It is as coarse as the scores are
 * few.
 *
 * @example median([80, 20, 50], [0.2, 0.2, 0.6]) // → 50
 * @example median([80, 20], [0.5, 0.5]) // → 50
 * @see Edgeworth (1888), On a new method of reducing observations relating to several quantities
 */
export function median(scores: Scores, weights: Scores): number {
  const ascending = scores.map((x, i) => ({ x, w: at(weights, i) })).toSorted((a, b) => a.x - b.x);
  let reached = 0;
  for (const [i, { x, w }] of ascending.entries()) {
    reached += w;
    if (Math.abs(reached - 0.5) < NOISE) return (x + (ascending[i + 1]?.x ?? x)) / 2;
    if (reached > 0.5) return x;
  }
  return at(ascending, ascending.length - 1).x;
}

/** What additions of weights may be off by. */
const NOISE = 1e-12;
