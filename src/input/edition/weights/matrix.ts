// A matrix of comparisons in pairs as it is written: codes down and across, and in each cell how many times
// as important the row is as the column.
import { of } from '../../../math/at.ts';
import type { Framework } from '../../../model/framework.ts';
import type { FilePlace, Problem } from '../../../model/problem.ts';
import { isMissing } from '../../cells/score.ts';
import type { CsvTable } from '../../files/csv.ts';
import { codesBelowRoot, unknownCode } from './codes.ts';
import { duplicateRow, noCode, notAComparison, notSquare } from './comparison-problems.ts';

/** Where a code stands in the first column, and where in the header. */
export interface Entry {
  readonly code: string;
  readonly row: number;
  readonly column: number;
}

/** A cell that holds something: a positive number. */
export interface Comparison {
  readonly value: number;
  readonly place: FilePlace;
}

export class ComparisonMatrix {
  readonly table: CsvTable;
  readonly entries: readonly Entry[];
  /** Null where nothing is written. */
  private readonly cells: ReadonlyMap<string, Comparison | null>;

  /** Reads each cell once; problems are added to the list. */
  constructor(table: CsvTable, entries: readonly Entry[], problems: Problem[]) {
    this.table = table;
    this.entries = entries;
    const cells = new Map<string, Comparison | null>();
    for (const a of entries) for (const b of entries) cells.set(keyOf(a, b), readCell(table, a, b, problems));
    this.cells = cells;
  }

  /** What is written of two, in this order; null if nothing is. */
  written(a: Entry, b: Entry): Comparison | null {
    return of(this.cells, keyOf(a, b));
  }

  /** How many times as important one is as the other, from either cell of the pair; 1 if neither tells. */
  ratio(a: Entry, b: Entry): number {
    const [one, other] = [this.written(a, b), this.written(b, a)];
    if (one !== null) return one.value;
    return other === null ? 1 : 1 / other.value;
  }
}

function keyOf({ row }: Entry, { column }: Entry): string {
  return `${row} ${column}`;
}

/** Reads a matrix; problems are added to the list. Null if the same codes do not stand down and across. */
export function readMatrix(
  table: CsvTable,
  framework: Framework,
  problems: Problem[],
): ComparisonMatrix | null {
  const before = problems.length;
  const entries = readEntries(table, framework, problems);
  return problems.length > before ? null : new ComparisonMatrix(table, entries, problems);
}

/** The codes down and across, which must be the same, each once and in the framework. */
function readEntries(table: CsvTable, framework: Framework, problems: Problem[]): Entry[] {
  const codes = codesBelowRoot(framework);
  const down = Array.from({ length: table.height }, (_, row) => table.text(row, 0));
  const across = table.header.slice(1);
  const entries: Entry[] = [];
  for (const code of new Set([...down, ...across])) {
    if (code === '') continue;
    const [row, column] = [down.indexOf(code), across.indexOf(code) + 1];
    const [hasRow, hasColumn] = [row !== -1, column !== 0];
    const place = hasRow ? table.place(row, 0) : table.place(-1, column);
    if (!codes.includes(code)) problems.push(unknownCode(code, codes, 'the matrix compares', place));
    else if (!hasRow) problems.push(notSquare(code, 'column', place));
    else if (!hasColumn) problems.push(notSquare(code, 'row', place));
    else entries.push({ code, row, column });
  }
  for (const [row, code] of down.entries()) {
    const first = down.indexOf(code);
    if (code === '') problems.push(noCode(table.place(row)));
    else if (first < row) problems.push(duplicateRow(code, table.place(row, 0), table.place(first, 0)));
  }
  return entries;
}

function readCell(table: CsvTable, a: Entry, b: Entry, problems: Problem[]): Comparison | null {
  const text = table.text(a.row, b.column);
  if (isMissing(text)) return null;
  const value = readRatio(text, table.number(a.row, b.column));
  const place = table.place(a.row, b.column);
  if (value !== null) return { value, place };
  problems.push(notAComparison(a.code, b.code, text, place));
  return null;
}

/** 3, 0.333 or 1/3. */
function readRatio(text: string, number: number | null): number | null {
  const [, above, below] = /^(\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  const value = above === undefined ? number : Number(above) / Number(below);
  return value !== null && value > 0 && Number.isFinite(value) && Number.isFinite(1 / value) ? value : null;
}
