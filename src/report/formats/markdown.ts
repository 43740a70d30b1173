// For README files and pull requests: a table as GitHub draws it.
import { columnsOf, type Cell, type Column, type Document, type DocumentTable } from '../document.ts';
import { wrap } from '../layout.ts';
import { fixed } from '../numbers.ts';
import { visible } from '../visible.ts';

export function formatMarkdown(
  { title, lead = [], table, passages = [], notes }: Document,
  fields: readonly string[] | null,
): string {
  const parts: string[] = title === '' ? [] : [`**${escape(title)}**`];
  if (lead.length > 0) parts.push(lead.map((line) => escape(line)).join('\n'));
  if (table !== undefined && (fields ?? table.shown).length > 0) parts.push(tableText(table, fields));
  parts.push(
    ...passages.map(({ title: heading, lines, isVerbatim, table: small }) =>
      [
        ...(heading === undefined ? [] : [`**${escape(heading)}**`]),
        ...(lines.length === 0
          ? []
          : [
              [
                '```',
                ...lines.flatMap((one) => (isVerbatim === true ? [visible(one)] : wrap(visible(one), 80))),
                '```',
              ].join('\n'),
            ]),
        ...(small === undefined ? [] : [tableText(small, null)]),
      ].join('\n\n'),
    ),
  );
  if (notes.length > 0) parts.push(notes.map((note) => escape(note)).join('  \n'));
  return `${parts.join('\n\n')}\n`;
}

function tableText(table: DocumentTable, fields: readonly string[] | null): string {
  const columns = columnsOf(
    table,
    fields ?? [...new Set([...(table.sections === undefined ? [] : [table.sections.by]), ...table.shown])],
  ).filter(({ kind }) => kind !== 'bar');
  return [
    line(columns.map(({ label }) => escape(label))),
    line(columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'))),
    ...table.rows.map((row) =>
      line(columns.map((column) => escape(cellText(row[column.key] ?? null, column)))),
    ),
  ].join('\n');
}

function cellText(cell: Cell, { decimals }: Column): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return decimals === undefined ? String(Number(cell.toPrecision(6))) : fixed(cell, decimals);
}

function escape(text: string): string {
  return visible(text).replaceAll(/[\\|*_`<>[\]]/g, (mark) => `\\${mark}`);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
