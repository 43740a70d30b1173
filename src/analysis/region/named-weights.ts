// Weights among siblings as --weights takes them: in how few decimals, and which have to be named.
import { entryOf } from '../../model/registry.ts';
import { weightings, type Weighting } from '../../methods/weight/table.ts';
import { roundTo } from '../../math/statistics/rounding.ts';
import { sum } from '../../math/statistics/stats.ts';
import type { WeightSpace } from '../../methods/region/table.ts';
import type { Result } from '../../model/result.ts';

/** By code: each child of each category, the root's first. */
export type LocalWeights = ReadonlyMap<string, number>;

/** The products of the shares on the way down, whatever the local weights of siblings sum to. */
export function effectiveWeights({ codes, groups }: WeightSpace, local: LocalWeights): number[] {
  const shares = new Map([[codes.map((_, i) => i).join(), 1]]);
  for (const { members, children } of groups) {
    const total = sum(children.map(({ code }) => local.get(code) ?? 0));
    for (const child of children)
      shares.set(
        child.members.join(),
        ((shares.get(members.join()) ?? 0) * (local.get(child.code) ?? 0)) / total,
      );
  }
  return codes.map((_, i) => shares.get(String(i)) ?? 0);
}

/**
 * Weights in as few decimals as still do what they are for, two at least; as they are if none do. At most 12.
 * Those that must be `positive`, as sums count them, are at least a unit of the last place.
 *
 * @example [...shortest(new Map([['a', 1 / 3], ['b', 2 / 3]]), (local) => local.get('a') > 0.333)] // →
 *   [['a', 0.3333], ['b', 0.6667]]
 */
export function shortest(
  local: LocalWeights,
  isEnough: (local: LocalWeights) => boolean,
  positive: ReadonlySet<string> = new Set(),
): LocalWeights {
  const asTheyAre = new Map(
    [...local].map(([code, weight]) => [code, positive.has(code) ? Math.max(1e-12, weight) : weight]),
  );
  return Array.from({ length: 11 }, (_, i) => rounded(local, i + 2, positive)).find(isEnough) ?? asTheyAre;
}

/** Each weight rounded to decimals; those that must stay positive, to one unit of the last at least. */
export function rounded(
  local: LocalWeights,
  decimals: number,
  positive: ReadonlySet<string> = new Set(),
): LocalWeights {
  const unit = roundTo(10 ** -decimals, decimals);
  return new Map(
    [...local].map(([code, exact]) => {
      const weight = roundTo(exact, decimals);
      return [code, positive.has(code) ? Math.max(unit, weight) : weight];
    }),
  );
}

/**
 * Every weight that --weights has to name for the index to be built with these: those below the first level
 * too, if only that varies and they are not the given ones.
 */
export function namedWeights(
  { weights, recipe }: Result,
  { codes }: WeightSpace,
  local: LocalWeights,
): LocalWeights {
  const { isGiven } = entryOf<Weighting>(weightings, recipe.weights);
  const others =
    isGiven === true ? [] : [...weights].filter(([code]) => !local.has(code) && !codes.includes(code));
  return new Map([...local, ...others]);
}
