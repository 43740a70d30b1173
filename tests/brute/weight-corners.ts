// The corners of a weight region: of each category's own polytope, multiplied down the tree.
import { at, Fraction, product } from './fraction.ts';
import {
  counting,
  effectiveShares,
  givenWeights,
  localShares,
  weightOf,
  type Weights,
} from './exact-index.ts';
import { branchesOf, leavesOf, type Branch, type Node, type Sample } from './sample.ts';

export type Level = 'levels' | 'top' | 'leaves';

export type Limit =
  | { readonly method: 'any' }
  | { readonly method: 'around' | 'mix'; readonly share: string }
  | { readonly method: 'ratio'; readonly times: string }
  | { readonly method: 'order'; readonly codes: readonly string[] }
  | {
      readonly method: 'published';
      readonly codes: readonly string[];
      /** What each country has more than the next, by leaf. */
      readonly leads: readonly ReadonlyMap<string, Fraction>[];
    };

/** A region is the named sets, or limits at a level. */
export type Region =
  | { readonly sets: true }
  | { readonly sets: false; readonly level: Level; readonly limits: readonly Limit[] };

export function regionText(region: Region): string {
  if (region.sets) return 'sets';
  const isPublished = region.limits.some(({ method }) => method === 'published');
  const suffix = region.level === 'levels' || isPublished ? '' : `@${region.level}`;
  return region.limits.map((limit) => `${limitText(limit)}${suffix}`).join('+');
}

function limitText(limit: Limit): string {
  switch (limit.method) {
    case 'any':
      return 'any';
    case 'around':
    case 'mix':
      return `${limit.method}:${limit.share}%`;
    case 'ratio':
      return `ratio:${limit.times}`;
    case 'order':
    case 'published':
      return `${limit.method}:${limit.codes.join(',')}`;
  }
}

/** Effective weights of the leaves at each corner; every weighting of the region is a mixture of them. */
export function cornersOf(sample: Sample, region: Region): Fraction[][] {
  const { root } = sample;
  const given = givenWeights(root);
  if (region.sets) return setWeights(sample).map((weights) => effectiveShares(root, weights));
  if (region.level === 'leaves') {
    const shares = effectiveShares(root, given);
    const codes = leavesOf(root).map(({ code }) => code);
    const there = codes.flatMap((code, i) =>
      at(shares, i).sign > 0 ? [{ code, share: at(shares, i) }] : [],
    );
    return polytopeCorners(there, region.limits).map((corner) =>
      codes.map((code) => {
        const place = there.findIndex((one) => one.code === code);
        return place === -1 ? Fraction.zero : at(corner, place);
      }),
    );
  }
  return branchCorners(root, given, region.limits, region.level === 'top').map((corner) =>
    leavesOf(root).map(({ code }) => corner.get(code) ?? Fraction.zero),
  );
}

/** The named sets; what they do not name keeps its weight. */
function setWeights({ root, sets }: Sample): Weights[] {
  const given = [...givenWeights(root)];
  return [...sets.values()].map(
    (set) =>
      new Map(
        given.map(([code, weight]) => [code, set.has(code) ? Fraction.of(set.get(code) ?? '') : weight]),
      ),
  );
}

/** The weights of the framework, and of the named sets where these are the region. */
function weightingsOf(sample: Sample, region: Region): Weights[] {
  return [givenWeights(sample.root), ...(region.sets ? setWeights(sample) : [])];
}

/**
 * The places of the leaves that take part: that have a weight, or that sets weigh where these are the region.
 */
export function takingPart(sample: Sample, region: Region): number[] {
  const weightings = weightingsOf(sample, region);
  const below = (branch: Branch): string[] =>
    branch.children
      .filter(({ code }) => weightings.some((weights) => weightOf(weights, code).sign > 0))
      .flatMap((child) => (child.kind === 'leaf' ? [child.code] : below(child)));
  const codes = new Set(below(sample.root));
  return leavesOf(sample.root).flatMap(({ code }, leaf) => (codes.has(code) ? [leaf] : []));
}

/** Whether sums are of the same children under all named sets and the weights of the framework. */
export function sumsAlike(sample: Sample, region: Region): boolean {
  const weightings = weightingsOf(sample, region);
  const isWeighed = (branch: Branch, weights: Weights): boolean =>
    effectiveShares(sample.root, weights).some(
      (share, leaf) =>
        share.sign > 0 && leavesOf(branch).some(({ code }) => code === at(leavesOf(sample.root), leaf).code),
    );
  return branchesOf(sample.root).every(
    (branch) =>
      new Set(
        weightings
          .filter((weights) => isWeighed(branch, weights))
          .map((weights) =>
            counting(branch, weights)
              .map(({ code }) => code)
              .join(),
          ),
      ).size < 2,
  );
}

