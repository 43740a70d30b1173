// What puts the one behind level with the one ahead: the least changes of weights, each with weights to run.
import type { Pair } from '../../analysis/compare/compare.ts';
import type { IndexOverRegion } from '../../analysis/pairs/robust-index.ts';
import type { Flip, SingleFlip } from '../../analysis/pairs/flip.ts';
import { localWeights } from '../../analysis/region/local-weights.ts';
import { inlineText, writeSwap } from '../../analysis/region/written-weights.ts';
import { of } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Column, Passage, Row } from '../../report/document.ts';
import { fixed } from '../../report/numbers.ts';
import { nameAt } from '../shared/countries.ts';
import { isOfFirstLevel } from '../shared/recipe/regions.ts';
import { percent, percentAbove } from './percent.ts';

const MOST_SINGLE = 8;

const columns: readonly Column[] = [
  { key: 'change', label: 'change of weights', kind: 'text' },
  { key: 'amount', label: 'by', kind: 'text' },
  { key: 'run', label: 'to see it: rank --weights', kind: 'text' },
];

/** What it takes for the one behind to draw level; nothing where the two are level already. */
export function swapPassages(result: Result, robust: IndexOverRegion, pair: Pair): Passage[] {
  const { ahead, behind, flips, single, gap, any } = pair;
  if (gap === 0) return [];
  const [one, other] = [nameAt(result, ahead), nameAt(result, behind)];
  const title = `What puts ${other} level with ${one}${any.relation === 'undecided' ? ', or ahead' : ''}`;
  if (flips.l1 === null) {
    const weights = isOfFirstLevel(robust.region) ? 'No weights of the first level' : 'No weights';
    return [{ title, lines: [`${weights} do: ${one} is ahead in everything that counts.`] }];
  }
  const alone = swapsOfOneWeight(pair);
  const whole = alone.filter(({ flip }) => flip.local === 1).map(({ code }) => code);
  const part = alone.filter(({ flip }) => flip.local < 1);
  const unable = [...single].filter(([, flip]) => flip === null).map(([code]) => code);
  const lines: string[] = [];
  if (unable.length > 0) lines.push(`Not alone: ${list(unable, MOST_SINGLE)}.`);
  if (whole.length > 0)
    lines.push(`Level where one of these is all that counts: ${list(whole, MOST_SINGLE)}.`);
  if (part.length > MOST_SINGLE)
    lines.push(
      `${count(part.length - MOST_SINGLE, 'more weight')} could do it alone; --format json has them.`,
    );
  const rows = rowsOf(result, robust, pair, part.slice(0, MOST_SINGLE));
  return [{ title, lines, table: { columns, shown: columns.map(({ key }) => key), exported: [], rows } }];
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
  addFlip('least moved in all', flips.l1, (change) => `${percentAbove(change / 2)} of it`);
  addFlip('least for any one', flips.lInfinity, (change) => `${percentAbove(change)} of it each`);
  addFlip('least distance', flips.l2, (change) => fixed(change, 4));
  const nominal = localWeights(space, space.nominal);
  for (const { code, flip } of alone)
    add(`${code} alone`, `${percent(of(nominal, code))} to ${percent(flip.local)}`, flip.weights, code);
  return rows;
}
