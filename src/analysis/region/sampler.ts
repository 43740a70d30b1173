// Draws weightings as a sampling says: one after the other, from a source of random numbers.
import { at } from '../../math/at.ts';
import type { Random } from '../../math/random/random.ts';
import { isWithin } from '../../math/random/sampling.ts';
import type { Sampling } from '../../methods/region/sampling.ts';
import { drawFrom, effective, mixture } from './draw.ts';
import { Walk } from './walk.ts';

/** How often a draw outside its limits is done again. */
const MOST_TRIALS = 1_000_000;

export interface WeightSampler {
  /** Weights, which sum to 1. */
  draw(random: Random): readonly number[];
  /** Whether draws do not depend on those before. */
  readonly isIndependent: boolean;
}

/** A sampler; walks begin anew with it. */
export function samplerOf(sampling: Sampling): WeightSampler {
  switch (sampling.kind) {
    case 'simplex':
    case 'box':
    case 'order':
      return { isIndependent: true, draw: (random) => drawFrom(sampling, random) };
    case 'walk':
      return new Walk(sampling);
    case 'mixture': {
      const shares = samplerOf(sampling.shares);
      const draw = (random: Random) => mixture(sampling.vectors, shares.draw(random));
      return { isIndependent: shares.isIndependent, draw };
    }
    case 'levels': {
      const groups = sampling.groups.map(samplerOf);
      const draw = (random: Random) =>
        effective(
          sampling.space,
          groups.map((group) => group.draw(random)),
        );
      return { isIndependent: groups.every((group) => group.isIndependent), draw };
    }
    case 'within': {
      const base = samplerOf(sampling.base);
      return { isIndependent: base.isIndependent, draw: (random) => untilWithin(base, sampling, random) };
    }
  }
}

function untilWithin(
  base: WeightSampler,
  { limits }: Extract<Sampling, { readonly kind: 'within' }>,
  random: Random,
): readonly number[] {
  for (let trial = 0; trial < MOST_TRIALS; trial += 1) {
    const weights = base.draw(random);
    if (isWithin(weights, limits)) return weights;
  }
  throw new RangeError('hardly any drawn weights are within the limits');
}

/** Whether draws of a sampling do not depend on each other. */
export function isIndependent(sampling: Sampling): boolean {
  return samplerOf(sampling).isIndependent;
}

/** Whether each draw is made at once, with no steps or trials on the way. */
export function isDirect(sampling: Sampling): boolean {
  switch (sampling.kind) {
    case 'simplex':
    case 'box':
    case 'order':
      return true;
    case 'mixture':
      return isDirect(sampling.shares);
    case 'levels':
      return sampling.groups.every(isDirect);
    case 'within':
    case 'walk':
      return false;
  }
}

/** Roughly, how many operations a draw takes, of so many weights. */
export function operationsOfDraw(sampling: Sampling, weights: number): number {
  switch (sampling.kind) {
    case 'simplex':
    case 'box':
    case 'order':
      return 10 * weights;
    case 'walk':
      return 100 * weights * weights;
    case 'mixture':
      return 200 * weights + operationsOfDraw(sampling.shares, sampling.vectors.length);
    case 'levels':
      return sampling.groups.reduce(
        (total, group, g) => total + operationsOfDraw(group, at(sampling.space.groups, g).children.length),
        200 * weights,
      );
    case 'within':
      return 10 * operationsOfDraw(sampling.base, weights);
  }
}
