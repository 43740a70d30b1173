// The cheapest of many combinations of single steps that meets a few needs: branch and bound over levers with
// stops.

/** Levers with stops; level 0 leaves a lever as it is. What the stops of different levers give adds up. */
export interface Ladders {
  /** What each level of each lever costs; 0 at level 0. */
  readonly costs: readonly (readonly number[])[];
  /** What has to be given together, and what each level of each lever gives towards it. */
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
 * A branch ends where what is still needed would cost too much even if each lever gave all along what it
 * gives at its best level for the money. Combinations of equal cost are all found, up to a thousand. `trials`
 * counts calls of `accepts`, of which nothing is known beforehand: of these no more than 20 000 are made.
 *
 * @example cheapest({ costs: [[0, 1, 2], [0, 1]], needs: [{ least: 3, gains: [[0, 1, 2], [0, 2]] }] }) // → {
 *   cost: 2, combinations: [[1, 1]], isAll: true, isProved: true }
 * @see Land & Doig (1960), Econometrica 28: branch and bound
 */
export function cheapest({
  costs,
  needs,
  accepts = () => true,
  atMost = Infinity,
}: Ladders): Cheapest | null {
  const orders = needs.map(({ gains }) => byWorth(costs, gains));
  let best = atMost;
  let found: (readonly number[])[] = [];
  let isAll = true;
  let isProved = true;
  let [branches, trials] = [0, 0];

  const bound = (levels: readonly number[]): number =>
    Math.max(
      0,
      ...needs.map(({ least, gains }, need) => {
        let missing = least;
        for (const [lever, level] of levels.entries()) missing -= gains[lever]?.[level] ?? 0;
        return costOf(
          missing,
          (orders[need] ?? []).filter(({ lever }) => lever >= levels.length),
        );
      }),
    );
  const take = (levels: readonly number[], cost: number): void => {
    trials += 1;
    if (!accepts(levels)) return;
    if (cost < best - NOISE) [best, found, isAll] = [cost, [], true];
    if (found.length === MOST_COMBINATIONS) isAll = false;
    else found.push(levels);
  };
  const visit = (levels: readonly number[], cost: number, least: number): void => {
    // Once there are enough of the same cost, only something cheaper is of interest.
    const limit = best + (isAll ? NOISE : -NOISE);
    if (least === Infinity || cost + least > limit) return;
    branches += 1;
    if (branches > MOST_BRANCHES || trials > MOST_TRIALS) {
      isProved = false;
      return;
    }
    const own = costs[levels.length];
    if (own === undefined) {
      take(levels, cost);
      return;
    }
    const next = own.map((more, level) => {
      const grown = [...levels, level];
      return { grown, spent: cost + more, left: bound(grown) };
    });
    for (const { grown, spent, left } of next.toSorted((a, b) => a.spent + a.left - b.spent - b.left))
      visit(grown, spent, left);
  };
  visit([], 0, bound([]));
  return found.length === 0 && isProved
    ? null
    : { cost: best, combinations: found, isAll: isAll && isProved, isProved };
}

interface Worth {
  readonly lever: number;
  /** The most it gives for a unit of cost, and the most it gives. */
  readonly rate: number;
  readonly most: number;
}

function byWorth(costs: readonly (readonly number[])[], gains: readonly (readonly number[])[]): Worth[] {
  return costs
    .map((own, lever) => {
      const given = own
        .map((cost, level) => ({ cost, gain: gains[lever]?.[level] ?? 0 }))
        .filter(({ cost, gain }) => cost > 0 && gain > 0);
      return {
        lever,
        rate: Math.max(0, ...given.map(({ cost, gain }) => gain / cost)),
        most: Math.max(0, ...given.map(({ gain }) => gain)),
      };
    })
    .filter(({ rate }) => rate > 0)
    .toSorted((a, b) => b.rate - a.rate);
}

/** No combination of these levers gives what is missing for less. */
function costOf(missing: number, levers: readonly Worth[]): number {
  let left = missing;
  let cost = 0;
  for (const { rate, most } of levers) {
    if (left <= NOISE * 1e-3) return cost;
    cost += Math.min(left, most) / rate;
    left -= most;
  }
  return left <= NOISE * 1e-3 ? cost : Infinity;
}
