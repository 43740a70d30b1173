// A weighting as `rank --weights` takes it back, with as few digits as give the same.
import { at } from '../../math/at.ts';

/** What weights of 0 may have to be where sums count only what weighs something. */
const HAIRS = [0, 1e-6, 1e-9, 1e-12];

/**
 * As it is written after --weights, rounded as far as `holds` still says that it does what it is for. Where
 * it does not with a weight of 0 that sums would count, that is a hair above.
 *
 * @example weightText(new Map([['a', 1 / 3], ['b', 2 / 3]]), () => true) // → 'a=0.333,b=0.667'
 */
export function weightText(
  weights: ReadonlyMap<string, number>,
  holds: (weights: ReadonlyMap<string, number>) => boolean,
  counted: ReadonlySet<string> = new Set(),
): string {
  const hairs = [...weights].some(([code, weight]) => weight === 0 && counted.has(code)) ? HAIRS : [0];
  const rounded = (digits: number, hair: number) =>
    new Map(
      [...weights].map(([code, weight]) => [
        code,
        weight === 0 && counted.has(code) ? hair : Number(weight.toPrecision(digits)),
      ]),
    );
  for (const hair of hairs)
    for (const digits of [3, 4, 6, 9, 12])
      if (holds(rounded(digits, hair))) return written(rounded(digits, hair));
  return written(hairs.length > 1 ? rounded(15, at(hairs, hairs.length - 1)) : weights);
}

function written(weights: ReadonlyMap<string, number>): string {
  return [...weights].map(([code, weight]) => `${code}=${weight}`).join(',');
}
