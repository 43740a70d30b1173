import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, separate, type Part } from '../../../src/analysis/explain/explain.ts';
import { neighbours } from '../../../src/analysis/explain/neighbours.ts';
import { sum } from '../../../src/math/statistics/stats.ts';
import { build } from '../../../src/methods/build.ts';
import { category, indicator, type FrameworkNode } from '../../../src/model/framework.ts';
import type { Choice } from '../../../src/model/registry.ts';
import type { Result } from '../../../src/model/result.ts';
import { country, editionOf, names, type Sketch } from '../../support/edition.ts';
import { isNear, snap } from '../../support/numbers.ts';
import { resultRow } from '../../support/rows.ts';

const none = { method: 'none' };
const skip = { method: 'skip' };

/** An index of raw scores, so that the arithmetic beside each case can be followed. */
function built(
  columns: Readonly<Record<string, readonly (number | null)[]>>,
  { recipe = {}, ...sketch }: Sketch = {},
): Result {
  return build(editionOf(columns, { ...sketch, recipe: { normalise: none, ...recipe } }));
}

/**
 * Where what each node adds to the index of the first country, or of another one, is not what was worked out
 * by hand.
 */
function astray(result: Result, expected: Readonly<Record<string, number | null>>, row = 0): string[] {
  const parts = explain(result, resultRow(row));
  const codes = parts.map(({ node }) => node.code);
  if (codes.join(' ') !== Object.keys(expected).join(' ')) return [codes.join(' ')];
  return parts.flatMap(({ node, adds }) => {
    const wanted = expected[node.code] ?? null;
    // The index itself is rounded to 12 digits or so.
    const isRight = adds === null || wanted === null ? adds === wanted : isNear(adds, wanted, 1e-11);
    return isRight ? [] : [`${node.code} ${String(adds)}, not ${String(wanted)}`];
  });
}

function partOf(result: Result, code: string, row = 0): Part {
  const found = explain(result, resultRow(row)).find(({ node }) => node.code === code);
  if (found === undefined) throw new Error(`there is no part "${code}"`);
  return found;
}

