// The cells of a table: numbers as numbers, so that memory goes with the numbers and not with the text.
import { at } from '../../math/at.ts';
import { hasDecimalComma, isDecimal, mayPartThousands, numberWith, type DecimalMark } from './decimal.ts';

/** A number for each row, NaN where there is none; and the words, by row. */
interface CellColumn {
  readonly numbers: number[];
  readonly words: Map<number, string>;
}

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A number, where it stands and how it is written. */
export interface WrittenNumber extends CellPosition {
  readonly text: string;
}

/** The cells of a table, taken in row by row, and what was odd about the rows. */
export class TableCells {
  height = 0;
  /** Rows that have another number of cells than the header, each with that number. */
  readonly ragged = new Map<number, number>();
  /** Where the first number with a decimal comma stands, and the first with a decimal point. */
  firstComma: CellPosition | null = null;
  firstPoint: WrittenNumber | null = null;
  /** Whether some point can only stand before decimals; so does every one where nothing else is in doubt. */
  isPointDecimal: boolean;
  private readonly columns: readonly CellColumn[];
  private readonly isCommaFree: boolean;
  /** Which mark stands before decimals, where that was said. */
  private readonly decimal: DecimalMark | null;
  /** Ratings and regions repeat: each word is kept once. */
  private readonly vocabulary = new Map<string, string>();

  constructor(width: number, delimiter: string, decimal: DecimalMark | null) {
    this.columns = Array.from({ length: width }, () => ({ numbers: [], words: new Map<number, string>() }));
    this.isCommaFree = delimiter !== ',';
    this.decimal = decimal;
    // Semicolons part cells where commas stand before decimals, and there points part thousands.
    this.isPointDecimal = delimiter !== ';';
  }

  addRow(cells: readonly string[]): void {
    const width = this.columns.length;
    // Spreadsheets leave empty cells after the last one of a row.
    if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== ''))
      this.ragged.set(this.height, cells.length);
    // A row that is too short is reported; until then its other cells are empty.
    for (let column = 0; column < width; column += 1) this.addCell(column, (cells[column] ?? '').trim());
    this.height += 1;
  }

  number(row: number, column: number): number | null {
    const x = this.columns[column]?.numbers[row];
    return x === undefined || Number.isNaN(x) ? null : x;
  }

  text(row: number, column: number): string {
    const word = this.columns[column]?.words.get(row);
    if (word !== undefined) return word;
    const x = this.number(row, column);
    return x === null ? '' : String(x);
  }

  /** Whether a column has nothing in it. */
  isEmpty(column: number): boolean {
    const { numbers, words } = at(this.columns, column);
    return words.size === 0 && numbers.every(Number.isNaN);
  }

  private addCell(column: number, cell: string): void {
    const { numbers, words } = at(this.columns, column);
    const number = this.decimal === null ? this.numberIn(cell, column) : numberWith(this.decimal, cell);
    numbers.push(number ?? Number.NaN);
    if (number === null && cell !== '') words.set(this.height, this.sameWord(cell));
  }

  /** The number in a cell where it was not said which mark stands before decimals. */
  private numberIn(cell: string, column: number): number | null {
    if (isDecimal(cell)) {
      if (cell.includes('.')) {
        this.firstPoint ??= { row: this.height, column, text: cell };
        this.isPointDecimal ||= !mayPartThousands(cell);
      }
      return Number(cell);
    }
    if (!this.isCommaFree || !hasDecimalComma(cell)) return null;
    this.firstComma ??= { row: this.height, column };
    return Number(cell.replace(',', '.'));
  }

  private sameWord(cell: string): string {
    const word = this.vocabulary.get(cell);
    if (word === undefined) this.vocabulary.set(cell, cell);
    return word ?? cell;
  }
}
