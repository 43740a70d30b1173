// What each region asks of the weights: linear limits on effective weights.
import { at as itemAt } from '../../math/at.ts';
import type { Constraint } from '../../math/linear/linear-program.ts';
import type { Limit } from '../../math/random/sampling.ts';
import { combine, membersOf, type WeightLevel, type WeightSpace } from './space.ts';

/** What limits may refer to besides the nominal weights, worked out where they do. */
export interface RegionContext {
  readonly space: WeightSpace;
  /** The weights of each named set. */
  readonly sets: () => readonly (readonly number[])[];
  /** For each statement that one country is at least level with another, its advantage by variable. */
  readonly advantages: (names: readonly string[] | null) => readonly (readonly number[])[];
}

/** Limits on the weights, and on variables of their own that follow them. */
export interface Limits {
  readonly constraints: readonly Constraint[];
  readonly helpers?: number;
}

type At = { at: WeightLevel };
type Share = { share: number };

/**
 * Every weighting: weights from 0 that sum to 1.
 *
 *     wᵢ ≥ 0, Σ wᵢ = 1
 *
 * @example any() // → { constraints: [] }
 * @see Lahdelma & Salminen (2001), Operations Research 49
 */
export function any(): Limits {
  return { constraints: [] };
}

/** `any`, for one weight: from 0 to 1. */
export function anyWeight(): Limit {
  return { least: 0, most: 1 };
}

/**
 * Each weight within a share of its nominal one; above 100 % from 0.
 *
 *     (1 − s) gᵢ ≤ wᵢ ≤ (1 + s) gᵢ, and from 0 to 1
 *
 * @example around({ space: { codes: ['a', 'b'], nominal: [0.5, 0.5], groups: [] } }, { share: 0.5, at:
 *   'leaves' }).constraints[0] // → { coefficients: [0.75, -0.25], relation: '≥', bound: 0 }
 * @see Saisana, Saltelli & Tarantola (2005), JRSS A 168
 */
export function around({ space }: RegionContext, { share, at }: At & Share): Limits {
  return each(space, at, (local) => aroundWeight(local, { share }));
}

/**
 * `around`, for one weight.
 *
 *     (1 − s) g ≤ w ≤ (1 + s) g, and from 0 to 1
 *
 * @example aroundWeight(0.5, { share: 0.25 }) // → { least: 0.375, most: 0.625 }
 * @example aroundWeight(0.25, { share: 1.5 }) // → { least: 0, most: 0.625 }
 */
export function aroundWeight(local: number, { share }: Share): Limit {
  return { least: Math.max(0, (1 - share) * local), most: Math.min(1, (1 + share) * local) };
}

/**
 * A mixture: the nominal weights for the most part, anything for the rest.
 *
 *     w = (1 − ε) g + ε v, v any weighting
 *
 * @example mix({ space: { codes: ['a', 'b'], nominal: [0.5, 0.5], groups: [] } }, { share: 0.5, at:
 *   'leaves' }).constraints.length // → 2
 * @see Foster, McGillivray & Seth (2013), Econometric Reviews 32
 */
export function mix({ space }: RegionContext, { share, at }: At & Share): Limits {
  return each(space, at, (local) => mixWeight(local, { share }));
}

/**
 * `mix`, for one weight: its share of what is fixed, and up to all of the rest.
 *
 * @example mixWeight(0.5, { share: 0.5 }) // → { least: 0.25, most: 1 }
 */
export function mixWeight(local: number, { share }: Share): Limit {
  return { least: (1 - share) * local, most: 1 };
}

/**
 * No weight more than so many times one of its siblings.
 *
 *     wᵢ ≤ r wⱼ
 *
 * @example ratio({ space: { codes: ['a', 'b'], nominal: [0.5, 0.5], groups: [] } }, { times: 3, at:
 *   'leaves' }).constraints[0] // → { coefficients: [1, -3], relation: '≤', bound: 0 }
 * @see Podinovski (2002), European Journal of Operational Research 137
 */
export function ratio({ space }: RegionContext, { times, at }: At & { times: number }): Limits {
  const siblings =
    at === 'leaves'
      ? [space.codes.map((_, i) => [i])]
      : space.groups.map(({ children }) => children.map(({ members }) => members));
  const constraints: Constraint[] = [];
  for (const group of siblings)
    for (const one of group)
      for (const other of group)
        if (one !== other) {
          const coefficients = combine(space, [
            [one, 1],
            [other, -times],
          ]);
          constraints.push({ coefficients, relation: '≤', bound: 0 });
        }
  return { constraints };
}

