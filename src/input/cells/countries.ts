// Which country is meant: ISO 3166 codes and English names in the spellings that publishers and newspapers
// use.
import { of } from '../../math/at.ts';
import { nearest } from '../../model/words.ts';
import { readAggregates, type Aggregates } from './aggregates.ts';
import { foldName } from './fold-name.ts';
import { readTable } from '../files/csv.ts';
import { bundledPath, readSource } from '../files/files.ts';
import { decode } from '../files/text.ts';

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

/** Loads codes and names; the many other spellings are read when a name needs them. */
export async function loadCountries(): Promise<Countries> {
  const [{ default: codes }, { default: english }] = await Promise.all([
    import('i18n-iso-countries/codes.json'),
    import('i18n-iso-countries/langs/en.json'),
  ]);
  const names: Readonly<Record<string, string | string[]>> = english.countries;
  const spellings = new Map<string, readonly string[]>();
  const byCode = new Map<string, string>();
  for (const [alpha2, alpha3] of codes) {
    // Kosovo has no ISO code; the lists of our own have it under XKX, which the World Bank uses.
    if (alpha2 === undefined || alpha3 === undefined || alpha3 === 'XKK') continue;
    byCode.set(alpha2, alpha3).set(alpha3, alpha3);
    spellings.set(alpha3, [names[alpha2] ?? []].flat());
  }
  byCode.set('XKX', 'XKX');
  return new CountryNames(byCode, spellings);
}

class CountryNames implements Countries {
  /** ISO codes of two and three letters, and which of three letters they mean. */
  private readonly byCode: ReadonlyMap<string, string>;
  /** The names of ISO, by code. */
  private readonly spellings: ReadonlyMap<string, readonly string[]>;
  private lists: Lists | null = null;
  private aggregates: Aggregates | null = null;

  constructor(byCode: ReadonlyMap<string, string>, spellings: ReadonlyMap<string, readonly string[]>) {
    this.byCode = byCode;
    this.spellings = spellings;
  }

  recognise(written: string): KnownCountry | null {
    const code = this.codeOf(written) ?? this.readLists().byName.get(foldName(written));
    if (code === undefined) return null;
    // Few need the name, and the list of short names is read for it.
    const nameOf = () => this.nameOf(code);
    return {
      code,
      get name() {
        return nameOf();
      },
    };
  }

  isCode(written: string): boolean {
    return this.codeOf(written) !== undefined;
  }

  isName(code: string, written: string): boolean {
    const names = this.spellings.get(code) ?? [];
    if (names.includes(written)) return true;
    const folded = foldName(written);
    return names.some((name) => foldName(name) === folded) || this.readLists().byName.get(folded) === code;
  }

  isAggregate(written: string): boolean {
    this.aggregates ??= readAggregates();
    return this.aggregates.has(written);
  }

  suggest(written: string): string | null {
    const { byName } = this.readLists();
    const near = nearest(foldName(written), [...byName.keys()]);
    return near === null ? null : this.nameOf(of(byName, near));
  }

  private codeOf(written: string): string | undefined {
    return this.byCode.get(written.trim().toUpperCase());
  }

  private nameOf(code: string): string {
    return this.readLists().shortNames.get(code) ?? this.spellings.get(code)?.[0] ?? code;
  }

  private readLists(): Lists {
    this.lists ??= readLists(this.spellings);
    return this.lists;
  }
}

interface Lists {
  /** Folded names, all spellings. */
  readonly byName: ReadonlyMap<string, string>;
  readonly shortNames: ReadonlyMap<string, string>;
}

/**
 * The project's own lists, and the names of ISO after them: "Congo" is the short name of one country and part
 * of another's.
 */
function readLists(spellings: ReadonlyMap<string, readonly string[]>): Lists {
  const byName = new Map<string, string>();
  const learn = (code: string, name: string): void => {
    const folded = foldName(name);
    if (!byName.has(folded)) byName.set(folded, code);
  };
  const shortNames = new Map(readPairs('country-names.csv'));
  for (const [code, name] of shortNames) learn(code, name);
  for (const [code, alias] of readPairs('country-aliases.csv')) learn(code, alias);
  for (const [code, written] of spellings) for (const name of written) learn(code, name);
  return { byName, shortNames };
}

/** The rows of a list: a code and a name. */
function readPairs(file: string): [string, string][] {
  const table = readTable(file, decode(readSource(bundledPath(file))));
  return [...Array(table.height).keys()].map((row) => [table.text(row, 0), table.text(row, 1)]);
}
