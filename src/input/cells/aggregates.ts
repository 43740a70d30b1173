// Names that stand among countries and mean several of them: regions, income groups, organisations, averages.
import { readTable } from '../files/csv.ts';
import { bundledPath, readSource } from '../files/files.ts';
import { decode } from '../files/text.ts';
import { foldName } from './fold-name.ts';

/**
 * Our World in Data has codes of its own where ISO has none: most are of regions, these are of states that
 * are no more, or that few recognise.
 */
const statesOfOwid: ReadonlySet<string> = new Set([
  ...[
    'ABK',
    'AKD',
    'AUH',
    'BAD',
    'BAV',
    'CIS',
    'CYN',
    'CZS',
    'ERE',
    'GDR',
    'GFR',
    'HAN',
    'HSE',
    'HSG',
    'KOS',
  ],
  ...[
    'MEC',
    'MOD',
    'NAG',
    'ORF',
    'PAR',
    'RVN',
    'SAX',
    'SEK',
    'SML',
    'SOS',
    'SRM',
    'TRS',
    'TUS',
    'TWO',
    'USS',
  ],
  ...['WRT', 'YAR', 'YGS', 'YPR', 'ZAN'],
]);

/** What is known to be no country. */
export class Aggregates {
  private readonly names: ReadonlySet<string>;
  private readonly codes: ReadonlySet<string>;
  /** The words with which the names begin: most other names need not be looked at any further. */
  private readonly firstWords: ReadonlySet<string>;

  constructor(names: ReadonlySet<string>, codes: ReadonlySet<string>) {
    this.names = names;
    this.codes = codes;
    this.firstWords = new Set(['the', ...[...names].map(firstWord)]);
  }

  /** Whether a name or a code is one: also "Europe (UN)", "Asia (excl. China)", "OECD average". */
  has(written: string): boolean {
    if (written.startsWith('OWID_')) return !statesOfOwid.has(written.slice('OWID_'.length));
    if (this.codes.has(written)) return true;
    if (!this.firstWords.has(firstWord(written))) return false;
    const name = foldWithoutRemark(written);
    return this.names.has(name) || this.names.has(name.replace(/ (?:average|mean|median|total)$/, ''));
  }
}

export function readAggregates(): Aggregates {
  const file = 'aggregates.csv';
  const table = readTable(file, decode(readSource(bundledPath(file))));
  const names = new Set<string>();
  const codes = new Set<string>();
  for (let row = 0; row < table.height; row += 1) {
    const [code, name] = [table.text(row, 0), table.text(row, 1)];
    if (code !== '') codes.add(code);
    if (name !== '') names.add(foldWithoutRemark(name));
  }
  return new Aggregates(names, codes);
}

function foldWithoutRemark(name: string): string {
  return foldName(name.replace(/\s*\(.*$/s, ''));
}

function firstWord(name: string): string {
  return /[a-z0-9]+/i.exec(name)?.[0].toLowerCase() ?? '';
}
