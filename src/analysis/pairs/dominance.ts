// Who is ahead of whom whatever the weights of a region: necessary and possible preference, and what is left
// undecided.
import { at } from '../../math/at.ts';
import { optimumOf } from '../../math/linear/linear-program.ts';
import { valueAt, type LinearIndex } from '../region/linear-index.ts';
import { greatest, least, type Greatest, type Polytope } from '../region/weight-region.ts';
import { shownPlaces } from '../../model/rows.ts';

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

/**
 * a − b, variable by variable.
 *
 * @example difference({ points: [[3, 1], [2, 4]] }, 0, 1) // → [1, -3]
 */
export function difference({ points }: Pick<LinearIndex, 'points'>, a: number, b: number): number[] {
  const other = at(points, b);
  // Plain, as bounds take the difference of every two countries.
  return at(points, a).map((x, i) => x - (other[i] ?? Number.NaN));
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
  const witnesses = new Witnesses(index, polytope);
  const relations = index.points.map(() => index.points.map((): Relation => 'never'));
  for (const [a, row] of relations.entries()) {
    for (let b = a + 1; b < relations.length; b += 1) {
      const [forwards, backwards] = [witnesses.canBeAhead(a, b), witnesses.canBeAhead(b, a)];
      const isUndecided = forwards && backwards;
      if (forwards) row[b] = isUndecided ? 'undecided' : witnesses.aheadOf(a, b);
      if (backwards) at(relations, b)[a] = isUndecided ? 'undecided' : witnesses.aheadOf(b, a);
    }
  }
  return { relations, seen: witnesses.seen };
}

/** The weightings of a region that were seen, as witnesses of who can be ahead of whom. */
class Witnesses {
  readonly seen: (readonly number[])[] = [];
  /** For each weighting, what every country has under it. */
  private readonly values: number[][] = [];
  private readonly tolerance: number;

  constructor(
    private readonly index: LinearIndex,
    private readonly polytope: Polytope,
  ) {
    const { codes } = index.space;
    this.tolerance = TOLERANCE * index.scale;
    this.see(optimumOf(polytope.corner).point.slice(0, codes.length));
    for (const one of codes)
      this.see(
        greatest(
          polytope,
          codes.map((code) => (code === one ? 1 : 0)),
        ).weights,
      );
  }

  /** Whether a is strictly ahead of b under some weighting. */
  canBeAhead(a: number, b: number): boolean {
    // Plain, as it is what takes the time.
    if (this.values.some((value) => (value[a] ?? 0) - (value[b] ?? 0) > this.tolerance)) return true;
    const { value, weights } = leastDifference(this.index, this.polytope, b, a);
    if (-value <= this.tolerance) return false;
    this.see(weights);
    return true;
  }

  /** How a stands to b, where b is never ahead of a: they may still be level somewhere. */
  aheadOf(a: number, b: number): Relation {
    return leastDifference(this.index, this.polytope, a, b).value > this.tolerance ? 'always' : 'undecided';
  }

  private see(weights: readonly number[]): void {
    this.seen.push(weights);
    this.values.push(shownPlaces(this.index.points).map((country) => valueAt(this.index, country, weights)));
  }
}
