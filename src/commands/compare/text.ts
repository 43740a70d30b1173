// What compare says in words: who is ahead, over which weights that holds, and in what.
import type { Pair, PairOver, Weighed } from '../../analysis/compare/compare.ts';
import { describeRegion } from '../../methods/region/table.ts';
import type { Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import { fixed } from '../../report/numbers.ts';
import { isPlain, signed } from '../shared/contributions.ts';
import { allWeights, everyWeighting, isOfFirstLevel, notLinearWords, regionLine } from '../shared/regions.ts';
import { placesOf } from '../shared/rows.ts';

/** A pair of rows, the first at least level, and by how much. */
export interface Standing {
  readonly ahead: number;
  readonly behind: number;
  readonly gap: number;
}

export function nameAt({ countries }: Result, row: number): string {
  return countries[row]?.name ?? '';
}

/** The code of a country, or the name of what has none. */
export function labelAt(result: Result, row: number): string {
  return result.countries[row]?.code ?? nameAt(result, row);
}

/** What is left of a narrow terminal for columns of countries. */
const ROOM = 40;

/** Countries in groups that fit beside each other, each column as wide as the widest label. */
export function blocks(result: Result, rows: readonly number[], least: number): number[][] {
  const size = Math.max(
    1,
    Math.floor(ROOM / (2 + Math.max(least, ...rows.map((row) => labelAt(result, row).length)))),
  );
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );
}

/** What an analyst would say first of two countries. */
export function leadOfPair(
  result: Result,
  standing: Standing,
  weights: { readonly pair: Pair; readonly region: readonly Choice[] } | null,
  shares: readonly (readonly [string, number])[],
): string[] {
  return [
    gapWords(result, standing),
    ...(weights === null ? [] : [firmness(result, weights.pair, weights.region)]),
    ...differenceWords(result, standing, shares),
  ];
}

function gapWords(result: Result, { ahead, behind, gap }: Standing): string {
  const places = Math.max(placesOf(result), 1);
  const said = (row: number) =>
    `${nameAt(result, row)} (rank ${result.ranks[row] ?? '–'}, index ` +
    `${fixed(result.index[row] ?? 0, placesOf(result))})`;
  if (gap === 0) return `${said(ahead)} and ${said(behind)} are level.`;
  const by = fixed(gap, places);
  return `${said(ahead)} is ahead of ${said(behind)} by ${Number(by) === 0 ? 'less than can be shown' : by}.`;
}

/** Over which weights the order holds. */
function firmness(
  result: Result,
  { ahead, behind, over, any, epsilon, gap }: Pair,
  asked: readonly Choice[],
): string {
  const region = describeRegion(asked);
  const all = allWeights(asked);
  const [one, other] = [nameAt(result, ahead), nameAt(result, behind)];
  const span = (some: PairOver) => range(result, some, one, other);
  const doubt = `whatever becomes of ${downwards(epsilon)} of the weight`;
  if (any.relation === 'level') return `They are level under ${all}.`;
  if (any.relation === 'necessary')
    return any.least.value > 0
      ? `That holds under ${all}${by(span(any))}.`
      : `No weights${isOfFirstLevel(asked) ? ' of the first level' : ''} put ${other} ahead.`;
  const isAny = asked.every(({ method }) => method === 'any');
  const anywhere = isAny ? '' : `; over ${all} it goes ${span(any)}`;
  const open =
    `Which is ahead depends on the weights: over ${isAny ? all : region} it goes ` +
    `${span(over)}${isAny ? '' : `, over ${all} ${span(any)}`}.`;
  if (gap === 0 && over.relation === 'undecided') return open;
  if (gap === 0 && over.relation !== 'level')
    return (
      `${over.relation === 'necessary' ? one : other} is ahead or level under ` +
      `${everyWeighting(asked)}${by(span(over))}${anywhere}.`
    );
  switch (over.relation) {
    case 'necessary':
      return `That holds under ${everyWeighting(asked)}${by(span(over))}, and ${doubt}${anywhere}.`;
    case 'reversed':
      return (
        `Not so under ${region}: there ${other} is ahead or level under every ` +
        `weighting${by(span(over))}${anywhere}.`
      );
    case 'level':
      return `They are level under ${everyWeighting(asked)}${anywhere}.`;
    case 'undecided':
      return `${open} The order holds ${doubt}.`;
  }
}

