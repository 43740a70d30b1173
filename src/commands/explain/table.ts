// The table of what each part adds: its columns, and a row for each part.
import type { Part } from '../../analysis/explain/explain.ts';
import { isUnique } from '../../analysis/explain/share-ranges.ts';
import type { ShareRange } from '../../methods/weight/siblings.ts';
import { at, of } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Column, DocumentTable, Row } from '../../report/document.ts';
import { fixed } from '../../report/numbers.ts';
import { ratingOf, rawText, shortCode, stageAt } from '../shared/parts/cells.ts';
import { placesOf } from '../shared/rows.ts';
import { placesIn } from '../shared/parts/contributions.ts';

/** The table of the parts that are shown, with as many decimals as all of them need. */
export function tableOf(
  result: Result,
  row: ResultRow,
  shown: readonly Part[],
  all: readonly Part[],
): DocumentTable {
  const changed = changedSteps(result, row);
  const rows = shown.map((part) => rowOf(result, part, row, changed));
  return {
    columns: columnsFor(result, all, row, changed),
    shown: shownOf(result, rows, changed),
    exported: exportedOf(result, changed),
    rows,
  };
}

/** The steps between the raw scores and the normalised ones that changed any of a country's. */
function changedSteps({ stages }: Result, row: ResultRow): string[] {
  return stages
    .slice(1, -1)
    .filter(({ columns }, i) => {
      const before = at(stages, i).columns;
      return [...columns].some(([code, column]) => at(column, row) !== at(of(before, code), row));
    })
    .map(({ step }) => step);
}

function columnsFor(
  result: Result,
  parts: readonly Part[],
  row: ResultRow,
  changed: readonly string[],
): Column[] {
  const decimals = placesIn(result, parts);
  return [
    { key: 'part', label: 'part', kind: 'text' },
    { key: 'country', label: 'country', kind: 'text' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'name', kind: 'text' },
    { key: 'parent', label: 'parent', kind: 'text' },
    { key: 'depth', label: 'depth', kind: 'number' },
    { key: 'raw', label: 'score', kind: 'text' },
    { key: 'rating', label: 'rating', kind: 'text' },
    ...changed.map((step): Column => ({ key: step, label: step, kind: 'number' })),
    { key: 'score', label: 'normalised', kind: 'number', decimals },
    { key: 'weight', label: 'weight', kind: 'number', decimals: 3, isDispensable: true },
    { key: 'share', label: 'share', kind: 'text', isDispensable: true },
    { key: 'leastShare', label: 'least share', kind: 'number' },
    { key: 'mostShare', label: 'most share', kind: 'number' },
    { key: 'adds', label: 'points', kind: 'number', decimals: placesThatAddUp(result, row, parts) },
    { key: 'bar', label: '', kind: 'bar', of: 'drawn' },
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'median', label: 'median', kind: 'number', decimals, isDispensable: true },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

/** Of raw scores and steps only those that have something to show. */
function shownOf(result: Result, rows: readonly Row[], changed: readonly string[]): string[] {
  const filled = ['raw', ...changed].filter((key) =>
    rows.some(({ [key]: cell }) => cell !== null && cell !== ''),
  );
  const weight = result.countryWeights === null ? 'weight' : 'share';
  return ['part', ...filled, 'score', weight, 'adds', 'bar', 'rank', 'median'];
}

function exportedOf({ edition, countryWeights }: Result, changed: readonly string[]): string[] {
  const keys = ['country', 'code', 'name', 'parent', 'depth', 'raw', 'rating', ...changed];
  keys.push('score', ...(countryWeights === null ? ['weight'] : ['leastShare', 'mostShare']));
  keys.push('adds', 'rank', 'median');
  if (edition.about.illustrative !== null) keys.push('illustrative');
  return keys;
}

/** As many decimals as the index has, and one more where the rounded contributions add up to it only then. */
function placesThatAddUp(result: Result, row: ResultRow, parts: readonly Part[]): number {
  const least = Math.max(placesOf(result), 1);
  const index = at(result.index, row);
  if (index === null) return least;
  const adds = parts.filter(({ depth }) => depth === 1).flatMap((part) => part.adds ?? []);
  const isEven = (places: number) => {
    const total = adds.reduce((sum, x) => sum + Number(fixed(x, places)), 0);
    return fixed(total, places) === fixed(index, places);
  };
  return [least, least + 1].find(isEven) ?? least;
}

function rowOf(result: Result, part: Part, row: ResultRow, changed: readonly string[]): Row {
  const { node, parent, depth, score, weight, shares, adds, rank, median } = part;
  const country = at(result.countries, row);
  const direction = node.kind === 'indicator' && node.direction === -1 ? ' ↓' : '';
  return {
    part: `${'  '.repeat(depth - 1)}${shortCode(result, node)}${direction}`,
    country: country.code ?? country.name,
    year: country.year,
    code: node.code,
    name: node.name,
    parent: parent.code,
    depth,
    raw: rawText(result, node, row),
    rating: ratingOf(result, node, row),
    score,
    weight,
    share: shares === null ? null : shareText(shares),
    leastShare: shares?.least ?? null,
    mostShare: shares?.most ?? null,
    adds,
    rank,
    median,
    drawn: adds === null ? null : Math.max(0, adds),
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
    ...Object.fromEntries(changed.map((step) => [step, stageAt(result, step, node.code, row)])),
  };
}

/** `0.50`, or `0.00–1.00` where other shares would do as well. */
function shareText(shares: ShareRange): string {
  const [least, most] = [fixed(shares.least, 2), fixed(shares.most, 2)];
  return isUnique(shares) ? least : `${least}–${most}`;
}
