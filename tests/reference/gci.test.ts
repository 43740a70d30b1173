// The Global Cybersecurity Index of 2020 and 2024, from its pillars to what was printed.
import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { numbersOf, readReference } from '../support/reference.ts';

interface Ranked {
  readonly code: string;
  readonly score: number;
  readonly rank: number;
  readonly tier: string | null;
}

async function ranking(edition: string): Promise<readonly Ranked[]> {
  const { code, stdout, stderr } = await run(['rank', edition, '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { countries }: { countries: Ranked[] } = JSON.parse(stdout);
  return countries;
}

const check = async (edition: string, ...options: string[]) => {
  const { code, stdout } = await run(['check', edition, '--format', 'json', ...options]);
  const document: Readonly<Record<string, unknown>> = JSON.parse(stdout);
  return { code, document };
};

describe('2020', async () => {
  const published = readReference('../../data/gci-2020/published.csv');
  const countries = await ranking('gci-2020');
  const computed = new Map(countries.map((country) => [country.code, country]));

  it('26 of 28 printed ranks come out; Turkey and India have changed places', () => {
    const ranks = numbersOf(published, 'rank');
    const printed = published.flatMap(({ iso3 = '' }, i) =>
      ranks[i] === null ? [] : [{ iso3, was: ranks[i], is: computed.get(iso3)?.rank }],
    );
    expect(printed).toHaveLength(28);
    expect(printed.filter(({ was, is }) => was !== is)).toEqual([
      { iso3: 'TUR', was: 11, is: 10 },
      { iso3: 'IND', was: 10, is: 11 },
    ]);
  });

  it('ranks are dense at two decimals: 194 countries, the last of them 182nd', () => {
    const totals = [...new Set(countries.map(({ score }) => score.toFixed(2)))].toSorted(
      (a, b) => Number(b) - Number(a),
    );
    expect(countries.filter(({ score, rank }) => rank !== totals.indexOf(score.toFixed(2)) + 1)).toEqual([]);
    expect([countries.length, Math.max(...countries.map(({ rank }) => rank))]).toEqual([194, 182]);
  });

  it('check accepts the two countries that are known to differ, and no other', async () => {
    const { code, document } = await check('gci-2020');
    expect(code).toBe(0);
    expect(document).toMatchObject({
      passed: true,
      published: [
        { what: 'rank', of: 28, agree: 26 },
        { what: 'score', of: 194, agree: 192, tolerance: 0.005 },
      ],
      differences: [
        { code: 'TUR', what: 'rank', was: 11, is: 10 },
        { code: 'IND', what: 'rank', was: 10, is: 11 },
        { code: 'TUR', what: 'score', was: 97.49 },
        { code: 'IND', what: 'score', was: 97.5 },
      ],
    });
  });

  it('check does not accept competition ranks', async () => {
    const { code, document } = await check('gci-2020', '--rank', 'competition:decimals=2');
    expect(code).toBe(3);
    expect(document).toMatchObject({ passed: false });
  });
});

describe('2024', async () => {
  const published = readReference('../../data/gci-2024/published.csv');
  const countries = await ranking('gci-2024');
  const computed = new Map(countries.map((country) => [country.code, country]));

  it('194 of 194 totals come out at two decimals', () => {
    const totals = numbersOf(published, 'score');
    const apart = published.map(({ iso3 = '' }, i) =>
      Math.abs((computed.get(iso3)?.score ?? Number.NaN) - (totals[i] ?? Number.NaN)),
    );
    expect(apart).toHaveLength(194);
    expect(apart.filter((one) => !(one <= 0.005))).toEqual([]);
  });

  it('the tiers have 46, 29, 49, 56 and 14 countries, by their totals', () => {
    const cuts = [95, 85, 55, 20, 0];
    const tiers = ['Role-modelling', 'Advancing', 'Establishing', 'Evolving', 'Building'];
    expect(
      countries.filter(({ score, tier }) => tier !== tiers[cuts.findIndex((cut) => score >= cut)]),
    ).toEqual([]);
    expect(tiers.map((name) => countries.filter(({ tier }) => tier === name).length)).toEqual([
      46, 29, 49, 56, 14,
    ]);
  });

  it('check finds all of it', async () => {
    const { code, document } = await check('gci-2024');
    expect(code).toBe(0);
    expect(document).toMatchObject({
      passed: true,
      differences: [],
      problems: [],
      published: [{ what: 'score', of: 194, agree: 194, tolerance: 0.005 }],
      tiers: [46, 29, 49, 56, 14].map((size) => ({ size })),
    });
  });
});
