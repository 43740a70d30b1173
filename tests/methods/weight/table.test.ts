import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { equal, given, inline, set } from '../../../src/methods/weight/written.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import type { Choice } from '../../../src/model/registry.ts';
import { editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';

const siblings = { codes: ['strategy', 'offence', 'resilience'], given: [1, 2, 0], columns: [] };

it('equal gives every sibling the same, also one without weight', () => {
  expect(equal(siblings)).toEqual([1, 1, 1]);
});

it("given keeps the framework's weights", () => {
  expect(given(siblings)).toEqual([1, 2, 0]);
});

it('set takes what it names, and the given weight for the rest', () => {
  const sets = new Map([
    [
      'security-first',
      new Map([
        ['resilience', 3],
        ['offence', 0],
      ]),
    ],
  ]);
  expect(set(siblings, { name: 'security-first' }, sets)).toEqual([1, 0, 3]);
});

it('inline takes what it names, and the given weight for the rest', () => {
  expect(inline(siblings, { weights: { strategy: 5 } })).toEqual([5, 2, 0]);
});

it('inline is not misled by names that every object has', () => {
  expect(inline({ codes: ['constructor'], given: [2], columns: [] }, { weights: {} })).toEqual([2]);
});

describe('in a built index', () => {
  const framework = category('index', [
    category('policy', [indicator('strategy', { weight: 3 }), indicator('governance')], { weight: 2 }),
    indicator('offence', { weight: 6 }),
  ]);
  const columns = { strategy: [4], governance: [8], offence: [1] };
  const built = (weights: Choice) =>
    build(
      editionOf(columns, {
        framework,
        weightSets: new Map([
          [
            'policy-first',
            new Map([
              ['policy', 9],
              ['offence', 1],
            ]),
          ],
        ]),
        recipe: { normalise: { method: 'none' }, weights },
      }),
    );

  it('weights are relative to the siblings and sum to 1 among them', () => {
    const { weights, index } = built({ method: 'given' });
    expect(Object.fromEntries(weights)).toEqual({
      strategy: 0.75,
      governance: 0.25,
      policy: 0.25,
      offence: 0.75,
    });
    expect(index).toEqual([2]); // policy 0.75·4 + 0.25·8 = 5; 0.25·5 + 0.75·1
  });

  it('equal weights are equal within each category', () => {
    expect(built({ method: 'equal' }).index).toEqual([3.5]); // policy 6; (6 + 1) / 2
  });

  it('a set may weigh categories too', () => {
    expect(built({ method: 'set', name: 'policy-first' }).index).toEqual([4.6]); // 0.9·5 + 0.1·1
  });

  it('an indicator without weight takes no part, whatever its score', () => {
    const zero = category('index', [indicator('strategy'), indicator('offence', { weight: 0 })]);
    const edition = editionOf(
      { strategy: [4, 5], offence: [0, 0] },
      { framework: zero, recipe: { normalise: { method: 'none' }, aggregate: { method: 'geometric' } } },
    );
    expect(build(edition).index).toEqual([4, 5]);
  });

  it('all weights under one parent zero is a problem', () => {
    expect(
      problemsOf(() => built({ method: 'inline', weights: { strategy: 0, governance: 0 } })),
    ).toMatchObject([
      {
        code: 'weights/all-zero',
        what: 'all weights under "policy" are 0: strategy and governance',
      },
    ]);
  });
});
