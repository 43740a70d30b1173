// Every draw as a row of CSV: the methods it used, and the rank of each country.
import { hasFailed, type FailedReplicate, type Replicate } from '../../analysis/uncertainty/replicates.ts';
import { at } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import type { Variation } from '../../model/recipe.ts';
import type { ResultRow } from '../../model/rows.ts';
import { neutral, quoteCsv } from '../../report/formats/delimited.ts';
import { idAt } from '../shared/countries.ts';
import { takenAt } from '../shared/recipe/vary.ts';

export function replicatesCsv(
  result: Result,
  rows: readonly ResultRow[],
  variations: readonly Variation[],
  points: readonly (readonly number[])[],
  replicates: readonly (Replicate | FailedReplicate)[],
  isRaw: boolean,
): string {
  const ids = rows.map((row) => idAt(result, row));
  const lines = replicates.map((one, i) => {
    const taken = variations.map((variation, j) => takenAt(variation, at(at(points, i), j)));
    const outcome = hasFailed(one)
      ? [one.failure, ...ids.map(() => '')]
      : ['', ...one.ranks.map((rank) => (rank === null ? '' : String(rank)))];
    return [String(i + 1), ...taken, ...outcome];
  });
  return [['replicate', ...variations.map(({ name }) => name), 'failure', ...ids], ...lines]
    .map((cells) => `${cells.map((cell) => quoteCsv(isRaw ? cell : neutral(cell))).join(',')}\n`)
    .join('');
}
