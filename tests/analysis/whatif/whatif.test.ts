import { describe, expect, it } from 'vitest';
import { movesBetween, whatif } from '../../../src/analysis/whatif/whatif.ts';
import { build } from '../../../src/methods/build.ts';
import { relativeWeights } from '../../../src/methods/weight/relative.ts';
import type { Choice } from '../../../src/model/registry.ts';
import type { Result } from '../../../src/model/result.ts';
import { resultRows } from '../../../src/model/rows.ts';
import { editionOf, type Sketch } from '../../support/edition.ts';
import { editionRow } from '../../support/rows.ts';

const none = { method: 'none' };
const result = (
  columns: Readonly<Record<string, readonly number[]>>,
  recipe: Sketch['recipe'] = {},
  sketch: Sketch = {},
) => build(editionOf(columns, { ...sketch, recipe: { normalise: none, ...recipe } }));
const score = (code: string, row: number, to: number) => ({
  code,
  column: code,
  row: editionRow(row),
  from: 0,
  to,
});
const moved = (before: Result, ...scores: ReturnType<typeof score>[]) => {
  const after = build(whatif(before, { scores, weights: [] }));
  return { after, moves: movesBetween(before, after, resultRows(after.countries)) };
};

describe('whatif', () => {
  it('builds by the whole recipe: a new highest score moves everybody under min–max', () => {
    const before = result({ a: [0, 5, 10] }, { normalise: { method: 'minmax' } });
    expect(moved(before, score('a', 2, 20)).after.index).toEqual([0, 25, 100]);
  });

  it('leaves the edition that it is given as it is', () => {
    const before = result({ a: [1, 2] });
    moved(before, score('a', 0, 9));
    expect(before.edition.columns.get('a')).toEqual([1, 2]);
  });

  it.each<[string, Choice, object]>([
    ['given weights are told by what is changed', { method: 'given' }, { a: 3 }],
    ['weights on the spot keep the others', { method: 'inline', weights: { b: 2 } }, { a: 3, b: 2 }],
    ['equal ones are all told', { method: 'equal' }, { a: 3, b: 1 }],
  ])('%s', (_, weights, expected) => {
    const before = result({ a: [1, 2], b: [2, 2] }, { weights });
    expect(whatif(before, { scores: [], weights: [{ code: 'a', from: 1, to: 3 }] }).recipe.weights).toEqual({
      method: 'inline',
      weights: expected,
    });
  });

  it('weights that a method finds weigh 1 on average, and stay as it found them', () => {
    // Standard deviations 1 and 3: shares of 1/4 and 3/4.
    const before = result({ a: [1, 2, 3], b: [1, 4, 7] }, { weights: { method: 'deviation' } });
    expect([...relativeWeights(before)]).toEqual([
      ['a', expect.closeTo(0.5, 12)],
      ['b', expect.closeTo(1.5, 12)],
    ]);
    const { recipe } = whatif(before, {
      scores: [score('a', 0, 0)],
      weights: [{ code: 'b', from: 1.5, to: 1 }],
    });
    expect(recipe.weights).toEqual({ method: 'inline', weights: { a: expect.closeTo(0.5, 12), b: 1 } });
  });
});

describe('moves', () => {
  it('who is past whom, who is level with whom, and who did not move', () => {
    // 4 3 2 1 becomes 4 3 3.5 3: the third overtakes the second, the fourth draws level with it.
    const { moves } = moved(result({ a: [4, 3, 2, 1] }), score('a', 2, 3.5), score('a', 3, 3));
    expect(
      moves.map(({ isMoved, overtaken, overtakenBy, level }) => ({ isMoved, overtaken, overtakenBy, level })),
    ).toEqual([
      { isMoved: false, overtaken: [], overtakenBy: [], level: [] },
      { isMoved: true, overtaken: [], overtakenBy: [2], level: [3] },
      { isMoved: true, overtaken: [1], overtakenBy: [], level: [] },
      { isMoved: true, overtaken: [], overtakenBy: [], level: [1] },
    ]);
  });

  it('of two that were level, the one that falls is behind the other', () => {
    const { moves } = moved(result({ a: [4, 4] }), score('a', 0, 3));
    expect(moves.map(({ overtaken, overtakenBy }) => ({ overtaken, overtakenBy }))).toEqual([
      { overtaken: [], overtakenBy: [1] },
      { overtaken: [0], overtakenBy: [] },
    ]);
  });

  it('who rises meets what the new tier asks for, who falls fails what the old one does', () => {
    const before = result({ a: [9, 6, 2] }, { tiers: { method: 'thresholds', cuts: [8, 5] } });
    const { moves } = moved(before, score('a', 0, 1), score('a', 2, 8));
    expect(
      moves.map(
        ({ tier }) => tier && { ...tier, because: tier.because.map(({ text, met }) => `${text}: ${met}`) },
      ),
    ).toEqual([
      { from: 'Tier 1', to: 'Tier 3', isRise: false, because: ['index at least 8: false'] },
      null,
      { from: 'Tier 3', to: 'Tier 1', isRise: true, because: ['index at least 8: true'] },
    ]);
  });

  it('a country that is screened out by the change comes last, without a rank', () => {
    const before = result(
      { a: [3, 2], b: [1, 1] },
      { screen: { method: 'countries', present: 1, nonzero: 1 } },
    );
    const { moves, after } = moved(before, score('b', 0, 0));
    expect(after.rows).toEqual([1]);
    expect(moves.map(({ before: was, after: is, isMoved }) => ({ was, is, isMoved }))).toEqual([
      { was: 1, is: 0, isMoved: true },
      { was: 0, is: null, isMoved: true },
    ]);
  });
});
