// How many countries fit beside each other.
import { largest } from '../../math/statistics/stats.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { idAt } from '../shared/countries.ts';

/** What is left of a narrow terminal for columns of countries. */
const ROOM = 40;
const LEAST_WIDTH = 6;

/** Countries in groups that fit beside each other, each column as wide as the widest label. */
export function blocks(result: Result, rows: readonly ResultRow[]): ResultRow[][] {
  const width = Math.max(LEAST_WIDTH, largest(rows.map((row) => idAt(result, row).length)));
  const size = Math.max(1, Math.floor(ROOM / (2 + width)));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );
}
