import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { log } from '../../../src/methods/transform/logarithms.ts';
import { transformations } from '../../../src/methods/transform/table.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import { editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';

describe('log', () => {
  it('makes equal ratios equal differences', () => {
    // ln 10 - ln 1 = ln 100 - ln 10
    expect(log(10) - log(1)).toBeCloseTo(log(100) - log(10), 12);
    expect(log(1)).toBe(0);
  });

  it('takes scores above zero only', () => {
    expect([1e-300, 0, -1].map((score) => transformations.log.domain.accepts(score))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('of zero is a problem that names the country and the indicator', () => {
    const edition = editionOf({ income: [100, 0] }, { recipe: { transform: { method: 'log' } } });
    expect(problemsOf(() => build(edition))).toMatchObject([
      { code: 'recipe/out-of-domain', country: 'Borduria', indicator: 'income', value: '0' },
    ]);
  });

  it('leaves missing scores missing', () => {
    const edition = editionOf(
      { income: [Math.E, null] },
      { recipe: { transform: { method: 'log' }, missing: { method: 'skip', least: 0.5 } } },
    );
    expect(
      build(edition)
        .stages.find(({ step }) => step === 'transform')
        ?.columns.get('income'),
    ).toEqual([1, null]);
  });

  it('transforms goalposts too', () => {
    // (ln 10 - ln 1) / (ln 100 - ln 1) = 1/2
    const framework = category('index', [indicator('income', { low: 1, high: 100 })]);
    const edition = editionOf(
      { income: [10] },
      { framework, recipe: { transform: { method: 'log' }, normalise: { method: 'goalposts' } } },
    );
    expect(build(edition).index).toEqual([50]);
  });

  it('of one row holds for that indicator alone', () => {
    const framework = category('index', [
      indicator('income', { transform: { method: 'log' } }),
      indicator('speed'),
    ]);
    const columns = build(editionOf({ income: [1, Math.E], speed: [1, Math.E] }, { framework })).stages.find(
      ({ step }) => step === 'transform',
    )?.columns;
    expect([columns?.get('income'), columns?.get('speed')]).toEqual([
      [0, 1],
      [1, Math.E],
    ]);
  });
});

it('none leaves a score as it is', () => {
  expect([3.5, -1, 0].map(transformations.none.apply())).toEqual([3.5, -1, 0]);
});
