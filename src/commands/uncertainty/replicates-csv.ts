// Every replicate as a row of CSV: what was taken, and the rank of each country.
import { hasFailed, type FailedReplicate, type Replicate } from '../../analysis/uncertainty/replicates.ts';
import type { Result } from '../../model/result.ts';
import type { Variation } from '../../model/vary.ts';
import { takenAt } from '../shared/vary.ts';

export function replicatesCsv(
  { countries }: Result,
  rows: readonly number[],
  variations: readonly Variation[],
  points: readonly (readonly number[])[],
  replicates: readonly (Replicate | FailedReplicate)[],
): string {
  const ids = rows.map((row) => countries[row]?.code ?? countries[row]?.name ?? '');
  const lines = replicates.map((one, i) => [
    String(i + 1),
    ...variations.map((variation, j) => takenAt(variation, points[i]?.[j] ?? 0)),
    hasFailed(one) ? one.failure : '',
    ...(hasFailed(one) ? ids.map(() => '') : one.ranks.map((rank) => (rank === null ? '' : String(rank)))),
  ]);
  return [['replicate', ...variations.map(({ name }) => name), 'failure', ...ids], ...lines]
    .map((cells) => `${cells.map(quotedIfNeeded).join(',')}\n`)
    .join('');
}

function quotedIfNeeded(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
