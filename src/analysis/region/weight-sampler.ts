// Weightings drawn at random from a region, as effective weights: exact samplers where there are some, a
// random walk elsewhere.
import { box, hitAndRun, simplex, type HalfSpace, type Limit } from '../../math/random/sampling.ts';
import { randomOf, type Random } from '../../math/random/random.ts';
import { optimumOf, towards, type Constraint } from '../../math/linear/linear-program.ts';
import {
  limitsOf,
  membersOf,
  type RegionContext,
  type WeightGroup,
  type WeightSpace,
} from '../../methods/region/table.ts';
import type { Choice } from '../../model/registry.ts';
import { polytopeOf, type Polytope } from './weight-region.ts';

export interface WeightSampler {
  /** Effective weights, which sum to 1. */
  draw(random: Random): number[];
  /** Whether draws do not depend on those before. */
  readonly isIndependent: boolean;
}

/** How a region is drawn from, as plain data: it can be handed to another thread. */
export type Sampling =
  /** Evenly over the simplex above the floors. */
  | { readonly kind: 'simplex'; readonly floors: readonly number[] }
  /** Evenly over the weightings within limits. */
  | { readonly kind: 'box'; readonly limits: readonly Limit[] }
  /** Evenly over the weightings that fall in this order of variables. */
  | { readonly kind: 'order'; readonly ranked: readonly number[] }
  /** Mixtures, evenly over the mixing weights. */
  | { readonly kind: 'mixture'; readonly vectors: readonly (readonly number[])[] }
  /** Category by category, each evenly over what its children may weigh. */
  | { readonly kind: 'levels'; readonly space: WeightSpace; readonly limits: readonly (readonly Limit[])[] }
  /** A walk through the polytope, which begins at a point of it whenever a sampler is made. */
  | {
      readonly kind: 'walk';
      readonly from: readonly number[];
      readonly directions: readonly (readonly number[])[];
      readonly limits: readonly HalfSpace[];
      readonly variables: number;
    };

/** Steps of the walk between two draws, for each variable. */
const STEPS = 4;

/** A sampler of a region: see `samplingOf`. */
export function weightSampler(region: readonly Choice[], context: RegionContext): WeightSampler {
  return samplerOf(samplingOf(region, context));
}

/**
 * How to draw from a region. Where its parts speak of weights among siblings, these are drawn category by
 * category, each evenly over what it may be; where they speak of effective weights, those are, evenly over
 * the polytope. Mixtures of sets are drawn evenly over the mixing weights.
 *
 * `any`, `around`, `mix` and orders of all siblings have exact samplers; what has none is walked through by
 * hit-and-run.
 */
export function samplingOf(region: readonly Choice[], context: RegionContext): Sampling {
  const { space } = context;
  const [only] = region;
  if (region.length === 1 && only?.method === 'sets') return { kind: 'mixture', vectors: context.sets() };
  const eachAlone = region.every(({ method }) => ['any', 'around', 'mix'].includes(method));
  const isLeaves = region.every(({ at }) => at === 'leaves');
  if (eachAlone && (isLeaves || isFlat(space))) {
    const flat = withinLimits(space.nominal.map((nominal) => limitsFor(nominal, region)));
    if (flat !== null) return flat;
  } else if (eachAlone && region.every(({ at }) => at !== 'leaves')) {
    return {
      kind: 'levels',
      space,
      limits: space.groups.map(({ children }) => children.map(({ local }) => limitsFor(local, region))),
    };
  }
  if (region.length === 1 && only?.method === 'order' && space.groups.length === 1) {
    const codes = Array.isArray(only['codes']) ? only['codes'].map(String) : [];
    const ranked = codes.flatMap((code) => membersOf(space, code) ?? []);
    if (ranked.length === space.codes.length) return { kind: 'order', ranked };
  }
  return walk(polytopeOf(region, context));
}

/** A sampler; walks begin anew with it. */
export function samplerOf(sampling: Sampling): WeightSampler {
  if (sampling.kind === 'walk') return walker(sampling);
  return { isIndependent: true, draw: (random) => drawFrom(sampling, random) };
}

function drawFrom(sampling: Exclude<Sampling, { kind: 'walk' }>, random: Random): number[] {
  switch (sampling.kind) {
    case 'simplex':
      return above(sampling.floors, simplex(random, sampling.floors.length));
    case 'box':
      return box(random, sampling.limits) ?? [];
    case 'order':
      return sorted(simplex(random, sampling.ranked.length), sampling.ranked);
    case 'mixture':
      return mixture(sampling.vectors, simplex(random, sampling.vectors.length));
    case 'levels':
      return effective(
        sampling.space,
        sampling.space.groups.map((group, i) => localDraw(random, group, sampling.limits[i] ?? [])),
      );
  }
}

