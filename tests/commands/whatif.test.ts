// whatif: what is said where nothing moves.
import { expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

it('speaks of tiers only where there are some', async () => {
  const csv = 'country,x,y\nEstonia,9,9\nLatvia,5,5\nPoland,0,0\n';
  const args = ['whatif', 'Latvia.x=5.1', '-e', `${folderOf({ 'my.csv': csv })}/my.csv`];
  expect((await run(args)).stdout).toContain('\nNo rank changes.\n');
  expect((await run([...args, '--tiers', 'thresholds:80'])).stdout).toContain(
    '\nNo rank changes, and no tier.\n',
  );
});
