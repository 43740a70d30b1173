import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../src/math/statistics/column.ts';
import { correlation } from '../../../src/math/statistics/correlation.ts';
import { sum } from '../../../src/math/statistics/stats.ts';
import { build } from '../../../src/methods/build.ts';
import { weigh } from '../../../src/methods/weight/run.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import { ProblemsError } from '../../../src/model/problem.ts';
import type { Choice } from '../../../src/model/registry.ts';
import { country, editionOf } from '../../support/edition.ts';
import { isNear } from '../../support/numbers.ts';
import { problemsOf } from '../../support/problems.ts';

const names = ['Arcadia', 'Borduria', 'Ruritania', 'Syldavia', 'Zubrowka'];

function weights(
  columns: Readonly<Record<string, Column>>,
  choice: Choice,
  given: Readonly<Record<string, number>> = {},
): number[] {
  const [first = []] = Object.values(columns);
  const children = Object.keys(columns).map((code) => indicator(code, { weight: given[code] ?? 1 }));
  return [
    ...weigh(
      category('power', children),
      Object.values(columns),
      choice,
      new Map(),
      first.map((_, row) => country(names[row] ?? '')),
    ).weights,
  ];
}

describe('weights that look at the scores', () => {
  const laws = [1, 2, 3];
  const skills = [0, 2, 4];

  it('are scaled to sum to 1', () => {
    expect(weights({ laws, skills }, { method: 'deviation' })).toEqual([1 / 3, 2 / 3]);
  });

  it('leave out what has weight 0 in the framework', () => {
    expect(weights({ laws, skills, crime: [9, 0, 5] }, { method: 'deviation' }, { crime: 0 })).toEqual([
      1 / 3,
      2 / 3,
      0,
    ]);
    expect(
      weights({ laws, skills, crime: [9, 5, 0] }, { method: 'principal-component' }, { crime: 0 }).at(-1),
    ).toBe(0);
  });

  it('do not ask what an only child says', () => {
    expect(
      ['deviation', 'entropy', 'critic', 'principal-component', 'balanced'].map((method) =>
        weights({ laws: [3, 3, 3] }, { method }),
      ),
    ).toEqual([[1], [1], [1], [1], [1]]);
    expect(weights({ laws: [-3, -2, 1], skills }, { method: 'entropy' }, { skills: 0 })).toEqual([1, 0]);
  });

  it('may be too large for their sum to be represented, if they are not themselves', () => {
    const apart: Column = [1e308, -1e308, 0];
    const [one = 0, other = 0] = weights(
      { laws: apart, skills: apart.map((x) => (x === null ? null : x / 2)) },
      { method: 'deviation' },
    );
    expect([one.toFixed(12), other.toFixed(12)]).toEqual([(2 / 3).toFixed(12), (1 / 3).toFixed(12)]);
  });

  it('that are too large are a problem', () => {
    expect(
      problemsOf(() => weights({ laws: [5e-324, 0, 1e-323], skills: [1, 2, 2] }, { method: 'balanced' })),
    ).toMatchObject([{ code: 'recipe/not-finite', step: 'weights' }]);
  });

  it('that are all zero are a problem of the scores', () => {
    expect(problemsOf(() => weights({ laws, skills }, { method: 'critic' }))).toMatchObject([
      {
        code: 'weights/all-zero',
        what: '"critic" gives weight 0 to all of "power": laws and skills',
      },
    ]);
    expect(
      problemsOf(() => weights({ laws, skills }, { method: 'deviation' }, { laws: 0, skills: 0 })),
    ).toMatchObject([{ code: 'weights/all-zero', what: 'all weights under "power" are 0: laws and skills' }]);
  });

  it('name the country and the indicator that they cannot take', () => {
    expect(problemsOf(() => weights({ laws, skills: [1, -2, 3] }, { method: 'entropy' }))).toMatchObject([
      {
        code: 'recipe/out-of-domain',
        country: 'Borduria',
        indicator: 'skills',
        value: '-2',
        what:
          'Borduria\'s normalised score for "skills" is -2, which the weighting "entropy" of "power" ' +
          'does not accept',
      },
    ]);
  });

  it('name the category where there are none', () => {
    expect(
      problemsOf(() => weights({ laws, crime: [3, 2, 1] }, { method: 'principal-component' })),
    ).toMatchObject([
      {
        code: 'weights/opposed',
        step: 'weights',
        what:
          'the weighting "principal-component" finds no weights under "power": laws and crime run in ' +
          'opposite directions',
      },
    ]);
  });
});

