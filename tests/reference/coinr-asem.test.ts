// COINr 1.1.14 on its own example, 51 countries by 49 indicators in a tree of three levels: every level
// within 1e-9 relative.
import { describe, expect, it } from 'vitest';
import { outrankingMatrix } from '../../src/methods/aggregate/pairs.ts';
import { build } from '../../src/methods/build.ts';
import type { PartialRecipe } from '../../src/methods/steps.ts';
import { category, indicator, type FrameworkNode } from '../../src/model/framework.ts';
import type { Edition } from '../../src/model/edition.ts';
import { country, editionOf } from '../support/edition.ts';
import { snap } from '../support/numbers.ts';
import { numbersOf, readReference } from '../support/reference.ts';

const lineage = readReference('coinr-asem/lineage.csv');
const weightOf = new Map(
  readReference('coinr-asem/weights.csv').map(({ iCode, Weight }) => [iCode, Number(Weight)]),
);
const levels = ['Indicator', 'Pillar', 'Sub-index', 'Index'] as const;
const categories = [
  ...new Set(['Pillar', 'Sub-index', 'Index'].flatMap((level) => lineage.map((path) => path[level] ?? ''))),
];

/** A node of the tree: at level 0 an indicator, above it a category of what has it as its parent. */
function nodeOf(code: string, level: number): FrameworkNode {
  const weight = weightOf.get(code) ?? Number.NaN;
  if (level === 0) return indicator(code, { weight });
  const below = lineage
    .filter((path) => path[levels[level] ?? ''] === code)
    .map((path) => path[levels[level - 1] ?? ''] ?? '');
  return category(
    code,
    [...new Set(below)].map((child) => nodeOf(child, level - 1)),
    { weight },
  );
}

function editionFrom(file: string, recipe: PartialRecipe): Edition {
  const records = readReference(`coinr-asem/${file}.csv`);
  const columns = Object.fromEntries(
    lineage.map(({ Indicator = '' }) => [Indicator, numbersOf(records, Indicator)]),
  );
  const root = nodeOf('Index', 3);
  if (root.kind === 'indicator') throw new Error('the root is a category');
  const countries = records.map(({ uCode = '' }) => country(uCode, { code: uCode }));
  return editionOf(columns, {
    framework: root,
    countries,
    recipe: { normalise: { method: 'none' }, ...recipe },
  });
}

it('the tree has 49 indicators in 8 pillars and 2 sub-indices', () => {
  expect([lineage.length, categories.length, weightOf.size]).toEqual([49, 11, 60]);
});

describe.each([
  ['arithmetic', { method: 'arithmetic' }],
  ['geometric', { method: 'geometric' }],
  ['harmonic', { method: 'harmonic' }],
  ['power-2', { method: 'power', p: 2 }],
  ['power-minus-2', { method: 'power', p: -2 }],
  ['power-0.5', { method: 'power', p: 0.5 }],
  ['copeland', { method: 'copeland' }],
] as const)('%s', (file, aggregate) => {
  const { scores } = build(editionFrom('normalised', { aggregate }));
  it.each(categories)('of %s', (code) => {
    const expected = numbersOf(readReference(`coinr-asem/${file}.csv`), code);
    expect(snap(scores.get(code), expected, 1e-9)).toEqual(expected);
  });
});

it.each(['arithmetic', 'geometric', 'harmonic', 'copeland'])('ranks by %s', (method) => {
  const { ranks } = build(editionFrom('normalised', { aggregate: { method } }));
  expect(ranks).toEqual(numbersOf(readReference(`coinr-asem/${method}-ranks.csv`), 'Index'));
});

it('the outranking matrix of a pillar, one of its five indicators of double weight', () => {
  const records = readReference('coinr-asem/normalised.csv');
  const columns = ['Goods', 'Services', 'FDI', 'PRemit', 'ForPort'].map((code) => numbersOf(records, code));
  const matrix = outrankingMatrix(
    records.map((_, row) => columns.map((column) => column[row] ?? null)),
    [1 / 6, 2 / 6, 1 / 6, 1 / 6, 1 / 6],
  );
  const expected = records.map(({ uCode = '' }) =>
    numbersOf(readReference('coinr-asem/outranking-conecfin.csv'), uCode),
  );
  expect(
    expected.map((column, other) =>
      snap(
        matrix.map((row) => row[other]),
        column,
        1e-9,
      ),
    ),
  ).toEqual(expected);
});

describe.each([0, 0.5])('with 63 scores missing, skip:least=%s', (least) => {
  const { scores } = build(editionFrom('normalised-with-gaps', { missing: { method: 'skip', least } }));
  it.each(categories)('arithmetic of %s', (code) => {
    const expected = numbersOf(readReference('coinr-asem/arithmetic-with-gaps.csv'), code);
    expect(snap(scores.get(code), expected, 1e-9)).toEqual(expected);
  });
});
