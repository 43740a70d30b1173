// The table of uncertainty: how the ranks of each country are spread.
import type { RankSpread } from '../../analysis/uncertainty/uncertainty.ts';
import { at, of } from '../../math/at.ts';
import { countsAhead } from '../../methods/rank/run.ts';
import type { Result } from '../../model/result.ts';
import { withoutFirstWord } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Column, DocumentTable, Row } from '../../report/document.ts';
import { wholePerCents } from '../../report/numbers.ts';
import { comparableColumn } from '../shared/comparable.ts';
import { inRankOrder, placesOf, type Entry } from '../shared/rows.ts';
import type { Findings } from './findings.ts';
import { isRanked, percentText, shareOfFirst } from './text.ts';

/** The countries in rank order, each with its fields. */
export function entriesOf(result: Result, { rows, comparable, uncertainty }: Findings): Entry[] {
  const places = new Map(rows.map((row, place) => [row, place]));
  return inRankOrder(result.ranks, result.countries, rows).map((row) => ({
    row,
    country: at(result.countries, row),
    fields: {
      ...fieldsOf(result, row, at(uncertainty.countries, of(places, row))),
      comparableRank: at(comparable, of(places, row)),
    },
  }));
}

export function tableOf(result: Result, columns: readonly Column[], shown: readonly Entry[]): DocumentTable {
  const ranks = columns.map(({ key }) => key).filter((key) => key.startsWith('rank '));
  const comparable = countsAhead(result.recipe.rank) ? [] : ['comparableRank'];
  return {
    columns,
    shown: [
      ...['rank', ...comparable, 'name', 'median', 'interval', 'heat', 'first'],
      ...(result.tiering === null ? [] : ['tierShares']),
    ],
    exported: [
      ...['rank', ...comparable, 'code', 'name', 'score', 'mean', 'median', 'low', 'high'],
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
    comparableColumn,
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
    { key: 'tierShares', label: 'tier', kind: 'text' },
    ...ranks.map((rank): Column => ({ key: rank, label: rank, kind: 'number' })),
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

function fieldsOf(result: Result, row: ResultRow, spread: RankSpread): Row {
  const { code, name, year } = at(result.countries, row);
  return {
    rank: at(result.ranks, row),
    code,
    name,
    year,
    score: at(result.index, row),
    ...centreOf(spread),
    first: percentText(shareOfFirst(spread)),
    tierShares: tierSharesText(result, spread),
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

/** `One 49 %, Two 51 %`: the tiers that it has in some draws; null without tiers. */
function tierSharesText({ tiering }: Result, { tiers }: RankSpread): string | null {
  if (tiering === null || tiers === null) return null;
  const names = withoutFirstWord(tiering.tiers);
  // Below 1 % and above 99 % nothing whole is told.
  const isWhole = tiers.every((share) => share === 0 || share === 1 || (share >= 0.01 && share <= 0.99));
  const told = isWhole ? wholePerCents(tiers).map((perCent) => perCent / 100) : tiers;
  return told
    .flatMap((share, tier) => (share > 0 ? [`${at(names, tier)} ${percentText(share)}`] : []))
    .join(', ');
}
