// How little moves a country by one place: of all changes of weights that draw it level with somebody, the
// least.
import { at } from '../../math/at.ts';
import { dot } from '../../math/linear/vector.ts';
import { difference, TOLERANCE } from '../pairs/dominance.ts';
import { leastTotal } from '../pairs/flip.ts';
import type { LinearIndex } from '../region/linear-index.ts';
import { shownPlaces, type ShownPlace } from '../../model/rows.ts';

/** With whom it draws level, and which share of the weight has to move for it. */
export interface NearestSwap {
  /** The position of the other in the index. */
  readonly other: ShownPlace;
  readonly share: number;
}

/**
 * The least share of the weight that must move for a country to gain a place, and for it to lose one.
 *
 *     up:    min over k ahead of it   of ½ Σ |wᵢ − gᵢ| such that y(country) ≥ y(k)
 *     down:  min over k behind it     of ½ Σ |wᵢ − gᵢ| such that y(k) ≥ y(country)
 *
 * The region has no part in it: what weighs nothing but in its sets takes none of the weight. To gain a place
 * it is enough to draw level, as ties cost none; to lose one takes the least more than that.
 * Weights stay at least 0 and sum to 1. Null where nobody is ahead (or behind), or where no weights do it.
 *
 * Shapes: a position in the index; shares from 0 to 1.
 *
 * @example nearestSwaps({ space: { codes: ['a', 'b'], nominal: [0.5, 0.5], groups: [] }, rows: [0, 1],
 *   points: [[4, 0], [0, 3]], scale: 4, value: (x) => x }, 1).up?.other // → 0
 */
export function nearestSwaps(
  index: LinearIndex,
  country: ShownPlace,
): { readonly up: NearestSwap | null; readonly down: NearestSwap | null } {
  const weighed = [...index.space.nominal.keys()].filter((i) => at(index.space.nominal, i) > 0);
  const areAll = weighed.length === index.space.codes.length;
  const pick = (numbers: readonly number[]) => (areAll ? numbers : weighed.map((i) => at(numbers, i)));
  const nominal = pick(index.space.nominal);
  const swaps = shownPlaces(index.points).flatMap((other) => {
    const advantage = pick(difference(index, country, other));
    const gap = dot(nominal, advantage);
    if (other === country || Math.abs(gap) <= TOLERANCE * index.scale) return [];
    const flip = leastTotal(nominal, gap > 0 ? advantage : advantage.map((x) => -x));
    return flip === null ? [] : [{ other, share: flip.change / 2, isUp: gap < 0 }];
  });
  const least = (isUp: boolean): NearestSwap | null => {
    const [first] = swaps.filter((swap) => swap.isUp === isUp).toSorted((a, b) => a.share - b.share);
    return first === undefined ? null : { other: first.other, share: first.share };
  };
  return { up: least(true), down: least(false) };
}
