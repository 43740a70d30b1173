// A CSV file as a table: cells by row and column, each with its place. csv-parse reads; what it lets pass is
// checked here.
import { CsvError, parse } from 'csv-parse/sync';
import { at } from '../../math/at.ts';
import { ProblemsError, type FilePlace } from '../../model/problem.ts';
import { TableCells } from './csv-cells.ts';
import {
  ambiguousNumber,
  headerOnly,
  headerProblems,
  mixedDecimals,
  quoteProblem,
  raggedProblems,
} from './csv-problems.ts';
import type { DecimalMark } from './decimal.ts';
import { Positions } from './positions.ts';

/** Rows count from 0 under the header; row -1 is the header itself. */
export interface CsvTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly height: number;
  /** Which mark stands before decimals, where that was said. */
  readonly decimal: DecimalMark | null;
  /** The cell as a number; null if it is none, and beyond the table. */
  number(row: number, column: number): number | null;
  /** The cell as text; '' if it is empty, and beyond the table. */
  text(row: number, column: number): string;
  place(row: number, column?: number): FilePlace;
}

/** What is known of a table before it is read. */
export interface TableOptions {
  /** In a matrix, the first column needs no name. */
  readonly isMatrix?: boolean;
  /** Which mark stands before decimals; the file itself tells unless given. */
  readonly decimal?: DecimalMark | null;
}

/** Reads a table; throws a ProblemsError with all that is wrong with its form. */
export function readTable(
  file: string,
  written: string,
  { isMatrix = false, decimal = null }: TableOptions = {},
): CsvTable {
  const text = withoutSeparatorLine(written);
  const delimiter = delimiterOf(written);
  const positions = new Positions(file, text, delimiter);
  const records = readRecords(file, text, delimiter, positions);
  const header = (records[0] ?? []).map((name) => name.trim());
  const cells = new TableCells(header.length, delimiter, decimal);
  for (let record = 1; record < records.length; record += 1) cells.addRow(at(records, record));

  const place = (row: number, column?: number) => positions.cell(row + 1, column);
  const problems = [
    ...headerProblems(header, cells, place, isMatrix ? 1 : 0),
    ...(cells.height === 0 ? [headerOnly(place(-1))] : []),
    ...raggedProblems(cells, header.length, place, delimiter),
    ...mixedDecimals(cells, place),
    ...ambiguousNumber(cells, place),
  ];
  if (problems.length > 0) throw new ProblemsError(problems);
  return {
    file,
    header,
    height: cells.height,
    decimal,
    place,
    number: (row, column) => cells.number(row, column),
    text: (row, column) => cells.text(row, column),
  };
}

/** The records of a text, the header first, without blank ones. */
function readRecords(file: string, text: string, delimiter: string, positions: Positions): string[][] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // What does not occur need not be looked for at every character.
      trim: text.includes('"'),
      record_delimiter: text.includes('\r') ? ['\r\n', '\n', '\r'] : '\n',
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ProblemsError([quoteProblem(file, text, delimiter, positions)]);
  }
}

/** `sep=;` above the header tells Excel the delimiter; blanks in its stead keep every place where it was. */
function withoutSeparatorLine(text: string): string {
  return text.replace(/^sep=.(?=\r?\n)/, '     ');
}

/** The delimiter that the file names, or that the header has most of. */
function delimiterOf(text: string): string {
  const named = /^sep=([,;\t])\r?\n/.exec(text)?.[1];
  if (named !== undefined) return named;
  const header = at(text.trimStart().split(/\r\n|\n|\r/, 1), 0).replaceAll(/"[^"]*"/g, '');
  const amount = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (amount(delimiter) > amount(best) ? delimiter : best));
}
