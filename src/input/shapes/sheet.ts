// scores.csv, wide or long, as one row a country and one column of cells an indicator, before anything is
// made of the cells.
import type { Country } from '../../model/edition.ts';
import { ProblemsError, type FilePlace, type Problem } from '../../model/problem.ts';
import { fold, list, quoted } from '../../model/words.ts';
import { foldName, type Countries, type KnownCountry } from '../cells/countries.ts';
import type { CsvTable } from '../files/csv.ts';
import { isDecimal } from '../files/decimal.ts';
import { isMissing } from '../cells/score.ts';

/** The cells of one column, by row of the sheet. */
export interface Cells {
  readonly name: string;
  number(row: number): number | null;
  text(row: number): string;
  place(row: number): FilePlace | undefined;
  /** Where its header stands, if it has one. */
  readonly header: FilePlace | undefined;
}

export interface Sheet {
  readonly file: string;
  readonly countries: readonly Country[];
  readonly columns: readonly Cells[];
  /** Where its header stands. */
  readonly header: FilePlace;
  /** Whether its rows are single scores. */
  readonly isLong: boolean;
}

export const codeHeaders = [
  'iso3',
  'iso-3',
  'iso',
  'iso-code',
  'iso-a3',
  'iso3166',
  'alpha-3',
  'alpha3',
  'code',
  'country-code',
  'cca3',
  'iso2',
  'iso-2',
  'alpha-2',
  'alpha2',
];
export const nameHeaders = [
  'country',
  'name',
  'country-name',
  'state',
  'nation',
  'economy',
  'entity',
  'territory',
];

/**
 * Whether the header of a column of countries is a country itself; "in" and "no" may be words as well as
 * codes.
 */
function isCountryInHeader(table: CsvTable, column: number, countries: Countries): boolean {
  const name = table.header[column] ?? '';
  if (column === -1 || codeHeaders.includes(fold(name)) || nameHeaders.includes(fold(name))) return false;
  return (
    (name.length > 2 || table.header.some((other) => isDecimal(other))) && countries.recognise(name) !== null
  );
}

const MOST_SUGGESTIONS = 50;

interface Identity {
  readonly code: string | null;
  readonly name: string;
  readonly year: number | null;
  /** The same for two spellings of one country, within a year. */
  readonly key: string;
}

interface Columns {
  /** Whether most of the code column's cells are ISO codes. */
  readonly isIso: boolean;
  readonly code: number;
  readonly name: number;
  readonly year: number;
}

/** Reads countries and cells; problems are added to the list, and what has no country is left out. */
export function readSheet(table: CsvTable, countries: Countries, problems: Problem[]): Sheet {
  const columns = findColumns(table, countries);
  if (columns === null) throw new ProblemsError([noCountryColumn(table)]);
  const naming = [columns.name, columns.code].find((column) => isCountryInHeader(table, column, countries));
  if (naming !== undefined) throw new ProblemsError([noHeader(table, naming)]);
  const names = new Map<string, KnownCountry | null>();
  const folds = foldOnce();
  const identities = rowsOf(table).map((row) =>
    identify(table, row, columns, countries, names, folds, problems),
  );
  reportUnknown(table, columns, identities, countries, problems);
  const folded = table.header.map(fold);
  const [indicator, value] = [folded.indexOf('indicator'), folded.indexOf('value')];
  return indicator !== -1 && value !== -1
    ? readLong(table, identities, indicator, value, problems)
    : readWide(table, identities, columns, problems);
}

function rowsOf(table: CsvTable): number[] {
  return [...Array(table.height).keys()];
}

/** By name of the header, or the first column most of whose cells are countries. */
function findColumns(table: CsvTable, countries: Countries): Columns | null {
  const folded = table.header.map(fold);
  const year = folded.indexOf('year');
  const byHeader = (headers: readonly string[]) => folded.findIndex((name) => headers.includes(name));
  const [code, name] = [byHeader(codeHeaders), byHeader(nameHeaders)];
  if (code !== -1 || name !== -1)
    return { code, name, year, isIso: isMostly(table, code, (text) => countries.isCode(text)) };
  const reads = table.header.findIndex((_, column) =>
    isMostly(table, column, (text) => countries.recognise(text) !== null),
  );
  return reads === -1 ? null : { code: -1, name: reads, year, isIso: false };
}

/** Whether more than half of a column's cells are of a kind, the empty ones aside. */
function isMostly(table: CsvTable, column: number, isOfKind: (text: string) => boolean): boolean {
  const cells = rowsOf(table)
    .map((row) => table.text(row, column))
    .filter((text) => text !== '');
  return cells.filter(isOfKind).length * 2 > cells.length;
}

