import { describe, expect, it } from 'vitest';
import {
  principalComponent,
  principalComponentFaults,
} from '../../../../src/methods/weight/from-scores/principal-component.ts';
import { snap } from '../../../support/numbers.ts';

const siblings = (columns: Readonly<Record<string, readonly (number | null)[]>>) => ({
  codes: Object.keys(columns),
  given: Object.keys(columns).map(() => 1),
  columns: Object.values(columns),
});
const faults = (columns: Readonly<Record<string, readonly (number | null)[]>>) =>
  principalComponentFaults(siblings(columns)).map(({ code, indicator, what }) => [code, indicator, what]);

describe('principalComponent', () => {
  it('is the first eigenvector of the correlations, scaled to sum 1', () => {
    // Two uncorrelated scores and their mean of r = 1/√2 with both: R = [[1, 0, c], [0, 1, c], [c, c, 1]], c
    // = 1/√2. R (1, 1, √2)ᵀ = (1 + 1, 1 + 1, 2c + √2) = 2 (1, 1, √2): the weights are 1, 1 and √2 of 2 + √2.
    const found = principalComponent({
      columns: [
        [1, 1, -1, -1],
        [1, -1, 1, -1],
        [2, 0, 0, -2],
      ],
    });
    const expected = [1, 1, Math.SQRT2].map((x) => x / (2 + Math.SQRT2));
    expect(snap(found, expected, 1e-12)).toEqual(expected);
  });

  it('gives two siblings the same, however much they have in common', () => {
    expect(
      snap(
        principalComponent({
          columns: [
            [1, 2, 3],
            [1, 3, 2],
          ],
        }),
        [0.5, 0.5],
        1e-14,
      ),
    ).toEqual([0.5, 0.5]);
  });

  it('gives 0 to what has nothing to do with the others', () => {
    expect(
      snap(
        principalComponent({
          columns: [
            [1, 1, -1, -1],
            [2, 2, -2, -2],
            [1, -1, 1, -1],
          ],
        }),
        [0.5, 0.5, 0],
        1e-14,
      ),
    ).toEqual([0.5, 0.5, 0]);
  });

  it('correlates over the countries that have both scores', () => {
    expect(
      principalComponent({
        columns: [
          [1, 2, 3, null],
          [1, 3, 2, null],
          [2, null, 5, 9],
        ],
      }),
    ).toEqual(
      principalComponent({
        columns: [
          [1, 2, 3],
          [1, 3, 2],
          [2, null, 5],
        ],
      }),
    );
  });
});

describe('principalComponentFaults', () => {
  it('finds nothing wrong with siblings that go along with each other', () => {
    expect(faults({ laws: [1, 2, 3, 4], skills: [1, 3, 2, 4], trade: [2, 1, 4, 3] })).toEqual([]);
  });

  it('names what goes against its siblings', () => {
    expect(faults({ laws: [1, 2, 3, 4], skills: [1, 3, 2, 4], crime: [4, 3, 1, 1] })).toEqual([
      ['weights/opposed', 'crime', '"crime" runs against its siblings'],
    ]);
  });

  it('names both of two that go against each other', () => {
    expect(faults({ laws: [1, 2, 3], crime: [3, 1, 2] })).toEqual([
      ['weights/opposed', undefined, 'laws and crime run in opposite directions'],
    ]);
  });

  it('names what is constant, or has no score, or one', () => {
    expect(
      faults({ laws: [1, 2, 3], skills: [5, 5, 5], trade: [null, null, null], crime: [null, 4, null] }),
    ).toEqual([
      ['weights/not-determined', 'skills', 'all countries have the same score for "skills"'],
      ['weights/not-determined', 'trade', 'none of the countries has a score for "trade"'],
      ['weights/not-determined', 'crime', 'only one of the countries has a score for "crime"'],
    ]);
  });

  it('names a pair that shares too few countries', () => {
    expect(faults({ laws: [1, 2, 3, null], skills: [null, null, 1, 2], trade: [1, 2, 3, 4] })).toMatchObject([
      ['weights/not-determined', undefined, 'laws and skills have no correlation'],
    ]);
  });

  it('says that siblings have nothing in common', () => {
    expect(faults({ laws: [1, 1, -1, -1], skills: [1, -1, 1, -1] })).toEqual([
      ['weights/not-determined', undefined, 'no first principal component stands out'],
    ]);
  });
});
