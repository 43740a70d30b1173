import { describe, expect, it } from 'vitest';
import { sobolDesign, sobolIndices, type Sensitivity } from '../../../src/math/statistics/sensitivity.ts';
import { mean, sum } from '../../../src/math/statistics/stats.ts';
import { fromCoinr } from '../../support/coinr-indices.ts';
import { isNear } from '../../support/numbers.ts';
import { numbersOf, readReference } from '../../support/reference.ts';

type Model = (point: readonly number[]) => number;

const options = { bootstrap: 0, seed: 1 };
const seeds = [1, 2, 3, 4, 5];
const evaluate = (model: Model, inputs: number, { n = 1024, seed = 1, bootstrap = 0 } = {}) =>
  sobolIndices(inputs, sobolDesign(inputs, n, seed).map(model), { bootstrap, seed });
const values = ({ first, total }: Sensitivity) => [...first, ...total].map((one) => one?.value ?? Number.NaN);
const furthest = (found: readonly number[], exact: readonly number[]) =>
  Math.max(...found.map((x, i) => Math.abs(x - (exact[i] ?? Number.NaN))));

/** Σ cᵢ uᵢ: each part of the variance is proportional to cᵢ², and nothing interacts. */
const coefficients = [1, 2, 3, 4];
const linear: Model = (point) => sum(point.map((u, i) => u * (coefficients[i] ?? Number.NaN)));
const linearShares = coefficients.map((c) => c ** 2 / 30);

/** sin x₁ + a sin² x₂ + b x₃⁴ sin x₁ of xᵢ even from −π to π. */
const [a, b] = [7, 0.1];
function ishigami(point: readonly number[]): number {
  const [x = 0, y = 0, z = 0] = point.map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x);
}
function ishigamiShares(): number[] {
  // sin² has the mean ½, sin⁴ ⅜, z⁴ π⁴/5, z⁸ π⁸/9.
  const alone = [(1 + (b * Math.PI ** 4) / 5) ** 2 / 2, a ** 2 * (3 / 8 - 1 / 4), 0];
  const together = (b ** 2 * Math.PI ** 8 * (1 / 9 - 1 / 25)) / 2;
  const [x = 0, y = 0] = alone;
  return [...alone, x + together, y, together].map((part) => part / (x + y + together));
}

/** ∏ (1 + cᵢ (2uᵢ − 1)): each factor has the mean 1 and the variance cᵢ²/3. */
const product: Model = (point) =>
  point.reduce((before, u, i) => before * (1 + ((coefficients[i] ?? Number.NaN) / 4) * (2 * u - 1)), 1);
function productShares(): number[] {
  const parts = coefficients.map((c) => (c / 4) ** 2 / 3);
  const whole = parts.reduce((before, part) => before * (1 + part), 1);
  return [...parts, ...parts.map((part) => (part * whole) / (1 + part))].map((part) => part / (whole - 1));
}

describe('design', () => {
  it('has blocks of a, b, a with one coordinate from b each, and b with one from a', () => {
    const [first = [], second = [], ...exchanged] = sobolDesign(3, 1, 1);
    const [x, y, z] = first;
    const [u, v, w] = second;
    expect(exchanged).toEqual([
      [u, y, z],
      [x, v, z],
      [x, y, w],
      [x, v, w],
      [u, y, w],
      [u, v, z],
    ]);
    expect(new Set([x, y, z, u, v, w]).size).toBe(6);
  });

  it('begins alike, however many blocks there are, and differs by seed', () => {
    expect(sobolDesign(4, 8, 1).slice(0, 30)).toEqual(sobolDesign(4, 3, 1));
    expect(sobolDesign(4, 3, 1)).not.toEqual(sobolDesign(4, 3, 2));
  });

  it('has no more than 50 inputs', () => {
    expect(sobolDesign(50, 1, 1)).toHaveLength(102);
    expect(() => sobolDesign(51, 1, 1)).toThrow(RangeError);
  });
});

