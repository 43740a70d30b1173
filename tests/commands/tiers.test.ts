import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { regression } from '../support/regressions.ts';
import { run } from '../support/run.ts';

it('a single tier has everybody, and no cut-off', async () => {
  const single = ['tiers', 'iiss-2021', '--tiers', 'quantiles:1'];
  expect((await run(single)).stdout).toContain('\nTier 1: all countries (15 countries)\n');
  const because = ['--fields', 'because', '--format', 'csv', '--no-header'];
  expect((await run([...single, ...because])).stdout).toMatch(/^(?:the only tier\n){15}$/);
});

it('a layer is headed by what it asks for, also where who is first by rank has no layer', async () => {
  const folder = folderOf({ 'my.csv': 'country,laws,skills\nFrance,3,\nJapan,2,1\nPeru,1,0\n' });
  const { stdout } = await run(['tiers', `${folder}/my.csv`, '--missing', 'skip:0', '--tiers', 'layers']);
  expect(stdout).toContain('\nLayer 1: dominated by no country (1 country)\n');
  expect(stdout).toContain('\nLayer 2: all other countries (1 country)\n');
});

const cells = async (name: string, ...args: readonly string[]) =>
  (await run(['tiers', ...args, '--fields', name, '--format', 'csv', '--no-header'])).stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.replaceAll(/^"|"$/g, ''))
    .filter((cell) => cell !== '');

describe('what lifts a country, and what costs it its tier', () => {
  it('is told with its weight where weights decide', async () => {
    expect(await cells('risesWith', regression('neg'))).toEqual([
      'laws (50 % of the weight); attacks alone is not enough',
      'attacks and laws (75 % of the weight); or laws and gdp (75 % of the weight)',
    ]);
    expect(await cells('fallsWithout', regression('neg'))).toEqual([
      'laws (50 % of the weight); or attacks and gdp (50 % of the weight)',
      'laws (50 % of the weight); or attacks and gdp (50 % of the weight)',
    ]);
  });

  it('is any so many where all are alike', async () => {
    expect(await cells('fallsWithout', regression('a'))).toEqual(['any 1 of x, y']);
    expect((await cells('risesWith', 'iiss-2021')).slice(-1)).toEqual(['any 1 of 7']);
  });

  it('is cut short where there are many sets', async () => {
    const folder = folderOf({
      'indicators.csv': 'code,weight\na,3\nb,2\nc,2\nd,1\ne,1\n',
      'scores.csv': 'country,a,b,c,d,e\nFrance,2,2,2,2,2\nJapan,1,1,1,1,1\n',
      'index.json':
        '{ "recipe": { "normalise": "none", "tiers": { "method": "profile", "tiers": [{ "name": "High", ' +
        '"needs": [{ "atLeast": 2, "share": 0.5 }] }, { "name": "Low" }] } } }',
    });
    // Of 9: a (3) with b or c (2), or with both d and e; or b and c with d or e.
    expect(await cells('risesWith', folder)).toEqual([
      'a and b (55.6 % of the weight); or a and c (55.6 % of the weight); or 3 other sets',
    ]);
  });

  it('is a distance where the index is cut, and who could cover it', async () => {
    const cut = ['iiss-2021', '--tiers', 'thresholds:80,50'];
    expect([...new Set(await cells('risesWith', ...cut))].slice(0, 4)).toEqual([
      '8.6 points below the cut-off; no single indicator is enough',
      '13.3 points below the cut-off; no single indicator is enough',
      '13.3 points below the cut-off; resilience alone is enough',
      '18.1 points below the cut-off; no single indicator is enough',
    ]);
    expect([...new Set(await cells('fallsWithout', ...cut))].slice(0, 2)).toEqual([
      '20.0 points above the cut-off; no single indicator would cost the tier',
      '1.0 points above the cut-off; any single indicator would cost the tier',
    ]);
  });

  it('is nothing where a level is out of reach, or everybody has it', async () => {
    const ruled = (level: number) =>
      folderOf({
        'indicators.csv': 'code,low,high\nlaws,0,5\n',
        'scores.csv': 'country,laws\nFrance,4\n',
        'index.json':
          '{ "recipe": { "normalise": "goalposts", "tiers": { "method": "profile", "tiers": [{ "name": ' +
          `"High", "needs": [{ "atLeast": ${level}, "count": 1 }] }, { "name": "Low" }] } } }`,
      });
    expect(await cells('risesWith', ruled(7))).toEqual(['impossible: a level is out of reach']);
    expect(await cells('fallsWithout', ruled(0))).toEqual(['impossible: no score can miss its level']);
  });
});

it('a tier that nobody is in is named, in rank too', async () => {
  const line = '\nTier 1 and Tier 3 are empty\n';
  for (const command of ['tiers', 'rank'])
    expect((await run([command, 'iiss-2021', '--tiers', 'thresholds:101,50,1,0'])).stdout).toContain(
      '\nTier 1, Tier 4 and Tier 5 are empty\n',
    );
  expect((await run(['tiers', 'iiss-2021', '--tiers', 'thresholds:101,1'])).stdout).toContain(line);
  expect((await run(['tiers', 'iiss-2021'])).stdout).not.toContain('nobody');
});
