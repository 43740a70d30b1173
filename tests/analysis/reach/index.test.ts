import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOver } from '../../../src/analysis/bounds/bounds.ts';
import { reach, type Change, type Question } from '../../../src/analysis/reach/index.ts';
import { columnsNamed } from '../../../src/analysis/reach/movable-scores.ts';
import {
  isWeightedSum,
  indexOverRegion,
  type IndexOverRegion,
} from '../../../src/analysis/pairs/index-over-region.ts';
import { build } from '../../../src/methods/build.ts';
import type { PartialRecipe } from '../../../src/methods/steps.ts';
import type { Column } from '../../../src/math/statistics/column.ts';
import type { Scale } from '../../../src/model/edition.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import type { Choice } from '../../../src/model/registry.ts';
import type { Result } from '../../../src/model/result.ts';
import { resultRows } from '../../../src/model/rows.ts';
import { editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';
import { numbersOf, readReference } from '../../support/reference.ts';
import { resultRow } from '../../support/rows.ts';

const weights = {
  strategy: 2,
  governance: 1,
  intelligence: 1.5,
  dependence: 1,
  security: 2,
  leadership: 1,
  offence: 1.5,
};

const totalOf = (changes: readonly Change[]) => changes.reduce((sum, { rise }) => sum + rise, 0);
const stepsOf = (changes: readonly Change[]) =>
  changes.reduce((sum, { steps }) => sum + (steps ?? Number.NaN), 0);
const brief = (changes: readonly Change[] | null) =>
  changes?.map(({ score, to }) => [score.column, to]) ?? null;

/** As it is written, with scores as they are between 0 and 10 unless the recipe says otherwise. */
function built(
  columns: Readonly<Record<string, Column>>,
  recipe: PartialRecipe = {},
  local: Readonly<Record<string, number>> = {},
): Result {
  const framework = category(
    'index',
    Object.keys(columns).map((code) => indicator(code, { weight: local[code] ?? 1, low: 0, high: 10 })),
  );
  return build(editionOf(columns, { framework, recipe: { normalise: { method: 'none' }, ...recipe } }));
}

const scale: Scale = {
  name: 'words',
  ratings: ['none', 'weak', 'fair', 'strong'].map((word, value) => ({ word, value })),
};

function rated(
  columns: Readonly<Record<string, Column>>,
  recipe: PartialRecipe = {},
  local: Readonly<Record<string, number>> = {},
): Result {
  const framework = category(
    'index',
    Object.keys(columns).map((code) => indicator(code, { weight: local[code] ?? 1, scale: 'words' })),
  );
  return build(
    editionOf(columns, {
      framework,
      scales: [scale],
      recipe: {
        normalise: { method: 'goalposts', floor: 1, ceiling: 100, low: null, high: null, clip: null },
        ...recipe,
      },
    }),
  );
}

function robustOf(result: Result, region: Choice): IndexOverRegion {
  const robust = indexOverRegion(result, [region], resultRows(result.countries));
  if (!isWeightedSum(robust)) throw new Error(robust.reason);
  return robust;
}

const around: Choice = { method: 'around', share: 0.25, at: 'levels' };

describe('of the 15 × 7 matrix', () => {
  const records = readReference('robust/matrix.csv');
  const columns = Object.fromEntries(Object.keys(weights).map((code) => [code, numbersOf(records, code)]));
  const result = built(columns, {}, weights);
  const rows = readReference('robust/counterfactual_min_total_rise_cap10.csv');

  it('the least total rise is that of scipy, for every country and rank, and does it when built anew', () => {
    expect(rows.length).toBe(210);
    for (const { unit, target_rank_ties_ok: rank, min_total_rise: least } of rows) {
      const row = records.findIndex(({ uCode }) => uCode === unit);
      const { changes, isThere, rebuilt } = reach(result, resultRow(row), { target: { rank: Number(rank) } });
      expect(Math.abs(totalOf(changes ?? []) - Number(least)), `${unit} to ${rank}`).toBeLessThan(1e-9);
      expect(isThere || (rebuilt?.rank ?? Infinity) <= Number(rank), `${unit} to ${rank}`).toBe(true);
    }
  });

  it(
    'a robust answer keeps the rank under all weights of the region, and takes no less than the nominal ' +
      'one',
    () => {
      const robust = robustOf(result, around);
      for (const row of [0, 1, 4, 11]) {
        for (const rank of [1, 3, 6]) {
          const target = { rank };
          const [sure, nominal] = [
            reach(result, resultRow(row), { target, robust }),
            reach(result, resultRow(row), { target }),
          ];
          if (sure.changes === null) continue;
          expect(sure.worst?.after).toBeLessThanOrEqual(rank);
          expect(totalOf(sure.changes)).toBeGreaterThanOrEqual(totalOf(nominal.changes ?? []) - 1e-9);
          const after = build(withChanges(result, row, sure.changes));
          expect(boundsOver(after, robustOf(after, around)).countries[row]?.worst.rank).toBeLessThanOrEqual(
            rank,
          );
          // A little less on everything, and some weighting puts it behind.
          const less = build(
            withChanges(
              result,
              row,
              sure.changes.map((change) => ({ ...change, to: change.score.raw + 0.999 * change.rise })),
            ),
          );
          if (!sure.isThere)
            expect(boundsOver(less, robustOf(less, around)).countries[row]?.worst.rank).toBeGreaterThan(rank);
        }
      }
    },
  );
});

/** The edition with the changes written into its scores. */
function withChanges(
  { edition, rows }: Result,
  row: number,
  changes: readonly Pick<Change, 'score' | 'to'>[],
) {
  const columns = new Map(edition.columns);
  for (const { score, to } of changes)
    columns.set(
      score.column,
      (columns.get(score.column) ?? []).map((score, at) => (at === rows[row] ? to : score)),
    );
  return { ...edition, columns };
}

const words = fc.integer({ min: 0, max: 3 });
const field = fc.record({
  a: fc.array(words, { minLength: 4, maxLength: 4 }),
  b: fc.array(words, { minLength: 4, maxLength: 4 }),
  c: fc.array(words, { minLength: 4, maxLength: 4 }),
});
const local = fc.record({
  a: fc.integer({ min: 1, max: 4 }),
  b: fc.integer({ min: 1, max: 4 }),
  c: fc.integer({ min: 1, max: 4 }),
});

/** The fewest steps by trying every combination of better ratings out: null if none will do. */
function fewestByTrying(
  result: Result,
  row: number,
  isDone: (after: Result) => boolean,
): { steps: number; sets: number } | null {
  const codes = [...result.edition.columns.keys()];
  const now = codes.map((code) => result.edition.columns.get(code)?.[row] ?? 0);
  let best: { steps: number; sets: number } | null = null;
  const visit = (levels: readonly number[]): void => {
    if (levels.length < codes.length) {
      for (let level = now[levels.length] ?? 0; level <= 3; level += 1) visit([...levels, level]);
      return;
    }
    const columns = new Map(
      codes.map((code, i) => [
        code,
        (result.edition.columns.get(code) ?? []).map((score, at) => (at === row ? (levels[i] ?? 0) : score)),
      ]),
    );
    if (!isDone(build({ ...result.edition, columns }))) return;
    const steps = levels.reduce((sum, level, i) => sum + level - (now[i] ?? 0), 0);
    if (best === null || steps < best.steps) best = { steps, sets: 1 };
    else if (steps === best.steps) best = { steps, sets: best.sets + 1 };
  };
  visit([]);
  return best;
}

const asTried = (result: Result, row: number, question: Question) => {
  const { changes, isThere, alternatives } = reach(result, resultRow(row), question);
  return changes === null ? null : { steps: stepsOf(changes), sets: isThere ? 1 : alternatives.length + 1 };
};

describe('the fewest steps on ratings are those that trying out all finds, and as many sets', () => {
  const rankOf = (result: Result, row: number) =>
    1 + result.index.filter((score) => (score ?? 0) > (result.index[row] ?? 0)).length;

  it.each(['arithmetic', 'geometric', 'harmonic', 'minimum', 'topsis'])('to a rank by %s', (method) => {
    fc.assert(
      fc.property(field, local, fc.integer({ min: 1, max: 3 }), (columns, ownWeights, rank) => {
        const result = rated(columns, { aggregate: { method } }, ownWeights);
        expect(asTried(result, 0, { target: { rank } })).toEqual(
          fewestByTrying(result, 0, (after) => rankOf(after, 0) <= rank),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('to a tier by a profile of needs and a veto', () => {
    const tiers = [
      { name: 'One', needs: [{ atLeast: 'strong', share: 0.5 }], vetoes: [{ below: 'weak' }] },
      {
        name: 'Two',
        needs: [
          { atLeast: 'fair', count: 2 },
          { atLeast: 'strong', count: 1, of: ['a', 'b'] },
        ],
      },
      { name: 'Three' },
    ];
    fc.assert(
      fc.property(field, local, fc.integer({ min: 0, max: 1 }), (columns, ownWeights, tier) => {
        const result = rated(columns, { tiers: { method: 'profile', tiers } }, ownWeights);
        expect(asTried(result, 0, { target: { tier } })).toEqual(
          fewestByTrying(result, 0, (after) => (after.tiering?.placements[0]?.tier ?? 9) <= tier),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('to a rank under every weighting', () => {
    fc.assert(
      fc.property(field, local, fc.integer({ min: 1, max: 3 }), (columns, ownWeights, rank) => {
        const result = rated(columns, {}, ownWeights);
        const worst = (after: Result) =>
          boundsOver(after, robustOf(after, around)).countries[0]?.worst.rank ?? Infinity;
        expect(asTried(result, 0, { target: { rank }, robust: robustOf(result, around) })).toEqual(
          fewestByTrying(result, 0, (after) => worst(after) <= rank),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('to a tier by cut-offs', () => {
    fc.assert(
      fc.property(field, local, (columns, ownWeights) => {
        const result = rated(
          columns,
          { tiers: { method: 'thresholds', cuts: [70, 40], names: null } },
          ownWeights,
        );
        expect(asTried(result, 0, { target: { tier: 0 } })).toEqual(
          fewestByTrying(result, 0, (after) => after.tiering?.placements[0]?.tier === 0),
        );
      }),
      { numRuns: 40 },
    );
  });
});

it('reaches it to the last digit where the index is rounded', () => {
  // Index 2/3, rounded to 0.66666666667, is to rise to 5: 6.5 points of a.
  const { changes, rebuilt } = reach(built({ a: [1, 5, 0], b: [0, 5, 0] }, {}, { a: 2 }), resultRow(0), {
    target: { rank: 1 },
  });
  expect(brief(changes)).toEqual([['a', 7.5]]);
  expect(rebuilt?.rank).toBe(1);
});

it('no smaller total on whole numbers does it where rises are free', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(
      fc.record({ a: scores, b: scores }),
      fc.record({ a: fc.integer({ min: 1, max: 3 }), b: fc.integer({ min: 1, max: 3 }) }),
      (columns, ownWeights) => {
        const result = built(columns, {}, ownWeights);
        const { changes, rebuilt } = reach(result, resultRow(0), { target: { rank: 1 } });
        expect(rebuilt?.rank).toBe(1);
        const rise = totalOf(changes ?? []);
        const rankWith = (a: number, b: number) =>
          build(withChanges(result, 0, [])).countries.length &&
          build({
            ...result.edition,
            columns: new Map([
              ['a', columns.a.map((x, at) => (at === 0 ? x + a : x))],
              ['b', columns.b.map((x, at) => (at === 0 ? x + b : x))],
            ]),
          }).ranks[0];
        for (let a = 0; a <= 4; a += 1)
          for (let b = 0; a + b < rise - 1e-9; b += 1) expect(rankWith(a, b)).not.toBe(1);
      },
    ),
    { numRuns: 300 },
  );
});

describe('where it stands', () => {
  it('a country that is there needs nothing', () => {
    const { isThere, changes, single } = reach(built({ a: [5, 3] }), resultRow(0), { target: { rank: 1 } });
    expect({ isThere, changes, single }).toEqual({ isThere: true, changes: [], single: [] });
  });

  it('a tie suffices', () => {
    expect(brief(reach(built({ a: [5, 3] }), resultRow(1), { target: { rank: 1 } }).changes)).toEqual([
      ['a', 5],
    ]);
  });

  it('what cannot be reached says how far all scores at their best get', () => {
    const { changes, frozen } = reach(built({ a: [10, 3], b: [10, 3] }), resultRow(1), {
      target: { rank: 1 },
      fixed: new Set(['a']),
    });
    expect({ changes, frozen }).toEqual({ changes: null, frozen: { rank: 2, score: 6.5, tier: null } });
  });

  it('without an index it is a problem', () => {
    const result = built({ a: [5, null], b: [1, null] }, { missing: { method: 'skip', least: 0.5 } });
    expect(problemsOf(() => reach(result, resultRow(1), { target: { rank: 1 } }))).toMatchObject([
      { code: 'reach/no-index', country: 'Borduria' },
    ]);
  });

  it('a missing score stays missing, and is named', () => {
    const { changes, immovable } = reach(
      built({ a: [5, null], b: [6, 2] }, { missing: { method: 'skip', least: 0.5 } }),
      resultRow(1),
      { target: { rank: 1 } },
    );
    expect(brief(changes)).toEqual([['b', 5.5]]);
    expect(immovable).toEqual([{ column: 'a', reason: 'missing' }]);
  });
});

describe('what does it alone', () => {
  it('is each score with the least that it takes', () => {
    // Index 5 is to be reached from 3: 4 points of either, and b has only 3 left.
    const { single, changes, interchangeable } = reach(
      built({ a: [5, 2], b: [5, 4], c: [5, 3] }, {}, { a: 2 }),
      resultRow(1),
      { target: { rank: 1 } },
    );
    expect(brief(changes)).toEqual([['a', 6.5]]);
    expect(brief(single)).toEqual([['a', 6.5]]);
    expect(interchangeable).toEqual([]);
  });

  it('can be split as one likes where a point is worth the same', () => {
    const { interchangeable, single } = reach(built({ a: [5, 2], b: [5, 4] }), resultRow(1), {
      target: { rank: 1 },
    });
    expect(interchangeable.map(({ column }) => column)).toEqual(['a', 'b']);
    expect(brief(single)).toEqual([
      ['a', 6],
      ['b', 8],
    ]);
  });
});

describe('columns', () => {
  const shared = category('index', [
    indicator('strength', { column: 'use', high: 10, weight: 3 }),
    indicator('weakness', { column: 'use', direction: -1, low: 0, weight: 1 }),
    indicator('laws', { high: 10, weight: 1 }),
  ]);

  it('that are a strength and a weakness count by their net effect', () => {
    const result = build(
      editionOf(
        { use: [8, 4], laws: [5, 5] },
        { framework: shared, recipe: { normalise: { method: 'none' } } },
      ),
    );
    // Use is worth 3 − 1 of 5, laws 1 of 5: (8 − 4) points of use.
    expect(brief(reach(result, resultRow(1), { target: { rank: 1 } }).changes)).toEqual([['use', 8]]);
    expect(reach(result, resultRow(1), { target: { rank: 1 } }).rebuilt?.rank).toBe(1);
  });

  it('that are a weakness on the whole are to fall', () => {
    const framework = {
      ...shared,
      children: shared.children.map((child) => ({ ...child, weight: child.code === 'weakness' ? 5 : 1 })),
    };
    const result = build(
      editionOf({ use: [3, 4], laws: [5, 5] }, { framework, recipe: { normalise: { method: 'none' } } }),
    );
    expect(brief(reach(result, resultRow(1), { target: { rank: 1 } }).changes)).toEqual([['use', 3]]);
  });

  it('are named by themselves, by their indicator or by a category', () => {
    const result = build(
      editionOf(
        { use: [8, 4], laws: [5, 5] },
        { framework: shared, recipe: { normalise: { method: 'none' } } },
      ),
    );
    expect([
      columnsNamed(result, 'use'),
      columnsNamed(result, 'weakness'),
      columnsNamed(result, 'index'),
      columnsNamed(result, 'nothing'),
    ]).toEqual([['use'], ['use'], ['use', 'use', 'laws'], null]);
  });

  it('that are transformed and divided are told in raw scores', () => {
    const framework = category('index', [
      indicator('income', {
        denominate: { method: 'by', by: 'people', factor: 1 },
        transform: { method: 'log' },
      }),
      indicator('laws'),
    ]);
    const result = build(
      editionOf(
        { income: [1000, 100, 50], people: [10, 2, 5], laws: [5, 5, 1] },
        { framework, recipe: { normalise: { method: 'minmax' } } },
      ),
    );
    const { changes, rebuilt } = reach(result, resultRow(1), { target: { rank: 1 } });
    expect(changes?.[0]?.to).toBeCloseTo(200, 9);
    expect(rebuilt?.rank).toBe(1);
  });

  it('that weigh factors of a product are straight while the other factors stay', () => {
    const framework = category(
      'index',
      [indicator('capability', { high: 10 }), indicator('intent', { high: 1 })],
      { aggregate: { method: 'product' } },
    );
    const result = build(
      editionOf(
        { capability: [8, 5], intent: [0.5, 0.5] },
        { framework, recipe: { normalise: { method: 'none' } } },
      ),
    );
    expect(
      brief(reach(result, resultRow(1), { target: { rank: 1 }, fixed: new Set(['intent']) }).changes),
    ).toEqual([['capability', 8]]);
    expect(problemsOf(() => reach(result, resultRow(1), { target: { rank: 1 } }))).toMatchObject([
      { code: 'reach/not-told', fix: 'keep one factor of each fixed: --fixed capability,intent' },
    ]);
  });
});

describe('tiers', () => {
  it('by quantiles are ranks', () => {
    // Of four in two halves the first two.
    const result = built({ a: [9, 7, 5, 3] }, { tiers: { method: 'quantiles', shares: [2], names: null } });
    expect(brief(reach(result, resultRow(3), { target: { tier: 0 } }).changes)).toEqual([['a', 7]]);
  });

  it('by quantiles of rounded scores are ranks of these', () => {
    // The second has 6.6, which is 7: 6.5 is as well.
    const rank = { method: 'competition', decimals: 0 };
    const tiers = { method: 'quantiles', shares: [2], names: null };
    const result = built({ a: [9, 6.6, 5, 3] }, { rank, tiers });
    expect(brief(reach(result, resultRow(3), { target: { tier: 0 } }).changes)).toEqual([['a', 6.5]]);
    const tied = built({ a: [9, 6.6, 6.5, 3] }, { rank, tiers });
    expect(reach(tied, resultRow(2), { target: { tier: 0 } }).isThere).toBe(true);
  });

  it('of numbers asked for by a profile are reached at these numbers', () => {
    const result = built(
      { a: [9, 2], b: [9, 6] },
      {
        tiers: {
          method: 'profile',
          tiers: [{ name: 'One', needs: [{ atLeast: 7, count: 1 }] }, { name: 'Two' }],
        },
      },
    );
    expect(brief(reach(result, resultRow(1), { target: { tier: 0 } }).changes)).toEqual([['b', 7]]);
  });

  it.each([
    ['breaks', { method: 'breaks', classes: 2, names: null }],
    ['layers', { method: 'layers' }],
  ] as const)('by %s cannot be told', (_, tiers) => {
    expect(
      problemsOf(() => reach(built({ a: [9, 7, 5, 3] }, { tiers }), resultRow(3), { target: { tier: 0 } })),
    ).toMatchObject([{ code: 'reach/not-told', step: 'tiers' }]);
  });
});

it('ranks as normalised scores cannot be told', () => {
  expect(
    problemsOf(() =>
      reach(built({ a: [9, 7, 5] }, { normalise: { method: 'rank' } }), resultRow(2), {
        target: { rank: 1 },
      }),
    ),
  ).toMatchObject([{ code: 'reach/not-told', step: 'normalise' }]);
});

it('a rise that moves the normalisation is told twice', () => {
  // The lowest of a min–max rises, and with it the floor of all others.
  const { frozen, rebuilt } = reach(
    built({ a: [10, 6, 0], b: [10, 6, 0] }, { normalise: { method: 'minmax' } }),
    resultRow(2),
    { target: { rank: 2 } },
  );
  expect(frozen.rank).toBe(2);
  expect(rebuilt?.score).not.toBeCloseTo(frozen.score, 3);
});
