// Weights by how far scores are apart.
import { present } from '../../../math/statistics/column.ts';
import { isConstant } from '../../../math/statistics/correlation.ts';
import { deviation as spread } from '../../../math/statistics/stats.ts';
import type { Siblings } from '../siblings.ts';

/**
 * Standard deviation: what tells countries apart counts more.
 *
 *     wᵢ = sᵢ / Σ sⱼ
 *
 * Use it on scores that were brought to one range, as by min–max. After z-scores all deviations are the
 * same, and so are the weights. A sibling with one extreme score may win most weight of all: treat outliers
 * first. The scores that are there count; where all are equal the weight is 0.
 *
 * @example deviation({ columns: [[0, 3, 6], [0, 1, null, 2], [5, 5, 5]] }) // → [3, 1, 0]
 * @see Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22
 */
export function deviation({ columns }: Pick<Siblings, 'columns'>): readonly number[] {
  return columns.map(present).map((scores) => (isConstant(scores) ? 0 : spread(scores)));
}
