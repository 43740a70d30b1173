import { expect, it } from 'vitest';
import { run } from '../support/run.ts';

it('rank prints the 15 states of the default edition', async () => {
  const { code, stdout } = await run(['rank']);
  expect(code).toBe(0);
  expect(stdout.match(/Tier (?:One|Two|Three)$/gm)).toHaveLength(15);
});
