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
  const shared = sharing.length === 0 ? '' : ` with ${list(sharing, 3)}`;
  const facts = [
    `${name}, rank ${rank ?? '–'} of ${field.length}${shared}`,
    `index ${fixed(score, placesOf(result))}`,
  ];
  if (tier !== null) facts.push(tier);
  return facts.join(', ');
}

const MOST_NAMED = 3;

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
    isPlain(result) && index > 0 ? originOf(parts, places) : null,
    extremesOf(parts),
    separations.length === 0
      ? null
      : `${separations.map((separation) => gapText(result, separation, places)).join('; ')}.`,
  ];
  return sentences.filter((sentence) => sentence !== null);
}

/** Why a country has no index. */
function notRanked({ scores, framework, recipe }: Result, row: ResultRow): string {
  const { children } = framework;
  const there = children.filter(({ code }) => at(of(scores, code), row) !== null).length;
  const least = recipe.missing['least'];
  const wanted = typeof least === 'number' ? `, and ${fixed(100 * least, 0)} % are asked for` : '';
  return `It has ${there} of ${count(children.length, 'part')}${wanted}.`;
}

/** Where most of the index comes from; null where nothing adds to it, or all parts add as much. */
function originOf(parts: readonly Part[], places: number): string | null {
  const adding = parts
    .flatMap(({ node, adds }) => (adds === null || adds <= 0 ? [] : [{ code: node.code, adds }]))
    .toSorted((a, b) => b.adds - a.adds)
    .map(({ code, adds }) => ({ code, adds: fixed(adds, places) }));
  const [most] = adding;
  if (most === undefined) return null;
  // Of equals none is picked out.
  if (adding.length > 1 && most.adds === adding.at(-1)?.adds) return null;
  const named = adding.slice(0, MOST_NAMED).map(({ code, adds }) => `${code} (${adds})`);
  return `Most of it comes from ${list(named)}.`;
}

/** In which parts nobody is better, and in which its rank is worst; null where no part is ranked. */
function extremesOf(parts: readonly Part[]): string | null {
  const ranked = parts.flatMap(({ node, rank, weight }) =>
    rank === null || weight === null ? [] : [{ code: node.code, rank }],
  );
  const last = largest(ranked.map(({ rank }) => rank));
  const codesAt = (place: number) => ranked.filter(({ rank }) => rank === place).map(({ code }) => code);
  const best = codesAt(1);
  const worst = last > 1 ? codesAt(last) : [];
  const clauses: string[] = [];
  if (best.length > 0)
    clauses.push(best.length === parts.length ? 'First in every part' : `Nobody is better in ${list(best)}`);
  if (worst.length > 0)
    clauses.push(
      `${best.length === 0 ? 'Its' : 'its'} worst rank is ${last}, in ` +
        (worst.length === parts.length ? 'every part' : list(worst)),
    );
  return clauses.length === 0 ? null : `${clauses.join('; ')}.`;
}

/** `Russia is 4.8 behind, mostly in cyber_security`. */
function gapText(result: Result, { row, side, gap, parts }: Separation, places: number): string {
  const most = parts
    .filter(({ adds }) => adds * gap > 0 && Number(fixed(adds, places)) !== 0)
    .slice(0, MOST_NAMED)
    .map(({ node }) => node.code);
  return (
    `${at(result.countries, row).name} is ${fixed(Math.abs(gap), places)} ` +
    `${side === 'above' ? 'ahead' : 'behind'}${most.length === 0 ? '' : `, mostly in ${list(most)}`}`
  );
}
