// The weight region as a polytope: its limits put together, its emptiness explained, and its best points
// found.
import { at } from '../../math/at.ts';
import {
  optimumOf,
  regionOf,
  towards,
  type Constraint,
  type Dictionary,
} from '../../math/linear/linear-program.ts';
import {
  describeRegion,
  regions,
  type Limits,
  type RegionContext,
  type WeightLevel,
  type WeightRegion as Entry,
  type WeightSpace,
} from '../../methods/region/table.ts';
import { nodes, type FrameworkNode } from '../../model/framework.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { quoted } from '../../model/words.ts';

/** All weightings that count as defensible, as vectors of effective weights. */
export interface Polytope {
  readonly space: WeightSpace;
  /** A corner of it, from which the best for any aim is reached. */
  readonly corner: Dictionary;
  /** What makes it, each with a coefficient for every variable of the corner. */
  readonly constraints: readonly Constraint[];
}

/** The weighting of a region at which Σ cᵢ wᵢ is greatest, and that sum. */
export interface Greatest {
  readonly value: number;
  readonly weights: readonly number[];
}

/** The polytope of a region; a region that holds no weighting is a problem that says why. */
export function polytopeOf(region: readonly Choice[], context: RegionContext): Polytope {
  const limits = limitsIn(region, context);
  const polytope = polytopeWithin(context.space, limits);
  if (polytope === null) throw new ProblemsError([emptyRegion(region, limits, context.space)]);
  return polytope;
}

/** What each part of a region asks of the weights. */
export function limitsIn(region: readonly Choice[], context: RegionContext): Limits[] {
  return region.map((choice) => entryOf<Entry>(regions, choice).limits(context, choice));
}

/** All weights that meet some limits; null if none do. */
export function polytopeWithin(space: WeightSpace, limits: readonly Limits[]): Polytope | null {
  const constraints = joined(space, limits);
  const corner = cornerOf(space, constraints);
  return corner === null ? null : { space, corner, constraints };
}

/**
 * Which level a region is about: if any part of it says that the first level varies alone, only that does.
 */
export function levelOf(region: readonly Choice[]): WeightLevel {
  if (region.some((choice) => choice['at'] === 'top')) return 'top';
  return region.every((choice) => choice['at'] === 'leaves') ? 'leaves' : 'levels';
}

/**
 * The greatest Σ cᵢ wᵢ over a region.
 *
 * A linear program, solved by the simplex method; exact up to floating point.
 */
export function greatest({ corner, space }: Polytope, aim: readonly number[]): Greatest {
  const { value, point } = optimumOf(towards(corner, aim));
  return { value, weights: point.slice(0, space.codes.length) };
}

/** The least Σ cᵢ wᵢ over a region. */
export function least(polytope: Polytope, aim: readonly number[]): Greatest {
  const { value, weights } = greatest(
    polytope,
    aim.map((x) => -x),
  );
  return { value: -value, weights };
}

/** Whether a weighting meets all limits, up to noise. */
export function contains(
  region: readonly Choice[],
  context: RegionContext,
  weights: readonly number[],
): boolean {
  const fixed = weights.map((weight, i): Constraint => ({
    coefficients: weights.map((_, j) => (i === j ? 1 : 0)),
    relation: '=',
    bound: weight,
  }));
  return together(context.space, [...limitsIn(region, context), { constraints: fixed }]) !== null;
}

/** Weights that sum to 1 and meet the limits; each brings its own further variables. */
function joined({ codes }: WeightSpace, limits: readonly Limits[]): Constraint[] {
  const all: Constraint[] = [{ coefficients: codes.map(() => 1), relation: '=', bound: 1 }];
  let helpers = 0;
  for (const { constraints, helpers: own = 0 } of limits) {
    const before = helpers;
    for (const one of constraints)
      all.push({
        ...one,
        coefficients: [
          ...one.coefficients.slice(0, codes.length),
          ...Array.from({ length: before }, () => 0),
          ...one.coefficients.slice(codes.length),
        ],
      });
    helpers += own;
  }
  const width = codes.length + helpers;
  return all.map((one) => ({
    ...one,
    coefficients: Array.from({ length: width }, (_, i) => one.coefficients[i] ?? 0),
  }));
}

function cornerOf({ codes }: WeightSpace, constraints: readonly Constraint[]): Dictionary | null {
  return regionOf(constraints[0]?.coefficients.length ?? codes.length, constraints);
}

function together(space: WeightSpace, limits: readonly Limits[]): Dictionary | null {
  return cornerOf(space, joined(space, limits));
}

/** The parts that leave nothing together: without any one of them something would be left. */
function emptyRegion(region: readonly Choice[], limits: readonly Limits[], space: WeightSpace): Problem {
  let kept = region.map((_, i) => i);
  for (const one of region.keys()) {
    const without = kept.filter((i) => i !== one);
    if (
      together(
        space,
        without.flatMap((i) => limits[i] ?? []),
      ) === null
    )
      kept = without;
  }
  const parts = kept.flatMap((i) => region[i] ?? []);
  const said = parts.map((part) => quoted(describeRegion([part])));
  return {
    code: 'region/empty',
    severity: 'error',
    step: 'region',
    what:
      parts.length === 1
        ? `no weights satisfy the region ${said[0]}`
        : `no weights satisfy the regions ${said.join(' and ')} together`,
    ...whyEmpty(
      parts,
      kept.flatMap((i) => limits[i] ?? []),
      space,
    ),
    fix:
      parts.length === 1
        ? 'use another region, such as --region around:25%'
        : 'widen one of them, or leave one out',
  };
}

/** What the first part that can tell says: which of its limits the others force the other way round. */
function whyEmpty(parts: readonly Choice[], limits: readonly Limits[], space: WeightSpace): { why?: string } {
  for (const [i, part] of parts.entries()) {
    const { against } = entryOf<Entry>(regions, part);
    const others =
      against === undefined
        ? null
        : together(
            space,
            limits.filter((_, j) => j !== i),
          );
    if (against === undefined || others === null) continue;
    const why = against(others, at(limits, i), part);
    return why === null ? {} : { why };
  }
  return {};
}

/**
 * The share of each variable's weight that goes to some indicators: all or nothing of their own, part of that
 * of a category above them.
 */
export function coefficientsOf(
  { framework, weights }: Result,
  codes: readonly string[],
  indicatorCodes: readonly string[],
): number[] {
  const shareBelow = (node: FrameworkNode): number => {
    if (node.kind === 'indicator') return indicatorCodes.includes(node.code) ? 1 : 0;
    return node.children.reduce(
      (total, child) => total + (weights.get(child.code) ?? 0) * shareBelow(child),
      0,
    );
  };
  const all = nodes(framework);
  return codes.map((code) => {
    const node = all.find((one) => one.code === code);
    return node === undefined ? 0 : shareBelow(node);
  });
}
