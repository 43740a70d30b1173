import { describe, expect, it } from 'vitest';
import { sobolDesign, sobolIndices, type Sensitivity } from '../../../src/math/statistics/sensitivity.ts';
import { deviation, mean, sum } from '../../../src/math/statistics/stats.ts';
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
  it('has blocks of a, b, and a with one coordinate from b each', () => {
    const [first = [], second = [], ...exchanged] = sobolDesign(3, 1, 1);
    const [x, y, z] = first;
    const [u, v, w] = second;
    expect(exchanged).toEqual([
      [u, y, z],
      [x, v, z],
      [x, y, w],
    ]);
    expect(new Set([x, y, z, u, v, w]).size).toBe(6);
  });

  it('begins alike, however many blocks there are, and differs by seed', () => {
    expect(sobolDesign(4, 8, 1).slice(0, 18)).toEqual(sobolDesign(4, 3, 1));
    expect(sobolDesign(4, 3, 1)).not.toEqual(sobolDesign(4, 3, 2));
  });

  it('has no more than 50 inputs', () => {
    expect(sobolDesign(50, 1, 1)).toHaveLength(52);
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
    expect(first[1]).toEqual({ value: 0, low: 0, high: 0 });
    expect(total[1]).toEqual({ value: 0, low: 0, high: 0 });
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
  const whole = sobolIndices(3, [...outcome.slice(0, 10), ...outcome.slice(15, 20), ...outcome.slice(25)], {
    bootstrap: 30,
    seed: 1,
  });

  it.each([null, Number.NaN, Infinity])('take their whole block out, and are counted: %s', (failure) => {
    // Blocks of 5: 10 is the first point of the third, 24 the last of the fifth.
    const result = sobolIndices(
      3,
      outcome.map((y, i) => ([10, 24].includes(i) ? failure : y)),
      { bootstrap: 30, seed: 1 },
    );
    expect(result).toEqual({ ...whole, failed: 2 });
    expect([result.used, whole.used]).toEqual([62, 62]);
  });

  it('leave nothing to say if no block is whole', () => {
    const result = sobolIndices(
      2,
      Array.from({ length: 8 }, (_, i) => (i % 4 === 1 ? null : i)),
      { bootstrap: 10, seed: 1 },
    );
    expect(result).toEqual({ first: [null, null], total: [null, null], used: 0, failed: 2 });
  });
});

describe('an outcome that does not vary', () => {
  it.each([0, 0.1, 1e9])('has no indices: %d', (level) => {
    expect(evaluate(() => level, 2, { n: 8, bootstrap: 10 })).toEqual({
      first: [null, null],
      total: [null, null],
      used: 8,
      failed: 0,
    });
  });

  it('has none either if it varies by rounding alone', () => {
    expect(evaluate(([u = 0]) => (u < 0.5 ? 0.3 : 0.1 + 0.2), 1, { n: 8 }).first).toEqual([null]);
  });

  it('has none either for a single block whose a and b agree', () => {
    expect(sobolIndices(1, [2, 2, 3], options).total).toEqual([null]);
  });

  it('in some resamples takes these out of the intervals', () => {
    // One block of sixteen is not 0: about a third of the resamples miss it.
    const { total } = sobolIndices(
      1,
      Array.from({ length: 48 }, (_, i) => Number(i === 0)),
      { bootstrap: 100, seed: 1 },
    );
    expect(total[0]?.low).toBeGreaterThan(0);
    expect(Number.isFinite(total[0]?.high)).toBe(true);
  });
});

it('takes whole blocks only, and of none says nothing', () => {
  expect(() => sobolIndices(2, [1, 2, 3], options)).toThrow(RangeError);
  expect(sobolIndices(2, [], options)).toEqual({
    first: [null, null],
    total: [null, null],
    used: 0,
    failed: 0,
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
    return [one ?? [], other ?? [], ...[0, 1, 2].map((i) => (one ?? []).with(i, other?.[i] ?? Number.NaN))];
  });

  it.each([
    ['ishigami', ishigami],
    ['linear', linear],
  ] as const)('gives its estimates of the function "%s" once the centring is undone', (name, model) => {
    const reference = readReference('coinr-sobol/indices.csv').filter((record) => record['model'] === name);
    const evaluations = blocks.map((block) => block.map(model));
    const { first, total } = sobolIndices(3, evaluations.flat(), options);
    const variance = deviation(evaluations.flatMap((block) => block.slice(0, 2))) ** 2;
    // mean of f(b) (f(abᵢ) − f(a)) = mean of (f(b) − f₀) (f(abᵢ) − f(a)) + f₀ · mean of (f(abᵢ) − f(a))
    const uncentred = first.map(
      (one, i) =>
        (one?.value ?? Number.NaN) +
        (mean(evaluations.flat()) *
          mean(evaluations.map((block) => (block[i + 2] ?? Number.NaN) - (block[0] ?? Number.NaN)))) /
          variance,
    );
    const [firsts, totals] = [numbersOf(reference, 'first'), numbersOf(reference, 'total')];
    for (let i = 0; i < 3; i += 1) {
      expect(isNear(uncentred[i] ?? Number.NaN, firsts[i] ?? Number.NaN, 1e-11)).toBe(true);
      expect(isNear(total[i]?.value ?? Number.NaN, totals[i] ?? Number.NaN, 1e-12)).toBe(true);
    }
  });
});
