import { describe, expect, it } from 'vitest';
import { kurtosis, skewness } from '../../../src/math/statistics/stats.ts';
import { build } from '../../../src/methods/build.ts';
import { isSkewed } from '../../../src/methods/treat/skewness.ts';
import { boxCox, log } from '../../../src/methods/treat/transformations.ts';
import { winsorise } from '../../../src/methods/treat/winsorise.ts';
import { country, editionOf } from '../../support/edition.ts';

const limits = { skewness: 2, kurtosis: 3.5 };
const even = [1, 2, 3, 2, 1, 2, 3, 2, 2];

describe('winsorise', () => {
  it('sets the highest score to the next one if the skew is to the right', () => {
    expect(winsorise([...even, 50], { most: 5, ...limits })).toEqual([...even, 3]);
  });

  it('sets the lowest score to the next one if the skew is to the left', () => {
    expect(winsorise([...even, -50], { most: 5, ...limits })).toEqual([...even, 1]);
  });

  it('stops as soon as the column is no longer skewed, and after so many times', () => {
    const two = [...even, ...even, 40, 60];
    expect(winsorise(two, { most: 1, ...limits })).toEqual([...even, ...even, 40, 40]);
    expect(winsorise(two, { most: 5, ...limits })).toEqual([...even, ...even, 3, 3]);
  });

  it('leaves alone what is not skewed, missing scores and the original column', () => {
    const column = Object.freeze([...even, null]);
    expect(winsorise(column, { most: 5, ...limits })).toEqual(column);
  });
});

it('skewed means beyond both limits', () => {
  expect(isSkewed([...even, 50], limits)).toBe(true);
  expect(isSkewed([...even, 50], { skewness: 4, kurtosis: 3.5 })).toBe(false);
  expect(isSkewed([...even, 50], { skewness: 2, kurtosis: 40 })).toBe(false);
});

// ln(100 / 100) = 0, ln(50 + 1) and ln(100 + 1)
it('the shifted logarithm takes zero and negative scores', () => {
  expect(log([0, 50, 100, null])).toEqual([0, Math.log(51), Math.log(101), null]);
  expect(log([-100, 0])).toEqual([0, Math.log(101)]);
});

describe('box-cox', () => {
  it('finds the logarithm for scores that are evenly spaced on a logarithmic scale', () => {
    const scores = Array.from({ length: 41 }, (_, i) => 10 ** ((i - 20) / 10));
    const found = boxCox(scores, { lambda: null });
    const spaces = found.slice(1).map((x, i) => Number(x) - Number(found[i]));
    expect(Math.max(...spaces) / Math.min(...spaces)).toBeLessThan(1.001);
  });

  it('makes a skewed column less skewed', () => {
    const skewed = [1, 1, 2, 2, 3, 4, 5, 8, 13, 40, 90];
    const found = boxCox(skewed, { lambda: null }).map(Number);
    expect(Math.abs(skewness(found))).toBeLessThan(0.3);
    expect(Math.abs(kurtosis(found))).toBeLessThan(2);
  });
});

it('a recipe says what was winsorised, and from what to what', () => {
  const edition = editionOf(
    { firms: [...even, 50], laws: even.concat(2) },
    {
      countries: [...even, 0].map((_, row) => country(`Country ${row}`)),
      recipe: { treat: { method: 'winsorise', most: 5, ...limits } },
    },
  );
  expect(build(edition).stages.find(({ step }) => step === 'treat')?.changes).toEqual([
    { code: 'firms', row: 9, from: 50, to: 3, how: 'winsorised' },
  ]);
});

it('winsorise-log takes the logarithm of the original scores if winsorising is not enough', () => {
  const column = [...even, ...even, 40, 60, 90];
  const edition = editionOf(
    { firms: column },
    {
      countries: column.map((_, row) => country(`Country ${row}`)),
      recipe: { treat: { method: 'winsorise-log', most: 1, combine: false, ...limits } },
    },
  );
  const stage = build(edition).stages.find(({ step }) => step === 'treat');
  expect(stage?.columns.get('firms')).toEqual(log(column));
  expect(stage?.changes.map(({ row, how }) => [row, how.split(',')[0]])).toEqual([[null, 'logarithm']]);
});
