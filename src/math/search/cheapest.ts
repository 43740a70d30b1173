// The cheapest of many combinations of single steps that meets a few needs: branch and bound over variables
// that each have a few levels.
import { at } from '../at.ts';
import { largest } from '../statistics/stats.ts';

/**
 * Variables with levels; level 0 leaves one as it is. What the levels of different variables give adds up.
 */
export interface LevelSearch {
  /** What each level of each variable costs; 0 at level 0. */
  readonly costs: readonly (readonly number[])[];
  /** What has to be given together, and what each level of each variable gives towards it. */
  readonly needs: readonly { readonly least: number; readonly gains: readonly (readonly number[])[] }[];
  /** What else must hold of a combination. */
  readonly accepts?: (levels: readonly number[]) => boolean;
  /** What costs more is of no interest. */
  readonly atMost?: number;
}

/** All combinations of least cost, as far as they were counted. */
export interface Cheapest {
  readonly cost: number;
  readonly combinations: readonly (readonly number[])[];
  /** Whether these are all; else there are more. */
  readonly isAll: boolean;
  /** Whether it was proved that nothing is cheaper. */
  readonly isProved: boolean;
}

/** How many combinations of the same cost are counted. */
const MOST_COMBINATIONS = 1000;
/** How many branches are looked at, and how many combinations tried out, before the search is given up. */
const MOST_BRANCHES = 200_000;
const MOST_TRIALS = 20_000;
const NOISE = 1e-9;

/**
 * The cheapest combinations of levels that meet all needs; null if there are none.
 *
 *     min Σ cost(levelⱼ)   with   Σ gain(levelⱼ) ≥ need, for each need
 *
 * A branch ends where what is still needed would cost too much even if each variable gave all along what it
 * gives at its best level for the money. Combinations of equal cost are all found, up to a thousand. `trials`
 * counts calls of `accepts`, of which nothing is known beforehand: of these no more than 20 000 are made.
 *
 * @example cheapest({ costs: [[0, 1, 2], [0, 1]], needs: [{ least: 3, gains: [[0, 1, 2], [0, 2]] }] }) // → {
 *   cost: 2, combinations: [[1, 1]], isAll: true, isProved: true }
 * @see Land & Doig (1960), Econometrica 28: branch and bound
 */
export function cheapest(search: LevelSearch): Cheapest | null {
  return new BranchAndBound(search).run();
}

/** One search: what was found so far, and how much of it was looked at. */
class BranchAndBound {
  private readonly costs: LevelSearch['costs'];
  /** Each need, with the variables that give something towards it, the best for the money first. */
  private readonly needs: readonly (LevelSearch['needs'][number] & { readonly givers: readonly Giver[] })[];
  private readonly accepts: (levels: readonly number[]) => boolean;
  private best: number;
  private found: (readonly number[])[] = [];
  private isAll = true;
  private isProved = true;
  private branches = 0;
  private trials = 0;

  constructor({ costs, needs, accepts = () => true, atMost = Infinity }: LevelSearch) {
    this.costs = costs;
    this.needs = needs.map((need) => ({ ...need, givers: giversOf(costs, need.gains) }));
    this.accepts = accepts;
    this.best = atMost;
  }

  run(): Cheapest | null {
    this.visit([], 0, this.leastMore([]));
    const { best, found, isAll, isProved } = this;
    if (found.length === 0 && isProved) return null;
    return { cost: best, combinations: found, isAll: isAll && isProved, isProved };
  }

  /**
   * Goes through all combinations that begin with these levels, which cost so much, and at least `more` in
   * the end.
   */
  private visit(levels: readonly number[], cost: number, more: number): void {
    // Once there are enough of the same cost, only something cheaper is of interest.
    const limit = this.best + (this.isAll ? NOISE : -NOISE);
    if (more === Infinity || cost + more > limit) return;
    this.branches += 1;
    if (this.branches > MOST_BRANCHES || this.trials > MOST_TRIALS) {
      this.isProved = false;
      return;
    }
    const costs = this.costs[levels.length];
    if (costs === undefined) {
      this.consider(levels, cost);
      return;
    }
    const next = costs.map((spent, level) => {
      const grown = [...levels, level];
      return { grown, cost: cost + spent, more: this.leastMore(grown) };
    });
    for (const one of next.toSorted((a, b) => a.cost + a.more - b.cost - b.more))
      this.visit(one.grown, one.cost, one.more);
  }

  private consider(levels: readonly number[], cost: number): void {
    this.trials += 1;
    if (!this.accepts(levels)) return;
    if (cost < this.best - NOISE) {
      this.best = cost;
      this.found = [];
      this.isAll = true;
    }
    if (this.found.length === MOST_COMBINATIONS) this.isAll = false;
    else this.found.push(levels);
  }

  /** What is still to be spent at least, once the first variables are at these levels. */
  private leastMore(levels: readonly number[]): number {
    const costs = this.needs.map(({ least, gains, givers }) => {
      let missing = least;
      for (const [variable, level] of levels.entries()) missing -= at(at(gains, variable), level);
      return costOf(
        missing,
        givers.filter(({ variable }) => variable >= levels.length),
      );
    });
    return Math.max(0, largest(costs));
  }
}

/** A variable that gives something towards a need. */
interface Giver {
  readonly variable: number;
  /** The most it gives for a unit of cost, and the most it gives. */
  readonly rate: number;
  readonly most: number;
}

function giversOf(costs: LevelSearch['costs'], gains: readonly (readonly number[])[]): Giver[] {
  return costs
    .map((costsOfLevels, variable) => {
      const given = costsOfLevels
        .map((cost, level) => ({ cost, gain: at(at(gains, variable), level) }))
        .filter(({ cost, gain }) => cost > 0 && gain > 0);
      return {
        variable,
        rate: Math.max(0, largest(given.map(({ cost, gain }) => gain / cost))),
        most: Math.max(0, largest(given.map(({ gain }) => gain))),
      };
    })
    .filter(({ rate }) => rate > 0)
    .toSorted((a, b) => b.rate - a.rate);
}

/** No combination of these variables gives what is missing for less. */
function costOf(missing: number, givers: readonly Giver[]): number {
  let left = missing;
  let cost = 0;
  for (const { rate, most } of givers) {
    if (left <= NOISE * 1e-3) return cost;
    cost += Math.min(left, most) / rate;
    left -= most;
  }
  return left <= NOISE * 1e-3 ? cost : Infinity;
}
