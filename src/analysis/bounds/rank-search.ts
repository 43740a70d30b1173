// The best and the worst rank that a country can have over a weight region: branch and bound over who is
// ahead of it.
import {
  optimumOf,
  restrict,
  towards,
  type Constraint,
  type Dictionary,
} from '../../math/linear/linear-program.ts';
import { difference, TOLERANCE, type Relation } from '../pairs/dominance.ts';
import type { LinearIndex } from '../region/linear-index.ts';
import type { Polytope } from '../region/weight-region.ts';

/**
 * A rank that some weighting attains, and whether it was proved that none attains a better (or a worse) one.
 */
export interface RankBound {
  readonly rank: number;
  readonly weights: readonly number[];
  /**
   * By how much, in points of the index, the weighting keeps those apart that must be; 0 if it takes a tie.
   */
  readonly margin: number;
  /** The rank that could not be ruled out; the same as `rank` if it was proved. */
  readonly provedRank: number;
}

/** How many programs are solved for one bound before it is given as it stands. */
const MOST_PROGRAMS = 20_000;

interface Node {
  /** Weights and the margin, at the greatest margin by which what was decided holds. */
  readonly dictionary: Dictionary;
  readonly kept: readonly number[];
  readonly open: readonly number[];
}

/**
 * The best rank of a country: 1 + the fewest countries strictly ahead of it over the region. The worst: 1 +
 * the most.
 *
 * Those that are always or never ahead are counted first. Of the others as many as possible are to be kept
 * from being ahead (or, for the worst rank, got ahead), by weights that do it for all of them at once. Each
 * step of the search takes one of them, requires it or rules it out, which halves the region by a plane; the
 * linear program of largest margin tells whether weights are left, and weightings that it finds are tried out
 * on all the others. A branch ends where it cannot beat what was found. Ties cost no place: they are enough
 * to keep somebody from being ahead, and not enough to be ahead.
 *
 * @see Kadziński, Greco & Słowiński (2012), Omega 40: extreme ranks
 */
export function rankBound(
  index: LinearIndex,
  polytope: Polytope,
  relations: readonly (readonly Relation[])[],
  seen: readonly (readonly number[])[],
  country: number,
  side: 'best' | 'worst',
): RankBound {
  const others = [...index.points.keys()].filter((other) => other !== country);
  const ahead = others.filter((other) => relations[other]?.[country] === 'always').length;
  const undecided = others.filter((other) => relations[other]?.[country] === 'undecided');
  const search = searchFor(index, polytope, country, side, undecided);
  for (const weights of seen) search.consider(weights);
  const kept = search.run();
  const rankOf = (count: number) => 1 + ahead + (side === 'best' ? undecided.length - count : count);
  return {
    rank: rankOf(kept.count),
    weights: kept.weights,
    margin: kept.margin,
    provedRank: rankOf(kept.limit),
  };
}

interface Found {
  readonly count: number;
  readonly weights: readonly number[];
  readonly margin: number;
  /** No more than so many can be kept. */
  readonly limit: number;
}

