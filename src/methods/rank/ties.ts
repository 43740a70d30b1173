// Rankings: what do countries with equal scores get?
// A rank is 1 + the number of countries strictly ahead; countries without a score have no rank.
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import { compareText } from '../../model/words.ts';

/**
 * Competition ranks: equal scores share a rank, and as many ranks are then left out.
 *
 *     r = 1 + number of countries strictly ahead
 *
 * Use it unless something speaks for another: it is the usual one in print.
 *
 * @example competition([9, 7, 7, 5]) // → [1, 2, 2, 4]
 * @see OECD/JRC Handbook (2008), step 7
 */
export function competition(scores: Column): Column {
  return byPosition(scores, ({ ahead }) => ahead + 1);
}

/**
 * Dense ranks: equal scores share a rank, and the next rank follows without a gap.
 *
 *     r = 1 + number of distinct scores strictly ahead
 *
 * Use it when the published ranks run without gaps.
 *
 * @example dense([9, 7, 7, 5]) // → [1, 2, 2, 3]
 * @see ITU (2021), Global Cybersecurity Index 2020
 */
export function dense(scores: Column): Column {
  return byPosition(scores, ({ distinctAhead }) => distinctAhead + 1);
}

/**
 * Fractional ranks: equal scores share the mean of the ranks that they take up; the sum of ranks
 * is the same with and without ties.
 *
 *     r = 1 + number strictly ahead + (number equal - 1) / 2
 *
 * Use it when ranks are used in further computation, as for rank correlations.
 *
 * @example fractional([9, 7, 7, 5]) // → [1, 2.5, 2.5, 4]
 * @see Kendall & Gibbons (1990), Rank Correlation Methods
 */
export function fractional(scores: Column): Column {
  return byPosition(scores, ({ ahead, equal }) => ahead + 1 + (equal - 1) / 2);
}

/**
 * Ordinal ranks: nobody shares one; countries with equal scores follow each other by code.
 *
 *     r = position after sorting by score, then by code
 *
 * Use it when every country needs a rank of its own. The order within ties means nothing.
 *
 * @example ordinal([9, 7, 7, 5], ['USA', 'GBR', 'CHN', 'RUS']) // → [1, 3, 2, 4]
 * @see OECD/JRC Handbook (2008), step 7
 */
export function ordinal(scores: Column, codes: readonly string[]): Column {
  const ranks: (number | null)[] = scores.map(() => null);
  const order = descending(scores, (a, b) => compareText(at(codes, a), at(codes, b)));
  for (const [position, row] of order.entries()) ranks[row] = position + 1;
  return ranks;
}

interface Position {
  /** How many countries are strictly ahead. */
  readonly ahead: number;
  /** How many share the score. */
  readonly equal: number;
  /** How many distinct scores are ahead. */
  readonly distinctAhead: number;
}

function byPosition(scores: Column, rankAt: (position: Position) => number): Column {
  const ranks: (number | null)[] = scores.map(() => null);
  const order = descending(scores, () => 0);
  let distinctAhead = 0;
  for (let ahead = 0; ahead < order.length; distinctAhead += 1) {
    const tied = tiedFrom(order, ahead, scores);
    for (const row of tied) ranks[row] = rankAt({ ahead, equal: tied.length, distinctAhead });
    ahead += tied.length;
  }
  return ranks;
}

/** The rows from a position on that have the same score. */
function tiedFrom(order: readonly number[], position: number, scores: Column): number[] {
  const score = at(scores, at(order, position));
  let after = position + 1;
  while (after < order.length && at(scores, at(order, after)) === score) after += 1;
  return order.slice(position, after);
}

/** Rows with a score, the highest first. */
function descending(scores: Column, breakTie: (a: number, b: number) => number): number[] {
  const ranked = scores.flatMap((score, row) => (score === null ? [] : [{ score, row }]));
  return ranked.toSorted((a, b) => b.score - a.score || breakTie(a.row, b.row)).map(({ row }) => row);
}
