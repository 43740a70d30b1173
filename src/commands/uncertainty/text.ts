// What uncertainty says in words: who is first how often, whose rank is the least certain, and how that was
// drawn.
import type { RankSpread } from '../../analysis/uncertainty/uncertainty.ts';
import { at } from '../../math/at.ts';
import { largest } from '../../math/statistics/stats.ts';
import { describeRegion } from '../../methods/region/table.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import { nameAt } from '../shared/countries.ts';
import { howDrawn } from '../shared/recipe/regions.ts';
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

/** Who is first how often, and whose rank is the least certain. */
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
    return `${certain.name} is first in all ${drawsOf(findings)}.`;
  const names = firsts.map(({ name, share }) => `${name} in ${percentText(share)}`);
  return `First: ${list(names, MOST_FIRSTS)} of ${drawsOf(findings)}.`;
}

/** `200 draws`, or where weights alone vary `500 weightings drawn evenly from any`. */
function drawsOf({ design: { variations }, uncertainty: { used } }: Findings): string {
  const [only, ...others] = variations;
  return only !== undefined && 'region' in only && others.length === 0
    ? `${count(used, 'weighting')} drawn evenly from ${describeRegion(only.region)}`
    : count(used, 'draw');
}

function spreadWords(result: Result, { rows, uncertainty: { countries } }: Findings): string {
  const width = (one: RankSpread) => (isRanked(one) ? one.high - one.low : 0);
  const widest = Math.max(0, largest(countries.map(width)));
  const certain = countries.filter(({ acceptability }) => largest(acceptability) === 1).length;
  const throughout =
    `${certain === 0 ? 'No country has' : count(certain, 'country has', 'countries have')} one rank ` +
    'throughout';
  if (widest === 0) return `${throughout}.`;
  const most = countries.findIndex((one) => width(one) === widest);
  const { low, high } = at(countries, most);
  const name = nameAt(result, at(rows, most));
  return `${throughout}; the least certain is that of ${name}, ${low} to ${high} in nine draws of ten.`;
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
    `drawn: ${amountDrawn(findings)}${weightsDrawn(result, findings)}, seed ${seed}; standard errors of ` +
      'shares up to ' +
      `${(error * 100).toFixed(digits)} %`,
  ];
  const failed = failures.reduce((total, one) => total + one.count, 0);
  const reasons = failures.map(({ reason, count: times }) => `${reason} (${times})`);
  if (failed > 0)
    notes.push(
      `failed: ${count(failed, 'replicate')} could not be built and ${failed === 1 ? 'does' : 'do'} not ` +
        `count: ${list(reasons, MOST_REASONS)}`,
    );
  return notes;
}

/** `, evenly within each category` of weightings alone, `, weights evenly …` of replicates. */
function weightsDrawn(result: Result, { design, weights }: Findings): string {
  const region = regionDrawn(design);
  if (region === null) return '';
  return `, ${weights === null ? 'weights ' : ''}${howDrawn(result, region)}`;
}

/** `1000 replicates`, or `100000 weightings (1000 for tiers)`. */
function amountDrawn({ weights, uncertainty: { used, countries } }: Findings): string {
  if (weights === null) return count(used, 'replicate');
  const forTiers = Math.min(used, USUAL_REPLICATES);
  const hasTiers = countries.some(({ tiers }) => tiers !== null);
  const amount = count(used, 'weighting');
  return hasTiers && forTiers !== used ? `${amount} (${forTiers} for tiers)` : amount;
}
