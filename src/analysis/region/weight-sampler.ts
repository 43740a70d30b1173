// Which weightings of a region are drawn how often: evenly within each category, over effective weights, or
// over mixtures of sets.
import { randomOf } from '../../math/random/random.ts';
import { dot } from '../../math/linear/vector.ts';
import { box, isWithin, type HalfSpace, type Limit } from '../../math/random/sampling.ts';
import { largest, smallest, sum } from '../../math/statistics/stats.ts';
import type { Sampling } from '../../methods/region/sampling.ts';
import {
  limitOf,
  mixesSets,
  regions,
  type Limits,
  type RegionContext,
  type WeightRegion,
} from '../../methods/region/table.ts';
import { isFlat, spaceOfSiblings, type WeightSpace } from '../../methods/region/space.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import { isOpen } from './draw.ts';
import { samplerOf, type WeightSampler } from './sampler.ts';
import { halfSpacesOf, ONE_POINT, walkThrough } from './walk.ts';
import { limitsIn, polytopeOf, polytopeWithin } from './weight-region.ts';

export { isDirect, isIndependent, operationsOfDraw, samplerOf, type WeightSampler } from './sampler.ts';
export type { Sampling } from '../../methods/region/sampling.ts';

/** Of so many trials one in a hundred must be within the limits, or a region is walked through. */
const TRIALS = 1000;

/**
 * What is drawn evenly: the weights among siblings, effective weights, or mixing weights of the named sets.
 */
export const distributions = ['categories', 'indicators', 'mixtures'] as const;
export type Distribution = (typeof distributions)[number];

/** What is drawn evenly over a region. */
export function distributionOf(region: readonly Choice[]): Distribution {
  if (region.some(mixesSets)) return 'mixtures';
  return region.every(({ at }) => at === 'leaves') ? 'indicators' : 'categories';
}

/** A sampler of a region: see `samplingOf`. */
export function weightSampler(region: readonly Choice[], context: RegionContext): WeightSampler {
  return samplerOf(samplingOf(region, context));
}

/**
 * How to draw from a region: of what `distributionOf` says every combination is as likely as any other, as
 * far as the region allows it. Weights among siblings are drawn category by category.
 *
 * A region that limits each weight by itself, or that has a sampler of its own, is drawn from directly. Other
 * limits are met by drawing again; where that is next to hopeless, the region is walked through by
 * hit-and-run.
 */
export function samplingOf(region: readonly Choice[], context: RegionContext): Sampling {
  const distribution = distributionOf(region);
  if (distribution === 'mixtures') return ofMixtures(region, context);
  return distribution === 'indicators' ? ofOneGroup(region, context) : ofCategories(region, context);
}

/** Category by category, and what limits several of them at once besides. */
function ofCategories(region: readonly Choice[], context: RegionContext): Sampling {
  const { space } = context;
  const [single, across] = parted(region, (choice) => isOfSiblings(choice, space));
  const base = isFlat(space)
    ? ofOneGroup(single, context)
    : {
        kind: 'levels' as const,
        space,
        groups: space.groups.map((group) =>
          ofOneGroup(single, { ...context, space: spaceOfSiblings(group) }),
        ),
      };
  if (across.length === 0) return base;
  return (
    within(base, halfSpacesIn(across, context)) ?? walkThrough(polytopeOf(region, context), space.groups)
  );
}

/** Whether a part of a region limits the siblings of one category at a time. */
export function isOfSiblings(choice: Choice, space: WeightSpace): boolean {
  if (choice['at'] === 'leaves' && !isFlat(space)) return false;
  return entryOf<WeightRegion>(regions, choice).isOfSiblings?.(space, choice) === true;
}

