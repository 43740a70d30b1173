import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import { country, editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';

it("a row's own normalisation overrides the recipe's", () => {
  const framework = category('index', [
    indicator('intent', { normalise: { method: 'none' } }),
    indicator('strength'),
  ]);
  const { scores } = build(editionOf({ intent: [0.2, 0.8], strength: [3, 7] }, { framework }));
  expect([scores.get('intent'), scores.get('strength')]).toEqual([
    [0.2, 0.8],
    [0, 100],
  ]);
});

it('two indicators may read one column, one of them the other way round', () => {
  const framework = category('index', [
    indicator('reach', { column: 'users' }),
    indicator('exposure', { column: 'users', direction: -1, weight: 3 }),
  ]);
  const { scores, index } = build(editionOf({ users: [10, 20] }, { framework }));
  expect([scores.get('reach'), scores.get('exposure')]).toEqual([
    [0, 100],
    [100, 0],
  ]);
  expect(index).toEqual([75, 25]); // (0 + 3·100) / 4
});

describe('each year by itself', () => {
  const panel = (scores: number[], normalise: string, parameters = {}) => {
    const countries = [2020, 2021, 2020, 2021, 2020, 2021].map((year, row) =>
      country(['Arcadia', 'Borduria', 'Ruritania'][Math.floor(row / 2)] ?? '', { year }),
    );
    const recipe = { normalise: { method: normalise, by: 'year', ...parameters } };
    return editionOf({ strategy: scores }, { countries, recipe });
  };

  it('has a range of its own', () => {
    // 1 to 3 in 2020, 10 to 50 in 2021.
    expect(build(panel([1, 10, 2, 50, 3, 20], 'minmax')).index).toEqual([0, 0, 50, 100, 100, 25]);
    expect(build(panel([1, 10, 2, 50, 3, 20], 'rank')).index).toEqual([1, 1, 2, 3, 3, 2]);
  });

  it('is measured against the country as it was in that year', () => {
    const edition = panel([1, 10, 2, 50, 3, 20], 'distance-to-reference', { country: 'Ruritania' });
    expect(build(edition).index).toEqual([0, 0, 50, 400, 100, 100]);
  });

  it('may tell nobody apart, which is said of it', () => {
    expect(build(panel([7, 1, 7, 2, 7, 3], 'minmax')).warnings.map(({ what }) => what)).toEqual([
      'all countries have the same score for "strategy" in 2020 (7), so it does not separate them',
    ]);
  });

  it('ties as it would alone, however wide the range of other years is', () => {
    // In 2020 laws run from 1,000,000.1 to 1,000,000.3: Arcadia has 50 and 50, Borduria 0 and 100.
    const countries = ['Arcadia', 'Borduria', 'Ruritania', 'Arcadia', 'Borduria'].map((name, row) =>
      country(name, { year: row < 3 ? 2020 : 2021 }),
    );
    const { ranks } = build(
      editionOf(
        { laws: [1000000.2, 1000000.1, 1000000.3, 0, 2e6], skills: [1, 2, 0, 0, 1] },
        { countries, recipe: { normalise: { method: 'minmax', by: 'year' } } },
      ),
    );
    expect(ranks.slice(0, 3)).toEqual([1, 1, 1]);
  });

  it('needs years', () => {
    const flat = editionOf({ strategy: [1, 2] }, { recipe: { normalise: { method: 'minmax', by: 'year' } } });
    expect(problemsOf(() => build(flat)).map(({ code, what }) => [code, what])).toEqual([
      ['recipe/no-panel', '"minmax:by=year" needs years, but the scores have none'],
    ]);
  });

  it('and the country that all years are measured against is the latest', () => {
    const edition = panel([1, 10, 2, 50, 3, 20], 'distance-to-reference', { country: 'Ruritania', by: null });
    // Ruritania has 20 in 2021, and the lowest is 1.
    expect(build(edition).index.map((x) => Math.round((x ?? NaN) * 19))).toEqual([
      0, 900, 100, 4900, 200, 1900,
    ]);
  });
});
