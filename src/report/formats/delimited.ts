// For other programs: CSV and TSV of the main table, numbers to 12 significant digits, never a decoration.
import { columnsOf, type Cell, type Document } from '../document.ts';
import { exact } from '../numbers.ts';

export interface DelimitedOptions {
  readonly fields: readonly string[] | null;
  readonly hasHeader: boolean;
}

export function formatDelimited(
  { table, passages = [] }: Document,
  delimiter: ',' | '\t',
  { fields, hasHeader }: DelimitedOptions,
): string {
  if (table === undefined) return passages.flatMap(({ lines }) => lines).join('\n');
  const columns = columnsOf(table, fields ?? table.exported);
  const quote = delimiter === ',' ? quoteCsv : flattenTsv;
  const lines = table.rows.map((row) =>
    columns.map(({ key, of }) => quote(plain(row[of ?? key] ?? null))).join(delimiter),
  );
  const header = columns.map(({ key }) => quote(key)).join(delimiter);
  return [...(hasHeader ? [header] : []), ...lines].map((line) => `${line}\n`).join('');
}

function plain(cell: Cell): string {
  return cell === null ? '' : typeof cell === 'number' ? String(exact(cell)) : cell;
}

function quoteCsv(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** TSV has no quotation marks: what would break a line or a cell becomes a space. */
function flattenTsv(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}
