// The best and the worst rank that a country can have over a weight region: branch and bound over who is
// ahead of it.
import {
  optimumOf,
  restrict,
  towards,
  type Constraint,
  type Dictionary,
} from '../../math/linear/linear-program.ts';
import { at } from '../../math/at.ts';
import { difference, TOLERANCE, type Relation } from '../pairs/dominance.ts';
import type { LinearIndex } from '../region/linear-index.ts';
import type { Polytope } from '../region/weight-region.ts';
import { shownPlaces, type ShownPlace } from '../../model/rows.ts';

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

/**
 * The end of the range of ranks that is looked for. In a tied worst rank a tie costs a place, as if all who
 * are level were ahead.
 */
export type Side = 'best' | 'worst' | 'worst-tied';

/** How many programs are solved for one bound before it is given as it stands. */
const MOST_PROGRAMS = 20_000;

/**
 * The best rank of a country: 1 + the fewest countries strictly ahead of it over the region. The worst: 1 +
 * the most. The tied worst: 1 + the most that are ahead of it or level with it.
 *
 * Those that are always or never ahead are counted first. Of the others as many as possible are to be kept
 * from being ahead (or, for the worst rank, got ahead), by weights that do it for all of them at once. Each
 * step of the search takes one of them, requires it or rules it out, which halves the region by a plane; the
 * linear program of largest margin tells whether weights are left, and weightings that it finds are tried out
 * on all the others. A branch ends where it cannot beat what was found. Ties cost no place: they are enough
 * to keep somebody from being ahead, and not enough to be ahead; but for the tied worst rank they are.
 *
 * `relations` are those of the whole region, `seen` weightings of it that are tried first.
 *
 * @see Kadziński, Greco & Słowiński (2012), Omega 40: extreme ranks
 */
export function rankBound(
  index: LinearIndex,
  polytope: Polytope,
  relations: readonly (readonly Relation[])[],
  seen: readonly (readonly number[])[],
  country: ShownPlace,
  side: Side,
): RankBound {
  const others = shownPlaces(index.points).filter((other) => other !== country);
  const relationOf = (one: number, two: number) => at(at(relations, one), two);
  // Whom it is never ahead of is at least level with it under all weightings.
  const counts = (other: ShownPlace) =>
    side === 'worst-tied' ? relationOf(country, other) === 'never' : relationOf(other, country) === 'always';
  const isUndecided = (other: ShownPlace) =>
    (side === 'worst-tied' ? relationOf(country, other) : relationOf(other, country)) === 'undecided';
  const ahead = others.filter(counts).length;
  const undecided = others.filter(isUndecided);
  const rivals = undecided.map((other): Rival => {
    const [one, two] = side === 'best' ? [country, other] : [other, country];
    return difference(index, one, two).map((x) => x / index.scale);
  });
  // A tie keeps somebody from being ahead; to be ahead takes more, unless ties count.
  const search = new RankSearch(index, polytope, rivals, side === 'worst' ? TOLERANCE : -TOLERANCE);
  for (const weights of seen) search.consider(weights);
  const found = search.run();
  const rankOf = (count: number) => 1 + ahead + (side === 'best' ? undecided.length - count : count);
  return {
    rank: rankOf(found.count),
    weights: found.weights,
    margin: found.margin,
    provedRank: rankOf(found.limit),
  };
}

/**
 * Whether a country is strictly ahead of all others under some weighting, rather than level with one at best.
 *
 *     max over w in W of min over others k of y(country) − y(k) > 0
 *
 * @see Kadziński, Greco & Słowiński (2012), Omega 40: extreme ranks
 */
export function canLead(index: LinearIndex, polytope: Polytope, country: ShownPlace): boolean {
  let dictionary: Dictionary | null = withMargin(polytope, index.space.codes.length);
  for (const other of index.points.keys()) {
    if (other === country) continue;
    const lead = difference(index, country, other).map((x) => x / index.scale);
    dictionary = restrict(dictionary, atLeastMargin(lead, polytope.corner.variables));
    if (dictionary === null || marginAt(dictionary) <= TOLERANCE) return false;
  }
  return true;
}

/** How many can be kept from being ahead (or got ahead) at once, and by which weights. */
interface Found {
  readonly count: number;
  readonly weights: readonly number[];
  readonly margin: number;
  /** No more than so many can be. */
  readonly limit: number;
}

/**
 * A country that is undecided, by what matters of it: how far it is kept behind, or got ahead, variable by
 * variable.
 */
type Rival = readonly number[];

/** What was decided so far: part of the region, whom it requires, and about whom nothing is decided yet. */
interface Branch {
  /** Weights and the margin, at the greatest margin by which what was decided holds. */
  readonly dictionary: Dictionary;
  readonly required: readonly Rival[];
  readonly open: readonly Rival[];
}

/** The search for one rank of one country. Rivals for whom a weighting does what is wanted hold under it. */
class RankSearch {
  private readonly variables: number;
  private readonly width: number;
  private readonly scale: number;
  private best: { readonly weights: readonly number[]; readonly holding: readonly Rival[] } | null = null;
  private programs = 0;
  private unproved = 0;

  /** A rival holds where its advantage is at least the threshold. */
  constructor(
    index: LinearIndex,
    private readonly polytope: Polytope,
    private readonly rivals: readonly Rival[],
    private readonly threshold: number,
  ) {
    this.variables = index.space.codes.length;
    this.width = polytope.corner.variables;
    this.scale = index.scale;
  }

