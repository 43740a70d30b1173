// The bars of a table: of one number, of an interval, or of several shares as shades.
import { largest, smallest } from '../../math/statistics/stats.ts';
import { bar, heat, interval } from '../charts.ts';
import { cellOf, type Cell, type Column, type Row } from '../document.ts';

/** What an empty and a full bar stand for. */
interface Scale {
  readonly low: number;
  readonly high: number;
}

export function scaleOf(rows: readonly Row[], { of = '', ends }: Column): Scale {
  if (ends !== undefined) return ends;
  const numbers = rows.map((row) => cellOf(row, of)).filter((cell) => typeof cell === 'number');
  return { low: Math.min(0, smallest(numbers)), high: Math.max(0, largest(numbers)) };
}

/** Nothing where there is no number. */
export function drawBar(
  row: Row,
  { of = '', shades, between }: Column,
  width: number,
  { low, high }: Scale,
): string {
  if (shades !== undefined) return heat(sharesOf(row, of, shades), width);
  const value = cellOf(row, of);
  if (between !== undefined) return drawInterval(row, value, between, width);
  return typeof value === 'number' && high > low ? bar((value - low) / (high - low), width) : '';
}

/** The fields that shades are made of are numbered from 1. */
function sharesOf(row: Row, of: string, amount: number): number[] {
  return Array.from({ length: amount }, (_, i) => Number(cellOf(row, `${of}${i + 1}`)));
}

function drawInterval(
  row: Row,
  mark: Cell,
  { from, to, places }: NonNullable<Column['between']>,
  width: number,
): string {
  const [first, last] = [cellOf(row, from), cellOf(row, to)];
  if (typeof first !== 'number' || typeof last !== 'number') return '';
  return interval({ from: first, to: last, at: typeof mark === 'number' ? mark : null }, places, width);
}
