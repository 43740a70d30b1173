import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borda, copeland, outranking, outrankingMatrix } from '../../../src/methods/aggregate/pairs.ts';
import { topsis } from '../../../src/methods/aggregate/topsis.ts';
import { build } from '../../../src/methods/build.ts';
import type { Column } from '../../../src/math/statistics/column.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import { editionOf } from '../../support/edition.ts';
import { isNear, snap } from '../../support/numbers.ts';

const weights = [0.5, 0.3, 0.2];
const rows = [
  [3, 1, 2],
  [2, 4, 2],
  [2, 3, 1],
];

describe('the outranking matrix', () => {
  it('holds the weight in which one is ahead, ties half', () => {
    const expected = [
      [0, 0.6, 0.7], // 0.5 + 0.1; 0.5 + 0.2
      [0.4, 0, 0.75], // 0.3 + 0.1; 0.25 + 0.3 + 0.2
      [0.3, 0.25, 0], // 0.3; 0.25
    ];
    expect(outrankingMatrix(rows, weights).map((row, i) => snap(row, expected[i] ?? [], 1e-12))).toEqual(
      expected,
    );
  });

  it('compares two by what both have, its weights scaled; those with nothing in common get a half each', () => {
    const [arcadia, borduria, ruritania] = [
      [3, null, 1],
      [2, 4, null],
      [null, null, 0],
    ];
    // First of 0.5 alone; third of 0.2 alone; nothing.
    expect(outrankingMatrix([arcadia, borduria, ruritania], weights)).toEqual([
      [0, 1, 1],
      [0, 0, 0.5],
      [0, 0.5, 0],
    ]);
  });

  it('takes for equal what floating-point noise puts apart', () => {
    expect(outrankingMatrix([[0.1 + 0.2], [0.3]], [1])).toEqual([
      [0, 0.5],
      [0.5, 0],
    ]);
    // 1/7 is ahead, 1/7 behind, five tie; added up one way it is just below a half.
    const sevenths = Array.from({ length: 7 }, () => 1 / 7);
    expect(
      outrankingMatrix(
        [
          [2, 1, 5, 5, 5, 5, 5],
          [1, 2, 5, 5, 5, 5, 5],
        ],
        sevenths,
      ),
    ).toEqual([
      [0, 0.5],
      [0.5, 0],
    ]);
  });
});

describe('copeland', () => {
  it('counts the countries beaten less those that beat', () => {
    expect(copeland(rows, weights)).toEqual([2, 0, -2]);
  });

  it('a majority of weight decides, not of indicators', () => {
    expect(
      copeland(
        [
          [3, 0, 0],
          [2, 1, 1],
        ],
        [0.6, 0.2, 0.2],
      ),
    ).toEqual([1, -1]);
    expect(
      copeland(
        [
          [3, 0, 0],
          [2, 1, 1],
        ],
        [0.4, 0.3, 0.3],
      ),
    ).toEqual([-1, 1]);
    expect(
      copeland(
        [
          [3, 0, 0],
          [2, 1, 1],
        ],
        [0.5, 0.25, 0.25],
      ),
    ).toEqual([0, 0]);
    expect(
      copeland(
        [
          [3, 0, 0],
          [2, 1, 1],
        ],
        [0.3, 0.1, 0.2].map((w) => w / 0.6),
      ),
    ).toEqual([0, 0]); // halves but for noise
  });

  it('has circles: each beats one and is beaten by one', () => {
    expect(
      copeland(
        [
          [3, 1, 2],
          [2, 3, 1],
          [1, 2, 3],
        ],
        [1 / 3, 1 / 3, 1 / 3],
      ),
    ).toEqual([0, 0, 0]);
  });

  it('compares two by what both have', () => {
    // Arcadia and Borduria by the first, Arcadia and Ruritania by the third; Borduria and Ruritania by
    // nothing.
    expect(
      copeland(
        [
          [3, null, 1],
          [2, 4, null],
          [null, null, 0],
        ],
        weights,
      ),
    ).toEqual([2, -1, -1]);
  });

  it('of equal countries, or one alone, is 0', () => {
    expect([
      copeland(
        [
          [1, 2],
          [1, 2],
        ],
        [0.5, 0.5],
      ),
      copeland([[1, 2]], [0.5, 0.5]),
    ]).toEqual([[0, 0], [0]]);
  });
});

describe('borda', () => {
  it('counts the countries below, ties half, on the weighted average', () => {
    // First: 2, 0.5, 0.5 below; second: 0, 2, 1; third: 1.5, 1.5, 0.
    const expected = [1.3, 1.15, 0.55]; // 1 + 0 + 0.3; 0.25 + 0.6 + 0.3; 0.25 + 0.3 + 0
    expect(snap(borda(rows, weights), expected, 1e-12)).toEqual(expected);
  });

  it('leaves missing scores out, and counts as if the others had one', () => {
    // First: 1 above 1 of 1 other, so 2 of 2; second: Borduria alone, so half of 2; third: Arcadia above 1 of
    // 1 other.
    const expected = [2, (0.5 * 0 + 0.3 * 1) / 0.8, 0];
    expect(
      snap(
        borda(
          [
            [3, null, 1],
            [2, 4, null],
            [null, null, 0],
          ],
          weights,
        ),
        expected,
        1e-12,
      ),
    ).toEqual(expected);
  });

  it('of equal countries is half of the others; of one alone 0', () => {
    expect([
      borda(
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        [0.5, 0.5],
      ),
      borda([[1, 2]], [0.5, 0.5]),
    ]).toEqual([[1, 1, 1], [0]]);
  });
});

