// A table for people: which columns fit, how wide each is, and what stands in its cells.
import { at } from '../../math/at.ts';
import { largest } from '../../math/statistics/stats.ts';
import { cellText } from '../cells.ts';
import { cellOf, columnsOf, rowsShown, type Column, type DocumentTable, type Row } from '../document.ts';
import { drawGrid, GAP } from '../grid.ts';
import { fitWidths, wrap } from '../layout.ts';
import type { Theme, Tone } from '../theme.ts';
import { visible } from '../visible.ts';
import { widthOf } from '../width.ts';
import { drawBar, scaleOf } from './bars.ts';
import type { FormatOptions } from './format.ts';

/** What bars are fitted to where nothing says how wide the output may be. */
const USUAL_WIDTH = 80;
const BAR_WIDTH = 24;
const LEAST_BAR = 6;
const LEAST_TEXT = 12;

/** A column that is shown: what stands in it row by row, and how wide it is. */
interface Shown {
  readonly column: Column;
  readonly texts: readonly string[];
  readonly width: number;
}

export async function formatTable(table: DocumentTable, options: FormatOptions): Promise<string> {
  const { sections } = table;
  const rows = rowsShown(table);
  const columns = thatFit(columnsOf(table, options.fields ?? table.shown), rows, options);
  const places = [...rows.keys()];
  if (sections === undefined || options.fields !== null) return drawRows(rows, places, columns, options);
  const sectionAt = (place: number) => String(cellOf(at(rows, place), sections.by) ?? '');
  const parts: string[] = [];
  for (const section of new Set(places.map(sectionAt))) {
    const inIt = places.filter((place) => sectionAt(place) === section);
    const title = heading(sections.heading(section), options.theme.heading, options);
    parts.push(`${title}\n${await drawRows(rows, inIt, columns, options)}`);
  }
  return parts.join('\n\n');
}

export function heading(text: string, tone: Tone, { width }: FormatOptions): string {
  const lines = width === null ? [visible(text)] : wrap(visible(text), width);
  return lines.map((line) => tone(line)).join('\n');
}

/** The columns without the last dispensable ones, as many as it takes for the others to fit. */
function thatFit(columns: readonly Column[], rows: readonly Row[], options: FormatOptions): Shown[] {
  const shown = sized(columns, rows, options).filter(({ width }) => width > 0);
  const last = columns.findLastIndex(({ isDispensable }) => isDispensable === true);
  if (options.width === null || last === -1) return shown;
  const needed = shown.reduce((total, { width }) => total + width, GAP.length * (shown.length - 1));
  return needed <= options.width ? shown : thatFit(columns.toSpliced(last, 1), rows, options);
}

/** Bars take what is left, and go first where too little is; text is wrapped. */
function sized(columns: readonly Column[], rows: readonly Row[], options: FormatOptions): Shown[] {
  const gaps = GAP.length * (columns.length - 1);
  const filled = columns.map((column) => {
    const texts = rows.map((row) => textIn(row, column));
    return { column, texts, natural: naturalWidth(column, texts, options) };
  });
  const taken = filled
    .filter(({ column }) => column.kind !== 'bar')
    .reduce((total, { natural }) => total + natural, gaps);
  const room = (options.width ?? USUAL_WIDTH) - taken;
  const barWidth = room >= LEAST_BAR ? Math.min(BAR_WIDTH, room) : 0;
  const wishes = filled.map(({ column: { kind }, natural }) => {
    if (kind === 'bar') return { natural: barWidth, least: barWidth };
    return { natural, least: kind === 'text' ? Math.min(natural, LEAST_TEXT) : natural };
  });
  const widths =
    options.width === null ? wishes.map(({ natural }) => natural) : fitWidths(wishes, options.width - gaps);
  return filled.map(({ column, texts }, i) => ({ column, texts, width: at(widths, i) }));
}

function textIn(row: Row, column: Column): string {
  return column.kind === 'bar' ? '' : visible(cellText(cellOf(row, column.key), column));
}

function naturalWidth({ label }: Column, texts: readonly string[], { hasHeader }: FormatOptions): number {
  const header = hasHeader ? widthOf(visible(label)) : 0;
  return Math.max(header, largest(texts.map((text) => widthOf(text))), 1);
}

/** Some rows of a table, under its header. */
async function drawRows(
  rows: readonly Row[],
  places: readonly number[],
  columns: readonly Shown[],
  { theme, hasHeader }: FormatOptions,
): Promise<string> {
  const drawn = columns.map((shown) => drawColumn(shown, rows, theme));
  const lines = places.map((place) => drawn.map((cells) => at(cells, place)));
  const header = columns.map(({ column }) => theme.faint(visible(column.label)));
  return drawGrid(
    columns.map(({ column, width }) => ({ width, align: column.kind === 'number' ? 'right' : 'left' })),
    hasHeader ? [header, ...lines] : lines,
  );
}

/** Its cells, as they are printed. */
function drawColumn({ column, texts, width }: Shown, rows: readonly Row[], theme: Theme): string[] {
  if (column.kind === 'bar') {
    const scale = scaleOf(rows, column);
    return rows.map((row) => theme.accent(drawBar(row, column, width, scale)));
  }
  const tone = column.tone === undefined ? (line: string) => line : theme[column.tone];
  return texts.map((text) =>
    wrap(text, width)
      .map((line) => tone(line))
      .join('\n'),
  );
}
