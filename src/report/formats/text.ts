// For people: aligned columns without boxes, bars, colours where the terminal has them, never wider than it.
import type { Document, Passage } from '../document.ts';
import { wrap } from '../layout.ts';
import { inert, visible } from '../visible.ts';
import type { FormatOptions } from './format.ts';
import { formatTable, heading } from './text-table.ts';

/** Sentences are never wider than is good to read, even where nothing says how wide the output may be. */
const PROSE_WIDTH = { usual: 80, most: 100 };

export async function formatText(
  { title, lead = [], table, passages = [], notes }: Document,
  options: FormatOptions,
): Promise<string> {
  const parts: string[] = [];
  if (title !== '') parts.push(heading(title, options.theme.title, options));
  if (lead.length > 0) parts.push(linesText({ lines: lead }, options));
  if (table !== undefined && (options.fields ?? table.shown).length > 0)
    parts.push(await formatTable(table, options));
  for (const passage of passages) parts.push(await formatPassage(passage, options));
  if (notes.length > 0) parts.push(notesText(notes, options));
  return inert(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

async function formatPassage(passage: Passage, options: FormatOptions): Promise<string> {
  const { title, table } = passage;
  const parts = [linesText(passage, options)];
  if (table !== undefined) parts.push(await formatTable(table, { ...options, fields: null }));
  const body = parts.filter((part) => part !== '').join('\n');
  return title === undefined ? body : `${heading(title, options.theme.heading, options)}\n${body}`;
}

function linesText({ lines, isVerbatim }: Passage, options: FormatOptions): string {
  const isWhole = (line: string) => isVerbatim === true || line.trim() === '';
  return lines
    .flatMap((line) => (isWhole(line) ? [visible(line)] : wrap(visible(line), proseWidth(options))))
    .join('\n');
}

function notesText(notes: readonly string[], options: FormatOptions): string {
  return notes
    .flatMap((note) => wrap(visible(note), proseWidth(options)))
    .map((line) => options.theme.faint(line))
    .join('\n');
}

function proseWidth({ width }: FormatOptions): number {
  return Math.min(width ?? PROSE_WIDTH.usual, PROSE_WIDTH.most);
}
