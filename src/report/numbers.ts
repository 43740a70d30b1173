// Numbers as they are printed: as many digits as are needed, and no more than are meant.
import { roundTo } from '../math/statistics/rounding.ts';
import { largest, smallest, sum } from '../math/statistics/stats.ts';

const MOST_TO_BEGIN_WITH = 4;

/** To 12 significant digits: what files carry. */
export function exact(x: number): number {
  return Number(x.toPrecision(12)) + 0;
}

/** @example significant(1234.567, 5) // → '1234.6' */
export function significant(x: number, digits: number): string {
  return String(Number(x.toPrecision(digits)));
}

/** @example fixed(-0.04, 1) // → '0.0' */
export function fixed(x: number, decimals: number): string {
  return (roundTo(x, decimals) + 0).toFixed(decimals);
}

/**
 * Shares of one whole in whole per cents that add up to what the shares do, each less than one per cent off:
 * those with the largest fractions are rounded up, of equals the first.
 *
 * @example wholePerCents([0.125, 0.875]) // → [13, 87]
 * @example wholePerCents([0.94, 0.065]) // → [94, 7]
 * @see Balinski & Young (1982), Fair Representation: the method of largest remainders
 */
export function wholePerCents(shares: readonly number[]): number[] {
  const perCents = shares.map((share) => roundTo(share * 100, 9));
  const whole = perCents.map(Math.floor);
  const missing = Math.round(sum(perCents)) - sum(whole);
  const up = perCents
    .map((perCent, i) => ({ i, rest: perCent - Math.floor(perCent) }))
    .toSorted((a, b) => b.rest - a.rest)
    .slice(0, missing);
  return whole.map((perCent, i) => perCent + (up.some((one) => one.i === i) ? 1 : 0));
}

/**
 * How many decimals a column needs: three significant digits of its spread, and more, up to two, while
 * numbers that differ would look alike.
 *
 * @example decimalsFor([100, 57.14, 42.86]) // → 1
 * @example decimalsFor([100, 57.14, 57.11]) // → 2
 */
export function decimalsFor(numbers: readonly number[]): number {
  if (numbers.every(Number.isInteger)) return 0;
  const least = Math.min(MOST_TO_BEGIN_WITH, decimalsForSpread(numbers));
  const distinct = new Set(numbers.map(exact)).size;
  for (let decimals = least; decimals < least + 2; decimals += 1) {
    if (new Set(numbers.map((x) => fixed(x, decimals))).size === distinct) return decimals;
  }
  return least + 2;
}

/** Three significant digits of the spread, and one more from 100 on: an index to 100 has one decimal. */
function decimalsForSpread(numbers: readonly number[]): number {
  const spread = largest(numbers) - smallest(numbers);
  const before = Math.floor(Math.log10(spread > 0 ? spread : 1));
  return Math.max(0, 2 - before + (spread >= 100 ? 1 : 0));
}
