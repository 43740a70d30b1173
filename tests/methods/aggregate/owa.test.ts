import { describe, expect, it } from 'vitest';
import { aggregations } from '../../../src/methods/aggregate/table.ts';
import { owa } from '../../../src/methods/aggregate/owa.ts';
import { build } from '../../../src/methods/build.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import type { Choice } from '../../../src/model/registry.ts';
import { editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';

const thirds = [1 / 3, 1 / 3, 1 / 3];
const scores = [20, 80, 50];
const byExponent = (exponent: number, weights: readonly number[] = thirds) =>
  owa(scores, weights, { exponent, order: null });
const byOrder = (order: readonly number[], weights: readonly number[] = thirds) =>
  owa(scores, weights, { exponent: 1, order });

describe('an exponent', () => {
  it('of 1 is the weighted mean', () => {
    expect(byExponent(1)).toBeCloseTo(50, 12);
    expect(byExponent(1, [0.5, 0.3, 0.2])).toBeCloseTo(44, 12); // 10 + 24 + 10
  });

  it('of 2 asks for most', () => {
    // Q: 1/9, 4/9, 1; v: 1/9, 3/9, 5/9. (80 + 150 + 100) / 9
    expect(byExponent(2)).toBeCloseTo(330 / 9, 12);
  });

  it('of a half is content with a few', () => {
    // Quarters: Q is 0.5 at the first; the other three have the other half. 0.5 · 8 + 0.5 · 0
    expect(owa([0, 0, 8, 0], [0.25, 0.25, 0.25, 0.25], { exponent: 0.5, order: null })).toBeCloseTo(4, 12);
  });

  it('goes by the weight that the best scores have', () => {
    // 80 has 0.3, with 50 it is 0.5, with 20 all. Q: 0.09, 0.25, 1; v: 0.09, 0.16, 0.75. 7.2 + 8 + 15
    expect(byExponent(2, [0.5, 0.3, 0.2])).toBeCloseTo(30.2, 12);
  });

  it('comes near the maximum and the minimum at the ends', () => {
    expect(byExponent(1e-6)).toBeCloseTo(80, 3);
    expect(byExponent(1e6)).toBe(20);
  });
});

describe('an order', () => {
  it('gives weights by place, the best first', () => {
    expect(byOrder([0.5, 0.3, 0.2])).toBeCloseTo(59, 12); // 40 + 15 + 4
    expect(byOrder([5, 3, 2])).toBeCloseTo(59, 12);
    expect([byOrder([1, 0, 0]), byOrder([0, 1, 0]), byOrder([0, 0, 1])]).toEqual([80, 50, 20]);
  });

  it('leaves out the best and the worst, as in a trimmed mean', () => {
    expect(owa([9, 1, 5, 3], [0.25, 0.25, 0.25, 0.25], { exponent: 1, order: [0, 1, 1, 0] })).toBeCloseTo(
      4,
      12,
    );
  });

  it('is followed as far as the weights go', () => {
    // L is straight through (1/3, 0), (2/3, 1), (1, 1). 80 has 0.5 of the weight: L is 0.5; with 50 it is
    // 0.75: 1.
    expect(byOrder([0, 1, 0], [0.25, 0.5, 0.25])).toBeCloseTo(65, 12); // 0.5 · 80 + 0.5 · 50
  });

  it('goes with an exponent', () => {
    // L: 0.5, 0.8, 1; squared 0.25, 0.64, 1. 0.25 · 80 + 0.39 · 50 + 0.36 · 20
    expect(owa(scores, thirds, { exponent: 2, order: [0.5, 0.3, 0.2] })).toBeCloseTo(46.7, 12);
  });

  it('that gives the best nothing does so under a small exponent too, floating-point noise or not', () => {
    expect(owa([8, 4, 2], [0.1 + 0.2, 0.3, 0.4], { exponent: 0.001, order: [0, 0, 1] })).toBeLessThan(4.01);
    expect(owa([8, 4], [1 / 3 + Number.EPSILON, 2 / 3], { exponent: 0.01, order: [0, 1, 1] })).toBe(4);
  });
});

it('of equal scores is that score; of one it is that one', () => {
  expect(owa([7, 7, 7], [0.2, 0.3, 0.5], { exponent: 3, order: null })).toBeCloseTo(7, 12);
  expect(owa([7], [1], { exponent: 3, order: null })).toBe(7);
});

describe('in an index', () => {
  const framework = category('index', [
    category('force', [indicator('army'), indicator('navy')]),
    indicator('law'),
    indicator('trade', { weight: 0 }),
  ]);
  const columns = { army: [8, 2], navy: [4, 6], law: [3, null], trade: [1, 1] };
  const built = (aggregate: Choice, method = 'skip') =>
    build(
      editionOf(columns, {
        framework,
        recipe: { normalise: { method: 'none' }, aggregate, missing: { method } },
      }),
    );

  it('an order is for categories with so many children that count', () => {
    const { scores, index } = built({ method: 'owa', exponent: 1, order: [1, 0] });
    expect(scores.get('force')).toEqual([8, 6]);
    expect(index).toEqual([8, 6]); // Borduria has no law: force has all the weight
  });

  it('an order for another number of children is a problem that names the category', () => {
    expect(problemsOf(() => built({ method: 'owa', exponent: 1, order: [1, 0, 0] }))).toEqual([
      {
        code: 'recipe/bad-parameter',
        severity: 'error',
        step: 'aggregate',
        what: 'the aggregation "owa" does not suit "force": it has 3 weights for 2 children with weight',
        fix:
          'change its parameters, or set another aggregation for the category in the column ' +
          '"aggregate" of indicators.csv',
      },
    ]);
    expect(problemsOf(() => built({ method: 'owa', exponent: 1, order: [1] }))).toHaveLength(1);
  });

  it('an exponent is for all of them', () => {
    expect(built({ method: 'owa', exponent: 2, order: null }).scores.get('force')).toEqual([5, 3]); // v: ¼, ¾
  });
});

describe('its parameters', () => {
  const [exponent, order] = aggregations.owa.parameters;

  it('are an exponent above 0', () => {
    expect([0.5, 3, 0, -1].map((value) => exponent?.check?.(value).map(({ message }) => message))).toEqual([
      [],
      [],
      ['it must be above 0'],
      ['it must be above 0'],
    ]);
  });

  it('and weights by place of which none is below 0, and one above', () => {
    expect(
      [
        [1, 0],
        [0.2, 0.8],
        [0, 0],
        [2, -1],
      ].map((value) => order?.check?.(value).length),
    ).toEqual([0, 0, 1, 1]);
  });
});
