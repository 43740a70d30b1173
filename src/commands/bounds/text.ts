// What bounds say in words: who can be first, how many pairs are decided, whose rank depends most on the
// weights.
import { shareDecided, type Bounds, type CountryBounds } from '../../analysis/bounds/bounds.ts';
import type { NotLinear } from '../../analysis/region/linear-index.ts';
import { TOLERANCE } from '../../analysis/pairs/dominance.ts';
import { describeRegion } from '../../methods/region/table.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import { fixed } from '../../report/numbers.ts';
import { everyWeighting, notLinearWords, someWeighting } from '../shared/regions.ts';

const MOST_NAMED = 6;

/** The sentences that an analyst would say first. */
export function headline(result: Result, bounds: Bounds, beside: Bounds | null): string[] {
  return [
    firstWords(result, bounds),
    ...(bounds.countries.length > 2 ? [pairWords(bounds, beside)] : []),
    spreadWords(result, bounds),
    ...nearestWords(result, bounds),
  ];
}

function firstWords(result: Result, bounds: Bounds): string {
  const over = bounds.isExact
    ? everyWeighting(bounds.region)
    : `all ${bounds.draws ?? 0} weightings drawn from ${describeRegion(bounds.region)}`;
  const firsts = bounds.countries.filter(({ best }) => best.rank === 1);
  const always = bounds.countries.filter(({ worst }) => worst.rank === 1);
  const names = list(
    firsts.map(({ row }) => nameAt(result, row)),
    MOST_NAMED,
  );
  if (always.length > 0 && always.length === firsts.length)
    return `${names} ${firsts.length === 1 ? 'is' : 'are'} first under ${over}.`;
  return (
    `${count(firsts.length, 'country', 'countries')} of ${bounds.countries.length} ` +
    `${bounds.isExact ? `can be first under ${someWeighting(bounds.region)}` : `were first in some draw from ${describeRegion(bounds.region)}`}: ` +
    `${names}.`
  );
}

function pairWords(bounds: Bounds, beside: Bounds | null): string {
  const said = (one: Bounds) => {
    const { decided, pairs } = shareDecided(one.relations);
    return `${decided} (${percent(decided, pairs)} %)`;
  };
  const { pairs } = shareDecided(bounds.relations);
  const also = beside === null ? '' : `, ${said(beside)} under ${everyWeighting(beside.region)}`;
  return (
    `Of ${count(pairs, 'pair')} of countries, ${said(bounds)} ` +
    `${bounds.isExact ? `keep their order under ${everyWeighting(bounds.region)}` : `kept their order in all draws from ${describeRegion(bounds.region)}`}${also}.`
  );
}

/** Shares below 100 % are never shown as 100 %. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((100 * part) / whole);
}

function spreadWords(result: Result, { countries, isExact }: Bounds): string {
  const spread = ({ best, worst }: CountryBounds) => worst.rank - best.rank;
  const fixed = countries.filter((one) => spread(one) === 0);
  const widest = Math.max(0, ...countries.map(spread));
  const keep =
    fixed.length === 0
      ? 'No country keeps its rank throughout'
      : `${count(fixed.length, 'country keeps its rank', 'countries keep their rank')} throughout`;
  const most = countries.filter((one) => spread(one) === widest);
  const [one] = most;
  if (widest === 0 || one === undefined) return `${keep}.`;
  const named = `${nameAt(result, one.row)} (${one.best.rank} to ${one.worst.rank})`;
  return (
    `${keep}; the weights ${isExact ? 'matter' : 'mattered'} most to ` +
    `${named}${most.length === 1 ? '' : ` and ${count(most.length - 1, 'other')} whose rank spans as many places`}.`
  );
}

/** The smallest change of weights that moves anybody. */
function nearestWords(result: Result, { countries }: Bounds): string[] {
  const swaps = countries.flatMap(({ row, nearest }) =>
    nearest?.down === null || nearest === null ? [] : [{ row, ...nearest.down }],
  );
  const [least] = swaps.toSorted((a, b) => a.share - b.share);
  if (least === undefined) return [];
  return [
    `It takes ${fixed(100 * least.share, 2)} % of the weight, put elsewhere, for anybody to lose a place: ` +
      `${nameAt(result, least.row)} to ${nameAt(result, countries[least.other]?.row ?? -1)}.`,
  ];
}

/** How sure the bounds are. */
export function sureness(bounds: readonly Bounds[], notLinear: NotLinear | null, seed: number): string[] {
  const exact = bounds.filter(({ isExact }) => isExact);
  const sampled = bounds.find(({ isExact }) => !isExact);
  const open = exact.flatMap(({ countries }) =>
    countries.filter(({ best, worst }) => best.provedRank !== best.rank || worst.provedRank !== worst.rank),
  ).length;
  const names = list(exact.map(({ region }) => describeRegion(region)));
  return [
    ...(exact.length === 0
      ? []
      : [
          `exact: ${names}; every bound is attained, and none goes further but by leads below ` +
            `${TOLERANCE} of the largest difference in one ` +
            `score${open === 0 ? '' : `; ${count(open, 'bound')} could not be proved, marked ?`}`,
        ]),
    ...(sampled === undefined || notLinear === null
      ? []
      : [
          `sampled: ${describeRegion(sampled.region)}, ${sampled.draws ?? 0} draws, seed ${seed}; the ` +
            `true bounds may be wider, as ${notLinearWords(notLinear, sampled.region)}`,
        ]),
  ];
}

function nameAt({ countries }: Result, row: number): string {
  return countries[row]?.name ?? '';
}
