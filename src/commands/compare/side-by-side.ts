// Countries side by side, part by part.
import type { Part } from '../../analysis/explain/explain.ts';
import type { Result } from '../../model/result.ts';
import type { Column, Passage, Row, DocumentTable } from '../../report/document.ts';
import { blocks, labelAt } from './text.ts';
import { placesIn } from '../shared/contributions.ts';
import { rawText, shortCode } from '../shared/part-cells.ts';
import { placesOf } from '../shared/rows.ts';
import { weightsJson } from '../shared/weights.ts';

/**
 * A row a part: the score of each country, its weight, and of two countries the lead of the first with what
 * it contributes. Of more countries than fit beside each other, the others follow in passages.
 */
export function sideBySide(
  result: Result,
  rows: readonly number[],
  parts: readonly Part[],
  shares: ReadonlyMap<string, number> | null,
): { table: DocumentTable; rest: Passage[] } {
  const keyOf = (row: number) => labelAt(result, row);
  const weights = weightsJson(result);
  const [one = -1, other = -1] = rows;
  const isPair = shares !== null;
  const isTold = isPair && parts.some(({ node }) => shares.has(node.code));
  const places = placesIn(result, parts);
  const columns: Column[] = [
    { key: 'part', label: 'part', kind: 'text' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'name', kind: 'text' },
    { key: 'parent', label: 'parent', kind: 'text' },
    { key: 'depth', label: 'depth', kind: 'number' },
    ...rows.flatMap((row): Column[] => [
      { key: `raw.${keyOf(row)}`, label: `${keyOf(row)} score`, kind: 'text' },
      { key: `score.${keyOf(row)}`, label: keyOf(row), kind: 'number', decimals: places },
    ]),
    { key: 'both', label: `${keyOf(one)} / ${keyOf(other)}`, kind: 'text', isDispensable: true },
    { key: 'weight', label: 'weight', kind: 'number', decimals: 3 },
    { key: 'lead', label: 'lead', kind: 'number', decimals: places },
    { key: 'adds', label: 'adds', kind: 'number', decimals: Math.max(placesOf(result), 1) },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
  const tableRows = parts.map(({ node, parent, depth }): Row => {
    const scores = rows.map((row) => result.scores.get(node.code)?.[row] ?? null);
    const raw = rows.map((row) => rawText(result, node, row));
    const [ours = null, theirs = null] = scores;
    return {
      part: `${'  '.repeat(depth - 1)}${shortCode(result, node)}${node.kind === 'indicator' && node.direction === -1 ? ' ↓' : ''}`,
      code: node.code,
      name: node.name,
      parent: parent.code,
      depth,
      weight: weights[node.code]?.effective ?? null,
      ...Object.fromEntries(
        rows.flatMap((row, i) => [
          [`raw.${keyOf(row)}`, raw[i] ?? null],
          [`score.${keyOf(row)}`, scores[i] ?? null],
        ]),
      ),
      both: node.kind === 'category' ? '' : raw.map((text) => text ?? '–').join(' / '),
      lead: ours === null || theirs === null ? null : ours - theirs,
      adds: shares?.get(node.code) ?? null,
      illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
    };
  });
  // What was read says no more where scores are used as they are.
  const isRead =
    isPair &&
    tableRows.some(
      (row) =>
        row['both'] !== '' &&
        rows.some((at) => row[`raw.${keyOf(at)}`] !== String(row[`score.${keyOf(at)}`])),
    );
  const [first = [], ...others] = blocks(result, rows, 6);
  const scoresOf = (some: readonly number[]) => some.map((row) => `score.${keyOf(row)}`);
  const common = result.countryWeights === null ? ['weight'] : [];
  const table: DocumentTable = {
    columns,
    rows: tableRows,
    shown: [
      'part',
      ...(isRead ? ['both'] : []),
      ...scoresOf(first),
      ...common,
      ...(isPair ? ['lead'] : []),
      ...(isTold ? ['adds'] : []),
    ],
    exported: [
      'code',
      'name',
      'parent',
      'depth',
      ...rows.map((row) => `raw.${keyOf(row)}`),
      ...scoresOf(rows),
      ...common,
      ...(isPair ? ['lead', 'adds'] : []),
      ...(result.edition.about.illustrative === null ? [] : ['illustrative']),
    ],
  };
  return {
    table,
    rest: others.map((some) => ({
      lines: [],
      table: { ...table, shown: ['part', ...scoresOf(some), ...common] },
    })),
  };
}