describe('in a built index', () => {
  const framework = category('index', [
    category('policy', [indicator('laws'), indicator('skills')]),
    indicator('trade'),
  ]);
  const columns = { laws: [0, 2, 4, 6], skills: [0, 3, 0, 3], trade: [0, 1, 1, 2] };
  const built = (fields: object) =>
    build(editionOf(columns, { framework, recipe: { normalise: { method: 'none' }, ...fields } }));

  it('weights of a category come from the values of its children, found before', () => {
    const { weights: found, scores } = built({ weights: { method: 'deviation' } });
    // laws: 9 + 1 + 1 + 9 = 20, s = √(20/3); skills: 4 · 2.25 = 9, s = √3: the shares are √20 and √9 of their
    // sum.
    const share = Math.sqrt(20) / (Math.sqrt(20) + 3);
    expect(isNear(found.get('laws') ?? 0, share, 1e-12)).toBe(true);
    const policy = scores.get('policy') ?? [];
    expect(isNear(policy[3] ?? 0, share * 6 + (1 - share) * 3, 1e-12)).toBe(true);
    // trade: 1 + 0 + 0 + 1 = 2, s = √(2/3); policy: by its own scores.
    const centre = sum(policy.map((x) => x ?? 0)) / 4;
    const spread = Math.sqrt(sum(policy.map((x) => ((x ?? 0) - centre) ** 2)) / 3);
    expect(isNear(found.get('policy') ?? 0, spread / (spread + Math.sqrt(2 / 3)), 1e-12)).toBe(true);
  });

  it('a child that gets weight 0 takes no part in the aggregation', () => {
    const flat = build(
      editionOf(
        { laws: [1, 2, 3], skills: [0, 0, 0] },
        {
          recipe: {
            normalise: { method: 'none' },
            weights: { method: 'deviation' },
            aggregate: { method: 'geometric' },
          },
        },
      ),
    );
    expect(flat.index.map((x) => x?.toFixed(12))).toEqual([
      '1.000000000000',
      '2.000000000000',
      '3.000000000000',
    ]);
  });

  it('a missing score of an indicator that has weight 0 in the framework is no problem', () => {
    const edition = editionOf(
      { laws: [1, 2, 3], skills: [null, 0, 0] },
      {
        framework: category('index', [indicator('laws'), indicator('skills', { weight: 0 })]),
        recipe: { weights: { method: 'deviation' } },
      },
    );
    expect(build(edition).index).toEqual([0, 50, 100]);
  });

  it('balanced reaches the given importances at every level', () => {
    const weighted = category('index', [
      category('policy', [indicator('laws', { weight: 3 }), indicator('skills', { weight: 2 })]),
      indicator('trade', { weight: 1.5 }),
    ]);
    const { scores, weights: found } = build(
      editionOf(
        { ...columns, trade: [3, 0, 1, 2] },
        { framework: weighted, recipe: { weights: { method: 'balanced' } } },
      ),
    );
    const correlations = (parent: string, ...children: string[]) =>
      children.map((child) => correlation(scores.get(child) ?? [], scores.get(parent) ?? []) ?? Number.NaN);
    const [[laws = 0, skills = 0], [policy = 0, trade = 0]] = [
      correlations('policy', 'laws', 'skills'),
      correlations('index', 'policy', 'trade'),
    ];
    expect([laws / skills, trade / policy].map((ratio) => ratio.toFixed(9))).toEqual([
      '1.500000000',
      '1.500000000',
    ]);
    expect([...found.values()].every((weight) => weight > 0 && weight < 1)).toBe(true);
  });
});

