// Scores so far apart that their differences overflow: nothing exact is said of other weights.
import { expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

const folder = () =>
  folderOf({
    'scores.csv': 'country,a,b\nArcadia,1e308,-1e308\nBorduria,-1e308,1e308\nSyldavia,0,3\n',
    'indicators.csv': 'code\na\nb\n',
    'index.json': '{ "recipe": { "normalise": "none" } }',
  });

it('bounds are sampled, and the best rank is never behind the worst', async () => {
  const { code, stdout } = await run(['bounds', folder(), '--draws', '50', '--format', 'json']);
  expect(code).toBe(0);
  const { mainRegion, countries } = JSON.parse(stdout);
  expect(mainRegion.exact).toBe(false);
  for (const { best, worst } of countries) expect(best).toBeLessThanOrEqual(worst);
});

it('compare says why it tells nothing exact', async () => {
  const { stdout } = await run(['compare', 'Arcadia', 'Syldavia', '-e', folder()]);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('its scores differ by more than a number can tell');
});
