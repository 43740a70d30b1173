import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Kernel } from '../../../src/math/kernel/kernel.ts';
import { layoutOf } from '../../../src/math/kernel/layout.ts';
import { loadKernel } from '../../../src/math/kernel/load.ts';
import { sortingNetwork } from '../../../src/math/kernel/network.ts';
import { ranking, type RankingTask, type Source } from '../../../src/math/kernel/ranking.ts';
import { TypeScriptKernel } from '../../../src/math/kernel/typescript-kernel.ts';
import { randomOf } from '../../../src/math/random/random.ts';
import { box, simplex } from '../../../src/math/random/sampling.ts';
import { mean, sum } from '../../../src/math/statistics/stats.ts';

vi.setConfig({ testTimeout: 30_000 }); // the kernel in TypeScript is slow

let kernel: Kernel;
beforeAll(async () => {
  kernel = await loadKernel();
});

const whole = (random: () => number, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1));
const list = <Item>(length: number, item: (i: number) => Item): Item[] =>
  Array.from({ length }, (_, i) => item(i));

/** A task of any size; every third has scores of few values, so that countries tie. */
function taskOf(
  trial: number,
  kind: Source['kind'],
): { task: RankingTask; draws: number; given: () => readonly number[] } {
  const random = randomOf(trial, 0);
  const [n, m] = [whole(random, trial % 7 === 0 ? 1 : 2, 60), whole(random, 1, 60)];
  const points = list(n, () =>
    list(m, () => (trial % 3 === 0 ? whole(random, 0, m > 3 ? 1 : 3) : 100 * random() - 50)),
  );
  const floors = simplex(random, m).map((x) => x / 2);
  const limits = list(m, () => ({ least: (0.5 + 0.3 * random()) / m, most: (1.2 + 0.3 * random()) / m }));
  const source: Source = {
    simplex: { kind: 'simplex' as const, floors: trial % 2 === 0 ? floors : floors.map(() => 0) },
    box: { kind: 'box' as const, limits },
    order: {
      kind: 'order' as const,
      ranked: list(m, (j) => j).toSorted((a, b) => ((a * 7) % m) - ((b * 7) % m) || a - b),
    },
    given: { kind: 'given' as const },
  }[kind];
  const pairs =
    trial % 2 === 0 ? [] : list(n, (a) => list(n - a - 1, (i): [number, number] => [a, a + 1 + i])).flat();
  const sampler = randomOf(trial, 1);
  return {
    task: { points, tolerance: 1e-10, pairs, source },
    draws: whole(random, 1, 700),
    given: () => simplex(sampler, m),
  };
}

it('is compiled, and not the one in TypeScript', () => {
  expect(String(kernel.sort)).toContain('[native code]');
});

describe.each(['simplex', 'box', 'order', 'given'] as const)('weightings of kind "%s"', (kind) => {
  it('give the same counts and sums, compiled and in TypeScript, to the last bit', () => {
    for (let trial = 0; trial < 40; trial += 1) {
      const one = taskOf(trial, kind);
      const other = taskOf(trial, kind);
      const tally = ranking(kernel, one.task)(9, trial, one.draws, one.given);
      expect(ranking(new TypeScriptKernel(), other.task)(9, trial, other.draws, other.given)).toStrictEqual(
        tally,
      );
      expect(tally.ranks.reduce((total, count) => total + count, 0)).toBe(one.draws * one.task.points.length);
    }
  });

  it('give what their definitions say', () => {
    for (let trial = 0; trial < 12; trial += 1) {
      const { task, given } = taskOf(trial, kind);
      const { points, pairs, tolerance } = task;
      const [n, m] = [points.length, points[0]?.length ?? 0];
      const at = layoutOf(n, m, pairs.length, kind);
      const tally = ranking(kernel, task)(3, trial, at.stride, given);
      const weights = weightingsIn(kernel, task, at.stride);
      const scores = weights.map((weighting) =>
        points.map((point) => sum(point.map((x, j) => x * (weighting[j] ?? 0)))),
      );
      const ranks = list(n * n, () => 0);
      for (const values of scores)
        for (const [i, value] of values.entries()) {
          const place = values.filter((other) => other - value > tolerance).length * n + i;
          ranks[place] = (ranks[place] ?? 0) + 1;
        }
      expect([...tally.ranks]).toEqual(ranks);
      expect([...tally.wins]).toEqual(
        pairs
          .flatMap(([a, b]) => [
            [a, b],
            [b, a],
          ])
          .map(
            ([a = 0, b = 0]) =>
              scores.filter((values) => (values[a] ?? 0) - (values[b] ?? 0) > tolerance).length,
          ),
      );
    }
  });
});

/** The weightings that were drawn last, as they lie in memory, in the order of the variables. */
function weightingsIn(of: Kernel, { points, pairs, source }: RankingTask, draws: number): number[][] {
  const m = points[0]?.length ?? 0;
  const at = layoutOf(points.length, m, pairs.length, source.kind);
  const table = new Float64Array(of.reserve(0), at.weights, m * at.stride);
  const limits = source.kind === 'box' ? source.limits.map(({ least, most }) => most - least) : [];
  const widest = limits.indexOf(Math.max(...limits));
  let order: readonly number[] = list(m, (j) => j);
  if (source.kind === 'order') order = source.ranked;
  if (source.kind === 'box') order = [...limits.keys()].filter((j) => j !== widest).concat(widest);
  return list(draws, (draw) => list(m, (j) => table[order.indexOf(j) * at.stride + draw] ?? Number.NaN));
}

