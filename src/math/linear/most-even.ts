// Of all the points of a region, the one whose parts are the most even.
import { at } from '../at.ts';
import {
  bestFace,
  isFixed,
  optimumOf,
  restrict,
  towards,
  type Constraint,
  type Dictionary,
} from './linear-program.ts';
import { largest } from '../statistics/stats.ts';

/**
 * The point of a region whose parts aᵢ xᵢ are as even as they can be: the smallest is as large as possible,
 * then the second smallest, and so on. There is only one such point, so it depends on nothing but the region.
 *
 * Each round raises a floor t under the parts that are not settled yet; those that keep it from rising are
 * settled. As many variables of the region as there are parts, the first of them at `spare`, must be in no
 * constraint: they are the floors. Parts with aᵢ = 0 do not count. Of x ≤ 6 and y ≤ 1 with x + y ≤ 4, the
 * most even is (3, 1).
 *
 * Shape: a size and a point for each part.
 *
 * @see Ogryczak, Pióro & Tomaszewski (2005), Telecommunications network design and max–min optimization
 */
export function mostEven(region: Dictionary, sizes: readonly number[], spare: number): number[] {
  let left = region;
  let open = [...sizes.keys()].filter((i) => at(sizes, i) > 0 && !isFixed(left, i));
  for (let round = 0; round < sizes.length && open.length > 0; round += 1) {
    const floor = spare + round;
    const raised = restrict(
      left,
      ...open.map((i): Constraint => ({
        coefficients: only(
          new Map([
            [i, at(sizes, i)],
            [floor, -1],
          ]),
        ),
        relation: '≥',
        bound: 0,
      })),
    );
    if (raised === null) break;
    left = bestFace(towards(raised, only(new Map([[floor, 1]]))));
    const settled = left;
    open = open.filter((i) => !isFixed(settled, i));
  }
  return optimumOf(left).point.slice(0, sizes.length);
}

/** Coefficients that are 0 but for a few. */
function only(entries: ReadonlyMap<number, number>): number[] {
  return Array.from({ length: 1 + largest(entries.keys()) }, (_, i) => entries.get(i) ?? 0);
}
