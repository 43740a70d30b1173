// Weights by how unevenly scores are shared out.
import { present } from '../../../math/statistics/column.ts';
import { isConstant } from '../../../math/statistics/correlation.ts';
import { mean, sum } from '../../../math/statistics/stats.ts';
import { magnitude } from '../../../math/linear/vector.ts';
import type { Siblings } from '../siblings.ts';

/**
 * Shannon's entropy: what is shared out unevenly among the countries counts more.
 *
 *     wᵢ = dᵢ / Σ dⱼ,   dᵢ = 1 + Σ p ln p / ln n,   p = x / Σ x over the n countries
 *
 * Use it where 0 means that there is nothing: the shares, and so the weights, change if all scores rise by
 * the same. Scores must be 0 or above. A sibling that few countries have anything of gets the most weight.
 * The scores that are there count; where all are equal the weight is 0.
 *
 * @example entropy({ columns: [[4, 0, 0, 0], [1, 1, 0, 0], [1, 1, 1, 1]] }) // → [1, 0.5, 0]
 * @see Shannon (1948), A mathematical theory of communication; Hwang & Yoon (1981), Multiple Attribute
 *   Decision Making
 */
export function entropy({ columns }: Pick<Siblings, 'columns'>): readonly number[] {
  return columns.map(present).map((scores) => (isConstant(scores) ? 0 : diversification(scores)));
}

/**
 * How far the entropy of the shares is below that of equal ones: 0 if all are equal, 1 if one country has
 * everything.
 */
function diversification(scores: readonly number[]): number {
  const unit = magnitude(scores);
  const average = mean(scores.map((x) => x / unit));
  // p ln p + p ln n, with n p = x / average: what would cancel is never added.
  const terms = scores
    .map((x) => x / unit / average)
    .map((ratio) => (ratio === 0 ? 0 : ratio * Math.log(ratio)));
  return Math.max(0, sum(terms) / scores.length / Math.log(scores.length));
}
