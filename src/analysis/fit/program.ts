// What was published as limits on weights: the weights that meet all of it with the widest margin, those that
// come nearest, and the fewest claims that contradict each other.
import { at } from '../../math/at.ts';
import { leastSquares } from '../../math/linear/least-squares.ts';
import { dot } from '../../math/linear/vector.ts';
import { maximise, optimumOf, regionOf, towards, type Constraint } from '../../math/linear/linear-program.ts';
import { smallest } from '../../math/statistics/stats.ts';
import type { WeightGroup } from '../../methods/region/table.ts';
import type { ShownPlace } from '../../model/rows.ts';

/**
 * Σ wᵢ cᵢ + Σ cutⱼ eⱼ ≥ bound, and more than that by a margin if it is strict; what has nothing to do with
 * any cut-off names none.
 */
export interface Limit {
  readonly weights: readonly number[];
  readonly cuts: readonly number[];
  readonly bound: number;
  readonly isStrict: boolean;
}

/** One thing that was published, about some countries, by their positions in the index. */
export interface Claim {
  readonly kind: 'ahead' | 'level' | 'place' | 'tier' | 'score';
  readonly countries: readonly ShownPlace[];
  readonly limits: readonly Limit[];
}

/**
 * Which weights are looked at, how many cut-offs are to be found with them, and how large differences can be.
 */
export interface Search {
  readonly constraints: readonly Constraint[];
  readonly variables: number;
  readonly cuts: number;
  readonly scale: number;
}

/**
 * Weights, cut-offs between tiers, and by how much every strict claim holds; below 0, by how much the worst
 * one fails.
 */
export interface Fitted {
  readonly margin: number;
  readonly weights: readonly number[];
  readonly cuts: readonly number[];
}

/**
 * The weights under which the least of all strict claims holds by most: max δ, so that a ranking is
 * reproduced where δ > 0 and by no weights where δ ≤ 0. Null if claims that are not strict, as that two are
 * level, contradict each other.
 *
 *     max δ,  y(a) − y(b) ≥ δ for each a published ahead of b
 *
 * The margin is capped at the scale, which it reaches only where nothing limits it.
 *
 * @see Greco, Mousseau & Słowiński (2008), European Journal of Operational Research 191: UTA-GMS
 */
export function widest(search: Search, claims: readonly Claim[]): Fitted | null {
  const rows = [
    ...rowsOf(search, claims, (isStrict) => (isStrict ? [-1, 1] : [0, 0])),
    atMost(search, [1, -1], search.scale),
  ];
  const best = maximise([...zeros(widthOf(search)), 1, -1], rows);
  return best === null ? null : { margin: best.value, ...split(search, best.point) };
}

/**
 * The weights under which claims that fail do so by least in sum: min Σ z, where each may be missed by a z of
 * its own. A margin of 10⁻⁴ of the scale keeps what is strict from being met by everybody being level. Null
 * where scores are so far apart that rounding finds no weights at all.
 *
 * @see Srinivasan & Shocker (1973), Psychometrika 38: LINMAP
 */
export function leastMisses(search: Search, claims: readonly Claim[]): Fitted | null {
  const limits = claims.flatMap((claim) => claim.limits);
  const miss = (limit: number) => limits.map((_, i) => (i === limit ? 1 : 0));
  const rows = [
    ...search.constraints.map((one) => padded(search, one, limits.length)),
    ...limits.map((limit, i): Constraint => ({
      coefficients: [...columnsOf(search, limit), ...miss(i)],
      relation: '≥',
      bound: limit.bound + (limit.isStrict ? 1e-4 * search.scale : 0),
    })),
  ];
  const best = maximise([...zeros(widthOf(search)), ...limits.map(() => -1)], rows);
  if (best === null) return null;
  return {
    margin: smallest(limits.map((limit) => excess(limit, split(search, best.point)))),
    ...split(search, best.point),
  };
}

/**
 * The weights nearest to given ones under which all claims hold, strict ones by a margin; null if there are
 * none.
 *
 *     min Σ (wᵢ − gᵢ)²
 */
export function nearestTo(
  search: Search,
  claims: readonly Claim[],
  goal: readonly number[],
  margin: number,
): number[] | null {
  const width = widthOf(search);
  const found = leastSquares(
    goal.map((_, i) => zeros(width).map((__, j) => (i === j ? 1 : 0))),
    goal,
    [
      ...search.constraints.map((one) => padded(search, one, 0)),
      ...claims.flatMap(({ limits }) => rowsFor(search, limits, margin)),
    ],
  );
  return found === null ? null : found.slice(0, search.variables);
}

/** Limits as rows, strict ones by a margin; an equation where two are the opposite of each other. */
function rowsFor(search: Search, limits: readonly Limit[], margin: number): Constraint[] {
  const [first, second] = limits;
  const isEquation =
    first !== undefined && second !== undefined && limits.length === 2 && areOpposite(first, second);
  return (isEquation ? [first] : limits).map((limit) => ({
    coefficients: columnsOf(search, limit),
    relation: isEquation ? '=' : '≥',
    bound: limit.bound + (limit.isStrict ? margin : 0),
  }));
}

function areOpposite(one: Limit, other: Limit): boolean {
  return (
    !one.isStrict &&
    !other.isStrict &&
    one.bound === -other.bound &&
    one.weights.every((x, i) => x === -at(other.weights, i))
  );
}

