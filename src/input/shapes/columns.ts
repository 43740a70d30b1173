// Which columns of a table name countries and years: by their headers, or by what is in them.
import { at } from '../../math/at.ts';
import type { Problem } from '../../model/problem.ts';
import { fold, list, quoted } from '../../model/words.ts';
import type { Countries } from '../cells/countries.ts';
import type { CsvTable } from '../files/csv.ts';
import { isDecimal } from '../files/decimal.ts';
import { isYear } from './years.ts';

const codeHeaders = [
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
const nameHeaders = ['country', 'name', 'country-name', 'state', 'nation', 'economy', 'entity', 'territory'];

/** What years are called where they are not called years. */
const timeHeaders = ['time-period', 'time', 'period', 'date', 'yr'];

/** Where countries and years stand; null for a column that is not there. */
export interface CountryColumns {
  readonly code: number | null;
  readonly name: number | null;
  readonly year: number | null;
  /** The column in which a reader looks for a country: that of names, or else of codes. */
  readonly shown: number;
  /** Whether most of the code column's cells are ISO codes. */
  readonly isIso: boolean;
}

/** The first column whose header is one of some folded names. */
export function findColumn(table: CsvTable, names: readonly string[]): number | null {
  const column = table.header.findIndex((name) => names.includes(fold(name)));
  return column === -1 ? null : column;
}

export function findCodeColumn(table: CsvTable): number | null {
  return findColumn(table, codeHeaders);
}

export function findNameColumn(table: CsvTable): number | null {
  return findColumn(table, nameHeaders);
}

/** The column "year", or else one of times that are all years. */
function findYearColumn(table: CsvTable): number | null {
  const year = findColumn(table, ['year']);
  if (year !== null) return year;
  const time = findColumn(table, timeHeaders);
  return time !== null && areYears(table, time) ? time : null;
}

/** By name of the header, or the first column most of whose cells are countries. */
export function findCountryColumns(table: CsvTable, countries: Countries): CountryColumns | null {
  const year = findYearColumn(table);
  const [code, name] = [findCodeColumn(table), findNameColumn(table)];
  const shown = name ?? code;
  if (shown !== null) {
    const isIso = code !== null && isMostly(table, code, (text) => countries.isCode(text));
    return { code, name, year, shown, isIso };
  }
  const recognised = table.header.findIndex((_, column) =>
    isMostly(
      table,
      column,
      (text) => countries.recognise(text) !== null,
      // They tell neither way: they stand among countries, and in columns of regions too.
      (text) => countries.isAggregate(text),
    ),
  );
  return recognised === -1 ? null : { code, name: recognised, year, shown: recognised, isIso: false };
}

/** Whether more than half of a column's cells are of a kind, empty ones and those left aside not counted. */
function isMostly(
  table: CsvTable,
  column: number,
  isOfKind: (text: string) => boolean,
  isAside: (text: string) => boolean = () => false,
): boolean {
  let filled = 0;
  let ofKind = 0;
  for (let row = 0; row < table.height; row += 1) {
    const text = table.text(row, column);
    if (text === '') continue;
    if (isOfKind(text)) ofKind += 1;
    else if (isAside(text)) continue;
    filled += 1;
  }
  return ofKind * 2 > filled;
}

/** Whether a column holds nothing but years. */
function areYears(table: CsvTable, column: number): boolean {
  for (let row = 0; row < table.height; row += 1) if (!isYear(table.number(row, column))) return false;
  return true;
}

/** The column of countries whose header is a country itself, as in a file without a header; or null. */
export function countryInHeader(
  table: CsvTable,
  { name, code }: CountryColumns,
  countries: Countries,
): number | null {
  const found = [name, code].find((column) => column !== null && isCountry(table, column, countries));
  return found ?? null;
}

/** Whether a header is a country; "in" and "no" may be words as well as codes. */
function isCountry(table: CsvTable, column: number, countries: Countries): boolean {
  const name = at(table.header, column);
  if (codeHeaders.includes(fold(name)) || nameHeaders.includes(fold(name))) return false;
  const isUnlikeWord = name.length > 2 || table.header.some((other) => isDecimal(other));
  return isUnlikeWord && countries.recognise(name) !== null;
}

export function noCountryColumn(table: CsvTable): Problem {
  const names = table.header.filter((name) => name !== '');
  return {
    code: 'scores/no-country-column',
    severity: 'error',
    place: table.place(-1),
    what: 'no column holds countries',
    why: `the columns are ${list(names, 8)}`,
    fix: 'name the column of countries "country", or the column of ISO codes "iso3"',
  };
}

export function noHeader(table: CsvTable, column: number): Problem {
  const country = at(table.header, column);
  return {
    code: 'scores/no-header',
    severity: 'error',
    place: table.place(-1, column),
    value: country,
    what: `the first row must hold the names of the columns, but ${quoted(country)} is a country`,
    fix: 'add a row of column names above it, such as country,laws,skills',
  };
}
