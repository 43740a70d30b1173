// The least total rise that meets some needs: the cheapest way through a few half-spaces and a box.
import { dot } from '../../math/linear/vector.ts';
import { maximise } from '../../math/linear/linear-program.ts';
import { sum } from '../../math/statistics/stats.ts';

/** Σ gains × rises must be at least `need`. */
export interface Cut {
  readonly gains: readonly number[];
  readonly need: number;
}

/** A lever: how far it can rise at most, and if it moves in steps, where these are. */
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
 * knapsack. With several it is a linear program. Levers that move in steps are branched on: not above the
 * stop below, or not below the stop above.
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
    const broken = spans.findIndex(
      ({ stops }, j) =>
        stops !== null && ![0, ...stops].some((stop) => Math.abs(stop - (rises[j] ?? 0)) <= MET * (1 + stop)),
    );
    if (broken === -1) {
      best = rises;
      return;
    }
    const at = rises[broken] ?? 0;
    const [below, above] = [
      Math.max(0, ...(spans[broken]?.stops ?? []).filter((stop) => stop < at)),
      Math.min(Infinity, ...(spans[broken]?.stops ?? []).filter((stop) => stop > at)),
    ];
    if (above <= (high[broken] ?? 0)) visit(low.with(broken, above), high);
    visit(low, high.with(broken, below));
  };
  visit(
    spans.map(() => 0),
    spans.map(({ room, stops }) => (stops === null ? room : Math.max(0, ...stops))),
  );
  return best;
}

/** Of all within a box. */
function within(cuts: readonly Cut[], low: readonly number[], high: readonly number[]): number[] | null {
  const rooms = high.map((most, j) => most - (low[j] ?? 0));
  const left = cuts.map(({ gains, need }) => ({ gains, need: need - dot(gains, low) }));
  const [only] = left;
  const more =
    only === undefined
      ? rooms.map(() => 0)
      : left.length === 1
        ? knapsack(only, rooms)
        : program(left, rooms);
  return more?.map((rise, j) => rise + (low[j] ?? 0)) ?? null;
}

function knapsack({ gains, need }: Cut, rooms: readonly number[]): number[] | null {
  const order = [...rooms.keys()]
    .filter((j) => (gains[j] ?? 0) > 0 && (rooms[j] ?? 0) > 0)
    .toSorted((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || (rooms[b] ?? 0) - (rooms[a] ?? 0));
  const rises = rooms.map(() => 0);
  let left = need;
  for (const j of order) {
    if (left <= 0) break;
    const [gain, room] = [gains[j] ?? 0, rooms[j] ?? 0];
    rises[j] = Math.min(room, left / gain);
    left -= gain * room;
  }
  return left <= MET * Math.max(...gains.map(Math.abs), 0) ? rises : null;
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
