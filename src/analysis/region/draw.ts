// One weighting drawn at random from simplices, boxes and orders, and what is made of several such draws.
import { at } from '../../math/at.ts';
import type { Random } from '../../math/random/random.ts';
import { box, simplex, type Limit } from '../../math/random/sampling.ts';
import type { Sampling } from '../../methods/region/sampling.ts';
import type { WeightSpace } from '../../methods/region/space.ts';

/** What is drawn at once. */
export type PlainSampling = Extract<Sampling, { readonly kind: 'simplex' | 'box' | 'order' }>;

/** Weights that sum to 1; draws do not depend on those before. */
export function drawFrom(sampling: PlainSampling, random: Random): readonly number[] {
  switch (sampling.kind) {
    case 'simplex':
      return above(sampling.floors, simplex(random, sampling.floors.length));
    case 'box':
      return within(sampling.limits, random);
    case 'order':
      return sorted(simplex(random, sampling.ranked.length), sampling.ranked);
  }
}

function within(limits: readonly Limit[], random: Random): readonly number[] {
  const weights = box(random, limits);
  if (weights === null) throw new RangeError('hardly any weights within the limits sum to 1');
  return weights;
}

/** Whether no upper limit binds, so that weights fill a simplex above the least of each. */
export function isOpen(limits: readonly Limit[]): boolean {
  const floor = limits.reduce((total, { least }) => total + least, 0);
  return limits.every(({ least, most }) => most >= 1 - floor + least);
}

/** A simplex, smaller and moved. */
function above(floors: readonly number[], point: readonly number[]): number[] {
  const rest = 1 - floors.reduce((total, floor) => total + floor, 0);
  return point.map((x, i) => at(floors, i) + rest * x);
}

/** Effective weights from those among siblings, category by category. */
export function effective({ codes, groups }: WeightSpace, local: readonly (readonly number[])[]): number[] {
  const weights = codes.map(() => 1);
  for (const [g, { children }] of groups.entries()) {
    for (const [i, { members }] of children.entries())
      for (const member of members) weights[member] = at(weights, member) * at(at(local, g), i);
  }
  return weights;
}

/** Vectors mixed in these shares. */
export function mixture(vectors: readonly (readonly number[])[], shares: readonly number[]): number[] {
  return at(vectors, 0).map((_, i) =>
    vectors.reduce((total, vector, j) => total + at(shares, j) * at(vector, i), 0),
  );
}

/** The greatest number for the first of the ranked, and so on. */
function sorted(numbers: readonly number[], ranked: readonly number[]): number[] {
  const descending = numbers.toSorted((a, b) => b - a);
  const weights = numbers.map(() => 0);
  for (const [place, i] of ranked.entries()) weights[i] = at(descending, place);
  return weights;
}