describe('what each part adds', () => {
  it('to an arithmetic mean is weight × score, down to the indicators', () => {
    const framework = category('index', [
      category('policy', [indicator('strategy'), indicator('governance')]),
      indicator('offence', { weight: 3 }),
    ]);
    const result = built({ strategy: [40], governance: [60], offence: [20] }, { framework });
    // policy (40 + 60) / 2 = 50; the index (50 + 3 · 20) / 4 = 27.5
    expect(
      astray(result, { policy: 50 / 4, strategy: 40 / 8, governance: 60 / 8, offence: (3 * 20) / 4 }),
    ).toEqual([]);
    expect(result.index).toEqual([27.5]);
    expect(explain(result, resultRow(0)).map(({ weight }) => weight)).toEqual([0.25, 0.125, 0.125, 0.75]);
    expect(explain(result, resultRow(0)).map(({ parent, depth }) => `${parent.code} ${depth}`)).toEqual([
      'index 1',
      'policy 2',
      'policy 2',
      'index 1',
    ]);
  });

  it('to a sum is the score, times its weight over the average weight', () => {
    expect(
      astray(built({ legal: [18], technical: [20] }, { recipe: { aggregate: { method: 'sum' } } }), {
        legal: 18,
        technical: 20,
      }),
    ).toEqual([]);
    // Weights 1 and 3 average 2.
    const framework = category('index', [indicator('legal'), indicator('technical', { weight: 3 })]);
    expect(
      astray(
        built({ legal: [18], technical: [20] }, { framework, recipe: { aggregate: { method: 'sum' } } }),
        { legal: 9, technical: 30 },
      ),
    ).toEqual([]);
  });

  it('to a geometric mean is its share of the logarithm', () => {
    // √(4 · 16) = 8; log₂: 2 and 4 of 6
    expect(
      astray(built({ strategy: [4], offence: [16] }, { recipe: { aggregate: { method: 'geometric' } } }), {
        strategy: 8 / 3,
        offence: 16 / 3,
      }),
    ).toEqual([]);
  });

  it('to a harmonic mean is its share of the reciprocal: most for the weakest', () => {
    // 1 / (0.5 / 80 + 0.5 / 20) = 32; the reciprocals are as 1 to 4.
    expect(
      astray(built({ strategy: [80], offence: [20] }, { recipe: { aggregate: { method: 'harmonic' } } }), {
        strategy: 6.4,
        offence: 25.6,
      }),
    ).toEqual([]);
  });

  it('to a power mean is its share of the powers', () => {
    const power = (p: number, columns: Parameters<typeof built>[0]) =>
      built(columns, { recipe: { aggregate: { method: 'power', p } } });
    // √((1² + 7²) / 2) = 5; the squares are 1 and 49 of 50.
    expect(astray(power(2, { strategy: [1], offence: [7] }), { strategy: 0.1, offence: 4.9 })).toEqual([]);
    // p = 1, 0 and -1 are the arithmetic, the geometric and the harmonic mean.
    expect(astray(power(1, { strategy: [80], offence: [20] }), { strategy: 40, offence: 10 })).toEqual([]);
    expect(astray(power(0, { strategy: [4], offence: [16] }), { strategy: 8 / 3, offence: 16 / 3 })).toEqual(
      [],
    );
    expect(astray(power(-1, { strategy: [80], offence: [20] }), { strategy: 6.4, offence: 25.6 })).toEqual(
      [],
    );
    // A zero under a positive power adds nothing: √((0² + 8²) / 2) = √32.
    expect(
      astray(power(2, { strategy: [0], offence: [8] }), { strategy: 0, offence: Math.sqrt(32) }),
    ).toEqual([]);
  });

  it('to a product is its share of the logarithm: a factor below 1 takes away', () => {
    // 16 · 0.5 = 8; log₂: 4 and -1 of 3
    expect(
      astray(built({ capability: [16], intent: [0.5] }, { recipe: { aggregate: { method: 'product' } } }), {
        capability: 32 / 3,
        intent: -8 / 3,
      }),
    ).toEqual([]);
  });

  it('to a mean of products of means goes through all three', () => {
    const capability = category('capability', [indicator('skills'), indicator('firms')], {
      aggregate: { method: 'arithmetic' },
    });
    const framework = category('index', [
      category('defence', [capability, indicator('intent')], { aggregate: { method: 'product' } }),
      indicator('norms'),
    ]);
    const result = built({ skills: [12], firms: [20], intent: [0.5], norms: [4] }, { framework });
    // capability (12 + 20) / 2 = 16; defence 16 · 0.5 = 8; the index (8 + 4) / 2 = 6.
    // defence adds 4, of which capability 4 · 4 / 3 (log₂: 4 and -1 of 3), which is a third for each of its
    // points.
    expect(
      astray(result, {
        defence: 4,
        capability: 16 / 3,
        skills: 12 / 2 / 3,
        firms: 20 / 2 / 3,
        intent: -4 / 3,
        norms: 2,
      }),
    ).toEqual([]);
    expect(partOf(result, 'firms').weight).toBe(0.5 * 0.5 * 0.5);
  });

  it('to a geometric mean of sums and of harmonic means adds up too', () => {
    const framework = category(
      'index',
      [
        category('law', [indicator('statutes'), indicator('courts')], { aggregate: { method: 'sum' } }),
        category('force', [indicator('army'), indicator('navy')], { aggregate: { method: 'harmonic' } }),
      ],
      { aggregate: { method: 'geometric' } },
    );
    // law 1 + 3 = 4; force 1 / (0.5 / 80 + 0.5 / 20) = 32; √(4 · 32) = √128. log₂: 2 and 5 of 7.
    const index = Math.sqrt(128);
    const [law, force] = [(index * 2) / 7, (index * 5) / 7];
    expect(
      astray(built({ statutes: [1], courts: [3], army: [80], navy: [20] }, { framework }), {
        law,
        statutes: law / 4,
        courts: (law * 3) / 4,
        force,
        army: force / 5,
        navy: (force * 4) / 5,
      }),
    ).toEqual([]);
  });

  it('is less than nothing where a score is negative', () => {
    expect(astray(built({ strategy: [-10], offence: [30] }), { strategy: -5, offence: 15 })).toEqual([]);
    // Even where the whole is zero, points are points.
    expect(astray(built({ strategy: [-30], offence: [30] }), { strategy: -15, offence: 15 })).toEqual([]);
  });

  it('of a weight of 0 is nothing, and what is below it has no part either', () => {
    const framework = category('index', [
      indicator('strategy'),
      category('force', [indicator('army'), indicator('navy')], { weight: 0 }),
      indicator('norms', { weight: 0 }),
    ]);
    const result = built({ strategy: [40], army: [10], navy: [30], norms: [20] }, { framework });
    expect(astray(result, { strategy: 40, force: null, army: null, navy: null, norms: null })).toEqual([]);
    expect(explain(result, resultRow(0)).map(({ weight }) => weight)).toEqual([1, null, null, null, null]);
    // Where they stand in the field can be said all the same.
    expect(partOf(result, 'force')).toMatchObject({ score: 20, rank: 1, of: 1, median: 20 });
  });

  it('of a missing score is nothing; the weights of the others are scaled up as they were in the index', () => {
    const framework = category('index', [
      indicator('strategy', { weight: 2 }),
      indicator('governance', { weight: 1 }),
      indicator('offence', { weight: 1 }),
    ]);
    const columns = { strategy: [40, 40], governance: [null, 10], offence: [10, 10] };
    const arithmetic = built(columns, { framework, recipe: { missing: skip } });
    // (2 · 40 + 10) / 3 = 30
    expect(astray(arithmetic, { strategy: 80 / 3, governance: null, offence: 10 / 3 })).toEqual([]);
    expect(
      snap(
        explain(arithmetic, resultRow(0)).map(({ weight }) => weight),
        [2 / 3, null, 1 / 3],
        1e-12,
      ),
    ).toEqual([2 / 3, null, 1 / 3]);
    // Two thirds of three children stand for all of them: 3 · 30 = 90.
    expect(
      astray(built(columns, { framework, recipe: { missing: skip, aggregate: { method: 'sum' } } }), {
        strategy: 80,
        governance: null,
        offence: 10,
      }),
    ).toEqual([]);
  });

  it('is nothing where there is no index', () => {
    // Arcadia has one of three scores, less than half of them.
    const result = built(
      { strategy: [40, 20], governance: [null, 20], offence: [null, 20] },
      { recipe: { missing: skip } },
    );
    expect(result.index).toEqual([null, 20]);
    expect(astray(result, { strategy: null, governance: null, offence: null })).toEqual([]);
  });

  it('to a minimum is not told, nor below it; what else there is adds what it adds', () => {
    const framework = category('index', [
      category('weakest', [indicator('army'), indicator('navy')], { aggregate: { method: 'minimum' } }),
      indicator('norms'),
    ]);
    expect(
      astray(built({ army: [10], navy: [30], norms: [20] }, { framework }), {
        weakest: 5,
        army: null,
        navy: null,
        norms: 10,
      }),
    ).toEqual([]);
    expect(
      astray(built({ army: [10], navy: [30] }, { recipe: { aggregate: { method: 'minimum' } } }), {
        army: null,
        navy: null,
      }),
    ).toEqual([]);
  });

  it('is not told where the whole has no logarithm to share out', () => {
    const added = (intent: number) =>
      explain(
        built({ capability: [16], intent: [intent] }, { recipe: { aggregate: { method: 'product' } } }),
        resultRow(0),
      ).map(({ adds }) => adds);
    // 16 · 1/16 = 1, of which the logarithm is 0.
    expect(added(1 / 16)).toEqual([null, null]);
    // 16 · 1/32 = 0.5: log₂ 4 and -5 of -1, so that the factor above 1 would seem to take away.
    expect(added(1 / 32)).toEqual([null, null]);
    // 16 · 0 = 0, and so is what anything adds to it.
    expect(added(0).filter((adds) => adds !== null && adds !== 0)).toEqual([]);
  });

  it('to a product of factors that are all below 1 is its share of what they take away', () => {
    // 0.5 · 0.25 = 0.125: log₂ -1 and -2 of -3
    expect(
      astray(built({ capability: [0.5], intent: [0.25] }, { recipe: { aggregate: { method: 'product' } } }), {
        capability: 0.125 / 3,
        intent: 0.25 / 3,
      }),
    ).toEqual([]);
  });
});

