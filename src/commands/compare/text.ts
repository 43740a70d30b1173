// What compare says first in words: who is ahead, over which weights that holds, and in what; and the notes.
import type { Pair } from '../../analysis/compare/compare.ts';
import { separate, type Part } from '../../analysis/explain/explain.ts';
import { isEverything } from '../../methods/region/table.ts';
import type { Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { count, list, possessive } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import { fixed } from '../../report/numbers.ts';
import { isPlain, signed } from '../shared/parts/contributions.ts';
import { partNames } from '../shared/parts/names.ts';
import { nameAt } from '../shared/countries.ts';
import { allWeights, notLinearWords, regionLine, underRegion } from '../shared/recipe/regions.ts';
import { placesOf } from '../shared/rows.ts';
import { indexAt, type Comparison, type OrderedPair } from './comparison.ts';
import { firmnessWords } from './firmness.ts';

const MOST_NAMED = 3;

/** What an analyst would say first; `shown` are the parts in the table. */
export function headline(result: Result, comparison: Comparison, shown: readonly Part[]): string[] {
  const { two, over } = comparison;
  if (two === null) return severalWords(result, comparison);
  return [
    gapWords(result, two),
    ...(over?.pairs ?? []).flatMap((pair) => firmnessWords(result, pair, regionOf(result, comparison))),
    ...differenceWords(result, two, sharesToName(shown, two.shares)),
  ];
}

/** The region that pairs were looked at over: that of the recipe, or as much of it as is exact. */
export function regionOf(result: Result, { over }: Comparison): readonly Choice[] {
  return over?.robust.region ?? result.recipe.region;
}

function gapWords(result: Result, { ahead, behind, gap }: OrderedPair): string {
  const standing = (row: ResultRow) => {
    const score = fixed(indexAt(result, row), placesOf(result));
    return `${nameAt(result, row)} (rank ${result.ranks[row] ?? '–'}, index ${score})`;
  };
  if (gap === 0) return `${standing(ahead)} and ${standing(behind)} tie.`;
  const places = placesOfGaps(result);
  const by = fixed(gap, places);
  const amount = Number(by) === 0 ? `less than ${fixed(10 ** -places, places)}` : by;
  return `${standing(ahead)} leads ${standing(behind)} by ${amount} points.`;
}

function placesOfGaps(result: Result): number {
  return Math.max(placesOf(result), 1);
}

/**
 * What the deepest parts that are shown contribute; where that is not told of all of them, the first level.
 */
function sharesToName(shown: readonly Part[], shares: ReadonlyMap<string, number>): [string, number][] {
  const sharesIn = (parts: readonly Part[]) =>
    parts.flatMap(({ node }): [string, number][] => {
      const adds = shares.get(node.code);
      return adds === undefined ? [] : [[node.code, adds]];
    });
  const deepest = shown.filter(({ node }) => !shown.some(({ parent }) => parent === node));
  const deepestShares = sharesIn(deepest);
  return deepestShares.length === deepest.length
    ? deepestShares
    : sharesIn(shown.filter(({ depth }) => depth === 1));
}

/** In what each of two is ahead, by what it contributes. */
function differenceWords(
  result: Result,
  { ahead, behind }: OrderedPair,
  shares: readonly (readonly [string, number])[],
): string[] {
  const places = placesOfGaps(result);
  const nameOf = partNames(result);
  const leads = (sign: 1 | -1) =>
    list(
      shares
        .filter(([, adds]) => Number(fixed(adds, places)) * sign > 0)
        .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
        .map(([code, adds]) => `${nameOf(code)} (${signed(Math.abs(adds), places)})`),
      MOST_NAMED,
    );
  const [ours, theirs] = [leads(1), leads(-1)];
  if (ours === '' && theirs === '') return [];
  if (ours === '') return [`${nameAt(result, behind)} leads in ${theirs}.`];
  const first = `${nameAt(result, ahead)} leads in ${ours}.`;
  return theirs === '' ? [first] : [first, `${nameAt(result, behind)} leads in ${theirs}.`];
}

/** Of several countries: their order, which pairs are settled, and which are not. */
function severalWords(result: Result, comparison: Comparison): string[] {
  const { rows, over } = comparison;
  const standings = rows.map((row) => {
    const score = fixed(indexAt(result, row), placesOf(result));
    return `${nameAt(result, row)} (rank ${result.ranks[row] ?? '–'}, index ${score})`;
  });
  const sentences = [`In order: ${list(standings)}.`];
  if (over === null) return sentences;
  const region = regionOf(result, comparison);
  sentences.push(settledWords(result, over.pairs, region));
  const pairsThat = (relation: Pair['over']['relation']) =>
    over.pairs.filter((pair) => pair.over.relation === relation);
  const named = (pairs: readonly Pair[], between: string) =>
    list(
      pairs.map(({ ahead, behind }) => `${nameAt(result, ahead)} ${between} ${nameAt(result, behind)}`),
      MOST_NAMED,
    );
  const open = pairsThat('undecided');
  const turned = named(pairsThat('reversed'), 'before');
  if (open.length === 1) sentences.push(`Whether ${named(open, 'leads')} depends on the weights.`);
  if (open.length > 1) sentences.push(`The order of these depends on the weights: ${named(open, 'or')}.`);
  if (turned !== '') sentences.push(`This order never holds ${underRegion(result, region)}: ${turned}.`);
  return sentences;
}

function settledWords(result: Result, pairs: readonly Pair[], region: readonly Choice[]): string {
  const settled = pairs.filter(
    ({ over }) => over.relation === 'necessary' || over.relation === 'level',
  ).length;
  const anyway = pairs.filter(({ any }) => any.relation !== 'undecided').length;
  const all = count(pairs.length, 'pair');
  const keep = settled === 1 ? 'keeps its' : 'keep their';
  const first = `${settled} of ${all} ${keep} order ${underRegion(result, region)}`;
  if (isEverything(region)) return `${first}.`;
  const others = anyway === 0 ? 'none' : String(anyway);
  return `${first}; ${others} ${anyway > 1 ? 'do' : 'does'} under ${allWeights(region)}.`;
}

/** The lines under the tables that say which weights vary, or why nothing is said of them. */
export function regionNotes(result: Result, { over, obstacle }: Comparison): string[] {
  const notes: string[] = [];
  if (obstacle !== null) {
    const consequence =
      over === null
        ? 'there are no exact results for other weights'
        : 'weight results cover the first level only';
    notes.push(`${consequence}, because ${notLinearWords(obstacle, result.recipe.region)}`);
  }
  if (over !== null) notes.push(regionLine({ ...over.robust, space: over.robust.index.space }));
  return notes;
}

/** The line that says what the columns of two countries mean. */
export function leadNotes(result: Result, { two }: Comparison): string[] {
  if (two === null) return [];
  const [one, other] = [nameAt(result, two.ahead), nameAt(result, two.behind)];
  const lead = `lead: ${possessive(one)} normalised score minus ${possessive(other)}`;
  if (separate(result, two.behind, two.ahead).parts.length === 0) return [lead];
  const formula = isPlain(result) && result.countryWeights === null ? ' (weight × lead)' : '';
  return [`${lead}; points: contribution to the gap${formula}`];
}
