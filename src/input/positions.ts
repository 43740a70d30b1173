// Where cells of a CSV stand: line and character, which the parser does not tell. Looked up only when there is a problem.
import type { FilePlace } from '../model/problem.ts';

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

/** The cells of every record that is not blank, the header first. */
function* records(text: string, delimiter: string, onFault: (fault: QuoteFault) => void): Generator<Span[]> {
  let cells: Span[] = [];
  let at = 0;
  while (at <= text.length) {
    const end = cellEnd(text, delimiter, at, onFault);
    cells.push({ start: at, end });
    if (text[end] === delimiter) {
      at = end + 1;
      continue;
    }
    if (cells.some(({ start, end: stop }) => text.slice(start, stop).trim() !== '')) yield cells;
    cells = [];
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}

function cellEnd(text: string, delimiter: string, start: number, onFault: (fault: QuoteFault) => void): number {
  let at = start;
  while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at += 1;
  if (text[at] === '"') at = afterQuoted(text, at, onFault);
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') {
    if (text[at] === '"') onFault({ kind: 'stray', at });
    at += 1;
  }
  return at;
}

function afterQuoted(text: string, opening: number, onFault: (fault: QuoteFault) => void): number {
  let at = opening + 1;
  for (;;) {
    const closing = text.indexOf('"', at);
    if (closing === -1) {
      onFault({ kind: 'unterminated', at: opening });
      return text.length;
    }
    if (text[closing + 1] !== '"') return closing + 1;
    at = closing + 2;
  }
}

/** The first quotation mark that stands wrong, or null. */
export function findQuoteFault(text: string, delimiter: string): QuoteFault | null {
  const faults: QuoteFault[] = [];
  for (const _record of records(text, delimiter, (fault) => faults.push(fault))) if (faults.length > 0) break;
  return faults[0] ?? null;
}

/** Finds where things stand in one text; the text is walked through once, when the first place is asked for. */
export interface Positions {
  /** Where a cell stands; record 0 is the header. Without `field`, the whole record. */
  cell(record: number, field?: number): FilePlace;
  /** Where a run of characters stands, without the spaces around it. */
  span(start: number, end: number): FilePlace;
}

export function positionsIn(file: string, text: string, delimiter: string): Positions {
  let walked: readonly (readonly Span[])[] | null = null;
  let starts: readonly number[] | null = null;
  const span = (start: number, end: number): FilePlace => placeOfSpan(file, text, (starts ??= lineStarts(text)), start, end);
  return {
    span,
    cell(record, field) {
      const cells = (walked ??= [...records(text, delimiter, () => {})])[record];
      const [first, last] = [cells?.[0], cells?.at(-1)];
      if (cells === undefined || first === undefined || last === undefined) return { file };
      if (field === undefined) return span(first.start, last.end);
      const cell = cells[field] ?? { start: last.end, end: last.end };
      return span(cell.start, cell.end);
    },
  };
}

function placeOfSpan(file: string, text: string, starts: readonly number[], start: number, end: number): FilePlace {
  const cell = text.slice(start, end);
  const from = cell.trim() === '' ? start : start + (cell.length - cell.trimStart().length);
  const line = starts.findLastIndex((lineStart) => lineStart <= from);
  const lineStart = starts[line] ?? 0;
  const lineText = text.slice(lineStart, starts[line + 1]).replace(/[\r\n]+$/, '');
  const length = Math.max(1, [...(cell.trim().split(/[\r\n]/, 1)[0] ?? '')].length);
  return { file, line: line + 1, column: [...text.slice(lineStart, from)].length + 1, length, text: lineText };
}

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: newline }) => index + newline.length)];
}
