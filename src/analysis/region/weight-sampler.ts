// Weightings drawn at random from a region, as effective weights: exact samplers where there are some, a
// random walk elsewhere.
import { randomOf, type Random } from '../../math/random/random.ts';
import { box, type Limit } from '../../math/random/sampling.ts';
import type { Sampling } from '../../methods/region/sampling.ts';
import { limitOf, regions, type RegionContext, type WeightRegion } from '../../methods/region/table.ts';
import type { WeightSpace } from '../../methods/region/space.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import { drawFrom, isOpen } from './draw.ts';
import { Walk, walkThrough } from './walk.ts';
import { polytopeOf } from './weight-region.ts';

export type { Sampling } from '../../methods/region/sampling.ts';

export interface WeightSampler {
  /** Effective weights, which sum to 1. */
  draw(random: Random): readonly number[];
  /** Whether draws do not depend on those before. */
  readonly isIndependent: boolean;
}

/** A sampler of a region: see `samplingOf`. */
export function weightSampler(region: readonly Choice[], context: RegionContext): WeightSampler {
  return samplerOf(samplingOf(region, context));
}

/**
 * How to draw from a region. Where its parts speak of weights among siblings, these are drawn category by
 * category, each evenly over what it may be; where they speak of effective weights, those are, evenly over
 * the polytope. Mixtures of sets are drawn evenly over the mixing weights.
 *
 * A region that limits each weight by itself, or that has a sampler of its own, is drawn from exactly; what
 * has none is walked through by hit-and-run.
 */
export function samplingOf(region: readonly Choice[], context: RegionContext): Sampling {
  const { space } = context;
  const [only, ...others] = region;
  const exact =
    only === undefined || others.length > 0
      ? null
      : (entryOf<WeightRegion>(regions, only).sampling?.(context, only) ?? null);
  if (exact !== null) return exact;
  if (region.every((choice) => entryOf<WeightRegion>(regions, choice).each !== undefined)) {
    const isOfLeaves = region.every(({ at }) => at === 'leaves');
    const flat = isOfLeaves || isFlat(space) ? withinLimits(space, region) : null;
    if (flat !== null) return flat;
    if (!isOfLeaves && !isFlat(space) && region.every(({ at }) => at !== 'leaves'))
      return { kind: 'levels', space, limits: limitsOfLevels(space, region) };
  }
  return walkThrough(polytopeOf(region, context));
}

/** A sampler; walks begin anew with it. */
export function samplerOf(sampling: Sampling): WeightSampler {
  if (sampling.kind === 'walk') return new Walk(sampling);
  return { isIndependent: true, draw: (random) => drawFrom(sampling, random) };
}

/** Whether each variable is a child of the root. */
function isFlat({ groups, codes }: WeightSpace): boolean {
  return groups.length === 1 && groups[0]?.children.length === codes.length;
}

function limitsOfLevels({ groups }: WeightSpace, region: readonly Choice[]): Limit[][] {
  return groups.map(({ children }) => children.map(({ local }) => limitsFor(local, region)));
}

/** The least and the greatest weight that all parts of a region allow where it nominally is `weight`. */
function limitsFor(weight: number, region: readonly Choice[]): Limit {
  const limits = region.flatMap((choice) => limitOf(choice, weight) ?? []);
  return {
    least: Math.max(0, ...limits.map(({ least }) => least)),
    most: Math.min(1, ...limits.map(({ most }) => most)),
  };
}

/**
 * A simplex where no upper limit binds, else a box; null if too few candidates would be within its limits.
 */
function withinLimits({ nominal }: WeightSpace, region: readonly Choice[]): Sampling | null {
  const limits = nominal.map((weight) => limitsFor(weight, region));
  if (isOpen(limits)) return { kind: 'simplex', floors: limits.map(({ least }) => least) };
  const random = randomOf(0, 0);
  const isHopeless = Array.from({ length: 100 }, () => box(random, limits)).includes(null);
  return isHopeless ? null : { kind: 'box', limits };
}
