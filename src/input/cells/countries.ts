// Which country is meant: ISO 3166 codes and English names in the spellings that publishers and newspapers
// use.
import { nearest } from '../../model/words.ts';
import { readAggregates, type Aggregates } from './aggregates.ts';
import { foldName } from './fold-name.ts';
import type { KnownNames } from './known-names.ts';

export interface KnownCountry {
  /** ISO 3166 alpha-3. */
  readonly code: string;
  /** The short English name. */
  readonly name: string;
}

export interface Countries {
  /** The country that a code or a name means, or null. */
  recognise(written: string): KnownCountry | null;
  /** Whether it is written as a code rather than as a name. */
  isCode(written: string): boolean;
  /** Whether a name is one of a country's own. */
  isName(code: string, written: string): boolean;
  /** Whether a name or code, which is none of a country, means several countries together. */
  isAggregate(written: string): boolean;
  /** The known name nearest to one that is not known. */
  suggest(written: string): string | null;
}

/** Loads codes and names, in all spellings. */
export async function loadCountries(): Promise<Countries> {
  return new CountryNames((await import('./known-names.ts')).knownNames);
}

class CountryNames implements Countries {
  private readonly known: KnownNames;
  private aggregates: Aggregates | null = null;

  constructor(known: KnownNames) {
    this.known = known;
  }

  recognise(written: string): KnownCountry | null {
    const code = this.codeOf(written) ?? own(this.known.byName, foldName(written));
    return code === undefined ? null : { code, name: this.nameOf(code) };
  }

  isCode(written: string): boolean {
    return this.codeOf(written) !== undefined;
  }

  isName(code: string, written: string): boolean {
    const { byName, shared } = this.known;
    const folded = foldName(written);
    return own(byName, folded) === code || own(shared, code)?.includes(folded) === true;
  }

  isAggregate(written: string): boolean {
    this.aggregates ??= readAggregates();
    return this.aggregates.has(written);
  }

  suggest(written: string): string | null {
    const { byName } = this.known;
    const near = nearest(foldName(written), Object.keys(byName));
    const code = near === null ? undefined : own(byName, near);
    return code === undefined ? null : this.nameOf(code);
  }

  private codeOf(written: string): string | undefined {
    return own(this.known.byCode, written.trim().toUpperCase());
  }

  private nameOf(code: string): string {
    return own(this.known.shortNames, code) ?? code;
  }
}

/** What stands under a key that may be anything: `constructor` is no country. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
