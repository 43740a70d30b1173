// Weights that a method finds are told as far as the data determine them.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { named, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

describe('benefit of the doubt', () => {
  const bod = ['iiss-2021', '--weights', 'benefit-of-the-doubt'] as const;

  it('prints no mean of shares of which there are many', async () => {
    const { stdout } = await run(['rank', ...bod]);
    expect(stdout).not.toMatch(/mean shares|strategy 0\.\d+/);
  });

  it('gives the range of each optimal share', async () => {
    // China is rated as the United States in empowerment and offence alone: any mixture of these gives it 1,
    // and weight on anything else gives it less.
    const found = await told<{ shares: Record<string, { least: number; most: number }> }>('rank', ...bod);
    const none = { least: 0, most: 0 };
    const any = { least: 0, most: 1 };
    expect(named(found, 'China').shares).toEqual({
      strategy: none,
      governance: none,
      intelligence: none,
      empowerment: any,
      resilience: none,
      leadership: none,
      offence: any,
    });
  });

  it('gives a share that is the only one as itself', async () => {
    const folder = folderOf({
      'indicators.csv': 'code\nx\ny\n',
      'scores.csv': 'country,x,y\nEstonia,4,1\nLatvia,1,4\nPoland,2,2\n',
      'index.json': '{ "recipe": { "normalise": "none" } }',
    });
    // Estonia and Latvia bound Poland: best at w = (⅕, ⅕), half of 0.8 from each.
    const found = await told<{ shares: Record<string, { least: number; most: number }> }>(
      'rank',
      folder,
      '--weights',
      'benefit-of-the-doubt',
    );
    const { shares, score } = named(found, 'Poland');
    expect(score).toBeCloseTo(0.8, 9);
    for (const code of ['x', 'y']) {
      expect(shares[code]?.least).toBeCloseTo(0.5, 9);
      expect(shares[code]?.most).toBeCloseTo(0.5, 9);
    }
  });

  it('has no weights in common to tell', async () => {
    const { weights } = await told<object, { weights: object | null }>('rank', ...bod);
    expect(weights).toBeNull();
  });

  it('explains a country by ranges', async () => {
    const { stdout } = await run([
      'explain',
      'China',
      '-e',
      'iiss-2021',
      '--weights',
      'benefit-of-the-doubt',
    ]);
    expect(stdout).not.toMatch(/mean shares/);
    expect(stdout).toMatch(/0(?:\.0+)?–1(?:\.0+)?|0 to 1/);
  });
});

describe('the first principal component', () => {
  it('says how much of the variance it holds', async () => {
    // Two columns with r = 0.5 have eigenvalues 1.5 and 0.5: 75 % of the variance.
    const folder = folderOf({
      'my.csv':
        'country,x,y\nEstonia,1,1\nLatvia,1,0\nLithuania,0,1\nPoland,0,0\nFinland,1,1\nSweden,0,0\nNorway,1,1\nDenmark,0,0\n',
    });
    const { stdout } = await run(['rank', `${folder}/my.csv`, '--weights', 'principal-component']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/75(?:\.0)? % of the variance/);
  });

  it('is warned of where there are fewer than three countries an indicator', async () => {
    const { problems } = await told('rank', 'iiss-2021', '--weights', 'principal-component');
    expect(problems).toMatchObject([{ code: 'weights/few-countries', severity: 'warning' }]);
    expect(problems[0]?.what).toMatch(/15 countries[^]*7/);
  });

  it('is not warned of where there are three and more', async () => {
    const { problems } = await told('rank', 'gci-2024', '--weights', 'principal-component');
    expect(problems.filter(({ code }) => code === 'weights/few-countries')).toEqual([]);
  });
});
