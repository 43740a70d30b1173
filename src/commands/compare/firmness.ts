// How firm the order of two countries is, in sentences: over which weights it holds.
import type { Pair, PairOver } from '../../analysis/compare/compare.ts';
import { isEverything } from '../../methods/region/table.ts';
import type { Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { capital } from '../../model/words.ts';
import { fixed } from '../../report/numbers.ts';
import { isPlain } from '../shared/parts/contributions.ts';
import { nameAt } from '../shared/countries.ts';
import { allWeights, isOfFirstLevel, underRegion } from '../shared/recipe/regions.ts';
import { placesOf } from '../shared/rows.ts';
import { percent, percentBelow } from './percent.ts';

/** Over which weights the order of a pair holds. */
export function firmnessWords(result: Result, pair: Pair, region: readonly Choice[]): string[] {
  const { any } = pair;
  const under = `under ${allWeights(region)}`;
  if (any.relation === 'level') return [`They tie ${under}.`];
  if (any.relation !== 'necessary') return regionWords(result, pair, region);
  const [one, other] = namesOf(result, pair);
  if (any.least.value > 0) return [`${one} leads ${under}${bySpan(result, any)}.`];
  return [`${capital(under)}, ${other} can at best tie with ${one}.`];
}

/** The same of a pair that some weights put the other way round. */
function regionWords(result: Result, pair: Pair, region: readonly Choice[]): string[] {
  const { over, gap } = pair;
  const where = underRegion(result, region);
  const survival = gap === 0 || over.relation === 'reversed' ? [] : [survivalWords(result, pair, region)];
  if (over.relation === 'undecided')
    return [
      rangeWords(result, pair, over, where),
      // Where nothing is told but that either can lead, that is told of the region alone.
      ...(isEverything(region) || !isPlain(result) ? [] : [anyWords(result, pair, region)]),
      ...survival,
    ];
  const anywhere = isEverything(region) ? [] : [anyWords(result, pair, region)];
  if (over.relation === 'level') return [`They tie ${where}.`, ...survival, ...anywhere];
  const [one, other] = namesOf(result, pair);
  const [leader, least] = over.relation === 'necessary' ? [one, over.least.value] : [other, -over.most.value];
  const but = over.relation === 'reversed' && gap > 0 ? 'But ' : '';
  const verb = least > 0 ? 'leads' : 'leads or ties';
  return [`${but}${leader} ${verb} ${where}${bySpan(result, over)}.`, ...survival, ...anywhere];
}

function namesOf(result: Result, { ahead, behind }: Pair): [string, string] {
  return [nameAt(result, ahead), nameAt(result, behind)];
}

/** How much of each weight may go anywhere without the order being reversed. */
function survivalWords(result: Result, pair: Pair, region: readonly Choice[]): string {
  const [one] = namesOf(result, pair);
  const weight = isOfFirstLevel(region) ? 'first-level weight' : 'weight';
  const least = 0.001;
  if (pair.epsilon < least) return `${one} can fall behind if each ${weight} gives up ${percent(least)}.`;
  const share = percentBelow(pair.epsilon);
  return `${one} stays at least level if each ${weight} gives up ${share}, wherever it goes.`;
}

/** How far the gap goes over all weights, some of which put a pair the other way round. */
function anyWords(result: Result, pair: Pair, region: readonly Choice[]): string {
  return rangeWords(result, pair, pair.any, `under ${allWeights(region)}`);
}

/** `Under all weights, the gap runs from Russia +27.2 to China +36.4.` */
function rangeWords(result: Result, pair: Pair, { least, most }: PairOver, where: string): string {
  if (!isPlain(result)) return `Either can lead ${where}.`;
  const [one, other] = namesOf(result, pair);
  const [low, high] = [least, most].map(({ value }) => pointsText(result, value));
  return `${capital(where)}, the gap runs from ${other} +${low} to ${one} +${high} points.`;
}

/** `, by 1.2 to 10.7 points`, where the order is the same throughout and points can be told. */
function bySpan(result: Result, { least, most, relation }: PairOver): string {
  if (!isPlain(result)) return '';
  const ends = [least, most].map(({ value }) => pointsText(result, value));
  const [low, high] = relation === 'reversed' ? ends.toReversed() : ends;
  return low === high ? `, by ${low} points` : `, by ${low} to ${high} points`;
}

function pointsText(result: Result, value: number): string {
  return fixed(Math.abs(value), Math.max(placesOf(result), 1));
}
