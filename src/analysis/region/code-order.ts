// Weights in the order of their codes, in which they are drawn: so the order of columns changes no draw.
import { at } from '../../math/at.ts';
import type { RegionContext } from '../../methods/region/table.ts';
import { compareText } from '../../model/words.ts';

/** What a region refers to with its weights in the order of their codes, and the way there and back. */
export interface InCodeOrder {
  readonly context: RegionContext;
  /** Numbers in the order of the space, put into that of the codes. */
  readonly sorted: (numbers: readonly number[]) => number[];
  /** And back. */
  readonly restored: (numbers: readonly number[]) => number[];
}

/**
 * Weights, categories and their children by code, and named sets by what they weigh.
 *
 * @example inCodeOrder({ space: { codes: ['b', 'a'], nominal: [0.7, 0.3], groups: [] }, sets: () => [],
 *   advantages: () => [] }).context.space.codes // → ['a', 'b']
 */
export function inCodeOrder({ space, sets, advantages }: RegionContext): InCodeOrder {
  const { codes, nominal, groups } = space;
  const order = [...codes.keys()].toSorted((a, b) => compareText(at(codes, a), at(codes, b)));
  const places = codes.map((_, i) => order.indexOf(i));
  const sorted = <Item>(items: readonly Item[]): Item[] => order.map((i) => at(items, i));
  const placed = (members: readonly number[]) => members.map((i) => at(places, i)).toSorted((a, b) => a - b);
  return {
    sorted,
    restored: (numbers) => places.map((place) => at(numbers, place)),
    context: {
      space: {
        codes: sorted(codes),
        nominal: sorted(nominal),
        groups: groups
          .map(({ code, members, children }) => ({
            code,
            members: placed(members),
            children: children
              .map((child) => ({ ...child, members: placed(child.members) }))
              .toSorted((a, b) => compareText(a.code, b.code)),
          }))
          .toSorted((a, b) => compareText(a.code, b.code)),
      },
      sets: () =>
        sets()
          .map(sorted<number>)
          .toSorted(compareNumbers),
      advantages: (names) => advantages(names).map(sorted<number>),
    },
  };
}

/** By the first number that differs. */
function compareNumbers(one: readonly number[], other: readonly number[]): number {
  const first = one.findIndex((x, i) => x !== at(other, i));
  return first === -1 ? 0 : at(one, first) - at(other, first);
}
