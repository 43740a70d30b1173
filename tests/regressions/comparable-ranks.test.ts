// Ranks stand beside bounds, shares and reaches of the same kind, whatever kind the recipe prints.
import { describe, expect, it, vi } from 'vitest';
import { folderOf } from '../support/files.ts';
import { byName, named, regression, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

vi.setConfig({ testTimeout: 60_000 }); // bounds of many small editions

interface Bounded {
  readonly comparableRank?: number;
  readonly best: number;
  readonly worst: number;
  readonly worstTiesAgainst: number;
}

const [tie4, dec] = [regression('tie4.csv'), regression('dec.csv')];

describe('bounds beside ranks of another kind', () => {
  it('show what the rank is as a bound: fractional', async () => {
    const found = await told<Bounded>('bounds', tie4, '--rank', 'fractional');
    expect(byName(found, ({ rank, comparableRank }) => [rank, comparableRank])).toEqual({
      Estonia: [1, 1],
      Latvia: [2.5, 2],
      Lithuania: [2.5, 2],
      Poland: [4, 4],
    });
  });

  it('show what the rank is as a bound: of rounded scores', async () => {
    const found = await told<Bounded>('bounds', dec, '--rank', 'competition:decimals=0');
    expect(byName(found, ({ rank, comparableRank }) => [rank, comparableRank])).toEqual({
      Estonia: [1, 1],
      Latvia: [1, 2],
      Poland: [3, 3],
    });
  });

  it('say so under the table', async () => {
    const { stdout } = await run(['bounds', tie4, '--rank', 'fractional']);
    expect(stdout).toMatch(/bounds count[^]*fractional/);
  });

  it('have nothing to show beside where the recipe counts as they do', async () => {
    const { countries } = await told<Bounded>('bounds', tie4);
    expect(countries.some((country) => 'comparableRank' in country)).toBe(false);
  });
});

const kinds = ['competition', 'dense', 'fractional', 'ordinal'].flatMap((rank) => [
  rank,
  `${rank}:decimals=0`,
  `${rank}:decimals=1`,
]);

describe('no rank by the nominal weights lies outside its bounds', () => {
  const small = () =>
    folderOf({
      'indicators.csv': 'code,parent,weight\np,,1\nq,,2\na,p,1\nb,p,1\nc,q,1\nd,q,2\n',
      'scores.csv':
        'country,a,b,c,d\nEstonia,3,1,2,2\nLatvia,1,3,2,2\nLithuania,0,3,3,1\nPoland,2,2,2,2\nFinland,3,3,0,1\nSweden,1,1,1,1\n',
      'index.json': '{ "recipe": { "normalise": "none" } }',
    });

  it.each(kinds)('%s', async (rank) => {
    for (const edition of [tie4, dec, small()]) {
      const { countries } = await told<Bounded>('bounds', edition, '--rank', rank);
      for (const { name, rank: printed, comparableRank = printed, best, worst } of countries)
        expect({ name, isWithin: best <= comparableRank && comparableRank <= worst }).toEqual({
          name,
          isWithin: true,
        });
    }
  });

  const leading = 'USA,GBR,SAU,EST,KOR,SGP,ESP,RUS,ARE,MYS,LTU,JPN,CAN,FRA,IND';

  it('of an edition with dense ranks of rounded scores', async () => {
    const { countries } = await told<Bounded>('bounds', 'gci-2020', '--select', `only:${leading}`);
    const outside = countries.filter(
      ({ rank, comparableRank = rank, best, worst }) => comparableRank < best || comparableRank > worst,
    );
    expect(outside.map(({ name }) => name)).toEqual([]);
  });
});

describe('beside ranks of another kind', () => {
  it('shares of ranks have a comparable one', async () => {
    const found = await told<{ comparableRank?: number; acceptability: number[] }>(
      'uncertainty',
      tie4,
      '--rank',
      'fractional',
      '--draws',
      '64',
    );
    expect(named(found, 'Latvia')).toMatchObject({
      rank: 2.5,
      comparableRank: 2,
      acceptability: [0, 1, 0, 0],
    });
  });

  it('a rank that is to be reached counts the countries ahead, and so does that of today', async () => {
    const found = await told<{ comparableRank?: number; after: { rank: number } }>(
      'reach',
      'Poland',
      '-e',
      tie4,
      '--to-rank',
      '2',
      '--rank',
      'fractional',
    );
    // With 9 Poland is level with Latvia and Lithuania, and one country is ahead of the three.
    expect(named(found, 'Poland')).toMatchObject({ comparableRank: 4, after: { rank: 2 } });
  });

  it('nobody moves by what changes no index', async () => {
    // x and y say the same, so that leaving one out changes nothing.
    const folder = folderOf({
      'my.csv': 'country,x,y\nEstonia,10,10\nLatvia,9,9\nLithuania,9,9\nPoland,8,8\n',
    });
    const { leftOut } = await told<object, { leftOut: { code: string; shift: number }[] }>(
      'sensitivity',
      `${folder}/my.csv`,
      '--rank',
      'dense',
      '--draws',
      '16',
    );
    expect(leftOut.map(({ code, shift }) => [code, shift])).toEqual([
      ['x', 0],
      ['y', 0],
    ]);
  });
});

describe('ties', () => {
  it('count for a country in its worst rank, and against it in another', async () => {
    const found = await told<Bounded>('bounds', tie4);
    expect(byName(found, ({ best, worst, worstTiesAgainst }) => [best, worst, worstTiesAgainst])).toEqual({
      Estonia: [1, 1, 1],
      Latvia: [2, 2, 3],
      Lithuania: [2, 2, 3],
      Poland: [4, 4, 4],
    });
  });

  it('count against a country that others can only be level with', async () => {
    // Nobody is ahead of the United States anywhere. Of the fifteen four others are rated as it is in
    // intelligence (Australia, Israel, Russia, United Kingdom) and four in offence (China,
    // Israel, Russia, United Kingdom), and in no indicator more.
    const found = await told<Bounded>('bounds', 'iiss-2021', '--region', 'any');
    expect(named(found, 'United States')).toMatchObject({ best: 1, worst: 1, worstTiesAgainst: 5 });
  });

  it('count against countries in the table with --ties against', async () => {
    const rangeOf = async (...options: readonly string[]) => {
      const { stdout } = await run([
        'bounds',
        tie4,
        ...options,
        '--format',
        'csv',
        '--no-header',
        '--fields',
        'name,best,worst',
      ]);
      return stdout.trim().split('\n')[1];
    };
    expect(await rangeOf()).toBe('Latvia,2,2');
    expect(await rangeOf('--ties', 'for')).toBe('Latvia,2,2');
    expect(await rangeOf('--ties', 'against')).toBe('Latvia,2,3');
  });

  it('are for or against, and nothing else', async () => {
    const { code, stderr } = await run(['bounds', tie4, '--ties', 'often']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/for or against|for and against/);
  });
});
