// What explain says in words: where a country stands, what stands out, what lies between it and its neighbours,
// and how the numbers are to be read.
import { present } from '../math/column.ts';
import type { Part, Separation } from '../analysis/explain.ts';
import { aggregations, type Aggregation } from '../methods/aggregate.ts';
import { entryOf } from '../model/registry.ts';
import { tierOf, type Result } from '../model/result.ts';
import { count, list } from '../model/words.ts';
import type { Passage } from '../report/document.ts';
import { decimalsFor, fixed } from '../report/numbers.ts';
import { placesOf } from './rows.ts';

/** `rank 2 of 29, index 41.471, Tier Two`, with whom the rank is shared. */
export function standing(result: Result, row: number): string {
  const [rank, score, tier] = [result.ranks[row] ?? null, result.index[row] ?? null, tierOf(result, row)];
  const country = result.countries[row];
  const name = `${country?.name ?? ''}${country?.year === null || country?.year === undefined ? '' : ` ${country.year}`}`;
  if (score === null) return `${name}, not ranked`;
  const sharing = result.countries.flatMap((other, at) => (at !== row && other.year === country?.year && result.ranks[at] === rank ? [other.name] : []));
  const field = result.countries.filter((other, at) => other.year === country?.year && (result.index[at] ?? null) !== null).length;
  return [`${name}, rank ${rank ?? '–'} of ${field}${sharing.length === 0 ? '' : ` with ${list(sharing, 3)}`}`, `index ${fixed(score, placesOf(result))}`, ...(tier === null ? [] : [tier])].join(', ');
}

/** The decimals that the normalised scores of some parts are shown with. */
export function placesIn(result: Result, parts: readonly Part[]): number {
  return Math.min(3, Math.max(0, ...parts.map(({ node }) => decimalsFor(present(result.scores.get(node.code) ?? [])))));
}

/** The parts that nothing below is shown of. */
function deepest(shown: readonly Part[]): Part[] {
  return shown.filter(({ node }) => !shown.some(({ parent }) => parent === node));
}

const MOST_NAMED = 3;
const NOBODY = { code: '', rank: 0, ahead: 0 };

/** Where a country is strong and weak, among the deepest parts that are shown. */
export function againstField(result: Result, shown: readonly Part[]): string[] {
  const parts = deepest(shown);
  const compared = parts.flatMap(({ node, score, median, rank, weight }) => (score === null || median === null || rank === null || weight === null ? [] : [{ code: node.code, rank, ahead: score - median }]));
  const places = placesIn(result, parts);
  const said = ({ code, rank, ahead }: (typeof compared)[number]) => `${code} (rank ${rank}, ${fixed(Math.abs(ahead), places)} ${ahead > 0 ? 'above' : 'below'} the median)`;
  const strong = compared.filter(({ ahead }) => ahead > 0).toSorted((a, b) => a.rank - b.rank || b.ahead - a.ahead);
  const weak = compared.filter(({ ahead }) => ahead < 0).toSorted((a, b) => b.rank - a.rank || a.ahead - b.ahead);
  const named = (some: typeof compared) => `${list(some.slice(0, MOST_NAMED).map(said))}${some.length > MOST_NAMED ? `; ${some.length - MOST_NAMED} more` : ''}`;
  const rest = (some: typeof compared, word: string) => `nothing ${word} the median${some.length === 0 ? '' : `; nearest to it ${said(some.at(-1) ?? some[0] ?? NOBODY)}`}`;
  return [`Strengths   ${strong.length === 0 ? rest(weak, 'above') : named(strong)}`, `Weaknesses  ${weak.length === 0 ? rest(strong, 'below') : named(weak)}`];
}

