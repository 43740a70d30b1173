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

it('fit finds the nearest weights though one score is 10¹⁵ times the others', async () => {
  const files = folderOf({
    'index.json': '{ "recipe": { "normalise": "none" } }',
    'published.csv': 'country,rank,tier\nFinland,1,B\nZubrowka,2,A\nEstonia,3,B\n',
    'scores.csv':
      'country,y1,laws,units,firms\nFinland,3,77.79,76,2\nZubrowka,0.38,1,14.61,3\n' +
      'Estonia,9007199254740993,3,1,3\n',
  });
  const { code, stdout } = await run(['fit', files, '--format', 'json']);
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/NaN|Infinity/);
});
