// What was published of which country; tiers and scores as claims on weights.
import { at } from '../../math/at.ts';
import { mean } from '../../math/statistics/stats.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Result } from '../../model/result.ts';
import { fold } from '../../model/words.ts';
import { shownPlaces, type ShownPlace } from '../../model/rows.ts';
import type { Claim, Limit } from './program.ts';
import { isSummedAsItIs, never } from './rounded.ts';
import type { LinearIndex } from '../region/linear-index.ts';

/** What was published of a country, and its position in the index. */
export interface Printed {
  readonly row: PublishedRow;
  readonly position: ShownPlace;
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
      const position = shownPlaces(rows).find((place) => {
        const country = at(countries, at(rows, place));
        const isSame = code === null ? fold(country.name) === fold(name) : country.code === code;
        return isSame && (year === null || country.year === null || country.year === year);
      });
      return position === undefined ? [] : [{ row, position }];
    });
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
  const side = (position: ShownPlace, border: number, sign: 1 | -1): Limit => ({
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

/**
 * Each index within the tolerance of its published score. An index that is a mean of logarithms or powers is
 * above 0 anyway.
 */
export function scoreClaims(index: LinearIndex, printed: readonly Printed[]): Claim[] {
  const isPlain = isSummedAsItIs(index);
  return printed.flatMap(({ row: { score, tolerance }, position }): Claim[] => {
    if (score === null) return [];
    const point = at(index.points, position);
    const [low, high] = [score - tolerance, score + tolerance];
    const limits: Limit[] = [];
    if (isPlain || low > 0)
      limits.push({ weights: point, cuts: [], bound: index.value(low), isStrict: true });
    if (isPlain || high > 0)
      limits.push({ weights: point.map((x) => -x), cuts: [], bound: -index.value(high), isStrict: true });
    else limits.push(never(index));
    return [{ kind: 'score', countries: [position], limits }];
  });
}