/** `from Russia 1.2 ahead to China 10.7 ahead`, or `1.2 to 10.7` where the order is the same throughout. */
function range(result: Result, { least, most, relation }: PairOver, one: string, other: string): string {
  const places = Math.max(placesOf(result), 1);
  const said = (x: number) => fixed(Math.abs(x), places);
  if (relation === 'undecided')
    return isPlain(result)
      ? `from ${other} ${said(least.value)} ahead to ${one} ${said(most.value)} ahead`
      : 'both ways';
  if (!isPlain(result)) return '';
  return relation === 'reversed'
    ? `${said(most.value)} to ${said(least.value)}`
    : `${said(least.value)} to ${said(most.value)}`;
}

function by(span: string): string {
  return span === '' ? '' : `, by ${span}`;
}

const MOST_NAMED = 3;

/** In what each of two is ahead, by what it contributes. */
function differenceWords(
  result: Result,
  { ahead, behind }: Standing,
  shares: readonly (readonly [string, number])[],
): string[] {
  const places = Math.max(placesOf(result), 1);
  const led = (sign: 1 | -1) =>
    shares
      .filter(([, adds]) => Number(fixed(adds, places)) * sign > 0)
      .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  const said = (some: typeof shares) =>
    list(
      some.map(([code, adds]) => `${code} (${signed(Math.abs(adds), places)})`),
      MOST_NAMED,
    );
  const [ours, theirs] = [led(1), led(-1)];
  const parts = [
    ...(ours.length === 0 ? [] : [`${nameAt(result, ahead)} leads in ${said(ours)}`]),
    ...(theirs.length === 0 ? [] : [`${nameAt(result, behind)} in ${said(theirs)}`]),
  ];
  return parts.length === 0
    ? []
    : [
        `${parts.length === 1 && ours.length === 0 ? parts.join('').replace(' in ', ' leads in ') : parts.join('; ')}.`,
      ];
}

/** What an analyst would say first of several countries: which pairs are settled, and which are not. */
export function leadOfSeveral(
  result: Result,
  rows: readonly number[],
  pairs: readonly Pair[] | null,
  region: readonly Choice[],
): string[] {
  const places = placesOf(result);
  const order = `${list(rows.map((row) => `${nameAt(result, row)} (rank ${result.ranks[row] ?? '–'}, ${fixed(result.index[row] ?? 0, places)})`))}.`;
  if (pairs === null) return [order];
  const open = pairs.filter(({ over }) => over.relation === 'undecided');
  const turned = pairs.filter(({ over }) => over.relation === 'reversed');
  const settled = pairs.length - open.length - turned.length;
  const named = (some: readonly Pair[]) =>
    list(
      some.map(({ ahead, behind }) => `${nameAt(result, ahead)} before ${nameAt(result, behind)}`),
      MOST_NAMED,
    );
  const anyway = pairs.filter(({ any }) => any.relation !== 'undecided').length;
  return [
    order,
    `Of ${count(pairs.length, 'pair')}, ${settled} ${settled === 1 ? 'keeps' : 'keep'} ` +
      `${settled === 1 ? 'its' : 'their'} order under ` +
      `${everyWeighting(region)}${anyway === settled ? `, and under ${allWeights(region)}` : `, and ${anyway} under ${allWeights(region)}`}.`,
    ...(open.length === 0 ? [] : [`It depends on the weights: ${named(open)}.`]),
    ...(turned.length === 0
      ? []
      : [`The other way round under every weighting of the region: ${named(turned)}.`]),
  ];
}

/** The lines under the tables that say which weights vary, or why nothing is said of them. */
export function regionNotes({ robust, obstacle }: Weighed, region: readonly Choice[]): string[] {
  if (robust === null)
    return [
      `${notLinearWords(obstacle ?? { reason: '' }, region)}; nothing exact can be said about other weights`,
    ];
  const line = regionLine({ ...robust, space: robust.index.space });
  return obstacle === null
    ? [line]
    : [`${notLinearWords(obstacle, region)}; so all that is said of weights is about the first level`, line];
}

/**
 * A share that is not said to be more than it is.
 *
 * @example downwards(0.1239) // → '12.3 %'
 */
export function downwards(share: number): string {
  const percent = Math.floor(1000 * share + 1e-9) / 10;
  return percent === 0 && share > 0 ? 'less than 0.1 %' : `${percent.toFixed(1)} %`;
}

/**
 * A share that is not said to be less than it is.
 *
 * @example upwards(0.1231) // → '12.4 %'
 */
export function upwards(share: number): string {
  return `${(Math.ceil(1000 * share - 1e-9) / 10).toFixed(1)} %`;
}
