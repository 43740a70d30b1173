import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { tierMethods } from '../../../src/methods/tier/table.ts';
import type { Column } from '../../../src/math/statistics/column.ts';
import { category, indicator, type Framework } from '../../../src/model/framework.ts';
import type { ParameterValue } from '../../../src/model/registry.ts';
import type { Tiering } from '../../../src/model/result.ts';
import { editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';

const scales = [
  { name: 'grades', ratings: ['weak', 'fair', 'strong'].map((word, value) => ({ word, value })) },
];
const rated = { scale: 'grades' };

/**
 * Two indicators in a category of weight 3, one beside it of weight 1: effective weights 0.375, 0.375 and
 * 0.25.
 */
const framework = category('index', [
  category('policy', [indicator('strategy', rated), indicator('governance', rated)], { weight: 3 }),
  indicator('offence', rated),
]);

// Arcadia is strong in all, Borduria in the category, Ruritania beside it, Syldavia fair in all, Zubrowka
// weak in one.
const columns = { strategy: [2, 2, 0, 1, 1], governance: [2, 2, 0, 1, 0], offence: [2, 0, 2, 1, 1] };

function tiered(
  tiers: ParameterValue,
  scores: Readonly<Record<string, Column>> = columns,
  tree: Framework = framework,
): Tiering {
  const normalise = { method: 'none' };
  const recipe = { normalise, missing: { method: 'skip', least: 0 }, tiers: { method: 'profile', tiers } };
  const { tiering } = build(editionOf(scores, { framework: tree, scales, recipe }));
  if (tiering === null) throw new Error('a profile gives tiers');
  return tiering;
}

function placed(...rules: Parameters<typeof tiered>): (string | undefined)[] {
  const { placements, tiers } = tiered(...rules);
  return placements.map(({ tier }) => (tier === null ? undefined : tiers[tier]));
}

const low = { name: 'Low' };

describe('a need', () => {
  it('counts the indicators at or above a level', () => {
    expect(placed([{ name: 'High', needs: [{ atLeast: 'strong', count: 2 }] }, low])).toEqual([
      'High',
      'High',
      'Low',
      'Low',
      'Low',
    ]);
  });

  it('or their share of the weight', () => {
    // Borduria 0.375 + 0.375, Ruritania 0.25
    expect(placed([{ name: 'High', needs: [{ atLeast: 'strong', share: 0.5 }] }, low])).toEqual([
      'High',
      'High',
      'Low',
      'Low',
      'Low',
    ]);
    expect(placed([{ name: 'High', needs: [{ atLeast: 'strong', share: 0.25 }] }, low])).toEqual([
      'High',
      'High',
      'High',
      'Low',
      'Low',
    ]);
    expect(placed([{ name: 'High', needs: [{ atLeast: 'strong', share: 0.76 }] }, low])).toEqual([
      'High',
      'Low',
      'Low',
      'Low',
      'Low',
    ]);
    expect(placed([{ name: 'High', needs: [{ atLeast: 'strong', share: 1 }] }, low])).toEqual([
      'High',
      'Low',
      'Low',
      'Low',
      'Low',
    ]);
  });

  it('reaches a share exactly, whatever the weights add up to in floating point', () => {
    // 0.2 + 0.7 of 1: as doubles 0.8999999999999999
    const tenths = category('index', [
      indicator('a', { weight: 2 }),
      indicator('b', { weight: 7 }),
      indicator('c', { weight: 1 }),
    ]);
    expect(
      placed(
        [{ name: 'High', needs: [{ atLeast: 1, share: 0.9 }] }, low],
        { a: [1], b: [1], c: [0] },
        tenths,
      ),
    ).toEqual(['High']);
  });

  it('may be held to some of the indicators, or to those of a category', () => {
    expect(
      placed([{ name: 'High', needs: [{ atLeast: 'strong', count: 1, of: ['offence'] }] }, low]),
    ).toEqual(['High', 'Low', 'High', 'Low', 'Low']);
    expect(placed([{ name: 'High', needs: [{ atLeast: 'strong', share: 1, of: ['policy'] }] }, low])).toEqual(
      ['High', 'High', 'Low', 'Low', 'Low'],
    );
  });

  it('of a share of some indicators is of their weight alone', () => {
    // Of governance and offence Ruritania is strong in 0.25 / (0.375 + 0.25) = 0.4.
    const needs = (share: number) => [
      { name: 'High', needs: [{ atLeast: 'strong', share, of: ['governance', 'offence'] }] },
      low,
    ];
    expect(placed(needs(0.4))[2]).toBe('High');
    expect(placed(needs(0.41))[2]).toBe('Low');
  });

  it('must be met together with all the others of its tier', () => {
    expect(
      placed([
        {
          name: 'High',
          needs: [
            { atLeast: 'strong', count: 1 },
            { atLeast: 'fair', count: 3 },
          ],
        },
        low,
      ]),
    ).toEqual(['High', 'Low', 'Low', 'Low', 'Low']);
  });

  it('a share of indicators without weight is a number', () => {
    const framework = category('index', [indicator('strategy'), indicator('offence', { weight: 0 })]);
    const tiers = {
      method: 'profile',
      tiers: [{ name: 'High', needs: [{ atLeast: 2, share: 1, of: ['offence'] }] }, { name: 'Low' }],
    };
    const { tiering } = build(
      editionOf({ strategy: [1, 2], offence: [1, 2] }, { framework, recipe: { tiers } }),
    );
    expect(tiering?.placements.map(({ conditions }) => conditions[0]?.[0]?.counted)).toEqual([0, 0]);
  });
});

describe('a level', () => {
  it('may be a raw score', () => {
    expect(placed([{ name: 'High', needs: [{ atLeast: 1, count: 3 }] }, low])).toEqual([
      'High',
      'Low',
      'Low',
      'High',
      'Low',
    ]);
  });

  it('may differ between indicators', () => {
    const atLeast = { strategy: 'weak', governance: 0, offence: 'strong' };
    expect(placed([{ name: 'High', needs: [{ atLeast, count: 3 }] }, low])).toEqual([
      'High',
      'Low',
      'High',
      'Low',
      'Low',
    ]);
  });

  it('is written in any case', () => {
    expect(placed([{ name: 'High', needs: [{ atLeast: 'STRONG', count: 3 }] }, low])[0]).toBe('High');
  });

  it('is an upper limit for an indicator of direction -1', () => {
    const tree = category('index', [indicator('incidents', { direction: -1 })]);
    expect(
      placed([{ name: 'High', needs: [{ atLeast: 10, count: 1 }] }, low], { incidents: [5, 10, 11] }, tree),
    ).toEqual(['High', 'High', 'Low']);
    expect(
      placed([{ name: 'High', vetoes: [{ below: 10 }] }, low], { incidents: [5, 10, 11] }, tree),
    ).toEqual(['High', 'High', 'Low']);
  });

  it('that is no rating of the scale is a problem, with a suggestion', () => {
    const [problem] = problemsOf(() =>
      tiered([{ name: 'High', needs: [{ atLeast: 'stong', count: 1 }] }, low]),
    );
    expect(problem).toMatchObject({ code: 'tiers/unknown-level', indicator: 'strategy', value: 'stong' });
    expect(problem?.what).toContain('did you mean "strong"?');
  });

  it('that is a word for an indicator without a scale is a problem', () => {
    const tree = category('index', [indicator('users')]);
    expect(
      problemsOf(() =>
        tiered([{ name: 'High', needs: [{ atLeast: 'strong', count: 1 }] }, low], { users: [1] }, tree),
      ),
    ).toMatchObject([{ code: 'tiers/unknown-level', indicator: 'users' }]);
  });

  it('that is not given for one of the indicators is a problem', () => {
    expect(
      problemsOf(() =>
        tiered([{ name: 'High', needs: [{ atLeast: { strategy: 'strong' }, count: 1 }] }, low]),
      ),
    ).toMatchObject([{ code: 'tiers/unknown-level', indicator: 'governance' }]);
  });
});

describe('a veto', () => {
  it('strikes from one indicator below the level', () => {
    const rule = { name: 'High', needs: [{ atLeast: 'fair', count: 2 }], vetoes: [{ below: 'fair' }] };
    expect(placed([rule, low])).toEqual(['High', 'Low', 'Low', 'High', 'Low']);
  });

  it('or from a count, or from a share of the weight', () => {
    // Below fair: Borduria offence (0.25), Ruritania strategy and governance (0.75), Zubrowka governance
    // (0.375)
    expect(placed([{ name: 'High', vetoes: [{ below: 'fair', count: 2 }] }, low])).toEqual([
      'High',
      'High',
      'Low',
      'High',
      'High',
    ]);
    expect(placed([{ name: 'High', vetoes: [{ below: 'fair', share: 0.3 }] }, low])).toEqual([
      'High',
      'High',
      'Low',
      'High',
      'Low',
    ]);
    expect(placed([{ name: 'High', vetoes: [{ below: 'fair', share: 0.25 }] }, low])).toEqual([
      'High',
      'Low',
      'Low',
      'High',
      'Low',
    ]);
  });

  it('may be held to some of the indicators', () => {
    expect(placed([{ name: 'High', vetoes: [{ below: 'fair', of: ['offence'] }] }, low])).toEqual([
      'High',
      'Low',
      'High',
      'High',
      'High',
    ]);
  });
});

it('an indicator of weight 0 takes no part, named or not', () => {
  const tree = category('index', [
    indicator('strategy', rated),
    indicator('governance', { ...rated, weight: 0 }),
    indicator('offence', rated),
  ]);
  const of = { atLeast: 'strong', count: 1, of: ['governance', 'offence'] };
  expect(placed([{ name: 'High', needs: [{ atLeast: 'strong', count: 2 }] }, low], columns, tree)).toEqual([
    'High',
    'Low',
    'Low',
    'Low',
    'Low',
  ]);
  expect(placed([{ name: 'High', needs: [of] }, low], columns, tree)).toEqual([
    'High',
    'Low',
    'High',
    'Low',
    'Low',
  ]);
  const veto = { name: 'High', vetoes: [{ below: 'fair', of: ['governance'] }] };
  expect(placed([veto, low], columns, tree)).toEqual(['High', 'High', 'High', 'High', 'High']);
});

it('of many levels of single indicators the first are written out', () => {
  const codes = Array.from({ length: 8 }, (_, i) => `i${i}`);
  const tree = category(
    'index',
    codes.map((code) => indicator(code)),
  );
  const atLeast = Object.fromEntries(codes.map((code) => [code, 1]));
  const { placements } = tiered(
    [{ name: 'High', needs: [{ atLeast, count: 2 }] }, low],
    Object.fromEntries(codes.map((code) => [code, [1]])),
    tree,
  );
  expect(placements[0]?.conditions[0]?.[0]?.text).toBe(
    'i0 ≥ 1, i1 ≥ 1, i2 ≥ 1, i3 ≥ 1, i4 ≥ 1, 3 other levels, on at least 2 of 8 indicators',
  );
});

it('a missing score is neither at a level nor below it', () => {
  const scores = { strategy: [null], governance: [2], offence: [2] };
  expect(placed([{ name: 'High', needs: [{ atLeast: 'weak', count: 3 }] }, low], scores)).toEqual(['Low']);
  expect(placed([{ name: 'High', vetoes: [{ below: 'strong' }] }, low], scores)).toEqual(['High']);
});

describe('tiers', () => {
  const rules = [
    { name: 'One', needs: [{ atLeast: 'strong', count: 3 }] },
    { name: 'Two', needs: [{ atLeast: 'strong', count: 1 }] },
    { name: 'Three' },
  ];

  it('are the best whose conditions are met, and the last takes everybody else', () => {
    expect(placed(rules)).toEqual(['One', 'Two', 'Two', 'Three', 'Three']);
  });

  it('need not be nested: the best tier that takes a country is its tier', () => {
    const odd = [
      { name: 'One', needs: [{ atLeast: 'strong', count: 1, of: ['offence'] }] },
      { name: 'Two', needs: [{ atLeast: 'strong', count: 2 }] },
      { name: 'Three' },
    ];
    expect(placed(odd)).toEqual(['One', 'Two', 'One', 'Three', 'Three']);
  });

  it('tell for each condition what counts towards it', () => {
    const [, borduria] = tiered(rules).placements;
    expect(borduria?.conditions).toMatchObject([
      [
        {
          text: 'strong in all 3 indicators',
          met: false,
          counted: 2,
          asked: 3,
          veto: false,
          unit: 'indicators',
          lacking: [{ code: 'offence', amount: 1 }],
        },
      ],
      [
        {
          text: 'strong in at least 1 of 3 indicators',
          met: true,
          counted: 2,
          asked: 1,
          contributing: [{ code: 'strategy' }, { code: 'governance' }],
        },
      ],
    ]);
  });

  it.each([
    [{ atLeast: 'fair', share: 0.5 }, 'fair in at least 50 % of the weight'],
    [{ atLeast: 'fair', share: 1 }, 'fair in all 3 indicators'],
    [{ atLeast: 1, count: 2 }, '1 in at least 2 of 3 indicators'],
    [{ atLeast: 'fair', count: 1, of: ['policy'] }, 'fair in at least 1 of 2 indicators of policy'],
    [
      { atLeast: { strategy: 1, governance: 1, offence: 2 }, count: 1 },
      'strategy ≥ 1, governance ≥ 1, offence ≥ 2, on at least 1 of 3 indicators',
    ],
    [
      { atLeast: { strategy: 'fair', governance: 'strong' }, share: 0.75, of: ['policy'] },
      'strategy ≥ fair, governance ≥ strong, on indicators worth 75 % of the weight of policy',
    ],
    [
      { atLeast: { strategy: 'fair', governance: 'strong' }, share: 1, of: ['policy'] },
      'strategy ≥ fair, governance ≥ strong, on all 2 indicators of policy',
    ],
  ])('say what a need is: %j', (need, text) => {
    expect(tiered([{ name: 'High', needs: [need] }, low]).placements[0]?.conditions[0]?.[0]?.text).toBe(text);
  });

  it.each([
    [{ below: 'fair' }, 'no indicator below fair'],
    [{ below: 'fair', count: 2 }, 'less than 2 indicators below fair'],
    [{ below: 'fair', share: 0.4 }, 'less than 40 % of the weight below fair'],
    [{ below: 'fair', of: ['policy'] }, 'no indicator of policy below fair'],
    [
      { below: { strategy: 'fair', governance: 'fair', offence: 'strong' } },
      'no indicator short of strategy ≥ fair, governance ≥ fair and offence ≥ strong',
    ],
    [
      { below: { strategy: 'fair', governance: 'strong' }, count: 2, of: ['policy'] },
      'less than 2 indicators of policy short of strategy ≥ fair and governance ≥ strong',
    ],
  ])('say what a veto is: %j', (veto, text) => {
    expect(tiered([{ name: 'High', vetoes: [veto] }, low]).placements[0]?.conditions[0]?.[0]?.text).toBe(
      text,
    );
  });

  it('that speak of an indicator that is not there are a problem, with a suggestion', () => {
    const [problem] = problemsOf(() =>
      tiered([{ name: 'High', needs: [{ atLeast: 'fair', count: 1, of: ['ofence'] }] }, low]),
    );
    expect(problem).toMatchObject({ code: 'tiers/unknown-indicator', value: 'ofence' });
    expect(problem?.what).toContain('did you mean "offence"?');
  });
});

describe('a rule that cannot be applied', () => {
  const faults = (tiers: unknown) =>
    tierMethods.profile.parameters[0]?.check?.(tiers).map(({ message }) => message);

  it('asks for more indicators than there are', () => {
    expect(
      problemsOf(() =>
        tiered([{ name: 'High', needs: [{ atLeast: 'fair', count: 3, of: ['policy'] }] }, low]),
      ),
    ).toMatchObject([
      {
        code: 'tiers/bad-rule',
        value: '3',
        what: 'a tier asks for 3 indicators, but there are only 2',
      },
    ]);
  });

  it.each([
    ['there are at least two tiers', [{ name: 'One' }]],
    ['every tier but the last needs a condition', [{ name: 'One' }, low]],
    [
      'the last tier takes everybody else and asks for nothing',
      [
        { name: 'One', needs: [{ atLeast: 1, count: 1 }] },
        { name: 'Two', needs: [{ atLeast: 1, count: 1 }] },
      ],
    ],
    ['a need has either a "count" or a "share"', [{ name: 'One', needs: [{ atLeast: 1 }] }, low]],
    [
      'a need has either a "count" or a "share"',
      [{ name: 'One', needs: [{ atLeast: 1, count: 1, share: 1 }] }, low],
    ],
    [
      'a veto has a "count" or a "share", not both',
      [{ name: 'One', vetoes: [{ below: 1, count: 1, share: 1 }] }, low],
    ],
    ['"share" is a number above 0, at most 1', [{ name: 'One', needs: [{ atLeast: 1, share: 1.5 }] }, low]],
    ['"share" is a number above 0, at most 1', [{ name: 'One', needs: [{ atLeast: 1, share: 0 }] }, low]],
    ['"count" is a whole number from 1', [{ name: 'One', needs: [{ atLeast: 1, count: 0.5 }] }, low]],
    ['two tiers have the same name', [{ name: 'Low', needs: [{ atLeast: 1, count: 1 }] }, low]],
    ['a tier has a "name"', [{ name: '', needs: [{ atLeast: 1, count: 1 }] }, low]],
  ])('is told: %s', (message, tiers) => {
    expect(faults(tiers)).toContain(message);
  });

  it('and one that can is not', () => {
    expect(
      faults([
        {
          name: 'One',
          needs: [{ atLeast: { strategy: 'strong', offence: 3 }, share: 0.5, of: ['policy'] }],
          vetoes: [{ below: 1 }],
        },
        low,
      ]),
    ).toEqual([]);
  });
});
