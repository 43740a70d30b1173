import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { category, indicator, ROOT_CODE } from '../../../src/model/framework.ts';
import type { Choice } from '../../../src/model/registry.ts';
import { country, editionOf, names } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';

const framework = category(ROOT_CODE, [
  category('law', [indicator('treaties'), indicator('crimes', { direction: -1 })]),
  indicator('skills'),
]);
const countries = names.map((name, row) => country(name, { groups: { coast: row < 3 ? 'yes' : 'no' } }));

function imputed(
  impute: Choice,
  columns = { treaties: [null, 2, 4, 10, 8], crimes: [10, 20, 30, 40, 30], skills: [1, 2, null, 4, 5] },
) {
  const { stages } = build(editionOf(columns, { framework, countries, recipe: { impute } }));
  const stage = stages.find(({ step }) => step === 'impute');
  return {
    treaties: stage?.columns.get('treaties')?.[0],
    skills: stage?.columns.get('skills')?.[2],
    changes: stage?.changes ?? [],
  };
}

describe('impute', () => {
  it.each([
    // (2 + 4 + 10 + 8) / 4 = 6; (1 + 2 + 4 + 5) / 4 = 3
    ['mean', {}, 6, 3],
    // of 2, 4, 8, 10 the middle is 6; of 1, 2, 4, 5 it is 3
    ['median', {}, 6, 3],
    // on the coast: (2 + 4) / 2 = 3; (1 + 2) / 2 = 1.5
    ['group-mean', { by: 'coast' }, 3, 1.5],
    ['group-median', { by: 'coast' }, 3, 1.5],
    ['constant', { value: -1 }, -1, -1],
    // Arcadia's crimes are the fewest of 10 to 40: 1 of 1, so the highest of 2 to 10 treaties
    ['category-mean', {}, 10, null],
    ['category-median', {}, 10, null],
  ])('%s', (method, parameters, treaties, skills) => {
    if (skills === null) {
      expect(
        problemsOf(() => imputed({ method, ...parameters })).map(({ code, indicator: about }) => [
          code,
          about,
        ]),
      ).toEqual([['scores/missing', 'skills']]);
      const whole = imputed(
        { method, ...parameters },
        { treaties: [null, 2, 4, 10, 8], crimes: [10, 20, 30, 40, 30], skills: [1, 2, 3, 4, 5] },
      );
      expect(whole.treaties).toBe(treaties);
      return;
    }
    expect(imputed({ method, ...parameters })).toMatchObject({ treaties, skills });
  });

  // Scaled crimes 1, 2/3, 1/3, 0, 1/3 and skills 0, 1/4, –, 3/4, 1. Arcadia is ((1/3)² + (1/4)²)/2 from
  // Borduria, (2/3)² from Ruritania: Borduria is nearest, with 2 treaties; then Ruritania, with 4.
  it('neighbours: the mean of the k most alike, by the indicators that both have', () => {
    expect(imputed({ method: 'neighbours', k: 1 }).treaties).toBe(2);
    expect(imputed({ method: 'neighbours', k: 2 }).treaties).toBe(3);
  });

  // One of the five countries lacks the score, so that there are four others.
  it('neighbours: says how many there were, whatever number was asked for', () => {
    const howMany = (k: number) => imputed({ method: 'neighbours', k }).changes.map(({ how }) => how);
    expect(howMany(1)).toEqual(['the score of its nearest neighbour', 'the score of its nearest neighbour']);
    expect(howMany(2)[0]).toBe('mean of its 2 nearest neighbours');
    expect(howMany(100)[0]).toBe('mean of its 4 nearest neighbours');
  });

  it('says of every score what stands in for it', () => {
    expect(imputed({ method: 'group-mean', by: 'coast' }).changes).toEqual([
      { code: 'treaties', row: 0, from: null, to: 3, how: 'mean of coast yes' },
      { code: 'skills', row: 2, from: null, to: 1.5, how: 'mean of coast yes' },
    ]);
  });

  it('needs the column of groups', () => {
    expect(problemsOf(() => imputed({ method: 'group-mean', by: 'cost' })).map(({ code }) => code)).toContain(
      'recipe/no-group',
    );
  });

  it(
    'leaves a score missing where there is nothing to take, and that is a problem unless it may be ' +
      'skipped',
    () => {
      expect(
        problemsOf(() =>
          imputed(
            { method: 'group-mean', by: 'coast' },
            { treaties: [null, null, null, 10, 8], crimes: [10, 20, 30, 40, 30], skills: [1, 2, 3, 4, 5] },
          ),
        ),
      ).toHaveLength(3);
    },
  );

  it("goes by an indicator's own method before the recipe's", () => {
    const own = category(ROOT_CODE, [
      indicator('treaties', { impute: { method: 'constant', value: 0 } }),
      indicator('skills'),
    ]);
    const { stages } = build(
      editionOf(
        { treaties: [null, 2, 4], skills: [1, null, 3] },
        { framework: own, recipe: { impute: { method: 'mean' } } },
      ),
    );
    const stage = stages.find(({ step }) => step === 'impute');
    expect([stage?.columns.get('treaties'), stage?.columns.get('skills')]).toEqual([
      [0, 2, 4],
      [1, 2, 3],
    ]);
  });
});

describe('in a panel', () => {
  const years = [2019, 2020, 2021, 2022, 2023];
  const panel = (impute: Choice) => {
    const edition = editionOf(
      { laws: [null, 7, null, null, 13] },
      {
        countries: years.map((year) => country('Arcadia', { year })),
        recipe: { impute, missing: { method: 'skip', least: 0 } },
      },
    );
    return build(edition)
      .stages.find(({ step }) => step === 'impute')
      ?.columns.get('laws');
  };

  it('latest takes the score of the latest year before', () => {
    expect(panel({ method: 'latest' })).toEqual([null, 7, 7, 7, 13]);
  });

  // 7 + 6 × 1/3 = 9, 7 + 6 × 2/3 = 11
  it('linear goes straight from one year to the next, and stays level beyond them', () => {
    expect(panel({ method: 'linear' })).toEqual([7, 7, 9, 11, 13]);
  });
});
