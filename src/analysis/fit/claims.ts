// Published ranks, tiers and scores as claims on weights.
import { entryOf } from '../../model/registry.ts';
import { rankings, type Ranking } from '../../methods/rank/table.ts';
import { at } from '../../math/at.ts';
import { mean } from '../../math/statistics/stats.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Result } from '../../model/result.ts';
import { fold } from '../../model/words.ts';
import { difference } from '../pairs/dominance.ts';
import type { Claim, Limit } from './program.ts';
import type { LinearIndex } from '../region/linear-index.ts';

/** What was published of a country, and its position in the index. */
export interface Printed {
  readonly row: PublishedRow;
  readonly position: number;
}

/**
 * The published rows of countries that are ranked; what is known to differ says nothing of weights and is
 * left out.
 */
export function printedIn(
  { countries }: Result,
  { rows }: LinearIndex,
  published: readonly PublishedRow[],
): Printed[] {
  return published
    .filter(({ deviation }) => deviation === null)
    .flatMap((row) => {
      const { code, name, year } = row.country;
      const position = rows.findIndex((ranked) => {
        const country = at(countries, ranked);
        const isSame = code === null ? fold(country.name) === fold(name) : country.code === code;
        return isSame && (year === null || country.year === null || country.year === year);
      });
      return position === -1 ? [] : [{ row, position }];
    });
}

/**
 * Each country ahead of those of the next published rank, and level with those of its own.
 *
 * Where ranks are of rounded scores, level means at most one unit of the last place apart. Ordinal ranks part
 * equal scores by country code: whoever comes first in it need not be ahead.
 */
export function rankClaims(result: Result, index: LinearIndex, printed: readonly Printed[]): Claim[] {
  const ranks = [...new Set(printed.flatMap(({ row }) => row.rank ?? []))].toSorted((a, b) => a - b);
  const groups = ranks.map((rank) => printed.filter(({ row }) => row.rank === rank));
  const slack = slackOf(result, index);
  return groups.flatMap((group, i) => {
    const next = groups[i + 1] ?? [];
    const [from, to] = slack > 0 ? [group, next] : [group.slice(-1), next.slice(0, 1)];
    return [
      ...group.slice(1).map((one, j) => level(index, at(group, j), one, slack)),
      ...from.flatMap((a) => to.map((b) => ahead(index, a, b, !isOrderedByCode(result, a, b)))),
    ];
  });
}

/** One published ahead of another, whether or not they are next to each other. */
export function ahead(
  index: LinearIndex,
  a: Pick<Printed, 'position'>,
  b: Pick<Printed, 'position'>,
  isStrict = true,
): Claim {
  return {
    kind: 'ahead',
    countries: [a.position, b.position],
    limits: [{ weights: difference(index, a.position, b.position), cuts: [], bound: 0, isStrict }],
  };
}

function level(index: LinearIndex, a: Printed, b: Printed, slack: number): Claim {
  const limit = (one: Printed, other: Printed): Limit => ({
    weights: difference(index, one.position, other.position),
    cuts: [],
    bound: -slack,
    isStrict: false,
  });
  return { kind: 'level', countries: [a.position, b.position], limits: [limit(a, b), limit(b, a)] };
}

/** How far apart two can be that are equal once rounded, in what the index sums. */
function slackOf({ recipe, index: values }: Result, index: LinearIndex): number {
  const { decimals } = recipe.rank;
  if (typeof decimals !== 'number') return 0;
  const unit = 10 ** -decimals;
  return Math.max(
    ...values
      .flatMap((x) => (x === null ? [] : [Math.abs(index.value(x + unit) - index.value(x))]))
      .filter(Number.isFinite),
    0,
  );
}

function isOrderedByCode({ recipe, countries }: Result, a: Printed, b: Printed): boolean {
  const keyOf = ({ row: { country } }: Printed) => country.code ?? country.name;
  const { isStrict } = entryOf<Ranking>(rankings, recipe.rank);
  return isStrict === true && countries.length > 0 && keyOf(a) < keyOf(b);
}

/**
 * The published tiers, the best first: in the order of the recipe's, or by what was published beside them, or
 * as they first stand in the file.
 */
export function tierOrder({ tiering }: Result, printed: readonly Printed[]): string[] {
  const spellings = new Map<string, string>();
  for (const { row } of printed)
    if (row.tier !== null && !spellings.has(fold(row.tier))) spellings.set(fold(row.tier), row.tier);
  const ofRecipe = tiering?.tiers ?? [];
  if ([...spellings.keys()].every((tier) => ofRecipe.some((one) => fold(one) === tier)))
    return ofRecipe.filter((tier) => spellings.has(fold(tier)));
  const placed = [...spellings.values()].map((name) => ({ name, place: meanPlace(printed, name) }));
  if (placed.every(({ place }) => Number.isFinite(place))) placed.sort((a, b) => a.place - b.place);
  return placed.map(({ name }) => name);
}

/**
 * Where the countries of a tier stand on average: by their ranks, or else by their scores, the highest first.
 */
function meanPlace(printed: readonly Printed[], tier: string): number {
  return mean(
    printed
      .filter(({ row }) => isTier(row, tier))
      .map(({ row: { rank, score } }) => rank ?? -(score ?? Number.NaN)),
  );
}

function isTier({ tier }: PublishedRow, name: string): boolean {
  return tier !== null && fold(tier) === fold(name);
}

/**
 * Each country above the cut-off below its tier and below the one above it; the cut-offs are found with the
 * weights.
 */
export function tierClaims(
  index: LinearIndex,
  printed: readonly Printed[],
  tiers: readonly string[],
): Claim[] {
  const borders = tiers.length - 1;
  const side = (position: number, border: number, sign: 1 | -1): Limit => ({
    weights: at(index.points, position).map((x) => sign * x),
    cuts: Array.from({ length: borders }, (_, i) => (i === border ? -sign : 0)),
    bound: 0,
    isStrict: true,
  });
  return printed.flatMap(({ row, position }): Claim[] => {
    const tier = tiers.findIndex((name) => isTier(row, name));
    if (tier === -1) return [];
    const limits: Limit[] = [];
    if (tier < borders) limits.push(side(position, tier, 1));
    if (tier > 0) limits.push(side(position, tier - 1, -1));
    return [{ kind: 'tier', countries: [position], limits }];
  });
}

/** Each index within the tolerance of its published score. */
export function scoreClaims(index: LinearIndex, printed: readonly Printed[]): Claim[] {
  return printed.flatMap(({ row: { score, tolerance }, position }): Claim[] => {
    if (score === null) return [];
    const ends = [index.value(score - tolerance), index.value(score + tolerance)];
    const point = at(index.points, position);
    const sides: Limit[] = [
      { weights: point, cuts: [], bound: Math.min(...ends), isStrict: true },
      { weights: point.map((x) => -x), cuts: [], bound: -Math.max(...ends), isStrict: true },
    ];
    return [
      { kind: 'score', countries: [position], limits: sides.filter(({ bound }) => Number.isFinite(bound)) },
    ];
  });
}
