// reach --all: who is nearest, in a unit that all answers share.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

interface Answer {
  readonly code: string;
  readonly steps: number | null;
  readonly total: number;
}

const indicators = 'code,ratings,low,high\nattack,low-high,,\nlaws,,0,5\n';
const index = JSON.stringify({ name: 'Mixed', recipe: { normalise: 'goalposts', tiers: 'thresholds:75' } });

describe('where some answers are in steps and others in points', () => {
  // Index 75 asks for 150 points together. France has 0 + 100 and its laws are at their best: one step of
  // attack, 50 points. Japan has 50 + 90: 10 points of laws, less than the 50 of its next step.
  const mixed = () =>
    folderOf({
      'scores.csv': 'country,attack,laws\nFrance,low,5\nJapan,medium,4.5\nItaly,high,5\n',
      'indicators.csv': indicators,
      'index.json': index,
    });

  it('compares them by points', async () => {
    const { stdout } = await run(['reach', '--all', '--to-tier', 'Tier 1', '-e', mixed(), '--quiet']);
    expect(stdout).toContain('Japan is nearest to Tier 1: 10.0 points away.');
    expect(stdout).toMatch(/^Japan +2 +10\.0 +laws to 5 .*\nFrance +3 +50\.0 +attack to medium /m);
  });

  it('has the nearest first in JSON, with steps where there are any', async () => {
    const { stdout } = await run([
      'reach',
      '--all',
      '--to-tier',
      'Tier 1',
      '-e',
      mixed(),
      '--quiet',
      '--format',
      'json',
    ]);
    const { countries }: { countries: readonly Answer[] } = JSON.parse(stdout);
    expect(countries.map(({ code, steps, total }) => [code, steps, Math.round(total)])).toEqual([
      ['JPN', null, 10],
      ['FRA', 1, 50],
    ]);
  });
});

describe('where a point is worth the same in a rating and in a number', () => {
  it('does not say that a rating could rise by any part of a step', async () => {
    const folder = folderOf({
      'scores.csv': 'country,attack,laws\nFrance,low,3\nItaly,high,5\n',
      'indicators.csv': indicators,
      'index.json': index,
    });
    const { stdout } = await run(['reach', 'France', '--to-tier', 'Tier 1', '-e', folder, '--quiet']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'up to the highest score of each; a rated indicator has to end on a rating.',
    );
  });
});