describe('sobolIndices', () => {
  it('of a sum are the shares of the variance', () => {
    for (const seed of seeds)
      expect(
        furthest(values(evaluate(linear, 4, { seed })), [...linearShares, ...linearShares]),
      ).toBeLessThan(0.001);
  });

  it("of Ishigami's function are near the exact ones", () => {
    expect(furthest(ishigamiShares(), [0.3139, 0.4424, 0, 0.5576, 0.4424, 0.2437])).toBeLessThan(0.00005);
    expect(furthest(values(evaluate(ishigami, 3)), ishigamiShares())).toBeLessThan(0.02);
    for (const seed of seeds)
      expect(furthest(values(evaluate(ishigami, 3, { seed, n: 4096 })), ishigamiShares())).toBeLessThan(
        0.004,
      );
  });

  it('of a product are near the exact ones', () => {
    for (const seed of seeds)
      expect(furthest(values(evaluate(product, 4, { seed })), productShares())).toBeLessThan(0.02);
  });

  it('of choices among a few are near the exact ones', () => {
    // ⌊4u⌋ has the variance (16 − 1)/12 = 5/4, 3⌊2u⌋ 9/4; together 14/4.
    const added = evaluate(([u = 0, v = 0]) => Math.floor(4 * u) + 3 * Math.floor(2 * v), 2);
    expect(furthest(values(added), [5 / 14, 9 / 14, 5 / 14, 9 / 14])).toBeLessThan(0.01);
    // Either but not both: neither says anything alone.
    const either = evaluate(([u = 0, v = 0]) => Math.floor(2 * u) ^ Math.floor(2 * v), 2);
    expect(furthest(values(either), [0, 0, 1, 1])).toBeLessThan(0.02);
  });

  it('of an input that does nothing are exactly 0, with no interval', () => {
    const { first, total } = evaluate(([u = 0, , w = 0]) => u * w, 3, { n: 64, bootstrap: 50 });
    expect(first[1]).toEqual({ value: 0, low: 0, high: 0, width: 0 });
    expect(total[1]).toEqual({ value: 0, low: 0, high: 0, width: 0 });
  });

  it('are the same for the outcome at another level and in other units', () => {
    const plain = values(evaluate(linear, 4));
    expect(furthest(values(evaluate((point) => 1e6 + linear(point), 4)), plain)).toBeLessThan(1e-8);
    for (const unit of [1e200, 1e-200, -1])
      expect(furthest(values(evaluate((point) => unit * linear(point), 4)), plain)).toBeLessThan(1e-12);
  });

  it('are the same in any order of evaluation, and for the same seed', () => {
    const points = sobolDesign(3, 32, 1);
    const backwards = points.toReversed().map(ishigami).toReversed();
    const once = sobolIndices(3, backwards, { bootstrap: 20, seed: 5 });
    expect(sobolIndices(3, points.map(ishigami), { bootstrap: 20, seed: 5 })).toEqual(once);
    expect(sobolIndices(3, backwards, { bootstrap: 20, seed: 6 })).not.toEqual(once);
  });

  it('have intervals that hold the exact value at least as often as they say', () => {
    const exact = ishigamiShares();
    const held = Array.from({ length: 20 }, (_, seed) =>
      evaluate(ishigami, 3, { n: 256, seed, bootstrap: 200 }),
    ).flatMap(({ first, total }) =>
      [...first, ...total].map(
        (one, i) =>
          one !== null && one.low <= (exact[i] ?? Number.NaN) && (exact[i] ?? Number.NaN) <= one.high,
      ),
    );
    expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.9);
  });

  it('have intervals that shrink to half with four times the blocks', () => {
    const [few = 0, many = 0] = [256, 1024].map((n) =>
      mean(evaluate(linear, 4, { n, bootstrap: 400 }).total.map((one) => (one?.high ?? 0) - (one?.low ?? 0))),
    );
    expect(many / few).toBeGreaterThan(0.4);
    expect(many / few).toBeLessThan(0.6);
  });
});

describe('evaluations that fail', () => {
  const outcome = sobolDesign(3, 64, 1).map(ishigami);
  const whole = sobolIndices(3, [...outcome.slice(0, 16), ...outcome.slice(24, 32), ...outcome.slice(40)], {
    bootstrap: 30,
    seed: 1,
  });

  it.each([null, Number.NaN, Infinity])('take their whole block out, and are counted: %s', (failure) => {
    // Blocks of 8: 16 is the first point of the third, 39 the last of the fifth.
    const result = sobolIndices(
      3,
      outcome.map((y, i) => ([16, 39].includes(i) ? failure : y)),
      { bootstrap: 30, seed: 1 },
    );
    expect(result).toEqual({ ...whole, failed: 2 });
    expect([result.used, whole.used]).toEqual([62, 62]);
  });

  it('leave nothing to say if no block is whole', () => {
    const result = sobolIndices(
      2,
      Array.from({ length: 12 }, (_, i) => (i % 6 === 1 ? null : i)),
      { bootstrap: 10, seed: 1 },
    );
    expect(result).toEqual({ first: [null, null], total: [null, null], used: 0, failed: 2, constant: null });
  });
});

describe('an outcome that does not vary', () => {
  it.each([0, 0.1, 1e9])('has no indices, and is told: %d', (level) => {
    const found = evaluate(() => level, 2, { n: 8, bootstrap: 10 });
    expect(found).toMatchObject({ first: [null, null], total: [null, null], used: 8, failed: 0 });
    expect(isNear(found.constant ?? Number.NaN, level, 1e-15)).toBe(true);
  });

  it('has none either if it varies by rounding alone', () => {
    expect(evaluate(([u = 0]) => (u < 0.5 ? 0.3 : 0.1 + 0.2), 1, { n: 8 }).first).toEqual([null]);
  });

  it('has none either in a single block', () => {
    expect(sobolIndices(1, [2, 2, 2, 2], options)).toMatchObject({ total: [null], constant: 2 });
    expect(sobolIndices(1, [2, 2, 3, 2], options)).toMatchObject({ constant: null });
  });

  it('in some resamples takes these out of the intervals', () => {
    // Eight blocks of 64 are not 0, and a few resamples of 2000 miss them all.
    const outcome = Array.from({ length: 256 }, (_, i) => Number(i % 32 === 0));
    const { total } = sobolIndices(1, outcome, { bootstrap: 2000, seed: 1 });
    expect(total[0]?.low).toBeGreaterThan(0);
    expect(Number.isFinite(total[0]?.high)).toBe(true);
  });
});

