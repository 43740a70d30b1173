// What scores.csv is read as, wide or long: one row a country and one column of cells an indicator, before
// anything is made of the cells.
import type { Country } from '../../model/edition.ts';
import type { FilePlace } from '../../model/problem.ts';
import { isMissing } from '../cells/score.ts';

/** The cells of one column, by row of the sheet. */
export interface Cells {
  readonly name: string;
  number(row: number): number | null;
  text(row: number): string;
  place(row: number): FilePlace | undefined;
  /** Where its header stands, if it has one. */
  readonly header: FilePlace | undefined;
  /** What stands beside each cell under "certain", if its row is about this score alone. */
  readonly certain?: Cells;
}

export interface Sheet {
  readonly file: string;
  readonly countries: readonly Country[];
  readonly columns: readonly Cells[];
  /** Where its header stands. */
  readonly header: FilePlace;
  /** Where the header of its years stands, if it has years. */
  readonly yearHeader: FilePlace | undefined;
  /** Whether its rows are single scores. */
  readonly isLong: boolean;
}

/** Whether a column holds more words than numbers. */
export function isText(cells: Cells, rows: number): boolean {
  let numbers = 0;
  let texts = 0;
  for (let row = 0; row < rows; row += 1) {
    if (cells.number(row) !== null) numbers += 1;
    else if (!isMissing(cells.text(row))) texts += 1;
  }
  return texts > numbers;
}
