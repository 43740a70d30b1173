// The tables of sensitivity: the choices, the one that matters most first, and the parts that are left out.
import { at } from '../../math/at.ts';
import type { LeftOut } from '../../analysis/uncertainty/sensitivity.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Column, DocumentTable, Passage, Row } from '../../report/document.ts';
import { nameAt } from '../shared/countries.ts';
import { movesMostText, shiftOf } from '../shared/effects/text.ts';
import { describeVariation } from '../shared/recipe/vary.ts';
import type { ChoiceFindings, Findings } from './findings.ts';

const choiceColumns: readonly Column[] = [
  { key: 'choice', label: 'choice', kind: 'text' },
  { key: 'first', label: 'first', kind: 'number', decimals: 2 },
  { key: 'firstLow', label: 'first from', kind: 'number', decimals: 2 },
  { key: 'firstHigh', label: 'first to', kind: 'number', decimals: 2 },
  { key: 'total', label: 'total', kind: 'number', decimals: 2 },
  { key: 'totalLow', label: 'total from', kind: 'number', decimals: 2 },
  { key: 'totalHigh', label: 'total to', kind: 'number', decimals: 2 },
  { key: 'interval', label: '90 %', kind: 'text', isDispensable: true },
  { key: 'bar', label: '', kind: 'bar', of: 'drawn' },
  { key: 'shift', label: 'alone', kind: 'number', decimals: 2, isDispensable: true },
  { key: 'most', label: 'moves most', kind: 'text', isDispensable: true },
  { key: 'illustrative', label: 'illustrative', kind: 'text' },
];

export function choiceTable(result: Result, findings: Findings): DocumentTable {
  // Of what does not vary nothing is known, as of what explains nothing.
  const totalOf = ({ total }: ChoiceFindings) => total?.value ?? 0;
  const choices = findings.choices.toSorted((a, b) => totalOf(b) - totalOf(a));
  return {
    columns: choiceColumns,
    shown: ['choice', 'first', 'total', 'interval', 'bar', 'shift', 'most'],
    exported: [
      ...['choice', 'first', 'firstLow', 'firstHigh', 'total', 'totalLow', 'totalHigh', 'shift'],
      ...(result.edition.about.illustrative === null ? [] : ['illustrative']),
    ],
    rows: choices.map((choice) => choiceRow(result, findings.rows, choice)),
  };
}

function choiceRow(
  result: Result,
  rows: readonly ResultRow[],
  { variation, first, total, effect }: ChoiceFindings,
): Row {
  return {
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
    choice: describeVariation(variation),
    first: first?.value ?? null,
    firstLow: first?.low ?? null,
    firstHigh: first?.high ?? null,
    total: total?.value ?? null,
    totalLow: total?.low ?? null,
    totalHigh: total?.high ?? null,
    drawn: Math.max(0, total?.value ?? 0),
    interval: total === null ? null : `${total.low.toFixed(2)}–${total.high.toFixed(2)}`,
    shift: shiftOf(effect),
    most: movesMostText(result, rows, effect),
  };
}

const partColumns: readonly Column[] = [
  { key: 'part', label: 'without', kind: 'text' },
  { key: 'shift', label: 'mean shift', kind: 'number', decimals: 2 },
  { key: 'most', label: 'moves most', kind: 'text' },
];

const MOST_PARTS = 12;

/** What leaving out each part does, those that move ranks most first. */
export function leftOutPassage(result: Result, { rows, left }: Findings): Passage {
  // Those without which there is no index come last.
  const ordered = left.toSorted((a, b) => (b.shift ?? -1) - (a.shift ?? -1));
  const isCut = ordered.length > MOST_PARTS;
  return {
    title: 'Leaving parts out',
    lines: isCut
      ? [`The ${MOST_PARTS} that move ranks most, of ${ordered.length}; --format json tells all.`]
      : [],
    table: {
      columns: partColumns,
      shown: ['part', 'shift', 'most'],
      exported: [],
      rows: ordered.slice(0, MOST_PARTS).map((one): Row => ({
        part: one.node.code,
        shift: one.shift,
        most: movedText(result, rows, one),
      })),
    },
  };
}

/** Who moves most, or why there is no index without the part. */
function movedText(result: Result, rows: readonly ResultRow[], { most, reason }: LeftOut): string {
  if (reason !== null) return reason;
  if (most === null || most.from === most.to) return 'nobody';
  return `${nameAt(result, at(rows, most.country))}, ${most.from} to ${most.to}`;
}
