// Wide scores: a row for each country, a column for each indicator.
import { at } from '../../math/at.ts';
import type { Problem } from '../../model/problem.ts';
import { quoted } from '../../model/words.ts';
import type { CsvTable } from '../files/csv.ts';
import { lineOf } from '../files/positions.ts';
import type { CountryColumns } from './columns.ts';
import { countriesOf, type Identity } from './identity.ts';
import type { Cells, Sheet } from './sheet.ts';

/** A row of the table, and the country it is about. */
interface CountryRow {
  readonly row: number;
  readonly identity: Identity;
}

export function readWide(
  table: CsvTable,
  identities: readonly (Identity | null)[],
  columns: CountryColumns,
  problems: Problem[],
): Sheet {
  const countryRows = firstRows(table, identities, columns, problems);
  const rows = countryRows.map(({ row }) => row);
  const counted = countryRows.map(({ identity }) => identity);
  const aside = new Set([columns.code, columns.name, columns.year]);
  const cells: Cells[] = [];
  for (const [column, name] of table.header.entries())
    if (name !== '' && !aside.has(column)) cells.push(cellsOf(table, name, column, rows));
  return {
    file: table.file,
    countries: countriesOf(counted),
    columns: cells,
    get header() {
      return table.place(-1);
    },
    get yearHeader() {
      return columns.year === null ? undefined : table.place(-1, columns.year);
    },
    isLong: false,
  };
}

/** The first row of each country and year; a second one is a problem. */
function firstRows(
  table: CsvTable,
  identities: readonly (Identity | null)[],
  columns: CountryColumns,
  problems: Problem[],
): CountryRow[] {
  const first = new Map<string, CountryRow>();
  for (const [row, identity] of identities.entries()) {
    if (identity === null) continue;
    const earlier = first.get(identity.key);
    if (earlier === undefined) first.set(identity.key, { row, identity });
    else problems.push(duplicateCountry(table, columns, { row, identity }, earlier.row));
  }
  return [...first.values()];
}

function duplicateCountry(
  table: CsvTable,
  { shown, year }: CountryColumns,
  { row, identity: { name } }: CountryRow,
  earlier: number,
): Problem {
  const [written, other] = [table.text(row, shown), table.text(earlier, shown)];
  return {
    code: 'scores/duplicate-country',
    severity: 'error',
    place: table.place(row, shown),
    country: name,
    what:
      other === written
        ? `the file has ${name} twice`
        : `${quoted(written)} is the same country as ${quoted(other)}`,
    why: `the other row is line ${lineOf(table.place(earlier))}`,
    fix: `delete one of the rows${year === null ? '; a column "year" tells years apart' : ''}`,
  };
}

/** Places are looked up when they are asked for: that walks through the text. */
function cellsOf(table: CsvTable, name: string, column: number, rows: readonly number[]): Cells {
  return {
    name,
    get header() {
      return table.place(-1, column);
    },
    number: (row) => table.number(at(rows, row), column),
    text: (row) => table.text(at(rows, row), column),
    place: (row) => table.place(at(rows, row), column),
  };
}
