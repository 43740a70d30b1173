// For README files and pull requests: a table as GitHub draws it.
import { cellText } from '../cells.ts';
import {
  cellOf,
  columnsOf,
  rowsShown,
  type Document,
  type DocumentTable,
  type Passage,
} from '../document.ts';
import { wrap } from '../layout.ts';
import { inert, visible } from '../visible.ts';
import type { FormatOptions } from './format.ts';

const PASSAGE_WIDTH = 80;

export function formatMarkdown(
  { title, lead = [], table, passages = [], notes }: Document,
  { fields }: Pick<FormatOptions, 'fields'>,
): string {
  const parts: string[] = [];
  if (title !== '') parts.push(bold(title));
  if (lead.length > 0) parts.push(lead.map(lineText).join('\n'));
  if (table !== undefined && (fields ?? table.shown).length > 0) parts.push(tableText(table, fields));
  parts.push(...passages.map((passage) => passageText(passage)));
  if (notes.length > 0) parts.push(notes.map(lineText).join('  \n'));
  return inert(`${parts.join('\n\n')}\n`);
}

function passageText({ title, lines, isVerbatim, table }: Passage): string {
  const parts: string[] = [];
  if (title !== undefined) parts.push(bold(title));
  if (lines.length > 0)
    parts.push(
      fenced(
        lines.map((line) => visible(line)),
        isVerbatim === true,
      ),
    );
  if (table !== undefined) parts.push(tableText(table, null));
  return parts.join('\n\n');
}

function fenced(lines: readonly string[], isVerbatim: boolean): string {
  const broken = isVerbatim ? lines : lines.flatMap((line) => wrap(line, PASSAGE_WIDTH));
  const fence = fenceFor(broken);
  return [fence, ...broken, fence].join('\n');
}

/** More backticks than stand side by side in any line. */
function fenceFor(lines: readonly string[]): string {
  const longest = lines.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length);
  return '`'.repeat(longest.reduce((most, length) => Math.max(most, length + 1), 3));
}

function tableText(table: DocumentTable, fields: readonly string[] | null): string {
  const columns = columnsOf(table, fields ?? shownWithSections(table)).filter(({ kind }) => kind !== 'bar');
  return [
    tableLine(columns.map(({ label }) => escape(label))),
    tableLine(columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'))),
    ...rowsShown(table).map((row) =>
      tableLine(columns.map((column) => escape(cellText(cellOf(row, column.key), column)))),
    ),
  ].join('\n');
}

/** Markdown has no sections in a table: what they go by is its first column. */
function shownWithSections({ sections, shown }: DocumentTable): readonly string[] {
  return sections === undefined ? shown : [...new Set([sections.by, ...shown])];
}

function bold(text: string): string {
  return `**${escape(text)}**`;
}

/** A line of its own, which must not begin a heading or a list. */
function lineText(text: string): string {
  return escape(text)
    .replace(/^\s*[#+=-]/, '\\$&')
    .replace(/^(\s*\d+)(?=[.)])/, '$1\\');
}

/** What parts a sign from what it would make a link or a mention of; it has no width. */
const PARTED = '&#8203;';

/** A word with a mention in it that is also a region as it is typed: `around:25%@top`. */
const MENTION = /([^\s`|\\,;()]*@\w[^\s`|\\,;()]*)/;

/** Text that is no markup, no link, no mention of anybody and no reference to an issue. */
function escape(text: string): string {
  return visible(text)
    .split(MENTION)
    .map((part, i) => (i % 2 === 1 ? `\`${part}\`` : escapePlain(part)))
    .join('');
}

function escapePlain(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll(/[\\|*_`<>[\]~]/g, (mark) => `\\${mark}`)
    .replaceAll(/:(?=\/\/)|\bwww(?=\.)|@(?=\w)|#(?=\d)|\bGH-(?=\d)/gi, (sign) => sign + PARTED);
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