function identify(
  table: CsvTable,
  row: number,
  columns: Columns,
  countries: Countries,
  names: Map<string, KnownCountry | null>,
  folds: { get(name: string): string },
  problems: Problem[],
): Identity | null {
  const [code, name] = [columns.code, columns.name].map((column) =>
    column === -1 ? '' : table.text(row, column),
  );
  const recognise = (text = ''): KnownCountry | null => {
    const seen = names.get(text);
    if (seen !== undefined) return seen;
    const known = text === '' ? null : countries.recognise(text);
    names.set(text, known);
    return known;
  };
  const byCode = recognise(code);
  const byName = byCode !== null && name && countries.isName(byCode.code, name) ? byCode : recognise(name);
  if (!code && !name) {
    problems.push({
      code: 'scores/no-country',
      severity: 'error',
      place: table.place(row),
      what: 'the row has no country',
      fix: 'name the country, or delete the row',
    });
    return null;
  }
  if (byCode !== null && byName !== null && byCode.code !== byName.code) {
    problems.push({
      code: 'scores/code-and-name-differ',
      severity: 'error',
      place: table.place(row, columns.code),
      country: name ?? '',
      value: code ?? '',
      what: `the code "${code ?? ''}" is ${byCode.name}, the name "${name ?? ''}" is ${byName.name}`,
      fix: 'correct one of them',
    });
  }
  if (byCode === null && byName !== null && code && columns.isIso) {
    problems.push({
      code: 'scores/unknown-country',
      severity: 'warning',
      place: table.place(row, columns.code),
      country: byName.name,
      value: code,
      what: `${quoted(code)} is no ISO 3166 code`,
      why: `the name says ${byName.name}, and that is what counts`,
      fix: `write ${byName.code}`,
    });
  }
  const known = byCode ?? byName;
  const isNamed = name !== undefined && name !== '' && (known === null || !countries.isCode(name));
  const shown = isNamed ? name : (known?.name ?? code ?? '');
  const year = readYear(table, row, columns.year, problems);
  return {
    code: known?.code ?? null,
    name: shown,
    year,
    key: `${known?.code ?? folds.get(shown)} ${year ?? ''}`,
  };
}

function readYear(table: CsvTable, row: number, column: number, problems: Problem[]): number | null {
  if (column === -1) return null;
  const year = table.number(row, column);
  if (year !== null && Number.isInteger(year)) return year;
  const text = table.text(row, column);
  problems.push({
    code: 'scores/not-a-year',
    severity: 'error',
    place: table.place(row, column),
    value: text,
    what: text === '' ? 'the row has no year' : `the year is not a whole number: ${quoted(text)}`,
    fix: 'write a year such as 2024',
  });
  return null;
}

/** One warning for each name that is near a known one, and one for all the others together. */
function reportUnknown(
  table: CsvTable,
  columns: Columns,
  identities: readonly (Identity | null)[],
  countries: Countries,
  problems: Problem[],
): void {
  const unknown = new Map<string, number>();
  const seen = new Set<string>();
  for (const [row, identity] of identities.entries()) {
    if (identity === null || identity.code !== null || seen.has(foldName(identity.name))) continue;
    seen.add(foldName(identity.name));
    unknown.set(identity.name, row);
  }
  const place = (row: number) => table.place(row, columns.name === -1 ? columns.code : columns.name);
  const far: string[] = [];
  let suggested = 0;
  for (const [name, row] of unknown) {
    // Looking for the nearest of all names takes its time: the first ones tell what is wrong.
    const suggestion = suggested < MOST_SUGGESTIONS ? countries.suggest(name) : null;
    suggested += 1;
    if (suggestion === null) far.push(name);
    else
      problems.push({
        code: 'scores/unknown-country',
        severity: 'warning',
        place: place(row),
        country: name,
        what: `${quoted(name)} is no known country; did you mean "${suggestion}"?`,
        why: 'it keeps its own name',
        fix: 'write a usual English name or an ISO 3166 code',
      });
  }
  const [first] = far;
  if (first === undefined) return;
  problems.push({
    code: 'scores/unknown-country',
    severity: 'warning',
    place: place(unknown.get(first) ?? 0),
    country: first,
    what:
      far.length === 1
        ? `${quoted(first)} is no known country`
        : `${far.length} names are no known countries: ${list(far, 8)}`,
    why: far.length === 1 ? 'it keeps its own name' : 'they keep their own names',
    fix: 'write a usual English name or an ISO 3166 code',
  });
}

/** Folds each name once, however many rows it stands in. */
function foldOnce(): { get(name: string): string } {
  const folded = new Map<string, string>();
  return {
    get(name) {
      const known = folded.get(name) ?? foldName(name);
      folded.set(name, known);
      return known;
    },
  };
}

