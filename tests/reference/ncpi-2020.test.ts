// The National Cyber Power Index 2020, from its raw indicators and intents to what was printed.
import { expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { numbersOf, readReference } from '../support/reference.ts';

interface Ranked {
  readonly name: string;
  readonly score: number;
  readonly rank: number;
  readonly scores: Readonly<Record<string, number>>;
}

const published = readReference('../../data/ncpi-2020/published.csv');
const capabilities = readReference('ncpi-2020/capabilities.csv');
const objectives = ['surveillance', 'defense', 'control', 'intelligence', 'commercial', 'offense', 'norms'];

const { countries }: { countries: Ranked[] } = JSON.parse(
  (await run(['rank', 'ncpi-2020', '--format', 'json'])).stdout,
);
const computed = new Map(countries.map((country) => [country.name, country]));

it('the edition loads without a word', async () => {
  expect(await run(['rank', 'ncpi-2020'])).toMatchObject({ code: 0, stderr: '' });
});

it('29 of 29 published ranks come out', () => {
  expect(published.map(({ country = '' }) => computed.get(country)?.rank)).toEqual(
    numbersOf(published, 'rank'),
  );
  expect([published.length, computed.size]).toEqual([29, 29]);
});

it('29 of 29 published scores come out at three decimals', () => {
  const apart = published.map(({ country = '', score = '' }) =>
    Math.abs((computed.get(country)?.score ?? Number.NaN) - Number(score)),
  );
  expect(apart.filter((one) => !(one <= 0.0005))).toEqual([]);
  expect(Math.max(...apart)).toBeCloseTo(0.00046, 5);
});

it.each(objectives)('29 of 29 published capabilities for %s come out at three decimals', (objective) => {
  const printed = numbersOf(capabilities, objective);
  const apart = capabilities.map(({ country = '' }, i) =>
    Math.abs(
      (computed.get(country)?.scores[`${objective}.capability`] ?? Number.NaN) - (printed[i] ?? Number.NaN),
    ),
  );
  expect(apart).toHaveLength(29);
  // Half of the last digit, the end included.
  expect(apart.filter((one) => !(one <= 0.0005 + 1e-9))).toEqual([]);
});

it('an objective is its capability times its intent, and the index the mean of the seven', () => {
  const far = countries.flatMap(({ name, score, scores }) => {
    const products = objectives.map(
      (objective) =>
        (scores[`${objective}.capability`] ?? Number.NaN) * (scores[`${objective}.intent`] ?? Number.NaN),
    );
    return Math.abs(products.reduce((total, product) => total + product, 0) / 7 - score) < 1e-9 ? [] : [name];
  });
  expect(far).toEqual([]);
});

it('check finds all of it', async () => {
  const { code, stdout } = await run(['check', 'ncpi-2020', '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    passed: true,
    differences: [],
    problems: [],
    published: [
      { what: 'rank', of: 29, agree: 29 },
      { what: 'score', of: 29, agree: 29, tolerance: 0.0005, furthest: { code: 'FRA' } },
    ],
  });
});
