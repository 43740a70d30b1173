import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { minimalSets, type SetSearch } from '../../../src/math/search/minimal-sets.ts';

/** All minimal sets, by trying every set. */
function byTrying({ gains, least, asks }: SetSearch): number[][] {
  const isEnough = (set: readonly number[]) => {
    const isGiven = (amount: number, i: number) =>
      set.reduce((given, thing) => given + (gains[thing]?.[i] ?? 0), 0) >= amount;
    return asks === 'all' ? least.every(isGiven) : least.some(isGiven);
  };
  return Array.from({ length: 2 ** gains.length }, (_, mask) =>
    gains.flatMap((_gain, i) => ((mask >> i) % 2 === 1 ? [i] : [])),
  )
    .filter((set) => isEnough(set) && set.every((one) => !isEnough(set.filter((other) => other !== one))))
    .toSorted((a, b) => a.length - b.length || differing(a, b));
}

function differing(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((x, place) => x !== b[place]);
  return (a[i] ?? 0) - (b[i] ?? 0);
}

const search = fc.record({
  gains: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 7 }),
  least: fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })),
  asks: fc.constantFrom<'all' | 'any'>('all', 'any'),
});

it('finds the sets that trying all finds, in their order', () => {
  fc.assert(
    fc.property(search, (asked) => {
      const all = byTrying({ ...asked, most: 0 });
      const found = minimalSets({ ...asked, most: 1000 });
      expect(found.sets).toEqual(all);
      expect(found.total).toBe(all.length);
      expect([...found.members].toSorted((a, b) => a - b)).toEqual(
        [...new Set(all.flat())].toSorted((a, b) => a - b),
      );
    }),
    { numRuns: 500 },
  );
});

it('lists no more than are asked for, and counts the others', () => {
  fc.assert(
    fc.property(search, fc.nat(5), (asked, most) => {
      const all = byTrying({ ...asked, most: 0 });
      const found = minimalSets({ ...asked, most });
      expect({ sets: found.sets, total: found.total }).toEqual({
        sets: all.slice(0, most),
        total: all.length,
      });
    }),
  );
});

it('counts many alike without writing them out', () => {
  const gains = Array.from({ length: 40 }, () => [1]);
  // 40 over 20
  expect(minimalSets({ gains, least: [20], asks: 'all', most: 1 })).toMatchObject({
    sets: [Array.from({ length: 20 }, (_, i) => i)],
    total: 137_846_528_820,
  });
});

it('gives up counting where no two are alike and there are too many, and lists the smallest', () => {
  // The largest 19 of 1000 to 1059 add up to 19,950, the largest 20 to 20,990.
  const gains = Array.from({ length: 60 }, (_, i) => [1000 + i]);
  const found = minimalSets({ gains, least: [20_000], asks: 'all', most: 20 });
  expect(found.total).toBeNull();
  expect(found.sets).toHaveLength(20);
  expect(new Set(found.sets.map(({ length }) => length))).toEqual(new Set([20]));
});

it('finds none where all together are too little, or there is nothing', () => {
  expect(minimalSets({ gains: [[1], [1]], least: [3], asks: 'all', most: 20 }).sets).toEqual([]);
  expect(minimalSets({ gains: [], least: [3], asks: 'all', most: 20 }).sets).toEqual([]);
});