describe('whatever the scores', () => {
  const methods = ['deviation', 'entropy', 'critic', 'principal-component', 'balanced'];
  const score = fc.option(fc.integer({ min: 0, max: 40 }), { freq: 12 });
  const fields = fc
    .integer({ min: 2, max: 4 })
    .chain((siblings) =>
      fc.array(fc.array(score, { minLength: siblings, maxLength: siblings }), { minLength: 3, maxLength: 9 }),
    );
  const codes = ['laws', 'skills', 'trade', 'crime'];
  /** The weights by code; null where there are none. */
  const found = (
    rows: readonly Column[],
    method: string,
    order: readonly number[],
    factors: readonly number[],
  ): Map<string, number> | null => {
    const columns = order.map(
      (i) =>
        [
          codes[i] ?? '',
          rows.map((row) => {
            const x = row[i] ?? null;
            return x === null ? null : x * (factors[i] ?? 1);
          }),
        ] as const,
    );
    try {
      return new Map(
        weights(Object.fromEntries(columns), { method }).map((weight, k) => [columns[k]?.[0] ?? '', weight]),
      );
    } catch (error) {
      if (error instanceof ProblemsError) return null;
      throw error;
    }
  };
  const straight = (rows: readonly Column[]) => [...(rows[0] ?? []).keys()];
  const isSame = (a: Map<string, number> | null, b: Map<string, number> | null) =>
    a === null || b === null
      ? a === b
      : [...a].every(([code, weight]) => Math.abs(weight - (b.get(code) ?? Number.NaN)) < 1e-7);

  it.each(methods)('%s gives weights of 0 or more that sum to 1, or a problem', (method) => {
    fc.assert(
      fc.property(fields, (rows) => {
        const all = [...(found(rows, method, straight(rows), []) ?? new Map([['', 1]])).values()];
        expect(all.every((weight) => weight >= 0)).toBe(true);
        expect(sum(all)).toBeCloseTo(1, 12);
      }),
      { seed: 2021, numRuns: 200 },
    );
  });

  it.each(methods)('the order of countries and siblings changes nothing: %s', (method) => {
    const shuffled = fields.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.shuffledSubarray(straight(rows), { minLength: straight(rows).length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([rows, mixed, order]) => {
        expect(isSame(found(rows, method, straight(rows), []), found(mixed, method, order, []))).toBe(true);
      }),
      { seed: 2021, numRuns: 200 },
    );
  });

  const factors = fc.array(fc.constantFrom(0.01, 0.3, 1, 7, 1000), { minLength: 4, maxLength: 4 });

  it.each(['entropy', 'critic', 'principal-component'])('other units change nothing: %s', (method) => {
    fc.assert(
      fc.property(fields, factors, (rows, units) => {
        expect(
          isSame(found(rows, method, straight(rows), []), found(rows, method, straight(rows), units)),
        ).toBe(true);
      }),
      { seed: 2021, numRuns: 200 },
    );
  });

  it.each(['deviation', 'balanced'])(
    'other units change the weights by which they are multiplied, one way or the other: %s',
    (method) => {
      fc.assert(
        fc.property(fields, factors, (rows, units) => {
          const [one, other] = [
            found(rows, method, straight(rows), []),
            found(rows, method, straight(rows), units),
          ];
          if (one === null || other === null) {
            expect(one).toBe(other);
            return;
          }
          // Deviations are multiplied too; balanced weights are divided, so that weight times score stays
          // what it was.
          const raw = [...one].map(
            ([code, weight]) =>
              [
                code,
                method === 'deviation'
                  ? weight * (units[codes.indexOf(code)] ?? 1)
                  : weight / (units[codes.indexOf(code)] ?? 1),
              ] as const,
          );
          const total = sum(raw.map(([, weight]) => weight));
          expect(isSame(other, new Map(raw.map(([code, weight]) => [code, weight / total])))).toBe(true);
        }),
        { seed: 2021, numRuns: 200 },
      );
    },
  );
});
