// The least total rise that meets some needs: the cheapest way through a few half-spaces and a box.
import { at } from '../at.ts';
import { dot } from '../linear/vector.ts';
import { maximise } from '../linear/linear-program.ts';
import { largest, smallest, sum } from '../statistics/stats.ts';

/** Σ gains × rises must be at least `need`. */
export interface Cut {
  readonly gains: readonly number[];
  readonly need: number;
}

/** How far a variable can rise at most, and if it moves in steps, where it may stop. */
export interface Span {
  readonly room: number;
  readonly stops: readonly number[] | null;
}

/** Needs are met if they are missed by no more than this, relative to the largest gain. */
const MET = 1e-10;
const MOST_BRANCHES = 5000;

/**
 * The rises of least total that meet all cuts; null if there are none.
 *
 *     min Σ tⱼ   with   Σ gⱼ tⱼ ≥ need for each cut,   0 ≤ tⱼ ≤ roomⱼ
 *
 * With one cut what gives most for a point is raised first, and of equals what has most room: a continuous
 * knapsack. With several it is a linear program. Variables that move in steps are branched on: not above the
 * stop below, or not below the stop above. More than 5000 branches are a RangeError.
 *
 * @example leastRise([{ gains: [2, 1], need: 7 }], [{ room: 3, stops: null }, { room: 5, stops: null }]) // →
 *   [3, 1]
 * @example leastRise([{ gains: [2, 1], need: 5 }], [{ room: 4, stops: [2, 4] }, { room: 5, stops: null }]) //
 *   → [2, 1]
 * @see Dantzig (1957), Operations Research 5: the continuous knapsack
 */
export function leastRise(cuts: readonly Cut[], spans: readonly Span[]): number[] | null {
  let best: number[] | null = null;
  let branches = 0;
  const visit = (low: readonly number[], high: readonly number[]): void => {
    branches += 1;
    if (branches > MOST_BRANCHES) throw new RangeError('too many branches');
    const rises = within(cuts, low, high);
    if (rises === null || (best !== null && sum(rises) >= sum(best) - MET)) return;
    const j = spans.findIndex(({ stops }, i) => stops !== null && !isAtStop(at(rises, i), stops));
    if (j === -1) {
      best = rises;
      return;
    }
    const stops = at(spans, j).stops ?? [];
    const below = Math.max(0, largest(stops.filter((stop) => stop < at(rises, j))));
    const above = Math.min(Infinity, smallest(stops.filter((stop) => stop > at(rises, j))));
    if (above <= at(high, j)) visit(low.with(j, above), high);
    visit(low, high.with(j, below));
  };
  visit(
    spans.map(() => 0),
    spans.map(({ room, stops }) => (stops === null ? room : Math.max(0, largest(stops)))),
  );
  return best;
}

function isAtStop(rise: number, stops: readonly number[]): boolean {
  return [0, ...stops].some((stop) => Math.abs(stop - rise) <= MET * (1 + stop));
}

/** The rises of least total within a box. */
function within(cuts: readonly Cut[], low: readonly number[], high: readonly number[]): number[] | null {
  const rooms = high.map((most, j) => most - at(low, j));
  const left = cuts.map(({ gains, need }) => ({ gains, need: need - dot(gains, low) }));
  return aboveZero(left, rooms)?.map((rise, j) => rise + at(low, j)) ?? null;
}

function aboveZero(cuts: readonly Cut[], rooms: readonly number[]): number[] | null {
  const [first, ...others] = cuts;
  if (first === undefined) return rooms.map(() => 0);
  return others.length === 0 ? knapsack(first, rooms) : program(cuts, rooms);
}

function knapsack({ gains, need }: Cut, rooms: readonly number[]): number[] | null {
  const order = rooms
    .map((room, j) => ({ j, room, gain: at(gains, j) }))
    .filter(({ room, gain }) => gain > 0 && room > 0)
    .toSorted((a, b) => b.gain - a.gain || b.room - a.room);
  const rises = rooms.map(() => 0);
  let left = need;
  for (const { j, room, gain } of order) {
    if (left <= 0) break;
    // What falls short of the end by noise goes to the end.
    rises[j] = left / gain >= room * (1 - 1e-12) ? room : left / gain;
    left -= gain * room;
  }
  return left <= MET * Math.max(largest(gains.map(Math.abs)), 0) ? rises : null;
}

function program(cuts: readonly Cut[], rooms: readonly number[]): number[] | null {
  const optimum = maximise(
    rooms.map(() => -1),
    [
      ...cuts.map(({ gains, need }) => ({ coefficients: gains, relation: '≥' as const, bound: need })),
      ...rooms.map((room, j) => ({
        coefficients: rooms.map((_, i) => (i === j ? 1 : 0)),
        relation: '≤' as const,
        bound: room,
      })),
    ],
  );
  return optimum?.point.map((rise) => (rise < MET ? 0 : rise)) ?? null;
}