describe('contributions of siblings', () => {
  type Tree =
    | number
    | {
        readonly children: readonly { readonly node: Tree; readonly weight: number }[];
        readonly aggregate: Choice;
      };

  const aggregate: fc.Arbitrary<Choice> = fc.oneof(
    fc.constantFrom('arithmetic', 'sum', 'geometric', 'harmonic', 'product').map((method) => ({ method })),
    fc.constantFrom(-2, -0.5, 0, 0.5, 1, 3).map((p) => ({ method: 'power', p })),
  );
  // The first child counts, so that some weight is there; all scores are above 1, so that no logarithm is 0.
  const weights = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat({ max: 3 }), fc.nat({ max: 3 }));
  const group = (below: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
    fc
      .record({ all: fc.array(below, { minLength: 1, maxLength: 3 }), weights, aggregate })
      .map(({ all, weights: given, aggregate: choice }) => ({
        children: all.map((node, i) => ({ node, weight: given[i] ?? 1 })),
        aggregate: choice,
      }));
  const leaf: fc.Arbitrary<Tree> = fc.constant(0);
  const tree = group(fc.oneof(leaf, group(fc.oneof(leaf, group(leaf)))));

  function nodeOf(drawn: Tree, code: string, weight: number): FrameworkNode {
    if (typeof drawn === 'number') return indicator(code, { weight });
    return category(
      code,
      drawn.children.map(({ node, weight: own }, i) => nodeOf(node, `${code}.${i}`, own)),
      { weight, aggregate: drawn.aggregate },
    );
  }

  function codesOf(node: FrameworkNode): string[] {
    return node.kind === 'indicator' ? [node.code] : node.children.flatMap(codesOf);
  }

  const scores = fc.array(
    fc.option(
      fc.integer({ min: 11, max: 60 }).map((x) => x / 10),
      { freq: 6 },
    ),
    { minLength: 27, maxLength: 27 },
  );

  /** Where the children of a node do not add up to what it adds. */
  function unbalanced(parts: readonly Part[], code: string, whole: number | null): string[] {
    const children = parts.filter(({ parent, weight }) => parent.code === code && weight !== null);
    const total = sum(children.map(({ adds }) => adds ?? Number.NaN));
    return whole === null || children.length === 0 || isNear(total, whole, 1e-9)
      ? []
      : [`${code}: ${total}, not ${whole}`];
  }

  it('add up to that of their parent, and those at the top to the index, under whatever aggregations', () => {
    fc.assert(
      fc.property(tree, scores, scores, (drawn, first, second) => {
        const framework = nodeOf(drawn, 'index', 1);
        if (framework.kind === 'indicator') throw new Error('the root is a category');
        const columns = Object.fromEntries(
          codesOf(framework).map((code, i) => [code, [first[i] ?? null, second[i] ?? null]]),
        );
        const result = built(columns, { framework, recipe: { missing: { method: 'skip', least: 0 } } });
        for (const row of [0, 1]) {
          if (result.index[row] === null) continue;
          const parts = explain(result, resultRow(row));
          expect([
            ...unbalanced(parts, 'index', result.index[row] ?? null),
            ...parts.flatMap(({ node, adds }) => unbalanced(parts, node.code, adds)),
          ]).toEqual([]);
          expect(
            sum(
              parts
                .filter(({ node, adds }) => node.kind === 'indicator' && adds !== null)
                .map(({ weight }) => weight ?? 0),
            ),
          ).toBeCloseTo(1, 12);
        }
      }),
      { seed: 2021, numRuns: 150 },
    );
  });
});

