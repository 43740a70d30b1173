// Denominations: a score divided by the size of the country.
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';

/**
 * Divides by another column: per head, per area, per output.
 *
 *     y = factor x / size
 *
 * Use it when a score grows with the country and what counts is how much of it there is for each inhabitant
 * or unit of output. A missing size makes a missing score. A size of zero is a problem.
 *
 * @example by([10, 30, null], [2, 60, 5], { factor: 100 }) // → [500, 50, null]
 * @see OECD/JRC Handbook (2008), step 5: scale transformation prior to normalisation
 */
export function by(column: Column, sizes: Column, { factor }: { factor: number }): Column {
  return column.map((x, row) => {
    const size = at(sizes, row);
    return x === null || size === null ? null : (factor * x) / size;
  });
}
