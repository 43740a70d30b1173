// Errors of scores move nobody for standing at an end of the range, and what is certain does not err.
import { describe, expect, it, vi } from 'vitest';
import { folderOf } from '../support/files.ts';
import { byName, named, regression, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

vi.setConfig({ testTimeout: 60_000 }); // a thousand indices each

interface Drawn {
  readonly acceptability: readonly number[];
  readonly tiers: Readonly<Record<string, number>> | null;
}

const drawn = async (edition: string, vary: string, ...options: readonly string[]) =>
  told<Drawn>('uncertainty', edition, '--vary', vary, ...options);

describe('numbers that err', () => {
  it('lose no place for being the highest', async () => {
    // Estonia has 100 and Latvia 99, with errors of 5: Latvia is ahead with probability Φ(−1 / √50) = 0.444.
    const found = await drawn(regression('nz.csv'), 'noise=5%');
    const [estonia = 0, latvia = 0] = ['Estonia', 'Latvia'].map(
      (name) => named(found, name).acceptability[0],
    );
    expect(estonia + latvia).toBeCloseTo(1, 2); // they are level in no draw
    expect(Math.abs(latvia - 0.444)).toBeLessThan(0.06);
  });

  it('stay within goalposts, and are not heaped up at them', async () => {
    const folder = folderOf({
      'indicators.csv': 'code,low,high\nx,0,100\n',
      'scores.csv': 'country,x\nEstonia,100\nLatvia,99\nPoland,0\n',
      'index.json': '{ "recipe": { "normalise": "goalposts", "tiers": "thresholds:100" } }',
    });
    const found = await drawn(folder, 'noise=5%');
    const [estonia, latvia] = [named(found, 'Estonia'), named(found, 'Latvia')];
    expect((estonia.acceptability[0] ?? 0) + (latvia.acceptability[0] ?? 0)).toBeCloseTo(1, 2);
    expect(estonia.tiers?.['Tier 1']).toBeLessThan(0.02);
  });
});

describe('draws', () => {
  const rows = ['Estonia,50,high,3', 'Latvia,49,middle,5', 'Poland,48,high,4', 'Arcadia,47,low,6'];
  const given = ['Ana,Estonia,x,50,1', 'Bo,Estonia,x,44,2', 'Ana,Poland,z,4,1', 'Bo,Poland,z,6,1'];
  const same = (items: readonly string[]) => items;
  const turned = (items: readonly string[]) => items.toReversed();
  const edition = (turn: typeof same) => {
    const lines = (header: string, rest: readonly string[]) => [header, ...turn(rest)].join('\n');
    const across = (line: string) => turn(line.split(',')).join(',');
    return folderOf({
      'indicators.csv': lines('code,ratings', ['x,', 'y,grade', 'z,']),
      'scores.csv': lines(across('country,x,y,z'), rows.map(across)),
      'raters.csv': lines('rater,country,indicator,value,confidence', given),
      'index.json': '{ "scales": { "grade": ["low", "middle", "high"] } }',
    });
  };

  it.each(['noise=5%', 'ratings=20%', 'raters', 'drop'])(
    'belong to a country and an indicator, in any order of rows and columns: %s',
    async (vary) => {
      const sharesOf = async (turn: typeof same) =>
        byName(await drawn(edition(turn), vary, '--draws', '64'), ({ acceptability }) => acceptability);
      expect(await sharesOf(turned)).toEqual(await sharesOf(same));
    },
  );

  it('give the same shares of the variance in any order of rows and columns', async () => {
    const sharesOf = async (turn: typeof same) => {
      const varied = ['noise=5%', 'ratings=20%', 'raters', 'drop'].flatMap((one) => ['--vary', one]);
      const { code, stdout } = await run([
        'sensitivity',
        edition(turn),
        ...varied,
        '--draws',
        '16',
        '-f',
        'csv',
      ]);
      expect(code).toBe(0);
      return stdout;
    };
    expect(await sharesOf(turned)).toEqual(await sharesOf(same));
  });
});

describe('ratings that err', () => {
  const graded = () =>
    folderOf({
      'indicators.csv': 'code,ratings\nx,grade\n',
      'scores.csv': 'country,x\nEstonia,high\nLatvia,middle\nPoland,low\n',
      'index.json': JSON.stringify({
        scales: { grade: ['low', 'middle', 'high'] },
        recipe: { normalise: 'goalposts', tiers: 'thresholds:75,25' },
      }),
    });

  it('err as often as is said, at the ends of the scale too', async () => {
    const found = await drawn(graded(), 'ratings=20%');
    const shares = (name: string) =>
      Object.values(named(found, name).tiers ?? {}).map((share) => Math.round(share * 20) / 20);
    expect({ Estonia: shares('Estonia'), Latvia: shares('Latvia'), Poland: shares('Poland') }).toEqual({
      Estonia: [0.8, 0.2, 0],
      Latvia: [0.1, 0.8, 0.1],
      Poland: [0, 0.2, 0.8],
    });
  });
});

describe('a score that is certain', () => {
  const wide = {
    'indicators.csv': 'code\nx\n',
    'scores.csv': 'country,x\nEstonia,100\nLatvia,99\nPoland,0\n',
    'index.json': '{ "recipe": { "normalise": "none", "tiers": "thresholds:99.999,98.999" } }',
  };
  const inTier = async (folder: string, name: string, tier: string) =>
    named(await drawn(folder, 'noise=5%', '--draws', '200'), name).tiers?.[tier];

  it('does not err: certain.csv', async () => {
    const folder = folderOf({ ...wide, 'certain.csv': 'country,indicator\nEstonia,x\n' });
    expect(await inTier(folder, 'Estonia', 'Tier 1')).toBe(1);
    expect(await inTier(folder, 'Latvia', 'Tier 2')).toBeLessThan(0.5);
  });

  it('does not err: the column "certain" of long scores', async () => {
    const folder = folderOf({
      ...wide,
      'scores.csv': 'country,indicator,value,certain\nEstonia,x,100,yes\nLatvia,x,99,no\nPoland,x,0,\n',
    });
    expect(await inTier(folder, 'Estonia', 'Tier 1')).toBe(1);
    expect(await inTier(folder, 'Latvia', 'Tier 2')).toBeLessThan(0.5);
  });

  it('is one of a category, or of all, in one year or in all', async () => {
    const rest = {
      'indicators.csv': 'code,parent\na,\nx,a\ny,a\nz,\n',
      'scores.csv': 'country,year,x,y,z\nEstonia,2020,1,2,3\nEstonia,2021,2,3,1\nLatvia,2021,3,1,2\n',
    };
    const certain = async (text: string) => {
      const { stdout } = await run(['editions', folderOf({ ...rest, 'certain.csv': text }), '-f', 'json']);
      const { editions }: { editions: readonly { certain?: unknown }[] } = JSON.parse(stdout);
      return editions[0]?.certain;
    };
    const [estonia, latvia] = [
      { code: 'EST', name: 'Estonia' },
      { code: 'LVA', name: 'Latvia' },
    ];
    expect(await certain('country,indicator\nEstonia,a\nLVA,all\n')).toEqual([
      { ...estonia, year: 2020, indicators: ['x', 'y'] },
      { ...estonia, year: 2021, indicators: ['x', 'y'] },
      { ...latvia, year: 2021, indicators: ['x', 'y', 'z'] },
    ]);
    expect(await certain('country,year,indicator,certain\nEstonia,2021,z,yes\nLatvia,2021,x,no\n')).toEqual([
      { ...estonia, year: 2021, indicators: ['z'] },
    ]);
  });

  it('is no choice of sensitivity where all are', async () => {
    const folder = folderOf({
      'indicators.csv': 'code\nx\ny\n',
      'scores.csv': 'country,x,y\nEstonia,2,1\nLatvia,1,3\n',
      'certain.csv': 'country,indicator\nEstonia,all\nLatvia,all\n',
    });
    const { code, stdout } = await run(['sensitivity', folder, '--draws', '8']);
    expect({ code, names: /noise/.test(stdout) }).toEqual({ code: 0, names: false });
  });

  it('is what IISS published of the United States', async () => {
    const found = await drawn('iiss-2021', 'ratings=10%', '--draws', '300');
    expect(named(found, 'United States').tiers?.['Tier One']).toBe(1);
  });

  it.each([
    ['country,indicator\nAtlantis,x\n', /Atlantis/],
    ['country,indicator\nEstonia,y\n', /"y"/],
  ])('must be of the edition: %j', async (certain, said) => {
    const { code, stderr } = await run(['rank', folderOf({ ...wide, 'certain.csv': certain })]);
    expect(code).toBe(1);
    expect(stderr).toMatch(said);
  });

  it('is marked yes or no', async () => {
    const { code, stderr } = await run([
      'rank',
      folderOf({
        ...wide,
        'scores.csv': 'country,indicator,value,certain\nEstonia,x,100,perhaps\nLatvia,x,9,\n',
      }),
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/perhaps[^]*yes/);
  });
});
