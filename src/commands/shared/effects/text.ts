// The effect of one uncertain choice if nothing else varies, in words.
import type { Effect } from '../../../analysis/uncertainty/effects.ts';
import { at } from '../../../math/at.ts';
import type { Result } from '../../../model/result.ts';
import type { ResultRow } from '../../../model/rows.ts';
import { nameAt } from '../countries.ts';

/** By how many places countries move on average; null if no replicate could be built. */
export function shiftOf({ shift }: Effect): number | null {
  return Number.isFinite(shift) ? shift : null;
}

/** `Estonia, 1.2 places`: the country that moves most, of those in some rows. */
export function movesMostText(result: Result, rows: readonly ResultRow[], { most }: Effect): string {
  if (most === null || most.places === 0) return 'nobody';
  return `${nameAt(result, at(rows, most.country))}, ${most.places.toFixed(1)} places`;
}