describe('against the field', () => {
  const result = built(
    { strategy: [10, 30, 30, 20, null], offence: [4, 3, 2, 1, 5] },
    { recipe: { missing: skip } },
  );

  it('a rank is 1 + how many are strictly ahead, by that part alone, among those that have a score', () => {
    expect([0, 1, 2, 3, 4].map((row) => partOf(result, 'strategy', row).rank)).toEqual([4, 1, 1, 3, null]);
    expect([0, 1, 2, 3, 4].map((row) => partOf(result, 'offence', row).rank)).toEqual([2, 3, 4, 5, 1]);
    expect([partOf(result, 'strategy').of, partOf(result, 'offence').of]).toEqual([4, 5]);
  });

  it('the median is of those that have a score', () => {
    // 10, 20, 30, 30 and 1, 2, 3, 4, 5
    expect([partOf(result, 'strategy').median, partOf(result, 'offence').median]).toEqual([25, 3]);
  });

  it('where nobody has a score there is no median', () => {
    expect(
      partOf(built({ strategy: [null, null], offence: [1, 2] }, { recipe: { missing: skip } }), 'strategy'),
    ).toMatchObject({ score: null, adds: null, rank: null, of: 0, median: null });
  });

  it('where less is better, the least is first, as it is after normalising', () => {
    const framework = category('index', [indicator('attacks', { direction: -1 })]);
    expect(
      [0, 1, 2].map((row) => partOf(built({ attacks: [5, 9, 1] }, { framework }), 'attacks', row).rank),
    ).toEqual([2, 3, 1]);
  });

  it('categories have ranks and medians too', () => {
    const framework = category('index', [
      category('force', [indicator('army'), indicator('navy')]),
      indicator('norms'),
    ]);
    // force 20, 30 and 25
    const three = built({ army: [10, 30, 20], navy: [30, 30, 30], norms: [1, 2, 3] }, { framework });
    expect([0, 1, 2].map((row) => partOf(three, 'force', row).rank)).toEqual([3, 1, 2]);
    expect(partOf(three, 'force').median).toBe(25);
  });

  it('of categories that are equal but for floating point is the same', () => {
    const framework = category('index', [
      category('force', [indicator('army'), indicator('navy')]),
      indicator('norms'),
    ]);
    // 0.1 + 0.2 and 0.3 + 0
    const result = built(
      { army: [0.1, 0.3], navy: [0.2, 0], norms: [1, 2] },
      { framework, recipe: { aggregate: { method: 'sum' } } },
    );
    expect([0, 1].map((row) => partOf(result, 'force', row).rank)).toEqual([1, 1]);
  });
});

