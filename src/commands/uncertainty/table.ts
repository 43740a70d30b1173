// The table of uncertainty: how the ranks of each country are spread.
import type { RankSpread } from '../../analysis/uncertainty/uncertainty.ts';
import { at, of } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import type { Column, DocumentTable, Row } from '../../report/document.ts';
import { inRankOrder, placesOf, type Entry } from '../shared/rows.ts';
import type { Findings } from './findings.ts';
import { isRanked, percentText, shareOfFirst } from './text.ts';

/** The countries in rank order, each with its fields. */
export function entriesOf(result: Result, { rows, uncertainty }: Findings): Entry[] {
  const spreads = new Map(rows.map((row, i) => [row, at(uncertainty.countries, i)]));
  return inRankOrder(result.ranks, result.countries, rows).map((row) => ({
    row,
    country: at(result.countries, row),
    fields: fieldsOf(result, row, of(spreads, row)),
  }));
}

export function tableOf(result: Result, columns: readonly Column[], shown: readonly Entry[]): DocumentTable {
  const ranks = columns.map(({ key }) => key).filter((key) => key.startsWith('rank '));
  return {
    columns,
    shown: [
      ...['rank', 'name', 'median', 'interval', 'heat', 'first'],
      ...(result.tiering === null ? [] : ['likeliest']),
    ],
    exported: [
      ...['rank', 'code', 'name', 'score', 'mean', 'median', 'low', 'high'],
      ...ranks,
      ...(result.edition.about.illustrative === null ? [] : ['illustrative']),
    ],
    rows: shown.map(({ fields }) => fields),
  };
}

export function columnsFor(result: Result, { rows }: Findings): Column[] {
  const ranks = rows.map((_, i) => `rank ${i + 1}`);
  return [
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'country', kind: 'text' },
    { key: 'score', label: 'index', kind: 'number', decimals: placesOf(result) },
    { key: 'mean', label: 'mean', kind: 'number', decimals: 1 },
    { key: 'median', label: 'median', kind: 'number', isDispensable: true },
    { key: 'interval', label: '90 %', kind: 'text' },
    { key: 'low', label: 'low', kind: 'number' },
    { key: 'high', label: 'high', kind: 'number' },
    { key: 'heat', label: `rank 1 to ${rows.length}`, kind: 'bar', of: 'rank ', shades: rows.length },
    { key: 'first', label: 'first', kind: 'text', isDispensable: true },
    { key: 'likeliest', label: 'tier', kind: 'text' },
    ...ranks.map((rank): Column => ({ key: rank, label: rank, kind: 'number' })),
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

function fieldsOf(result: Result, row: number, spread: RankSpread): Row {
  const { code, name, year } = at(result.countries, row);
  return {
    rank: at(result.ranks, row),
    code,
    name,
    year,
    score: at(result.index, row),
    ...centreOf(spread),
    first: percentText(shareOfFirst(spread)),
    likeliest: likeliestTier(result, spread),
    ...Object.fromEntries(spread.acceptability.map((share, i) => [`rank ${i + 1}`, share])),
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
}

/** The middle of its ranks, and where nine of ten lie; null of a country that was never ranked. */
function centreOf(spread: RankSpread): Row {
  if (!isRanked(spread)) return { mean: null, median: null, low: null, high: null, interval: null };
  const { mean, median, low, high } = spread;
  return { mean, median, low, high, interval: low === high ? String(low) : `${low}–${high}` };
}

/** `Tier Two 51 %`; null without tiers. */
function likeliestTier({ tiering }: Result, { tiers }: RankSpread): string | null {
  if (tiering === null || tiers === null) return null;
  const share = Math.max(...tiers);
  return `${at(tiering.tiers, tiers.indexOf(share))} ${percentText(share)}`;
}
