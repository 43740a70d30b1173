// Who is ahead of whom whatever the weights of a region: necessary and possible preference, and what is left
// undecided.
import { optimumOf, towards } from '../../math/linear/linear-program.ts';
import { valueAt, type LinearIndex } from '../region/linear-index.ts';
import { least, type Greatest, type Polytope } from '../region/weight-region.ts';

/** Differences are told from 0 by this share of the largest difference in one variable. */
export const TOLERANCE = 1e-9;

/**
 * How two countries stand over a region: `always` strictly ahead, `never` strictly ahead, or `undecided`.
 * Countries that are level under all weightings are never ahead of each other.
 */
export type Relation = 'always' | 'never' | 'undecided';

/**
 * The least of y(a) − y(b) over a region, and where.
 *
 *     min Σ wᵢ (aᵢ − bᵢ) over w in W
 *
 * a is necessarily at least level with b if it is 0 or more, and possibly if the least of y(b) − y(a) is 0 or
 * less.
 *
 * @see Greco, Mousseau & Słowiński (2008), European Journal of Operational Research 191
 */
export function leastDifference(index: LinearIndex, polytope: Polytope, a: number, b: number): Greatest {
  return least(polytope, difference(index, a, b));
}

/** a − b, variable by variable. */
export function difference({ points }: LinearIndex, a: number, b: number): number[] {
  const other = points[b] ?? [];
  return (points[a] ?? []).map((x, i) => x - (other[i] ?? Number.NaN));
}

/**
 * All pairs over a region: `relations[a][b]` is how a stands to b.
 *
 * Weightings that were found on the way are kept: where two of them order a pair differently it is undecided,
 * and no program has to be solved for it.
 */
export function relationsOver(
  index: LinearIndex,
  polytope: Polytope,
): { relations: readonly (readonly Relation[])[]; seen: readonly (readonly number[])[] } {
  const n = index.points.length;
  const tolerance = TOLERANCE * index.scale;
  const seen: (readonly number[])[] = [];
  const values: number[][] = [];
  const see = (weights: readonly number[]): void => {
    seen.push(weights);
    values.push(index.points.map((_, country) => valueAt(index, country, weights)));
  };
  see(optimumOf(polytope.corner).point.slice(0, index.space.codes.length));
  for (const [i] of index.space.codes.entries())
    see(
      optimumOf(
        towards(
          polytope.corner,
          index.space.codes.map((_, j) => (i === j ? 1 : 0)),
        ),
      ).point.slice(0, index.space.codes.length),
    );
  const relations: Relation[][] = Array.from({ length: n }, () =>
    Array.from({ length: n }, (): Relation => 'never'),
  );
  const canBeAhead = (a: number, b: number): boolean => {
    if (values.some((value) => (value[a] ?? 0) - (value[b] ?? 0) > tolerance)) return true;
    const { value, weights } = leastDifference(index, polytope, b, a);
    if (-value <= tolerance) return false;
    see(weights);
    return true;
  };
  const set = (a: number, b: number, relation: Relation): void => {
    const row = relations[a];
    if (row !== undefined) row[b] = relation;
  };
  for (let a = 0; a < n; a += 1) {
    for (let b = a + 1; b < n; b += 1) {
      const [forwards, backwards] = [canBeAhead(a, b), canBeAhead(b, a)];
      // Ahead somewhere and never behind is not yet always ahead: they may be level somewhere.
      const alwaysAhead = (one: number, other: number): Relation =>
        leastDifference(index, polytope, one, other).value > tolerance ? 'always' : 'undecided';
      if (forwards && backwards)
        for (const [x, y] of [
          [a, b],
          [b, a],
        ] as const)
          set(x, y, 'undecided');
      else if (forwards) set(a, b, alwaysAhead(a, b));
      else if (backwards) set(b, a, alwaysAhead(b, a));
    }
  }
  return { relations, seen };
}
