import { describe, expect, it } from 'vitest';
import { aggregations } from '../../../src/methods/aggregate/table.ts';
import { ampi, mpi } from '../../../src/methods/aggregate/mazziotta-pareto.ts';
import { build } from '../../../src/methods/build.ts';
import type { Choice } from '../../../src/model/registry.ts';
import { editionOf } from '../../support/edition.ts';
import { problemsOf } from '../../support/problems.ts';

const halves = [0.5, 0.5];
const textbook = { penalty: -1, divisor: 'population' };

describe('mpi', () => {
  it('takes a penalty off the mean', () => {
    expect(mpi([120, 80], halves, textbook)).toBe(96); // M 100, S² = 20² = 400, S² / M = 4
    expect(mpi([110, 90, 130], [1 / 3, 1 / 3, 1 / 3], textbook)).toBeCloseTo(110 - 800 / 3 / 110, 12); // S² = (0 + 400 + 400) / 3
  });

  it('adds it to an index of something bad', () => {
    expect(mpi([120, 80], halves, { ...textbook, penalty: 1 })).toBe(104);
  });

  it('has weights in the mean and in the deviation', () => {
    // M = 30 + 60 = 90, S² = ¼ · 30² + ¾ · 10² = 300; 90 − 300 / 90
    expect(mpi([120, 80], [0.25, 0.75], textbook)).toBeCloseTo(90 - 10 / 3, 12);
  });

  it('with the divisor n − 1 has a larger penalty', () => {
    expect(mpi([120, 80], halves, { penalty: -1, divisor: 'sample' })).toBe(92); // S² = 800
  });

  it('has no penalty where all scores are equal, or there is but one', () => {
    expect(mpi([90, 90, 90], [0.2, 0.3, 0.5], textbook)).toBe(90);
    expect([mpi([90], [1], textbook), mpi([90], [1], { penalty: -1, divisor: 'sample' })]).toEqual([90, 90]);
  });

  it('can fall with a score that rises above the others', () => {
    // M 26.67, S² = 555.56; M 40, S² = 1800
    const thirds = [1 / 3, 1 / 3, 1 / 3];
    expect([
      mpi([10, 10, 60], thirds, textbook).toFixed(3),
      mpi([10, 10, 100], thirds, textbook).toFixed(3),
    ]).toEqual(['5.833', '-5.000']);
  });
});

it("ampi is the same formula, with the population's deviation", () => {
  expect([ampi([120, 80], halves, { penalty: -1 }), ampi([120, 80], halves, { penalty: 1 })]).toEqual([
    96, 104,
  ]);
});

describe('in an index', () => {
  const built = (law: readonly (number | null)[], aggregate: Choice) =>
    build(
      editionOf(
        { law, army: [80, 80] },
        { recipe: { normalise: { method: 'none' }, aggregate, missing: { method: 'skip' } } },
      ),
    );

  it('missing scores are in neither the mean nor the deviation, nor do they count for n', () => {
    expect(built([120, null], { method: 'mpi', penalty: -1, divisor: 'sample' }).index).toEqual([92, 80]);
    expect(built([120, null], { method: 'ampi', penalty: -1 }).index).toEqual([96, 80]);
  });

  it.each([
    ['mpi', 0, 'zscore:mean=100,deviation=10'],
    ['ampi', -3, 'minmax:floor=70,ceiling=130'],
  ])('%s of %d is a problem that says how to normalise', (method, score, remedy) => {
    expect(
      problemsOf(() => built([120, score], { method, penalty: -1, divisor: 'population' })),
    ).toMatchObject([
      {
        code: 'recipe/out-of-domain',
        country: 'Borduria',
        indicator: 'law',
        value: String(score),
        why: `"${method}" needs normalised scores above 0`,
        fix: `use --normalise ${remedy}, or --aggregate arithmetic`,
      },
    ]);
  });

  it('the penalty is −1 or 1, the divisor one of two words', () => {
    const [penalty, divisor] = aggregations.mpi.parameters;
    expect([-1, 1, 0].map((value) => penalty?.check?.(value).map(({ message }) => message))).toEqual([
      [],
      [],
      ['it must be -1 or 1'],
    ]);
    expect(
      ['population', 'sample', 'n'].map((value) => divisor?.check?.(value).map(({ message }) => message)),
    ).toEqual([[], [], ['it must be population or sample']]);
  });
});
