// Does an index reproduce what was published, or what it was when a result was kept?
import { at } from '../../math/at.ts';
import { largest } from '../../math/statistics/stats.ts';
import { nameOf, type Country } from '../../model/edition.ts';
import type { FilePlace } from '../../model/problem.ts';
import type { KeptCountry, PublishedRow } from '../../model/published.ts';
import { tierOf, type Result } from '../../model/result.ts';
import { fold, possessive } from '../../model/words.ts';
import { resultRows, type ResultRow } from '../../model/rows.ts';

export type Quantity = 'rank' | 'score' | 'tier';

/** One number or word that is not what it was. */
export interface Difference {
  readonly country: Country;
  readonly quantity: Quantity | 'country';
  /** What was published or kept, and what is computed now; null where there is none. */
  readonly was: number | string | null;
  readonly is: number | string | null;
  /** Why it is known and accepted, or null. */
  readonly deviation: string | null;
  readonly place?: FilePlace;
}

/** How one quantity agrees. */
export interface Agreement {
  readonly quantity: Quantity;
  readonly of: number;
  readonly agree: number;
  /** Of scores: how far they may be apart, and the one that is furthest. */
  readonly tolerance: number | null;
  /** Whether all scores have that tolerance; it is the largest of them otherwise. */
  readonly isOne: boolean;
  readonly largest: { readonly country: Country; readonly apart: number } | null;
}

export interface Comparison {
  readonly agreements: readonly Agreement[];
  readonly differences: readonly Difference[];
}

/** One quantity compared: how it agrees, and where it does not. */
interface Compared {
  readonly agreement: Agreement;
  readonly differences: readonly Difference[];
}

const quantities = ['rank', 'score', 'tier'] as const;

/**
 * Compares ranks, scores and tiers with those that were published. A score agrees if it lies within its row's
 * tolerance, both ends included; a rank or tier if it is the same.
 */
export function reproduce(result: Result, published: readonly PublishedRow[]): Comparison {
  const compared = quantities
    .map((quantity) => compareWithPublished(result, published, quantity))
    .filter(({ agreement }) => agreement.of > 0);
  return {
    agreements: compared.map(({ agreement }) => agreement),
    differences: compared.flatMap(({ differences }) => differences),
  };
}

/** What was printed of a country, what is computed, and of numbers how far these are apart. */
interface Reproduced {
  readonly printed: PublishedRow;
  readonly was: number | string;
  readonly is: number | string | null;
  readonly apart: number | null;
}

function compareWithPublished(
  result: Result,
  published: readonly PublishedRow[],
  quantity: Quantity,
): Compared {
  const compared = published.flatMap((printed): Reproduced[] => {
    const was = printed[quantity];
    if (was === null) return [];
    const row = rowOf(result, printed.country);
    const is = row === null ? null : valueOf(result, row, quantity);
    const apart = typeof was === 'number' && typeof is === 'number' ? Math.abs(is - was) : null;
    return [{ printed, was, is, apart }];
  });
  const differing = compared.filter((one) => !agrees(quantity, one));
  const tolerances = compared.map(({ printed }) => printed.tolerance);
  return {
    agreement: {
      quantity,
      of: compared.length,
      agree: compared.length - differing.length,
      tolerance: quantity === 'score' ? Math.max(0, largest(tolerances)) : null,
      isOne: new Set(tolerances).size < 2,
      largest: quantity === 'score' ? furthest(compared) : null,
    },
    differences: differing.map(({ printed: { country, deviation, place }, was, is }) => ({
      country,
      quantity,
      was,
      is,
      deviation,
      place,
    })),
  };
}

function agrees(quantity: Quantity, { printed, was, is, apart }: Reproduced): boolean {
  if (quantity === 'score') return apart !== null && isWithin(apart, printed.tolerance);
  if (quantity === 'tier') return fold(String(is)) === fold(String(was));
  return is === was;
}

/** The country whose score is the furthest from the printed one; null if none can be compared. */
function furthest(compared: readonly Reproduced[]): Agreement['largest'] {
  const [first] = compared
    .flatMap(({ printed, apart }) => (apart === null ? [] : [{ country: printed.country, apart }]))
    .toSorted((a, b) => b.apart - a.apart);
  return first ?? null;
}

/**
 * Compares a ranking with one that was kept: every rank, score and tier that moved, and every country that
 * came or went. Scores agree if they are equal to 9 significant digits, as other machines may round the last
 * ones otherwise. If the kept ranking is not whole, countries that are not in it are passed over.
 */
