// Ranks of every kind beside bounds, whose worst end ties may count for or against.
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { boundsOver, type Bounds } from '../../../src/analysis/bounds/bounds.ts';
import { canLead } from '../../../src/analysis/bounds/rank-search.ts';
import { sampledBounds } from '../../../src/analysis/bounds/sampled-bounds.ts';
import {
  indexOverRegion,
  isWeightedSum,
  type IndexOverRegion,
} from '../../../src/analysis/pairs/index-over-region.ts';
import { areOfAnotherKind } from '../../../src/commands/bounds/readings.ts';
import { build } from '../../../src/methods/build.ts';
import { rankings } from '../../../src/methods/rank/table.ts';
import { completeRecipe } from '../../../src/methods/steps.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { category, indicator, ROOT_CODE } from '../../../src/model/framework.ts';
import { resultRows } from '../../../src/model/rows.ts';
import { at } from '../../../src/math/at.ts';
import { editionOf } from '../../support/edition.ts';
import { regionFrom, resultOf } from '../../support/robust.ts';
import { shownPlace } from '../../support/rows.ts';

vi.setConfig({ testTimeout: 60_000 }); // on a machine that does much else

/** Scores in tenths, so that rounding and ties both happen, in a category of two indicators and a third. */
const columnsOf = (countries: number) =>
  fc.tuple(
    ...['a', 'b', 'c'].map(() =>
      fc.array(
        fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10),
        { minLength: countries, maxLength: countries },
      ),
    ),
  );

function treeOf([a = [], b = [], c = []]: readonly (readonly number[])[]): Edition {
  return editionOf(
    { a, b, c },
    {
      framework: category(ROOT_CODE, [category('p', [indicator('a'), indicator('b')]), indicator('c')]),
      recipe: { normalise: { method: 'none' } },
    },
  );
}

function robustOf(edition: Edition, region: string): IndexOverRegion {
  const { result, rows } = resultOf(edition);
  const robust = indexOverRegion(result, regionFrom(region), rows);
  if (!isWeightedSum(robust)) throw new Error(robust.reason);
  return robust;
}

const roundings = [null, 0, 1, 2];
const regions = ['any', 'around:25%', 'ratio:2', 'mix:10%'] as const;

describe.each(Object.keys(rankings))('ranks that are %s', (method) => {
  it.each(roundings)('and of %s decimals never lie outside their bounds', (decimals) => {
    fc.assert(
      fc.property(columnsOf(5), fc.constantFrom(...regions), (columns, region) => {
        const edition = treeOf(columns);
        const result = build(edition, completeRecipe({ ...edition.recipe, rank: { method, decimals } }));
        const exact = boundsOver(result, robustOf(edition, region));
        const sampled = sampledBounds(result, regionFrom(region), resultRows(edition.countries), {
          draws: 20,
          seed: 1,
        });
        for (const bounds of [exact, sampled]) expectInside(bounds);

        function expectInside(bounds: Bounds): void {
          const isOther = areOfAnotherKind(result, bounds);
          for (const { row, nominal, best, worst, worstTied } of bounds.countries) {
            const shown = isOther ? nominal : (at(result.ranks, row) ?? Number.NaN);
            expect(best.rank).toBeLessThanOrEqual(shown);
            expect(shown).toBeLessThanOrEqual(worst.rank);
            expect(worst.rank).toBeLessThanOrEqual(worstTied().rank);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('ties', () => {
  const edition = treeOf([
    [3, 1, 3],
    [1, 3, 1],
    [2, 2, 2],
  ]);

  it('cost a place in the tied worst rank alone', () => {
    // The first and the third are equal in everything; the second is level with both at a = b.
    const { countries } = boundsOver(build(edition), robustOf(edition, 'any'));
    expect(countries.map(({ best, worst, worstTied }) => [best.rank, worst.rank, worstTied().rank])).toEqual([
      [1, 2, 3],
      [1, 3, 3],
      [1, 2, 3],
    ]);
  });

  it('are no lead: of two equal countries none can be first alone', () => {
    const { index, polytope } = robustOf(edition, 'any');
    expect([0, 1, 2].map((country) => canLead(index, polytope, shownPlace(country)))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('are all that a country in the middle of two others can get', () => {
    // At equal weights all have 2; else the first or the second has more.
    const { index, polytope } = robustOf(
      treeOf([
        [3, 1, 2],
        [1, 3, 2],
        [2, 2, 2],
      ]),
      'any',
    );
    expect([0, 1, 2].map((country) => canLead(index, polytope, shownPlace(country)))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

it('a cut-off of 0 that is met but for noise is met over a region too', () => {
  // At equal weights 0.1 + 0.2 − 0.3 is 5e-17.
  const none = editionOf(
    { a: [0.3, 1], b: [-0.1, 1], c: [-0.2, 1] },
    {
      recipe: { normalise: { method: 'none' }, tiers: { method: 'thresholds', cuts: [0] } },
    },
  );
  const { countries } = boundsOver(build(none), robustOf(none, 'around:0%'));
  expect(countries.map(({ tiers }) => tiers)).toEqual([
    { best: 0, worst: 0 },
    { best: 0, worst: 0 },
  ]);
});
