// The tables of sensitivity: the choices, the one that matters most first, and the parts that are left out.
import { at } from '../../math/at.ts';
import { isTold, type LeftOut } from '../../analysis/uncertainty/sensitivity.ts';
import type { Estimate } from '../../math/statistics/sensitivity.ts';
import { list } from '../../model/words.ts';
import type { Effect } from '../../analysis/uncertainty/effects.ts';
import type { Outcome } from '../../analysis/uncertainty/outcome.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Column, DocumentTable, Passage, Row } from '../../report/document.ts';
import { nameAt } from '../shared/countries.ts';
import { shiftOf } from '../shared/effects/text.ts';
import { partNames } from '../shared/parts/names.ts';
import { describeVariation } from '../shared/recipe/vary.ts';
import type { ChoiceFindings, Findings } from './findings.ts';

const choiceColumns: readonly Column[] = [
  { key: 'choice', label: 'choice (--vary)', kind: 'text' },
  { key: 'first', label: 'first', kind: 'number', decimals: 2 },
  { key: 'firstLow', label: 'first from', kind: 'number', decimals: 2 },
  { key: 'firstHigh', label: 'first to', kind: 'number', decimals: 2 },
  { key: 'total', label: 'total', kind: 'number', decimals: 2 },
  { key: 'totalLow', label: 'total from', kind: 'number', decimals: 2 },
  { key: 'totalHigh', label: 'total to', kind: 'number', decimals: 2 },
  { key: 'firstTold', label: 'alone', kind: 'number', decimals: 2 },
  { key: 'firstInterval', label: '90 %', kind: 'text' },
  { key: 'totalTold', label: 'total', kind: 'number', decimals: 2 },
  { key: 'totalInterval', label: '90 %', kind: 'text' },
  { key: 'bar', label: '', kind: 'bar', of: 'total', ends: { low: 0, high: 1 } },
  { key: 'shift', label: 'shift', kind: 'number', decimals: 2, isDispensable: true },
  { key: 'most', label: 'moves most', kind: 'text', isDispensable: true },
  { key: 'illustrative', label: 'illustrative', kind: 'text' },
];

export function choiceTable(result: Result, findings: Findings): DocumentTable {
  // Of what does not vary nothing is known, as of what explains nothing.
  const totalOf = ({ total }: ChoiceFindings) => total?.value ?? 0;
  const choices = findings.choices.toSorted((a, b) => totalOf(b) - totalOf(a));
  const isOfAll = findings.outcome.kind === 'shift';
  const areTold = choices.every(({ total }) => valueOf(total) !== null);
  return {
    columns: choiceColumns,
    shown: [
      ...['choice', 'firstTold', 'firstInterval', 'totalTold', 'totalInterval'],
      // Of one country or the first k, who moves is known, which leaves room for bars where all are told.
      ...(isOfAll ? ['shift', 'most'] : [...(areTold ? ['bar'] : []), 'shift']),
    ],
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
    first: valueOf(first),
    firstLow: first?.low ?? null,
    firstHigh: first?.high ?? null,
    total: valueOf(total),
    totalLow: total?.low ?? null,
    totalHigh: total?.high ?? null,
    firstTold: told(first),
    firstInterval: intervalOf(first),
    totalTold: told(total),
    totalInterval: intervalOf(total),
    shift: shiftOf(effect),
    most: mostText(result, rows, effect),
  };
}

/** `Estonia, 1.2`: who moves most, and by how many places; shorter than elsewhere, as intervals need room. */
function mostText(result: Result, rows: readonly ResultRow[], { most }: Effect): string {
  if (most === null || most.places === 0) return 'nobody';
  return `${nameAt(result, at(rows, most.country))}, ${most.places.toFixed(1)}`;
}

/** Null where nothing varies, and where the interval is too wide. */
function valueOf(estimate: Estimate | null): number | null {
  return estimate === null || !isTold(estimate) ? null : estimate.value;
}

/** A question mark where an estimate is too uncertain to be shown. */
function told(estimate: Estimate | null): number | '?' | null {
  return estimate === null || isTold(estimate) ? valueOf(estimate) : '?';
}

function intervalOf(estimate: Estimate | null): string | null {
  return estimate === null ? null : `${estimate.low.toFixed(2)}–${estimate.high.toFixed(2)}`;
}

const partColumns: readonly Column[] = [
  { key: 'part', label: 'without', kind: 'text' },
  { key: 'shift', label: 'mean shift', kind: 'number', decimals: 2 },
  { key: 'most', label: 'moves most', kind: 'text' },
  { key: 'moved', label: 'rank', kind: 'text' },
  { key: 'dropped', label: 'drop out', kind: 'text' },
];

/** What is shown beside each part. */
const shownOf: Readonly<Record<Outcome['kind'], readonly string[]>> = {
  shift: ['part', 'shift', 'most'],
  country: ['part', 'moved'],
  top: ['part', 'dropped'],
};

const MOST_PARTS = 12;

/** What leaving out each part does, those that move ranks most first. */
export function leftOutPassage(result: Result, { rows, left, outcome }: Findings): Passage {
  // Those without which there is no index come last.
  const ordered = left.toSorted((a, b) => (b.shift ?? -1) - (a.shift ?? -1));
  const isCut = ordered.length > MOST_PARTS;
  const nameOf = partNames(result);
  return {
    title: 'Leaving out one indicator or category',
    lines: isCut
      ? [`The ${MOST_PARTS} of ${ordered.length} with the largest effect; --format json lists all.`]
      : [],
    table: {
      columns: partColumns,
      shown: shownOf[outcome.kind],
      exported: [],
      rows: ordered.slice(0, MOST_PARTS).map((one): Row => ({
        part: nameOf(one.node.code),
        shift: one.shift,
        most: movedText(result, rows, one),
        moved: one.most === null ? one.reason : moveText(one.most),
        dropped: one.reason ?? droppedText(result, rows, one),
      })),
    },
  };
}

function moveText({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? `${from}` : `${from} to ${to}`;
}

function droppedText(result: Result, rows: readonly ResultRow[], { dropped }: LeftOut): string {
  const names = (dropped ?? []).map((country) => nameAt(result, at(rows, country)));
  return names.length === 0 ? 'nobody' : list(names);
}

/** Who moves most, or why there is no index without the part. */
function movedText(result: Result, rows: readonly ResultRow[], { most, reason }: LeftOut): string {
  if (reason !== null) return reason;
  if (most === null || most.from === most.to) return 'nobody';
  return `${nameAt(result, at(rows, most.country))}, ${most.from} to ${most.to}`;
}
