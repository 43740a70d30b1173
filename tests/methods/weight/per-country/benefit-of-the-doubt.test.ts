import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../../../../src/math/statistics/stats.ts';
import {
  benefitOfTheDoubt,
  benefitOfTheDoubtOf,
} from '../../../../src/methods/weight/per-country/benefit-of-the-doubt.ts';
import { benefitOfTheDoubtFaults } from '../../../../src/methods/weight/per-country/faults.ts';
import { isNear } from '../../../support/numbers.ts';

const free = { least: 0, most: 1 };

type Columns = readonly (readonly number[])[];

function values(columns: Columns, limits = free): number[] {
  return benefitOfTheDoubt({ columns }, limits).map((one) => one?.value ?? Number.NaN);
}

describe('the value', () => {
  it('is that of the best weights with which nobody is above 1', () => {
    // (2, 2) between (4, 1) and (1, 4): with w = (1/5, 1/5) both of these are at 1, and it is at 4/5.
    expect(
      values([
        [4, 2, 1],
        [1, 2, 4],
      ]),
    ).toEqual([1, 0.8, 1]);
  });

  it('of whoever is first in anything is 1', () => {
    expect(
      values([
        [9, 1, 1],
        [0, 5, 1],
        [0, 0, 7],
      ]),
    ).toEqual([1, 1, 1]);
  });

  it('of an only child is its part of the largest score, whatever the limits', () => {
    expect(benefitOfTheDoubt({ columns: [[2, 0, 8]] }, { least: 0.05, most: 0.25 })).toEqual([
      { value: 0.25, shares: [1] },
      { value: 0, shares: [1] },
      { value: 1, shares: [1] },
    ]);
  });

  it('with equal shares is 1 over the largest mean of what another has for each part of its own', () => {
    // (2, 2) with shares ½: (4, 1) has (4/2 + 1/2) / 2 = 5/4 of it, so it is at 4/5. (4, 1): (2, 2) has (2/4
    // + 2/1) / 2 = 5/4, (1, 4) has (1/4 + 4/1) / 2 = 17/8, so it is at 8/17.
    expect(
      values(
        [
          [4, 2, 1],
          [1, 2, 4],
        ],
        { least: 0.5, most: 0.5 },
      ),
    ).toEqual([8 / 17, 4 / 5, 8 / 17].map((value): unknown => expect.closeTo(value, 12)));
  });

  it('needs all scores: who lacks one has none, and measures nobody', () => {
    expect(
      benefitOfTheDoubt(
        {
          columns: [
            [4, 2, 9],
            [1, 2, null],
          ],
        },
        free,
      ).map((one) => one?.value),
    ).toEqual([1, 1, undefined]);
  });

  it('is 0, of equal shares, without a score above 0', () => {
    expect(
      benefitOfTheDoubt(
        {
          columns: [
            [0, 2],
            [0, 1],
          ],
        },
        free,
      )[0],
    ).toEqual({ value: 0, shares: [0.5, 0.5] });
  });
});

describe('shares', () => {
  it('are the most even of those that are as good', () => {
    // Both are 1 with any shares against each other alone.
    expect(
      benefitOfTheDoubt(
        {
          columns: [
            [3, 3],
            [7, 7],
            [2, 2],
          ],
        },
        free,
      ).map((one) => one?.shares),
    ).toEqual([
      [0.333333333333, 0.333333333333, 0.333333333333],
      [0.333333333333, 0.333333333333, 0.333333333333],
    ]);
    // Of (4, 1) the second may be up to 1/5: with w = (s/4, t), 1/4 s + 4 t ≤ 1 and s + t = 1.
    expect(
      benefitOfTheDoubt(
        {
          columns: [
            [4, 2, 1],
            [1, 2, 4],
          ],
        },
        free,
      )[0]?.shares,
    ).toEqual([0.8, 0.2]);
  });

  it('are 0 of what a country has nothing of', () => {
    expect(
      benefitOfTheDoubt(
        {
          columns: [
            [4, 2],
            [0, 2],
          ],
        },
        free,
      )[0],
    ).toEqual({ value: 1, shares: [1, 0] });
  });
});

const score = fc.integer({ min: 1, max: 100 });
const matrix = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 8 }))
  .chain(([width, height]) =>
    fc.array(fc.array(score, { minLength: height, maxLength: height }), {
      minLength: width,
      maxLength: width,
    }),
  );
const limits = fc.record({ least: fc.constantFrom(0, 0.05, 0.2), most: fc.constantFrom(0.5, 0.8, 1) });

