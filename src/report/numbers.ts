// Numbers as they are printed: as many digits as are needed, and no more than are meant.
import { roundTo } from '../math/statistics/rounding.ts';

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
 * How many decimals a column needs: three significant digits of its spread, and more, up to two, while
 * numbers that differ would look alike.
 *
 * @example decimalsFor([100, 57.14, 42.86]) // → 1
 * @example decimalsFor([100, 57.14, 57.11]) // → 2
 */
export function decimalsFor(numbers: readonly number[]): number {
  if (numbers.every(Number.isInteger)) return 0;
  const spread = Math.max(...numbers) - Math.min(...numbers);
  const base = Math.min(
    6,
    Math.max(0, 2 - Math.floor(Math.log10(spread > 0 ? spread : 1)) + (spread >= 100 ? 1 : 0)),
  );
  const start = Math.min(base, 4);
  const distinct = new Set(numbers.map(exact)).size;
  for (let decimals = start; decimals < start + 2; decimals += 1) {
    if (new Set(numbers.map((x) => fixed(x, decimals))).size === distinct) return decimals;
  }
  return start + 2;
}
