import { describe, expect, it } from 'vitest';
import { readVary } from '../../../src/input/options/vary.ts';
import { describeVariation, takenAt } from '../../../src/commands/shared/recipe/vary.ts';
import { variationsOf } from '../../../src/model/recipe.ts';

function read(written: unknown) {
  const complaints: string[] = [];
  const vary = readVary(written, ({ what }) => complaints.push(what));
  return { vary, complaints, words: variationsOf(vary).map(describeVariation) };
}

describe('what varies', () => {
  it.each([
    ['methods', 'normalise=minmax/rank', 'normalise=minmax/rank'],
    [
      'methods with parameters',
      'normalise=minmax:floor=1,ceiling=10/zscore',
      'normalise=minmax:floor=1,ceiling=10/zscore',
    ],
    [
      'weightings, written down among them',
      'weights=equal/offence=2,resilience=3/entropy',
      'weights=equal/inline:offence=2,resilience=3/entropy',
    ],
    ['a region of weights', 'weights=around:10%@top+order:a,b', 'weights=around:10%@top+order:a,b'],
    ['errors of numbers', 'noise=2.5%', 'noise=2.5%'],
    ['errors of ratings', 'ratings=10%', 'ratings=10%'],
    ['indicators left out', 'drop', 'drop'],
    ['raters', 'raters', 'raters'],
  ])('%s', (_, text, words) => {
    expect(read([text])).toMatchObject({ complaints: [], words: [words] });
  });

  it('is the same from a recipe, and from a kept result', () => {
    const { vary, words } = read({
      weights: 'around:25%',
      normalise: ['minmax', { method: 'rank' }],
      noise: '5%',
      drop: true,
    });
    expect(words).toEqual(['noise=5%', 'drop', 'normalise=minmax/rank', 'weights=around:25%']);
    expect(read(JSON.parse(JSON.stringify(vary)))).toMatchObject({ complaints: [], words, vary });
    expect(read(['weights=around:25%', 'normalise=minmax/rank', 'noise=5%', 'drop']).vary).toEqual(vary);
  });

  it('is told by what a replicate took', () => {
    const [methods, noise] = variationsOf(read(['normalise=minmax/rank', 'noise=5%']).vary).toReversed();
    expect([0, 0.49, 0.5, 0.99].map((at) => (methods === undefined ? '' : takenAt(methods, at)))).toEqual([
      'minmax',
      'minmax',
      'rank',
      'rank',
    ]);
    expect(noise === undefined ? '' : takenAt(noise, 0.3)).toBe('drawn');
  });
});
