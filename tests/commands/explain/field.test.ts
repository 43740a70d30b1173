import { describe, expect, it } from 'vitest';
import { folderOf } from '../../support/files.ts';
import { csvOf, explain } from './calls.ts';

describe('against the field', () => {
  it('nothing above or below the median names what is nearest to it', async () => {
    const nations = csvOf(['country,laws,skills', 'France,5,5', 'Japan,3,4', 'Kenya,1,1']);
    expect((await explain('France', '-e', nations)).stdout).toMatch(
      /Weaknesses +no part is below the median; the nearest is skills/,
    );
    expect((await explain('Kenya', '-e', nations)).stdout).toMatch(
      /Strengths +no part is above the median; the nearest is laws/,
    );
  });

  it('categories that are equal but for floating point are neither ahead nor behind', async () => {
    const nations = folderOf({
      'scores.csv': 'country,army,navy,norms\nFrance,0.1,0.2,1\nJapan,0.3,0,2\nKenya,0,0,0\n',
      'indicators.csv': 'code,parent\nforce,\narmy,force\nnavy,force\nnorms,\n',
    });
    const { stdout } = await explain('France', '-e', nations, '--normalise', 'none', '--aggregate', 'sum');
    expect(stdout).not.toMatch(/0\.0+ (?:above|below) the median/);
  });
});

it('who shares the rank is not said to be just above or just below', async () => {
  // Both are printed as 0.952.
  const { stdout } = await explain('Denmark', '-e', 'tests/reference/hdi-2022');
  expect(stdout).toContain('Denmark, rank 5 of 193 (tied with Sweden)');
  expect(stdout).not.toMatch(/Just (?:above|below): Sweden/);
});

it('who is just above by rank is said to be above, even with the same index', async () => {
  const nations = csvOf(['country,laws', 'France,50', 'Japan,50', 'Kenya,20']);
  const { stdout } = await explain('Japan', '-e', nations, '--rank', 'ordinal');
  expect(stdout).toContain('Just above: France, rank 1');
  expect(stdout).not.toContain('Just below: France');
});