/** Blocks of weightings of four variables. */
function weightingsOf(source: Source): number[][] {
  const points = [
    [1, 2, 3, 4],
    [4, 3, 2, 1],
  ];
  const task: RankingTask = { points, tolerance: 1e-10, pairs: [], source };
  const count = ranking(kernel, task);
  return list(100, (block) => {
    count(1, block, 256);
    return weightingsIn(kernel, task, 256);
  }).flat();
}

const errors = (values: readonly number[], expected: number, deviation: number) =>
  Math.abs(mean(values) - expected) / (deviation / Math.sqrt(values.length));

describe('what is drawn', () => {
  it(
    'is uniform on the simplex: means 1/m, variances (m − 1) / (m² (m + 1)), covariances the same over ' +
      '1 − m',
    () => {
      const weightings = weightingsOf({ kind: 'simplex', floors: [0, 0, 0, 0] });
      expect(Math.max(...weightings.map((weights) => Math.abs(sum(weights) - 1)))).toBeLessThan(1e-15 * 4);
      expect(Math.min(...weightings.flat())).toBeGreaterThanOrEqual(0);
      for (let j = 0; j < 4; j += 1) {
        expect(
          errors(
            weightings.map((weights) => weights[j] ?? 0),
            1 / 4,
            Math.sqrt(3 / 80),
          ),
        ).toBeLessThan(4);
        // (1 − w)³ is how often a weight is above w: of 1/2 that is an eighth.
        expect(
          errors(
            weightings.map((weights) => Number((weights[j] ?? 0) > 1 / 2)),
            1 / 8,
            Math.sqrt(7 / 64),
          ),
        ).toBeLessThan(4);
        expect(
          mean(
            weightings.map((weights) => ((weights[j] ?? 0) - 1 / 4) * ((weights[(j + 1) % 4] ?? 0) - 1 / 4)),
          ),
        ).toBeCloseTo(-1 / 80, 3);
      }
    },
  );

  it('is that, smaller and moved, above floors', () => {
    const floors = [0.1, 0.2, 0, 0.3];
    const weightings = weightingsOf({ kind: 'simplex', floors });
    for (const [j, floor] of floors.entries()) {
      expect(Math.min(...weightings.map((weights) => weights[j] ?? 0))).toBeGreaterThanOrEqual(floor);
      expect(
        errors(
          weightings.map((weights) => weights[j] ?? 0),
          floor + 0.1,
          0.4 * Math.sqrt(3 / 80),
        ),
      ).toBeLessThan(4);
    }
  });

  it('falls in an order, with the means of ordered spacings: Σ 1/k from the rank on, over m', () => {
    const weightings = weightingsOf({ kind: 'order', ranked: [2, 0, 3, 1] });
    expect(weightings.every(([a = 0, b = 0, c = 0, d = 0]) => c >= a && a >= d && d >= b)).toBe(true);
    // Of four: (1 + 1/2 + 1/3 + 1/4) / 4, (1/2 + 1/3 + 1/4) / 4, …
    for (const [place, j] of [2, 0, 3, 1].entries())
      expect(mean(weightings.map((weights) => weights[j] ?? 0))).toBeCloseTo(
        sum([1, 2, 3, 4].slice(place).map((k) => 1 / k)) / 4,
        2,
      );
  });

  it('is uniform within limits, as what is drawn one by one is', () => {
    const limits = [
      { least: 0.1, most: 0.4 },
      { least: 0, most: 0.6 },
      { least: 0.2, most: 0.3 },
      { least: 0.1, most: 0.2 },
    ];
    const weightings = weightingsOf({ kind: 'box', limits });
    const random = randomOf(4, 4);
    const others = list(weightings.length, () => box(random, limits) ?? []);
    for (const [j, { least, most }] of limits.entries()) {
      const values = weightings.map((weights) => weights[j] ?? 0);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(least);
      expect(Math.max(...values)).toBeLessThanOrEqual(most);
      expect(errors(values, mean(others.map((weights) => weights[j] ?? 0)), 0.15 * Math.SQRT2)).toBeLessThan(
        4,
      );
    }
  });

  it('is another for another seed and another block, and does not depend on what was drawn before', () => {
    const count = ranking(kernel, {
      points: [
        [1, 2, 3],
        [3, 2, 1],
      ],
      tolerance: 0,
      pairs: [],
      source: {
        kind: 'box',
        limits: [
          { least: 0, most: 0.5 },
          { least: 0, most: 0.5 },
          { least: 0, most: 0.5 },
        ],
      },
    });
    const first = count(1, 0, 99);
    expect(count(1, 1, 99)).not.toEqual(first);
    expect(count(2, 0, 99)).not.toEqual(first);
    expect(count(1, 0, 99)).toEqual(first);
  });

  it('is nothing where limits leave nothing: a RangeError', () => {
    const task = (of: Kernel) =>
      ranking(of, {
        points: [[1, 2]],
        tolerance: 0,
        pairs: [],
        source: {
          kind: 'box',
          limits: [
            { least: 0, most: 0.3 },
            { least: 0, most: 0.3 },
          ],
        },
      });
    expect(() => task(kernel)(1, 0, 1)).toThrow(RangeError);
  });
});

describe('sortingNetwork', () => {
  it.each(list(14, (n) => n))('sorts %d places: all sequences of zeros and ones, hence all', (n) => {
    const network = sortingNetwork(n);
    const unsorted = list(2 ** n, (bits) => bits).filter((bits) => {
      const values = list(n, (i) => (bits >> i) & 1);
      for (const [upper, lower] of network)
        if ((values[upper] ?? 0) < (values[lower] ?? 0))
          [values[upper], values[lower]] = [values[lower] ?? 0, values[upper] ?? 0];
      return values.some((value, i) => i > 0 && value > (values[i - 1] ?? 0));
    });
    expect(unsorted).toEqual([]);
  });
});
