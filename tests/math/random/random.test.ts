import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../src/math/random/random.ts';
import { box, hitAndRun, simplex } from '../../../src/math/random/sampling.ts';
import { mean } from '../../../src/math/statistics/stats.ts';
import { sum } from '../../../src/math/statistics/stats.ts';

const draws = 20_000;
const many = <Item>(draw: () => Item): Item[] => Array.from({ length: draws }, draw);
/** How many standard errors a mean of draws is from what it should be. */
const errors = (values: readonly number[], expected: number, deviation: number) =>
  Math.abs(mean(values) - expected) / (deviation / Math.sqrt(values.length));

describe('randomOf', () => {
  it('gives the same numbers for the same seed and block, on every machine', () => {
    const random = randomOf(1, 0);
    expect([random(), random(), random()]).toMatchInlineSnapshot(`
      [
        0.2465639718575403,
        0.7339017862686887,
        0.5821869584033266,
      ]
    `);
  });

  it('gives other numbers for another seed, another block, and seeds above 2³²', () => {
    const firsts = [
      [1, 0],
      [2, 0],
      [1, 1],
      [0, 0],
      [1 + 2 ** 32, 0],
      [2 ** 40, 0],
    ].map(([seed = 0, block = 0]) => randomOf(seed, block)());
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it('spreads numbers evenly between 0 and 1', () => {
    const random = randomOf(7, 3);
    const values = many(random);
    expect(Math.min(...values)).toBeGreaterThan(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(errors(values, 0.5, Math.sqrt(1 / 12))).toBeLessThan(4);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      expect(
        errors(
          values.map((x) => Number(Math.floor(x * 10) === tenth)),
          0.1,
          Math.sqrt(0.09),
        ),
      ).toBeLessThan(4);
    }
    // Neighbours have nothing to do with each other.
    expect(
      errors(
        values.slice(1).map((x, i) => (x - 0.5) * ((values[i] ?? 0) - 0.5)),
        0,
        1 / 12,
      ),
    ).toBeLessThan(4);
  });
});

describe('simplex', () => {
  it('gives weights that sum to 1, each 1/n on average with the variance of a Dirichlet distribution', () => {
    const random = randomOf(1, 0);
    const points = many(() => simplex(random, 4));
    expect(Math.max(...points.map((point) => Math.abs(sum(point) - 1)))).toBeLessThan(1e-12);
    // Of n = 4 the variance is (n − 1) / (n² (n + 1)) = 3/80.
    for (let i = 0; i < 4; i += 1) {
      expect(
        errors(
          points.map((point) => point[i] ?? 0),
          0.25,
          Math.sqrt(3 / 80),
        ),
      ).toBeLessThan(4);
      expect(mean(points.map((point) => ((point[i] ?? 0) - 0.25) ** 2))).toBeCloseTo(3 / 80, 2);
    }
  });
});

describe('box', () => {
  const limits = [
    { least: 0.2, most: 0.3 },
    { least: 0.1, most: 0.7 },
    { least: 0.1, most: 0.3 },
  ];

  it('keeps the limits, and is symmetric where they are', () => {
    const random = randomOf(2, 0);
    const points = many(() => box(random, limits) ?? []);
    for (const [i, { least, most }] of limits.entries()) {
      expect(Math.min(...points.map((point) => point[i] ?? 0))).toBeGreaterThanOrEqual(least - 1e-12);
      expect(Math.max(...points.map((point) => point[i] ?? 0))).toBeLessThanOrEqual(most + 1e-12);
    }
    // The widest takes what the others leave, which is never outside its limits here: so these are uniform.
    expect(
      errors(
        points.map(([x = 0]) => x),
        0.25,
        0.1 / Math.sqrt(12),
      ),
    ).toBeLessThan(4);
    expect(
      errors(
        points.map(([, , x = 0]) => x),
        0.2,
        0.2 / Math.sqrt(12),
      ),
    ).toBeLessThan(4);
  });

  it('gives up where nothing sums to 1', () => {
    expect(
      box(randomOf(1, 0), [
        { least: 0, most: 0.3 },
        { least: 0, most: 0.3 },
      ]),
    ).toBeNull();
  });
});

describe('hitAndRun', () => {
  it('spreads over a triangle as the simplex does', () => {
    const random = randomOf(5, 0);
    const limits = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ].map((coefficients) => ({ coefficients, bound: 0 }));
    let point = [0.9, 0.05, 0.05];
    const points = many(() => {
      for (let step = 0; step < 6; step += 1)
        point = hitAndRun(
          random,
          point,
          [
            [1, -1, 0],
            [0, 1, -1],
            [-1, 0, 1],
          ],
          limits,
        );
      return point;
    });
    expect(Math.max(...points.map((one) => Math.abs(sum(one) - 1)))).toBeLessThan(1e-9);
    for (let i = 0; i < 3; i += 1) expect(mean(points.map((one) => one[i] ?? 0))).toBeCloseTo(1 / 3, 1.7);
  });
});
