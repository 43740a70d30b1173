// Normalisations that keep nothing of the scores but their order.
import { mapPresent, present, type Column } from '../../math/statistics/column.ts';
import { competition, fractional } from '../rank/ties.ts';
import { between, type Span } from './spans.ts';

/**
 * Ranks: the lowest country 1, the highest n; equal scores share the lowest of their ranks, or the mean of
 * them.
 *
 * Use it when scores are only to be trusted for their order: outliers do no harm, and distances are lost.
 *
 * @example rank([10, 30, null, 30, 20], { ties: 'lowest' }) // → [1, 3, null, 3, 2]
 * @example rank([10, 30, null, 30, 20], { ties: 'mean' }) // → [1, 3.5, null, 3.5, 2]
 * @see OECD/JRC Handbook (2008), step 5
 */
export function rank(column: Column, { ties }: { ties: string }): Column {
  return (ties === 'mean' ? fractional : competition)(fromBelow(column));
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
  const others = present(column).length - 1;
  return mapPresent(borda(column), (below) => between(floor, ceiling, others === 0 ? 0.5 : below / others));
}

/**
 * Borda scores: how many countries are strictly below.
 *
 * @example borda([10, 30, null, 20]) // → [0, 2, null, 1]
 * @see Borda (1781)
 */
export function borda(column: Column): Column {
  return mapPresent(competition(fromBelow(column)), (place) => place - 1);
}

/** Ranks of countries count from the best; these count from the lowest. */
function fromBelow(column: Column): Column {
  return mapPresent(column, (x) => -x);
}
