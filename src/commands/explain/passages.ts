// What explain says under its table: where a country is strong and weak, and what lies between it and a
// neighbour.
import type { Part, Separation } from '../../analysis/explain/explain.ts';
import { at } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import { list } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Passage } from '../../report/document.ts';
import { fixed } from '../../report/numbers.ts';
import { nameAt } from '../shared/countries.ts';
import { partNames } from '../shared/parts/names.ts';
import { placesOf } from '../shared/rows.ts';
import { placesIn, signed } from '../shared/parts/contributions.ts';

const MOST_NAMED = 3;
const MOST_LEADS = 8;

/** A part that can be compared with the field. */
interface Compared {
  readonly name: string;
  readonly rank: number;
  /** Its score less the median. */
  readonly ahead: number;
}

/** Where a country is strong and weak, among the deepest parts that are shown. */
export function againstField(result: Result, shown: readonly Part[]): string[] {
  const parts = deepest(shown);
  const places = placesIn(result, parts);
  const nameOf = partNames(result);
  const compared = parts.flatMap(({ node, score, median, rank, weight }) =>
    score === null || median === null || rank === null || weight === null
      ? []
      : [{ name: nameOf(node.code), rank, ahead: score - median }],
  );
  const strong = compared
    .filter(({ ahead }) => ahead > 0)
    .toSorted((a, b) => a.rank - b.rank || b.ahead - a.ahead);
  const weak = compared
    .filter(({ ahead }) => ahead < 0)
    .toSorted((a, b) => b.rank - a.rank || a.ahead - b.ahead);
  return [
    `Strengths   ${strong.length === 0 ? noneText(compared, 'above', places) : someText(strong, places)}`,
    `Weaknesses  ${weak.length === 0 ? noneText(compared, 'below', places) : someText(weak, places)}`,
  ];
}

/** The parts that nothing below is shown of. */
function deepest(shown: readonly Part[]): Part[] {
  return shown.filter(({ node }) => !shown.some(({ parent }) => parent === node));
}

function someText(some: readonly Compared[], places: number): string {
  const named = some.slice(0, MOST_NAMED).map((one) => comparedText(one, places));
  const more = some.length > MOST_NAMED ? `; ${some.length - MOST_NAMED} more` : '';
  return `${list(named)}${more}`;
}

function noneText(compared: readonly Compared[], side: 'above' | 'below', places: number): string {
  const [nearest] = compared.toSorted((a, b) => Math.abs(a.ahead) - Math.abs(b.ahead) || b.rank - a.rank);
  const none = `no part is ${side} the median`;
  return nearest === undefined ? none : `${none}; the nearest is ${comparedText(nearest, places)}`;
}

function comparedText({ name, rank, ahead }: Compared, places: number): string {
  if (ahead === 0) return `${name} (rank ${rank}, at the median)`;
  const side = ahead > 0 ? 'above' : 'below';
  return `${name} (rank ${rank}, ${fixed(Math.abs(ahead), places)} ${side} the median)`;
}

/** What a neighbour is ahead in and behind in. */
export function neighbour(result: Result, row: ResultRow, separation: Separation): Passage {
  const places = Math.max(placesOf(result), 1);
  const lines = [
    ...differenceLine(result, separation.row, 1, separation, places),
    ...differenceLine(result, row, -1, separation, places),
  ];
  return {
    title: neighbourTitle(result, separation, places),
    lines: lines.length > 0 ? lines : [noDifference(result, separation)],
  };
}

/** `Just above: Israel, rank 2, index 81.0 (+14.3)`. */
function neighbourTitle(result: Result, { row, side, gap }: Separation, places: number): string {
  const { name } = at(result.countries, row);
  const [rank, index] = [at(result.ranks, row), at(result.index, row)];
  const indexText = index === null ? '–' : fixed(index, placesOf(result));
  return `Just ${side}: ${name}, rank ${rank ?? '–'}, index ${indexText} (${signed(gap, places)})`;
}

/** The parts in which one of two leads, if there are any. */
function differenceLine(
  result: Result,
  leader: ResultRow,
  sign: 1 | -1,
  { parts }: Separation,
  places: number,
): string[] {
  const nameOf = partNames(result);
  const named = parts
    .filter(({ adds }) => Number(fixed(adds, places)) * sign > 0)
    .map(({ node, adds }) => `${nameOf(node.code)} (${signed(Math.abs(adds), places)})`);
  return named.length === 0 ? [] : [`${nameAt(result, leader)} leads in ${list(named, MOST_LEADS)}.`];
}

function noDifference({ countryWeights }: Result, { parts, gap }: Separation): string {
  if (parts.length === 0)
    return countryWeights === null
      ? 'The aggregation does not split the gap into parts.'
      : 'Several shares fit as well, so the gap has no unique split into parts.';
  return gap === 0 ? 'They tie.' : 'Every difference is too small to show.';
}
