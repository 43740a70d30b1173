// A random walk through the weightings of a region that has no exact sampler: hit-and-run.
import { at } from '../../math/at.ts';
import { magnitude } from '../../math/linear/vector.ts';
import { sum } from '../../math/statistics/stats.ts';
import { optimumOf, towards, type Constraint } from '../../math/linear/linear-program.ts';
import type { Random } from '../../math/random/random.ts';
import { hitAndRun, normal, stepAlong, type HalfSpace } from '../../math/random/sampling.ts';
import type { Sampling } from '../../methods/region/sampling.ts';
import type { WeightGroup } from '../../methods/region/space.ts';
import { mixture } from './draw.ts';
import type { Polytope } from './weight-region.ts';

type WalkSampling = Extract<Sampling, { readonly kind: 'walk' }>;

/** Corners that are no further apart are one: no weight differs by more than noise. */
export const ONE_POINT = 1e-12;
/** Steps of the walk between two draws, for each variable. */
const STEPS = 4;
/** Steps before the first draw, for each variable, to forget where the walk began. */
const FIRST_STEPS = 100;

/**
 * Hit-and-run over the polytope, from the middle of some of its corners: even over effective weights, or with
 * `categories` over the weights among the siblings of each.
 */
export function walkThrough(polytope: Polytope, categories: readonly WeightGroup[] = []): Sampling {
  const corners = cornersOf(polytope);
  const from = mixture(
    corners,
    corners.map(() => 1 / corners.length),
  );
  const directions = corners.map((one) => one.map((x, i) => x - at(from, i)));
  const variables = polytope.space.codes.length;
  // No corner is away from the middle: there is one weighting, which needs no walk.
  if (directions.every((way) => magnitude(way) <= ONE_POINT))
    return { kind: 'simplex', floors: from.slice(0, variables) };
  return {
    kind: 'walk',
    from,
    directions,
    limits: halfSpaces(polytope.constraints, polytope.corner.variables),
    variables,
    // What weighs nothing anywhere is not shared out.
    categories: categories.filter(({ members }) => sumOf(from, members) > 1e-12),
  };
}

/** A walk on its way: each draw begins where the last one ended. */
export class Walk {
  readonly isIndependent = false;
  readonly #sampling: WalkSampling;
  #point: readonly number[];
  #isFirst = true;

  constructor(sampling: WalkSampling) {
    this.#sampling = sampling;
    this.#point = sampling.from;
  }

  draw(random: Random): readonly number[] {
    const { variables } = this.#sampling;
    const steps = (this.#isFirst ? FIRST_STEPS : STEPS) * variables;
    this.#isFirst = false;
    for (let step = 0; step < steps; step += 1) this.#step(random, step);
    return this.#point.slice(0, variables);
  }

  #step(random: Random, step: number): void {
    const { directions, limits, categories } = this.#sampling;
    if (step % 2 === 1 && categories.length > 0) {
      this.#point = stepAmongSiblings(random, this.#point, categories, limits);
      return;
    }
    const next = hitAndRun(random, this.#point, directions, limits);
    if (categories.length === 0 || isAccepted(random, this.#point, next, categories)) this.#point = next;
  }
}

/**
 * A step of the weights among the siblings of one category, the shares below them as they are. Effective
 * weights are linear in these, so that a random point of the line is even over them.
 */
function stepAmongSiblings(
  random: Random,
  point: readonly number[],
  categories: readonly WeightGroup[],
  limits: readonly HalfSpace[],
): readonly number[] {
  const { children, members } = at(categories, Math.floor(random() * categories.length));
  const whole = sumOf(point, members);
  const weighed = children
    .map((child) => ({ members: child.members, weight: sumOf(point, child.members) }))
    .filter(({ weight }) => weight > 0);
  if (!(whole > 0) || weighed.length < 2) return point;
  const changes = weighed.map(() => normal(random));
  const centre = sum(changes) / changes.length;
  const way = point.map(() => 0);
  for (const [j, child] of weighed.entries())
    for (const i of child.members) way[i] = ((at(changes, j) - centre) * whole * at(point, i)) / child.weight;
  return stepAlong(random, point, way, limits);
}

/**
 * Whether a step of effective weights is taken (Metropolis), so that the walk is even over the weights among
 * siblings. A category of weight W and k children holds W^(k − 1) times as much of the effective weights as
 * of those among siblings.
 *
 *     taken with the probability min(1, Π (W before / W after)^(k − 1))
 *
 * @see Metropolis et al. (1953), Journal of Chemical Physics 21
 */
function isAccepted(
  random: Random,
  before: readonly number[],
  after: readonly number[],
  categories: readonly WeightGroup[],
): boolean {
  const ratio = categories.reduce(
    (product, { members, children }) =>
      product * (sumOf(before, members) / sumOf(after, members)) ** (children.length - 1),
    1,
  );
  return random() < ratio;
}

function sumOf(weights: readonly number[], members: readonly number[]): number {
  return sum(members.map((i) => at(weights, i)));
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
  return [...positive, ...constraints.flatMap(halfSpacesOf)];
}

/** An equation is no limit of the walk: its directions keep to it. */
export function halfSpacesOf({ coefficients, relation, bound }: Constraint): HalfSpace[] {
  if (relation === '=') return [];
  if (relation === '≥') return [{ coefficients, bound }];
  return [{ coefficients: coefficients.map((x) => -x), bound: -bound }];
}
