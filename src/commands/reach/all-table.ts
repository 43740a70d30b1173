// The table of reach --all: a country a row, with the least that does it.
import type { Reach } from '../../analysis/reach/index.ts';
import { at } from '../../math/at.ts';
import { countsAhead } from '../../methods/rank/run.ts';
import { tierOf, type Result } from '../../model/result.ts';
import type { Column, DocumentTable, Row } from '../../report/document.ts';
import { comparableColumn } from '../shared/comparable.ts';
import { placesOf, type Entry } from '../shared/rows.ts';
import { changesWords, risePlaces, stepsOf, totalOf } from './changes.ts';

/** The field that says how far a country is away. */
export type Unit = 'steps' | 'total';

export function entriesOf(result: Result, away: readonly Reach[]): Entry[] {
  return away.map((one) => ({
    row: one.row,
    country: at(result.countries, one.row),
    fields: fieldsOf(result, one),
  }));
}

export function tableOf(
  result: Result,
  away: readonly Reach[],
  unit: Unit,
  shown: readonly Entry[],
): DocumentTable {
  const canOneDoIt = away.some(({ single }) => single.length > 0);
  const comparable = countsAhead(result.recipe.rank) ? [] : ['comparableRank'];
  return {
    columns: columnsFor(result),
    shown: ['name', 'rank', ...comparable, unit, 'changes', ...(canOneDoIt ? ['alone'] : []), 'rankThen'],
    exported: [
      ...['rank', ...comparable, 'code', 'name', 'score'],
      ...(result.tiering === null ? [] : ['tier']),
      ...['possible', 'steps', 'total', 'changes', 'alone', 'rankThen', 'scoreThen'],
      ...(result.edition.about.illustrative === null ? [] : ['illustrative']),
    ],
    rows: shown.map(({ fields }) => fields),
  };
}

export function columnsFor(result: Result): Column[] {
  return [
    { key: 'rank', label: 'rank', kind: 'number' },
    comparableColumn,
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'country', kind: 'text' },
    { key: 'score', label: 'index', kind: 'number', decimals: placesOf(result) },
    { key: 'tier', label: 'tier', kind: 'text' },
    { key: 'possible', label: 'possible', kind: 'text' },
    { key: 'steps', label: 'steps', kind: 'number' },
    { key: 'total', label: 'points', kind: 'number', decimals: risePlaces(result) },
    { key: 'changes', label: 'smallest change', kind: 'text' },
    { key: 'alone', label: 'or alone', kind: 'text', isDispensable: true },
    { key: 'rankThen', label: 'rank then', kind: 'number' },
    { key: 'scoreThen', label: 'index then', kind: 'number', decimals: placesOf(result) },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

function fieldsOf(result: Result, found: Reach): Row {
  const { row, now, frozen, rebuilt } = found;
  const then = rebuilt ?? frozen;
  const { code, name, year } = at(result.countries, row);
  return {
    rank: at(result.ranks, row),
    comparableRank: now.rank,
    code,
    name,
    year,
    score: at(result.index, row),
    tier: tierOf(result, row),
    ...answerOf(result, found),
    rankThen: then.rank,
    scoreThen: then.score,
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
}

/** What it takes, and which score would do alone. */
function answerOf(result: Result, { changes, single }: Reach): Row {
  if (changes === null)
    return {
      possible: 'no',
      steps: null,
      total: null,
      changes: 'out of reach even with the best scores',
      alone: null,
    };
  return {
    possible: 'yes',
    steps: stepsOf(changes),
    total: totalOf(changes),
    changes: changesWords(result, changes),
    alone: single.length === 0 ? null : changesWords(result, single),
  };
}
