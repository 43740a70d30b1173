// What puts the one behind level with the one ahead: the least changes of weights, each with weights to run.
import type { Pair } from '../../analysis/compare/compare.ts';
import type { IndexOverRegion } from '../../analysis/pairs/index-over-region.ts';
import type { Flip, SingleFlip } from '../../analysis/pairs/flip.ts';
import { localWeights } from '../../analysis/region/local-weights.ts';
import { inlineText, writeSwap } from '../../analysis/region/written-weights.ts';
import { of } from '../../math/at.ts';
import { isFlat } from '../../methods/region/space.ts';
import type { Result } from '../../model/result.ts';
import { count } from '../../model/words.ts';
import type { Column, Passage, Row } from '../../report/document.ts';
import { fixed } from '../../report/numbers.ts';
import { nameAt } from '../shared/countries.ts';
import { listNames, partNames } from '../shared/parts/names.ts';
import { weightsOf } from '../shared/recipe/regions.ts';
import { percent, percentAbove } from './percent.ts';

const MOST_SINGLE = 8;

const columns: readonly Column[] = [
  { key: 'change', label: 'change of weights', kind: 'text' },
  { key: 'amount', label: 'amount', kind: 'text' },
  { key: 'run', label: 'try it: rank --weights', kind: 'text' },
];

/** What it takes for the one behind to draw level; nothing where the two are level already. */
export function swapPassages(result: Result, robust: IndexOverRegion, pair: Pair): Passage[] {
  const { ahead, behind, flips, gap, any } = pair;
  if (gap === 0) return [];
  const [one, other] = [nameAt(result, ahead), nameAt(result, behind)];
  const title = `Weights that make ${other} tie with ${one}${any.relation === 'undecided' ? ' or lead' : ''}`;
  if (flips.l1 === null)
    return [{ title, lines: [`No ${weightsOf(robust.region)} do: ${one} leads in every part that counts.`] }];
  const alone = swapsOfOneWeight(pair);
  const part = alone.filter(({ flip }) => flip.local < 1);
  const hidden = part.length - MOST_SINGLE;
  const lines = [...unableLines(result, pair), ...wholeLines(result, robust, alone)];
  if (hidden > 0) lines.push(`${count(hidden, 'more weight')} can do it alone: see --format json.`);
  const rows = rowsOf(result, robust, pair, part.slice(0, MOST_SINGLE));
  return [{ title, lines, table: { columns, shown: columns.map(({ key }) => key), exported: [], rows } }];
}

/** The weights that cannot do it alone. */
function unableLines(result: Result, { single }: Pair): string[] {
  const unable = [...single].flatMap(([code, flip]) => (flip === null ? [partNames(result)(code)] : []));
  if (unable.length === 0) return [];
  const names = listNames(unable, MOST_SINGLE);
  return unable.length === 1
    ? [`Changing ${names} alone is not enough.`]
    : [`Changing one weight alone is not enough for these: ${names}.`];
}

/** The weights of which each does it only where it is all of what its category has. */
function wholeLines(
  result: Result,
  { index: { space } }: IndexOverRegion,
  alone: readonly SwapOfOneWeight[],
): string[] {
  const whole = alone.filter(({ flip }) => flip.local === 1).map(({ code }) => partNames(result)(code));
  if (whole.length === 0) return [];
  const weight = isFlat(space) ? 'all weight is' : 'all weight of its category is';
  const which = whole.length === 1 ? 'on' : 'on one of these:';
  return [`They tie if ${weight} ${which} ${listNames(whole, MOST_SINGLE)}.`];
}

interface SwapOfOneWeight {
  readonly code: string;
  readonly flip: SingleFlip;
}

/** The weights that can do it alone, the one that has to change least first. */
export function swapsOfOneWeight({ single }: Pair): SwapOfOneWeight[] {
  return [...single]
    .flatMap(([code, flip]) => (flip === null ? [] : [{ code, flip }]))
    .toSorted((a, b) => a.flip.change - b.flip.change);
}

/** A row a change, but for those that the recipe as a whole does not bear out. */
function rowsOf(
  result: Result,
  { index: { space } }: IndexOverRegion,
  { ahead, behind, flips }: Pair,
  alone: readonly SwapOfOneWeight[],
): Row[] {
  const rows: Row[] = [];
  const add = (change: string, amount: string, weights: readonly number[], code?: string) => {
    const written = writeSwap(result, space, weights, ahead, behind, code);
    if (written !== null) rows.push({ change, amount, run: inlineText(written) });
  };
  const addFlip = (label: string, flip: Flip | null, amountOf: (change: number) => string) => {
    if (flip !== null) add(label, amountOf(flip.change), flip.weights);
  };
  addFlip('least weight moved', flips.l1, (change) => `${percentAbove(change / 2)} of the weight`);
  addFlip('smallest maximum change', flips.lInfinity, (change) =>
    percentAbove(change).replace(' %', ' points of weight'),
  );
  addFlip('smallest distance', flips.l2, (change) => fixed(change, 4));
  const nominal = localWeights(space, space.nominal);
  for (const { code, flip } of alone)
    add(`${code} alone`, `${percent(of(nominal, code))} to ${percent(flip.local)}`, flip.weights, code);
  return rows;
}
