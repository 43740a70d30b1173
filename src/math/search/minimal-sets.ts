// Which sets of things are enough for something, while no part of them is?
import { at } from '../at.ts';
import { sum } from '../statistics/stats.ts';

/** Things that each give something towards a few amounts; what several give adds up. */
export interface SetSearch {
  /** What each thing gives towards each amount; never less than 0. */
  readonly gains: readonly (readonly number[])[];
  /** The amounts that have to be given. */
  readonly least: readonly number[];
  /** Whether all amounts have to be given, or any one is enough. */
  readonly asks: 'all' | 'any';
  /** How many sets are listed. */
  readonly most: number;
}

export interface MinimalSets {
  /** Positions in `gains`, ascending; the smallest sets first, those of a size in the order of positions. */
  readonly sets: readonly (readonly number[])[];
  /** How many there are, listed ones included; null where these were too many to look through. */
  readonly total: number | null;
  /** What is in any of those that were found, listed or not. */
  readonly members: ReadonlySet<number>;
  /** Where the sets are all those of a size, chosen freely among the members: that size; else null. */
  readonly anyOf: number | null;
}

/** How many branches are looked at before the search is given up. */
const MOST_BRANCHES = 10_000;
const NO_SETS: MinimalSets = { sets: [], total: 0, members: new Set(), anyOf: null };

/**
 * Sets that are enough while no proper subset is.
 *
 *     S with Σ over S of gain ≥ least, for all amounts or for any, and no longer so without any one of S
 *
 * Things that give the same are interchangeable: the search chooses how many of each kind, by size, and the
 * sets are written out and counted from that. A branch ends where it is enough already, or where even the
 * largest gains that are left would not do.
 *
 * @example minimalSets({ gains: [[3], [1], [1], [1]], least: [3], asks: 'all', most: 20 }).sets // → [[0],
 *   [1,
 *   2, 3]]
 * @example minimalSets({ gains: [[1], [1], [1]], least: [2], asks: 'all', most: 2 }).total // → 3
 * @see Taylor & Zwicker (1999), Simple Games: minimal winning coalitions
 */
export function minimalSets(search: SetSearch): MinimalSets {
  return search.gains.length === 0 ? NO_SETS : new Search(search).run();
}

/** Things that give the same. */
interface Kind {
  readonly gain: readonly number[];
  readonly members: number[];
}

/** One search: the choices that were found, and how much of it was looked at. */
class Search {
  private readonly kinds: readonly Kind[];
  private readonly least: readonly number[];
  private readonly asks: 'all' | 'any';
  private readonly most: number;
  /** For each amount, for the kinds from each on: the most that so many things give together. */
  private readonly bestOf: readonly (readonly (readonly number[])[])[];
  /** How many of each kind the branch takes that is looked at. */
  private readonly counts: number[];
  private choices: (readonly number[])[] = [];
  private branches = 0;

  constructor({ gains, least, asks, most }: SetSearch) {
    this.kinds = kindsOf(gains);
    this.counts = this.kinds.map(() => 0);
    this.least = least;
    this.asks = asks;
    this.most = most;
    this.bestOf = least.map((_, amount) =>
      Array.from({ length: this.kinds.length + 1 }, (_kind, from) =>
        largestSums(
          this.kinds.slice(from).flatMap(({ gain, members }) => members.map(() => at(gain, amount))),
        ),
      ),
    );
  }

  run(): MinimalSets {
    const things = sum(this.kinds.map(({ members }) => members.length));
    const sets: (readonly number[])[] = [];
    const members = new Set<number>();
    const sizes = new Set<number>();
    let total = 0;
    for (let size = 1; size <= things && this.branches <= MOST_BRANCHES; size += 1) {
      this.choices = [];
      this.visit(
        0,
        size,
        this.least.map(() => 0),
      );
      for (const counts of this.choices) {
        total += waysOf(this.kinds, counts);
        sizes.add(size);
        for (const one of chosenFrom(this.kinds, counts)) members.add(one);
      }
      sets.push(...this.firstOfThisSize(this.most - sets.length));
    }
    const isAll = this.branches <= MOST_BRANCHES;
    const [size = 0] = sizes;
    const areFree = isAll && sizes.size === 1 && total === binomial(members.size, size);
    return { sets, total: isAll ? total : null, members, anyOf: areFree ? size : null };
  }

