// Where a country stands before and after a change.
import type { Move } from '../../analysis/whatif/whatif.ts';
import { at } from '../../math/at.ts';
import type { Country } from '../../model/edition.ts';
import { tierOf, type Result } from '../../model/result.ts';
import type { EditionRow, ResultRow } from '../../model/rows.ts';
import type { Standing } from '../shared/json.ts';

/** The results before and after, and what every country was and is, in the order of the later one. */
export interface Comparison {
  readonly before: Result;
  readonly after: Result;
  readonly moves: readonly Move[];
}

/** Rank, index and tier in one of the results; null without an index, or where the country is not in it. */
export type RankAndTier = Pick<Standing, 'rank' | 'score' | 'tier'>;

export function standingBefore({ before }: Comparison, move: Move): RankAndTier {
  return standingIn(before, move.before);
}

export function standingAfter({ after }: Comparison, move: Move): RankAndTier {
  return standingIn(after, move.after);
}

function standingIn(result: Result, row: ResultRow | null): RankAndTier {
  if (row === null) return { rank: null, score: null, tier: null };
  return { rank: at(result.ranks, row), score: at(result.index, row), tier: tierOf(result, row) };
}

export function countryOf(comparison: Comparison, move: Move): Country {
  const { result, row } = latestOf(comparison, move);
  return at(result.countries, row);
}

/** Its row in the edition. */
export function editionRowOf(comparison: Comparison, move: Move): EditionRow {
  const { result, row } = latestOf(comparison, move);
  return at(result.rows, row);
}

/** The later result and its row there, or the earlier one if it is no longer in that. */
function latestOf({ before, after }: Comparison, move: Move): { result: Result; row: ResultRow } {
  if (move.after !== null) return { result: after, row: move.after };
  if (move.before !== null) return { result: before, row: move.before };
  throw new RangeError('a country that moves is in neither result');
}

/** How many places a country rises; 0 if it has no rank before or after. */
export function placesRisen(comparison: Comparison, move: Move): number {
  const [was, is] = [standingBefore(comparison, move).rank, standingAfter(comparison, move).rank];
  return was === null || is === null ? 0 : was - is;
}
