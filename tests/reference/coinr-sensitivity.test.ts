// COINr 1.1.14 on uncertain choices: what it drew, put into our recipe, gives its scores, ranks, statistics
// and indices.
import { describe, expect, it } from 'vitest';
import type { Replicate } from '../../src/analysis/uncertainty/replicates.ts';
import { outcomeOf } from '../../src/analysis/uncertainty/outcome.ts';
import { summarise } from '../../src/analysis/uncertainty/uncertainty.ts';
import { loadEdition } from '../../src/input/edition/load.ts';
import { present } from '../../src/math/statistics/column.ts';
import { quantile, quantileOfCounts } from '../../src/math/statistics/quantiles.ts';
import { sobolIndices } from '../../src/math/statistics/sensitivity.ts';
import { deviation, mean, range, sum } from '../../src/math/statistics/stats.ts';
import { build, withWeights } from '../../src/methods/build.ts';
import { completeRecipe } from '../../src/methods/steps.ts';
import { categoriesBottomUp } from '../../src/model/framework.ts';
import type { Result } from '../../src/model/result.ts';
import { editionRows } from '../../src/model/rows.ts';
import { snap } from '../support/numbers.ts';
import { fromCoinr } from '../support/coinr-indices.ts';
import { numbersOf, readReference, type Records } from '../support/reference.ts';

type Row = Readonly<Record<string, string>>;
const table = (name: string) => readReference(`coinr-sensitivity/${name}.csv`);

const { edition } = await loadEdition('tests/reference/asem');
const nominal = build(edition);
const codes = nominal.countries.map(({ code }) => code ?? '');
/** Only the weights of pillars and sub-indices vary: those of the indicators are 1 throughout. */
const varied = categoriesBottomUp(edition.framework).filter(({ children }) =>
  children.every(({ kind }) => kind === 'category'),
);

/** Weights as COINr gives them, as shares among siblings. */
function sharesOf(weights: Row): ReadonlyMap<string, number> {
  return new Map(
    varied.flatMap(({ children }) => {
      const whole = sum(children.map(({ code }) => Number(weights[code])));
      return children.map(({ code }) => [code, Number(weights[code]) / whole] as const);
    }),
  );
}

const told = ({ ranks, index }: Result): Replicate => ({
  ranks,
  scores: index,
  tiers: codes.map(() => null),
});

const built = new Map<string, Result>();
const weightSets = new Map(table('weight-sets').map((weights) => [weights['set'], sharesOf(weights)]));

/** The index with at most so many points winsorised, and methods and weights that were drawn. */
function replay({ most, normalise = '', weights, aggregate = '' }: Row): Replicate {
  const key = [most, normalise, aggregate].join(' ');
  const spread = normalise === 'minmax' ? { floor: 1, ceiling: 100 } : { mean: 10, deviation: 2 };
  const base =
    built.get(key) ??
    build(
      edition,
      completeRecipe({
        ...edition.recipe,
        treat: { method: 'winsorise-log', most: Number(most) },
        normalise: { method: normalise, ...spread },
        aggregate: { method: aggregate },
      }),
    );
  built.set(key, base);
  const drawn = weightSets.get(weights);
  if (drawn === undefined) throw new Error(`there is no set ${weights ?? ''} of weights`);
  return told(withWeights(base, drawn));
}

const parameters = table('sensitivity-parameters');
const [firsts, seconds] = [parameters.slice(0, 100), parameters.slice(100)];
const inputs = ['most', 'normalise', 'weights', 'aggregate'];
const exchanged = (points: typeof parameters, others: typeof parameters) =>
  inputs.map((input) => points.map((point, j) => ({ ...point, [input]: others[j]?.[input] ?? '' })));

const noisy = table('noisy-weights').map((weights) => told(withWeights(nominal, sharesOf(weights))));
const uncertainty = table('uncertainty-parameters').map(replay);
const sensitivity = [firsts, seconds, ...exchanged(firsts, seconds)].flat().map(replay);
/** What COINr does not evaluate. */
const others = exchanged(seconds, firsts).flat().map(replay);

/** The replicates that are not as they are in the table, each beside what was expected. */
function deviations(replicates: readonly Replicate[], what: 'ranks' | 'scores', records: Records): object[] {
  return records.flatMap((row) => {
    const expected = codes.map((code) => Number(row[code]));
    const found = snap(
      replicates[Number(row['replicate']) - 1]?.[what],
      expected,
      what === 'ranks' ? 0 : 1e-9,
    );
    return JSON.stringify(found) === JSON.stringify(expected)
      ? []
      : [{ replicate: row['replicate'], found, expected }];
  });
}

describe.each([
  ['500 draws of weights', noisy, 'noisy-weights'],
  ['100 draws of treatment, normalisation, weights and aggregation', uncertainty, 'uncertainty'],
])('%s', (_, replicates, file) => {
  it('give the same scores', () =>
    expect(deviations(replicates, 'scores', table(`${file}-scores`))).toEqual([]));
  it('give the same ranks', () =>
    expect(deviations(replicates, 'ranks', table(`${file}-ranks`))).toEqual([]));
});

it('600 draws of a sensitivity analysis give the same ranks', () => {
  expect(deviations(sensitivity, 'ranks', table('sensitivity-ranks'))).toEqual([]);
});

