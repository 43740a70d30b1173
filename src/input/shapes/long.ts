// Long scores: a row for each score; cells are looked up by country and indicator.
import { at } from '../../math/at.ts';
import type { FilePlace, Problem } from '../../model/problem.ts';
import type { CsvTable } from '../files/csv.ts';
import { lineOf } from '../files/positions.ts';
import { findColumn } from './columns.ts';
import { countriesOf, type Identity } from './identity.ts';
import { noIndicator } from './row-problems.ts';
import type { Cells, Sheet } from './sheet.ts';

/** Rows of the table by country: the place of a country among all of them → the row of its score. */
type ScoreRows = Map<number, number>;

/** Where the columns of a long table stand. */
export interface LongColumns {
  readonly indicator: number;
  readonly value: number;
  readonly year: number | null;
}

export function readLong(
  table: CsvTable,
  identities: readonly (Identity | null)[],
  { indicator, value, year }: LongColumns,
  problems: Problem[],
): Sheet {
  const countries = new Map<string, { readonly position: number; readonly identity: Identity }>();
  const columns = new Map<string, ScoreRows>();
  const certain = findColumn(table, ['certain']);
  for (const [row, identity] of identities.entries()) {
    if (identity === null) continue;
    const country = countries.get(identity.key) ?? { position: countries.size, identity };
    countries.set(identity.key, country);
    const name = table.text(row, indicator);
    if (name === '') {
      problems.push(noIndicator(table.place(row), identity.name));
      continue;
    }
    const scoreRows = columns.get(name) ?? new Map<number, number>();
    columns.set(name, scoreRows);
    const earlier = scoreRows.get(country.position);
    if (earlier === undefined) scoreRows.set(country.position, row);
    else {
      const other = { line: lineOf(table.place(earlier)), identity: at(identities, earlier) };
      problems.push(duplicateScore(identity.name, name, table.place(row, value), other));
    }
  }
  return {
    file: table.file,
    get header() {
      return table.place(-1);
    },
    get yearHeader() {
      return year === null ? undefined : table.place(-1, year);
    },
    isLong: true,
    countries: countriesOf([...countries.values()].map(({ identity }) => identity)),
    columns: [...columns].map(([name, scoreRows]) => ({
      ...cellsOf(table, name, value, scoreRows),
      ...(certain === null ? {} : { certain: cellsOf(table, name, certain, scoreRows) }),
    })),
  };
}

/** A country may have no row for an indicator: then its score is missing. */
function cellsOf(table: CsvTable, name: string, value: number, scoreRows: ScoreRows): Cells {
  const inRow =
    <Cell>(read: (row: number) => Cell, otherwise: Cell) =>
    (country: number): Cell => {
      const row = scoreRows.get(country);
      return row === undefined ? otherwise : read(row);
    };
  return {
    name,
    header: undefined,
    number: inRow((row) => table.number(row, value), null),
    text: inRow((row) => table.text(row, value), ''),
    place: inRow<FilePlace | undefined>((row) => table.place(row, value), undefined),
  };
}

function duplicateScore(
  country: string,
  indicator: string,
  place: FilePlace,
  other: { readonly line: string; readonly identity: Identity | null },
): Problem {
  const isOtherName = other.identity !== null && other.identity.name !== country;
  return {
    code: 'scores/duplicate-score',
    severity: 'error',
    place,
    country,
    indicator,
    what: `${country} has two scores for "${indicator}"`,
    why: `the other one is in line ${other.line}${isOtherName ? `, under "${other.identity.name}"` : ''}`,
    fix: 'delete one of them; a column "year" tells years apart',
  };
}
