// How a part of the framework is shown in a row of a table: its code, and what was read for a country.
import { largest } from '../../../math/statistics/stats.ts';
import { nodes, type FrameworkNode } from '../../../model/framework.ts';
import type { Result } from '../../../model/result.ts';
import type { ResultRow } from '../../../model/rows.ts';
import { significant } from '../../../report/numbers.ts';
import { ratingWord } from './ratings.ts';

/** A code without the code of a category above it, if it begins with that and a dot. */
export function shortCode({ framework }: Result, { code }: FrameworkNode): string {
  const above = nodes(framework).filter(
    (node) =>
      node.kind === 'category' &&
      code.startsWith(`${node.code}.`) &&
      nodes(node).some((one) => one.code === code),
  );
  return code.slice(Math.max(0, largest(above.map((node) => node.code.length + 1))));
}

/** A country's score on an indicator after a step; null if it has none. */
export function stageAt({ stages }: Result, step: string, code: string, row: ResultRow): number | null {
  return stages.find((stage) => stage.step === step)?.columns.get(code)?.[row] ?? null;
}

/** The rating or the number that was read, as it is shown. */
export function rawText(result: Result, node: FrameworkNode, row: ResultRow): string | null {
  if (node.kind === 'category') return '';
  const raw = stageAt(result, 'select', node.code, row);
  return ratingOf(result, node, row) ?? (raw === null ? null : significant(raw, 6));
}

/** The word that a raw score stands for, if it was rated in words. */
export function ratingOf(result: Result, node: FrameworkNode, row: ResultRow): string | null {
  const raw = stageAt(result, 'select', node.code, row);
  if (node.kind === 'category' || raw === null) return null;
  return ratingWord(result.edition.scales, node, raw);
}
