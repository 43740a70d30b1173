// A CSV file as a table: cells by row and column, each with its place. csv-parse reads; what it lets pass is checked here.
import { CsvError, parse } from 'csv-parse/sync';
import { ProblemsError, type FilePlace, type Problem } from '../model/problem.ts';
import { count, fold } from '../model/words.ts';
import { findQuoteFault, positionsIn, type Positions } from './positions.ts';

/** Rows count from 0 under the header; row -1 is the header itself. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  readonly height: number;
  /** The cell as a number, or null if it is none. */
  number(row: number, column: number): number | null;
  /** The cell as text, '' if it is empty. */
  text(row: number, column: number): string;
  place(row: number, column?: number): FilePlace;
}

/** The cells of a column: numbers as numbers, so that memory goes with the numbers and not with the text. */
interface CellColumn {
  readonly numbers: number[];
  readonly texts: Map<number, string>;
}

const decimalPoint = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const decimalComma = /^[+-]?(?:\d+,\d*|,\d+)(?:[eE][+-]?\d+)?$/;

/** Reads a table; throws a ProblemsError with all that is wrong with its form. */
export function readTable(file: string, text: string): Table {
  const delimiter = delimiterOf(text);
  const problems: Problem[] = [];
  const header: string[] = [];
  const columns: CellColumn[] = [];
  const words = new Map<string, string>();
  const positions = positionsIn(file, text, delimiter);
  const commas = { comma: null as number | null, point: null as number | null };
  let height = 0;

  const onRecord = (cells: readonly string[]): null => {
    if (header.length === 0) {
      header.push(...cells.map((name) => name.trim()));
      columns.push(...cells.map(() => ({ numbers: [], texts: new Map<number, string>() })));
      return null;
    }
    if (cells.length !== header.length) problems.push(ragged(cells.length, header.length, positions.cell(height + 1), delimiter));
    for (const [i, column] of columns.entries()) addCell(column, cells[i] ?? '', delimiter, words, commas, height);
    height += 1;
    return null;
  };

  try {
    parse(text, {
      delimiter, bom: true, relax_column_count: true, trim: true, record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true, skip_records_with_empty_values: true, on_record: onRecord,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ProblemsError([...problems, quoteProblem(file, text, delimiter, positions)]);
  }

  const place = (row: number, column?: number) => positions.cell(row + 1, column);
  problems.push(...headerProblems(header, columns, place));
  if (height === 0) problems.push({ code: 'csv/header-only', severity: 'error', place: place(-1), what: 'the file has a header and nothing under it', fix: 'write a row for each country' });
  if (commas.comma !== null && commas.point !== null) problems.push(mixedDecimals(place(Math.max(commas.comma, commas.point))));
  if (problems.length > 0) throw new ProblemsError(problems);

  const numberAt = (row: number, column: number): number => columns[column]?.numbers[row] ?? Number.NaN;
  return {
    file, header, height, place,
    number: (row, column) => (Number.isNaN(numberAt(row, column)) ? null : numberAt(row, column)),
    text: (row, column) => columns[column]?.texts.get(row) ?? (Number.isNaN(numberAt(row, column)) ? '' : String(numberAt(row, column))),
  };
}

/** The delimiter that the header has most of. */
function delimiterOf(text: string): string {
  const header = text.trimStart().split(/\r\n|\n|\r/, 1)[0]?.replaceAll(/"[^"]*"/g, '') ?? '';
  const amount = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (amount(delimiter) > amount(best) ? delimiter : best));
}

function addCell(
  { numbers, texts }: CellColumn, cell: string, delimiter: string, words: Map<string, string>,
  seen: { comma: number | null; point: number | null }, row: number,
): void {
  const isPoint = decimalPoint.test(cell);
  const isComma = !isPoint && delimiter !== ',' && decimalComma.test(cell);
  if (isComma) seen.comma ??= row;
  if (isPoint && cell.includes('.')) seen.point ??= row;
  numbers.push(isPoint ? Number(cell) : isComma ? Number(cell.replace(',', '.')) : Number.NaN);
  if (cell === '' || isPoint || isComma) return;
  // Ratings and regions repeat: each word is kept once.
  const word = words.get(cell) ?? cell;
  words.set(cell, word);
  texts.set(row, word);
}

function headerProblems(header: readonly string[], columns: readonly CellColumn[], place: (row: number, column: number) => FilePlace): Problem[] {
  return header.flatMap((name, i): Problem[] => {
    const column = columns[i];
    if (name === '') {
      const isUsed = column !== undefined && (column.texts.size > 0 || column.numbers.some((x) => !Number.isNaN(x)));
      return isUsed ? [{ code: 'csv/unnamed-column', severity: 'error', place: place(-1, i), what: `column ${i + 1} has cells and no name`, fix: 'name it in the header, or delete it' }] : [];
    }
    const first = header.findIndex((other) => fold(other) === fold(name));
    if (first === i) return [];
    return [{
      code: 'csv/duplicate-column', severity: 'error', place: place(-1, i), indicator: name,
      what: `two columns are called "${name}": column ${first + 1} and column ${i + 1}`, fix: 'rename one of them, or delete it',
    }];
  });
}

function ragged(cells: number, columns: number, place: FilePlace, delimiter: string): Problem {
  const fix = cells > columns ? `put a cell that has "${delimiter === '\t' ? 'a tab' : delimiter}" in it between quotation marks` : 'fill the row up; an empty cell stands for a missing score';
  return { code: 'csv/ragged-row', severity: 'error', place, what: `the row has ${count(cells, 'cell')}, the header has ${columns}`, fix };
}

function quoteProblem(file: string, text: string, delimiter: string, positions: Positions): Problem {
  const fault = findQuoteFault(text, delimiter);
  const place = fault === null ? { file } : positions.span(fault.at, fault.at + 1);
  if (fault?.kind === 'unterminated') {
    return { code: 'csv/unterminated-quote', severity: 'error', place, what: 'a quotation mark is opened here and never closed', fix: 'close it, or delete it' };
  }
  return {
    code: 'csv/stray-quote', severity: 'error', place, what: 'a quotation mark stands in the middle of a cell',
    fix: 'delete it, or put the whole cell between quotation marks and double those inside it',
  };
}

function mixedDecimals(place: FilePlace): Problem {
  return {
    code: 'csv/mixed-decimals', severity: 'error', place,
    what: 'some numbers in the file have a decimal comma and some a decimal point', why: '1.234 could then be either', fix: 'write all of them in one way',
  };
}
