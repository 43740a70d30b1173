// Whether some weights of a region reproduce what was published, from the region's corners.
import { at, Fraction, greatest, least } from './fraction.ts';
import { leads, type Contest } from './exact-bounds.ts';
import { mixtureExists } from './mixture.ts';
import type { Published, Ranking } from './sample.ts';

/** Published values in the order of the contest's countries; null where one was not published. */
export interface Printed {
  readonly values: readonly (string | null)[];
  readonly codes: readonly string[];
}

const MOST_HALVES = 60;

/** Null where there are too many halves to try. */
export function canBeReproduced(
  contest: Contest,
  { quantity, tolerance }: Pick<Published, 'quantity' | 'tolerance'>,
  printed: Printed,
  { method, decimals }: Ranking,
): boolean | null {
  switch (quantity) {
    case 'rank':
      return ranksCanBe(contest, printed, method === 'ordinal');
    case 'tier':
      if (decimals === null || !tiersCanBe(contest, printed)) return tiersCanBe(contest, printed);
      return roundedTiersCanBe(contest, printed, Fraction.of(`1e-${decimals}`));
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

/**
 * Everybody in a better tier is rounded to more, so that at every border a half unit lies between: of all
 * halves there are, some do. A half rounds away from 0.
 */
function roundedTiersCanBe({ corners, values }: Contest, printed: Printed, unit: Fraction): boolean | null {
  const tiers = ['Upper', 'Middle', 'Lower'].filter((tier) => printed.values.includes(tier));
  const all = values.flat();
  const half = unit.over(Fraction.of(2));
  const [low, high] = [least(all), greatest(all)].map((x) => Math.round(x.over(unit).number));
  if ((high ?? 0) - (low ?? 0) > MOST_HALVES) return null;
  const halves = Array.from({ length: (high ?? 0) - (low ?? 0) + 2 }, (_, i) =>
    Fraction.of((low ?? 0) + i)
      .times(unit)
      .minus(half),
  );
  const canBe = (cuts: readonly Fraction[]): boolean => {
    if (cuts.length < tiers.length - 1) return halves.some((cut) => canBe([...cuts, cut]));
    const [above, notBelow]: [Fraction[][], Fraction[][]] = [[], []];
    for (const [country, tier] of printed.values.entries()) {
      if (tier === null) continue;
      const own = at(values, country);
      for (const [border, cut] of cuts.entries()) {
        const isAbove = tiers.indexOf(tier) <= border;
        const rows = isAbove === cut.sign > 0 ? notBelow : above;
        rows.push(own.map((x) => (isAbove ? x.minus(cut) : cut.minus(x))));
      }
    }
    return mixtureExists(corners.length, { above, notBelow });
  };
  return canBe([]);
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
