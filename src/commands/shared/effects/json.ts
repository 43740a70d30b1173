// The JSON of the effect of one uncertain choice if nothing else varies.
import * as v from 'valibot';
import type { Effect } from '../../../analysis/uncertainty/effects.ts';
import { at } from '../../../math/at.ts';
import type { Result } from '../../../model/result.ts';
import type { ResultRow } from '../../../model/rows.ts';
import { idAt } from '../countries.ts';
import { key, maybe, numberOrNull, type JsonOf } from '../json.ts';

export const choice = key(v.string(), 'the uncertain choice, as --vary takes it');

export const shift = key(
  numberOrNull,
  'how many places countries move on average if only this choice varies',
);

const mostMoved = v.strictObject({
  country: key(v.string(), 'its code, or the name of what is no known country'),
  places: key(v.number(), 'how many places it moves on average'),
});
export const most = maybe(mostMoved, 'the country that moves most');

/** The country that moves most, of those in some rows; no key where there is none. */
export function mostJson(
  result: Result,
  rows: readonly ResultRow[],
  effect: Effect,
): { readonly most?: JsonOf<typeof mostMoved> } {
  return effect.most === null
    ? {}
    : { most: { country: idAt(result, at(rows, effect.most.country)), places: effect.most.places } };
}
