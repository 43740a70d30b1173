// Where cells of a CSV stand: line and character, which the parser does not tell. Looked up only when there
// is a problem.
import { at } from '../../math/at.ts';
import type { FilePlace } from '../../model/problem.ts';

/** A cell with its quotation marks, as offsets into the text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a quotation mark, and where. */
export interface QuoteFault {
  readonly kind: 'unterminated' | 'stray';
  /** Its offset in the text. */
  readonly at: number;
}

type OnFault = (fault: QuoteFault) => void;

/** The cells of one record and where the next one starts. */
interface CsvRecord {
  readonly cells: readonly Span[];
  readonly next: number;
}

/**
 * Finds where things stand in one text; the text is walked through once, when the first place is asked for.
 */
export class Positions {
  private recordStarts: readonly number[] | null = null;
  private lineStarts: readonly number[] | null = null;
  private readonly file: string;
  private readonly text: string;
  private readonly delimiter: string;

  constructor(file: string, text: string, delimiter: string) {
    this.file = file;
    this.text = text;
    this.delimiter = delimiter;
  }

  /** Where a cell stands; record 0 is the header. Without `field`, the whole record. */
  cell(record: number, field?: number): FilePlace {
    this.recordStarts ??= startsOfRecords(this.text, this.delimiter);
    const start = this.recordStarts[record];
    if (start === undefined) return { file: this.file };
    const { cells } = readRecord(this.text, this.delimiter, start, () => {});
    const [first, last] = [at(cells, 0), at(cells, cells.length - 1)];
    if (field === undefined) return this.span(first.start, last.end);
    const cell = cells[field] ?? { start: last.end, end: last.end };
    return this.span(cell.start, cell.end);
  }

  /** Where a run of characters stands, without the spaces around it. */
  span(start: number, end: number): FilePlace {
    this.lineStarts ??= startsOfLines(this.text);
    return placeOfSpan(this.file, this.text, this.lineStarts, start, end);
  }
}

/** The first quotation mark that stands wrong, or null. */
export function findQuoteFault(text: string, delimiter: string): QuoteFault | null {
  const faults: QuoteFault[] = [];
  for (let start = 0; start < text.length && faults.length === 0;)
    start = readRecord(text, delimiter, start, (fault) => faults.push(fault)).next;
  return faults[0] ?? null;
}

/** Where each record starts that is not blank; the parser leaves blank ones out too. */
function startsOfRecords(text: string, delimiter: string): number[] {
  const starts: number[] = [];
  for (let record = 0; record < text.length;) {
    const { cells, next } = readRecord(text, delimiter, record, () => {});
    if (cells.some(({ start, end }) => !/^\s*(?:"\s*"\s*)?$/.test(text.slice(start, end))))
      starts.push(record);
    record = next;
  }
  return starts;
}

function readRecord(text: string, delimiter: string, start: number, onFault: OnFault): CsvRecord {
  const cells: Span[] = [];
  for (let cell = start; ;) {
    const end = cellEnd(text, delimiter, cell, onFault);
    cells.push({ start: cell, end });
    if (text[end] !== delimiter) return { cells, next: end + (text.startsWith('\r\n', end) ? 2 : 1) };
    cell = end + 1;
  }
}

function cellEnd(text: string, delimiter: string, start: number, onFault: OnFault): number {
  let end = afterSpaces(text, delimiter, start);
  if (text[end] === '"') {
    const closing = closingQuote(text, end, onFault);
    end = afterSpaces(text, delimiter, closing + 1);
    if (!isCellEnd(text, delimiter, end)) onFault({ kind: 'stray', at: closing });
  }
  for (; !isCellEnd(text, delimiter, end); end += 1)
    if (text[end] === '"') onFault({ kind: 'stray', at: end });
  return end;
}

function isCellEnd(text: string, delimiter: string, offset: number): boolean {
  const character = text[offset];
  return character === undefined || character === delimiter || character === '\n' || character === '\r';
}

function afterSpaces(text: string, delimiter: string, start: number): number {
  let offset = start;
  while (text[offset] === ' ' || (text[offset] === '\t' && delimiter !== '\t')) offset += 1;
  return offset;
}

/** The quotation mark that closes the one at `opening`; two in a row stand for one that is meant. */
function closingQuote(text: string, opening: number, onFault: OnFault): number {
  for (let quote = opening + 1; ; quote += 2) {
    quote = text.indexOf('"', quote);
    if (quote === -1) {
      onFault({ kind: 'unterminated', at: opening });
      return text.length;
    }
    if (text[quote + 1] !== '"') return quote;
  }
}

function placeOfSpan(
  file: string,
  text: string,
  starts: readonly number[],
  start: number,
  end: number,
): FilePlace {
  const cell = text.slice(start, end);
  const from = cell.trim() === '' ? start : start + (cell.length - cell.trimStart().length);
  const line = lastAtOrBefore(starts, from);
  const lineStart = at(starts, line);
  const lineText = text.slice(lineStart, starts[line + 1]).replace(/[\r\n]+$/, '');
  const firstLine = at(cell.trim().split(/[\r\n]/, 1), 0);
  const length = Math.max(1, [...firstLine].length);
  return {
    file,
    line: line + 1,
    column: [...text.slice(lineStart, from)].length + 1,
    length,
    text: lineText,
  };
}

/** Where in an ascending list the last number stands that is not above a limit. */
function lastAtOrBefore(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (at(ascending, middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startsOfLines(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: newline }) => index + newline.length)];
}

/** The line of a place, as a message names it. */
export function lineOf({ line }: FilePlace): string {
  return String(line ?? '?');
}
