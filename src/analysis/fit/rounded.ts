// Scores that are rounded before they are ranked, as limits on what the index sums.
import { at } from '../../math/at.ts';
import { roundTo } from '../../math/statistics/rounding.ts';
import { largest, smallest } from '../../math/statistics/stats.ts';
import type { Result } from '../../model/result.ts';
import type { ShownPlace } from '../../model/rows.ts';
import type { LinearIndex } from '../region/linear-index.ts';
import type { Claim, Limit } from './program.ts';

/** The last place to which scores are rounded before they are ranked; null if they are not. */
export function unitOf({ recipe }: Result): number | null {
  const { decimals } = recipe.rank;
  return typeof decimals === 'number' ? 10 ** -decimals : null;
}

/** Whether the index itself is what is summed, and no logarithm or power of it. */
export function isSummedAsItIs({ value }: LinearIndex): boolean {
  return [1, 2, 5].every((x) => value(x) === x);
}

/**
 * How far apart two can be that are equal once rounded, in what the index sums; 0 if nothing is rounded.
 *
 * Of a transform, it is the most that a unit is worth anywhere the index can be: φ bends one way, so that
 * this is at one of the ends.
 */
export function widthOfUnit(result: Result, index: LinearIndex): number {
  const unit = unitOf(result);
  if (unit === null) return 0;
  if (isSummedAsItIs(index)) return unit;
  const sums = index.points.flat();
  const ends = [smallest(sums), largest(sums)].map((sum) => indexOf(index, sum));
  return largest(ends.map((x) => index.value(x + unit) - index.value(x)));
}

/** The index above 0 of which a sum is the transform. */
function indexOf({ value }: LinearIndex, sum: number): number {
  let [low, high] = [-300, 300];
  for (let i = 0; i < 100; i += 1) {
    const middle = (low + high) / 2;
    if (value(10 ** middle) < sum) low = middle;
    else high = middle;
  }
  return 10 ** low;
}

/** A score in units of the last place, rounded as ranks round it. */
export function roundedUnits(score: number, decimals: number): number {
  return Math.round(roundTo(score, decimals) * 10 ** decimals);
}

/**
 * That some countries round to so many units at least, or at most; null if no index can. A half rounds away
 * from 0, so that it belongs to the upper side where the score is above 0.
 */
export function roundsTo(
  index: LinearIndex,
  countries: readonly ShownPlace[],
  side: 'at least' | 'at most',
  units: number,
  unit: number,
): Claim | null {
  const end = (side === 'at least' ? units - 0.5 : units + 0.5) * unit;
  const isAlways = !isSummedAsItIs(index) && end <= 0;
  if (isAlways) return side === 'at least' ? { kind: 'place', countries, limits: [] } : null;
  const sign = side === 'at least' ? 1 : -1;
  const isClosed = side === 'at least' ? end > 0 : end < 0;
  const limits = countries.map((country): Limit => ({
    weights: at(index.points, country).map((x) => sign * x),
    cuts: [],
    bound: sign * index.value(end),
    isStrict: !isClosed,
  }));
  return { kind: 'place', countries, limits };
}

/** What no weights do. */
export function never({ points }: LinearIndex): Limit {
  return { weights: at(points, 0).map(() => 0), cuts: [], bound: 1, isStrict: false };
}
