// Where ranks are of rounded scores so are tiers: who shares a rank shares a tier.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { byName, regression, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

// 94.996 and 95.004 are both 95.00.
const rounded = [regression('th.csv'), '--normalise', 'none', '--rank', 'competition:decimals=2'];

it.each(['thresholds:95', 'quantiles:2', 'breaks:2'])('equal ranks share a tier: %s', async (tiers) => {
  const found = await told('rank', ...rounded, '--tiers', tiers);
  expect(byName(found, ({ rank }) => rank)).toEqual({ Estonia: 1, Latvia: 1 });
  expect(new Set(found.countries.map(({ tier }) => tier)).size).toBe(1);
});

it('a country on the cut-off, once rounded, is above it, and its bounds say so', async () => {
  const found = await told<{ bestTier: string; worstTier: string }>(
    'bounds',
    ...rounded,
    '--tiers',
    'thresholds:95',
  );
  for (const { tier, bestTier, worstTier } of found.countries)
    expect({ tier, bestTier, worstTier }).toEqual({
      tier: 'Tier 1',
      bestTier: 'Tier 1',
      worstTier: 'Tier 1',
    });
});

describe('what a tier asks of the index', () => {
  // 94.4 and 94.49 are 94, and 94.5 is 95.
  const folder = () =>
    folderOf({
      'index.json':
        '{ "recipe": { "normalise": "none", "rank": { "method": "competition", "decimals": 0 }, "tiers": "thresholds:95" } }',
      'indicators.csv': 'code,low,high\na,0,100\n',
      'scores.csv': 'country,a\nLatvia,97\nPoland,94.5\nFinland,94.49\nEstonia,94.4\n',
    });

  it('is what rounds to the cut-off', async () => {
    const { countries } = await told<{ tier: string; total: number; changes: { to: number }[] }>(
      'reach',
      'Estonia',
      '--to-tier',
      'Tier 1',
      '-e',
      folder(),
    );
    expect(countries[0]).toMatchObject({ total: 0.1, changes: [{ to: 94.5 }] });
  });

  it('is what is said of each country, in more decimals than its index', async () => {
    const { stdout } = await run(['tiers', folder()]);
    expect(stdout).toMatch(/Latvia +97 +– +−2\.5; any alone/);
    expect(stdout).toMatch(/Poland +95 +– +on the cut-off; any alone/);
    expect(stdout).toMatch(/Finland +94 +\+0\.01; any alone/);
    expect(stdout).toMatch(/Estonia +94 +\+0\.1; any alone/);
  });
});

it('ranks of rounded scores bound no tier by quantiles', async () => {
  const { countries } = await told<{ bestTier: string | null; worstTier: string | null }>(
    'bounds',
    ...rounded,
    '--tiers',
    'quantiles:2',
  );
  expect(countries.map(({ bestTier, worstTier }) => [bestTier, worstTier])).toEqual([
    [null, null],
    [null, null],
  ]);
});