function searchFor(
  index: LinearIndex,
  polytope: Polytope,
  country: number,
  side: 'best' | 'worst',
  undecided: readonly number[],
) {
  const { scale, space } = index;
  const n = space.codes.length;
  const width = polytope.corner.variables;
  const advantages = new Map(
    undecided.map((other) => [
      other,
      (side === 'best' ? difference(index, country, other) : difference(index, other, country)).map(
        (x) => x / scale,
      ),
    ]),
  );
  // A tie keeps somebody from being ahead; to be ahead takes more.
  const threshold = side === 'best' ? -TOLERANCE : TOLERANCE;
  const holdsAt = (weights: readonly number[], other: number) =>
    plainDot(advantages.get(other) ?? [], weights) >= threshold;
  let best: { count: number; weights: readonly number[]; kept: readonly number[] } = {
    count: -1,
    weights: space.nominal,
    kept: [],
  };
  let programs = 0;
  let unproved = 0;

  const consider = (weights: readonly number[]): void => {
    const kept = undecided.filter((other) => holdsAt(weights, other));
    if (kept.length > best.count) best = { count: kept.length, weights, kept };
  };
  const weightsAt = (dictionary: Dictionary) => optimumOf(dictionary).point.slice(0, n);
  const marginAt = (dictionary: Dictionary) => optimumOf(dictionary).value - 1;
  /** The advantage over another is at least the margin, which stands last among the variables, 1 too high. */
  const keep = (other: number): Constraint => ({
    coefficients: [...padded(advantages.get(other) ?? [], width), -1],
    relation: '≥',
    bound: -1,
  });
  const drop = (other: number): Constraint => ({
    coefficients: [...padded(advantages.get(other) ?? [], width), 0],
    relation: '≤',
    bound: 0,
  });
  const narrowed = (dictionary: Dictionary, constraint: Constraint): Dictionary | null => {
    programs += 1;
    const next = restrict(dictionary, constraint);
    return next === null || marginAt(next) < threshold ? null : next;
  };

  const visit = ({ dictionary, kept, open }: Node): void => {
    if (kept.length + open.length <= best.count) return;
    if (programs > MOST_PROGRAMS) {
      unproved = Math.max(unproved, kept.length + open.length);
      return;
    }
    const weights = weightsAt(dictionary);
    consider(weights);
    const holding = open.filter((other) => holdsAt(weights, other));
    let left = open.length - holding.length;
    const branches: { other: number; dictionary: Dictionary; margin: number }[] = [];
    for (const other of open) {
      if (kept.length + holding.length + left <= best.count) return;
      if (holding.includes(other)) continue;
      const next = narrowed(dictionary, keep(other));
      if (next === null) left -= 1;
      else {
        consider(weightsAt(next));
        branches.push({ other, dictionary: next, margin: marginAt(next) });
      }
    }
    const [hardest] = branches.toSorted((a, b) => a.margin - b.margin);
    if (hardest === undefined || kept.length + holding.length + left <= best.count) return;
    const rest = [...holding, ...branches.map(({ other }) => other)].filter(
      (other) => other !== hardest.other,
    );
    visit({ dictionary: hardest.dictionary, kept: [...kept, hardest.other], open: rest });
    const without =
      kept.length + rest.length <= best.count ? null : narrowed(dictionary, drop(hardest.other));
    if (without !== null) visit({ dictionary: without, kept, open: rest });
  };

  /** The weighting that keeps the same ones by the largest margin. */
  const settled = (): Found => {
    let dictionary: Dictionary | null = withMargin(polytope, n);
    for (const other of best.kept)
      dictionary = dictionary === null ? null : restrict(dictionary, keep(other));
    const [weights, margin] =
      dictionary === null ? [best.weights, 0] : [weightsAt(dictionary), Math.max(0, marginAt(dictionary))];
    const isAttained = undecided.filter((other) => holdsAt(weights, other)).length >= best.count;
    return {
      count: best.count,
      weights: isAttained ? weights : best.weights,
      margin: isAttained && best.kept.length > 0 ? margin * scale : 0,
      limit: Math.max(best.count, unproved),
    };
  };

  return {
    consider,
    run: (): Found => {
      visit({ dictionary: withMargin(polytope, n), kept: [], open: undecided });
      return settled();
    },
  };
}

/**
 * The region with one variable more: the margin, raised by 1 so that it is never negative, and to be as great
 * as can be.
 */
function withMargin({ corner }: Polytope, variables: number): Dictionary {
  const { variables: before, basic, nonbasic, rows } = corner;
  const shifted = (variable: number) => (variable < before ? variable : variable + 1);
  const grown: Dictionary = {
    variables: before + 1,
    basic: basic.map(shifted),
    nonbasic: [...nonbasic.map(shifted), before],
    rows: rows.map((row) => Float64Array.from([...row.subarray(0, -1), 0, row.at(-1) ?? 0])),
  };
  const limited =
    restrict(grown, { coefficients: [...padded([], before), 1], relation: '≤', bound: 2 }) ?? grown;
  return towards(limited, [...padded([], before), variables > 0 ? 1 : 0]);
}

/** Without compensation, as it is worked out millions of times and compared with a tolerance. */
function plainDot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

function padded(values: readonly number[], width: number): number[] {
  return Array.from({ length: width }, (_, i) => values[i] ?? 0);
}
