// Which country is meant: ISO 3166 codes and English names in the spellings that publishers and newspapers use.
import { parse } from 'csv-parse/sync';
import { nearest } from '../model/words.ts';
import { bundledPath, readSource } from './files.ts';
import { decode } from './text.ts';

export interface KnownCountry {
  /** ISO 3166 alpha-3. */
  readonly code: string;
  /** The short English name. */
  readonly name: string;
}

export interface Countries {
  /** The country that a code or a name means, or null. */
  recognise(written: string): KnownCountry | null;
  /** The known name nearest to one that is not known. */
  suggest(written: string): string | null;
}

/**
 * The form in which names are compared: letters and digits only, without accents, a leading or trailing "the",
 * or the difference between "St." and "Saint".
 *
 * @example foldName('Türkiye') // → 'turkiye'
 * @example foldName('Gambia, The') // → 'gambia'
 */
export function foldName(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('&', ' and ');
  const words = plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim().replaceAll(/\bst\b/g, 'saint');
  return words.replace(/^the /, '').replace(/ the$/, '');
}

/** Loads the names; they are only loaded where a file has to be understood. */
export async function loadCountries(): Promise<Countries> {
  const [{ default: codes }, { default: english }] = await Promise.all([
    import('i18n-iso-countries/codes.json'),
    import('i18n-iso-countries/langs/en.json'),
  ]);
  const byName = new Map<string, string>();
  const byCode = new Map<string, string>();
  const shortNames = new Map<string, string>();
  const learn = (code: string, name: string): void => {
    const folded = foldName(name);
    // The first claim stands: "Congo" is the short name of one country and part of another's.
    if (!byName.has(folded)) byName.set(folded, code);
  };

  for (const [code, name] of readPairs('country-names.csv')) {
    shortNames.set(code, name);
    learn(code, name);
    byCode.set(code, code);
  }
  for (const [code, alias] of readPairs('country-aliases.csv')) learn(code, alias);
  const names: Readonly<Record<string, string | string[]>> = english.countries;
  for (const [alpha2, alpha3] of codes) {
    const written = names[alpha2 ?? ''];
    // Kosovo has no ISO code; XKX, which the World Bank uses, is in our own list.
    if (alpha2 === undefined || alpha3 === undefined || written === undefined || alpha3 === 'XKK') continue;
    byCode.set(alpha2, alpha3).set(alpha3, alpha3);
    const spellings = Array.isArray(written) ? written : [written];
    if (!shortNames.has(alpha3)) shortNames.set(alpha3, spellings[0] ?? alpha3);
    for (const spelling of spellings) learn(alpha3, spelling);
  }

  return {
    recognise(written) {
      const code = byCode.get(written.trim().toUpperCase()) ?? byName.get(foldName(written));
      return code === undefined ? null : { code, name: shortNames.get(code) ?? code };
    },
    suggest(written) {
      const near = nearest(foldName(written), [...byName.keys()]);
      const code = near === null ? undefined : byName.get(near);
      return code === undefined ? null : (shortNames.get(code) ?? null);
    },
  };
}

/** The rows of a file of the project's own: a code and a name. */
function readPairs(name: string): [string, string][] {
  const rows: string[][] = parse(decode(readSource(bundledPath(name))), { from: 2 });
  return rows.map(([code = '', written = '']) => [code, written]);
}
