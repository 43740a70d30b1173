// A cell of a table as people read it.
import type { Cell, Column } from './document.ts';
import { fixed, significant } from './numbers.ts';

const DIGITS = 6;

/** Numbers to the column's decimals, or to six digits where it has none; a dash for nothing. */
export function cellText(cell: Cell, { decimals }: Column): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return decimals === undefined ? significant(cell, DIGITS) : fixed(cell, decimals);
}
