// What explain says first: where a country stands, where its index comes from, and who is next to it.
import type { Part, Separation } from '../../analysis/explain/explain.ts';
import { at, of } from '../../math/at.ts';
import { largest } from '../../math/statistics/stats.ts';
import { rankedWith } from '../../methods/years.ts';
import { tierOf, type Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import { fixed } from '../../report/numbers.ts';
import { isPlain } from '../shared/parts/contributions.ts';
import { listNames, partNames } from '../shared/parts/names.ts';
import { placesOf } from '../shared/rows.ts';

/** `rank 2 of 29, index 41.471, Tier Two`, with whom the rank is shared. */
export function standingText(result: Result, row: ResultRow): string {
  const { countries, index, ranks } = result;
  const country = at(countries, row);
  const [rank, score, tier] = [at(ranks, row), at(index, row), tierOf(result, row)];
  const name = country.year === null ? country.name : `${country.name} ${country.year}`;
  if (score === null) return `${name}, not ranked`;
  const field = rankedWith(result, row).filter((other) => at(index, other) !== null);
  const sharing = field
    .filter((other) => other !== row && at(ranks, other) === rank)
    .map((other) => at(countries, other).name);
  const shared = sharing.length === 0 ? '' : ` (tied with ${list(sharing, 3)})`;
  const facts = [
    `${name}, rank ${rank ?? '–'} of ${field.length}${shared}`,
    `index ${fixed(score, placesOf(result))}`,
  ];
  if (tier !== null) facts.push(tier);
  return facts.join(', ');
}

const MOST_NAMED = 3;
const MOST_PARTS = 6;

/** The three or four sentences that an analyst would say first, of the parts right below the index. */
export function headline(
  result: Result,
  row: ResultRow,
  parts: readonly Part[],
  separations: readonly Separation[],
): string[] {
  const index = at(result.index, row);
  if (index === null) return [notRanked(result, row)];
  const places = Math.max(placesOf(result), 1);
  const sentences = [
    isPlain(result) && index > 0 ? originOf(result, parts, places) : null,
    extremesOf(result, parts),
    ...separations.map((separation) => gapText(result, separation, places)),
  ];
  return sentences.filter((sentence) => sentence !== null);
}

/** Why a country has no index. */
function notRanked({ scores, framework, recipe }: Result, row: ResultRow): string {
  const { children } = framework;
  const there = children.filter(({ code }) => at(of(scores, code), row) !== null).length;
  const least = recipe.missing['least'];
  const wanted = typeof least === 'number' ? `; the recipe asks for ${fixed(100 * least, 0)} %` : '';
  return `It has scores in ${there} of ${count(children.length, 'part')}${wanted}.`;
}

/** What adds most to the index; null where nothing adds to it, or all parts add as much. */
function originOf(result: Result, parts: readonly Part[], places: number): string | null {
  const adding = parts
    .flatMap(({ node, adds }) => (adds === null || adds <= 0 ? [] : [{ code: node.code, adds }]))
    .toSorted((a, b) => b.adds - a.adds)
    .map(({ code, adds }) => ({ code, adds: fixed(adds, places) }));
  const [most] = adding;
  if (most === undefined) return null;
  // Of equals none is picked out.
  if (adding.length > 1 && most.adds === adding.at(-1)?.adds) return null;
  // Of those that add as much as the first that is not named, none is.
  const next = adding[MOST_NAMED]?.adds;
  const larger = adding.slice(0, MOST_NAMED).filter(({ adds }) => adds !== next);
  const shown = larger.length > 0 ? larger : adding.filter(({ adds }) => adds === next);
  const nameOf = partNames(result);
  const named = shown.map(({ code, adds }) => `${nameOf(code)} (${adds})`);
  const subject =
    named.length === 1 ? 'The largest contribution in points is' : 'The largest contributions in points are';
  return `${subject} ${list(named, MOST_NAMED)}.`;
}

/** In which parts nobody is better, and in which its rank is worst; null where no part is ranked. */
function extremesOf(result: Result, parts: readonly Part[]): string | null {
  const ranked = parts.flatMap(({ node, rank, weight }) =>
    rank === null || weight === null ? [] : [{ code: node.code, rank }],
  );
  const last = largest(ranked.map(({ rank }) => rank));
  const nameOf = partNames(result);
  const namesAt = (place: number) =>
    ranked.filter(({ rank }) => rank === place).map(({ code }) => nameOf(code));
  const best = namesAt(1);
  const worst = last > 1 ? namesAt(last) : [];
  const inParts = (names: readonly string[]) =>
    names.length === parts.length ? 'every part' : listNames(names, MOST_PARTS);
  const sentences: string[] = [];
  if (best.length > 0) sentences.push(`It ranks first in ${inParts(best)}.`);
  if (worst.length > 0) sentences.push(`Its lowest rank is ${last}, in ${inParts(worst)}.`);
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** `Russia is 4.8 points behind, mainly in Cyber security.` */
function gapText(result: Result, { row, side, gap, parts }: Separation, places: number): string {
  const most = parts
    .filter(({ adds }) => adds * gap > 0 && Number(fixed(adds, places)) !== 0)
    .slice(0, MOST_NAMED)
    .map(({ node }) => partNames(result)(node.code));
  return (
    `${at(result.countries, row).name} is ${fixed(Math.abs(gap), places)} points ` +
    `${side === 'above' ? 'ahead' : 'behind'}${most.length === 0 ? '' : `, mainly in ${listNames(most)}`}.`
  );
}