function readWide(
  table: CsvTable,
  identities: readonly (Identity | null)[],
  columns: Columns,
  problems: Problem[],
): Sheet {
  const first = new Map<string, number>();
  const rows: number[] = [];
  for (const [row, identity] of identities.entries()) {
    if (identity === null) continue;
    const earlier = first.get(identity.key);
    if (earlier === undefined) {
      first.set(identity.key, row);
      rows.push(row);
    } else {
      const writtenIn = columns.name === -1 ? columns.code : columns.name;
      const [written, other] = [table.text(row, writtenIn), table.text(earlier, writtenIn)];
      problems.push({
        code: 'scores/duplicate-country',
        severity: 'error',
        place: table.place(row, columns.name === -1 ? columns.code : columns.name),
        country: identity.name,
        what:
          other === written
            ? `${identity.name} stands in the file twice`
            : `${quoted(written)} is the same country as ${quoted(other)}`,
        why: `the other row is line ${table.place(earlier).line ?? '?'}`,
        fix:
          columns.year === -1
            ? 'delete one of the rows; a column "year" tells years apart'
            : 'delete one of the rows',
      });
    }
  }
  const isPanel =
    new Set(rows.map((row) => identities[row]?.code ?? identities[row]?.name)).size < rows.length;
  const cells = table.header.flatMap((name, column): Cells[] => {
    if (
      name === '' ||
      column === columns.code ||
      column === columns.name ||
      (column === columns.year && isPanel)
    )
      return [];
    const at = (row: number) => rows[row] ?? -1;
    return [
      {
        name,
        get header() {
          return table.place(-1, column);
        },
        number: (row) => table.number(at(row), column),
        text: (row) => table.text(at(row), column),
        place: (row) => table.place(at(row), column),
      },
    ];
  });
  return {
    file: table.file,
    countries: rows.map((row) => toCountry(identities[row], isPanel)),
    columns: cells,
    get header() {
      return table.place(-1);
    },
    isLong: false,
  };
}

function toCountry(identity: Identity | null | undefined, isPanel: boolean): Country {
  return {
    code: identity?.code ?? null,
    name: identity?.name ?? '',
    year: isPanel ? (identity?.year ?? null) : null,
    groups: {},
  };
}

/** Long: a row for each score; the cells are looked up by country and indicator. */
function readLong(
  table: CsvTable,
  identities: readonly (Identity | null)[],
  indicator: number,
  value: number,
  problems: Problem[],
): Sheet {
  const countries = new Map<string, { row: number; identity: Identity }>();
  const columns = new Map<string, Map<number, number>>();
  for (const [tableRow, identity] of identities.entries()) {
    if (identity === null) continue;
    const key = identity.key;
    const country = countries.get(key) ?? { row: countries.size, identity };
    countries.set(key, country);
    const name = table.text(tableRow, indicator);
    if (name === '') {
      problems.push({
        code: 'scores/no-indicator',
        severity: 'error',
        place: table.place(tableRow),
        country: identity.name,
        what: `the row of ${identity.name} names no indicator`,
        fix: 'name it, or delete the row',
      });
      continue;
    }
    const cells = columns.get(name) ?? new Map<number, number>();
    columns.set(name, cells);
    const earlier = cells.get(country.row);
    if (earlier === undefined) cells.set(country.row, tableRow);
    else
      problems.push({
        code: 'scores/duplicate-score',
        severity: 'error',
        place: table.place(tableRow, value),
        country: identity.name,
        indicator: name,
        what: `${identity.name} has two scores for "${name}"`,
        why:
          'the other one is in line ' +
          `${table.place(earlier).line ?? '?'}${identities[earlier]?.name === identity.name ? '' : `, under "${identities[earlier]?.name ?? ''}"`}`,
        fix: 'delete one of them; a column "year" tells years apart',
      });
  }
  const all = [...countries.values()].map(({ identity }) => identity);
  const isPanel = new Set(all.map(({ code, name }) => code ?? name)).size < all.length;
  return {
    file: table.file,
    get header() {
      return table.place(-1);
    },
    isLong: true,
    countries: all.map((identity) => toCountry(identity, isPanel)),
    columns: [...columns].map(([name, cells]): Cells => {
      const at = (row: number): number => cells.get(row) ?? -1;
      return {
        name,
        header: undefined,
        number: (row) => table.number(at(row), value),
        text: (row) => table.text(at(row), value),
        place: (row) => (cells.has(row) ? table.place(at(row), value) : undefined),
      };
    }),
  };
}

function noCountryColumn(table: CsvTable): Problem {
  return {
    code: 'scores/no-country-column',
    severity: 'error',
    place: table.place(-1),
    what: 'no column holds countries',
    why: `the columns are ${list(
      table.header.filter((name) => name !== ''),
      8,
    )}`,
    fix: 'name the column of countries "country", or that of their ISO codes "iso3"',
  };
}

function noHeader(table: CsvTable, column: number): Problem {
  return {
    code: 'scores/no-header',
    severity: 'error',
    place: table.place(-1, column),
    value: table.header[column] ?? '',
    what:
      `the first row is taken for the names of the columns, and ${quoted(table.header[column] ?? '')} is a ` +
      'country',
    fix: 'write the names of the columns above it, as in country,laws,skills',
  };
}

/** What kind of column it is: numbers, words of a scale, other text, or nothing at all. */
export function isText(cells: Cells, rows: number): boolean {
  let numbers = 0;
  let texts = 0;
  for (let row = 0; row < rows; row += 1) {
    if (cells.number(row) !== null) numbers += 1;
    else if (!isMissing(cells.text(row))) texts += 1;
  }
  return texts > numbers;
}
