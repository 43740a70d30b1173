// Who stands just above and just below a country?
import { at } from '../../math/at.ts';
import { rankedWith } from '../../methods/years.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';

/** Rows of the result; null where nobody stands there. */
export interface Neighbours {
  readonly above: ResultRow | null;
  readonly below: ResultRow | null;
}

/**
 * The countries just above and just below by rank, in the same year; who shares the rank is neither. Of
 * several, the nearest by index.
 */
export function neighbours(result: Result, row: ResultRow): Neighbours {
  const { index, ranks } = result;
  const [ourRank, ourIndex] = [at(ranks, row), at(index, row)];
  if (ourRank === null || ourIndex === null) return { above: null, below: null };
  const others = rankedWith(result, row).flatMap((other) => {
    const [rank, theirIndex] = [at(ranks, other), at(index, other)];
    if (rank === null || theirIndex === null || rank === ourRank) return [];
    return [{ other, places: rank - ourRank, gap: Math.abs(theirIndex - ourIndex) }];
  });
  const nearest = (among: typeof others) => {
    const [first] = among.toSorted((a, b) => Math.abs(a.places) - Math.abs(b.places) || a.gap - b.gap);
    return first?.other ?? null;
  };
  return {
    above: nearest(others.filter(({ places }) => places < 0)),
    below: nearest(others.filter(({ places }) => places > 0)),
  };
}
