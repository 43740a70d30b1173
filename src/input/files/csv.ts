// A CSV file as a table: cells by row and column, each with its place. csv-parse reads; what it lets pass is
// checked here.
import { CsvError, parse } from 'csv-parse/sync';
import { ProblemsError, type FilePlace, type Problem } from '../../model/problem.ts';
import { count, fold } from '../../model/words.ts';
import { findQuoteFault, positionsIn, type Positions } from './positions.ts';

/** Rows count from 0 under the header; row -1 is the header itself. */
export interface CsvTable {
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

/** Where the first number with a decimal comma stands, and the first with a decimal point. */
interface Decimals {
  comma: readonly [number, number] | null;
  point: readonly [number, number] | null;
}

const decimalPoint = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const decimalComma = /^[+-]?(?:\d+,\d*|,\d+)(?:[eE][+-]?\d+)?$/;

/** Whether a text is a number as files write it: 3, -0.5, 1e6; none that is too large to be represented. */
export function isDecimal(text: string): boolean {
  // Most cells that are no numbers show it in their first character.
  const first = text.charCodeAt(0);
  return first < 58 && decimalPoint.test(text) && Number.isFinite(Number(text));
}

/**
 * Reads a table; throws a ProblemsError with all that is wrong with its form. In a matrix, the first column
 * needs no name.
 */
export function readTable(file: string, written: string, { isMatrix = false } = {}): CsvTable {
  const text = withoutSeparatorLine(written);
  const delimiter = delimiterOf(written);
  const problems: Problem[] = [];
  const ragged = new Map<number, number>();
  const header: string[] = [];
  const columns: CellColumn[] = [];
  const words = new Map<string, string>();
  const positions = positionsIn(file, text, delimiter);
  const decimals: Decimals = { comma: null, point: null };
  let height = 0;

  const addRecord = (cells: readonly string[]): void => {
    if (header.length === 0) {
      header.push(...cells.map((name) => name.trim()));
      columns.push(...cells.map(() => ({ numbers: [], texts: new Map<number, string>() })));
      return;
    }
    // Spreadsheets leave empty cells after the last one of a row.
    if (cells.length < header.length || cells.slice(header.length).some((cell) => cell.trim() !== ''))
      ragged.set(height, cells.length);
    for (const [i, column] of columns.entries())
      addCell(column, (cells[i] ?? '').trim(), delimiter, words, decimals, [height, i]);
    height += 1;
  };

  try {
    const records: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // What does not occur need not be looked for at every character.
      trim: text.includes('"'),
      record_delimiter: text.includes('\r') ? ['\r\n', '\n', '\r'] : '\n',
    });
    for (const cells of records) addRecord(cells);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ProblemsError([...problems, quoteProblem(file, text, delimiter, positions)]);
  }

  const place = (row: number, column?: number) => positions.cell(row + 1, column);
  problems.push(...headerProblems(header, columns, place, isMatrix ? 1 : 0));
  if (height === 0)
    problems.push({
      code: 'csv/header-only',
      severity: 'error',
      place: place(-1),
      what: 'the file has a header and nothing under it',
      fix: 'write rows under it',
    });
  problems.push(
    ...raggedProblems(ragged, header.length, height, place, delimiter),
    ...mixedDecimals(decimals, place),
  );
  if (problems.length > 0) throw new ProblemsError(problems);

  const numberAt = (row: number, column: number): number => columns[column]?.numbers[row] ?? Number.NaN;
  return {
    file,
    header,
    height,
    place,
    number: (row, column) => (Number.isNaN(numberAt(row, column)) ? null : numberAt(row, column)),
    text: (row, column) =>
      columns[column]?.texts.get(row) ??
      (Number.isNaN(numberAt(row, column)) ? '' : String(numberAt(row, column))),
  };
}

/** `sep=;` above the header tells Excel the delimiter; blanks in its stead keep every place where it was. */
function withoutSeparatorLine(text: string): string {
  return text.replace(/^sep=.(?=\r?\n)/, '     ');
}

/** The delimiter that the file names, or that the header has most of. */
function delimiterOf(text: string): string {
  const named = /^sep=([,;\t])\r?\n/.exec(text)?.[1];
  if (named !== undefined) return named;
  const header =
    text
      .trimStart()
      .split(/\r\n|\n|\r/, 1)[0]
      ?.replaceAll(/"[^"]*"/g, '') ?? '';
  const amount = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (amount(delimiter) > amount(best) ? delimiter : best));
}

