// Compind 3.4 on the matrix of 15 × 7: the Mazziotta–Pareto indices and the benefit of the doubt, within 1e-9
// relative, or what Compind rounds to.
import { expect, it } from 'vitest';
import { roundTo } from '../../src/math/statistics/rounding.ts';
import { range, sum } from '../../src/math/statistics/stats.ts';
import { build } from '../../src/methods/build.ts';
import type { PartialRecipe } from '../../src/methods/steps.ts';
import type { Column } from '../../src/math/statistics/column.ts';
import { category, indicator, ROOT_CODE } from '../../src/model/framework.ts';
import { country, editionOf } from '../support/edition.ts';
import { snap } from '../support/numbers.ts';
import { numbersOf, readReference } from '../support/reference.ts';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

const scores = readReference('coinr-15x7/scores.csv');
const indices = readReference('compind-15x7/mazziotta-pareto.csv');
const codes = readReference('coinr-15x7/weights.csv').map(({ iCode = '' }) => iCode);
const n = scores.length;

/** The goalposts of the AMPI: half the range below and above the mean, which gets 100. */
const framework = category(
  ROOT_CODE,
  codes.map((code) => {
    const column = numbersOf(scores, code).map(Number);
    const { low, high } = range(column);
    const centre = sum(column) / n;
    return indicator(code, { low: centre - (high - low) / 2, high: centre + (high - low) / 2 });
  }),
);

function indexOf(recipe: PartialRecipe): Column {
  const columns = Object.fromEntries(codes.map((code) => [code, numbersOf(scores, code)]));
  return build(
    editionOf(columns, { framework, countries: scores.map(({ uCode = '' }) => country(uCode)), recipe }),
  ).index;
}

const sample = { method: 'zscore', mean: 100, deviation: 10 };
// z-scores by the population's deviation: the sample's is √(n / (n − 1)) times as large.
const population = { ...sample, deviation: 10 * Math.sqrt(n / (n - 1)) };
const goalposts = { method: 'goalposts', floor: 70, ceiling: 130, clip: false };

it.each([
  ['compind_mpi_minus', { normalise: sample, aggregate: { method: 'mpi', divisor: 'sample' } }],
  ['compind_mpi_plus', { normalise: sample, aggregate: { method: 'mpi', divisor: 'sample', penalty: 1 } }],
  ['textbook_mpi_minus', { normalise: population, aggregate: { method: 'mpi' } }],
  ['ampi_exact_minus', { normalise: goalposts, aggregate: { method: 'ampi' } }],
  ['ampi_exact_plus', { normalise: goalposts, aggregate: { method: 'ampi', penalty: 1 } }],
] as const)('%s', (column, recipe) => {
  const expected = numbersOf(indices, column);
  expect(snap(indexOf(recipe), expected, 1e-9)).toEqual(expected);
});

it('compind_ampi_round3, as Compind rounds it', () => {
  const rounded = indexOf({ normalise: goalposts, aggregate: { method: 'ampi' } }).map((y) =>
    y === null ? null : roundTo(y, 3),
  );
  expect(rounded).toEqual(numbersOf(indices, 'compind_ampi_round3'));
});

// Of the scores as they are: the linear program does not depend on units. Weights are not unique, and not
// compared.
it.each([
  ['free', 'benefit-of-the-doubt'],
  ['shares_5_to_25', 'benefit-of-the-doubt:least=0.05,most=0.25'],
])('benefit of the doubt, %s', async (column, weights) => {
  const rows = scores.map((record) => ['uCode', ...codes].map((key) => record[key] ?? '').join(','));
  const folder = folderOf({
    'scores.csv': `country,${codes.join(',')}\n${rows.join('\n')}\n`,
    'indicators.csv': `code\n${codes.join('\n')}\n`,
  });
  const { stdout } = await run([
    'rank',
    folder,
    '--quiet',
    '--normalise',
    'none',
    '--weights',
    weights,
    '--format',
    'json',
  ]);
  const { countries }: { countries: { name: string; score: number }[] } = JSON.parse(stdout);
  const byName = new Map(countries.map(({ name, score }) => [name, score]));
  const expected = numbersOf(readReference('compind-15x7/benefit-of-the-doubt.csv'), column);
  expect(
    snap(
      scores.map(({ uCode = '' }) => byName.get(uCode)),
      expected,
      1e-9,
    ),
  ).toEqual(expected);
});