/** Evenly over all weights of a space that the parts of a region allow. */
function ofOneGroup(region: readonly Choice[], context: RegionContext): Sampling {
  const { space } = context;
  const parts = region.filter((choice) => isLimiting(limitsIn([choice], context)));
  const [only, ...more] = parts;
  if (only === undefined) return evenly(space.codes.length);
  const exact = more.length > 0 ? null : entryOf<WeightRegion>(regions, only).sampling?.(context, only);
  if (exact !== null && exact !== undefined) return exact;
  const [single, others] = parted(
    parts,
    (choice) => entryOf<WeightRegion>(regions, choice).each !== undefined,
  );
  const base = withinLimits(space, single);
  const found = base === null ? null : within(base, halfSpacesIn(others, context));
  return found ?? walkThrough(polytopeOf(region, context));
}

/** Mixtures of the named sets, the mixing weights within what the other parts allow. */
function ofMixtures(region: readonly Choice[], context: RegionContext): Sampling {
  const vectors = context.sets();
  const others = region.filter((choice) => !mixesSets(choice));
  const limits = limitsIn(others, context).map(({ constraints }) => ({
    constraints: constraints.map((one) => ({
      ...one,
      coefficients: vectors.map((vector) => dot(one.coefficients, vector)),
    })),
  }));
  const base = evenly(vectors.length);
  const drawn = within(
    base,
    limits.flatMap(({ constraints }) => constraints.flatMap(halfSpacesOf)),
  );
  if (drawn !== null) return { kind: 'mixture', vectors, shares: drawn };
  const mixing = { codes: vectors.map((_, i) => String(i)), nominal: vectors.map(() => 0), groups: [] };
  const polytope = polytopeWithin(mixing, limits);
  // The region says why it is empty.
  return polytope === null
    ? walkThrough(polytopeOf(region, context))
    : { kind: 'mixture', vectors, shares: walkThrough(polytope) };
}

function evenly(weights: number): Sampling {
  return { kind: 'simplex', floors: Array.from({ length: weights }, () => 0) };
}

/** A sampling, drawn from again until limits are met; null if they hardly ever are. */
function within(base: Sampling, limits: readonly HalfSpace[]): Sampling | null {
  if (limits.length === 0) return base;
  const sampler = samplerOf(base);
  const random = randomOf(0, 0);
  const hits = Array.from({ length: TRIALS }, () => sampler.draw(random)).filter((weights) =>
    isWithin(weights, limits),
  );
  return hits.length >= TRIALS / 100 ? { kind: 'within', base, limits } : null;
}

function halfSpacesIn(region: readonly Choice[], context: RegionContext): HalfSpace[] {
  return limitsIn(region, context).flatMap(({ constraints }) => constraints.flatMap(halfSpacesOf));
}

function isLimiting(limits: readonly Limits[]): boolean {
  return limits.some(({ constraints }) =>
    constraints.some(({ coefficients }) => coefficients.some((x) => x !== 0)),
  );
}

function parted(
  region: readonly Choice[],
  isFirst: (choice: Choice) => boolean,
): [first: Choice[], rest: Choice[]] {
  return [region.filter(isFirst), region.filter((choice) => !isFirst(choice))];
}

/** The least and the greatest weight that all parts of a region allow where it nominally is `weight`. */
function limitsFor(weight: number, region: readonly Choice[]): Limit {
  const limits = region.flatMap((choice) => limitOf(choice, weight) ?? []);
  return {
    least: Math.max(0, largest(limits.map(({ least }) => least))),
    most: Math.min(1, smallest(limits.map(({ most }) => most))),
  };
}

/**
 * A simplex where no upper limit binds, else a box; null if too few candidates would be within its limits.
 */
function withinLimits({ nominal }: WeightSpace, region: readonly Choice[]): Sampling | null {
  const limits = nominal.map((weight) => limitsFor(weight, region));
  const floors = limits.map(({ least }) => least);
  const isPoint = limits.every(({ least, most }) => Math.abs(most - least) <= ONE_POINT);
  if (isPoint && Math.abs(1 - sum(floors)) <= ONE_POINT) return { kind: 'simplex', floors };
  if (isOpen(limits)) return { kind: 'simplex', floors };
  const random = randomOf(0, 0);
  for (let trial = 0; trial < 100; trial += 1) if (box(random, limits) === null) return null;
  return { kind: 'box', limits };
}
