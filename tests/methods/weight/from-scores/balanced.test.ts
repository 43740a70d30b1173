import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation } from '../../../../src/math/statistics/correlation.ts';
import { sum } from '../../../../src/math/statistics/stats.ts';
import { magnitude } from '../../../../src/math/linear/vector.ts';
import { balanced, balancedFaults } from '../../../../src/methods/weight/from-scores/balanced.ts';
import { snap } from '../../../support/numbers.ts';

const faults = (given: readonly number[], columns: readonly (readonly (number | null)[])[]) =>
  balancedFaults({
    codes: ['laws', 'skills', 'trade', 'crime', 'aid'].slice(0, given.length),
    given,
    columns,
  }).map(({ code, indicator, what }) => [code, indicator, what]);

/** The shares of the correlations of columns with their weighted mean. */
function shares(weights: readonly number[], columns: readonly (readonly number[])[]): number[] {
  const means = (columns[0] ?? []).map((_, row) =>
    sum(columns.map((column, i) => (weights[i] ?? Number.NaN) * (column[row] ?? Number.NaN))),
  );
  const correlations = columns.map((column) => correlation(column, means) ?? Number.NaN);
  return correlations.map((r) => r / sum(correlations));
}

describe('balanced', () => {
  it('solves R v = g and divides by the deviations', () => {
    // s = 1 and 2, r = ½, g = ⅔ and ⅓: v₁ + v₂ / 2 = ⅔, v₁ / 2 + v₂ = ⅓ give v = ⅔ and 0. Only the first
    // counts, with r = 1 and ½.
    const expected = [2 / 3, 0];
    expect(
      snap(
        balanced({
          given: [2, 1],
          columns: [
            [0, 1, 2],
            [2, 0, 4],
          ],
        }),
        expected,
        1e-14,
      ),
    ).toEqual(expected);
    // g = ½ and ½: v = ⅓ and ⅓.
    const equal = [1 / 3, 1 / 6];
    expect(
      snap(
        balanced({
          given: [1, 1],
          columns: [
            [0, 1, 2],
            [2, 0, 4],
          ],
        }),
        equal,
        1e-14,
      ),
    ).toEqual(equal);
  });

  it('of given weights only the proportion counts', () => {
    const columns = [
      [0, 1, 2, 1],
      [2, 0, 4, 3],
    ];
    const [some, tenfold] = [balanced({ given: [3, 2], columns }), balanced({ given: [30, 20], columns })];
    expect(snap(some, tenfold, 1e-14)).toEqual(tenfold);
  });

  it('gives siblings that are copies of each other the same', () => {
    const weights = balanced({
      given: [1, 1],
      columns: [
        [1, 2, 4],
        [1, 2, 4],
      ],
    });
    expect(weights[0]).toBeCloseTo(weights[1] ?? 0, 14);
    expect(
      faults(
        [1, 1],
        [
          [1, 2, 4],
          [1, 2, 4],
        ],
      ),
    ).toEqual([]);
  });

  it('counts the countries that have all scores', () => {
    const some = balanced({
      given: [1, 2],
      columns: [
        [1, 5, 3, null, 9],
        [2, 2, 7, 8, null],
      ],
    });
    expect(some).toEqual(
      balanced({
        given: [1, 2],
        columns: [
          [1, 5, 3],
          [2, 2, 7],
        ],
      }),
    );
  });

  it('reaches the shares within 10⁻⁹, with weights of 0 or more, or says what is wrong', () => {
    const score = fc.integer({ min: 0, max: 50 });
    const fields = fc.integer({ min: 1, max: 5 }).chain((siblings) =>
      fc.integer({ min: siblings + 2, max: 12 }).chain((countries) =>
        fc.tuple(
          fc.array(fc.array(score, { minLength: countries, maxLength: countries }), {
            minLength: siblings,
            maxLength: siblings,
          }),
          fc.array(fc.integer({ min: 1, max: 4 }), { minLength: siblings, maxLength: siblings }),
        ),
      ),
    );
    let balancedOnes = 0;
    fc.assert(
      fc.property(fields, ([columns, given]) => {
        if (faults(given, columns).length > 0) return;
        balancedOnes += 1;
        const weights = balanced({ given, columns });
        expect(weights.every((w) => w >= 0)).toBe(true);
        expect(
          magnitude(shares(weights, columns).map((share, i) => share - (given[i] ?? 0) / sum(given))),
        ).toBeLessThan(1e-9);
      }),
      { seed: 2021, numRuns: 300 },
    );
    expect(balancedOnes).toBeGreaterThan(100);
  });
});

describe('balancedFaults', () => {
  it('names what would need a negative weight', () => {
    // r = 0.9 or so, and a tenth of the importance: it has more by its sibling alone.
    expect(
      faults(
        [9, 1],
        [
          [1, 2, 3, 4],
          [1, 2, 4, 4],
        ],
      ),
    ).toEqual([['weights/unbalanced', 'skills', '"skills" would need a negative weight']]);
  });

  it('names what is constant in the countries that have all scores', () => {
    expect(
      faults(
        [1, 1],
        [
          [1, 2, 3],
          [5, 5, null],
        ],
      ),
    ).toEqual([
      [
        'weights/not-determined',
        'skills',
        'all countries that have all scores have the same score for "skills"',
      ],
    ]);
  });

  it('says that too few countries have all scores', () => {
    expect(
      [
        faults(
          [1, 1],
          [
            [1, null],
            [null, 2],
          ],
        ),
        faults(
          [1, 1],
          [
            [1, 1, null],
            [null, 2, 3],
          ],
        ),
      ].map((all) => all[0]?.[2]),
    ).toEqual(['no country has all scores', 'only one country has all scores']);
  });

  it('says that siblings are made of each other', () => {
    // r = −1: whatever the weights, one correlates as far below 0 as the other above.
    expect(
      faults(
        [1, 1],
        [
          [1, 2, 4],
          [4, 3, 1],
        ],
      ),
    ).toEqual([['weights/not-determined', undefined, 'only 1 of its 2 children vary independently']]);
  });
});
