// Where cells of a CSV stand: line and character, which the parser does not tell. Looked up only when there
// is a problem.
import type { FilePlace } from '../../model/problem.ts';

/** A cell with its quotation marks, as offsets into the text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a quotation mark, and where. */
export interface QuoteFault {
  readonly kind: 'unterminated' | 'stray';
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
export interface Positions {
  /** Where a cell stands; record 0 is the header. Without `field`, the whole record. */
  cell(record: number, field?: number): FilePlace;
  /** Where a run of characters stands, without the spaces around it. */
  span(start: number, end: number): FilePlace;
}

export function positionsIn(file: string, text: string, delimiter: string): Positions {
  let recordStarts: readonly number[] | null = null;
  let lineStarts: readonly number[] | null = null;
  const span = (start: number, end: number): FilePlace =>
    placeOfSpan(file, text, (lineStarts ??= startsOfLines(text)), start, end);
  return {
    span,
    cell(record, field) {
      const start = (recordStarts ??= startsOfRecords(text, delimiter))[record];
      const { cells } = start === undefined ? { cells: [] } : readRecord(text, delimiter, start, () => {});
      const [first, last] = [cells[0], cells.at(-1)];
      if (first === undefined || last === undefined) return { file };
      if (field === undefined) return span(first.start, last.end);
      const cell = cells[field] ?? { start: last.end, end: last.end };
      return span(cell.start, cell.end);
    },
  };
}

/** The first quotation mark that stands wrong, or null. */
export function findQuoteFault(text: string, delimiter: string): QuoteFault | null {
  const faults: QuoteFault[] = [];
  for (let at = 0; at < text.length && faults.length === 0;)
    at = readRecord(text, delimiter, at, (fault) => faults.push(fault)).next;
  return faults[0] ?? null;
}

/** Where each record starts that is not blank; the parser leaves blank ones out too. */
function startsOfRecords(text: string, delimiter: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length;) {
    const { cells, next } = readRecord(text, delimiter, at, () => {});
    if (cells.some(({ start, end }) => !/^\s*(?:"\s*"\s*)?$/.test(text.slice(start, end)))) starts.push(at);
    at = next;
  }
  return starts;
}

function readRecord(text: string, delimiter: string, start: number, onFault: OnFault): CsvRecord {
  const cells: Span[] = [];
  for (let at = start; ;) {
    const end = cellEnd(text, delimiter, at, onFault);
    cells.push({ start: at, end });
    if (text[end] !== delimiter) return { cells, next: end + (text.startsWith('\r\n', end) ? 2 : 1) };
    at = end + 1;
  }
}

function cellEnd(text: string, delimiter: string, start: number, onFault: OnFault): number {
  let at = afterSpaces(text, delimiter, start);
  if (text[at] === '"') {
    const closing = closingQuote(text, at, onFault);
    at = afterSpaces(text, delimiter, closing + 1);
    if (!isCellEnd(text, delimiter, at)) onFault({ kind: 'stray', at: closing });
  }
  for (; !isCellEnd(text, delimiter, at); at += 1) if (text[at] === '"') onFault({ kind: 'stray', at });
  return at;
}

function isCellEnd(text: string, delimiter: string, at: number): boolean {
  const character = text[at];
  return character === undefined || character === delimiter || character === '\n' || character === '\r';
}

function afterSpaces(text: string, delimiter: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at += 1;
  return at;
}

/** The quotation mark that closes the one at `opening`; two in a row stand for one that is meant. */
function closingQuote(text: string, opening: number, onFault: OnFault): number {
  for (let at = opening + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) {
      onFault({ kind: 'unterminated', at: opening });
      return text.length;
    }
    if (text[at + 1] !== '"') return at;
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
  const lineStart = starts[line] ?? 0;
  const lineText = text.slice(lineStart, starts[line + 1]).replace(/[\r\n]+$/, '');
  const length = Math.max(1, [...(cell.trim().split(/[\r\n]/, 1)[0] ?? '')].length);
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
    if ((ascending[middle] ?? Infinity) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startsOfLines(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: newline }) => index + newline.length)];
}
