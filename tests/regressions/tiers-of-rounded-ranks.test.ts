// Where ranks are of rounded scores so are tiers: who shares a rank shares a tier.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { byName, regression, told } from '../support/regressions.ts';

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
  // The index is a of the two; 94.4 is 94, and 94.5 would be 95.
  const folder = () =>
    folderOf({
      'index.json':
        '{ "recipe": { "normalise": "none", "rank": { "method": "competition", "decimals": 0 }, "tiers": "thresholds:95" } }',
      'indicators.csv': 'code,low,high\na,0,100\n',
      'scores.csv': 'country,a\nEstonia,94.4\nLatvia,97\n',
    });

  it('is what rounds to the cut-off', async () => {
    const { targets } = await told<object, { targets: unknown }>(
      'reach',
      'Estonia',
      '--to-tier',
      'Tier 1',
      '-e',
      folder(),
    );
    expect(JSON.stringify(targets)).toContain('94.5');
  });
});
