// Weights of a tree are drawn category by category, whatever region they are drawn from.
import { describe, expect, it, vi } from 'vitest';
import { named, regression, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

vi.setConfig({ testTimeout: 60_000 }); // thousands of draws

const rt = regression('rt');

interface Drawn {
  readonly acceptability: readonly number[];
}

/** In which share of the draws A is first; of 4000 its standard error is at most 0.008, of 1000 0.016. */
async function shareOfFirsts(...args: readonly string[]): Promise<number> {
  const found = await told<Drawn>('uncertainty', rt, ...args);
  return named(found, 'A').acceptability[0] ?? Number.NaN;
}

// A has the weight of p, B always 0.6, and the weight of p is even on 0 to 1: A is first in 0.4 of all draws.
describe('the share of draws in which A is first', () => {
  it.each([
    ['any', 0.4],
    ['ratio:1000000', 0.4],
    ['order:i0,i1', 0.4],
    ['any+order:i0,i1', 0.4],
    ['any+ratio:1000000', 0.4],
    // p from ½ on: 0.4 of 0.5.
    ['order:p,q', 0.8],
    ['any+order:p,q', 0.8],
    // p times a share of it is at least 1 − p times a share of that: ∫ 1 − (1 − p) / 2p over 0.6 to 1 is
    // 0.34459, over all p it is ½.
    ['order:i0,i2', 0.68917],
    // p from 0.6 on.
    ['published:A,B', 1],
    // Effective weights drawn evenly: p is the sum of two of four, of density 6 p (1 − p): 1 − 0.648.
    ['any@leaves', 0.352],
    // Of the first level alone p is even again.
    ['ratio:1000000@top', 0.4],
  ])('is, over %s, %f', async (region, share) => {
    expect(Math.abs((await shareOfFirsts('--region', region, '--draws', '4000')) - share)).toBeLessThan(
      0.035,
    );
  });

  it('is the same where something else varies with the weights', async () => {
    const share = await shareOfFirsts(
      '--vary',
      'weights=ratio:1000000',
      '--vary',
      'missing=error/skip',
      '--draws',
      '1000',
    );
    expect(Math.abs(share - 0.4)).toBeLessThan(0.06);
  });
});

describe('which draws these are', () => {
  it.each([
    ['any', 'categories'],
    ['ratio:3', 'categories'],
    ['around:25%@leaves', 'indicators'],
  ])('is told in JSON: %s by %s', async (region, distribution) => {
    expect(
      await told<Drawn, { distribution: string }>('uncertainty', rt, '--region', region, '--draws', '64'),
    ).toMatchObject({ distribution });
  });

  it('is told of mixtures of sets', async () => {
    expect(
      await told<Drawn, { distribution: string }>(
        'uncertainty',
        regression('zs'),
        '--region',
        'sets',
        '--draws',
        '64',
      ),
    ).toMatchObject({ distribution: 'mixtures' });
  });

  it('is told under the table', async () => {
    const { stdout } = await run(['uncertainty', rt, '--region', 'ratio:3', '--draws', '64']);
    expect(stdout).toMatch(/draws:[^]* uniform [^]*category/);
  });
});
