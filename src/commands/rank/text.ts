// The ranking as a table: its columns, and a row for each country.
import { at, of } from '../../math/at.ts';
import { present } from '../../math/statistics/column.ts';
import { largest, smallest } from '../../math/statistics/stats.ts';
import { nodes } from '../../model/framework.ts';
import { tierOf, type Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Column, DocumentTable, Row } from '../../report/document.ts';
import { decimalsFor } from '../../report/numbers.ts';
import { placesOf } from '../shared/rows.ts';

/** The columns beside the usual ones: what they are called, and what they show. */
interface Extra {
  readonly key: string;
  readonly label: string;
}

/** The fields of a ranking, which depend on the framework and on the groups of the countries. */
export interface Fields {
  readonly columns: readonly Column[];
  /** Those of the nodes of the framework, by code. */
  readonly scores: readonly Extra[];
  /** Those of the text columns beside the scores. */
  readonly groups: readonly Extra[];
}

export function fieldsFor(result: Result): Fields {
  const usual = usualColumns(result);
  const named = (prefix: string, label: string): Extra => {
    const isTaken = usual.some(({ key }) => key === label);
    return { key: isTaken ? `${prefix}.${label}` : label, label };
  };
  const codes = nodes(result.framework).slice(1);
  const groups = new Set(result.countries.flatMap((country) => Object.keys(country.groups)));
  const extras = {
    scores: codes.map(({ code }) => named('scores', code)),
    groups: [...groups].map((group) => named('groups', group)),
  };
  return {
    columns: [
      ...usual,
      ...extras.scores.map((extra) => scoreColumn(result, extra)),
      ...extras.groups.map((extra): Column => ({ ...extra, kind: 'text' })),
    ],
    ...extras,
  };
}

function usualColumns(result: Result): Column[] {
  return [
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'country', kind: 'text' },
    { key: 'year', label: 'year', kind: 'number' },
    { key: 'score', label: 'index', kind: 'number', decimals: placesOf(result) },
    { key: 'bar', label: '', kind: 'bar', of: 'score' },
    { key: 'tier', label: 'tier', kind: 'text' },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

function scoreColumn({ scores }: Result, { key, label }: Extra): Column {
  return {
    key,
    label,
    kind: 'number',
    // Worked out where it is shown only.
    get decimals() {
      return decimalsFor(present(of(scores, label)));
    },
  };
}

/** What stands in the row of one country. */
export function rowOf(result: Result, { scores, groups }: Fields, row: ResultRow): Row {
  const { code, name, year, groups: written } = at(result.countries, row);
  const fields: Record<string, string | number | null> = {
    rank: at(result.ranks, row),
    code,
    name,
    year,
    score: at(result.index, row),
    tier: tierOf(result, row),
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
  for (const { key, label } of groups) fields[key] = written[label] ?? null;
  for (const { key, label } of scores) fields[key] = at(of(result.scores, label), row);
  return fields;
}

export function tableOf(
  { tiering, edition }: Result,
  { columns }: Fields,
  rows: readonly Row[],
  field: readonly Row[],
): DocumentTable {
  const index = field.map((row) => row['score']).filter((score) => typeof score === 'number');
  const ends = { low: Math.min(0, smallest(index)), high: Math.max(0, largest(index)) };
  const shown = ['rank', 'name', 'score', 'bar'];
  const exported = ['rank', 'code', 'name', 'score'];
  if (tiering !== null) {
    shown.push('tier');
    exported.push('tier');
  }
  if (edition.about.illustrative !== null) exported.push('illustrative');
  // Bars compare with the whole field, whichever rows are shown.
  const scaled = columns.map((column) => (column.kind === 'bar' ? { ...column, ends } : column));
  return { columns: scaled, shown, exported, rows };
}