/** Whether each variable is a child of the root. */
function isFlat({ groups, codes }: WeightSpace): boolean {
  return groups.length === 1 && groups[0]?.children.length === codes.length;
}

/** The least and the greatest weight that all parts of a region allow where it nominally is `weight`. */
function limitsFor(weight: number, region: readonly Choice[]): Limit {
  return region
    .map((choice) => limitsOf(choice, weight))
    .reduce((all, one) => ({ least: Math.max(all.least, one.least), most: Math.min(all.most, one.most) }), {
      least: 0,
      most: 1,
    });
}

/**
 * A simplex where no upper limit binds, else a box; null if too few candidates would be within its limits.
 */
function withinLimits(limits: readonly Limit[]): Sampling | null {
  if (isOpen(limits)) return { kind: 'simplex', floors: limits.map(({ least }) => least) };
  const random = randomOf(0, 0);
  return Array.from({ length: 100 }, () => box(random, limits)).includes(null)
    ? null
    : { kind: 'box', limits };
}

function isOpen(limits: readonly Limit[]): boolean {
  const floor = limits.reduce((total, { least }) => total + least, 0);
  return limits.every(({ least, most }) => most >= 1 - floor + least);
}

/** A simplex, smaller and moved. */
function above(floors: readonly number[], point: readonly number[]): number[] {
  const rest = 1 - floors.reduce((total, floor) => total + floor, 0);
  return point.map((x, i) => (floors[i] ?? 0) + rest * x);
}

function localDraw(random: Random, { children }: WeightGroup, limits: readonly Limit[]): number[] {
  if (isOpen(limits))
    return above(
      limits.map(({ least }) => least),
      simplex(random, children.length),
    );
  return box(random, limits) ?? children.map(({ local }) => local);
}

/** Effective weights from those among siblings, category by category. */
function effective({ codes, groups }: WeightSpace, local: readonly (readonly number[])[]): number[] {
  const weights = codes.map(() => 1);
  for (const [g, { children }] of groups.entries()) {
    for (const [i, { members }] of children.entries())
      for (const member of members) weights[member] = (weights[member] ?? 0) * (local[g]?.[i] ?? 0);
  }
  return weights;
}

function mixture(vectors: readonly (readonly number[])[], shares: readonly number[]): number[] {
  return (vectors[0] ?? []).map((_, i) =>
    vectors.reduce((total, vector, j) => total + (shares[j] ?? 0) * (vector[i] ?? 0), 0),
  );
}

/** The greatest number for the first of the ranked, and so on. */
function sorted(numbers: readonly number[], ranked: readonly number[]): number[] {
  const descending = numbers.toSorted((a, b) => b - a);
  const weights = numbers.map(() => 0);
  for (const [place, i] of ranked.entries()) weights[i] = descending[place] ?? 0;
  return weights;
}

/** Hit-and-run over the polytope, from the middle of some of its corners. */
function walk(polytope: Polytope): Sampling {
  const corners = cornersOf(polytope);
  const from = mixture(
    corners,
    corners.map(() => 1 / corners.length),
  );
  const directions = corners.map((one) => one.map((x, i) => x - (from[i] ?? 0)));
  return {
    kind: 'walk',
    from,
    directions,
    limits: halfSpaces(polytope.constraints, polytope.corner.variables),
    variables: polytope.space.codes.length,
  };
}

function walker({ from, directions, limits, variables }: Sampling & { kind: 'walk' }): WeightSampler {
  let point = from;
  return {
    isIndependent: false,
    draw: (random) => {
      for (let step = 0; step < STEPS * variables; step += 1)
        point = hitAndRun(random, point, directions, limits);
      return point.slice(0, variables);
    },
  };
}

/** For each variable the corners where it is greatest and least: they span the polytope. */
function cornersOf({ corner }: Polytope): number[][] {
  const axes = Array.from({ length: corner.variables }, (_, i) =>
    Array.from({ length: corner.variables }, (_one, j) => (i === j ? 1 : 0)),
  );
  return axes
    .flatMap((axis) => [axis, axis.map((x) => -x)])
    .map((aim) => [...optimumOf(towards(corner, aim)).point]);
}

function halfSpaces(constraints: readonly Constraint[], variables: number): HalfSpace[] {
  const positive = Array.from({ length: variables }, (_, i): HalfSpace => ({
    coefficients: Array.from({ length: variables }, (_one, j) => (i === j ? 1 : 0)),
    bound: 0,
  }));
  return [
    ...positive,
    ...constraints.flatMap(({ coefficients, relation, bound }): HalfSpace[] =>
      relation === '='
        ? []
        : [
            relation === '≥'
              ? { coefficients, bound }
              : { coefficients: coefficients.map((x) => -x), bound: -bound },
          ],
    ),
  ];
}
