// Several countries pair by pair: how each stands to each, and how firm that is.
import type { Pair, PairRelation } from '../../analysis/compare/compare.ts';
import { isEverything, labelOf } from '../../methods/region/table.ts';
import type { Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Column, Passage } from '../../report/document.ts';
import { idAt, nameAt } from '../shared/countries.ts';
import { isOfFirstLevel, underRegion } from '../shared/recipe/regions.ts';
import { placesOf } from '../shared/rows.ts';
import { blocks } from './blocks.ts';
import type { Comparison } from './comparison.ts';
import { percent, percentAbove, percentBelow } from './percent.ts';
import { swapPassages, swapsOfOneWeight } from './swaps.ts';

/** What is said of pairs under the table; nothing where nothing exact can be said. */
export function pairPassages(result: Result, { rows, two, over }: Comparison): Passage[] {
  if (over === null) return [];
  const { robust, pairs } = over;
  if (two !== null) return pairs.flatMap((pair) => swapPassages(result, robust, pair));
  const { region } = robust;
  return [...matrixPassages(result, rows, pairs, region), listPassage(result, pairs, region)];
}

/** How the first of a pair stands to the second, and the second to the first. */
const standings: Readonly<Record<PairRelation, readonly [string, string]>> = {
  necessary: ['ahead', 'behind'],
  reversed: ['behind', 'ahead'],
  undecided: ['open', 'open'],
  level: ['tie', 'tie'],
};

/** How each of several countries stands to each other over the region. */
function matrixPassages(
  result: Result,
  rows: readonly ResultRow[],
  pairs: readonly Pair[],
  region: readonly Choice[],
): Passage[] {
  const cell = (one: ResultRow, other: ResultRow): string => {
    const pair = pairs.find(({ ahead, behind }) =>
      [ahead, behind].every((row) => row === one || row === other),
    );
    if (pair === undefined || one === other) return '';
    const [first, second] = standings[pair.over.relation];
    return pair.ahead === one ? first : second;
  };
  return blocks(result, rows).map((some, i) => ({
    ...(i === 0 ? { title: `Who leads whom ${underRegion(result, region)}` } : {}),
    lines: i === 0 ? ['ahead: leads or ties under all these weights; open: each leads under some'] : [],
    table: {
      columns: [
        { key: 'country', label: 'country', kind: 'text' },
        ...some.map((row): Column => ({ key: idAt(result, row), label: idAt(result, row), kind: 'text' })),
      ],
      shown: ['country', ...some.map((row) => idAt(result, row))],
      exported: [],
      rows: rows.map((row) => ({
        country: nameAt(result, row),
        ...Object.fromEntries(some.map((other) => [idAt(result, other), cell(row, other)])),
      })),
    },
  }));
}

/** Whether the first of a pair is ahead over a region. */
const answers: Readonly<Record<PairRelation, string>> = {
  necessary: 'always',
  undecided: 'open',
  reversed: 'never',
  level: 'tie',
};

/** What holds over all weights of the same level. */
function anyColumn(region: readonly Choice[]): Column {
  const all: Choice = { method: 'any', at: isOfFirstLevel(region) ? 'top' : 'levels' };
  return { key: 'any', label: labelOf([all]), kind: 'text' };
}

/** A row a pair: how firm the order is, and the least that swaps it. */
function listPassage(result: Result, pairs: readonly Pair[], region: readonly Choice[]): Passage {
  const columns: Column[] = [
    { key: 'ahead', label: 'ahead', kind: 'text' },
    { key: 'behind', label: 'behind', kind: 'text' },
    { key: 'gap', label: 'gap', kind: 'number', decimals: Math.max(placesOf(result), 1) },
    { key: 'over', label: labelOf(region), kind: 'text' },
    ...(isEverything(region) ? [] : [anyColumn(region)]),
    { key: 'firm', label: 'firm', kind: 'text' },
    { key: 'moved', label: 'moved', kind: 'text' },
    { key: 'alone', label: 'alone', kind: 'text', isDispensable: true },
  ];
  return {
    title: 'Pair by pair',
    lines: [
      'firm      the order holds if each weight gives up this share, wherever it goes',
      'moved     the smallest share of the weight that has to move for a tie',
      'alone     the smallest change of a single weight that makes a tie',
    ],
    table: {
      columns,
      shown: columns.map(({ key }) => key),
      exported: [],
      rows: pairs.map((pair) => ({
        ahead: idAt(result, pair.ahead),
        behind: idAt(result, pair.behind),
        gap: pair.gap,
        over: answers[pair.over.relation],
        any: answers[pair.any.relation],
        firm: percentBelow(pair.epsilon),
        moved: pair.flips.l1 === null ? '–' : percentAbove(pair.flips.l1.change / 2),
        alone: aloneText(pair),
      })),
    },
  };
}

/** The weight that has to change least if it changes alone, and what it has to become. */
function aloneText(pair: Pair): string {
  const [least] = pair.gap === 0 ? [] : swapsOfOneWeight(pair).filter(({ flip }) => flip.local !== 1);
  return least === undefined ? '–' : `${least.code} ${percent(least.flip.local)}`;
}
