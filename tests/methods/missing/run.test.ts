import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { error, skip } from '../../../src/methods/missing/enough.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import { editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';

describe('error', () => {
  it('wants all scores', () => {
    expect([error(7, 7), error(6, 7)]).toEqual([true, false]);
  });

  it('reports every missing score, with its country and indicator', () => {
    const edition = editionOf({ strategy: [1, null, 3], offence: [null, 2, 3] });
    expect(
      problemsOf(() => build(edition)).map(({ code, country, indicator: leaf }) => [code, country, leaf]),
    ).toEqual([
      ['scores/missing', 'Borduria', 'strategy'],
      ['scores/missing', 'Arcadia', 'offence'],
    ]);
  });
});

describe('skip', () => {
  it('wants at least the share', () => {
    expect([skip(2, 4, { least: 0.5 }), skip(1, 4, { least: 0.5 })]).toEqual([true, false]);
  });

  it('wants at least one score even if the share is 0', () => {
    expect([skip(1, 9, { least: 0 }), skip(0, 9, { least: 0 })]).toEqual([true, false]);
  });

  it('wants all scores if the share is 1', () => {
    expect([skip(3, 3, { least: 1 }), skip(2, 3, { least: 1 })]).toEqual([true, false]);
  });

  it('rescales the weights of the scores that are there', () => {
    const framework = category('index', [
      indicator('strategy', { weight: 1 }),
      indicator('offence', { weight: 2 }),
      indicator('resilience', { weight: 3 }),
    ]);
    const columns = { strategy: [60, 60], offence: [30, 30], resilience: [90, null] };
    const recipe = { normalise: { method: 'none' }, missing: { method: 'skip', least: 0.5 } };
    // (60 + 2·30 + 3·90) / 6 = 65; without resilience (60 + 2·30) / 3 = 40
    expect(build(editionOf(columns, { framework, recipe })).index).toEqual([65, 40]);
  });

  it('counts a category that was left out as missing one level up', () => {
    const framework = category('index', [
      category('policy', [indicator('strategy'), indicator('governance'), indicator('budget')]),
      indicator('offence'),
    ]);
    const columns = { strategy: [10, 10], governance: [20, null], budget: [30, null], offence: [40, 40] };
    const built = (least: number) =>
      build(
        editionOf(columns, {
          framework,
          recipe: { normalise: { method: 'none' }, missing: { method: 'skip', least } },
        }),
      );
    // Arcadia: ((10 + 20 + 30) / 3 + 40) / 2 = 30. Borduria: 1 of 3 is there, less than half; what is left is
    // offence, 1 of 2.
    expect(built(0.5).scores.get('policy')).toEqual([20, null]);
    expect(built(0.5).index).toEqual([30, 40]);
    // A third is enough: (10 + 40) / 2 = 25.
    expect(built(0.3).index).toEqual([30, 25]);
  });

  it('leaves a country with too few scores without a rank, and says so', () => {
    const edition = editionOf(
      { strategy: [1, 2, null], offence: [1, 2, null] },
      { recipe: { missing: { method: 'skip', least: 0.5 } } },
    );
    const { index, ranks, warnings } = build(edition);
    expect([index, ranks]).toEqual([
      [0, 100, null],
      [2, 1, null],
    ]);
    expect(warnings).toMatchObject([{ code: 'scores/unranked', country: 'Ruritania' }]);
  });

  it('does not count an indicator without weight', () => {
    const framework = category('index', [
      indicator('strategy'),
      indicator('offence'),
      indicator('budget', { weight: 0 }),
    ]);
    const edition = editionOf(
      { strategy: [4], offence: [null], budget: [8] },
      { framework, recipe: { normalise: { method: 'none' }, missing: { method: 'skip', least: 0.6 } } },
    );
    // 1 of the 2 that count is there, not 2 of 3.
    expect(build(edition).index).toEqual([null]);
  });

  it('takes a share that is met exactly, whatever floating point makes of it', () => {
    expect(skip(7, 25, { least: 0.28 })).toBe(true); // 7 / 25 = 0.28, but 0.28 · 25 = 7.000000000000001
    for (let all = 1; all <= 200; all += 1)
      for (let present = 1; present <= all; present += 1) {
        const share = Number((present / all).toFixed(6));
        if (share * 1e6 * all === present * 1e6)
          expect([present, all, skip(present, all, { least: share })]).toEqual([present, all, true]);
      }
  });
});
