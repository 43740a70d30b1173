// What a country lacks for the tier above, and what would cost it its own: all minimal sets of indicators, by
// trying every set.
import { at, Fraction } from './fraction.ts';
import type { Cell } from './exact-index.ts';
import { profileTier, type TierField } from './exact-tiers.ts';
import { leavesOf, type Condition, type Leaf } from './sample.ts';

/** Sets that suffice while no proper subset does; codes in the framework's order, the smallest first. */
export function minimalSets(
  codes: readonly string[],
  suffices: (set: readonly string[]) => boolean,
): string[][] {
  const found: string[][] = [];
  const sets = Array.from({ length: 2 ** codes.length }, (_, bits) =>
    codes.filter((_code, i) => Math.floor(bits / 2 ** i) % 2 === 1),
  ).toSorted((a, b) => a.length - b.length);
  for (const set of sets)
    if (!found.some((smaller) => smaller.every((code) => set.includes(code))) && suffices(set))
      found.push(set);
  return found;
}

/** The sets that, brought as far up as their scales go, put a country into a better tier than its own. */
export function risingSets(
  field: TierField,
  rules: readonly (readonly Condition[])[],
  row: readonly Cell[],
): string[][] {
  const tier = profileTier(field, rules, row);
  return minimalSets(codesOf(field), (set) => profileTier(field, rules, moved(field, row, set, 1)) < tier);
}

/** The sets that, fallen as far as their scales go, put it into a worse one. */
export function fallingSets(
  field: TierField,
  rules: readonly (readonly Condition[])[],
  row: readonly Cell[],
): string[][] {
  const tier = profileTier(field, rules, row);
  return minimalSets(codesOf(field), (set) => profileTier(field, rules, moved(field, row, set, -1)) > tier);
}

function codesOf({ sample }: TierField): string[] {
  return leavesOf(sample.root).map(({ code }) => code);
}

const FAR = Fraction.of(10_000_000);

function moved({ sample }: TierField, row: readonly Cell[], set: readonly string[], way: 1 | -1): Cell[] {
  return leavesOf(sample.root).map((leaf, i) =>
    set.includes(leaf.code) ? endOf(sample, leaf, way === leaf.direction) : at(row, i),
  );
}

/** The highest or the lowest score: of the scale, of the goalposts, or any. */
function endOf({ scale }: TierField['sample'], { low, high }: Leaf, isHighest: boolean): Fraction {
  const ends = scale?.map(({ value }) => value) ?? (low === null || high === null ? null : [low, high]);
  const sorted = (ends ?? []).map(Fraction.of).toSorted((a, b) => a.compare(b));
  const end = isHighest ? sorted.at(-1) : sorted[0];
  return end ?? FAR.times(Fraction.of(isHighest ? 1 : -1));
}
