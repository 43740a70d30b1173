import { expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

it('a single tier has everybody, and no cut-off', async () => {
  const single = ['tiers', 'iiss-2021', '--tiers', 'quantiles:1'];
  expect((await run(single)).stdout).toContain('\nTier 1: everybody (15 countries)\n');
  const because = ['--fields', 'because', '--format', 'csv', '--no-header'];
  expect((await run([...single, ...because])).stdout).toMatch(/^(?:the only tier\n){15}$/);
});

it('a layer is headed by what it asks for, also where who is first by rank has no layer', async () => {
  const folder = folderOf({ 'my.csv': 'country,laws,skills\nFrance,3,\nJapan,2,1\nPeru,1,0\n' });
  const { stdout } = await run(['tiers', `${folder}/my.csv`, '--missing', 'skip:0', '--tiers', 'layers']);
  expect(stdout).toContain('\nLayer 1: behind nobody in everything (1 country)\n');
  expect(stdout).toContain('\nLayer 2: everybody else (1 country)\n');
});
