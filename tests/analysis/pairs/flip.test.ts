// The least changes of weights, beside the reference in tests/reference/flips.test.ts: what must hold of them
// whatever the scores.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alone,
  leastDistance,
  leastDoubt,
  leastLargest,
  leastTotal,
} from '../../../src/analysis/pairs/flip.ts';
import { dot } from '../../../src/math/linear/vector.ts';
import { sum } from '../../../src/math/statistics/stats.ts';

/** Weights that sum to 1, and advantages of a country that is ahead with them. */
const cases = fc
  .integer({ min: 2, max: 7 })
  .chain((n) =>
    fc.record({
      parts: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: n, maxLength: n }),
      advantage: fc.array(fc.integer({ min: -10, max: 10 }), { minLength: n, maxLength: n }),
    }),
  )
  .map(({ parts, advantage }) => ({ nominal: parts.map((part) => part / sum(parts)), advantage }))
  .filter(({ nominal, advantage }) => dot(nominal, advantage) > 1e-9);

const ways = { leastTotal, leastLargest, leastDistance };
const norms = {
  leastTotal: (differences: readonly number[]) => sum(differences.map(Math.abs)),
  leastLargest: (differences: readonly number[]) => Math.max(...differences.map(Math.abs)),
  leastDistance: (differences: readonly number[]) => Math.sqrt(sum(differences.map((x) => x * x))),
};
const apart = (a: readonly number[], b: readonly number[]) => a.map((x, i) => x - (b[i] ?? 0));

describe.each(['leastTotal', 'leastLargest', 'leastDistance'] as const)('%s', (name) => {
  it('gives weights from 0 that sum to 1 and put the two level', () => {
    fc.assert(
      fc.property(cases, ({ nominal, advantage }) => {
        const flip = ways[name](nominal, advantage);
        if (flip === null) {
          expect(Math.min(...advantage)).toBeGreaterThan(0);
          return;
        }
        expect(Math.min(...flip.weights)).toBeGreaterThanOrEqual(0);
        expect(sum(flip.weights)).toBeCloseTo(1, 9);
        expect(dot(flip.weights, advantage)).toBeCloseTo(0, 8);
        expect(flip.change).toBeCloseTo(norms[name](apart(flip.weights, nominal)), 9);
      }),
    );
  });

  it('no other weights that put the two level are nearer', () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 7, maxLength: 7 }),
        ({ nominal, advantage }, parts) => {
          const flip = ways[name](nominal, advantage);
          const taken = parts.slice(0, nominal.length);
          const other = taken.map((part) => part / Math.max(1, sum(taken)));
          fc.pre(sum(taken) > 0 && dot(other, advantage) <= 0);
          // On the way to weights that go too far there are some that just do.
          const gap = dot(nominal, advantage);
          const share = gap / (gap - dot(other, advantage));
          const nearest = nominal.map((weight, i) => weight + share * ((other[i] ?? 0) - weight));
          expect(flip?.change).toBeLessThanOrEqual(norms[name](apart(nearest, nominal)) + 1e-9);
        },
      ),
    );
  });

  it('changes nothing where the two are level', () => {
    expect(ways[name]([0.5, 0.5], [1, -1])).toEqual({ change: 0, weights: [0.5, 0.5] });
  });

  it('takes away all that is to the advantage of a country that is never behind', () => {
    expect(ways[name]([0.25, 0.25, 0.5], [1, 2, 0])?.weights[2]).toBeCloseTo(1, 9);
  });

  it('gives nothing where the one ahead is so in everything', () => {
    expect(ways[name]([0.5, 0.5], [2, 1])).toBeNull();
  });
});

describe('leastTotal', () => {
  it('of equal advantages takes the first', () => {
    // The gap is 0.25, and each unit that goes from an advantage of 1 to one of -1 closes 2 of it: 0.125 is
    // moved.
    expect(leastTotal([0.25, 0.375, 0.375], [1, 1, -1])).toEqual({
      change: 0.25,
      weights: [0.125, 0.375, 0.5],
    });
  });
});

describe('leastDistance', () => {
  it('lets weights fall to zero and stay there', () => {
    // The third is 0 in the end, so that w₁ + w₂ = 1 and 2 w₁ = 3 w₂.
    const flip = leastDistance([0.6, 0.35, 0.05], [2, -3, 9]);
    expect(flip?.weights).toEqual([expect.closeTo(0.6, 9), expect.closeTo(0.4, 9), 0]);
  });
});