function addCell(
  { numbers, texts }: CellColumn,
  cell: string,
  delimiter: string,
  words: Map<string, string>,
  decimals: Decimals,
  [row, column]: readonly [number, number],
): void {
  const isPoint = isDecimal(cell);
  const isComma = !isPoint && delimiter !== ',' && decimalComma.test(cell);
  if (isComma) decimals.comma ??= [row, column];
  if (isPoint && cell.includes('.')) decimals.point ??= [row, column];
  numbers.push(isPoint ? Number(cell) : isComma ? Number(cell.replace(',', '.')) : Number.NaN);
  if (cell === '' || isPoint || isComma) return;
  // Ratings and regions repeat: each word is kept once.
  const word = words.get(cell) ?? cell;
  words.set(cell, word);
  texts.set(row, word);
}

/** `unnamed` columns at the beginning need no name. */
function headerProblems(
  header: readonly string[],
  columns: readonly CellColumn[],
  place: (row: number, column: number) => FilePlace,
  unnamed: number,
): Problem[] {
  return header.flatMap((name, i): Problem[] => {
    const column = columns[i];
    if (name === '') {
      const isUsed =
        i >= unnamed &&
        column !== undefined &&
        (column.texts.size > 0 || column.numbers.some((x) => !Number.isNaN(x)));
      return isUsed
        ? [
            {
              code: 'csv/unnamed-column',
              severity: 'error',
              place: place(-1, i),
              what: `column ${i + 1} has cells and no name`,
              fix: 'name it in the header, or delete it',
            },
          ]
        : [];
    }
    const first = header.findIndex((other) => fold(other) === fold(name));
    if (first === i) return [];
    return [
      {
        code: 'csv/duplicate-column',
        severity: 'error',
        place: place(-1, i),
        indicator: name,
        what: `two columns are called "${name}": column ${first + 1} and column ${i + 1}`,
        fix: 'rename one of them, or delete it',
      },
    ];
  });
}

/** A problem a row; but if most rows have the same other number of cells, it is the header that is wrong. */
function raggedProblems(
  ragged: ReadonlyMap<number, number>,
  columns: number,
  height: number,
  place: (row: number) => FilePlace,
  delimiter: string,
): Problem[] {
  const [cells = 0, ...others] = [...new Set(ragged.values())];
  if (ragged.size * 2 > height && ragged.size > 1 && others.length === 0) {
    return [
      {
        code: 'csv/ragged-row',
        severity: 'error',
        place: place(-1),
        what: `the header has ${count(columns, 'cell')}, the rows under it have ${cells}`,
        fix:
          cells > columns
            ? 'name every column, delete lines above the header, and put numbers with a comma in them ' +
              'between quotation marks'
            : 'delete the columns that are not there',
      },
    ];
  }
  const separator = delimiter === '\t' ? 'a tab' : `"${delimiter}"`;
  return [...ragged].map(([row, length]): Problem => ({
    code: 'csv/ragged-row',
    severity: 'error',
    place: place(row),
    what: `the row has ${count(length, 'cell')}, the header has ${columns}`,
    fix:
      length > columns
        ? `put a cell that has ${separator} in it between quotation marks`
        : 'fill the row up (cells may be empty), or delete it',
  }));
}

function quoteProblem(file: string, text: string, delimiter: string, positions: Positions): Problem {
  const fault = findQuoteFault(text, delimiter);
  const place = fault === null ? { file } : positions.span(fault.at, fault.at + 1);
  if (fault?.kind === 'unterminated') {
    return {
      code: 'csv/unterminated-quote',
      severity: 'error',
      place,
      what: 'a quotation mark is opened here and never closed',
      fix: 'close it, or delete it',
    };
  }
  return {
    code: 'csv/stray-quote',
    severity: 'error',
    place,
    what: 'a quotation mark stands in the middle of a cell',
    fix: 'delete it, or put the whole cell between quotation marks and double those inside it',
  };
}

function mixedDecimals(
  { comma, point }: Decimals,
  place: (row: number, column: number) => FilePlace,
): Problem[] {
  if (comma === null || point === null) return [];
  const [first, second] =
    comma[0] < point[0] || (comma[0] === point[0] && comma[1] < point[1]) ? [comma, point] : [point, comma];
  return [
    {
      code: 'csv/mixed-decimals',
      severity: 'error',
      place: place(...second),
      what: 'some numbers in the file have a decimal comma and some a decimal point',
      why: `the other kind stands in line ${place(...first).line ?? '?'}; 1.234 could then be either`,
      fix: 'write all of them in one way',
    },
  ];
}
