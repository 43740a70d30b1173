import { expect, it } from 'vitest';
import { misfits, outOfDomain, type ScoresForMethod } from '../../src/methods/domain.ts';
import type { Column } from '../../src/math/statistics/column.ts';
import { country, names } from '../support/edition.ts';

const domain = { accepts: (score: number) => score > 0, needs: 'scores above 0', remedy: 'correct them' };

const asked = (code: string, column: Column): ScoresForMethod => ({
  code,
  column,
  countries: names.map((name) => country(name)),
  noun: 'score',
  method: 'log',
  whom: 'the transformation "log"',
});

const problems = (columns: Readonly<Record<string, Column>>) =>
  outOfDomain(
    Object.entries(columns).flatMap(([code, column]) => misfits(asked(code, column), domain, domain.accepts)),
  );

it('a few scores that a method cannot take are a problem each', () => {
  expect(problems({ laws: [1, 0, null, 2, -3], skills: [0, 1, 1, 1, 1] })).toMatchObject([
    { country: 'Borduria', indicator: 'laws', value: '0' },
    { country: 'Zubrowka', indicator: 'laws', value: '-3' },
    {
      country: 'Arcadia',
      indicator: 'skills',
      what: 'Arcadia\'s score for "skills" is 0, which the transformation "log" does not accept',
      why: '"log" needs scores above 0',
      fix: 'correct them',
    },
  ]);
});

it('many are one, at the first country', () => {
  expect(problems({ laws: [1, 0, null, 0, 1], skills: [0, 1, 0, 1, 1] })).toMatchObject([
    {
      country: 'Arcadia',
      indicator: 'skills',
      what: '4 scores are 0, which the transformation "log" does not accept, such as Arcadia\'s "skills"',
    },
  ]);
});

it('many that differ have their range told', () => {
  expect(problems({ laws: [-0.5, 0, -3, 0, 1] }).map(({ what }) => what)).toEqual([
    '4 scores are from -3 to 0, which the transformation "log" does not accept, such as Arcadia\'s "laws"',
  ]);
});
