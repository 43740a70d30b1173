// The least that a country must improve: fewest steps on ratings, or least total rise, by trying everything.
import { at, Fraction, greatest, product, total } from './fraction.ts';

/** How many steps, and in how many ways so few will do. */
export interface InSteps {
  readonly cost: number;
  readonly ways: number;
}

/** One score that can rise: what a point is worth in the index, and by how many points it may. */
export interface Riser {
  readonly worth: Fraction;
  readonly room: Fraction;
  /** The rises that better ratings make, the nearest first; null if any rise will do. */
  readonly stops: readonly Fraction[] | null;
}

/**
 * The least Σ rise with Σ worth · rise ≥ need; null if nothing will do. At the least all scores but one are
 * where they were or at the end of their room.
 */
export function leastTotal(risers: readonly Riser[], need: Fraction): Fraction | null {
  if (need.sign <= 0) return Fraction.zero;
  const costs = choices(risers.map(() => [false, true])).flatMap((full) => {
    const used = total(risers.flatMap(({ room }, i) => (full[i] === true ? [room] : [])));
    const left = need.minus(
      total(risers.flatMap(({ room, worth }, i) => (full[i] === true ? [room.times(worth)] : []))),
    );
    if (left.sign <= 0) return [used];
    return risers.flatMap(({ room, worth }, i) => {
      if (full[i] === true || worth.sign <= 0) return [];
      const rise = left.over(worth);
      return rise.compare(room) <= 0 ? [used.plus(rise)] : [];
    });
  });
  return smallest(costs);
}

/** The fewest steps with Σ worth · rise ≥ need. */
export function fewestSteps(risers: readonly Riser[], need: Fraction): InSteps | null {
  return answersInSteps(
    risers,
    (rises) =>
      product(
        risers.map(({ worth }) => worth),
        rises,
      ).compare(need) >= 0,
  );
}

/** The fewest steps until a condition holds. */
export function stepsUntil(
  risers: readonly Riser[],
  holds: (rises: readonly Fraction[]) => boolean,
): number | null {
  return answersInSteps(risers, holds)?.cost ?? null;
}

/** The fewest steps until a condition holds, and in how many ways so few will do. */
export function answersInSteps(
  risers: readonly Riser[],
  holds: (rises: readonly Fraction[]) => boolean,
): InSteps | null {
  const ladders = risers.map(({ stops }) => [...Array.from({ length: (stops ?? []).length + 1 }).keys()]);
  const byCost = choices(ladders)
    .map((steps) => ({ steps, cost: steps.reduce((sum, step) => sum + step, 0) }))
    .toSorted((a, b) => a.cost - b.cost);
  const isEnough = ({ steps }: (typeof byCost)[number]): boolean =>
    holds(steps.map((step, i) => (step === 0 ? Fraction.zero : at(at(risers, i).stops ?? [], step - 1))));
  const first = byCost.find(isEnough);
  if (first === undefined) return null;
  return { cost: first.cost, ways: byCost.filter((one) => one.cost === first.cost && isEnough(one)).length };
}

/** The least total of rises of which each is none or one of a few, until a condition holds. */
export function leastOfStops(
  risers: readonly Riser[],
  holds: (rises: readonly Fraction[]) => boolean,
): Fraction | null {
  const all = choices(risers.map(({ stops }) => [Fraction.zero, ...(stops ?? [])]));
  return smallest(all.filter((rises) => holds(rises)).map((rises) => total(rises)));
}

export function choices<Item>(options: readonly (readonly Item[])[]): Item[][] {
  return options.reduce<Item[][]>(
    (before, items) => before.flatMap((some) => items.map((item) => [...some, item])),
    [[]],
  );
}

function smallest(costs: readonly Fraction[]): Fraction | null {
  return costs.length === 0 ? null : greatest(costs.map((cost) => cost.negated())).negated();
}
