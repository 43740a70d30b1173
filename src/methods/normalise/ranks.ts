// Normalisations that keep nothing of the scores but their order.
import { mapPresent, present, type Column } from '../../math/column.ts';
import { between, type Span } from './spans.ts';

/**
 * Ranks: the lowest country 1, the highest n; equal scores share the lowest of their ranks, or the mean of them.
 *
 * Use it when scores are only to be trusted for their order: outliers do no harm, and distances are lost.
 *
 * @example rank([10, 30, null, 30, 20], { ties: 'lowest' }) // → [1, 3, null, 3, 2]
 * @example rank([10, 30, null, 30, 20], { ties: 'mean' }) // → [1, 3.5, null, 3.5, 2]
 * @see OECD/JRC Handbook (2008), step 5
 */
export function rank(column: Column, { ties }: { ties: string }): Column {
  const scores = present(column);
  return mapPresent(column, (x) => {
    const [below, equal] = [scores.filter((other) => other < x).length, scores.filter((other) => other === x).length];
    return below + (ties === 'mean' ? (equal + 1) / 2 : 1);
  });
}

/**
 * Percentile ranks: the share of the other countries that are strictly below.
 *
 *     y = floor + (ceiling - floor) (number below) / (n - 1)
 *
 * @example percentile([10, 30, null, 20], { floor: 0, ceiling: 100 }) // → [0, 100, null, 50]
 * @see OECD/JRC Handbook (2008), step 5
 */
export function percentile(column: Column, { floor, ceiling }: Span): Column {
  const scores = present(column);
  return mapPresent(column, (x) => between(floor, ceiling, scores.length === 1 ? 0.5 : scores.filter((other) => other < x).length / (scores.length - 1)));
}

/**
 * Borda scores: how many countries are strictly below.
 *
 * @example borda([10, 30, null, 20]) // → [0, 2, null, 1]
 * @see Borda (1781)
 */
export function borda(column: Column): Column {
  const scores = present(column);
  return mapPresent(column, (x) => scores.filter((other) => other < x).length);
}
