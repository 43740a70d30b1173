// What uncertainty says in words: who is first how often, whose rank varies most, and the notes.
import type { RankSpread } from '../../analysis/uncertainty/uncertainty.ts';
import { at } from '../../math/at.ts';
import { largest } from '../../math/statistics/stats.ts';
import { isEverything } from '../../methods/region/table.ts';
import type { Result } from '../../model/result.ts';
import { count, list, possessive } from '../../model/words.ts';
import { nameAt } from '../shared/countries.ts';
import { allWeights, howDrawn, whileDrawn } from '../shared/recipe/regions.ts';
import { describeVariation, errorNotes } from '../shared/recipe/vary.ts';
import { regionDrawn, USUAL_REPLICATES, type Findings } from './findings.ts';

const MOST_FIRSTS = 5;
const MOST_REASONS = 3;

/** A share as people read it: never 0 % or 100 % where it is not quite. */
export function percentText(share: number): string {
  if (share === 0 || share === 1) return `${share * 100} %`;
  if (share < 0.01) return '< 1 %';
  if (share > 0.99) return '> 99 %';
  return `${Math.round(share * 100)} %`;
}

/** Whether a country had a rank in any draw. */
export function isRanked({ median }: RankSpread): boolean {
  return !Number.isNaN(median);
}

/** How often a country is first; never without an index. */
export function shareOfFirst({ acceptability }: RankSpread): number {
  return acceptability[0] ?? 0;
}

/** Who is first in which share of draws, and whose rank varies most. */
export function headline(result: Result, findings: Findings): string[] {
  return [firstWords(result, findings), spreadWords(result, findings)];
}

function firstWords(result: Result, findings: Findings): string {
  const {
    rows,
    uncertainty: { countries },
  } = findings;
  const firsts = countries
    .map((spread, i) => ({ name: nameAt(result, at(rows, i)), share: shareOfFirst(spread) }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share);
  const [certain, ...others] = firsts;
  if (certain !== undefined && others.length === 0 && certain.share === 1)
    return `${certain.name} is first in all ${drawsOf(result, findings)}.`;
  const always = firsts.filter(({ share }) => share === 1);
  if (always.length > 1 && always.length === firsts.length) {
    const tied = list(
      always.map(({ name }) => name),
      MOST_FIRSTS,
    );
    return `${tied} tie for first in all ${drawsOf(result, findings)}.`;
  }
  const names = firsts.map(
    ({ name, share }, place) => `${name} ${place === 0 ? 'is first ' : ''}in ${percentText(share)}`,
  );
  return `Of ${drawsOf(result, findings)}, ${list(names, MOST_FIRSTS)}.`;
}

/** `200 draws`, or where weights alone vary `500 weightings drawn uniformly from all weights`. */
function drawsOf(result: Result, { design: { variations }, uncertainty: { used } }: Findings): string {
  const [only, ...others] = variations;
  if (only === undefined || !('region' in only) || others.length > 0) return count(used, 'draw');
  const { region } = only;
  const where = isEverything(region) ? ` from ${allWeights(region)}` : whileDrawn(result, region);
  return `${count(used, 'weighting')} drawn uniformly${where}`;
}

function spreadWords(result: Result, { rows, uncertainty: { countries } }: Findings): string {
  const width = (one: RankSpread) => (isRanked(one) ? one.high - one.low : 0);
  const widest = Math.max(0, largest(countries.map(width)));
  const certain = countries.filter(({ acceptability }) => largest(acceptability) === 1).length;
  const all = count(countries.length, 'country', 'countries');
  const keep =
    certain === 0
      ? 'No country keeps one rank in all draws'
      : `${certain} of ${all} ${certain === 1 ? 'keeps' : 'keep'} one rank in all draws`;
  if (widest === 0) return `${keep}.`;
  const most = countries.findIndex((one) => width(one) === widest);
  const others = countries.filter((one) => width(one) === widest).length - 1;
  const { low, high } = at(countries, most);
  const also = others === 0 ? '' : `; ${count(others, 'other')} ${others === 1 ? 'varies' : 'vary'} as much`;
  return (
    `${keep}. ${possessive(nameAt(result, at(rows, most)))} rank varies most: ` +
    `${low} to ${high} in 90 % of draws${also}.`
  );
}

/** What varies, how much was drawn, how sure shares are, and what could not be built. */
export function drawingNotes(result: Result, findings: Findings): string[] {
  const { design, seed, uncertainty } = findings;
  const { used, failures, countries } = uncertainty;
  const error = Math.max(0, largest(countries.flatMap(({ errors }) => errors)));
  const digits = used > 20_000 ? 2 : 1;
  const notes = [
    `varies: ${design.variations.map(describeVariation).join(', ')}`,
    ...errorNotes(design.variations, design.edition),
    `draws: ${amountDrawn(findings)}${weightsDrawn(result, findings)}, seed ${seed}; standard errors of ` +
      `shares: up to ${(error * 100).toFixed(digits)} percentage points`,
  ];
  const failed = failures.reduce((total, one) => total + one.count, 0);
  const reasons = failures.map(({ reason, count: times }) => `${reason} (${times})`);
  if (failed > 0)
    notes.push(
      `left out: ${count(failed, 'draw')}, because no index could be built: ` + list(reasons, MOST_REASONS),
    );
  return notes;
}

/** `, uniform within each category` of weightings alone, `, weights uniform …` of rankings. */
function weightsDrawn(result: Result, { design, weights }: Findings): string {
  const region = regionDrawn(design);
  if (region === null) return '';
  return `, ${weights === null ? 'weights ' : ''}${howDrawn(result, region)}`;
}

/** `1000 rankings`, or `100000 weightings (1000 for tiers)`. */
function amountDrawn({ weights, uncertainty: { used, countries } }: Findings): string {
  if (weights === null) return count(used, 'ranking');
  const forTiers = Math.min(used, USUAL_REPLICATES);
  const hasTiers = countries.some(({ tiers }) => tiers !== null);
  const amount = count(used, 'weighting');
  return hasTiers && forTiers !== used ? `${amount} (${forTiers} for tiers)` : amount;
}
