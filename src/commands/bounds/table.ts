// The table of bounds: which columns there are, and a row for each country.
import type { Bounds, CountryBounds } from '../../analysis/bounds/bounds.ts';
import type { RankBound } from '../../analysis/bounds/rank-search.ts';
import { at, of } from '../../math/at.ts';
import { labelOf } from '../../methods/region/table.ts';
import { tierOf, type Result } from '../../model/result.ts';
import type { Column, DocumentTable, Row } from '../../report/document.ts';
import { comparableColumn } from '../shared/comparable.ts';
import { inRankOrder, placesOf, type Entry } from '../shared/rows.ts';
import { areOfAnotherKind, haveTierBounds, tierName, type Readings } from './readings.ts';

const LONGEST_LABEL = 15;

/** The countries in rank order, each with its fields. */
export function entriesOf(result: Result, { main, other }: Readings): Entry[] {
  const places = new Map(main.countries.map(({ row }, place) => [row, place]));
  return inRankOrder(result.ranks, result.countries, [...places.keys()]).map((row) => {
    const place = of(places, row);
    const inOther = other === null ? null : at(other.countries, place);
    const fields = fieldsOf(result, main, at(main.countries, place), inOther);
    return { row, country: at(result.countries, row), fields };
  });
}

export function tableOf(result: Result, readings: Readings, shown: readonly Entry[]): DocumentTable {
  const { main, other } = readings;
  const hasTierBounds = haveTierBounds(main);
  const comparable = areOfAnotherKind(result, main) ? ['comparableRank'] : [];
  const nominalTier = result.tiering === null ? [] : ['tier'];
  return {
    columns: columnsFor(result, readings),
    shown: [
      ...['rank', ...comparable, 'name', 'score', 'bounds', 'interval'],
      ...(other === null ? [] : ['other']),
      ...(hasTierBounds ? ['tiers'] : nominalTier),
    ],
    exported: [
      ...['rank', ...comparable, 'code', 'name', 'score', 'best', 'worst'],
      ...(other === null ? [] : ['otherBest', 'otherWorst']),
      ...nominalTier,
      ...(hasTierBounds ? ['bestTier', 'worstTier'] : []),
      ...(result.edition.about.illustrative === null ? [] : ['illustrative']),
    ],
    rows: shown.map(({ fields }) => fields),
  };
}

export function columnsFor(result: Result, { main, other }: Readings): Column[] {
  return [
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'country', kind: 'text' },
    { key: 'score', label: 'index', kind: 'number', decimals: placesOf(result) },
    { key: 'bounds', label: headingOf(main, 'ranks'), kind: 'text' },
    { key: 'best', label: 'best', kind: 'number' },
    { key: 'worst', label: 'worst', kind: 'number' },
    {
      key: 'interval',
      label: '',
      kind: 'bar',
      of: 'nominal',
      between: { from: 'best', to: 'worst', places: main.countries.length },
    },
    { key: 'nominal', label: 'nominal', kind: 'number' },
    comparableColumn,
    { key: 'other', label: other === null ? '' : headingOf(other, 'other ranks'), kind: 'text' },
    { key: 'otherBest', label: 'best in other', kind: 'number' },
    { key: 'otherWorst', label: 'worst in other', kind: 'number' },
    { key: 'tier', label: 'tier', kind: 'text' },
    { key: 'tiers', label: 'tiers', kind: 'text' },
    { key: 'bestTier', label: 'best tier', kind: 'text' },
    { key: 'worstTier', label: 'worst tier', kind: 'text' },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

/** The region itself where it is short. */
function headingOf({ region }: Bounds, otherwise: string): string {
  const label = labelOf(region);
  return label.length <= LONGEST_LABEL ? label : otherwise;
}

function fieldsOf(result: Result, main: Bounds, one: CountryBounds, other: CountryBounds | null): Row {
  const { row, nominal, best, worst, tiers } = one;
  const { code, name, year } = at(result.countries, row);
  const [bestTier, worstTier] = [tierName(main, tiers?.best), tierName(main, tiers?.worst)];
  return {
    rank: at(result.ranks, row),
    code,
    name,
    year,
    score: at(result.index, row),
    bounds: rangeText(one, main.isExact),
    best: best.rank,
    worst: worst.rank,
    nominal,
    comparableRank: nominal,
    interval: null,
    other: other === null ? null : rangeText(other, true),
    otherBest: other?.best.rank ?? null,
    otherWorst: other?.worst.rank ?? null,
    tier: tierOf(result, row),
    tiers: tierRange(bestTier, worstTier),
    bestTier,
    worstTier,
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
}

/** `2–4`; of exact bounds, a mark behind those that could not be proved. */
function rangeText({ best, worst }: CountryBounds, isExact: boolean): string {
  const mark = ({ rank, provedRank }: RankBound) => (isExact && rank !== provedRank ? '?' : '');
  const [from, to] = [`${best.rank}${mark(best)}`, `${worst.rank}${mark(worst)}`];
  return from === to ? from : `${from}–${to}`;
}

/** `Tier One to Tier Two`; null where tiers cannot be told. */
function tierRange(best: string | null, worst: string | null): string | null {
  return best === null || worst === null || best === worst ? best : `${best} to ${worst}`;
}
