// How a region is drawn from, as plain data, and the exact sampler that an order has.
import type { HalfSpace, Limit } from '../../math/random/sampling.ts';
import type { RegionContext } from './limits.ts';
import type { WeightGroup, WeightSpace } from './space.ts';

/** How a region is drawn from, as plain data: it can be handed to another thread. */
export type Sampling =
  /** Evenly over the simplex above the floors. */
  | { readonly kind: 'simplex'; readonly floors: readonly number[] }
  /** Evenly over the weightings within limits. */
  | { readonly kind: 'box'; readonly limits: readonly Limit[] }
  /** Evenly over the weightings that fall in this order of variables. */
  | { readonly kind: 'order'; readonly ranked: readonly number[] }
  /** Mixtures, the mixing weights drawn in a way of their own. */
  | {
      readonly kind: 'mixture';
      readonly vectors: readonly (readonly number[])[];
      readonly shares: Sampling;
    }
  /** Category by category, the weights of its children drawn in a way of their own. */
  | { readonly kind: 'levels'; readonly space: WeightSpace; readonly groups: readonly Sampling[] }
  /** Drawn in some way, again and again until all limits are met. */
  | { readonly kind: 'within'; readonly base: Sampling; readonly limits: readonly HalfSpace[] }
  /**
   * A walk through the polytope, which begins at a point of it whenever a sampler is made. With categories it
   * is even over the weights among their siblings, without over the polytope.
   */
  | {
      readonly kind: 'walk';
      readonly from: readonly number[];
      readonly directions: readonly (readonly number[])[];
      readonly limits: readonly HalfSpace[];
      readonly variables: number;
      readonly categories: readonly WeightGroup[];
    };

/** An order of all weights of a space is drawn by sorting; null for any other. */
export function orderSampling(
  { space: { codes: all } }: RegionContext,
  { codes }: { codes: readonly string[] },
): Sampling | null {
  const ranked = codes.map((code) => all.indexOf(code));
  const isOfAll = ranked.length === all.length && new Set(ranked).size === all.length && !ranked.includes(-1);
  return isOfAll ? { kind: 'order', ranked } : null;
}

/** Whether what an order names are children of one category. */
export function isOrderOfSiblings({ groups }: WeightSpace, { codes }: { codes: readonly string[] }): boolean {
  return groups.some(({ children }) => codes.every((code) => children.some((child) => child.code === code)));
}
