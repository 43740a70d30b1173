// COINr 1.1.14 on a matrix of 15 × 7: aggregates, ranks and normalisations, within 1e-9 relative.
import { describe, expect, it } from 'vitest';
import { build } from '../../src/methods/build.ts';
import type { PartialRecipe } from '../../src/methods/steps.ts';
import { category, indicator, ROOT_CODE } from '../../src/model/framework.ts';
import type { Result } from '../../src/model/result.ts';
import { country, editionOf } from '../support/edition.ts';
import { snap } from '../support/numbers.ts';
import { numbersOf, readReference } from '../support/reference.ts';

const scores = readReference('coinr-15x7/scores.csv');
const weights = readReference('coinr-15x7/weights.csv');
const codes = weights.map(({ iCode = '' }) => iCode);
const framework = category(ROOT_CODE, weights.map(({ iCode = '', weight }) => indicator(iCode, { weight: Number(weight) })));
const countries = scores.map(({ uCode = '' }) => country(uCode));

function built(recipe: PartialRecipe): Result {
  return build(editionOf(Object.fromEntries(codes.map((code) => [code, numbersOf(scores, code)])), { framework, countries, recipe }));
}

const asTheyAre = { normalise: { method: 'none' } };

it.each([
  ['amean_eq', { aggregate: { method: 'arithmetic' }, weights: { method: 'equal' } }],
  ['amean_w', { aggregate: { method: 'arithmetic' } }],
  ['gmean_w', { aggregate: { method: 'geometric' } }],
  ['hmean_w', { aggregate: { method: 'harmonic' } }],
  ['genmean2_w', { aggregate: { method: 'power', p: 2 } }],
  ['genmean_m1_w', { aggregate: { method: 'power', p: -1 } }],
] as const)('%s: index and ranks', (column, recipe) => {
  const { index, ranks } = built({ ...asTheyAre, ...recipe });
  const expected = numbersOf(readReference('coinr-15x7/aggregates.csv'), column);
  expect(snap(index, expected, 1e-9)).toEqual(expected);
  expect(ranks).toEqual(numbersOf(readReference('coinr-15x7/ranks.csv'), column));
});

describe.each([
  ['minmax', { method: 'minmax' }],
  ['zscore', { method: 'zscore' }],
] as const)('%s', (file, normalise) => {
  it.each(codes)('of %s', (code) => {
    const expected = numbersOf(readReference(`coinr-15x7/${file}.csv`), code);
    expect(snap(built({ normalise }).scores.get(code), expected, 1e-9)).toEqual(expected);
  });
});