describe('a few blocks', () => {
  const few = (varying: number) =>
    sobolIndices(
      1,
      Array.from({ length: 64 }, (_, i) => Number(i % 4 === 0 && i < 4 * varying)),
      { bootstrap: 100, seed: 1 },
    ).first[0];

  it('that vary say nothing, however alike their resamples are', () => {
    for (const varying of [1, 2, 7])
      expect(few(varying)).toMatchObject({ low: 0, high: 1, width: 3.5 / Math.sqrt(varying) });
    expect(few(8)?.high).toBeLessThan(1);
  });

  it('give estimates from 0 to 1, alone no more than in all, within their limits', () => {
    const models: readonly Model[] = [
      ishigami,
      ([u = 0, v = 0, w = 0]) => Math.floor(2 * u) ^ Math.floor(2 * v) ^ Math.floor(2 * w),
      ([u = 0, v = 0, w = 0]) => Number(u < 0.2) + Number(v + w < 0.3),
      (point) => (point.every((u) => u < 0.8) ? 0 : 1),
    ];
    for (const model of models)
      for (const n of [1, 2, 3, 8, 16])
        for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
          const { first, total } = evaluate(model, 3, { n, seed, bootstrap: 40 });
          for (const [i, alone] of first.entries()) {
            const inAll = total[i] ?? null;
            expect(alone === null).toBe(inAll === null);
            if (alone === null || inAll === null) continue;
            expect(alone.value).toBeLessThanOrEqual(inAll.value);
            for (const { value, low, high, width } of [alone, inAll]) {
              expect([0, low, value, high, 1]).toEqual([0, low, value, high, 1].toSorted((x, y) => x - y));
              expect(width).toBeGreaterThanOrEqual(high - low);
            }
          }
        }
  });
});

it('takes whole blocks only, and of none says nothing', () => {
  expect(() => sobolIndices(2, [1, 2, 3], options)).toThrow(RangeError);
  expect(sobolIndices(2, [], options)).toEqual({
    first: [null, null],
    total: [null, null],
    used: 0,
    failed: 0,
    constant: null,
  });
});

it('gives no limits without resamples', () => {
  const [one] = sobolIndices(1, sobolDesign(1, 8, 1).map(linear), options).first;
  expect([one?.low, one?.high]).toEqual([Number.NaN, Number.NaN]);
});

describe("COINr's sample", () => {
  const records = readReference('coinr-sobol/points.csv');
  const columns = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((name) => numbersOf(records, name));
  const blocks = records.map((_, j) => {
    const [one, other] = [columns.slice(0, 3), columns.slice(3)].map((side) =>
      side.map((column) => column[j] ?? Number.NaN),
    );
    const [a = [], b = []] = [one, other];
    const exchanged = (point: readonly number[], from: readonly number[]) =>
      [0, 1, 2].map((i) => point.with(i, from[i] ?? Number.NaN));
    return [a, b, ...exchanged(a, b), ...exchanged(b, a)];
  });

  it.each([
    ['ishigami', ishigami],
    ['linear', linear],
  ] as const)('gives its estimates of the function "%s", and the other half of ours', (name, model) => {
    const reference = readReference('coinr-sobol/indices.csv').filter((record) => record['model'] === name);
    const evaluations = blocks.map((block) => block.map(model));
    const { first, total } = sobolIndices(3, evaluations.flat(), options);
    const [firsts, totals] = [numbersOf(reference, 'first'), numbersOf(reference, 'total')];
    for (let i = 0; i < 3; i += 1) {
      const coinr = { first: firsts[i] ?? Number.NaN, total: totals[i] ?? Number.NaN };
      const expected = fromCoinr(evaluations, 3, i, coinr);
      expect(isNear(first[i]?.value ?? Number.NaN, expected.first, 1e-11)).toBe(true);
      expect(isNear(total[i]?.value ?? Number.NaN, expected.total, 1e-12)).toBe(true);
    }
  });
});

it('limits that noise puts beyond 0 keep their width, and say nothing exact', () => {
  // Two inputs of which only their product counts, few blocks: the first indices are about 0, and noise.
  const design = sobolDesign(2, 16, 4);
  const outcome = design.map(([x = 0, y = 0]) => Math.sign(x - 0.5) * Math.sign(y - 0.5));
  const firsts = Array.from(
    { length: 20 },
    (_, i) => sobolIndices(2, outcome, { bootstrap: 200, seed: i + 1 }).first,
  );
  const exact = firsts.flat().filter((one) => one !== null && one.width > 0 && one.high === one.low);
  expect(exact).toEqual([]);
});
