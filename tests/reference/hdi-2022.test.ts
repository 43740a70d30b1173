// The Human Development Index 2022, from its four indicators to what was printed.
import { beforeAll, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { numbersOf, readReference } from '../support/reference.ts';

interface Ranked {
  readonly code: string;
  readonly score: number;
  readonly rank: number;
}

const published = readReference('hdi-2022/published.csv');
const computed = new Map<string, Ranked>();

beforeAll(async () => {
  const { code, stdout, stderr } = await run(['rank', 'tests/reference/hdi-2022', '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { countries }: { countries: Ranked[] } = JSON.parse(stdout);
  for (const country of countries) computed.set(country.code, country);
});

it('193 of 193 published values come out at three decimals', () => {
  const scores = published.map(({ iso3 = '' }) => computed.get(iso3)?.score.toFixed(3));
  expect(scores).toEqual(numbersOf(published, 'score').map((score) => score?.toFixed(3)));
  expect([scores.length, computed.size]).toEqual([193, 193]);
});

it('193 of 193 published ranks come out', () => {
  const ranks = published.map(({ iso3 = '' }) => computed.get(iso3)?.rank ?? null);
  expect(ranks).toEqual(numbersOf(published, 'rank'));
  expect(ranks).toHaveLength(193);
});

it('ranks of the unrounded index are 166 of the 193 published ones', async () => {
  const { stdout } = await run(['rank', 'tests/reference/hdi-2022', '--rank', 'competition', '--format', 'json']);
  const { countries }: { countries: Ranked[] } = JSON.parse(stdout);
  const unrounded = new Map(countries.map(({ code, rank }) => [code, rank]));
  expect(published.filter(({ iso3 = '', rank }) => unrounded.get(iso3) === Number(rank))).toHaveLength(166);
});