describe.each([
  ['500 draws of weights', noisy, 'noisy-weights'],
  ['100 draws of all choices', uncertainty, 'uncertainty'],
  ['the 200 independent draws of a sensitivity analysis', sensitivity.slice(0, 200), 'sensitivity'],
])('the ranks in %s', (_, replicates, file) => {
  const expected = table(`${file}-statistics`);
  const columns = Object.keys(expected[0] ?? {});
  const ranks = expected.map(({ code = '' }) =>
    present(replicates.map((one) => one.ranks[codes.indexOf(code)] ?? null)),
  );
  const places = columns
    .filter((column) => column.endsWith('%'))
    .map((column) => ({ column, p: Number.parseFloat(column) / 100 }));
  const rows = expected.map(({ code = '' }) => codes.indexOf(code));
  const { countries } = summarise(
    { edition, variations: [], seed: 1, rows: editionRows(codes) },
    replicates,
    0,
  );
  const spreads = rows.flatMap((row) => countries[row] ?? []);

  it('have the same mean, and so have the nominal ranks', () => {
    expect(rows.map((row) => nominal.ranks[row])).toEqual(numbersOf(expected, 'nominal'));
    const means = numbersOf(expected, 'mean');
    expect(
      snap(
        spreads.map((spread) => spread.mean),
        means,
        1e-12,
      ),
    ).toEqual(means);
  });

  it('have the same quantiles, as numbers and as counts', () => {
    for (const { column, p } of places) {
      const wanted = numbersOf(expected, column);
      expect(
        snap(
          ranks.map((one) => quantile(one, p)),
          wanted,
          1e-12,
        ),
      ).toEqual(wanted);
      const counted = ranks.map((one) =>
        Array.from({ length: codes.length + 1 }, (__, rank) => one.filter((other) => other === rank).length),
      );
      expect(
        snap(
          counted.map((counts) => quantileOfCounts(counts, p)),
          wanted,
          1e-12,
        ),
      ).toEqual(wanted);
    }
  });

  it.each([
    ['5%', 'low'],
    ['50%', 'median'],
    ['95%', 'high'],
  ] as const)('at %s are told as the lower of the two between which COINr interpolates', (column, field) => {
    const wanted = numbersOf(expected, column);
    for (const [i, one] of ranks.entries()) {
      const sorted = one.toSorted((a, b) => a - b);
      const place = Math.floor((sorted.length - 1) * (Number.parseFloat(column) / 100));
      const [lower = Number.NaN, upper = Number.NaN] = sorted.slice(place, place + 2);
      expect(spreads[i]?.[field]).toBe(lower);
      expect(wanted[i]).toBeGreaterThanOrEqual(lower);
      expect(wanted[i]).toBeLessThanOrEqual(upper);
    }
  });
});

it('the best and the worst ranks in 500 draws of weights are the same', () => {
  for (const { code = '', min, max } of table('noisy-weights-statistics')) {
    const { low, high } = range(present(noisy.map((one) => one.ranks[codes.indexOf(code)] ?? null)));
    expect([low, high]).toEqual([Number(min), Number(max)]);
  }
});

describe('the sensitivity of the mean shift in rank', () => {
  const shifts = [...sensitivity, ...others].map(
    (one) => outcomeOf({ kind: 'shift' }, one, nominal.ranks) ?? Number.NaN,
  );
  const block = (i: number) => shifts.slice(100 * i, 100 * (i + 1));
  const [a, b] = [block(0), block(1)];
  const changed = inputs.map((_, i) => block(2 + i));
  const expected = table('sensitivity-indices');
  const [firstWanted, totalWanted] = [numbersOf(expected, 'first'), numbersOf(expected, 'total')];

  it("by COINr's own formulas is the same", () => {
    const variance = deviation([...a, ...b]) ** 2;
    const over = (ab: readonly number[], part: (a: number, b: number, ab: number) => number) =>
      mean(ab.map((y, j) => part(a[j] ?? Number.NaN, b[j] ?? Number.NaN, y))) / variance;
    const first = changed.map((ab) => over(ab, (x, y, z) => y * (z - x)));
    const total = changed.map((ab) => over(ab, (x, _, z) => (x - z) ** 2 / 2));
    expect(snap(first, firstWanted, 1e-9)).toEqual(firstWanted);
    expect(snap(total, totalWanted, 1e-9)).toEqual(totalWanted);
  });

  const blocks = a.map((_, j) =>
    Array.from({ length: 2 + 2 * inputs.length }, (__, i) => block(i)[j] ?? Number.NaN),
  );
  const { first, total } = sobolIndices(inputs.length, blocks.flat(), { bootstrap: 400, seed: 1 });

  it('by our formulas is what follows from its indices and the evaluations that it does not use', () => {
    const wanted = inputs.map((_, i) =>
      fromCoinr(blocks, inputs.length, i, {
        first: firstWanted[i] ?? Number.NaN,
        total: totalWanted[i] ?? Number.NaN,
      }),
    );
    for (const [found, numbers] of [
      [first, wanted.map((one) => one.first)],
      [total, wanted.map((one) => one.total)],
    ] as const)
      expect(
        snap(
          found.map((one) => one?.value),
          numbers,
          1e-9,
        ),
      ).toEqual(numbers);
  });

  it('keeps the order of its totals, each of which lies within our limits', () => {
    const order = (values: readonly (number | null | undefined)[]) =>
      [...values.keys()].toSorted((i, j) => (values[j] ?? Number.NaN) - (values[i] ?? Number.NaN));
    expect(order(total.map((one) => one?.value))).toEqual(order(totalWanted));
    for (const [i, value] of totalWanted.entries()) {
      expect(value).toBeGreaterThanOrEqual(total[i]?.low ?? Number.NaN);
      expect(value).toBeLessThanOrEqual(total[i]?.high ?? Number.NaN);
    }
  });
});
