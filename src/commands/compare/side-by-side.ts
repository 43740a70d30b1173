// The table of compare: countries side by side, part by part.
import type { Part } from '../../analysis/explain/explain.ts';
import { at, of } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Column, DocumentTable, Passage, Row } from '../../report/document.ts';
import { placesIn } from '../shared/parts/contributions.ts';
import { idAt } from '../shared/countries.ts';
import { rawText, shortCode } from '../shared/parts/cells.ts';
import { placesOf } from '../shared/rows.ts';
import { blocks } from './blocks.ts';
import type { Comparison } from './comparison.ts';

/**
 * A row a part: the score of each country, its weight, and of two countries the lead of the first with what
 * it contributes. Of more countries than fit beside each other, the others follow in passages.
 */
export function sideBySide(
  result: Result,
  comparison: Comparison,
  parts: readonly Part[],
): { table: DocumentTable; rest: Passage[] } {
  const { two } = comparison;
  const rows = two === null ? comparison.rows : [two.ahead, two.behind];
  const [first = [], ...others] = blocks(result, rows);
  const tableRows = parts.map((part) => rowOf(result, comparison, rows, part));
  const scoresOf = (some: readonly ResultRow[]) => some.map((row) => `score.${idAt(result, row)}`);
  // Where each country has weights of its own there are none of the part.
  const weight = result.countryWeights === null ? ['weight'] : [];
  const areSharesTold = parts.some(({ node }) => two?.shares.has(node.code) === true);
  const table: DocumentTable = {
    columns: columnsFor(result, rows, parts),
    rows: tableRows,
    shown: [
      'part',
      ...(two !== null && isReadingTelling(result, rows, tableRows) ? ['both'] : []),
      ...scoresOf(first),
      ...weight,
      ...(two === null ? [] : ['lead']),
      ...(areSharesTold ? ['adds'] : []),
    ],
    exported: [
      ...['code', 'name', 'parent', 'depth'],
      ...rows.map((row) => `raw.${idAt(result, row)}`),
      ...scoresOf(rows),
      ...weight,
      ...(two === null ? [] : ['lead', 'adds']),
      ...(result.edition.about.illustrative === null ? [] : ['illustrative']),
    ],
  };
  const rest = others.map((some) => ({
    lines: [],
    table: { ...table, shown: ['part', ...scoresOf(some), ...weight] },
  }));
  return { table, rest };
}

/** Whether the scores that were read say more than those that are used. */
function isReadingTelling(result: Result, rows: readonly ResultRow[], tableRows: readonly Row[]): boolean {
  const keys = rows.map((row) => idAt(result, row));
  return tableRows.some(
    (row) => row['both'] !== '' && keys.some((key) => row[`raw.${key}`] !== String(row[`score.${key}`])),
  );
}

function columnsFor(result: Result, rows: readonly ResultRow[], parts: readonly Part[]): Column[] {
  const places = placesIn(result, parts);
  const ids = rows.map((row) => idAt(result, row));
  return [
    { key: 'part', label: 'part', kind: 'text' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'name', kind: 'text' },
    { key: 'parent', label: 'parent', kind: 'text' },
    { key: 'depth', label: 'depth', kind: 'number' },
    ...ids.flatMap((id): Column[] => [
      { key: `raw.${id}`, label: `${id} score`, kind: 'text' },
      { key: `score.${id}`, label: id, kind: 'number', decimals: places },
    ]),
    { key: 'both', label: ids.slice(0, 2).join(' / '), kind: 'text', isDispensable: true },
    { key: 'weight', label: 'weight', kind: 'number', decimals: 3 },
    { key: 'lead', label: 'lead', kind: 'number', decimals: places },
    { key: 'adds', label: 'points', kind: 'number', decimals: Math.max(placesOf(result), 1) },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

function rowOf(
  result: Result,
  { weights, two }: Comparison,
  rows: readonly ResultRow[],
  { node, parent, depth }: Part,
): Row {
  const isFalling = node.kind === 'indicator' && node.direction === -1;
  const scoreAt = (row: ResultRow) => at(of(result.scores, node.code), row);
  const [ours, theirs] = [scoreAt(at(rows, 0)), scoreAt(at(rows, 1))];
  const cells = rows.flatMap((row) => [
    [`raw.${idAt(result, row)}`, rawText(result, node, row)],
    [`score.${idAt(result, row)}`, scoreAt(row)],
  ]);
  const both = rows.map((row) => rawText(result, node, row) ?? '–').join(' / ');
  return {
    part: `${'  '.repeat(depth - 1)}${shortCode(result, node)}${isFalling ? ' ↓' : ''}`,
    code: node.code,
    name: node.name,
    parent: parent.code,
    depth,
    weight: weights.get(node.code) ?? null,
    ...Object.fromEntries(cells),
    both: node.kind === 'category' ? '' : both,
    lead: ours === null || theirs === null ? null : ours - theirs,
    adds: two?.shares.get(node.code) ?? null,
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
}
