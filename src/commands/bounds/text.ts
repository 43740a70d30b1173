// What bounds say in words: who can be first, how many pairs are decided, whose rank depends most on the
// weights, and how sure all that is.
import { shareDecided, type Bounds, type CountryBounds } from '../../analysis/bounds/bounds.ts';
import { TOLERANCE } from '../../analysis/pairs/dominance.ts';
import { at } from '../../math/at.ts';
import { largest } from '../../math/statistics/stats.ts';
import { describeRegion } from '../../methods/region/table.ts';
import { tierMethods, type TierMethod } from '../../methods/tier/table.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Passage } from '../../report/document.ts';
import { drawLayers, type Order } from '../../report/graph.ts';
import { fixed } from '../../report/numbers.ts';
import { comparableNotes } from '../shared/comparable.ts';
import { nameAt } from '../shared/countries.ts';
import { everyWeighting, notLinearWords, someWeighting } from '../shared/recipe/regions.ts';
import type { Entry } from '../shared/rows.ts';
import { areOfAnotherKind, haveTierBounds, witnessText, type Readings, type Ties } from './readings.ts';

const MOST_NAMED = 6;

/**
 * The sentences that an analyst would say first; `told` are the bounds with the worst ranks that ties give.
 */
export function headline(result: Result, { main, other }: Readings, told: Bounds, ties: Ties): string[] {
  return [
    firstWords(result, main),
    ...(main.countries.length > 2 ? [pairWords(main, other)] : []),
    spreadWords(result, told, ties),
    ...nearestWords(result, main),
  ];
}

/** Who is first whatever the weights; where nobody is, who can be. */
function firstWords(result: Result, bounds: Bounds): string {
  const firsts = bounds.countries.filter(({ best }) => best.rank === 1);
  const always = firsts.filter(({ worst }) => worst.rank === 1);
  return always.length > 0
    ? alwaysFirst(result, bounds, always, firsts.length - always.length)
    : sometimesFirst(result, bounds, firsts);
}

/** Those that nobody is ever ahead of, so that others can be level with them and no more. */
function alwaysFirst(
  result: Result,
  { region, isExact, draws }: Bounds,
  always: readonly CountryBounds[],
  others: number,
): string {
  const [verb, them] = always.length === 1 ? ['is first', 'it'] : ['tie for first', 'them'];
  const over = isExact
    ? everyWeighting(region)
    : `all ${draws} weightings drawn from ${describeRegion(region)}`;
  const tie = isExact ? 'can at best tie' : 'at best tied';
  const level = others === 0 ? '' : `; ${count(others, 'other')} ${tie} with ${them}`;
  return `${namesOf(result, always)} ${verb} under ${over}${level}.`;
}

/** Those that lead under some weights, apart from those that can be first only together with others. */
function sometimesFirst(
  result: Result,
  { countries, region, isExact }: Bounds,
  firsts: readonly CountryBounds[],
): string {
  const leaders = firsts.filter(({ canLead }) => canLead);
  const level = firsts.length - leaders.length;
  const [be, tie] = isExact ? ['can be', 'can at best tie'] : ['were', 'at best tied'];
  const when = isExact ? `under ${someWeighting(region)}` : `in some draw from ${describeRegion(region)}`;
  const first = leaders.length === 0 ? `${tie} for first` : `${be} first`;
  const shown = leaders.length === 0 ? firsts : leaders;
  const also = leaders.length === 0 || level === 0 ? '' : `; ${count(level, 'other')} ${tie}`;
  return (
    `${count(shown.length, 'country', 'countries')} of ${countries.length} ${first} ${when}: ` +
    `${namesOf(result, shown)}${also}.`
  );
}

function namesOf(result: Result, some: readonly CountryBounds[]): string {
  return list(
    some.map(({ row }) => nameAt(result, row)),
    MOST_NAMED,
  );
}

/** How many pairs of countries are decided. */
function pairWords(main: Bounds, other: Bounds | null): string {
  const decidedIn = ({ relations }: Bounds) => {
    const { decided, pairs } = shareDecided(relations);
    return `${decided} (${percent(decided, pairs)} %)`;
  };
  const { pairs } = shareDecided(main.relations);
  const when = main.isExact
    ? `keep their order under ${everyWeighting(main.region)}`
    : `kept their order in all draws from ${describeRegion(main.region)}`;
  const also = other === null ? '' : `, ${decidedIn(other)} under ${everyWeighting(other.region)}`;
  return `Of ${count(pairs, 'pair')} of countries, ${decidedIn(main)} ${when}${also}.`;
}

