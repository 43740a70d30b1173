import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { by } from '../../../src/methods/denominate/quotients.ts';
import { denominations } from '../../../src/methods/denominate/table.ts';
import { category, indicator, ROOT_CODE } from '../../../src/model/framework.ts';
import { editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';

const framework = category(ROOT_CODE, [
  indicator('firms', { denominate: { method: 'by', by: 'people', factor: 1000 } }),
  indicator('laws'),
]);
const edition = (people: (number | null)[]) =>
  editionOf(
    { firms: [8, 6, 9], laws: [1, 2, 3], people },
    { framework, recipe: { missing: { method: 'skip', least: 0 } } },
  );

describe('denominate', () => {
  // 1000 × 8 / 4000 = 2, 1000 × 6 / 2000 = 3, 1000 × 9 / 9000 = 1
  it('divides by a column that is no indicator, and multiplies by the factor', () => {
    const { stages } = build(edition([4000, 2000, 9000]));
    expect(stages.find(({ step }) => step === 'denominate')?.columns.get('firms')).toEqual([2, 3, 1]);
    expect(stages.find(({ step }) => step === 'select')?.columns.get('firms')).toEqual([8, 6, 9]);
  });

  it('gives a missing score where the size is missing', () => {
    expect(by([8, 6], [null, 2], { factor: 1 })).toEqual([null, 3]);
  });

  it('leaves scores as they are under none', () => {
    expect(denominations.none.apply([10, null])).toEqual([10, null]);
  });

  it('leaves indicators alone that have no denominator of their own', () => {
    expect(
      build(edition([4000, 2000, 9000]))
        .stages.find(({ step }) => step === 'denominate')
        ?.columns.get('laws'),
    ).toEqual([1, 2, 3]);
  });

  it('does not divide by zero', () => {
    expect(
      problemsOf(() => build(edition([4000, 0, 9000]))).map(({ code, indicator: about, country }) => ({
        code,
        about,
        country,
      })),
    ).toEqual([{ code: 'recipe/out-of-domain', about: 'firms', country: 'Borduria' }]);
  });

  it('needs the column', () => {
    expect(problemsOf(() => build(edition([null, null, null]))).map(({ code }) => code)).toEqual([
      'recipe/no-denominator',
    ]);
  });
});