  /** Tries a weighting out on all who are undecided. */
  consider(weights: readonly number[]): void {
    const holding = this.rivals.filter((rival) => this.holdsAt(weights, rival));
    if (holding.length > this.count) this.best = { weights, holding };
  }

  run(): Found {
    const dictionary = withMargin(this.polytope, this.variables);
    this.visit({ dictionary, required: [], open: this.rivals });
    return this.withLargestMargin();
  }

  /** How many hold under the best weighting so far. */
  private get count(): number {
    return this.best === null ? -1 : this.best.holding.length;
  }

  private visit({ dictionary, required, open }: Branch): void {
    if (required.length + open.length <= this.count) return;
    if (this.programs > MOST_PROGRAMS) {
      this.unproved = Math.max(this.unproved, required.length + open.length);
      return;
    }
    const weights = this.weightsAt(dictionary);
    this.consider(weights);
    const holding = open.filter((rival) => this.holdsAt(weights, rival));
    const candidates = this.candidatesFor(dictionary, required.length, open, holding);
    const [hardest] = candidates.toSorted((a, b) => a.margin - b.margin);
    if (hardest === undefined || required.length + holding.length + candidates.length <= this.count) return;
    const rest = [...holding, ...candidates.map(({ rival }) => rival)].filter(
      (rival) => rival !== hardest.rival,
    );
    this.visit({ dictionary: hardest.dictionary, required: [...required, hardest.rival], open: rest });
    if (required.length + rest.length <= this.count) return;
    const without = this.narrowed(dictionary, this.ruleOut(hardest.rival));
    if (without !== null) this.visit({ dictionary: without, required, open: rest });
  }

  /**
   * Of those who do not hold yet, all who still can, each with the part of the region where it does; none as
   * soon as too few are left to beat what was found.
   */
  private candidatesFor(
    dictionary: Dictionary,
    required: number,
    open: readonly Rival[],
    holding: readonly Rival[],
  ): { readonly rival: Rival; readonly dictionary: Dictionary; readonly margin: number }[] {
    const candidates: { rival: Rival; dictionary: Dictionary; margin: number }[] = [];
    let left = open.length - holding.length;
    for (const rival of open) {
      if (required + holding.length + left <= this.count) return [];
      if (holding.includes(rival)) continue;
      const next = this.narrowed(dictionary, this.require(rival));
      if (next === null) {
        left -= 1;
        continue;
      }
      this.consider(this.weightsAt(next));
      candidates.push({ rival, dictionary: next, margin: marginAt(next) });
    }
    return candidates;
  }

  /** The weighting under which the same ones hold by the largest margin. */
  private withLargestMargin(): Found {
    if (this.best === null) throw new Error('no weighting was tried for a rank');
    const { weights: plain, holding } = this.best;
    let dictionary: Dictionary | null = withMargin(this.polytope, this.variables);
    for (const rival of holding)
      dictionary = dictionary === null ? null : restrict(dictionary, this.require(rival));
    const weights = dictionary === null ? plain : this.weightsAt(dictionary);
    const margin = dictionary === null ? 0 : Math.max(0, marginAt(dictionary));
    const isAttained = this.rivals.filter((rival) => this.holdsAt(weights, rival)).length >= holding.length;
    return {
      count: holding.length,
      weights: isAttained ? weights : plain,
      margin: isAttained && holding.length > 0 ? margin * this.scale : 0,
      limit: Math.max(holding.length, this.unproved),
    };
  }

  private holdsAt(weights: readonly number[], rival: Rival): boolean {
    return plainDot(rival, weights) >= this.threshold;
  }

  private weightsAt(dictionary: Dictionary): readonly number[] {
    return optimumOf(dictionary).point.slice(0, this.variables);
  }

  private require(rival: Rival): Constraint {
    return atLeastMargin(rival, this.width);
  }

  private ruleOut(rival: Rival): Constraint {
    return {
      coefficients: [...padded(rival, this.width), 0],
      relation: '≤',
      bound: 0,
    };
  }

  /** What is left of a region once a constraint holds; null if nothing is that does what is wanted. */
  private narrowed(dictionary: Dictionary, constraint: Constraint): Dictionary | null {
    this.programs += 1;
    const next = restrict(dictionary, constraint);
    return next === null || marginAt(next) < this.threshold ? null : next;
  }
}

/** The advantage is at least the margin, which stands last among the variables, 1 too high. */
function atLeastMargin(rival: Rival, width: number): Constraint {
  return { coefficients: [...padded(rival, width), -1], relation: '≥', bound: -1 };
}

function marginAt(dictionary: Dictionary): number {
  return optimumOf(dictionary).value - 1;
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
    rows: rows.map((row) => Float64Array.from([...row.subarray(0, -1), 0, ...row.subarray(-1)])),
  };
  const limited = restrict(grown, { coefficients: [...padded([], before), 1], relation: '≤', bound: 2 });
  if (limited === null) throw new Error('a weight region has no weights');
  return towards(limited, [...padded([], before), variables > 0 ? 1 : 0]);
}

/** Without compensation, as it is worked out millions of times and compared with a tolerance. */
function plainDot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

/** As many numbers as there are variables: those beyond the weights have 0. */
function padded(values: readonly number[], width: number): number[] {
  return Array.from({ length: width }, (_, i) => values[i] ?? 0);
}