/**
 * Ranked importance: each weight at least that of the next.
 *
 *     w₁ ≥ w₂ ≥ …
 *
 * @example order({ space: { codes: ['a', 'b'], nominal: [0.5, 0.5], groups: [] } }, { codes: ['b',
 *   'a'] }).constraints // → [{ coefficients: [-1, 1], relation: '≥', bound: 0 }]
 * @see Kirkwood & Sarin (1985), Operations Research 33
 */
export function order({ space }: RegionContext, { codes }: { codes: readonly string[] }): Limits {
  const members = codes.map((code) => membersOf(space, code) ?? []);
  return {
    constraints: members.slice(1).map((next, i): Constraint => {
      const coefficients = combine(space, [
        [itemAt(members, i), 1],
        [next, -1],
      ]);
      return { coefficients, relation: '≥', bound: 0 };
    }),
  };
}

/**
 * Every mixture of the named sets: w = Σ λₛ wₛ with λ ≥ 0 and Σ λₛ = 1.
 *
 *     w = Σ λₛ wₛ, λₛ ≥ 0, Σ λₛ = 1
 *
 * @example sets({ space: { codes: ['a', 'b'], nominal: [0.5, 0.5], groups: [] }, sets: () => [[1, 0],
 *   [0.5, 0.5]] }).constraints[2] // → { coefficients: [0, 1, -0, -0.5], relation: '=', bound: 0 }
 * @see Hazen (1986), Operations Research 34
 */
export function sets({ space, sets: vectors }: RegionContext): Limits {
  const mixed = vectors();
  const sumsToOne: Constraint = {
    coefficients: [...space.codes.map(() => 0), ...mixed.map(() => 1)],
    relation: '=',
    bound: 1,
  };
  const isTheMixture = space.codes.map((_, i): Constraint => {
    const weight = space.codes.map((_code, j) => (i === j ? 1 : 0));
    return {
      coefficients: [...weight, ...mixed.map((vector) => -itemAt(vector, i))],
      relation: '=',
      bound: 0,
    };
  });
  return { helpers: mixed.length, constraints: [sumsToOne, ...isTheMixture] };
}

/**
 * The weights under which countries stand as was published, or as is said.
 *
 *     y(a) ≥ y(b) for each a said to be ahead of b
 *
 * @example published({ advantages: () => [[2, -1]] }, { countries: ['USA', 'CHN'] }).constraints // →
 *   [{ coefficients: [2, -1], relation: '≥', bound: 0 }]
 * @see Greco, Mousseau & Słowiński (2008), European Journal of Operational Research 191
 */
export function published(
  { advantages }: RegionContext,
  { countries }: { countries: readonly string[] | null },
): Limits {
  return {
    constraints: advantages(countries).map((coefficients) => ({ coefficients, relation: '≥', bound: 0 })),
  };
}

/** Limits on each weight: among its siblings, or on the effective weights of the variables themselves. */
function each(space: WeightSpace, at: WeightLevel, limit: (weight: number) => Limit): Limits {
  const constraints: Constraint[] = [];
  for (const { members, whole, weight } of weightsAt(space, at)) {
    const { least, most } = limit(weight);
    const boundedBy = (bound: number) =>
      combine(space, [
        [members, 1],
        [whole, -bound],
      ]);
    if (least > 0) constraints.push({ coefficients: boundedBy(least), relation: '≥', bound: 0 });
    if (most < 1) constraints.push({ coefficients: boundedBy(most), relation: '≤', bound: 0 });
  }
  return { constraints };
}

/** Each weight with its variables, those of which it is a share, and which share it nominally is. */
function weightsAt(
  { codes, nominal, groups }: WeightSpace,
  at: WeightLevel,
): { members: readonly number[]; whole: readonly number[]; weight: number }[] {
  const all = codes.map((_, i) => i);
  if (at === 'leaves') return nominal.map((weight, i) => ({ members: [i], whole: all, weight }));
  return groups.flatMap(({ members: whole, children }) =>
    children.map(({ members, local }) => ({ members, whole, weight: local })),
  );
}
