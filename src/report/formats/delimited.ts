// For other programs: CSV and TSV of the main table, numbers to 12 significant digits, never a decoration.
import { cellOf, columnsOf, type Cell, type Document, type DocumentTable } from '../document.ts';
import { exact } from '../numbers.ts';
import { inert, visible } from '../visible.ts';
import type { FormatOptions } from './format.ts';

/** How cells are kept apart. */
interface Dialect {
  readonly delimiter: string;
  readonly quote: (text: string) => string;
}

const csv: Dialect = { delimiter: ',', quote: quoteCsv };
const tsv: Dialect = { delimiter: '\t', quote: flattenTsv };

export function formatCsv(document: Document, options: FormatOptions): string {
  return formatDelimited(document, csv, options);
}

export function formatTsv(document: Document, options: FormatOptions): string {
  return formatDelimited(document, tsv, options);
}

/** A table alone, with all that it exports, as it is. */
export function csvOf(table: DocumentTable): string {
  return delimited(table, table.exported, csv, true, (text) => text);
}

function formatDelimited(
  { table, passages = [] }: Document,
  dialect: Dialect,
  { fields, hasHeader, isOnTerminal, isRaw }: FormatOptions,
): string {
  const shown = (text: string) => (isOnTerminal ? visible(text) : text);
  if (table === undefined) return inert(passages.flatMap(({ lines }) => lines.map(shown)).join('\n'));
  const written = (text: string) => (isRaw ? shown(text) : neutral(shown(text)));
  return delimited(table, fields ?? table.exported, dialect, hasHeader, written);
}

/** `written` is what becomes of a text before it is quoted. */
function delimited(
  table: DocumentTable,
  keys: readonly string[],
  { delimiter, quote }: Dialect,
  hasHeader: boolean,
  written: (text: string) => string,
): string {
  const columns = columnsOf(table, keys);
  const textOf = (cell: Cell) => quote(typeof cell === 'string' ? written(cell) : plain(cell));
  const rows = table.rows.map((row) => columns.map(({ key, of }) => textOf(cellOf(row, of ?? key))));
  const header = columns.map(({ key }) => textOf(key));
  return (hasHeader ? [header, ...rows] : rows).map((cells) => `${cells.join(delimiter)}\n`).join('');
}

function plain(cell: number | null): string {
  return cell === null ? '' : String(exact(cell));
}

/**
 * A text that no spreadsheet computes and of which no line is a command to GitHub Actions: an apostrophe
 * stands before what would be. Numbers are left as they are, and single signs.
 *
 * @example neutral('=1+1') // → "'=1+1"
 * @example neutral('-1.5') // → '-1.5'
 * @see OWASP, CSV Injection
 */
export function neutral(text: string): string {
  const isFormula = /^\s*[=+\-@＝＋－＠]./s.test(text) && !/^[+-][\d.]+(?:e[+-]?\d+)? ?%?$/i.test(text);
  return isFormula ? `'${text}` : text.replaceAll(/^(\s*)::/gm, "$1'::");
}

export function quoteCsv(text: string): string {
  return /[",\r\n]|^\s|\s$|^::/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** TSV has no quotation marks: what would break a line or a cell becomes a space. */
function flattenTsv(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}
