// Whether some weights of a region reproduce what was published, from the region's corners.
import { at, Fraction } from './fraction.ts';
import { leads, type Contest } from './exact-bounds.ts';
import { mixtureExists } from './mixture.ts';
import type { Published, Ranking } from './sample.ts';

/** Published values in the order of the contest's countries; null where one was not published. */
export interface Printed {
  readonly values: readonly (string | null)[];
  readonly codes: readonly string[];
}

export function canBeReproduced(
  contest: Contest,
  { quantity, tolerance }: Pick<Published, 'quantity' | 'tolerance'>,
  printed: Printed,
  { method }: Ranking,
): boolean {
  switch (quantity) {
    case 'rank':
      return ranksCanBe(contest, printed, method === 'ordinal');
    case 'tier':
      return tiersCanBe(contest, printed);
    case 'score':
      return scoresCanBe(contest, printed, Fraction.of(tolerance ?? '0'));
  }
}

/** Who has the better rank is strictly ahead; of equal scores ordinal ranks put the earlier code first. */
function ranksCanBe(contest: Contest, { values, codes }: Printed, isOrdinal: boolean): boolean {
  const pairs = pairsOf(values);
  const betterThan = pairs.filter(([one, other]) => Number(values[one]) < Number(values[other]));
  const isByCode = ([one, other]: readonly [number, number]) =>
    isOrdinal && at(codes, one) < at(codes, other);
  const rows = (some: readonly (readonly [number, number])[]) =>
    some.map(([one, other]) => leads(contest, one, other));
  return mixtureExists(contest.corners.length, {
    above: rows(betterThan.filter((pair) => !isByCode(pair))),
    notBelow: rows(betterThan.filter(isByCode)),
    equal: rows(pairs.filter(([one, other]) => one < other && values[one] === values[other])),
  });
}

/** Everybody in a better tier is strictly ahead, so that a cut-off lies between. */
function tiersCanBe(contest: Contest, { values }: Printed): boolean {
  const order = ['Upper', 'Middle', 'Lower'];
  const better = pairsOf(values).filter(
    ([one, other]) => order.indexOf(values[one] ?? '') < order.indexOf(values[other] ?? ''),
  );
  return mixtureExists(contest.corners.length, {
    above: better.map(([one, other]) => leads(contest, one, other)),
  });
}

function scoresCanBe(contest: Contest, { values }: Printed, tolerance: Fraction): boolean {
  const limits = values.flatMap((value, country) => {
    if (value === null) return [];
    const printed = Fraction.of(value);
    const own = at(contest.values, country);
    return [
      own.map((x) => x.minus(printed.minus(tolerance))),
      own.map((x) => printed.plus(tolerance).minus(x)),
    ];
  });
  return mixtureExists(contest.corners.length, { above: [], notBelow: limits });
}

function pairsOf(values: readonly (string | null)[]): (readonly [number, number])[] {
  const there = [...values.keys()].filter((i) => values[i] !== null);
  return there.flatMap((one) => there.filter((other) => other !== one).map((other) => [one, other] as const));
}
