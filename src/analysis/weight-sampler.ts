// Weightings drawn at random from a region, as effective weights: exact samplers where there are some, a random walk elsewhere.
import { box, hitAndRun, simplex, type HalfSpace, type Limit } from '../math/sampling.ts';
import type { Random } from '../math/random.ts';
import { optimumOf, towards, type Constraint } from '../math/linear-program.ts';
import { limitsOf, membersOf, type RegionContext, type WeightGroup, type WeightSpace } from '../methods/region.ts';
import type { Choice } from '../model/registry.ts';
import { polytopeOf, type Polytope } from './weight-region.ts';

export interface WeightSampler {
  /** Effective weights, which sum to 1. */
  draw(random: Random): number[];
  /** Whether draws do not depend on those before. */
  readonly isIndependent: boolean;
}

/** Steps of the walk between two draws, for each variable. */
const STEPS = 4;

/**
 * A sampler of a region. Where its parts speak of weights among siblings, these are drawn category by category, each
 * evenly over what it may be; where they speak of effective weights, those are, evenly over the polytope. Mixtures of
 * sets are drawn evenly over the mixing weights.
 *
 * `any`, `around`, `mix` and orders of all siblings have exact samplers; what has none is walked through by hit-and-run.
 */
export function weightSampler(region: readonly Choice[], context: RegionContext): WeightSampler {
  const { space } = context;
  const [only] = region;
  if (region.length === 1 && only?.method === 'sets') return { isIndependent: true, draw: (random) => mixture(context.sets(), simplex(random, context.sets().length)) };
  const isLocal = region.every(({ method, at }) => at !== 'leaves' && ['any', 'around', 'mix'].includes(method));
  if (isLocal) {
    const limits = space.groups.map((group) => limitsIn(group, region));
    return { isIndependent: true, draw: (random) => effective(space, space.groups.map((group, i) => localDraw(random, group, limits[i] ?? []))) };
  }
  if (region.length === 1 && only?.method === 'order' && space.groups.length === 1) {
    const codes = Array.isArray(only['codes']) ? only['codes'].map(String) : [];
    const ranked = codes.flatMap((code) => membersOf(space, code) ?? []);
    if (ranked.length === space.codes.length) return { isIndependent: true, draw: (random) => sorted(simplex(random, ranked.length), ranked) };
  }
  return walker(region, context);
}

/** The least and the greatest weight of each child among its siblings. */
function limitsIn({ children }: WeightGroup, region: readonly Choice[]): Limit[] {
  return children.map(({ local }) => region.map((choice) => limitsOf(choice, local)).reduce((all, one) => ({ least: Math.max(all.least, one.least), most: Math.min(all.most, one.most) }), { least: 0, most: 1 }));
}

function localDraw(random: Random, { children }: WeightGroup, limits: readonly Limit[]): number[] {
  const floor = limits.reduce((total, { least }) => total + least, 0);
  const isOpen = limits.every(({ least, most }) => most >= 1 - floor + least);
  // With no upper limit that binds it is a simplex, smaller and moved.
  if (isOpen) return simplex(random, children.length).map((x, i) => (limits[i]?.least ?? 0) + (1 - floor) * x);
  return box(random, limits) ?? children.map(({ local }) => local);
}

/** Effective weights from those among siblings, category by category. */
function effective({ codes, groups }: WeightSpace, local: readonly (readonly number[])[]): number[] {
  const weights = codes.map(() => 1);
  for (const [g, { children }] of groups.entries()) {
    for (const [i, { members }] of children.entries()) for (const member of members) weights[member] = (weights[member] ?? 0) * (local[g]?.[i] ?? 0);
  }
  return weights;
}

function mixture(vectors: readonly (readonly number[])[], shares: readonly number[]): number[] {
  return (vectors[0] ?? []).map((_, i) => vectors.reduce((total, vector, j) => total + (shares[j] ?? 0) * (vector[i] ?? 0), 0));
}

/** The greatest number for the first of the ranked, and so on. */
function sorted(numbers: readonly number[], ranked: readonly number[]): number[] {
  const descending = numbers.toSorted((a, b) => b - a);
  const weights = numbers.map(() => 0);
  for (const [place, i] of ranked.entries()) weights[i] = descending[place] ?? 0;
  return weights;
}

/** Hit-and-run over the polytope, from the middle of some of its corners. */
function walker(region: readonly Choice[], context: RegionContext): WeightSampler {
  const polytope = polytopeOf(region, context);
  const { space, corner } = polytope;
  const corners = cornersOf(polytope);
  const middle = mixture(corners, corners.map(() => 1 / corners.length));
  const directions = corners.map((one) => one.map((x, i) => x - (middle[i] ?? 0)));
  const limits = halfSpaces(polytope.constraints, corner.variables);
  let point = middle;
  return {
    isIndependent: false,
    draw: (random) => {
      for (let step = 0; step < STEPS * space.codes.length; step += 1) point = hitAndRun(random, point, directions, limits);
      return point.slice(0, space.codes.length);
    },
  };
}

/** For each variable the corners where it is greatest and least: they span the polytope. */
function cornersOf({ corner }: Polytope): number[][] {
  const axes = Array.from({ length: corner.variables }, (_, i) => Array.from({ length: corner.variables }, (_one, j) => (i === j ? 1 : 0)));
  return axes.flatMap((axis) => [axis, axis.map((x) => -x)]).map((aim) => [...optimumOf(towards(corner, aim)).point]);
}

function halfSpaces(constraints: readonly Constraint[], variables: number): HalfSpace[] {
  const positive = Array.from({ length: variables }, (_, i): HalfSpace => ({ coefficients: Array.from({ length: variables }, (_one, j) => (i === j ? 1 : 0)), bound: 0 }));
  return [...positive, ...constraints.flatMap(({ coefficients, relation, bound }): HalfSpace[] => (relation === '=' ? [] : [relation === '≥' ? { coefficients, bound } : { coefficients: coefficients.map((x) => -x), bound: -bound }]))];
}
