// fit gives one answer: the weights nearest to the nominal ones that reproduce what was published, or none.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { numbers, regression, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

interface Fitted {
  readonly fits: readonly {
    readonly found: boolean;
    readonly of: number;
    readonly agree: number;
    readonly agreeNominally: number;
    readonly weights: Readonly<
      Record<string, { local: number; localRange: { least: number; most: number } | null }>
    >;
    readonly options: string;
  }[];
}

const fitted = async (edition: string, ...options: readonly string[]) =>
  (await told<object, Fitted>('fit', edition, ...options)).fits[0];

const locals = (fit: Fitted['fits'][number] | undefined) =>
  Object.fromEntries(Object.entries(fit?.weights ?? {}).map(([code, { local }]) => [code, local]));

describe('published ranks of rounded scores', () => {
  const uf1 = regression('uf1');

  // By equal weights the four have 7/3, 8/3, 13/3 and 11/3: rounded 2, 3, 4 and 4, so ranks 4, 3, 1 and 1.
  it('are reproduced by the weights that are said to reproduce them', async () => {
    expect(await fitted(uf1)).toMatchObject({ found: true, of: 4, agree: 4, agreeNominally: 4 });
  });

  it('are reproduced by the nominal weights, so these are what is shown', async () => {
    for (const weight of Object.values(locals(await fitted(uf1)))) expect(weight).toBeCloseTo(1 / 3, 3);
  });

  it('are not said to be reproduced and then not to come out', async () => {
    expect((await run(['fit', uf1])).stdout).not.toMatch(/of the ranks themselves|come out as printed, as/);
  });

  it('that no weights give, rounded, are not found', async () => {
    // Over all weights x and y of the one are 0.2 less than those of the other, both round to 1 or both to 2:
    // they are level or the second is ahead.
    const folder = folderOf({
      'indicators.csv': 'code\nx\ny\n',
      'scores.csv': 'country,x,y\nEstonia,1.2,1.9\nLatvia,1.4,2.1\n',
      'published.csv': 'country,rank\nEstonia,1\nLatvia,2\n',
      'index.json': '{ "recipe": { "normalise": "none", "rank": "competition:decimals=0" } }',
    });
    expect(await fitted(folder)).toMatchObject({ found: false });
  });

  it('that only rounding gives are found where they are', async () => {
    // 1 + w and 2 − w print the same where both print 1.5, for w between 0.45 and 0.55.
    const folder = folderOf({
      'indicators.csv': 'code,weight\nx,9\ny,1\n',
      'scores.csv': 'country,x,y\nEstonia,2,1\nLatvia,1,2\nPoland,0,0\n',
      'published.csv': 'country,rank\nEstonia,1\nLatvia,1\nPoland,3\n',
      'index.json': '{ "recipe": { "normalise": "none", "rank": "competition:decimals=1" } }',
    });
    const fit = await fitted(folder);
    // Nearest to the nominal 0.9 is what is just below 0.55.
    expect(fit).toMatchObject({ found: true, agree: 3, agreeNominally: 2 });
    expect(fit?.weights['x']?.local).toBeLessThan(0.55);
    expect(fit?.weights['x']?.local).toBeGreaterThan(0.5);
  });
});

describe('what is shown first', () => {
  it('is the nominal weights where these reproduce it', async () => {
    const fit = await fitted('iiss-2021');
    expect(fit).toMatchObject({ found: true, agree: 15, agreeNominally: 15 });
    for (const weight of Object.values(locals(fit))) expect(weight).toBeCloseTo(1 / 7, 3);
    expect(fit?.options).not.toMatch(/strategy=1\b/);
  });

  it('is the nearest weights to them where other ones do, with the range of each beside it', async () => {
    // Latvia is ahead where 5 (1 − w) > 10 w: from w = 0 to below ⅓; the nominal w is ½.
    const folder = folderOf({
      'indicators.csv': 'code\nx\ny\n',
      'scores.csv': 'country,x,y\nEstonia,10,0\nLatvia,0,5\n',
      'published.csv': 'country,rank\nEstonia,2\nLatvia,1\n',
      'index.json': '{ "recipe": { "normalise": "none" } }',
    });
    const fit = await fitted(folder);
    expect(fit?.weights['x']?.local).toBeGreaterThan(0.32);
    expect(fit?.weights['x']?.local).toBeLessThan(1 / 3);
    expect(fit?.weights['x']?.localRange?.least).toBeCloseTo(0, 6);
    expect(fit?.weights['x']?.localRange?.most).toBeCloseTo(1 / 3, 6);
  });

  it('reproduces what it is said to when it is run', async () => {
    const random = numbers(9);
    const names = ['Estonia', 'Latvia', 'Lithuania', 'Poland', 'Finland'];
    for (let trial = 0; trial < 10; trial += 1) {
      const scores = names.map(() => [0, 1, 2].map(() => Math.floor(10 * random())));
      const weights = [0, 1, 2].map(() => 1 + Math.floor(9 * random()));
      const index = scores.map((one) => one.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0));
      const folder = folderOf({
        'indicators.csv': 'code\nx\ny\nz\n',
        'scores.csv': `country,x,y,z\n${scores.map((one, i) => [names[i], ...one].join(',')).join('\n')}\n`,
        'published.csv': `country,rank\n${names
          .map((name, i) => `${name},${1 + index.filter((other) => other > (index[i] ?? 0)).length}`)
          .join('\n')}\n`,
        'index.json': '{ "recipe": { "normalise": "none" } }',
      });
      expect({ trial, fit: await fitted(folder) }).toMatchObject({ trial, fit: { found: true, agree: 5 } });
    }
  });
});
