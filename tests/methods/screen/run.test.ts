import { describe, expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { isTooFew } from '../../../src/methods/screen/completeness.ts';
import { indicators } from '../../../src/model/framework.ts';
import { editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';
import type { PartialRecipe } from '../../../src/methods/steps.ts';

// Arcadia has all four scores, Borduria two (one of them zero), Ruritania three.
const edition = (recipe: PartialRecipe) =>
  editionOf(
    { a: [1, 0, 3], b: [1, 2, 3], c: [1, null, 3], d: [1, null, null] },
    { recipe: { missing: { method: 'skip', least: 0 }, ...recipe } },
  );

describe('screen', () => {
  it('drops countries with less than a share of scores, and keeps those with just that share', () => {
    const { countries, stages, rows } = build(
      edition({ screen: { method: 'countries', present: 0.75, nonzero: 0 } }),
    );
    expect(countries.map(({ name }) => name)).toEqual(['Arcadia', 'Ruritania']);
    expect(rows).toEqual([0, 2]);
    expect(stages.find(({ step }) => step === 'screen')?.changes.map(({ how }) => how)).toEqual([
      'Borduria left out',
    ]);
    expect(stages.every(({ columns }) => [...columns.values()].every((column) => column.length === 2))).toBe(
      true,
    );
  });

  it('drops indicators with less than a share of scores', () => {
    const { framework, stages } = build(
      edition({ screen: { method: 'indicators', present: 0.5, nonzero: 0 } }),
    );
    expect(indicators(framework).map(({ code }) => code)).toEqual(['a', 'b', 'c']);
    expect(stages.find(({ step }) => step === 'screen')?.changes.map(({ code, how }) => [code, how])).toEqual(
      [['d', 'left out']],
    );
  });

  // Of a, 2 of 3 are there and not zero; of d, 1 of 3.
  it('counts scores that are there and not zero', () => {
    expect(
      indicators(
        build(edition({ screen: { method: 'indicators', present: 0, nonzero: 0.9 } })).framework,
      ).map(({ code }) => code),
    ).toEqual(['b']);
  });

  it('normalises among those that are left', () => {
    const { scores } = build(edition({ screen: { method: 'countries', present: 0.75, nonzero: 0 } }));
    expect(scores.get('a')).toEqual([0, 100]);
  });

  it('must leave something', () => {
    expect(
      problemsOf(() =>
        build(
          editionOf(
            { a: [null], b: [1] },
            { recipe: { screen: { method: 'countries', present: 1, nonzero: 0 } } },
          ),
        ),
      ).map(({ code }) => code),
    ).toEqual(['recipe/nothing-selected']);
  });

  it('takes a missing score for neither zero nor non-zero', () => {
    expect(isTooFew([null, 1], { present: 0, nonzero: 0.5 })).toBe(false);
    expect(isTooFew([null, 0], { present: 0, nonzero: 0.5 })).toBe(true);
  });
});

describe('the order of the steps', () => {
  // Imputed first, nobody lacks a score any more.
  it('decides who is screened out', () => {
    const recipe = {
      normalise: { method: 'none' },
      impute: { method: 'constant', value: 5 },
      screen: { method: 'countries', present: 1, nonzero: 0 },
    } as const;
    expect(build(edition(recipe)).countries).toHaveLength(1);
    expect(
      build(edition({ ...recipe, steps: ['denominate', 'transform', 'impute', 'screen', 'treat'] }))
        .countries,
    ).toHaveLength(3);
  });
});
