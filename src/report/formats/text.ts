// For people: aligned columns without boxes, bars, colours where the terminal has them, never wider than it.
import { bar, heat, interval } from '../charts.ts';
import {
  columnsOf,
  type Cell,
  type Column,
  type Document,
  type Passage,
  type Row,
  type DocumentTable,
} from '../document.ts';
import { drawGrid, GAP } from '../grid.ts';
import { fitWidths, wrap } from '../layout.ts';
import { fixed } from '../numbers.ts';
import type { Theme, Tone } from '../theme.ts';
import { visible } from '../visible.ts';
import { widthOf } from '../width.ts';

export interface TextOptions {
  /** The width of the terminal; null where there is none, so that nothing is cut. */
  readonly width: number | null;
  readonly theme: Theme;
  readonly fields: readonly string[] | null;
  readonly hasHeader: boolean;
}

const BAR_WIDTH = 24;
const LEAST_BAR = 6;
const LEAST_TEXT = 12;

export async function formatText(
  { title, lead = [], table, passages = [], notes }: Document,
  options: TextOptions,
): Promise<string> {
  const { theme } = options;
  const parts = [
    ...(title === '' ? [] : [heading(title, theme.title, options)]),
    ...(lead.length === 0 ? [] : [await formatPassage({ lines: lead }, options, theme)]),
    ...(table === undefined || (options.fields ?? table.shown).length === 0
      ? []
      : [await formatTable(table, options, theme)]),
    ...(await Promise.all(passages.map(async (passage) => formatPassage(passage, options, theme)))),
    ...(notes.length === 0
      ? []
      : [
          notes
            .map((note) =>
              wrap(visible(note), proseWidth(options))
                .map((line) => theme.faint(line))
                .join('\n'),
            )
            .join('\n'),
        ]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function heading(text: string, tone: Tone, { width }: TextOptions): string {
  return (width === null ? [visible(text)] : wrap(visible(text), width)).map((line) => tone(line)).join('\n');
}

/** Sentences are never wider than is good to read, even where nothing says how wide the output may be. */
function proseWidth({ width }: TextOptions): number {
  return Math.min(width ?? 80, 100);
}

async function formatPassage(
  { title, lines, isVerbatim, table }: Passage,
  options: TextOptions,
  theme: Theme,
): Promise<string> {
  const words = lines
    .flatMap((line) =>
      line.trim() === '' || isVerbatim === true ? [visible(line)] : wrap(visible(line), proseWidth(options)),
    )
    .join('\n');
  const body = [
    words,
    ...(table === undefined ? [] : [await formatTable(table, { ...options, fields: null }, theme)]),
  ]
    .filter((part) => part !== '')
    .join('\n');
  return title === undefined ? body : `${heading(title, theme.heading, options)}\n${body}`;
}

async function formatTable(table: DocumentTable, options: TextOptions, theme: Theme): Promise<string> {
  const { sections } = table;
  const columns = thatFit(columnsOf(table, options.fields ?? table.shown), table.rows, options);
  const texts = table.rows.map((row) => columns.map((column) => cellText(row[column.key] ?? null, column)));
  const widths = widthsOf(columns, texts, options);
  const left = columns.flatMap((column, i) =>
    (widths[i] ?? 0) > 0 ? [{ column, i, width: widths[i] ?? 0 }] : [],
  );
  const scale = new Map(
    columns.filter(({ kind }) => kind === 'bar').map((column) => [column.key, rangeOf(table.rows, column)]),
  );
  const head = options.hasHeader ? [left.map(({ column }) => theme.faint(visible(column.label)))] : [];
  const render = async (rows: readonly number[]): Promise<string> =>
    drawGrid(
      left.map(({ column, width }) => ({ width, align: column.kind === 'number' ? 'right' : 'left' })),
      [
        ...head,
        ...rows.map((row) =>
          left.map(({ column, i, width }) =>
            drawCell(texts[row]?.[i] ?? '', table.rows[row] ?? {}, column, width, scale, theme),
          ),
        ),
      ],
    );
  const all = [...table.rows.keys()];
  if (sections === undefined || options.fields !== null) return render(all);
  const values = [...new Set(table.rows.map((row) => String(row[sections.by] ?? '')))];
  const parts = values.map(async (value) => {
    const rows = await render(all.filter((row) => String(table.rows[row]?.[sections.by] ?? '') === value));
    return `${heading(sections.heading(value), theme.heading, options)}\n${rows}`;
  });
  return (await Promise.all(parts)).join('\n\n');
}

/** The columns without the last dispensable ones, as many as it takes for the others to fit. */
function thatFit(columns: readonly Column[], rows: readonly Row[], options: TextOptions): readonly Column[] {
  const last = columns.findLastIndex(({ isDispensable }) => isDispensable === true);
  if (options.width === null || last === -1) return columns;
  const texts = rows.map((row) => columns.map((column) => cellText(row[column.key] ?? null, column)));
  const shown = widthsOf(columns, texts, options).filter((width) => width > 0);
  const needed = shown.reduce((total, width) => total + width, GAP.length * (shown.length - 1));
  return needed <= options.width
    ? columns
    : thatFit(
        columns.filter((_, i) => i !== last),
        rows,
        options,
      );
}

function cellText(cell: Cell, { kind, decimals }: Column): string {
  if (kind === 'bar') return '';
  if (cell === null) return '–';
  if (typeof cell === 'string') return visible(cell);
  return decimals === undefined ? String(Number(cell.toPrecision(6))) : fixed(cell, decimals);
}

/** Bars take what is left, and go first where too little is; text is wrapped. */
function widthsOf(
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  { width, hasHeader }: TextOptions,
): number[] {
  const gaps = GAP.length * (columns.length - 1);
  const wishes = columns.map(({ kind, label }, i) => {
    const natural = Math.max(
      hasHeader ? widthOf(visible(label)) : 0,
      ...texts.map((row) => widthOf(row[i] ?? '')),
      1,
    );
    return { natural, least: kind === 'text' ? Math.min(natural, LEAST_TEXT) : natural };
  });
  const fixedWidth = wishes.reduce(
    (total, { natural }, i) => total + (columns[i]?.kind === 'bar' ? 0 : natural),
    gaps,
  );
  const room = (width ?? 80) - fixedWidth;
  const barWidth = room >= LEAST_BAR ? Math.min(BAR_WIDTH, room) : 0;
  const sized = wishes.map((wish, i) =>
    columns[i]?.kind === 'bar' ? { natural: barWidth, least: barWidth } : wish,
  );
  return width === null ? sized.map(({ natural }) => natural) : fitWidths(sized, width - gaps);
}

/** What a full and an empty bar stand for. */
function rangeOf(rows: readonly Row[], { of = '' }: Column): { low: number; high: number } {
  const numbers = rows.flatMap((row) => (typeof row[of] === 'number' ? [row[of]] : []));
  return { low: Math.min(0, ...numbers), high: Math.max(0, ...numbers) };
}

function drawCell(
  text: string,
  row: Row,
  column: Column,
  width: number,
  scale: ReadonlyMap<string, { low: number; high: number }>,
  theme: Theme,
): string {
  if (column.kind === 'bar') {
    const value = row[column.of ?? ''];
    if (column.shades !== undefined)
      return theme.accent(
        heat(
          Array.from({ length: column.shades }, (_, i) => Number(row[`${column.of ?? ''}${i + 1}`] ?? 0)),
          width,
        ),
      );
    if (column.between !== undefined) return drawInterval(row, value ?? null, column.between, width, theme);
    const { low, high } = scale.get(column.key) ?? { low: 0, high: 0 };
    return typeof value === 'number' && high > low
      ? theme.accent(bar((value - low) / (high - low), width))
      : '';
  }
  const lines = wrap(text, width);
  return lines.map((line) => (column.tone === undefined ? line : theme[column.tone](line))).join('\n');
}

function drawInterval(
  row: Row,
  at: Cell,
  { from, to, places }: NonNullable<Column['between']>,
  width: number,
  theme: Theme,
): string {
  const [first, last] = [row[from], row[to]];
  if (typeof first !== 'number' || typeof last !== 'number' || width === 0) return '';
  return theme.accent(
    interval({ from: first, to: last, at: typeof at === 'number' ? at : null }, places, width),
  );
}
