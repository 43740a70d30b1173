// Shares of the weight in per cent, rounded to the side on which they are still true.
import { fixed } from '../../report/numbers.ts';

/** @example percent(0.1235) // → '12.4 %' */
export function percent(share: number): string {
  return `${fixed(100 * share, 1)} %`;
}

/**
 * A share that is not said to be more than it is.
 *
 * @example percentBelow(0.1239) // → '12.3 %'
 */
export function percentBelow(share: number): string {
  const rounded = Math.floor(1000 * share + 1e-9) / 10;
  return rounded === 0 && share > 0 ? 'less than 0.1 %' : `${rounded.toFixed(1)} %`;
}

/**
 * A share that is not said to be less than it is.
 *
 * @example percentAbove(0.1231) // → '12.4 %'
 */
export function percentAbove(share: number): string {
  return `${(Math.ceil(1000 * share - 1e-9) / 10).toFixed(1)} %`;
}
