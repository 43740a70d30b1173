// TOPSIS: how near is a country to the best of the field in everything, and how far from the worst?
import { at } from '../../math/at.ts';
import { present, type Column } from '../../math/statistics/column.ts';
import { euclideanLength, range } from '../../math/statistics/stats.ts';
import { settledColumns, type Scores } from './rows.ts';

/**
 * TOPSIS: the distance to the worst as a share of the distances to the worst and to the best, where the best
 * has the highest score of the field in every indicator, and the worst the lowest.
 *
 *     y = d⁻ / (d⁺ + d⁻),   d⁺ = √Σ (wᵢ (maxᵢ − xᵢ))²,   d⁻ = √Σ (wᵢ (xᵢ − minᵢ))²
 *
 * Use it where the field itself sets the standard: 1 is the best in everything, 0 the worst. Hwang and Yoon
 * take it after --normalise vector. Another country at an end of the field can change the order of those
 * between. A country is measured by the indicators that it has a score for; if they tell nobody apart, it
 * gets 0.5.
 *
 * @example topsis([[10, 10], [10, 0], [0, 0]], [0.5, 0.5]) // → [1, 0.5, 0]
 * @see Hwang & Yoon (1981), Multiple Attribute Decision Making
 */
export function topsis(rows: readonly Column[], weights: Scores): number[] {
  const indicators = settledColumns(rows, weights).map((column, i) => ({
    column,
    weight: at(weights, i),
    ...range(present(column)),
  }));
  return rows.map((_, row) => {
    const distanceTo = (end: 'low' | 'high') =>
      euclideanLength(
        indicators.map((indicator) => {
          const score = at(indicator.column, row);
          return score === null ? 0 : indicator.weight * (score - indicator[end]);
        }),
      );
    const [toBest, toWorst] = [distanceTo('high'), distanceTo('low')];
    return toBest + toWorst === 0 ? 0.5 : toWorst / (toBest + toWorst);
  });
}
