// Cells side by side, without boxes: what is left of a table once every cell has its text and every column
// its width.
import { at } from '../math/at.ts';
import { widthOf } from './width.ts';

export interface GridColumn {
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** A cell as it is shown: lines of text, perhaps with colours around them. */
export type GridRow = readonly string[];

/** What stands between two columns. */
export const GAP = '  ';

/**
 * Draws rows of cells. Cells of one line each only want padding; where one has several lines a library lays
 * them out, which takes it as long as all the rest of a short run.
 */
export async function drawGrid(columns: readonly GridColumn[], rows: readonly GridRow[]): Promise<string> {
  const isPlain = rows.every((row) => row.every((cell) => !cell.includes('\n')));
  const lines = isPlain ? rows.map((row) => padded(columns, row)) : await laidOut(columns, rows);
  return lines.map((line) => line.trimEnd()).join('\n');
}

function padded(columns: readonly GridColumn[], row: GridRow): string {
  return columns
    .map(({ width, align }, i) => {
      const cell = at(row, i);
      const space = ' '.repeat(Math.max(0, width - widthOf(cell)));
      return align === 'right' ? space + cell : cell + space;
    })
    .join(GAP);
}

async function laidOut(columns: readonly GridColumn[], rows: readonly GridRow[]): Promise<string[]> {
  const { default: Table } = await import('cli-table3');
  const table = new Table({
    chars: { ...Object.fromEntries(boxNames.map((name) => [name, ''])), middle: GAP },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: columns.map(({ width }) => width),
    colAligns: columns.map(({ align }) => align),
  });
  for (const row of rows) table.push([...row]);
  return table.toString().split('\n');
}

const boxNames = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
  'left',
  'left-mid',
  'mid',
  'mid-mid',
  'right',
  'right-mid',
] as const;
