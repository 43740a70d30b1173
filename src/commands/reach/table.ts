// The table of reach: the changes that do it, one a row.
import type { Change } from '../../analysis/reach/index.ts';
import { at } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Column, DocumentTable, Row } from '../../report/document.ts';
import { labelOf, normalisedOf, ratingOf, risePlaces, writtenRaw } from './changes.ts';

export function changeTable(result: Result, row: ResultRow, changes: readonly Change[]): DocumentTable {
  const areRated = changes.some(({ steps }) => steps !== null);
  return {
    columns: columnsFor(result),
    shown: ['indicator', 'from', 'to', ...(areRated ? ['steps'] : []), 'before', 'after', 'rise'],
    exported: [
      ...['code', 'country', 'indicator', 'column', 'rawFrom', 'rawTo', 'ratingFrom', 'ratingTo'],
      ...['steps', 'before', 'after', 'rise'],
      ...(result.edition.about.illustrative === null ? [] : ['illustrative']),
    ],
    rows: changes.map((change) => rowOf(result, row, change)),
  };
}

function columnsFor(result: Result): Column[] {
  const places = risePlaces(result);
  return [
    { key: 'country', label: 'country', kind: 'text' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'indicator', label: 'indicator', kind: 'text' },
    { key: 'column', label: 'column', kind: 'text' },
    { key: 'from', label: 'from', kind: 'text' },
    { key: 'to', label: 'to', kind: 'text' },
    { key: 'rawFrom', label: 'raw from', kind: 'number' },
    { key: 'rawTo', label: 'raw to', kind: 'number' },
    { key: 'ratingFrom', label: 'rating from', kind: 'text' },
    { key: 'ratingTo', label: 'rating to', kind: 'text' },
    { key: 'steps', label: 'steps', kind: 'number' },
    { key: 'before', label: 'normalised', kind: 'number', decimals: places, isDispensable: true },
    { key: 'after', label: 'then', kind: 'number', decimals: places, isDispensable: true },
    { key: 'rise', label: 'rise', kind: 'number', decimals: places },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

function rowOf(result: Result, row: ResultRow, change: Change): Row {
  const { score, rise, steps, to, ratingTo } = change;
  const { code, name, year } = at(result.countries, row);
  const ratingFrom = ratingOf(result, change);
  const written = to === null ? null : writtenRaw(result, change, to);
  return {
    country: name,
    year,
    code,
    indicator: labelOf(change),
    column: score.column,
    from: ratingFrom ?? String(Number(score.raw.toPrecision(6))),
    to: ratingTo ?? written,
    rawFrom: score.raw,
    rawTo: to,
    ratingFrom,
    ratingTo,
    steps,
    ...normalisedOf(result, row, change),
    rise,
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
}
