// Rounding that people can predict: to decimal places, and to where floating-point noise begins.
import { at } from '../at.ts';
import { present, type Column } from './column.ts';

/**
 * Rounds to decimal places, halves away from zero, as printed tables do: what floating point
 * makes of 1.005 counts as 1.005.
 *
 * @example roundTo(1.005, 2) // → 1.01
 * @example roundTo(-2.5, 0) // → -3
 */
export function roundTo(x: number, decimals: number): number {
  const scaled = Number((Math.abs(x) * 10 ** decimals).toPrecision(15));
  if (scaled >= Number.MAX_SAFE_INTEGER) return x;
  return (Math.sign(x) * Math.round(scaled)) / 10 ** decimals;
}

/**
 * The least number that rounds to `least` or more, as `roundTo` rounds.
 *
 * @example leastRoundedTo(95, 2) // → 94.995
 * @example leastRoundedTo(94.991, 2) // → 94.995
 */
export function leastRoundedTo(least: number, decimals: number): number {
  const rounded = roundTo(least, decimals);
  const step = 10 ** -decimals;
  const reached = rounded >= least ? rounded : roundTo(rounded + step, decimals);
  const half = roundTo(reached - step / 2, decimals + 1);
  // Halves go away from zero: below zero the half itself is rounded down, and what follows it up.
  return reached > 0 ? half : half * (1 - 1e-13);
}

/**
 * Rounds numbers to 10⁻¹² of a magnitude, so that two ways of adding up the same numbers compare as equal.
 * The step is a power of ten, so that decimal figures stay what they are.
 *
 * @example settle(0.1 + 0.2, 1) // → 0.3
 */
export function settle(x: number, magnitude: number): number {
  const decimals = settledDecimals(magnitude);
  if (!Number.isFinite(x) || decimals > 300) return x;
  return decimals >= 0
    ? Math.round(x * 10 ** decimals) / 10 ** decimals
    : Math.round(x / 10 ** -decimals) * 10 ** -decimals;
}

/** The decimals that are left at a magnitude. */
function settledDecimals(magnitude: number): number {
  return magnitude > 0 ? 12 - Math.ceil(Math.log10(magnitude)) : Infinity;
}

/**
 * Numbers that only floating-point noise parts become one number, which is settled: neighbours no further
 * apart than the step to which they would be settled, each at a magnitude of its own. So that a tie does not
 * hang on which side of a half the noise is, as it would if every number were settled by itself. `told` is
 * made of the highest of them.
 *
 * @example tied([0.1 + 0.2, 0.3, null, 1], [1, 1, 1, 1]) // → [0.3, 0.3, null, 1]
 */
export function tied(column: Column, magnitudes: readonly number[], told = settle): Column {
  if (areApart(column, magnitudes)) return column.map((x, row) => tell(x, at(magnitudes, row), told));
  const values: (number | null)[] = [...column];
  const order = column
    .flatMap((x, row) => (x === null ? [] : [{ x, row, magnitude: at(magnitudes, row) }]))
    .toSorted((a, b) => a.x - b.x);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    let { x: highest, magnitude } = at(order, start);
    for (; end < order.length && areTied(at(order, end - 1), at(order, end)); end += 1) {
      highest = at(order, end).x;
      magnitude = Math.min(magnitude, at(order, end).magnitude);
    }
    const value = tell(highest, magnitude, told);
    for (; start < end; start += 1) values[at(order, start).row] = value;
  }
  return values;
}

/** No −0, which would be told as such. */
function tell(x: number | null, magnitude: number, told: typeof settle): number | null {
  return x === null ? null : told(x, magnitude) + 0;
}

/** Whether all numbers differ by more than the largest step, as they do in most columns: soon seen. */
function areApart(column: Column, magnitudes: readonly number[]): boolean {
  const sorted = Float64Array.from(present(column)).sort();
  let largest = 0;
  for (const magnitude of magnitudes) if (magnitude > largest) largest = magnitude;
  const step = settledStep(largest);
  for (let i = 1; i < sorted.length; i += 1) if (at(sorted, i) - at(sorted, i - 1) <= step) return false;
  return true;
}

/** What numbers of a magnitude are settled to. */
function settledStep(magnitude: number): number {
  return 10 ** -settledDecimals(magnitude);
}

interface Measured {
  readonly x: number;
  readonly magnitude: number;
}

function areTied(lower: Measured, higher: Measured): boolean {
  return higher.x - lower.x <= settledStep(Math.max(lower.magnitude, higher.magnitude));
}
