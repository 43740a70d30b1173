// An edition from rows in memory: the same tables as in the files of an edition, without the files.
import type { SourceFile } from '../files/files.ts';
import type { EditionFiles } from './edition-files.ts';

/** A cell of a table; null and undefined are empty. */
export type Cell = string | number | null | undefined;
/** A row of a table, by the names of its columns. */
export type Row = Readonly<Record<string, Cell>>;

/** The tables of an edition, each as the file of that name has it. */
export interface EditionRows {
  /** The name by which messages and results call the edition. */
  readonly name?: string;
  readonly scores: readonly Row[];
  readonly indicators?: readonly Row[];
  readonly weights?: readonly Row[];
  readonly raters?: readonly Row[];
  readonly certain?: readonly Row[];
  readonly published?: readonly Row[];
  /** What index.json holds: name, scales, recipe. */
  readonly index?: object;
}

/** Rows as the files that they would be, so that they are checked, and complained of, in the same way. */
export function filesOf({ name = 'rows', index, ...tables }: EditionRows): EditionFiles {
  const optional = (table: Exclude<keyof typeof tables, 'scores'>): SourceFile | null => {
    const rows = tables[table];
    return rows === undefined ? null : csvOf(`${table}.csv`, rows);
  };
  return {
    id: name,
    scores: csvOf('scores.csv', tables.scores),
    indicators: optional('indicators'),
    settings: index === undefined ? null : fileOf('index.json', JSON.stringify(index, null, 2)),
    weights: optional('weights'),
    raters: optional('raters'),
    certain: optional('certain'),
    published: () => optional('published'),
  };
}

function csvOf(path: string, rows: readonly Row[]): SourceFile {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [header, ...rows.map((row) => header.map((column) => row[column]))];
  return {
    ...fileOf(path, lines.map((cells) => `${cells.map(written).join(',')}\n`).join('')),
    decimal: '.',
  };
}

function written(cell: Cell): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function fileOf(path: string, text: string): SourceFile {
  return { path, bytes: new TextEncoder().encode(text) };
}