describe('outranking', () => {
  it('is the mean of a row of the matrix', () => {
    const expected = [0.65, 0.575, 0.275]; // (0.6 + 0.7) / 2, (0.4 + 0.75) / 2, (0.3 + 0.25) / 2
    expect(snap(outranking(rows, weights), expected, 1e-12)).toEqual(expected);
  });

  it('compares two by what both have', () => {
    expect(
      outranking(
        [
          [3, null, 1],
          [2, 4, null],
          [null, null, 0],
        ],
        weights,
      ),
    ).toEqual([1, 0.25, 0.25]);
  });

  it('of equal countries, or one alone, is a half', () => {
    expect([
      outranking(
        [
          [1, 2],
          [1, 2],
        ],
        [0.5, 0.5],
      ),
      outranking([[1, 2]], [0.5, 0.5]),
    ]).toEqual([[0.5, 0.5], [0.5]]);
  });
});

it('categories that are equal but for floating-point noise tie in the category above', () => {
  const framework = category('index', [
    category('law', [indicator('statutes'), indicator('courts'), indicator('treaties')], {
      aggregate: { method: 'arithmetic' },
    }),
    indicator('army'),
  ]);
  // (0.1 + 0.2 + 0.6) / 3 and 0.3 each are the same
  const columns = { statutes: [0.1, 0.3], courts: [0.2, 0.3], treaties: [0.6, 0.3], army: [1, 1] };
  for (const [method, tie] of [
    ['copeland', 0],
    ['borda', 0.5],
    ['outranking', 0.5],
    ['topsis', 0.5],
  ] as const) {
    expect(
      build(
        editionOf(columns, { framework, recipe: { normalise: { method: 'none' }, aggregate: { method } } }),
      ).index,
    ).toEqual([tie, tie]);
  }
});

describe('whatever the scores and the gaps', () => {
  const runs = { seed: 2021, numRuns: 200 };
  const score = fc.integer({ min: 0, max: 6 });
  const weight = fc.integer({ min: 1, max: 4 });
  const scaled = (given: readonly number[]) => given.map((w) => w / given.reduce((sum, one) => sum + one, 0));
  const gappy = fc.option(score, { freq: 3 });
  /** Every country has a first score, so that it is in the field. */
  const field: fc.Arbitrary<Column[]> = fc.array(fc.tuple(score, gappy, gappy, gappy), {
    minLength: 1,
    maxLength: 7,
  });
  const four = fc.tuple(weight, weight, weight, weight).map(scaled);
  const all = { copeland, borda, outranking, topsis };

  it.each(Object.entries(all))('the order of rows changes nothing: %s', (_, apply) => {
    const shuffled = field.chain((field) =>
      fc.tuple(fc.constant(field), fc.shuffledSubarray([...field.keys()], { minLength: field.length })),
    );
    fc.assert(
      fc.property(shuffled, four, ([field, order], w) => {
        const straight = apply(field, w);
        const expected = order.map((row) => straight[row] ?? null);
        expect(
          snap(
            apply(
              order.map((row) => field[row] ?? []),
              w,
            ),
            expected,
            1e-12,
          ),
        ).toEqual(expected);
      }),
      runs,
    );
  });

  it.each(Object.entries(all))('the order of columns changes nothing: %s', (_, apply) => {
    fc.assert(
      fc.property(field, four, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (field, w, order) => {
        const straight = apply(field, w);
        const mixed = apply(
          field.map((row) => order.map((i) => row[i] ?? null)),
          order.map((i) => w[i] ?? 0),
        );
        expect(mixed.every((y, row) => Math.abs(y - (straight[row] ?? Number.NaN)) < 1e-12)).toBe(true);
      }),
      runs,
    );
  });

  it(
    'what one wins another loses: Copeland scores sum to 0, outranking averages a half, opposites of the ' +
      'matrix sum to 1',
    () => {
      fc.assert(
        fc.property(field, four, (field, w) => {
          expect(copeland(field, w).reduce((sum, y) => sum + y, 0)).toBe(0);
          expect(
            isNear(
              outranking(field, w).reduce((sum, y) => sum + y, 0),
              field.length / 2,
              1e-12,
            ),
          ).toBe(true);
          const matrix = outrankingMatrix(field, w);
          expect(
            matrix.every((row, i) =>
              row.every((one, j) => i === j || isNear(one + (matrix[j]?.[i] ?? 0), 1, 1e-12)),
            ),
          ).toBe(true);
        }),
        runs,
      );
    },
  );

  it('without gaps the Borda count is the outranking of all the others together', () => {
    fc.assert(
      fc.property(field.map(withoutGaps), four, (field, w) => {
        const counts = borda(field, w);
        const together = outranking(field, w).map((y) => y * (field.length - 1));
        expect(together.every((y, row) => Math.abs(y - (counts[row] ?? Number.NaN)) < 1e-11)).toBe(true);
      }),
      runs,
    );
  });

  it('raising a score never lowers the country nor raises another', () => {
    fc.assert(
      fc.property(field, four, fc.nat(), fc.integer({ min: 1, max: 4 }), (field, w, at, rise) => {
        const row = at % field.length;
        const raised = field.map((one, i) =>
          i === row ? one.map((x, j) => (j === 0 && x !== null ? x + rise : x)) : one,
        );
        for (const apply of [copeland, borda, outranking]) {
          const [before, after] = [apply(field, w), apply(raised, w)];
          expect(
            after.every((y, i) => (i === row ? y - (before[i] ?? 0) > -1e-12 : y - (before[i] ?? 0) < 1e-12)),
          ).toBe(true);
        }
      }),
      runs,
    );
  });
});

function withoutGaps(field: readonly Column[]): Column[] {
  return field.map((row) => row.map((x) => x ?? 3));
}