/** Shares below 100 % are never shown as 100 %. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((100 * part) / whole);
}

/** Who keeps a rank, and whose rank depends most on the weights. */
function spreadWords(result: Result, { countries, isExact }: Bounds, ties: Ties): string {
  const spread = ({ best, worst }: CountryBounds) => worst.rank - best.rank;
  const keeping = countries.filter((one) => spread(one) === 0).length;
  const keep =
    keeping === 0
      ? 'No country keeps its rank throughout'
      : `${count(keeping, 'country keeps its rank', 'countries keep their rank')} throughout`;
  const widest = Math.max(0, largest(countries.map(spread)));
  const [first, ...others] = countries.filter((one) => spread(one) === widest);
  if (widest === 0 || first === undefined) return `${keep}.`;
  const range = `${nameAt(result, first.row)} (${first.best.rank} to ${first.worst.rank})`;
  const also =
    others.length === 0 ? '' : ` and ${count(others.length, 'other')} whose rank spans as many places`;
  const cause = ties === 'for' ? 'the weights' : 'weights and ties';
  return `${keep}; ${cause} ${isExact ? 'matter' : 'mattered'} most to ${range}${also}.`;
}

/** The smallest change of weights that moves anybody. */
function nearestWords(result: Result, { countries }: Bounds): string[] {
  const swaps = countries.flatMap(({ row, nearest }) => {
    const down = nearest?.down ?? null;
    return down === null ? [] : [{ row, ...down }];
  });
  const [least] = swaps.toSorted((a, b) => a.share - b.share);
  if (least === undefined) return [];
  const taker = at(countries, least.other).row;
  return [
    `It takes ${fixed(100 * least.share, 2)} % of the weight, put elsewhere, for anybody to lose a place: ` +
      `${nameAt(result, least.row)} to ${nameAt(result, taker)}.`,
  ];
}

/** Which bounds are exact, which are sampled, and what that means. */
export function certaintyNotes({ main, other, notLinear }: Readings, seed: number): string[] {
  const exact = [main, ...(other === null ? [] : [other])].filter(({ isExact }) => isExact);
  const notes: string[] = [];
  if (exact.length > 0) notes.push(exactNote(exact));
  if (!main.isExact && notLinear !== null)
    notes.push(
      `sampled: ${describeRegion(main.region)}, ${drawsOf(main)} draws, seed ${seed}; the true bounds may ` +
        `be wider, as ${notLinearWords(notLinear, main.region)}`,
    );
  return notes;
}

function exactNote(exact: readonly Bounds[]): string {
  const isProved = ({ best, worst }: CountryBounds) =>
    best.provedRank === best.rank && worst.provedRank === worst.rank;
  const unproved = exact.flatMap(({ countries }) => countries).filter((country) => !isProved(country)).length;
  const names = list(exact.map(({ region }) => describeRegion(region)));
  const gaps = unproved === 0 ? '' : `; ${count(unproved, 'bound')} could not be proved, marked ?`;
  return (
    `exact: ${names}; every bound is attained, and none goes further but by leads below ${TOLERANCE} of ` +
    `the largest difference in one score${gaps}`
  );
}

/** How ranks are counted, where it is not as the recipe does or ties count against a country. */
export function rankNotes(result: Result, { main }: Readings, ties: Ties): string[] {
  const notes = comparableNotes(areOfAnotherKind(result, main), 'bounds count', result.recipe.rank);
  if (ties === 'against') notes.push('ties: each costs a country a place in its worst rank');
  return notes;
}

/** Why tiers stand in the table as they are by the nominal weights, where they have no bounds. */
export function tierNotes({ tiering, recipe }: Result, { main }: Readings): string[] {
  if (tiering === null || haveTierBounds(main)) return [];
  const { noBounds } = entryOf<TierMethod>(tierMethods, recipe.tiers);
  if (noBounds !== undefined)
    return [`tiers: by the nominal weights; "${recipe.tiers.method}" has no bounds, as ${noBounds}`];
  return [
    main.isExact
      ? 'tiers: by the nominal weights; their bounds over this region cannot be computed'
      : 'tiers: by the nominal weights; they have bounds only where the index is a weighted sum',
  ];
}

/** Who is ahead of whom, layer by layer. */
export function layersPassage({ region, isExact }: Bounds, order: Order): Passage {
  return {
    title: isExact
      ? `Ahead under ${everyWeighting(region)}`
      : `Ahead in all draws from ${describeRegion(region)}`,
    lines: drawLayers(order),
  };
}

/** The weights behind each bound, a line each. */
export function witnessPassage(result: Result, main: Bounds, shown: readonly Entry[], ties: Ties): Passage {
  const rows = shown.map(({ row }) => row);
  const countries = rows.flatMap((row) => main.countries.filter((one) => one.row === row));
  const lines = countries.flatMap((one) => {
    const line = (side: 'best' | 'worst') =>
      `${nameAt(result, one.row)} ${one[side].rank}: --weights ${witnessText(result, main, one, side, ties)}`;
    return one.best.rank === one.worst.rank ? [line('best')] : [line('best'), line('worst')];
  });
  return { title: 'Weights that attain them', lines, isVerbatim: true };
}

/** How many weightings were drawn, of bounds that are not exact. */
function drawsOf({ draws }: Bounds): number {
  if (draws === null) throw new TypeError('exact bounds have no draws');
  return draws;
}
