import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbers } from '../../support/regressions.ts';
import { naturalBreaks } from '../../../src/methods/tier/natural-breaks.ts';

/** The sum of squared deviations from the class means, for classes that start at these values. */
function spreadOf(values: readonly number[], starts: readonly number[]): number {
  const classes = [-Infinity, ...starts].map((start, i) =>
    values.filter((x) => x >= start && x < (starts[i] ?? Infinity)),
  );
  return classes.reduce((total, members) => {
    const mean = members.reduce((a, b) => a + b, 0) / members.length;
    return total + members.reduce((spread, x) => spread + (x - mean) ** 2, 0);
  }, 0);
}

/** Every way of choosing where the classes start. */
function choices(starts: readonly number[], amount: number): number[][] {
  if (amount === 0) return [[]];
  return starts.flatMap((start, i) =>
    choices(starts.slice(i + 1), amount - 1).map((later) => [start, ...later]),
  );
}

it('cuts where the gaps are', () => {
  expect(naturalBreaks([11, 1, 30, 9, 2, 10], 3)).toEqual([9, 30]);
});

it('never divides equal values', () => {
  expect(naturalBreaks([5, 5, 5, 5, 6], 2)).toEqual([6]);
});

it('counts values as often as they occur', () => {
  // {0, 4} {9}: 8; {0} {4, 9}: 12.5. With 4 six times, {0} {4 ×6, 9}: 21.4 against {0, 4 ×6} {9}: 13.7; with
  // 0 six times, {0 ×6, 4} {9}: 13.7 against 12.5.
  expect(naturalBreaks([0, 4, 9], 2)).toEqual([9]);
  expect(naturalBreaks([0, 4, 4, 4, 4, 4, 4, 9], 2)).toEqual([9]);
  expect(naturalBreaks([0, 0, 0, 0, 0, 0, 4, 9], 2)).toEqual([4]);
});

describe('with fewer distinct values than classes', () => {
  it.each([
    [[1, 1, 2], 3, [2]],
    [[7, 7], 2, []],
    [[7], 3, []],
    [[], 3, []],
  ])('%j in %d classes breaks at %j', (values, classes, breaks) => {
    expect(naturalBreaks(values, classes)).toEqual(breaks);
  });
});

it('one class has no break', () => {
  expect(naturalBreaks([1, 2, 9], 1)).toEqual([]);
});

it('finds the least spread there is', () => {
  const tied = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 });
  const scores = fc.oneof(
    tied,
    fc.array(
      fc.integer({ min: 0, max: 1000 }).map((x) => x / 10),
      { minLength: 1, maxLength: 9 },
    ),
  );
  fc.assert(
    fc.property(scores, fc.integer({ min: 2, max: 4 }), (values, classes) => {
      const distinct = [...new Set(values)].toSorted((a, b) => a - b);
      const breaks = naturalBreaks(values, classes);
      const amount = Math.min(classes, distinct.length) - 1;
      const least = Math.min(...choices(distinct.slice(1), amount).map((starts) => spreadOf(values, starts)));
      expect(breaks).toHaveLength(amount);
      expect(breaks).toEqual(distinct.filter((x) => breaks.includes(x)));
      expect(spreadOf(values, breaks)).toBeCloseTo(least, 8);
    }),
    { seed: 1, numRuns: 300 },
  );
});

describe('of equally good divisions', () => {
  it.each([
    [[1, 2, 3], 2, [3]],
    [[1, 2, 3, 4], 3, [3, 4]], // of {1, 2} 3 4, 1 {2, 3} 4 and 1 2 {3, 4}
    [[1, 2, 3, 4, 5, 6], 4, [3, 5, 6]],
    [[0, 0, 1, 2, 2], 2, [2]], // {0 0 1} {2 2} and {0 0} {1 2 2}
  ])('of %j in %d classes it is that with the fewest values on top', (values, classes, breaks) => {
    expect(naturalBreaks(values, classes)).toEqual(breaks);
  });

  it('takes the same on any scale, from any origin and with noise', () => {
    const random = numbers(3);
    for (let trial = 0; trial < 200; trial += 1) {
      const values = Array.from({ length: 3 + Math.floor(8 * random()) }, () => Math.floor(7 * random()));
      const classes = 2 + Math.floor(3 * random());
      const breaks = naturalBreaks(values, classes);
      for (const [factor, shift] of [
        [0.1, 0],
        [1 / 3, 0.7],
        [1e-200, 0],
        [1e150, 0],
        [0.01, 1000],
      ] as const) {
        const scaled = (x: number) => factor * x + shift;
        expect({ values, breaks: naturalBreaks(values.map(scaled), classes) }).toEqual({
          values,
          breaks: breaks.map(scaled),
        });
      }
    }
  });
});

it('of 20,000 values in 20 classes it takes no square of the time', () => {
  const values = Array.from({ length: 20_000 }, (_, i) => Math.sin(i));
  expect(naturalBreaks(values, 20)).toHaveLength(19);
});

it('finds narrow classes far apart', () => {
  expect(naturalBreaks([1e9, 1e9 + 1, 1e9 + 2, 1e9 + 10, 1e9 + 11, -1e9, -1e9 + 1], 3)).toEqual([
    1e9,
    1e9 + 10,
  ]);
});
