import { describe, expect, it } from 'vitest';
import { aggregateLevels } from '../../src/methods/levels.ts';
import { completeRecipe } from '../../src/methods/steps.ts';
import { category, indicator } from '../../src/model/framework.ts';
import { country } from '../support/edition.ts';
import { problemsOf } from '../support/problems.ts';

// Three levels: index ← power ← reach, each with an indicator beside it.
const framework = category('index', [
  category(
    'power',
    [
      category('reach', [indicator('cables'), indicator('satellites', { weight: 3 })], {
        aggregate: { method: 'minimum' },
      }),
      indicator('offence'),
    ],
    { aggregate: { method: 'geometric' }, weight: 2 },
  ),
  indicator('resilience'),
]);
const countries = [country('Arcadia'), country('Borduria')];
const leaves = new Map([
  ['cables', [9, 4]],
  ['satellites', [16, 25]],
  ['offence', [4, 9]],
  ['resilience', [12, 3]],
]);
const recipe = completeRecipe({});

describe('aggregateLevels', () => {
  it("takes each category's own method, from the leaves up", () => {
    const { scores } = aggregateLevels(framework, leaves, recipe, new Map(), countries);
    expect(scores.get('reach')).toEqual([9, 4]); // the lower of 9 and 16, of 4 and 25
    expect(scores.get('power')?.map((x) => x?.toFixed(9))).toEqual(['6.000000000', '6.000000000']); // √(9 · 4), √(4 · 9)
    expect(scores.get('index')?.map((x) => x?.toFixed(9))).toEqual(['8.000000000', '5.000000000']); // (2 · 6 + 12) / 3, (2 · 6 + 3) / 3
  });

  it("gives every node's value and every node's weight but the root's", () => {
    const { scores, weights } = aggregateLevels(framework, leaves, recipe, new Map(), countries);
    expect([...scores.keys()].toSorted()).toEqual([
      'cables',
      'index',
      'offence',
      'power',
      'reach',
      'resilience',
      'satellites',
    ]);
    expect(Object.fromEntries(weights)).toEqual({
      cables: 0.25,
      satellites: 0.75,
      reach: 0.5,
      offence: 0.5,
      power: 2 / 3,
      resilience: 1 / 3,
    });
  });

  it('takes weights that are known already instead of finding them', () => {
    const known = new Map([
      ['cables', 1],
      ['satellites', 0],
      ['reach', 0],
      ['offence', 1],
      ['power', 0.5],
      ['resilience', 0.5],
    ]);
    const { scores, weights } = aggregateLevels(framework, leaves, recipe, new Map(), countries, known);
    expect(scores.get('index')?.map((x) => x?.toFixed(9))).toEqual(['8.000000000', '6.000000000']); // (4 + 12) / 2, (9 + 3) / 2
    expect(weights).toEqual(known);
  });

  it("says which category cannot take a country's score", () => {
    const zero = new Map(leaves).set('offence', [4, 0]);
    expect(problemsOf(() => aggregateLevels(framework, zero, recipe, new Map(), countries))).toMatchObject([
      {
        code: 'recipe/out-of-domain',
        country: 'Borduria',
        indicator: 'offence',
        what:
          'Borduria\'s normalised score for "offence" is 0, which the aggregation "geometric" of "power" ' +
          'does not accept',
      },
    ]);
  });

  it('changes nothing that it was given', () => {
    const given = new Map(leaves);
    aggregateLevels(framework, given, recipe, new Map(), countries);
    expect(given).toEqual(leaves);
  });
});