/** Whether a claim holds under weights and cut-offs; differences within the tolerance are none. */
export function holds(
  { limits }: Claim,
  fitted: Pick<Fitted, 'weights' | 'cuts'>,
  tolerance: number,
): boolean {
  return limits.every((limit) =>
    limit.isStrict ? excess(limit, fitted) > tolerance : excess(limit, fitted) >= -tolerance,
  );
}

function excess(limit: Limit, { weights, cuts }: Pick<Fitted, 'weights' | 'cuts'>): number {
  return dot(limit.weights, weights) + dot(limit.cuts, cuts) - limit.bound;
}

/** By how much the tightest strict claim holds under some weights; infinitely where there is none. */
export function marginOf(claims: readonly Claim[], fitted: Pick<Fitted, 'weights' | 'cuts'>): number {
  const strict = claims.flatMap(({ limits }) => limits.filter(({ isStrict }) => isStrict));
  return smallest(strict.map((limit) => excess(limit, fitted)));
}

/**
 * As few items as still do what all do together: without any one of them it is not so any more. Whole blocks
 * are left out first, then one after the other (the deletion filter).
 *
 * @example minimal([1, 5, 3, 8, 2], (some) => some.reduce((total, x) => total + x, 0) >= 10) // → [8, 2]
 * @see Chinneck & Dravnieks (1991), ORSA Journal on Computing 3
 */
export function minimal<Item>(
  items: readonly Item[],
  isEnough: (some: readonly Item[]) => boolean,
): readonly Item[] {
  let left = items;
  for (let size = Math.ceil(items.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < left.length;) {
      const without = [...left.slice(0, start), ...left.slice(start + size)];
      if (isEnough(without)) left = without;
      else start += size;
    }
  }
  return left;
}

/** The least and the greatest share that the weights of some variables have of those of others. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/**
 * For each child of each category, the range of its weight among its siblings over all weights that meet the
 * claims, limits included.
 *
 *     min and max Σ wᵢ over the child / Σ wᵢ over the category
 *
 * A fraction becomes linear once all is divided by what stands below: Σ over the category is set to 1, and
 * the whole to an unknown. Two programs a weight. Null where the category has no weight at all.
 *
 * @see Charnes & Cooper (1962), Naval Research Logistics Quarterly 9
 */
export function localRanges(
  search: Search,
  claims: readonly Claim[],
  groups: readonly Pick<WeightGroup, 'members' | 'children'>[],
): (Range[] | null)[] {
  const rows = rowsOf(search, claims, () => [0]).map(({ coefficients, relation, bound }): Constraint => ({
    coefficients: [...coefficients.slice(0, -1), -bound],
    relation,
    bound: 0,
  }));
  return groups.map(({ members, children }) => {
    const sumOf = (some: readonly number[]) =>
      [...zeros(widthOf(search)), 0].map((_, i) => (some.includes(i) ? 1 : 0));
    const region = regionOf(widthOf(search) + 1, [
      ...rows,
      { coefficients: sumOf(members), relation: '=', bound: 1 },
    ]);
    if (region === null) return null;
    const value = (aim: readonly number[]) => optimumOf(towards(region, aim)).value;
    return children.map((child) => ({
      least: Math.max(0, -value(sumOf(child.members).map((x) => -x))),
      most: Math.min(1, value(sumOf(child.members))),
    }));
  });
}

/** The weights and their helpers, then two columns for each cut-off, as it may be negative. */
function widthOf({ constraints, cuts }: Search): number {
  return at(constraints, 0).coefficients.length + 2 * cuts;
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

/** A constraint on weights alone, with 0 for the cut-offs and so many further columns. */
function padded(search: Search, one: Constraint, more: number): Constraint {
  return {
    ...one,
    coefficients: [...one.coefficients, ...zeros(widthOf(search) - one.coefficients.length + more)],
  };
}

/** All limits as rows, each with further columns at its end. */
function rowsOf(
  search: Search,
  claims: readonly Claim[],
  further: (isStrict: boolean) => readonly number[],
): Constraint[] {
  return [
    ...search.constraints.map((one) => padded(search, one, further(false).length)),
    ...claims.flatMap(({ limits }) =>
      limits.map((limit): Constraint => ({
        coefficients: [...columnsOf(search, limit), ...further(limit.isStrict)],
        relation: '≥',
        bound: limit.bound,
      })),
    ),
  ];
}

/**
 * The coefficients of a limit: its weights, nothing for their helpers, and each cut-off in its two columns.
 */
function columnsOf(search: Search, { weights, cuts }: Limit): number[] {
  return [
    ...weights,
    ...zeros(widthOf(search) - 2 * search.cuts - weights.length),
    ...(cuts.length > 0 ? cuts.flatMap((x) => [x, -x]) : zeros(2 * search.cuts)),
  ];
}

function atMost(search: Search, further: readonly number[], bound: number): Constraint {
  return { coefficients: [...zeros(widthOf(search)), ...further], relation: '≤', bound };
}

/** The weights and the cut-offs in a point of a program. */
function split(search: Search, point: readonly number[]): { weights: number[]; cuts: number[] } {
  const start = widthOf(search) - 2 * search.cuts;
  return {
    weights: point.slice(0, search.variables),
    cuts: Array.from(
      { length: search.cuts },
      (_, j) => at(point, start + 2 * j) - at(point, start + 2 * j + 1),
    ),
  };
}
