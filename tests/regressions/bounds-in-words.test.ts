// What bounds and shares say in words: who can be first, shares of what, and which tiers have no bounds.
import { describe, expect, it, vi } from 'vitest';
import { folderOf } from '../support/files.ts';
import { named, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

vi.setConfig({ testTimeout: 60_000 }); // draws and bounds

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

const textOf = async (...args: readonly string[]): Promise<string> => (await run(args)).stdout;

describe('who can be first', () => {
  it('is one country where the others can only be level with it', async () => {
    const text = flat(await textOf('bounds', 'iiss-2021', '--region', 'any'));
    expect(text).toMatch(/United States is first under all weights; 7 others can at best tie/);
    expect(text).not.toContain('8 countries');
  });

  it('are several where each is ahead of all others under some weights', async () => {
    const folder = folderOf({ 'my.csv': 'country,x,y\nEstonia,2,0\nLatvia,0,2\nPoland,0,0\n' });
    const text = flat(await textOf('bounds', `${folder}/my.csv`, '--region', 'any'));
    expect(text).toMatch(/2 of 3 countries can be first|Estonia and Latvia can be first/);
  });

  it('are those that are level under all weights', async () => {
    const folder = folderOf({ 'my.csv': 'country,x,y\nEstonia,2,2\nLatvia,2,2\nPoland,0,0\n' });
    const text = flat(await textOf('bounds', `${folder}/my.csv`, '--region', 'any'));
    expect(text).toMatch(/Estonia and Latvia (?:tie for first|are first) under all weights/);
  });
});

describe('who keeps a rank', () => {
  it('is said with the region, as all weights are told of before', async () => {
    expect(flat(await textOf('bounds', 'iiss-2021'))).toContain(
      "never swap. While each weight stays within ±25 %, 3 of 15 countries keep their rank; India's varies " +
        'most: 10 to 15. One',
    );
  });

  it('is said without it where there is one region', async () => {
    expect(flat(await textOf('bounds', 'iiss-2021', '--region', 'any'))).toMatch(
      /never swaps? under all weights\. \d+ of 15 countries never changes? rank\. |Every country can change rank/,
    );
  });

  it('is said with the draws where bounds are sampled', async () => {
    const folder = folderOf({
      'scores.csv': 'country,x,y,z\nEstonia,9,1,5\nLatvia,8,2.5,4.5\nPoland,0,0,0\nFinland,7,2,6\n',
      'indicators.csv': 'code,parent,aggregate\np,,owa:2\nx,p,\ny,p,\nz,,\n',
    });
    expect(flat(await textOf('bounds', folder, '--draws', '64'))).toContain(
      'never swap. In all 64 draws while each weight stays within ±25 %, no rank changed. ',
    );
  });
});

describe('a share of weightings', () => {
  it('is said to be that, of weightings drawn uniformly from the region', async () => {
    const text = flat(await textOf('uncertainty', 'iiss-2021', '--region', 'any', '--draws', '500'));
    expect(text).toMatch(/(?:Of|in all) 500 weightings[^.]* uniformly[^.]* all weights/);
  });

  it('is none of draws of other things', async () => {
    const args = ['uncertainty', 'iiss-2021', '--vary', 'ratings=10%', '--draws', '64'];
    expect(flat(await textOf(...args)).split(' varies:')[0]).not.toMatch(/weightings/);
  });
});

describe('tiers by natural breaks', () => {
  const args = ['bounds', 'iiss-2021', '--tiers', 'breaks:3'] as const;

  it('stay in the table of bounds as they are, and it is said that their bounds are not told', async () => {
    const text = flat(await textOf(...args));
    expect(text).toContain('Tier 1');
    expect(text).toMatch(/tiers?[^.]*breaks[^.]*(?:move|bounds)/);
  });

  it('are null as bounds in JSON', async () => {
    const found = await told<{ bestTier: string | null; worstTier: string | null }>(...args);
    expect(named(found, 'United States')).toMatchObject({ tier: 'Tier 1', bestTier: null, worstTier: null });
  });
});
