// What each region asks of the weights in words, as it stands after "while".
import type { WeightLevel } from './space.ts';

/** What codes of weights and countries are called in sentences. */
export interface Names {
  weight(code: string): string;
  /** Of a country as it was written, by its code or its name. */
  country(written: string): string;
}

type At = { at: WeightLevel };
type Share = { share: number };

const weightNames: Readonly<Record<WeightLevel, string>> = {
  levels: 'weight',
  top: 'first-level weight',
  leaves: "indicator's weight",
};

/** @example aroundInWords({ share: 0.25, at: 'levels' }) // → 'each weight stays within ±25 %' */
export function aroundInWords({ share, at }: At & Share): string {
  return `each ${weightNames[at]} stays within ±${percent(share)}`;
}

/** @example anyLabel({ at: 'levels' }) // → 'all weights' */
export function anyLabel({ at }: At): string {
  return at === 'top' ? 'all (level 1)' : 'all weights';
}

/** @example aroundLabel({ share: 0.25, at: 'top' }) // → '±25 % (level 1)' */
export function aroundLabel({ share, at }: At & Share): string {
  const where: Readonly<Record<WeightLevel, string>> = { levels: '', top: ' (level 1)', leaves: ' (leaves)' };
  return `±${percent(share)}${where[at]}`;
}

/** @example mixInWords({ share: 0.25, at: 'levels' }) // → 'each weight keeps at least 75 % of its value' */
export function mixInWords({ share, at }: At & Share): string {
  return `each ${weightNames[at]} keeps at least ${percent(1 - share)} of its value`;
}

/** @example ratioInWords({ times: 3, at: 'levels' }) // → "no weight exceeds 3 times a sibling's" */
export function ratioInWords({ times, at }: At & { times: number }): string {
  return `no ${weightNames[at]} exceeds ${times} times ${at === 'levels' ? "a sibling's" : 'another'}`;
}

/**
 * @example orderInWords({ codes: ['b', 'a'] }, { weight: String }) // → 'b weighs at least as much as a'
 * @example orderInWords({ codes: ['c', 'b', 'a'] }, { weight: String }) // → 'the order of weights is c ≥ b ≥
 *   a'
 */
export function orderInWords(
  { codes }: { codes: readonly string[] },
  { weight }: Pick<Names, 'weight'>,
): string {
  const names = codes.map((code) => weight(code));
  return names.length === 2
    ? names.join(' weighs at least as much as ')
    : `the order of weights is ${names.join(' ≥ ')}`;
}

/** @example setsInWords() // → 'the weights are a mixture of the named sets' */
export function setsInWords(): string {
  return 'the weights are a mixture of the named sets';
}

/**
 * @example publishedInWords({ countries: null }, { country: String }) // → 'the published order holds'
 * @example publishedInWords({ countries: ['A', 'B'] }, { country: String }) // → 'A stays at least level with
 *   B'
 */
export function publishedInWords(
  { countries }: { countries: readonly string[] | null },
  { country }: Pick<Names, 'country'>,
): string {
  if (countries === null || countries.length === 0) return 'the published order holds';
  const names = countries.map((one) => country(one));
  return names.length === 2
    ? names.join(' stays at least level with ')
    : `the order of countries is ${names.join(' ≥ ')}`;
}

/** @example percent(0.25) // → '25 %' */
function percent(share: number): string {
  return `${Number((share * 100).toPrecision(12))} %`;
}
