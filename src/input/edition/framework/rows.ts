// The columns of indicators.csv, and a row of it as text with places.
import type { FilePlace, Problem } from '../../../model/problem.ts';
import { didYouMean, fold, list } from '../../../model/words.ts';
import { isMissing } from '../../cells/score.ts';
import type { CsvTable } from '../../files/csv.ts';

/** Only a leaf can have these. */
export const leafColumns = [
  'column',
  'direction',
  'low',
  'high',
  'target',
  'ratings',
  'denominate',
  'transform',
  'impute',
  'treat',
  'normalise',
  'unit',
] as const;

const columnNames = [
  'code',
  'name',
  'parent',
  'weight',
  'direction',
  'column',
  'low',
  'high',
  'target',
  'ratings',
  'denominate',
  'transform',
  'impute',
  'treat',
  'normalise',
  'aggregate',
  'unit',
  'description',
  'source',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** One row of the file, with the means to say what is wrong with it. */
export interface Row {
  readonly code: string;
  readonly parent: string;
  /** '' also where there is no such column; a mark of a missing score is nothing here either. */
  text(column: ColumnName): string;
  place(column: ColumnName): FilePlace;
}

export function rowsOf(table: CsvTable): Row[] {
  const header = table.header.map(fold);
  return Array.from({ length: table.height }, (_, row) => rowOf(table, header, row));
}

function rowOf(table: CsvTable, header: readonly string[], row: number): Row {
  const written = (column: ColumnName): string => {
    const i = header.indexOf(column);
    return i === -1 ? '' : table.text(row, i);
  };
  return {
    code: written('code'),
    parent: written('parent'),
    text(column) {
      const cell = written(column);
      return isMissing(cell) ? '' : cell;
    },
    place: (column) =>
      header.includes(column) ? table.place(row, header.indexOf(column)) : table.place(row),
  };
}

/** Columns that are not read. */
export function unusedColumns(table: CsvTable): Problem[] {
  const problems: Problem[] = [];
  for (const [i, name] of table.header.entries()) {
    if (name === '' || columnNames.some((column) => column === fold(name))) continue;
    problems.push({
      code: 'framework/unused-column',
      severity: 'warning',
      place: table.place(-1, i),
      value: name,
      what: `the column "${name}" is ignored${didYouMean(name, columnNames)}`,
      fix: `the columns are ${list(columnNames)}`,
    });
  }
  return problems;
}
