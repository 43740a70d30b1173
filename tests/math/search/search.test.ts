import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastRise } from '../../../src/math/search/least-rise.ts';
import { cheapest } from '../../../src/math/search/cheapest.ts';

const small = fc.integer({ min: 0, max: 5 });

/** All combinations of one number out of each list. */
function combinations(lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>((done, list) => done.flatMap((one) => list.map((x) => [...one, x])), [[]]);
}

describe('cheapest', () => {
  it('finds what trying all combinations finds, under two needs at once', () => {
    const lever = fc.tuple(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 2 }),
      fc.array(small, { minLength: 4, maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(lever, { minLength: 1, maxLength: 4 }), small, small, (levers, first, second) => {
        const costs = levers.map(([own]) => [0, ...own]);
        const needs = [first, second].map((least, need) => ({
          least,
          gains: levers.map(([, gains]) => [0, ...gains.slice(2 * need, 2 * need + 2)]),
        }));
        const total = (table: readonly (readonly number[])[], levels: readonly number[]) =>
          levels.reduce((sum, level, j) => sum + (table[j]?.[level] ?? 0), 0);
        const meeting = combinations(costs.map((own) => [...own.keys()])).filter((levels) =>
          needs.every(({ least, gains }) => total(gains, levels) >= least),
        );
        const least = Math.min(...meeting.map((levels) => total(costs, levels)));
        const found = cheapest({ costs, needs });
        expect(found?.cost ?? Infinity).toBe(least);
        expect(new Set(found?.combinations.map(String) ?? [])).toEqual(
          new Set(meeting.filter((levels) => total(costs, levels) === least).map(String)),
        );
      }),
    );
  });

  it('counts no more than a thousand combinations, and says that there are more', () => {
    const ladder = Array.from({ length: 14 }, () => [0, 1]);
    const {
      cost,
      combinations: found,
      isAll,
      isProved,
    } = cheapest({ costs: ladder, needs: [{ least: 7, gains: ladder }] }) ?? {
      cost: 0,
      combinations: [],
      isAll: true,
      isProved: false,
    };
    expect({ cost, found: found.length, isAll, isProved }).toEqual({
      cost: 7,
      found: 1000,
      isAll: false,
      isProved: true,
    });
  });
});

describe('leastRise', () => {
  it('takes no more than any answer in whole numbers', () => {
    const lever = fc.record({ room: small, gains: fc.tuple(small, small) });
    fc.assert(
      fc.property(
        fc.array(lever, { minLength: 1, maxLength: 3 }),
        fc.tuple(small, small),
        (levers, asked) => {
          const cuts = asked.map((need, i) => ({ need, gains: levers.map(({ gains }) => gains[i] ?? 0) }));
          const rises = leastRise(
            cuts,
            levers.map(({ room }) => ({ room, stops: null })),
          );
          const meets = (some: readonly number[]) =>
            cuts.every(
              ({ gains, need }) => some.reduce((sum, x, j) => sum + x * (gains[j] ?? 0), 0) >= need - 1e-8,
            );
          const tried = combinations(
            levers.map(({ room }) => Array.from({ length: room + 1 }, (_, x) => x)),
          ).filter(meets);
          expect(rises === null).toBe(tried.length === 0);
          if (rises === null) return;
          expect(meets(rises)).toBe(true);
          const total = (some: readonly number[]) => some.reduce((sum, x) => sum + x, 0);
          expect(total(rises)).toBeLessThanOrEqual(Math.min(...tried.map(total)) + 1e-8);
        },
      ),
    );
  });

  it('stays on the stops of what moves in steps', () => {
    fc.assert(
      fc.property(fc.tuple(small, small, small), small, ([a, b, c], need) => {
        const spans = [
          { room: 4, stops: [2, 4] },
          { room: 3, stops: [1, 3] },
          { room: 2.5, stops: null },
        ];
        const gains = [a, b, c];
        const rises = leastRise([{ gains, need }], spans);
        const tried = combinations([
          [0, 2, 4],
          [0, 1, 3],
        ]).flatMap(([x = 0, y = 0]) => {
          const left = Math.max(0, need - a * x - b * y);
          if (left === 0) return [x + y];
          return c * 2.5 >= left - 1e-9 ? [x + y + left / c] : [];
        });
        expect(rises?.reduce((sum, x) => sum + x, 0) ?? Infinity).toBeCloseTo(
          Math.min(Infinity, ...tried),
          8,
        );
      }),
    );
  });
});