describe('in a panel', () => {
  const [arcadia, borduria] = [
    (year: number) => country('Arcadia', { year }),
    (year: number) => country('Borduria', { year }),
  ];
  const countries = [arcadia(2020), arcadia(2021), borduria(2020), borduria(2021)];
  const result = built({ strategy: [10, 40, 20, 30], offence: [10, 40, 20, 20] }, { countries });

  it('the field is that of the same year', () => {
    expect([0, 1, 2, 3].map((row) => partOf(result, 'strategy', row).rank)).toEqual([2, 1, 1, 2]);
    expect(partOf(result, 'strategy', 1)).toMatchObject({ of: 2, median: 35 });
  });

  it('neighbours are those of the same year', () => {
    expect([0, 1, 2, 3].map((row) => neighbours(result, resultRow(row)))).toEqual([
      { above: 2, below: null },
      { above: null, below: 3 },
      { above: null, below: 0 },
      { above: 1, below: null },
    ]);
  });
});

describe('neighbours', () => {
  const named = (result: Result, row: number) => {
    const { above, below } = neighbours(result, resultRow(row));
    return [above, below].map((other) => (other === null ? null : names[other]));
  };

  it('are the nearest above and below, in whatever order they come', () => {
    // Arcadia 20, Borduria 50, Ruritania 30, Syldavia 10
    const result = built({ strategy: [20, 50, 30, 10] });
    expect(named(result, 0)).toEqual(['Ruritania', 'Syldavia']);
    expect(named(result, 2)).toEqual(['Borduria', 'Arcadia']);
  });

  it('there is none above the first and none below the last', () => {
    const result = built({ strategy: [20, 50, 30, 10] });
    expect([named(result, 1), named(result, 3)]).toEqual([
      [null, 'Ruritania'],
      ['Arcadia', null],
    ]);
  });

  it('who shares the index is neither, not even at the top or at the bottom', () => {
    // Borduria and Ruritania are first together, Syldavia and Zubrowka last.
    const result = built({ strategy: [20, 50, 50, 10, 10] });
    expect([1, 2].map((row) => named(result, row))).toEqual([
      [null, 'Arcadia'],
      [null, 'Arcadia'],
    ]);
    expect([3, 4].map((row) => named(result, row))).toEqual([
      ['Arcadia', null],
      ['Arcadia', null],
    ]);
  });

  it('who shares the rank is neither, where indices are compared at some decimals', () => {
    // 50.4 and 50 are both 50.
    const result = built(
      { strategy: [50, 50.4, 60, 20] },
      { recipe: { rank: { method: 'competition', decimals: 0 } } },
    );
    expect([0, 1].map((row) => named(result, row))).toEqual([
      ['Ruritania', 'Syldavia'],
      ['Ruritania', 'Syldavia'],
    ]);
  });

  it('of several that share a place, one is taken: the nearest, where they are not quite equal', () => {
    expect(['Borduria', 'Ruritania']).toContain(named(built({ strategy: [20, 50, 50] }), 0)[0]);
    const rounded = { rank: { method: 'competition', decimals: 0 } };
    expect(named(built({ strategy: [20, 50.4, 50.2] }, { recipe: rounded }), 0)).toEqual(['Ruritania', null]);
    expect(named(built({ strategy: [70, 50.2, 50.4] }, { recipe: rounded }), 0)).toEqual([null, 'Ruritania']);
  });

  it('are next to each other where nobody shares a rank', () => {
    const result = built({ strategy: [20, 50, 50] }, { recipe: { rank: { method: 'ordinal' } } });
    expect([0, 1, 2].map((row) => named(result, row))).toEqual([
      ['Ruritania', null],
      [null, 'Ruritania'],
      ['Borduria', 'Arcadia'],
    ]);
  });

  it('where all are equal nobody has any', () => {
    expect([0, 1, 2].map((row) => named(built({ strategy: [20, 20, 20] }), row))).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it('who has no index has none, and is none', () => {
    const result = built({ strategy: [20, null, 30] }, { recipe: { missing: skip } });
    expect([0, 1, 2].map((row) => named(result, row))).toEqual([
      ['Ruritania', null],
      [null, null],
      [null, 'Arcadia'],
    ]);
  });
});

describe('what separates two countries', () => {
  const brief = (result: Result, row: number, other: number) => {
    const { gap, parts } = separate(result, resultRow(row), resultRow(other));
    return { gap, parts: parts.map(({ node, adds }) => [node.code, Number(adds.toFixed(9))]) };
  };

  it('under an arithmetic mean is weight × distance, the largest first', () => {
    const framework = category('index', [
      indicator('strategy'),
      indicator('governance'),
      indicator('offence', { weight: 2 }),
    ]);
    const result = built({ strategy: [10, 30], governance: [20, 20], offence: [40, 20] }, { framework });
    // (10 + 20 + 2 · 40) / 4 = 27.5 and (30 + 20 + 2 · 20) / 4 = 22.5
    expect(brief(result, 0, 1)).toEqual({
      gap: -5,
      parts: [
        ['offence', -10],
        ['strategy', 5],
        ['governance', 0],
      ],
    });
    expect(brief(result, 1, 0)).toEqual({
      gap: 5,
      parts: [
        ['offence', 10],
        ['strategy', -5],
        ['governance', 0],
      ],
    });
  });

  it('of skipped scores includes what the others count more', () => {
    // Arcadia 40 alone; Borduria (20 + 20) / 2: strategy counts half of what it does for Arcadia.
    const result = built({ strategy: [40, 20], offence: [null, 20] }, { recipe: { missing: skip } });
    expect(brief(result, 0, 1)).toEqual({
      gap: -20,
      parts: [
        ['strategy', -30],
        ['offence', 10],
      ],
    });
  });

  it('under a geometric mean is the share of the distance of the logarithms', () => {
    // √(4 · 16) = 8 and √(16 · 16) = 16, all of it in strategy; √(2 · 128) = 16: log₂ -1 and 3 of 2
    expect(
      brief(
        built({ strategy: [4, 16], offence: [16, 16] }, { recipe: { aggregate: { method: 'geometric' } } }),
        0,
        1,
      ),
    ).toEqual({
      gap: 8,
      parts: [
        ['strategy', 8],
        ['offence', 0],
      ],
    });
    expect(
      brief(
        built({ strategy: [4, 2], offence: [16, 128] }, { recipe: { aggregate: { method: 'geometric' } } }),
        0,
        1,
      ),
    ).toEqual({
      gap: 8,
      parts: [
        ['offence', 12],
        ['strategy', -4],
      ],
    });
  });

  it.each([
    { method: 'arithmetic' },
    { method: 'sum' },
    { method: 'geometric' },
    { method: 'harmonic' },
    { method: 'product' },
    { method: 'power', p: 2 },
    { method: 'power', p: -2 },
  ])('adds up to the gap: %j', (aggregate) => {
    const score = fc.integer({ min: 11, max: 99 }).map((x) => x / 10);
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 6, maxLength: 6 }),
        fc.nat({ max: 3 }),
        ([a = 2, b = 2, c = 2, d = 2, e = 2, f = 2], weight) => {
          const framework = category('index', [
            indicator('strategy', { weight: 2 }),
            category('force', [indicator('army'), indicator('navy')], { weight }),
          ]);
          const result = built(
            { strategy: [a, d], army: [b, e], navy: [c, f] },
            { framework, recipe: { aggregate } },
          );
          const { gap, parts } = separate(result, resultRow(0), resultRow(1));
          fc.pre(gap !== 0);
          expect(gap).toBe((result.index[1] ?? 0) - (result.index[0] ?? 0));
          expect(sum(parts.map(({ adds }) => adds)) - gap).toBeCloseTo(0, 9);
        },
      ),
      { seed: 2021, numRuns: 50 },
    );
  });

  it('adds up to the gap where each country has weights of its own', () => {
    const framework = category('index', [
      category('force', [indicator('army'), indicator('navy')]),
      indicator('trade'),
    ]);
    const result = built(
      { army: [4, 2, 1, 1], navy: [1, 2, 4, 1], trade: [5, 2, 3, 8] },
      { framework, recipe: { weights: { method: 'benefit-of-the-doubt', least: 0.2 } } },
    );
    const { gap, parts } = separate(result, resultRow(1), resultRow(2));
    expect(isNear(sum(parts.map(({ adds }) => adds)), gap, 1e-11)).toBe(true);
    // The first has the best of force and of trade, so that its shares may be others.
    expect(separate(result, resultRow(1), resultRow(0)).parts).toEqual([]);
    const own = explain(result, resultRow(1));
    expect(
      isNear(
        sum(own.flatMap(({ depth, adds }) => (depth === 1 ? [adds ?? 0] : []))),
        result.index[1] ?? 0,
        1e-11,
      ),
    ).toBe(true);
    expect(
      isNear(
        sum(own.flatMap(({ node, weight }) => (node.kind === 'indicator' ? [weight ?? 0] : []))),
        1,
        1e-11,
      ),
    ).toBe(true);
  });

  it('is not told under an aggregation that is no sum, nor through a zero that has no logarithm', () => {
    expect(
      brief(
        built({ strategy: [10, 30], offence: [40, 20] }, { recipe: { aggregate: { method: 'minimum' } } }),
        0,
        1,
      ),
    ).toEqual({ gap: 10, parts: [] });
    expect(
      brief(
        built({ strategy: [10, 30], offence: [0, 20] }, { recipe: { aggregate: { method: 'product' } } }),
        0,
        1,
      ),
    ).toEqual({ gap: 600, parts: [] });
  });
});
