// uncertainty: what it says of countries that have no rank.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

describe('a country without an index', () => {
  const call = (...args: readonly string[]) =>
    run([
      'uncertainty',
      `${folderOf({ 'gaps.csv': 'country,laws,skills\nFrance,1,2\nKenya,,\nJapan,2,1\nBrazil,3,3\n' })}/gaps.csv`,
      ...['--missing', 'skip', '--draws', '50', '--quiet'],
      ...args,
    ]);

  it('is not the one whose rank varies most', async () => {
    // France and Japan are level by equal weights, so that each is ahead under some.
    expect((await call()).stdout.replaceAll(/\s+/g, ' ')).toContain(
      "France's rank varies most: 2 to 3 in 90 % of draws; 1 other varies as much.",
    );
  });

  it('has no middle of its ranks', async () => {
    expect((await call()).stdout).toMatch(/^ +– +Kenya +– +– +····/m);
    expect((await call('--format', 'csv')).stdout).toContain('\n,KEN,Kenya,,,,,,,,,\n');
  });
});
