import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../src/math/random/random.ts';
import { mostDimensions, sobolPoints } from '../../../src/math/random/sobol-points.ts';
import { numbersOf, readReference } from '../../support/reference.ts';

const seeds = [1, 2, 3];
const coordinate = (points: readonly (readonly number[])[], d: number) =>
  points.map((point) => point[d] ?? Number.NaN);
/** How many of n equal intervals hold a value. */
const intervals = (values: readonly number[]) =>
  new Set(values.map((x) => Math.floor(x * values.length))).size;

describe('the plain points', () => {
  const points = sobolPoints(mostDimensions, 4096);

  it("are scipy's, in each of 100 dimensions", () => {
    const reference = readReference('sobol/points.csv');
    const places = numbersOf(reference, 'point');
    for (let d = 0; d < mostDimensions; d += 1) {
      expect(
        places.map((n) => (points[n ?? -1]?.[d] ?? Number.NaN) * 4096),
        `dimension ${d + 1}`,
      ).toEqual(numbersOf(reference, `d${d + 1}`));
    }
  });

  it('lie once in each interval of each coordinate, and once in each square of the first two', () => {
    for (let d = 0; d < mostDimensions; d += 1) expect(intervals(coordinate(points, d))).toBe(4096);
    expect(new Set(points.map(([x = 0, y = 0]) => 64 * Math.floor(64 * x) + Math.floor(64 * y))).size).toBe(
      4096,
    );
  });

  it('begin alike, however many points and coordinates there are', () => {
    expect(sobolPoints(3, 5)).toEqual(points.slice(0, 5).map((point) => point.slice(0, 3)));
    expect(sobolPoints(3, 0)).toEqual([]);
    expect(sobolPoints(0, 2)).toEqual([[], []]);
  });
});

describe('the shifted points', () => {
  it('are other points for another seed, the same for the same', () => {
    expect(new Set(seeds.map((seed) => sobolPoints(2, 1, randomOf(seed, 0)).join())).size).toBe(seeds.length);
    expect(sobolPoints(5, 9, randomOf(1, 0))).toEqual(sobolPoints(5, 9, randomOf(1, 0)));
  });

  it.each(seeds)('lie once in each interval too, and nowhere at 0 or 1 (seed %i)', (seed) => {
    const points = sobolPoints(40, 1024, randomOf(seed, 0));
    for (let d = 0; d < 40; d += 1) expect(intervals(coordinate(points, d))).toBe(1024);
    expect(Math.min(...points.flat())).toBeGreaterThan(0);
    expect(Math.max(...points.flat())).toBeLessThan(1);
  });

  it('begin alike, however many points and coordinates there are', () => {
    const points = sobolPoints(9, 64, randomOf(4, 0));
    expect(sobolPoints(3, 5, randomOf(4, 0))).toEqual(points.slice(0, 5).map((point) => point.slice(0, 3)));
  });

  it('integrate a product of six coordinates more closely than as many random points', () => {
    // ∏ (1 + (u − ½)) has the mean 1; the error of 1024 random points is about √((13/12)⁶ − 1) / 32 = 0.025.
    const errors = seeds.map(
      (seed) =>
        sobolPoints(6, 1024, randomOf(seed, 0)).reduce(
          (total, point) => total + point.reduce((product, u) => product * (u + 0.5), 1),
          0,
        ) /
          1024 -
        1,
    );
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.0025);
  });
});

it('has no more than 100 dimensions and 2³² points', () => {
  expect(() => sobolPoints(mostDimensions + 1, 1)).toThrow(RangeError);
  expect(() => sobolPoints(1, 2 ** 32 + 1)).toThrow(RangeError);
});