export function moves(
  result: Result,
  rows: readonly ResultRow[],
  kept: readonly KeptCountry[],
  isWhole: boolean,
): Comparison {
  const pairs = kept.map(({ code, name, year, ...before }): KeptPair => {
    const country = { code, name, year, groups: {} };
    return { country, before, row: rowOf(result, country) };
  });
  const found = new Set(pairs.map(({ row }) => row));
  const gone = pairs
    .filter(({ row }) => row === null)
    .map(({ country }) => cameOrWent(country, { was: 'ranked', is: null }));
  const come = rows
    .filter((row) => isWhole && !found.has(row))
    .map((row) => cameOrWent(at(result.countries, row), { was: null, is: 'ranked' }));
  const compared = quantities.flatMap((quantity) => compareWithKept(result, pairs, quantity) ?? []);
  return {
    agreements: compared.map(({ agreement }) => agreement),
    differences: [...gone, ...come, ...compared.flatMap(({ differences }) => differences)],
  };
}

/** A country of a kept result, what it had there, and its row now; null if it is not ranked any more. */
interface KeptPair {
  readonly country: Country;
  readonly before: Pick<KeptCountry, Quantity>;
  readonly row: ResultRow | null;
}

function cameOrWent(country: Country, change: Pick<Difference, 'was' | 'is'>): Difference {
  return { country, quantity: 'country', ...change, deviation: null };
}

/** Null of tiers if there were none and are none. */
function compareWithKept(result: Result, pairs: readonly KeptPair[], quantity: Quantity): Compared | null {
  const compared = pairs.flatMap(({ country, before, row }) =>
    row === null ? [] : [{ country, was: before[quantity], is: valueOf(result, row, quantity) }],
  );
  if (quantity === 'tier' && compared.every(({ was, is }) => was === null && is === null)) return null;
  const differing = compared.filter(({ was, is }) => !isSame(was, is));
  return {
    agreement: {
      quantity,
      of: compared.length,
      agree: compared.length - differing.length,
      tolerance: null,
      isOne: true,
      largest: null,
    },
    differences: differing.map((one) => ({ ...one, quantity, deviation: null })),
  };
}

/** The row of the same country, in the same year or, if none is given, in the year that is shown. */
function rowOf({ countries, shown }: Result, wanted: Country): ResultRow | null {
  const rows = wanted.year === null ? shown.rows : resultRows(countries);
  const found = rows.find((row) => {
    const { code, name, year } = at(countries, row);
    const isSameCountry = wanted.code === null ? fold(name) === fold(wanted.name) : code === wanted.code;
    return isSameCountry && (wanted.year === null || year === null || year === wanted.year);
  });
  return found ?? null;
}

function valueOf(result: Result, row: ResultRow, quantity: Quantity): number | string | null {
  if (quantity === 'tier') return tierOf(result, row);
  return at(quantity === 'rank' ? result.ranks : result.index, row);
}

/** The half of a last digit is itself no binary number: the end of a tolerance belongs to it. */
function isWithin(apart: number, tolerance: number): boolean {
  return apart <= tolerance * (1 + 1e-9) + 1e-12;
}

function isSame(was: number | string | null, is: number | string | null): boolean {
  if (typeof was !== 'number' || typeof is !== 'number') return was === is;
  return Math.abs(was - is) <= 1e-9 * Math.max(Math.abs(was), Math.abs(is));
}

/** How a difference reads in a sentence. */
export function describe({ country, quantity, was, is }: Difference): string {
  const name = nameOf(country);
  if (quantity === 'country')
    return was === null ? `${name} is ranked and was not` : `${name} was ranked and is not`;
  const [before, now] = inAsManyDigits(was, is);
  if (is === null)
    return quantity === 'tier'
      ? `${possessive(name)} tier was ${before}, and it has none`
      : `${possessive(name)} ${quantity} was ${before}, and it is not ranked`;
  return `${possessive(name)} ${quantity} is ${now}, not ${before}`;
}

/** Numbers in seven digits, or in as many as it takes to tell them apart. */
function inAsManyDigits(...values: (number | string | null)[]): string[] {
  const inDigits = (digits: number) =>
    values.map((x) => (typeof x === 'number' ? String(Number(x.toPrecision(digits))) : (x ?? 'none')));
  return [7, 9, 12, 17].map(inDigits).find(([a, b]) => a !== b) ?? inDigits(17);
}
