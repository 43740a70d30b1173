// How a region is drawn from, as plain data, and the exact samplers that single regions have.
import type { HalfSpace, Limit } from '../../math/random/sampling.ts';
import type { RegionContext } from './limits.ts';
import { membersOf, type WeightSpace } from './space.ts';

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

/** Mixtures of the named sets are drawn evenly over the mixing weights. */
export function mixtureSampling({ sets }: RegionContext): Sampling {
  return { kind: 'mixture', vectors: sets() };
}

/** An order of all siblings of a flat framework is drawn by sorting; null for any other. */
export function orderSampling(
  { space }: RegionContext,
  { codes }: { codes: readonly string[] },
): Sampling | null {
  if (space.groups.length !== 1) return null;
  const ranked = codes.flatMap((code) => membersOf(space, code) ?? []);
  return ranked.length === space.codes.length ? { kind: 'order', ranked } : null;
}
