// The Human Development Index 2022, from its four indicators to what was printed.
import { expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { numbersOf, readReference } from '../support/reference.ts';

interface Ranked {
  readonly code: string;
  readonly score: number;
  readonly rank: number;
}

const published = readReference('hdi-2022/published.csv');

async function rank(...options: string[]): Promise<ReadonlyMap<string, Ranked>> {
  const { stdout } = await run(['rank', 'tests/reference/hdi-2022', '--format', 'json', ...options]);
  const { countries }: { countries: Ranked[] } = JSON.parse(stdout);
  return new Map(countries.map((country) => [country.code, country]));
}

it('the edition loads without a word', async () => {
  expect(await run(['rank', 'tests/reference/hdi-2022'])).toMatchObject({ code: 0, stderr: '' });
});

it('193 of 193 published values come out at three decimals', async () => {
  const computed = await rank();
  const scores = published.map(({ iso3 = '' }) => computed.get(iso3)?.score.toFixed(3));
  expect(scores).toEqual(numbersOf(published, 'score').map((score) => score?.toFixed(3)));
  expect([scores.length, computed.size]).toEqual([193, 193]);
});

it('193 of 193 published ranks come out', async () => {
  const computed = await rank();
  const ranks = published.map(({ iso3 = '' }) => computed.get(iso3)?.rank ?? null);
  expect(ranks).toEqual(numbersOf(published, 'rank'));
  expect(ranks).toHaveLength(193);
});

it('ranks of the unrounded index are 166 of the 193 published ones', async () => {
  const computed = await rank('--rank', 'competition');
  expect(
    published.filter(({ iso3 = '', rank: printed }) => computed.get(iso3)?.rank === Number(printed)),
  ).toHaveLength(166);
});
