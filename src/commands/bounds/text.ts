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
import { capital, count, list, possessive } from '../../model/words.ts';
import type { Passage } from '../../report/document.ts';
import { drawLayers, type Order } from '../../report/graph.ts';
import { fixed } from '../../report/numbers.ts';
import { comparableNotes } from '../shared/comparable.ts';
import { nameAt } from '../shared/countries.ts';
import { notLinearWords, underRegion, underSomeOf, whileDrawn } from '../shared/recipe/regions.ts';
import type { Entry } from '../shared/rows.ts';
import { areOfAnotherKind, haveTierBounds, witnessText, type Readings, type Ties } from './readings.ts';

const MOST_NAMED = 6;

/**
 * The sentences that an analyst would say first; `told` are the bounds with the worst ranks that ties give.
 */
export function headline(result: Result, { main, other }: Readings, told: Bounds): string[] {
  const hasOrder = main.relations.some((row) => row.some((relation) => relation !== 'never'));
  return [
    firstWords(result, main),
    ...(main.countries.length > 2 && hasOrder ? [pairWords(result, main, other)] : []),
    spreadWords(result, told, other),
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
  bounds: Bounds,
  always: readonly CountryBounds[],
  others: number,
): string {
  const [verb, them] = always.length === 1 ? ['is first', 'it'] : ['tie for first', 'them'];
  const tie = bounds.isExact ? 'can at best tie' : 'at best tied';
  const level = others === 0 ? '' : `; ${count(others, 'other')} ${tie} with ${them}`;
  return `${namesOf(result, always)} ${verb} ${throughout(result, bounds)}${level}.`;
}

/** Those that lead under some weights, apart from those that can be first only together with others. */
function sometimesFirst(result: Result, bounds: Bounds, firsts: readonly CountryBounds[]): string {
  const { countries, region, isExact } = bounds;
  const leaders = firsts.filter(({ canLead }) => canLead);
  const level = firsts.length - leaders.length;
  const [be, tie] = isExact
    ? ['can be', 'can at best tie']
    : [leaders.length === 1 ? 'was' : 'were', 'at best tied'];
  const when = isExact
    ? underSomeOf(result, region)
    : `in some of ${drawsOf(bounds)} draws${whileDrawn(result, region)}`;
  const first = leaders.length === 0 ? `${tie} for first` : `${be} first`;
  const shown = leaders.length === 0 ? firsts : leaders;
  const also = leaders.length === 0 || level === 0 ? '' : `; ${count(level, 'other')} ${tie}`;
  return (
    `${shown.length} of ${count(countries.length, 'country', 'countries')} ${first} ${when}: ` +
    `${namesOf(result, shown)}${also}.`
  );
}

/** `while each weight stays within ±25 %`, or `in all 100 draws while …`: what was never otherwise. */
function throughout(result: Result, bounds: Bounds): string {
  const { region, isExact } = bounds;
  return isExact
    ? underRegion(result, region)
    : `in all ${drawsOf(bounds)} draws${whileDrawn(result, region)}`;
}

function namesOf(result: Result, some: readonly CountryBounds[]): string {
  return list(
    some.map(({ row }) => nameAt(result, row)),
    MOST_NAMED,
  );
}

/** How many pairs of countries are decided. */
function pairWords(result: Result, main: Bounds, other: Bounds | null): string {
  const { decided, pairs } = shareDecided(main.relations);
  const share = ({ decided: some }: { decided: number }) => `(${percent(some, pairs)} %)`;
  const swaps = main.isExact
    ? `never ${decided === 1 ? 'swaps' : 'swap'} ${underRegion(result, main.region)}`
    : `never swapped in ${drawsOf(main)} draws${whileDrawn(result, main.region)}`;
  const first = `${decided} of ${count(pairs, 'pair')} of countries ${share({ decided })} ${swaps}.`;
  if (other === null || !isOtherTold(result, main, other)) return first;
  const also = shareDecided(other.relations);
  const where = capital(underRegion(result, other.region));
  const some = count(also.decided, 'pair');
  return `${first} ${where}, ${some} ${share(also)} never ${also.decided === 1 ? 'swaps' : 'swap'}.`;
}

/** Whether pairs are told of two regions. At another level all weights are still all weights. */
function isOtherTold(result: Result, main: Bounds, other: Bounds | null): boolean {
  if (other === null) return false;
  return !main.isExact || underRegion(result, other.region) !== underRegion(result, main.region);
}

/** Shares below 100 % are never shown as 100 %. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((100 * part) / whole);
}

/** Who keeps a rank, and whose rank depends most on the weights; after words on two regions, in which. */
function spreadWords(result: Result, main: Bounds, other: Bounds | null): string {
  const { countries, isExact } = main;
  const spread = ({ best, worst }: CountryBounds) => worst.rank - best.rank;
  const keeping = countries.filter((one) => spread(one) === 0).length;
  const widest = Math.max(0, largest(countries.map(spread)));
  const [first, ...others] = countries.filter((one) => spread(one) === widest);
  const isOther = isOtherTold(result, main, other);
  const where = isOther ? `${throughout(result, main)}, ` : '';
  if (widest === 0 || first === undefined) return `${capital(`${where}no rank ${change(1, isExact)}`)}.`;
  const all = count(countries.length, 'country', 'countries');
  const never = isOther ? keepRank(keeping, isExact) : `never ${change(keeping, isExact)} rank`;
  const keep =
    keeping === 0
      ? `every country ${isExact ? 'can change' : 'changed'} rank`
      : `${keeping} of ${all} ${never}`;
  const most = possessive(nameAt(result, first.row));
  const also = others.length === 0 ? '' : `${count(others.length, 'other')} ${vary(others.length, isExact)}`;
  return (
    `${capital(`${where}${keep}`)}${isOther ? `; ${most}` : `. ${most} rank`} ${vary(1, isExact)} most: ` +
    `${first.best.rank} to ${first.worst.rank}${also === '' ? '' : `; ${also} as much`}.`
  );
}

function keepRank(amount: number, isExact: boolean): string {
  const verb = amount === 1 ? 'keeps' : 'keep';
  return `${isExact ? verb : 'kept'} ${amount === 1 ? 'its' : 'their'} rank`;
}

function change(amount: number, isExact: boolean): string {
  if (!isExact) return 'changed';
  return amount === 1 ? 'changes' : 'change';
}

function vary(amount: number, isExact: boolean): string {
  if (!isExact) return 'varied';
  return amount === 1 ? 'varies' : 'vary';
}

/** The smallest change of weights that moves anybody. */
function nearestWords(result: Result, { countries }: Bounds): string[] {
  const swaps = countries.flatMap(({ row, nearest }) => {
    const down = nearest?.down ?? null;
    return down === null ? [] : [{ row, ...down }];
  });
  const [least, next] = swaps.toSorted((a, b) => a.share - b.share);
  if (least === undefined) return [];
  const isOnly = next === undefined || next.share - least.share > TOLERANCE;
  const taker = nameAt(result, at(countries, least.other).row);
  return [
    `${isOnly ? 'The most fragile place is' : 'One of the most fragile places is'} ` +
      `${possessive(nameAt(result, least.row))}. ` +
      `Moving ${fixed(100 * least.share, 2)} % of the weight lets ${taker} draw level.`,
  ];
}

/** Which bounds are exact, which are sampled, and what that means. */
export function certaintyNotes({ main, other, notLinear }: Readings, seed: number): string[] {
  const exact = [main, ...(other === null ? [] : [other])].filter(({ isExact }) => isExact);
  const notes: string[] = [];
  if (exact.length > 0) notes.push(exactNote(exact));
  if (!main.isExact && notLinear !== null)
    notes.push(
      `sampled: ${describeRegion(main.region)}, ${drawsOf(main)} draws, seed ${seed}; the true ranges may ` +
        `be wider, because ${notLinearWords(notLinear, main.region)}`,
    );
  return notes;
}

function exactNote(exact: readonly Bounds[]): string {
  const isProved = ({ best, worst }: CountryBounds) =>
    best.provedRank === best.rank && worst.provedRank === worst.rank;
  const unproved = exact.flatMap(({ countries }) => countries).filter((country) => !isProved(country)).length;
  const names = list(exact.map(({ region }) => describeRegion(region)));
  const gaps = unproved === 0 ? '' : `; the mark ? stands for ${count(unproved, 'unproved bound')}`;
  return (
    `exact: ${names}; each bound comes with weights that attain it, and leads under ${TOLERANCE} of the ` +
    `largest score difference count as ties${gaps}`
  );
}

/** How ranks are counted, where it is not as the recipe does or ties count against a country. */
export function rankNotes(result: Result, { main }: Readings, ties: Ties): string[] {
  const notes = comparableNotes(areOfAnotherKind(result, main), 'bounds count', result.recipe.rank);
  if (ties === 'against') notes.push('ties: each tie costs a country a place in its worst rank');
  return notes;
}

/** Why tiers stand in the table as they are by the nominal weights, where they have no bounds. */
export function tierNotes({ tiering, recipe }: Result, { main }: Readings): string[] {
  if (tiering === null || haveTierBounds(main)) return [];
  const { noBounds } = entryOf<TierMethod>(tierMethods, recipe.tiers);
  if (noBounds !== undefined)
    return [`tiers: for the nominal weights; "${recipe.tiers.method}" has no bounds, because ${noBounds}`];
  return [
    main.isExact
      ? 'tiers: for the nominal weights; this region allows no bounds on tiers'
      : 'tiers: for the nominal weights; only an index that is a weighted sum has bounds on tiers',
  ];
}

/** Who is ahead of whom, layer by layer. */
export function layersPassage(result: Result, bounds: Bounds, order: Order): Passage {
  return { title: `Ahead ${throughout(result, bounds)}`, lines: drawLayers(order) };
}

/** The weights behind each bound, a line each. */
export function witnessPassage(result: Result, main: Bounds, shown: readonly Entry[], ties: Ties): Passage {
  const rows = shown.map(({ row }) => row);
  const countries = rows.flatMap((row) => main.countries.filter((one) => one.row === row));
  const lines = countries.flatMap((one) => {
    const line = (side: 'best' | 'worst') => {
      const weights = witnessText(result, main, one, side, ties);
      return `${nameAt(result, one.row)} rank ${one[side].rank}: --weights ${weights}`;
    };
    return one.best.rank === one.worst.rank ? [line('best')] : [line('best'), line('worst')];
  });
  return { title: 'Weights behind these ranks', lines, isVerbatim: true };
}

/** How many weightings were drawn, of bounds that are not exact. */
function drawsOf({ draws }: Bounds): number {
  if (draws === null) throw new TypeError('exact bounds have no draws');
  return draws;
}
