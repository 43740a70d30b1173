// Normalisations by the spread of the scores.
import { mapPresent, present, type Column } from '../../math/statistics/column.ts';
import { deviation, euclideanLength, mean, range } from '../../math/statistics/stats.ts';

/**
 * z-scores: how many standard deviations a country is above the mean.
 *
 *     y = mean + deviation (x - x̄) / s,   s with divisor n - 1
 *
 * Use it when indicators should vary by the same amount; an outlier keeps a large score.
 * Half of the results are negative, which geometric and harmonic means cannot take.
 * If all scores are equal, each gets the mean.
 *
 * @example zscore([1, 2, 3], { mean: 0, deviation: 1 }) // → [-1, 0, 1]
 * @see OECD/JRC Handbook (2008), step 5
 */
export function zscore(column: Column, parameters: { mean: number; deviation: number }): Column {
  const scores = present(column);
  const centre = mean(scores);
  const spread = deviation(scores);
  const { low, high } = range(scores);
  return mapPresent(column, (x) =>
    low === high ? parameters.mean : parameters.mean + parameters.deviation * ((x - centre) / spread),
  );
}

/**
 * Vector: divided by the length of the column; reversed where less is better.
 *
 *     y = x / √Σ x²,   for direction -1  y = 1 - |x| / √Σ x²
 *
 * @example vector([3, null, 4], { direction: 1 }) // → [0.6, null, 0.8]
 * @see Hwang & Yoon (1981), Multiple Attribute Decision Making
 */
export function vector(column: Column, { direction }: { direction: number }): Column {
  const length = euclideanLength(present(column));
  if (length === 0) return mapPresent(column, () => 0);
  return mapPresent(column, (x) => (direction === 1 ? x / length : 1 + x / length));
}
