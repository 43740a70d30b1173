// Effective weights as weights among siblings, which is how a framework and `rank --weights` have them.
import { at } from '../../math/at.ts';
import type { WeightSpace } from '../../methods/region/table.ts';

/** Weights among siblings, of every node of a space whose weight is shared out. */
export function localWeights(
  { codes, groups }: WeightSpace,
  effective: readonly number[],
): Map<string, number> {
  const sumOf = (members: readonly number[]) => members.reduce((total, i) => total + at(effective, i), 0);
  const local = new Map<string, number>();
  for (const { members, children } of groups) {
    const whole = sumOf(members);
    // Where nothing is left to share out, it does not matter how.
    for (const child of children)
      local.set(child.code, whole > 0 ? sumOf(child.members) / whole : child.local);
  }
  if (codes.length === 1 && codes[0] !== undefined) local.set(codes[0], 1);
  return local;
}
