// What of a ranking is looked at: how far ranks move, one country's rank, or who stays among the first.
import { at } from '../../math/at.ts';
import { present, type Column } from '../../math/statistics/column.ts';
import { mean } from '../../math/statistics/stats.ts';
import { hasFailed, type FailedReplicate, type Replicate } from './replicates.ts';
import { shownPlaces, type ShownPlace } from '../../model/rows.ts';

/**
 * What of a ranking is looked at: how far ranks move on average, one country's rank, or how much of the top
 * stays.
 */
export type Outcome =
  | { readonly kind: 'shift' }
  | { readonly kind: 'country'; readonly country: ShownPlace }
  | { readonly kind: 'top'; readonly size: number };

/**
 * An outcome of one replicate, held against the nominal ranks; null if it could not be built.
 *
 *     shift:    mean over countries of |rank − nominal rank|
 *     country:  the country's rank
 *     top:      share of the nominal first k that are among the first k
 *
 * @example outcomeOf({ kind: 'shift' }, { ranks: [2, 1, 3], scores: [], tiers: [] }, [1, 2, 3]) // →
 *   0.6666666666666666
 * @example outcomeOf({ kind: 'top', size: 1 }, { ranks: [2, 1, 3], scores: [], tiers: [] }, [1, 2, 3]) // → 0
 */
export function outcomeOf(
  outcome: Outcome,
  replicate: Replicate | FailedReplicate,
  nominal: Column,
): number | null {
  if (hasFailed(replicate)) return null;
  const { ranks } = replicate;
  if (outcome.kind === 'country') return at(ranks, outcome.country);
  if (outcome.kind === 'shift') return mean(present(placesMoved(ranks, nominal)));
  const top = topOf(nominal, outcome.size);
  return top.length === 0 ? null : 1 - droppedOut(ranks, nominal, outcome.size).length / top.length;
}

/**
 * How far an outcome is from what it is nominally; null if that cannot be told.
 *
 *     shift:    mean over countries of |rank − nominal rank|
 *     country:  |rank − nominal rank| of the country
 *     top:      how many of the nominal first k are not among the first k
 *
 * @example movedBy({ kind: 'country', country: 0 }, [2, 1, 3], [1, 2, 3]) // → 1
 * @example movedBy({ kind: 'top', size: 1 }, [2, 1, 3], [1, 2, 3]) // → 1
 */
export function movedBy(outcome: Outcome, ranks: Column, nominal: Column): number | null {
  if (outcome.kind === 'top') return droppedOut(ranks, nominal, outcome.size).length;
  const moves = placesMoved(ranks, nominal);
  const looked = present(outcome.kind === 'country' ? [at(moves, outcome.country)] : moves);
  return looked.length === 0 ? null : mean(looked);
}

/** By how many places each country moves; one that had no rank moves by none. */
export function placesMoved(ranks: Column, nominal: Column): Column {
  return ranks.map((rank, country) =>
    rank === null ? null : Math.abs(rank - (at(nominal, country) ?? rank)),
  );
}

/** Which of the nominal first k are not among the first k. */
export function droppedOut(ranks: Column, nominal: Column, size: number): ShownPlace[] {
  const stay = new Set(topOf(ranks, size));
  return topOf(nominal, size).filter((country) => !stay.has(country));
}

/** The countries among the first k, ties for the last of these places included. */
function topOf(ranks: Column, size: number): ShownPlace[] {
  return shownPlaces(ranks).filter((country) => (at(ranks, country) ?? Infinity) <= size);
}
