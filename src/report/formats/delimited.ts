// For other programs: CSV and TSV of the main table, numbers to 12 significant digits, never a decoration.
import { cellOf, columnsOf, type Cell, type Document, type DocumentTable } from '../document.ts';
import { exact } from '../numbers.ts';
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

/** A table alone, with all that it exports. */
export function csvOf(table: DocumentTable): string {
  return delimited(table, table.exported, csv, true);
}

function formatDelimited(
  { table, passages = [] }: Document,
  dialect: Dialect,
  { fields, hasHeader }: FormatOptions,
): string {
  if (table === undefined) return passages.flatMap(({ lines }) => lines).join('\n');
  return delimited(table, fields ?? table.exported, dialect, hasHeader);
}

function delimited(
  table: DocumentTable,
  keys: readonly string[],
  { delimiter, quote }: Dialect,
  hasHeader: boolean,
): string {
  const columns = columnsOf(table, keys);
  const rows = table.rows.map((row) => columns.map(({ key, of }) => plain(cellOf(row, of ?? key))));
  const header = columns.map(({ key }) => key);
  return (hasHeader ? [header, ...rows] : rows)
    .map((cells) => `${cells.map(quote).join(delimiter)}\n`)
    .join('');
}

function plain(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(exact(cell)) : cell;
}

function quoteCsv(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** TSV has no quotation marks: what would break a line or a cell becomes a space. */
function flattenTsv(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}