/** The three or four sentences that an analyst would say first. */
export function leadOf(result: Result, parts: readonly Part[], separations: readonly Separation[]): string[] {
  const places = Math.max(placesOf(result), 1);
  const adding = parts.flatMap(({ node, adds }) => (adds === null || adds <= 0 ? [] : [{ code: node.code, adds }])).toSorted((a, b) => b.adds - a.adds).slice(0, MOST_NAMED);
  const ranked = parts.flatMap(({ node, rank, weight }) => (rank === null || weight === null ? [] : [{ code: node.code, rank }]));
  const last = Math.max(...ranked.map(({ rank }) => rank));
  const [best, worst] = [ranked.filter(({ rank }) => rank === 1), ranked.filter(({ rank }) => rank === last && rank > 1)];
  const gaps = separations.map(({ row: other, gap, parts: due }) => {
    const most = due.filter(({ adds }) => adds * gap > 0 && Number(fixed(adds, places)) !== 0).slice(0, MOST_NAMED).map(({ node }) => node.code);
    return `${result.countries[other]?.name ?? ''} is ${fixed(Math.abs(gap), places)} ${gap > 0 ? 'ahead' : 'behind'}${most.length === 0 ? '' : `, mostly in ${list(most)}`}`;
  });
  return [
    ...(adding.length === 0 || !isPlain(result) ? [] : [`Most of it comes from ${list(adding.map(({ code, adds }) => `${code} (${fixed(adds, places)})`))}.`]),
    ...(best.length === 0 && worst.length === 0 ? [] : [`${[
      ...(best.length === 0 ? [] : [`Nobody is better in ${best.length === ranked.length ? 'any part' : list(best.map(({ code }) => code))}`]),
      ...(worst.length === 0 ? [] : [`${best.length === 0 ? 'Its' : 'its'} lowest rank is ${last}, in ${worst.length === ranked.length ? 'every part' : list(worst.map(({ code }) => code))}`]),
    ].join('; ')}.`]),
    ...(gaps.length === 0 ? [] : [`${gaps.join('; ')}.`]),
  ];
}

/** Whether the contributions to the index are points, so that the largest is what the index owes most to. */
function isPlain({ framework, recipe }: Result): boolean {
  return entryOf<Aggregation>(aggregations, framework.aggregate ?? recipe.aggregate).link?.isPlain === true;
}

/** What a neighbour is ahead in and behind in. */
export function neighbour(result: Result, { row: other, gap, parts }: Separation): Passage {
  const places = Math.max(placesOf(result), 1);
  const title = `Just ${gap > 0 ? 'above' : 'below'}: ${result.countries[other]?.name ?? ''}, rank ${result.ranks[other] ?? '–'}, index ${fixed(result.index[other] ?? 0, placesOf(result))} (${signed(gap, places)})`;
  const line = (label: string, sign: 1 | -1) => {
    const named = parts.filter(({ adds }) => Number(fixed(adds, places)) * sign > 0).map(({ node, adds }) => `${node.code} ${signed(adds, places)}`);
    return named.length === 0 ? [] : [`${label}  ${named.join(', ')}`];
  };
  const lines = [...line('ahead ', 1), ...line('behind', -1)];
  return { title, lines: lines.length > 0 ? lines : [parts.length === 0 ? 'the aggregation does not tell which part the difference is due to' : 'every difference is too small to show'] };
}

function signed(x: number, places: number): string {
  return `${x < 0 ? '−' : '+'}${fixed(Math.abs(x), places)}`;
}

/** What the columns mean, as far as they are shown. */
export function reading(result: Result, row: number, shown: readonly Part[], all: readonly Part[]): string[] {
  const parents = [...new Set(shown.map(({ parent }) => parent))];
  const codes = new Map<string, string[]>();
  for (const parent of parents) {
    const choice = parent.aggregate ?? result.recipe.aggregate;
    const { link } = entryOf<Aggregation>(aggregations, choice);
    const value = result.scores.get(parent.code)?.[row] ?? null;
    const isShortfall = link !== undefined && !link.isPlain && value !== null && link.apply(value, choice) < 0;
    const text = link === undefined ? `not told by the aggregation "${choice.method}"` : `${link.reading}${isShortfall ? '; as it is negative, the larger the share, the more it holds the index down' : ''}`;
    codes.set(text, [...(codes.get(text) ?? []), parent.code]);
  }
  const together = result.index[row] === null ? '' : `, ${fixed(result.index[row] ?? 0, placesOf(result))} together`;
  const [only] = codes.size === 1 ? codes.keys() : [];
  const deeper = Math.max(...all.map(({ depth }) => depth)) - Math.max(...shown.map(({ depth }) => depth));
  return [
    `adds        points of the index${together}${only === undefined ? '' : `: ${only}`}`,
    ...(only === undefined ? [...codes].map(([text, named]) => `            under ${list(named, 3)}: ${text}`) : []),
    ...(all.some(({ node }) => node.kind === 'category') ? ['normalised  of a category: what its children aggregate to'] : []),
    `rank        among ${count(Math.max(...shown.map(({ of }) => of)), 'country', 'countries')}, by that line alone, as the median`,
    ...(shown.some(({ node }) => node.kind === 'indicator' && node.direction === -1) ? ['↓           less is better'] : []),
    ...(deeper > 0 ? [`--depth all shows ${count(deeper, 'more level')}`] : []),
  ];
}