describe('for whatever scores', () => {
  it(
    'values are above 0 and up to 1, somebody is at 1 without limits, and shares are within their limits ' +
      'and sum to 1',
    () => {
      fc.assert(
        fc.property(matrix, limits, (columns, bounds) => {
          for (const one of benefitOfTheDoubt({ columns }, bounds)) {
            if (one === null) throw new Error('no value');
            expect(one.value > 0 && one.value <= 1).toBe(true);
            expect(Math.abs(sum(one.shares) - 1)).toBeLessThan(1e-11);
            for (const share of one.shares)
              expect(share > bounds.least - 1e-9 && share < bounds.most + 1e-9).toBe(true);
          }
          expect(Math.max(...values(columns))).toBe(1);
        }),
        { seed: 2007, numRuns: 100 },
      );
    },
  );

  it("shares give the value, and no other country's weights give more", () => {
    fc.assert(
      fc.property(matrix, (columns) => {
        const found = benefitOfTheDoubt({ columns }, free);
        const weights = found.map((one, row) =>
          columns.map((column, j) => ((one?.shares[j] ?? 0) * (one?.value ?? 0)) / (column[row] ?? 1)),
        );
        const reached = (w: readonly number[], row: number) =>
          sum(columns.map((column, j) => (w[j] ?? 0) * (column[row] ?? 0)));
        for (const [row, one] of found.entries()) {
          for (const [other, w] of weights.entries()) {
            expect(reached(w, row)).toBeLessThan(1 + 1e-9);
            if (other === row) expect(isNear(reached(w, row), one?.value ?? 0, 1e-9)).toBe(true);
            expect(reached(w, row)).toBeLessThan((one?.value ?? 0) + 1e-9);
          }
        }
      }),
      { seed: 1991, numRuns: 100 },
    );
  });

  it('the order of countries and the units of scores change nothing', () => {
    fc.assert(
      fc.property(matrix, limits, fc.integer({ min: 1, max: 1e6 }), (columns, bounds, unit) => {
        const found = benefitOfTheDoubt({ columns }, bounds);
        const turned = benefitOfTheDoubt(
          { columns: columns.map((column, j) => column.toReversed().map((x) => (j === 0 ? x * unit : x))) },
          bounds,
        ).toReversed();
        for (const [row, one] of found.entries()) {
          expect(isNear(turned[row]?.value ?? 0, one?.value ?? 0, 1e-10)).toBe(true);
          for (const [j, share] of (one?.shares ?? []).entries())
            expect(Math.abs((turned[row]?.shares[j] ?? 0) - share)).toBeLessThan(1e-9);
        }
      }),
      { seed: 82, numRuns: 100 },
    );
  });

  it("a higher score never lowers a country's own value without limits", () => {
    fc.assert(
      fc.property(matrix, score, (columns, more) => {
        const raised = columns.map((column, j) =>
          j === 0 ? column.with(0, (column[0] ?? 0) + more) : column,
        );
        expect(values(raised)[0] ?? 0).toBeGreaterThan((values(columns)[0] ?? 0) - 1e-9);
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it('narrower limits never raise a value, and the value alone is the same', () => {
    fc.assert(
      fc.property(matrix, limits, (columns, bounds) => {
        const [wide, narrow] = [values(columns), values(columns, bounds)];
        for (const [row, value] of narrow.entries()) {
          expect(value).toBeLessThan((wide[row] ?? 0) + 1e-9);
          expect(benefitOfTheDoubtOf({ columns }, bounds, row)).toBe(value);
        }
      }),
      { seed: 25, numRuns: 100 },
    );
  });
});

describe('cannot be found', () => {
  const faults = (columns: Columns, bounds = free) =>
    benefitOfTheDoubtFaults(
      { codes: ['laws', 'skills', 'trade'].slice(0, columns.length), given: [], columns },
      bounds,
    ).map(({ row, what, indicator }) => [row, what, ...(indicator === undefined ? [] : [indicator])]);

  it('without any score above 0', () => {
    expect(faults([[0, 0]])).toEqual([[undefined, 'no country has a score above 0']]);
    expect(
      faults([
        [0, 1],
        [0, 2],
      ]),
    ).toEqual([[0, 'it has no score above 0']]);
  });

  it('where the limits leave less or more than there is', () => {
    expect(faults([[1], [1], [1]], { least: 0.4, most: 1 })).toEqual([
      [undefined, 'its 3 children must have a share of 0.4 each, which exceeds 1 in total'],
    ]);
    expect(faults([[1], [1], [1]], { least: 0, most: 0.3 })).toEqual([
      [undefined, 'its 3 children may have a share of 0.3 each, which is below 1 in total'],
    ]);
    expect(faults([[1], [1], [1]], { least: 1 / 3, most: 1 / 3 })).toEqual([]);
  });

  it('where a score of 0 can have no share', () => {
    expect(
      faults(
        [
          [0, 1],
          [2, 1],
          [3, 1],
        ],
        { least: 0.1, most: 1 },
      ),
    ).toEqual([[0, 'its "laws" is 0', 'laws']]);
    expect(
      faults(
        [
          [0, 1],
          [0, 1],
          [3, 1],
        ],
        { least: 0, most: 0.5 },
      ),
    ).toEqual([[0, 'only 1 of its 3 scores is above 0']]);
    expect(
      faults(
        [
          [0, 1],
          [2, 1],
          [3, 1],
        ],
        { least: 0, most: 0.5 },
      ),
    ).toEqual([]);
  });

  it('but can of an only child that is 0', () => {
    expect(faults([[0, 4]], { least: 0.05, most: 0.25 })).toEqual([]);
  });
});
