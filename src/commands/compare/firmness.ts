// How firm the order of two countries is, in a sentence: over which weights it holds.
import type { Pair, PairOver } from '../../analysis/compare/compare.ts';
import { describeRegion } from '../../methods/region/table.ts';
import type { Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { fixed } from '../../report/numbers.ts';
import { isPlain } from '../shared/parts/contributions.ts';
import { nameAt } from '../shared/countries.ts';
import { allWeights, everyWeighting, isOfFirstLevel } from '../shared/recipe/regions.ts';
import { placesOf } from '../shared/rows.ts';
import { percentBelow } from './percent.ts';

/** Over which weights the order of a pair holds. */
export function firmnessWords(result: Result, pair: Pair, region: readonly Choice[]): string {
  const { any } = pair;
  const all = allWeights(region);
  if (any.relation === 'level') return `They are level under ${all}.`;
  if (any.relation !== 'necessary') return regionWords(result, pair, region);
  if (any.least.value > 0) return `That holds under ${all}${bySpan(result, pair, any)}.`;
  const weights = isOfFirstLevel(region) ? 'No weights of the first level' : 'No weights';
  return `${weights} put ${nameAt(result, pair.behind)} ahead.`;
}

/** The same of a pair that some weights put the other way round. */
function regionWords(result: Result, pair: Pair, region: readonly Choice[]): string {
  const { over, any, gap } = pair;
  const [one, other] = [nameAt(result, pair.ahead), nameAt(result, pair.behind)];
  const doubt = `whatever becomes of ${percentBelow(pair.epsilon)} of the weight`;
  const every = everyWeighting(region);
  if (over.relation === 'undecided') {
    const open = openWords(result, pair, region);
    return gap === 0 ? open : `${open} The order holds ${doubt}.`;
  }
  const by = bySpan(result, pair, over);
  const anywhere = isOfAllWeights(region)
    ? ''
    : `; over ${allWeights(region)} it goes ${spanWords(result, pair, any)}`;
  if (over.relation === 'level') return `They are level under ${every}${anywhere}.`;
  if (gap === 0) {
    const leader = over.relation === 'necessary' ? one : other;
    return `${leader} is ahead or level under ${every}${by}${anywhere}.`;
  }
  if (over.relation === 'necessary') return `That holds under ${every}${by}, and ${doubt}${anywhere}.`;
  return (
    `Not so under ${describeRegion(region)}: there ${other} is ahead or level under every ` +
    `weighting${by}${anywhere}.`
  );
}

/** Of a pair that is not even decided over the region. */
function openWords(result: Result, pair: Pair, region: readonly Choice[]): string {
  const all = allWeights(region);
  const span = spanWords(result, pair, pair.over);
  const ranges = isOfAllWeights(region)
    ? `over ${all} it goes ${span}`
    : `over ${describeRegion(region)} it goes ${span}, over ${all} ${spanWords(result, pair, pair.any)}`;
  return `Which is ahead depends on the weights: ${ranges}.`;
}

function isOfAllWeights(region: readonly Choice[]): boolean {
  return region.every(({ method }) => method === 'any');
}

function bySpan(result: Result, pair: Pair, where: PairOver): string {
  const span = spanWords(result, pair, where);
  return span === '' ? '' : `, by ${span}`;
}

/** `from Russia 1.2 ahead to China 10.7 ahead`, or `1.2 to 10.7` where the order is the same throughout. */
function spanWords(result: Result, pair: Pair, { least, most, relation }: PairOver): string {
  const [one, other] = [nameAt(result, pair.ahead), nameAt(result, pair.behind)];
  const places = Math.max(placesOf(result), 1);
  const points = (x: number) => fixed(Math.abs(x), places);
  if (relation === 'undecided')
    return isPlain(result)
      ? `from ${other} ${points(least.value)} ahead to ${one} ${points(most.value)} ahead`
      : 'both ways';
  if (!isPlain(result)) return '';
  return relation === 'reversed'
    ? `${points(most.value)} to ${points(least.value)}`
    : `${points(least.value)} to ${points(most.value)}`;
}
