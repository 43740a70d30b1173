// All known codes and names of countries, folded. The bundler runs this file and puts what it exports in its
// place, so that no run of the program reads the lists.
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { readTable } from '../files/csv.ts';
import { bundledPath, readSource } from '../files/files.ts';
import { decode } from '../files/text.ts';
import { foldName } from './fold-name.ts';

export interface KnownNames {
  /** ISO codes of two and three letters, and which of three letters they mean. */
  readonly byCode: Readonly<Record<string, string>>;
  /** Folded names, all spellings. */
  readonly byName: Readonly<Record<string, string>>;
  /** The short English names, by code. */
  readonly shortNames: Readonly<Record<string, string>>;
  /** Folded names of ISO, by code, that `byName` has for another country. */
  readonly shared: Readonly<Record<string, readonly string[]>>;
}

export const knownNames: KnownNames = readLists();

/**
 * The project's own lists, and the names of ISO after them: "Congo" is the short name of one country and part
 * of another's.
 */
function readLists(): KnownNames {
  const { byCode, spellings } = readIso();
  const byName = new Map<string, string>();
  const shared = new Map<string, string[]>();
  const learn = (code: string, name: string): void => {
    const folded = foldName(name);
    if (!byName.has(folded)) byName.set(folded, code);
  };
  const shortNames = new Map(readPairs('country-names.csv'));
  for (const [code, name] of shortNames) learn(code, name);
  for (const [code, alias] of readPairs('country-aliases.csv')) learn(code, alias);
  for (const [code, written] of spellings) {
    for (const name of written) learn(code, name);
    const others = written.map(foldName).filter((name) => byName.get(name) !== code);
    if (others.length > 0) shared.set(code, others);
    const [first] = written;
    if (first !== undefined && !shortNames.has(code)) shortNames.set(code, first);
  }
  return {
    byCode: Object.fromEntries(byCode),
    byName: Object.fromEntries(byName),
    shortNames: Object.fromEntries(shortNames),
    shared: Object.fromEntries(shared),
  };
}

function readIso() {
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
  return { byCode, spellings };
}

/** The rows of a list: a code and a name. */
function readPairs(file: string): [string, string][] {
  const table = readTable(file, decode(readSource(bundledPath(file))));
  return [...Array(table.height).keys()].map((row) => [table.text(row, 0), table.text(row, 1)]);
}