describe('leastDoubt', () => {
  it('at that share the worst weights put the two level, and no share is above 1', () => {
    fc.assert(
      fc.property(cases, ({ nominal, advantage }) => {
        const share = leastDoubt(nominal, advantage);
        const worst = (1 - share) * dot(nominal, advantage) + share * Math.min(...advantage);
        if (share < 1) expect(worst).toBeCloseTo(0, 9);
        else expect(worst).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is 0 where the two are level and one can be behind', () => {
    expect(leastDoubt([0.5, 0.5], [1, -1])).toBe(0);
  });
});

describe('alone', () => {
  const group = { code: 'index', members: [0, 1, 2], children: [] };

  it('changes one weight, and the others in proportion', () => {
    // −t + (1 − t) (0.25 · 6 − 0.25 · 2) / 0.5 = 0, so t = 2/3.
    expect(alone([0.5, 0.25, 0.25], [-1, 6, -2], group, { code: 'a', members: [0], local: 0.5 })).toEqual({
      local: expect.closeTo(2 / 3, 9),
      change: expect.closeTo(1 / 3, 9),
      weights: [expect.closeTo(2 / 3, 9), expect.closeTo(1 / 6, 9), expect.closeTo(1 / 6, 9)],
    });
  });

  it('leaves what is no sibling as it is', () => {
    const inner = { code: 'inner', members: [0, 1], children: [] };
    expect(alone([0.25, 0.25, 0.5], [-4, 2, 2], inner, { code: 'a', members: [0], local: 0.5 })).toEqual({
      local: expect.closeTo(2 / 3, 9),
      change: expect.closeTo(1 / 6, 9),
      weights: [expect.closeTo(1 / 3, 9), expect.closeTo(1 / 6, 9), 0.5],
    });
  });

  const two = [
    { code: 'a', members: [0], local: 0 },
    { code: 'x', members: [1, 2], local: 1 },
  ];
  const groups = [
    { code: 'index', members: [0, 1, 2], children: two },
    {
      code: 'x',
      members: [1, 2],
      children: [
        { code: 'b', members: [1], local: 0.75 },
        { code: 'c', members: [2], local: 0.25 },
      ],
    },
  ];

  it('changes a weight that is 0, and one that is all of it beside a single sibling', () => {
    // −8 t + (1 − t) (0.75 · 2 + 0.25 · 2) = 0, so t = 0.2.
    const weights = [0.2, 0.6, 0.2].map((x) => expect.closeTo(x, 9));
    const [a, x] = two;
    for (const [child, local] of [
      [a, 0.2],
      [x, 0.8],
    ] as const)
      expect(
        child &&
          alone(
            [0, 0.75, 0.25],
            [-8, 2, 2],
            { code: 'index', members: [0, 1, 2], children: two },
            child,
            groups,
          ),
      ).toEqual({ local: expect.closeTo(local, 9), change: expect.closeTo(0.4, 9), weights });
  });

  it('shares out the weight of a category that has none as its children nominally do', () => {
    // All on a; x = t: 4 (1 − t) − t (0.75 · 8 + 0.25 · 8) = 0, so t = 1/3.
    const other = [
      { code: 'a', members: [0], local: 1 },
      { code: 'x', members: [1, 2], local: 0 },
    ] as const;
    const root = { code: 'index', members: [0, 1, 2], children: other };
    expect(alone([1, 0, 0], [4, -8, -8], root, other[1], groups)).toEqual({
      local: expect.closeTo(1 / 3, 9),
      change: expect.closeTo(2 / 3, 9),
      weights: [2 / 3, 0.25, 1 / 12].map((x) => expect.closeTo(x, 9)),
    });
  });

  it('gives nothing where the siblings have no weights to keep the proportions of', () => {
    const three = [
      { code: 'a', members: [0], local: 1 },
      { code: 'b', members: [1], local: 0 },
      { code: 'c', members: [2], local: 0 },
    ] as const;
    const root = { code: 'index', members: [0, 1, 2], children: three };
    expect(alone([1, 0, 0], [4, -8, -8], root, three[0])).toBeNull();
  });

  it('gives nothing where no weight from 0 to 1 does it', () => {
    expect(alone([0.5, 0.25, 0.25], [1, 2, 3], group, { code: 'a', members: [0], local: 0.5 })).toBeNull();
    expect(alone([0.5, 0.25, 0.25], [2, 2, 2], group, { code: 'a', members: [0], local: 0.5 })).toBeNull();
  });
});

describe('between indicators that take alike but for noise', () => {
  it('no weight moves', () => {
    // 0.1 + 0.2 − 0.6 is a hair above −0.3. The gap of 0.5 × 1.2 − 0.5 × 0.3 closes by 1.5 for each unit:
    // 0.3.
    const flip = leastTotal([0.5, 0.25, 0.25], [1.2, 0.1 + 0.2 - 0.6, -0.3]);
    expect(flip?.change).toBeCloseTo(0.6, 12);
    expect(flip?.weights).toEqual([expect.closeTo(0.2, 12), expect.closeTo(0.55, 12), 0.25]);
  });

  it('an advantage that is noise is none', () => {
    // 0.1 + 0.2 − 0.3 is 5e-17: with all weight there the two are level.
    for (const way of [leastTotal, leastLargest, leastDistance])
      expect(way([0.5, 0.5], [1, 0.1 + 0.2 - 0.3])?.weights).toEqual([
        expect.closeTo(0, 12),
        expect.closeTo(1, 12),
      ]);
  });
});
