// Pairs of countries as compare shows them: what it takes to swap two, and how each of several stands to
// each.
import type { Pair, PairRelation } from '../../analysis/compare/compare.ts';
import type { Flip } from '../../analysis/pairs/flip.ts';
import { localWeights } from '../../analysis/region/local-weights.ts';
import { inlineText, writeSwap } from '../../analysis/region/written-weights.ts';
import type { WeightSpace } from '../../methods/region/table.ts';
import type { Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Column, Passage } from '../../report/document.ts';
import { fixed } from '../../report/numbers.ts';
import { blocks, downwards, labelAt, nameAt, upwards } from './text.ts';
import { isOfFirstLevel } from '../shared/regions.ts';
import { placesOf } from '../shared/rows.ts';

const MOST_SINGLE = 8;

/** What it takes for the one behind to draw level, each with weights to run. */
export function swapPassages(
  result: Result,
  space: WeightSpace,
  pair: Pair,
  region: readonly Choice[],
): Passage[] {
  const { ahead, behind, flips, single, gap, any } = pair;
  const [one, other] = [nameAt(result, ahead), nameAt(result, behind)];
  if (gap === 0) return [];
  const title = `What puts ${other} level with ${one}${any.relation === 'undecided' ? ', or ahead' : ''}`;
  if (flips.l1 === null)
    return [
      {
        title,
        lines: [
          `No weights${isOfFirstLevel(region) ? ' of the first level' : ''} do: ${one} is ahead in ` +
            'everything that counts.',
        ],
      },
    ];
  const runnable = (weights: readonly number[], alone?: string): string | null => {
    const written = writeSwap(result, space, weights, ahead, behind, alone);
    return written === null ? null : inlineText(written);
  };
  const least = (label: string, flip: Flip | null, amount: (change: number) => string) =>
    flip === null ? [] : [{ change: label, amount: amount(flip.change), run: runnable(flip.weights) }];
  const locals = localWeights(space, space.nominal);
  const alone = [...single]
    .flatMap(([code, found]) => (found === null ? [] : [{ code, found }]))
    .toSorted((a, b) => a.found.change - b.found.change);
  const [whole, part] = [
    alone.filter(({ found }) => found.local === 1),
    alone.filter(({ found }) => found.local < 1),
  ];
  const rows = [
    ...least('least moved in all', flips.l1, (change) => `${upwards(change / 2)} of it`),
    ...least('least for any one', flips.lInfinity, (change) => `${upwards(change)} of it each`),
    ...least('least distance', flips.l2, (change) => fixed(change, 4)),
    ...part.slice(0, MOST_SINGLE).map(({ code, found }) => ({
      change: `${code} alone`,
      amount: `${percent(locals.get(code) ?? 0)} to ${percent(found.local)}`,
      run: runnable(found.weights, code),
    })),
  ].flatMap((row) => (row.run === null ? [] : [{ ...row, run: row.run }]));
  const cannot = [...single].flatMap(([code, found]) => (found === null ? [code] : []));
  const text = (key: string, label: string): Column => ({ key, label, kind: 'text' });
  return [
    {
      title,
      lines: [
        ...(cannot.length === 0 ? [] : [`Not alone: ${list(cannot, MOST_SINGLE)}.`]),
        ...(whole.length === 0
          ? []
          : [
              `Level where one of these is all that counts: ${list(
                whole.map(({ code }) => code),
                MOST_SINGLE,
              )}.`,
            ]),
        ...(part.length > MOST_SINGLE
          ? [`${count(part.length - MOST_SINGLE, 'more weight')} could do it alone; --format json has them.`]
          : []),
      ],
      table: {
        columns: [
          text('change', 'change of weights'),
          text('amount', 'by'),
          text('run', 'to see it: rank --weights'),
        ],
        shown: ['change', 'amount', 'run'],
        exported: [],
        rows,
      },
    },
  ];
}

const cells: Readonly<Record<PairRelation, readonly [string, string]>> = {
  necessary: ['ahead', 'behind'],
  reversed: ['behind', 'ahead'],
  undecided: ['open', 'open'],
  level: ['level', 'level'],
};

/** How each of several countries stands to each other over the region. */
export function matrixPassages(
  result: Result,
  rows: readonly number[],
  pairs: readonly Pair[],
  region: string,
): Passage[] {
  const cell = (one: number, other: number): string => {
    const pair = pairs.find(
      ({ ahead, behind }) => (ahead === one && behind === other) || (ahead === other && behind === one),
    );
    return pair === undefined ? '' : cells[pair.over.relation][pair.ahead === one ? 0 : 1];
  };
  return blocks(result, rows, 6).map((some, i) => ({
    ...(i === 0 ? { title: `Each against each, over ${region}` } : {}),
    lines: i === 0 ? ['ahead: at least level under every weighting; open: each is ahead under some'] : [],
    table: {
      columns: [
        { key: 'country', label: 'country', kind: 'text' },
        ...some.map((row): Column => ({
          key: labelAt(result, row),
          label: labelAt(result, row),
          kind: 'text',
        })),
      ],
      shown: ['country', ...some.map((row) => labelAt(result, row))],
      exported: [],
      rows: rows.map((row) => ({
        country: nameAt(result, row),
        ...Object.fromEntries(some.map((other) => [labelAt(result, other), cell(row, other)])),
      })),
    },
  }));
}

const words: Readonly<Record<PairRelation, string>> = {
  necessary: 'always',
  undecided: 'open',
  reversed: 'never',
  level: 'level',
};

/** A row a pair: how firm the order is, and the least that swaps it. */
export function pairsPassage(result: Result, pairs: readonly Pair[], region: string): Passage {
  const text = (key: string, label: string): Column => ({ key, label, kind: 'text' });
  return {
    title: 'Pair by pair',
    lines: [
      'firm      the share of the weight that may go anywhere without the order being reversed',
      'moved     the least weight that has to move for the two to be level',
      'alone     the weight that has to change least, if it changes alone',
    ],
    table: {
      columns: [
        text('ahead', 'ahead'),
        text('behind', 'behind'),
        { key: 'gap', label: 'gap', kind: 'number', decimals: Math.max(placesOf(result), 1) },
        text('over', region),
        text('any', 'any'),
        text('firm', 'firm'),
        text('moved', 'moved'),
        { ...text('alone', 'alone'), isDispensable: true },
      ],
      shown: ['ahead', 'behind', 'gap', 'over', 'any', 'firm', 'moved', 'alone'],
      exported: [],
      rows: pairs.map((pair) => ({
        ahead: labelAt(result, pair.ahead),
        behind: labelAt(result, pair.behind),
        gap: pair.gap,
        over: words[pair.over.relation],
        any: words[pair.any.relation],
        firm: downwards(pair.epsilon),
        moved: pair.flips.l1 === null ? '–' : upwards(pair.flips.l1.change / 2),
        alone: aloneText(pair),
      })),
    },
  };
}

function aloneText({ single, gap }: Pair): string {
  const [least] = [...single]
    .flatMap(([code, found]) => (found === null || found.local === 1 || gap === 0 ? [] : [{ code, found }]))
    .toSorted((a, b) => a.found.change - b.found.change);
  return least === undefined ? '–' : `${least.code} ${percent(least.found.local)}`;
}

function percent(share: number): string {
  return `${fixed(100 * share, 1)} %`;
}
