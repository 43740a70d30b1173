// What stands between a country and the tiers above and below, in words.
import type { Demand, Gap } from '../../analysis/explain/tier-gaps.ts';
import { list } from '../../model/words.ts';
import { fixed } from '../../report/numbers.ts';

/** How a distance is written: its decimals, and how many indicators there are in all. */
export interface Measure {
  readonly places: number;
  readonly indicators: number;
}

/** What a country would have to gain, all of it. */
export function riseText({ demands }: Gap, measure: Measure): string {
  return demands.map((demand) => demandText(demand, '+', measure)).join('; and ');
}

/** What a country would have to lose, any of it. */
export function fallText({ demands }: Gap, measure: Measure): string {
  return demands.map((demand) => demandText(demand, '−', measure)).join('; or ');
}

/** The distance and who could cover it: `+2.4; alone: legal`, `any 1 of 7`, `strategy and offence`. */
function demandText({ condition, fewest, points, of }: Demand, sign: string, measure: Measure): string {
  if (condition.unit === 'countries') return of.length === 0 ? '–' : `ahead somewhere of ${list(of, 3)}`;
  const isAny = of.length === measure.indicators;
  if (points !== null) return `${pointsText(points, sign, measure)}; ${aloneText(of, isAny)}`;
  if (fewest === of.length) return list(of);
  return `any ${fewest} of ${isAny ? of.length : of.join(', ')}`;
}

function pointsText(points: number, sign: string, { places }: Measure): string {
  if (points === 0) return 'on the cut-off';
  // What is something is not told as nothing, as where the index is told in fewer decimals than it has.
  const told = fixed(points, places);
  return `${sign}${Number(told) === 0 ? Number(points.toPrecision(1)) : told}`;
}

/** Which indicators could do it alone. */
function aloneText(of: readonly string[], isAny: boolean): string {
  if (of.length === 0) return 'none alone';
  return isAny ? 'any alone' : `alone: ${of.join(', ')}`;
}
