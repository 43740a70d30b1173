import { expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { log } from '../../../src/methods/treat/transformations.ts';
import { country, editionOf } from '../../support/edition.ts';

const limits = { skewness: 2, kurtosis: 3.5 };
const even = [1, 2, 3, 2, 1, 2, 3, 2, 2];

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
