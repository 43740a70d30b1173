// A random walk through the weightings of a region that has no exact sampler: hit-and-run.
import { at } from '../../math/at.ts';
import { optimumOf, towards, type Constraint } from '../../math/linear/linear-program.ts';
import type { Random } from '../../math/random/random.ts';
import { hitAndRun, type HalfSpace } from '../../math/random/sampling.ts';
import type { Sampling } from '../../methods/region/sampling.ts';
import { mixture } from './draw.ts';
import type { Polytope } from './weight-region.ts';

/** Steps of the walk between two draws, for each variable. */
const STEPS = 4;

/** Hit-and-run over the polytope, from the middle of some of its corners. */
export function walkThrough(polytope: Polytope): Sampling {
  const corners = cornersOf(polytope);
  const from = mixture(
    corners,
    corners.map(() => 1 / corners.length),
  );
  const directions = corners.map((one) => one.map((x, i) => x - at(from, i)));
  return {
    kind: 'walk',
    from,
    directions,
    limits: halfSpaces(polytope.constraints, polytope.corner.variables),
    variables: polytope.space.codes.length,
  };
}

/** A walk on its way: each draw begins where the last one ended. */
export class Walk {
  readonly isIndependent = false;
  readonly #sampling: Sampling & { kind: 'walk' };
  #point: readonly number[];

  constructor(sampling: Sampling & { kind: 'walk' }) {
    this.#sampling = sampling;
    this.#point = sampling.from;
  }

  draw(random: Random): readonly number[] {
    const { directions, limits, variables } = this.#sampling;
    for (let step = 0; step < STEPS * variables; step += 1)
      this.#point = hitAndRun(random, this.#point, directions, limits);
    return this.#point.slice(0, variables);
  }
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
  return [...positive, ...constraints.flatMap(halfSpaceOf)];
}

/** An equation is no limit of the walk: its directions keep to it. */
function halfSpaceOf({ coefficients, relation, bound }: Constraint): HalfSpace[] {
  if (relation === '=') return [];
  if (relation === '≥') return [{ coefficients, bound }];
  return [{ coefficients: coefficients.map((x) => -x), bound: -bound }];
}
