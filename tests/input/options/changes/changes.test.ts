import { describe, expect, it } from 'vitest';
import { readChanges } from '../../../../src/input/options/changes/changes.ts';
import { loadCountries } from '../../../../src/input/cells/countries.ts';
import { build } from '../../../../src/methods/build.ts';
import { category, indicator, ROOT_CODE } from '../../../../src/model/framework.ts';
import type { Problem } from '../../../../src/model/problem.ts';
import { country, editionOf } from '../../../support/edition.ts';

const framework = category(ROOT_CODE, [
  category('people', [
    indicator('skills', { scale: 'levels' }),
    indicator('people.net-users', { column: 'users' }),
  ]),
  indicator('threat', { column: 'users', direction: -1 }),
  indicator('gaps'),
]);
const edition = editionOf(
  { skills: [0, 2, 1], users: [10, 20, 30], gaps: [null, null, 3] },
  {
    framework,
    scales: [
      {
        name: 'levels',
        ratings: [
          { word: 'low', value: 0 },
          { word: 'so-so', value: 1 },
          { word: 'high', value: 2 },
        ],
      },
    ],
    countries: [
      country('France', { code: 'FRA' }),
      country('St. Lucia', { code: 'LCA' }),
      country('Arcadia'),
    ],
    recipe: { missing: { method: 'skip', least: 0 } },
  },
);

async function read(...written: readonly string[]) {
  const problems: Problem[] = [];
  const { scores, weights } = readChanges(written, build(edition), await loadCountries(), problems);
  return {
    scores: scores.map(({ code, row, from, to }) => `${code} ${row}: ${from} → ${to}`),
    weights: weights.map(({ code, from, to }) => `${code}: ${from} → ${to}`),
    problems: problems.map(({ code, what }) => `${code}: ${what}`),
  };
}

describe('a score', () => {
  it.each<[string, string]>([
    ['FRA.skills=high', 'skills 0: 0 → 2'],
    ['FRA.skills=So so', 'skills 0: 0 → 1'],
    ['france.skills+1', 'skills 0: 0 → 1'],
    ['FRA.skills=0.5', 'skills 0: 0 → 0.5'],
    ['FRA.people.net-users+5%', 'people.net-users 0: 10 → 10.5'],
    ['FRA.people.net-users-5', 'people.net-users 0: 10 → 5'],
    ['FRA.people.net-users−.5', 'people.net-users 0: 10 → 9.5'],
    ['St. Lucia.threat-10%', 'threat 1: 20 → 18'],
    ['Saint Lucia.threat=-1', 'threat 1: 20 → -1'],
    ['Arcadia.gaps=7', 'gaps 2: 3 → 7'],
    ['FRA.gaps=7', 'gaps 0: null → 7'],
  ])('%s', async (written, expected) => {
    expect(await read(written)).toEqual({ scores: [expected], weights: [], problems: [] });
  });

  it('a category is all below it, "all" every indicator; what two indicators read changes once', async () => {
    expect((await read('FRA.people+1')).scores).toEqual(['skills 0: 0 → 1', 'people.net-users 0: 10 → 11']);
    expect((await read('FRA.all+1')).scores).toEqual(['skills 0: 0 → 1', 'people.net-users 0: 10 → 11']);
    expect((await read('all.threat+10%')).scores).toEqual([
      'threat 0: 10 → 11',
      'threat 1: 20 → 22',
      'threat 2: 30 → 33',
    ]);
  });

  it('one change goes on from the other', async () => {
    expect((await read('FRA.threat+10', 'FRA.people.net-users+50%', 'FRA.threat-1')).scores).toEqual([
      'threat 0: 10 → 29',
    ]);
  });

  it('a relative change stops at the end of a scale, and says so', async () => {
    expect(await read('LCA.skills+1')).toEqual({
      scores: ['skills 1: 2 → 2'],
      weights: [],
      problems: [
        "scores/out-of-range: 1 score would be out of range and is cut off at its end: St. Lucia's " +
          '"skills" at high',
      ],
    });
  });

  it('what is missing cannot be raised', async () => {
    expect((await read('FRA.gaps+1')).problems).toEqual([
      'whatif/bad-change: there is no score to raise or lower: France\'s "gaps" is missing',
    ]);
    expect((await read('all.gaps+1')).scores).toEqual(['gaps 2: 3 → 4']);
  });
});

describe('a weight', () => {
  it.each<[string, string]>([
    ['weights.people=2', 'people: 1 → 2'],
    ['weights.skills+50%', 'skills: 1 → 1.5'],
    ['weights.people.net-users-1', 'people.net-users: 1 → 0'],
  ])('%s', async (written, expected) => {
    expect(await read(written)).toEqual({ scores: [], weights: [expected], problems: [] });
  });

  it('never falls below 0', async () => {
    expect((await read('weights.people-2')).problems).toEqual([
      'weights/negative: the weight of "people" would be negative: -1',
    ]);
  });
});
