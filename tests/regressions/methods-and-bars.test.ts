// What is shown of methods that share a name with a step, and how long bars are.
import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';

/** What a command prints. */
async function textOf(...args: readonly string[]): Promise<string> {
  return (await run(args)).stdout;
}

it('a name of both a step and a method shows both in full', async () => {
  const text = await textOf('methods', 'rank');
  expect(text).toContain('Written    --normalise rank');
  for (const method of ['competition', 'dense', 'fractional', 'ordinal']) expect(text).toContain(method);
  expect(text).toContain('--rank: how to rank countries with equal scores');
  expect(text).not.toContain('--normalise: how are scores');
});

describe('bars', () => {
  const barOf = (text: string, name: string) =>
    /[█▏▎▍▌▋▊▉]+/.exec(text.split('\n').find((line) => line.includes(name)) ?? '')?.[0];

  it('have the scale of the field, whichever rows are shown', async () => {
    const whole = barOf(await textOf('rank', 'iiss-2021'), 'Japan');
    expect(whole).toBe('████████');
    for (const options of [
      ['--only', 'Japan'],
      ['--sort', 'score', '--top', '8'],
    ])
      expect(barOf(await textOf('rank', 'iiss-2021', ...options), 'Japan')).toBe(whole);
  });
});
