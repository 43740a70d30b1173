// Weights by contrast and conflict.
import { present, type Column } from '../../../math/statistics/column.ts';
import { correlationMatrix, isConstant } from '../../../math/statistics/correlation.ts';
import { deviation, range, sum } from '../../../math/statistics/stats.ts';
import type { Siblings } from '../siblings.ts';

/**
 * CRITIC, criteria importance through intercriteria correlation: what tells countries apart, and says
 * something else than its siblings do, counts more.
 *
 *     wᵢ = cᵢ / Σ cⱼ,   cᵢ = sᵢ Σₖ (1 − rᵢₖ),   s of the min–maxed scores
 *
 * Use it where siblings overlap and what they have in common should not count twice. What goes against its
 * siblings, and mere noise too, gets much weight. Correlations are over the countries that have both scores;
 * a pair without one adds nothing. Where all scores are equal, or all siblings say the same, the weight is 0.
 *
 * The first two columns have r = 1 between them and r = 0 with the third, which has their deviation:
 *
 * @example critic({ columns: [[0, 0, 1, 1], [2, 2, 4, 4], [0, 1, 0, 1]] }).map((c) => c / Math.sqrt(1 / 3))
 *   // → [1, 1, 2]
 * @see Diakoulaki, Mavrotas & Papayannakis (1995), Determining objective weights in multiple criteria
 *   problems: the CRITIC method, Computers & Operations Research 22
 */
export function critic({ columns }: Pick<Siblings, 'columns'>): readonly number[] {
  const correlations = correlationMatrix(columns);
  return columns.map((column, i) => contrast(column) * sum((correlations[i] ?? []).map(conflict)));
}

/** The deviation of the min–maxed scores. */
function contrast(column: Column): number {
  const scores = present(column);
  const { low, high } = range(scores);
  return isConstant(scores) ? 0 : deviation(scores) / (high - low);
}

/** What rounding leaves of 1 − 1 is 0. */
function conflict(r: number | null): number {
  return r === null || 1 - r < 1e-12 ? 0 : 1 - r;
}
