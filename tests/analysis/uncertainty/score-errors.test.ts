// Where errors of numbers end, and that what is drawn for a score depends on nothing but its own names.
import { describe, expect, it } from 'vitest';
import {
  scoreRandoms,
  withNoise,
  withOtherRatings,
  withRaters,
} from '../../../src/analysis/uncertainty/score-errors.ts';
import { at, of } from '../../../src/math/at.ts';
import { present } from '../../../src/math/statistics/column.ts';
import { range } from '../../../src/math/statistics/stats.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { category, indicator, ROOT_CODE, type Indicator } from '../../../src/model/framework.ts';
import type { Choice } from '../../../src/model/registry.ts';
import type { EditionRow } from '../../../src/model/rows.ts';
import { editionOf } from '../../support/edition.ts';
import { editionRow } from '../../support/rows.ts';

/**
 * The lowest and the highest number that noise of a fifth of the range gives the column "laws" in 500 draws.
 */
function reachOf(
  scores: readonly number[],
  goalposts: Partial<Indicator>,
  normalise: Choice = { method: 'minmax' },
) {
  const framework = category(ROOT_CODE, [indicator('laws', goalposts)]);
  const edition = editionOf({ laws: [...scores] }, { framework, recipe: { normalise } });
  const randoms = scoreRandoms(edition.countries);
  const drawn = Array.from({ length: 500 }, (_, block) =>
    present(of(withNoise(edition, 0.2, randoms(1, block)).columns, 'laws')),
  );
  return range(drawn.flat());
}

describe('errors of numbers', () => {
  it('end at 0 where no score is negative, and nowhere above', () => {
    const { low, high } = reachOf([1, 50, 100], {});
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeGreaterThan(110);
  });

  it('end nowhere where a score is negative', () => {
    expect(reachOf([-1, 50, 100], {}).low).toBeLessThan(-10);
  });

  it('end at goalposts: of the indicator, or else of the recipe', () => {
    const own = reachOf([1, 50, 99], { low: 1, high: 100 });
    expect(own.low).toBeGreaterThanOrEqual(1);
    expect(own.high).toBeLessThanOrEqual(100);
    const general = reachOf([1, 50, 99], {}, { method: 'goalposts', low: -5, high: 100 });
    expect(general.low).toBeGreaterThanOrEqual(-5);
    expect(general.low).toBeLessThan(0);
    expect(general.high).toBeLessThanOrEqual(100);
  });

  it('do not end at a goalpost that a score lies beyond', () => {
    const { low, high } = reachOf([1, 50, 120], { low: 10, high: 100 });
    expect(low).toBeGreaterThanOrEqual(0);
    expect(low).toBeLessThan(10);
    expect(high).toBeGreaterThan(130);
  });
});

describe('what is certain', () => {
  const edition: Edition = {
    ...editionOf(
      { laws: [10, 5, 0], skills: [0, 1, 2] },
      {
        framework: category(ROOT_CODE, [indicator('laws'), indicator('skills', { scale: 'mine' })]),
        scales: [
          { name: 'mine', ratings: ['low', 'middle', 'high'].map((word, value) => ({ word, value })) },
        ],
      },
    ),
    certain: new Map([
      ['laws', new Set([editionRow(1)])],
      ['skills', new Set([editionRow(0), editionRow(2)])],
    ]),
    raters: new Map([
      [
        'laws',
        new Map(
          [editionRow(0), editionRow(1)].map((row) => [
            row,
            [1, 2].map((value) => ({ rater: `${value}`, value, confidence: 1, evidence: '' })),
          ]),
        ),
      ],
    ]),
  };
  const random = scoreRandoms(edition.countries)(1, 0);
  const moved = ({ columns }: Edition, column: string) =>
    of(columns, column).map((x, row) => x !== at(of(edition.columns, column), row));

  it('is not moved by noise, by errors of ratings or by raters', () => {
    expect(moved(withNoise(edition, 0.1, random), 'laws')).toEqual([true, false, true]);
    expect(moved(withOtherRatings(edition, 1, random), 'skills')).toEqual([false, true, false]);
    expect(moved(withRaters(edition, random), 'laws')).toEqual([true, false, false]);
  });
});

it('random numbers are those of a country and a column, whatever its spelling where it has a code', () => {
  const country = (code: string | null, name: string, year: number | null = null) => ({
    code,
    name,
    year,
    groups: {},
  });
  const [first, second] = [
    [country('TUR', 'Turkey'), country(null, 'Arcadia'), country('FRA', 'France', 2020)],
    [country('FRA', 'France', 2021), country(null, 'arcadia'), country('TUR', 'Türkiye')],
  ].map(
    (countries) => (column: string, row: EditionRow) =>
      scoreRandoms(countries)(7, 3)(column, editionRow(row))(),
  );
  expect(first?.('laws', editionRow(0))).toBe(second?.('laws', editionRow(2)));
  expect(first?.('laws', editionRow(1))).toBe(second?.('laws', editionRow(1)));
  expect(first?.('laws', editionRow(2))).not.toBe(second?.('laws', editionRow(0)));
  expect(first?.('laws', editionRow(0))).not.toBe(first?.('skills', editionRow(0)));
});