  /** Goes through all choices that begin as `counts` does, up to a kind, and take so many things more. */
  private visit(kind: number, left: number, sums: readonly number[]): void {
    this.branches += 1;
    if (this.branches > MOST_BRANCHES) return;
    if (this.isEnough(sums)) {
      if (left === 0 && this.isMinimal(sums)) this.choices.push([...this.counts]);
      return;
    }
    if (left === 0 || kind === this.kinds.length || !this.canBeEnough(sums, kind, left)) return;
    const { gain, members } = at(this.kinds, kind);
    for (let taken = Math.min(left, members.length); taken >= 0; taken -= 1) {
      this.counts[kind] = taken;
      this.visit(
        kind + 1,
        left - taken,
        sums.map((given, amount) => given + taken * at(gain, amount)),
      );
    }
  }

  private isEnough(sums: readonly number[]): boolean {
    const isGiven = (amount: number, i: number) => at(sums, i) >= amount;
    return this.asks === 'all' ? this.least.every(isGiven) : this.least.some(isGiven);
  }

  private canBeEnough(sums: readonly number[], kind: number, left: number): boolean {
    return this.isEnough(
      sums.map((given, amount) => {
        const best = at(at(this.bestOf, amount), kind);
        return given + at(best, Math.min(left, best.length - 1));
      }),
    );
  }

  /** The first sets of the choices that were found: of those, so many, of which the first set comes first. */
  private firstOfThisSize(most: number): (readonly number[])[] {
    return this.choices
      .map((counts) => ({ counts, first: firstSet(this.kinds, counts) }))
      .toSorted((a, b) => byPosition(a.first, b.first))
      .slice(0, most)
      .flatMap(({ counts }) => firstSets(this.kinds, counts, most))
      .toSorted(byPosition)
      .slice(0, most);
  }

  private isMinimal(sums: readonly number[]): boolean {
    return this.counts.every((taken, kind) => {
      const { gain } = at(this.kinds, kind);
      return taken === 0 || !this.isEnough(sums.map((given, amount) => given - at(gain, amount)));
    });
  }
}

/** In how many ways things can be chosen, so many of each kind. */
function waysOf(kinds: readonly Kind[], counts: readonly number[]): number {
  return counts.reduce((ways, taken, kind) => ways * binomial(at(kinds, kind).members.length, taken), 1);
}

/** The things of all kinds of which some are taken. */
function chosenFrom(kinds: readonly Kind[], counts: readonly number[]): number[] {
  return counts.flatMap((taken, kind) => (taken === 0 ? [] : at(kinds, kind).members));
}

/** Of each kind the first. */
function firstSet(kinds: readonly Kind[], counts: readonly number[]): number[] {
  return counts.flatMap((taken, kind) => at(kinds, kind).members.slice(0, taken)).toSorted((a, b) => a - b);
}

/** The first sets with so many of each kind, in the order of positions. */
function firstSets(kinds: readonly Kind[], counts: readonly number[], most: number): number[][] {
  const things = counts
    .flatMap((taken, kind) =>
      taken === 0 ? [] : at(kinds, kind).members.map((position) => ({ position, kind })),
    )
    .toSorted((a, b) => a.position - b.position);
  const sets: number[][] = [];
  const extend = (set: readonly number[], from: number, missing: readonly number[]): void => {
    if (sets.length === most) return;
    if (missing.every((more) => more === 0)) sets.push([...set]);
    else
      for (const [i, { position, kind }] of things.entries()) {
        if (i < from) continue;
        const more = at(missing, kind);
        if (more > 0) extend([...set, position], i + 1, missing.with(kind, more - 1));
        // Without it, too few of its kind may be left.
        if (things.slice(i + 1).filter((other) => other.kind === kind).length < more) return;
      }
  };
  extend([], 0, counts);
  return sets;
}

/** What gives nothing has no part in any set. */
function kindsOf(gains: readonly (readonly number[])[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const [thing, gain] of gains.entries()) {
    if (gain.every((amount) => amount === 0)) continue;
    // Weights that were multiplied down different paths of a tree may differ by noise.
    const key = gain.map((amount) => amount.toPrecision(12)).join();
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { gain, members: [thing] });
    else kind.members.push(thing);
  }
  // The largest gains first: then few branches are enough before they end.
  return [...kinds.values()].toSorted((a, b) => sum(b.gain) - sum(a.gain));
}

/** The sums of the largest number, of the two largest, and so on, after 0. */
function largestSums(numbers: readonly number[]): number[] {
  const sums = [0];
  for (const one of numbers.toSorted((a, b) => b - a)) sums.push(at(sums, sums.length - 1) + one);
  return sums;
}

function byPosition(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((one, i) => one !== b[i]);
  return differing === -1 ? 0 : at(a, differing) - at(b, differing);
}

function binomial(of: number, taken: number): number {
  let ways = 1;
  for (let i = 1; i <= taken; i += 1) ways = (ways * (of - taken + i)) / i;
  return ways;
}
