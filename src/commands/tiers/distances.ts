// What stands between a country and the tiers above and below, in words.
import type { Gap } from '../../analysis/explain/tier-gaps.ts';
import { sum } from '../../math/statistics/stats.ts';
import { of } from '../../math/at.ts';
import { count, list } from '../../model/words.ts';
import { fixed } from '../../report/numbers.ts';

/** How a distance is written: its decimals, and how many indicators there are in all. */
export interface Measure {
  readonly places: number;
  readonly indicators: number;
}

type OfLevels = Extract<Gap, { readonly kind: 'levels' }>;
type OfIndex = Extract<Gap, { readonly kind: 'index' }>;

/** More sets than these are not all written out. */
const MOST_SETS = 3;
const FIRST_SETS = 2;
const MOST_NAMED = 3;

/** What lifts a country into the tier above, after "rises with": `laws (50 % of the weight)`. */
export function riseText(gap: Gap, measure: Measure): string {
  if (gap.kind === 'countries') return aheadText(gap.ahead);
  if (gap.kind === 'index')
    return `${pointsText(gap, 'below', measure)}; ${aloneText(gap, measure, 'is enough')}`;
  return gap.sets.length === 0 ? 'impossible: a level is out of reach' : setsText(gap, measure);
}

/** What costs a country its tier, after "falls without": `laws; or attacks and gdp`. */
export function fallText(gap: Gap, measure: Measure): string {
  if (gap.kind === 'countries') return aheadText(gap.ahead);
  if (gap.kind === 'index')
    return `${pointsText(gap, 'above', measure)}; ${aloneText(gap, measure, 'would cost the tier')}`;
  return gap.sets.length === 0 ? 'impossible: no score can miss its level' : setsText(gap, measure);
}

function aheadText(ahead: readonly string[]): string {
  return ahead.length === 0 ? '–' : `a lead over ${list(ahead, MOST_NAMED)} in any indicator`;
}

function setsText(gap: OfLevels, measure: Measure): string {
  const { others } = gap;
  const is = others.length === 1 ? 'alone is' : 'together are';
  const rest = others.length === 0 ? [] : [`${list(others, MOST_NAMED)} ${is} not enough`];
  return [enoughText(gap, measure), ...rest].join('; ');
}

function enoughText(gap: OfLevels, { indicators }: Measure): string {
  const { sets, more, members, anyOf } = gap;
  if (anyOf !== null && anyOf < members.length)
    return `any ${anyOf} of ${members.length === indicators ? indicators : members.join(', ')}`;
  const texts = sets.map((set) => setText(set, gap));
  if (more !== null && texts.length + more <= MOST_SETS) return texts.join('; or ');
  const others = more === null ? 'others' : count(texts.length + more - FIRST_SETS, 'other set');
  return [...texts.slice(0, FIRST_SETS), others].join('; or ');
}

function setText(set: readonly string[], { weights }: OfLevels): string {
  if (weights === null) return list(set);
  const share = sum(set.map((code) => of(weights, code)));
  return `${list(set)} (${Number((share * 100).toPrecision(3))} % of the weight)`;
}

function pointsText({ points }: OfIndex, side: 'above' | 'below', { places }: Measure): string {
  if (points === 0) return 'on the cut-off';
  // What is something is not told as nothing, as where the index is told in fewer decimals than it has.
  const told = fixed(points, places);
  const amount = Number(told) === 0 ? String(Number(points.toPrecision(1))) : told;
  return `${amount} ${amount === '1' ? 'point' : 'points'} ${side} the cut-off`;
}

/** Which indicators could do it alone. */
function aloneText({ alone }: OfIndex, { indicators }: Measure, does: string): string {
  if (alone.length === 0) return `no single indicator ${does}`;
  if (alone.length === indicators) return `any single indicator ${does}`;
  const [last = ''] = alone.slice(-1);
  const those = alone.length === 1 ? last : `${alone.slice(0, -1).join(', ')} or ${last}`;
  return `${those} alone ${does}`;
}