/** All weights beside a region: every leaf that takes part may have all of it. */
export function anyBeside(sample: Sample, region: Region): Fraction[][] {
  return takingPart(sample, region).map((place) =>
    leavesOf(sample.root).map((_, leaf) => (leaf === place ? Fraction.one : Fraction.zero)),
  );
}

type Corner = ReadonlyMap<string, Fraction>;

function nodeCorners(node: Node, given: Weights, limits: readonly Limit[], isFixed: boolean): Corner[] {
  if (node.kind === 'leaf') return [new Map([[node.code, Fraction.one]])];
  return branchCorners(node, given, isFixed ? [{ method: 'mix', share: '0' }] : limits, false);
}

function branchCorners(branch: Branch, given: Weights, limits: readonly Limit[], isTop: boolean): Corner[] {
  const shares = localShares(branch, given).map(({ child, share }) => ({ code: child.code, share }));
  const below = counting(branch, given).map((child) => nodeCorners(child, given, limits, isTop));
  return polytopeCorners(shares, limits).flatMap((corner) =>
    corner.reduce<Corner[]>(
      (parts, weight, i) =>
        weight.sign === 0
          ? parts
          : parts.flatMap((part) =>
              at(below, i).map(
                (own) => new Map([...part, ...[...own].map(([code, x]) => [code, x.times(weight)] as const)]),
              ),
            ),
      [new Map()],
    ),
  );
}

interface Share {
  readonly code: string;
  readonly share: Fraction;
}

/** The corners of all weights of siblings that meet the limits. */
export function polytopeCorners(siblings: readonly Share[], limits: readonly Limit[]): Fraction[][] {
  const unit = siblings.map((_, i) => siblings.map((__, j) => (i === j ? Fraction.one : Fraction.zero)));
  return limits
    .flatMap((limit) => inequalities(siblings, unit, limit))
    .reduce<Cut>((cut, inequality) => clipped(cut, inequality), { corners: unit, tight: unit }).corners;
}

/** Coefficients a of limits a w ≥ 0, for weights that sum to 1. */
function inequalities(siblings: readonly Share[], unit: readonly Fraction[][], limit: Limit): Fraction[][] {
  const share = 'share' in limit ? Fraction.of(limit.share).over(Fraction.of(100)) : Fraction.zero;
  const between = (code: string, other: string, times: Fraction): Fraction[] =>
    siblings.map((one) => {
      if (one.code === code) return Fraction.one;
      return one.code === other ? times.negated() : Fraction.zero;
    });
  const codes = siblings.map(({ code }) => code);
  switch (limit.method) {
    case 'any':
      return [];
    case 'mix':
      return siblings.map((one, i) =>
        at(unit, i).map((x) => x.minus(Fraction.one.minus(share).times(one.share))),
      );
    case 'around':
      return siblings.flatMap((one, i) => [
        at(unit, i).map((x) => x.minus(Fraction.one.minus(share).times(one.share))),
        at(unit, i).map((x) => Fraction.one.plus(share).times(one.share).minus(x)),
      ]);
    case 'ratio': {
      const times = Fraction.of(limit.times);
      return codes.flatMap((code) =>
        codes
          .filter((other) => other !== code)
          .map((other) => between(other, code, Fraction.one.over(times))),
      );
    }
    case 'published':
      return limit.leads.map((lead) => codes.map((code) => lead.get(code) ?? Fraction.zero));
    case 'order':
      return limit.codes
        .slice(1)
        .map((code, i) => [at(limit.codes, i), code] as const)
        .filter(([more, less]) => codes.includes(more) && codes.includes(less))
        .map(([more, less]) => between(more, less, Fraction.one));
  }
}

interface Cut {
  readonly corners: Fraction[][];
  /** All inequalities so far. */
  readonly tight: Fraction[][];
}

/**
 * The corners that an inequality leaves, and those that it makes on edges to the ones it takes (Motzkin's
 * double description). Two corners share an edge if no third one lies on all the limits that both lie on.
 */
function clipped({ corners, tight }: Cut, inequality: Fraction[]): Cut {
  const sided = corners.map((corner) => ({
    corner,
    excess: product(inequality, corner),
    on: tight.map((one) => product(one, corner).sign === 0),
  }));
  const kept = sided.filter(({ excess }) => excess.sign >= 0).map(({ corner }) => corner);
  const made = sided
    .filter(({ excess }) => excess.sign > 0)
    .flatMap((inside) =>
      sided
        .filter(({ excess }) => excess.sign < 0)
        .filter(
          (outside) =>
            !sided.some(
              (third) =>
                third !== inside &&
                third !== outside &&
                third.on.every((is, i) => is || !(inside.on[i] && outside.on[i])),
            ),
        )
        .map((outside) => {
          const way = inside.excess.over(inside.excess.minus(outside.excess));
          return inside.corner.map((x, i) => x.plus(at(outside.corner, i).minus(x).times(way)));
        }),
    );
  return { corners: [...kept, ...made], tight: [...tight, inequality] };
}
