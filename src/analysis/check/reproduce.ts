// Does an index reproduce what was published, or what it was when a result was kept?
import { nameOf, type Country } from '../../model/edition.ts';
import type { FilePlace } from '../../model/problem.ts';
import type { KeptCountry, PublishedRow } from '../../model/published.ts';
import { tierOf, type Result } from '../../model/result.ts';
import { fold } from '../../model/words.ts';

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

/**
 * Compares ranks, scores and tiers with those that were published. A score agrees if it lies within its row's
 * tolerance, both ends included; a rank or tier if it is the same.
 */
export function reproduce(result: Result, published: readonly PublishedRow[]): Comparison {
  const rows = published.map((printed) => ({ printed, row: rowOf(result, printed.country) }));
  const compare = (quantity: Quantity): { agreement: Agreement; differences: Difference[] } => {
    const compared = rows.flatMap(({ printed, row }) => {
      const was = printed[quantity];
      const is = row === null ? null : valueOf(result, row, quantity);
      return was === null
        ? []
        : [
            {
              printed,
              was,
              is,
              apart: typeof was === 'number' && typeof is === 'number' ? Math.abs(is - was) : null,
            },
          ];
    });
    const agrees = ({ printed, was, is, apart }: (typeof compared)[number]) =>
      quantity === 'score'
        ? apart !== null && isWithin(apart, printed.tolerance)
        : quantity === 'tier'
          ? fold(String(is)) === fold(String(was))
          : is === was;
    const [furthest] = compared
      .filter(({ apart }) => apart !== null)
      .toSorted((a, b) => (b.apart ?? 0) - (a.apart ?? 0));
    return {
      agreement: {
        quantity,
        of: compared.length,
        agree: compared.filter(agrees).length,
        tolerance:
          quantity === 'score' ? Math.max(0, ...compared.map(({ printed }) => printed.tolerance)) : null,
        isOne: new Set(compared.map(({ printed }) => printed.tolerance)).size < 2,
        largest:
          quantity === 'score' && furthest !== undefined
            ? { country: furthest.printed.country, apart: furthest.apart ?? 0 }
            : null,
      },
      differences: compared
        .filter((one) => !agrees(one))
        .map(({ printed, was, is }) => ({
          country: printed.country,
          quantity,
          was,
          is,
          deviation: printed.deviation,
          place: printed.place,
        })),
    };
  };
  const all = (['rank', 'score', 'tier'] as const).map(compare).filter(({ agreement }) => agreement.of > 0);
  return {
    agreements: all.map(({ agreement }) => agreement),
    differences: all.flatMap(({ differences }) => differences),
  };
}

/**
 * Compares a ranking with one that was kept: every rank, score and tier that moved, and every country that
 * came or went. Scores agree if they are equal to 9 significant digits, as other machines may round the last
 * ones otherwise. If the kept ranking is not whole, countries that are not in it are passed over.
 */
export function moves(
  result: Result,
  rows: readonly number[],
  kept: readonly KeptCountry[],
  isWhole: boolean,
): Comparison {
  const before = kept.map((one) => ({
    one,
    country: { code: one.code, name: one.name, year: one.year, groups: {} },
  }));
  const pairs = before.map(({ one, country }) => ({ one, country, row: rowOf(result, country) }));
  const found = new Set(pairs.map(({ row }) => row));
  const gone = pairs
    .filter(({ row }) => row === null)
    .map(({ country }): Difference => ({
      country,
      quantity: 'country',
      was: 'ranked',
      is: null,
      deviation: null,
    }));
  const come = rows
    .filter((row) => isWhole && !found.has(row))
    .flatMap((row): Difference[] => {
      const country = result.countries[row];
      return country === undefined
        ? []
        : [{ country, quantity: 'country', was: null, is: 'ranked', deviation: null }];
    });
  const compare = (quantity: Quantity): { agreement: Agreement; differences: Difference[] } => {
    const compared = pairs.flatMap(({ one, country, row }) =>
      row === null ? [] : [{ country, was: one[quantity], is: valueOf(result, row, quantity) }],
    );
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
  };
  const all = (['rank', 'score', 'tier'] as const).map(compare);
  return {
    agreements: all.map(({ agreement }) => agreement),
    differences: [...gone, ...come, ...all.flatMap(({ differences }) => differences)],
  };
}

/** The row of the same country, in the same year or, if none is given, the latest. */
function rowOf({ countries }: Result, wanted: Country): number | null {
  const same = countries.flatMap((country, row) => {
    const isSameCountry =
      wanted.code === null ? fold(country.name) === fold(wanted.name) : country.code === wanted.code;
    const isSameYear = wanted.year === null || country.year === null || country.year === wanted.year;
    return isSameCountry && isSameYear ? [{ row, year: country.year ?? -Infinity }] : [];
  });
  return same.toSorted((a, b) => b.year - a.year)[0]?.row ?? null;
}

function valueOf(result: Result, row: number, quantity: Quantity): number | string | null {
  if (quantity === 'tier') return tierOf(result, row);
  return (quantity === 'rank' ? result.ranks[row] : result.index[row]) ?? null;
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
      ? `${name}'s tier was ${before}, and it has none`
      : `${name}'s ${quantity} was ${before}, and it is not ranked`;
  return `${name}'s ${quantity} is ${now}, not ${before}`;
}

/** Numbers in seven digits, or in as many as it takes to tell them apart. */
function inAsManyDigits(...values: (number | string | null)[]): string[] {
  const inDigits = (digits: number) =>
    values.map((x) =>
      x === null ? 'none' : typeof x === 'number' ? String(Number(x.toPrecision(digits))) : x,
    );
  return [7, 9, 12, 17].map(inDigits).find(([a, b]) => a !== b) ?? inDigits(17);
}
