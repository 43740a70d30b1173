// Drawing weights at random, evenly over a set of weightings. The walk is drawn by the million, so that its
// loops read numbers with `?? 0`, which never applies.
import { at } from '../at.ts';
import type { Random } from './random.ts';
import { largest } from '../statistics/stats.ts';

/**
 * A point of the simplex: numbers from 0 that sum to 1, every combination as likely as any other.
 *
 *     the lengths into which n − 1 random points cut a line of length 1
 *
 * @example simplex(() => 0.25, 3) // → [0.25, 0, 0.75]
 * @see Rubinstein & Kroese (2016), Simulation and the Monte Carlo Method
 */
export function simplex(random: Random, n: number): number[] {
  const cuts = Array.from({ length: n - 1 }, () => random()).toSorted((a, b) => a - b);
  return Array.from({ length: n }, (_, i) => (cuts[i] ?? 1) - (cuts[i - 1] ?? 0));
}

/** A weight's least and greatest value. */
export interface Limit {
  readonly least: number;
  readonly most: number;
}

/**
 * Numbers within limits that sum to 1: all but the one with the widest limits are drawn, that one is what is
 * left, and the draw is done again where it lies outside. Null if a thousand draws in a row did.
 *
 * @example box(() => 0.5, [{ least: 0, most: 0.5 }, { least: 0, most: 1 }]) // → [0.25, 0.75]
 */
export function box(random: Random, limits: readonly Limit[]): number[] | null {
  const widths = limits.map(({ least, most }) => most - least);
  const widest = widths.indexOf(largest(widths));
  const last = at(limits, widest);
  for (let trial = 0; trial < 1000; trial += 1) {
    const drawn = limits.map(({ least, most }, i) => (i === widest ? 0 : least + (most - least) * random()));
    const rest = 1 - drawn.reduce((total, x) => total + x, 0);
    if (rest >= last.least && rest <= last.most) return drawn.map((x, i) => (i === widest ? rest : x));
  }
  return null;
}

/** a·x ≥ b. */
export interface HalfSpace {
  readonly coefficients: readonly number[];
  readonly bound: number;
}

/**
 * One step of hit-and-run: from a point of a convex set, along a random line through it, to a random point of
 * the line within the set. Points far along the walk are spread evenly, whatever the set; neighbours on it
 * depend on each other. `directions` span the ways that may be gone, so that what sums to 1 goes on doing so.
 *
 * @see Smith (1984), Operations Research 32
 */
export function hitAndRun(
  random: Random,
  point: readonly number[],
  directions: readonly (readonly number[])[],
  limits: readonly HalfSpace[],
): number[] {
  const way = point.map(() => 0);
  for (const direction of directions) {
    const times = normal(random);
    for (let i = 0; i < way.length; i += 1) way[i] = (way[i] ?? 0) + times * (direction[i] ?? 0);
  }
  return stepAlong(random, point, way, limits);
}

/**
 * To a random point of a line within a convex set, from a point of it on a way; it stays where the set does
 * not end on both sides.
 *
 * @example stepAlong(() => 0.25, [0], [1], [{ coefficients: [1], bound: -1 }, { coefficients: [-1], bound:
 *   -3 }]) // → [0]
 */
export function stepAlong(
  random: Random,
  point: readonly number[],
  way: readonly number[],
  limits: readonly HalfSpace[],
): number[] {
  let [from, to] = [-Infinity, Infinity];
  for (const { coefficients, bound } of limits) {
    let slope = 0;
    let room = bound;
    // Sums of a few numbers, by the million: rounding does not matter here, time does.
    for (let i = 0; i < way.length; i += 1) {
      const coefficient = coefficients[i] ?? 0;
      if (coefficient === 0) continue;
      slope += coefficient * (way[i] ?? 0);
      room -= coefficient * (point[i] ?? 0);
    }
    if (slope > 1e-14) from = Math.max(from, room / slope);
    else if (slope < -1e-14) to = Math.min(to, room / slope);
  }
  if (!Number.isFinite(from) || !Number.isFinite(to) || to < from) return [...point];
  const step = from + (to - from) * random();
  return point.map((x, i) => x + step * (way[i] ?? 0));
}

/** Whether a point meets all limits. */
export function isWithin(point: readonly number[], limits: readonly HalfSpace[]): boolean {
  return limits.every(({ coefficients, bound }) => {
    let total = 0;
    for (let i = 0; i < coefficients.length; i += 1) total += (coefficients[i] ?? 0) * (point[i] ?? 0);
    return total >= bound;
  });
}

/**
 * A number with the standard normal distribution, from two even ones, by Box and Muller's transform.
 *
 *     √(−2 ln u₁) cos 2πu₂
 *
 * @example normal(() => Math.exp(-2)).toFixed(6) // → (2 * Math.cos(2 * Math.PI * Math.exp(-2))).toFixed(6)
 * @see Box & Muller (1958), Annals of Mathematical Statistics 29
 */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}
