import { describe, expect, it } from 'vitest';
import {
  arithmetic,
  geometric,
  harmonic,
  power,
  product,
  sum,
} from '../../../src/methods/aggregate/means.ts';
import { aggregations } from '../../../src/methods/aggregate/table.ts';
import { build } from '../../../src/methods/build.ts';
import { editionOf } from '../../support/edition.ts';

const quarters = [0.25, 0.75];

describe('arithmetic', () => {
  it('is the weighted mean', () => {
    expect(arithmetic([80, 20], quarters)).toBe(35); // 20 + 15
  });

  it('takes negative scores', () => {
    expect(arithmetic([-80, 20], quarters)).toBe(-5); // -20 + 15
  });
});

describe('geometric', () => {
  it('is the weighted geometric mean', () => {
    expect(geometric([16, 1], quarters)).toBeCloseTo(2, 12); // 16^¼ · 1^¾
    expect(geometric([4, 9], [0.5, 0.5])).toBeCloseTo(6, 12); // √36
  });

  it('neither overflows nor underflows', () => {
    expect(geometric([1e300, 1e300, 1e300], [1 / 3, 1 / 3, 1 / 3]) / 1e300).toBeCloseTo(1, 10);
    expect(geometric([1e-300, 1e-300], [0.5, 0.5]) / 1e-300).toBeCloseTo(1, 10);
  });
});

describe('harmonic', () => {
  it('is the weighted harmonic mean', () => {
    expect(harmonic([2, 6], quarters)).toBe(4); // 1 / (0.125 + 0.125)
  });
});

describe('power', () => {
  const halves = [0.5, 0.5];

  it.each([
    [1, 50], // (80 + 20) / 2
    [0, 40], // √(80 · 20)
    [-1, 32], // 2 / (1/80 + 1/20)
    [2, Math.sqrt(3400)], // √((6400 + 400) / 2)
    [0.5, 45], // ((√80 + √20) / 2)² = (√80 + √20)² / 4 = (80 + 20 + 2·40) / 4
  ])('of order %d', (p, y) => {
    expect(power([80, 20], halves, { p })).toBeCloseTo(y, 10);
  });

  it('comes near the greatest and the least score at the ends', () => {
    expect(power([80, 20], halves, { p: 1e4 })).toBeCloseTo(80, 1);
    expect(power([80, 20], halves, { p: -1e4 })).toBeCloseTo(20, 1);
  });

  it('does not overflow', () => {
    expect(power([1e300, 1e300], halves, { p: 2 })).toBe(1e300);
    expect(power([1e-300, 1e-300], halves, { p: -3 })).toBe(1e-300);
  });

  it('of zeros is zero', () => {
    expect(power([0, 0], halves, { p: 2 })).toBe(0);
  });

  it('takes zero only with a positive order', () => {
    const { accepts } = aggregations.power.domain;
    expect([
      accepts(0, { p: 2 }),
      accepts(0, { p: 0 }),
      accepts(0, { p: -1 }),
      accepts(-1, { p: 2 }),
    ]).toEqual([true, false, false, false]);
  });

  it.each([1e-6, 1e-9, 1e-12, 1e-15, 1e-17, -1e-17, -1e-12, -1e-6])(
    'of order %d is next to the geometric mean',
    (p) => {
      // ln of the power mean is ln g + p/2 · variance of ln x + …; ln 80 - ln 20 = ln 4, variance (ln 2)²
      expect(
        Math.abs(power([80, 20], [0.5, 0.5], { p }) / (40 * Math.exp((p / 2) * Math.log(2) ** 2)) - 1),
      ).toBeLessThan(1e-11);
    },
  );
});

describe('product', () => {
  it('of equal weights is the plain product', () => {
    expect(product([80, 0.5], [0.5, 0.5], {}, 2)).toBe(40);
  });

  it('of other weights has powers that average 1', () => {
    expect(product([2, 3], quarters, {}, 2)).toBeCloseTo(Math.sqrt(2) * 3 ** 1.5, 12); // 2 · ¼ and 2 · ¾
  });

  it('takes zeros', () => {
    expect(product([0, 3], [0.5, 0.5], {}, 2)).toBe(0);
  });

  it('keeps its digits where one factor is by far the larger', () => {
    const edition = editionOf(
      { capability: [123456789, 1e9], intent: [1e-9, 1e-9] },
      { recipe: { normalise: { method: 'none' }, aggregate: { method: 'product' } } },
    );
    expect(build(edition).index).toEqual([0.123456789, 1]);
  });
});

describe('sum', () => {
  it('of equal weights is the plain sum', () => {
    expect(sum([18, 20, 7], [1 / 3, 1 / 3, 1 / 3], {}, 3)).toBeCloseTo(45, 12);
  });

  it('of other weights has weights that average 1', () => {
    expect(sum([18, 20], quarters, {}, 2)).toBe(39); // 0.5·18 + 1.5·20
  });

  it('lets the scores that are there stand for those that are skipped', () => {
    // 10 + 20 of three: 30 / 2 · 3
    const edition = editionOf(
      { legal: [10], technical: [20], capacity: [null] },
      {
        recipe: {
          normalise: { method: 'none' },
          aggregate: { method: 'sum' },
          missing: { method: 'skip', least: 0.5 },
        },
      },
    );
    expect(build(edition).index).toEqual([45]);
  });
});
