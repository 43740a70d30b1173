// What is drawn from a region is even over what it is said to be: beside draws by hand that are thrown away
// where they are not in the region.
import { describe, expect, it } from 'vitest';
import { regionContext } from '../../../src/analysis/pairs/index-over-region.ts';
import { isIndependent, samplerOf, samplingOf } from '../../../src/analysis/region/weight-sampler.ts';
import { at } from '../../../src/math/at.ts';
import { randomOf } from '../../../src/math/random/random.ts';
import { build } from '../../../src/methods/build.ts';
import { category, indicator, ROOT_CODE } from '../../../src/model/framework.ts';
import { editionOf } from '../../support/edition.ts';
import { numbers } from '../../support/regressions.ts';
import { regionFrom } from '../../support/robust.ts';

/** Three categories of three, equal weights. */
const shape = ['a', 'b', 'c'].map((code) => [1, 2, 3].map((i) => `${code}${i}`));
const codes = shape.flat();
const edition = editionOf(Object.fromEntries(codes.map((code, i) => [code, [i, 9 - i]])), {
  framework: category(
    ROOT_CODE,
    shape.map((children, i) =>
      category(
        at(['a', 'b', 'c'], i),
        children.map((code) => indicator(code)),
      ),
    ),
  ),
  recipe: { normalise: { method: 'none' } },
  weightSets: new Map([
    ['one', new Map([['a1', 8]])],
    ['two', new Map([['b1', 8]])],
    ['three', new Map([['c', 4]])],
  ]),
});

const simplex = (random: () => number, n: number): number[] => {
  const parts = Array.from({ length: n }, () => -Math.log(random()));
  const whole = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / whole);
};
const byCategory = (random: () => number): number[] =>
  simplex(random, 3).flatMap((weight) => simplex(random, 3).map((share) => weight * share));
const byIndicator = (random: () => number): number[] => simplex(random, 9);
/** The named sets: what they name weighs 8 of 10 beside its siblings, or 4 of 6. */
const vectors = [
  [0.8, 0.1, 0.1, 1 / 3, 1 / 3, 1 / 3, 1 / 3, 1 / 3, 1 / 3].map((x) => x / 3),
  [1 / 3, 1 / 3, 1 / 3, 0.8, 0.1, 0.1, 1 / 3, 1 / 3, 1 / 3].map((x) => x / 3),
  [1, 1, 1, 1, 1, 1, 4, 4, 4].map((x) => x / 18),
];
const byMixture = (random: () => number): number[] => {
  const shares = simplex(random, 3);
  return codes.map((_, i) => shares.reduce((total, share, j) => total + share * at(at(vectors, j), i), 0));
};

const falls =
  (...places: number[]) =>
  (weights: readonly number[]) =>
    places.slice(1).every((place, i) => at(weights, at(places, i)) >= at(weights, place));
const ratio =
  (times: number, ...groups: number[][]) =>
  (weights: readonly number[]) =>
    groups.every((group) => {
      const own = group.map((place) => at(weights, place));
      return Math.max(...own) <= times * Math.min(...own);
    });
const everything = (): boolean => true;
const sumOf = (weights: readonly number[], from: number) =>
  weights.slice(from, from + 3).reduce((t, x) => t + x, 0);

/** The mean and the variance of each weight, and of each category's. */
function moments(
  draw: () => readonly number[],
  isIn: (weights: readonly number[]) => boolean,
  wanted: number,
) {
  const kept: number[][] = [];
  while (kept.length < wanted) {
    const weights = draw();
    if (isIn(weights)) kept.push([...weights, sumOf(weights, 0), sumOf(weights, 3), sumOf(weights, 6)]);
  }
  return at(kept, 0).map((_, i) => {
    const column = kept.map((one) => at(one, i));
    const mean = column.reduce((total, x) => total + x, 0) / column.length;
    return { mean, variance: column.reduce((total, x) => total + (x - mean) ** 2, 0) / column.length };
  });
}

const [a, b, c] = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
] as const;

describe.each([
  ['any', byCategory, everything, true],
  ['any@leaves', byIndicator, everything, true],
  ['order:a1,a2', byCategory, falls(0, 1), true],
  ['order:a1,a2,a3', byCategory, falls(0, 1, 2), true],
  ['order:a1,b1', byCategory, falls(0, 3), true],
  ['order:a1,b1+any', byCategory, falls(0, 3), true],
  ['order:a1,b1@leaves', byIndicator, falls(0, 3), true],
  [
    'ratio:4',
    byCategory,
    (weights) =>
      ratio(4, [...a], [...b], [...c])(weights) &&
      Math.max(sumOf(weights, 0), sumOf(weights, 3), sumOf(weights, 6)) <=
        4 * Math.min(sumOf(weights, 0), sumOf(weights, 3), sumOf(weights, 6)),
    true,
  ],
  [
    'mix:60%+ratio:9@leaves',
    byCategory,
    (weights) =>
      ratio(9, [...a, ...b, ...c])(weights) &&
      [0, 3, 6].every(
        (from) =>
          sumOf(weights, from) >= 0.4 / 3 &&
          weights.slice(from, from + 3).every((x) => x >= (0.4 / 3) * sumOf(weights, from)),
      ),
    true,
  ],
  ['order:a1,b1,c1,a2,b2,c2', byCategory, falls(0, 3, 6, 1, 4, 7), false],
  ['order:a1,b1,c1,a2,b2,c2@leaves', byIndicator, falls(0, 3, 6, 1, 4, 7), false],
  ['sets', byMixture, everything, true],
  ['sets+order:a1,b1', byMixture, falls(0, 3), true],
] as const satisfies readonly (readonly [
  string,
  (random: () => number) => number[],
  (weights: readonly number[]) => boolean,
  boolean,
])[])('draws from %s', (region, byHand, isIn, areIndependent) => {
  const context = regionContext(build(edition), regionFrom(region));
  const sampling = samplingOf(regionFrom(region), context);

  it(`${areIndependent ? 'do not depend' : 'depend'} on each other`, () => {
    expect(isIndependent(sampling)).toBe(areIndependent);
  });

  it('have the means and variances of draws that were thrown away outside it', { timeout: 60_000 }, () => {
    const [sampler, random] = [samplerOf(sampling), randomOf(1, 0)];
    const [count, kept] = areIndependent ? [10_000, 2000] : [20_000, 300];
    const found = moments(() => sampler.draw(random), everything, count);
    const next = numbers(1);
    const expected = moments(() => byHand(next), isIn, kept);
    for (const [i, { mean, variance }] of expected.entries()) {
      const error = Math.sqrt(variance / kept);
      expect(Math.abs(at(found, i).mean - mean)).toBeLessThan(4.5 * error);
      expect(Math.abs(at(found, i).variance / variance - 1)).toBeLessThan(6 * Math.sqrt(2 / kept));
    }
  });
});
