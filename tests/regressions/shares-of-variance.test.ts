// sensitivity prints no share that cannot be, tells of what it was asked about, and says if it cannot tell.
import { describe, expect, it, vi } from 'vitest';
import { folderOf } from '../support/files.ts';
import { named, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

vi.setConfig({ testTimeout: 60_000 }); // hundreds of indices each

interface Estimate {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
}

interface Sensitivity {
  readonly drawsNeeded: number | null;
  readonly choices: readonly {
    readonly choice: string;
    readonly first: Estimate | null;
    readonly total: Estimate | null;
    readonly alone: number;
    readonly most?: { readonly country: string };
  }[];
  readonly leftOut: readonly {
    readonly code: string;
    readonly shift: number;
    readonly most?: { readonly country: string };
  }[];
}

const sensitivity = async (...args: readonly string[]): Promise<Sensitivity> =>
  told<object, Sensitivity>('sensitivity', ...args);

/** Estonia is first unless y is left out, and second then; the noise moves nothing. */
const decisive = (): string[] => [
  `${folderOf({ 'my.csv': 'country,x,y\nEstonia,0,100\nLatvia,10,0\nPoland,-5,0\n' })}/my.csv`,
  ...['--normalise', 'none', '--vary', 'drop', '--vary', 'noise=0.001%', '--of', 'Estonia'],
];

describe('a share of the variance', () => {
  it.each([
    ['iiss-2021', '--draws', '64', '--of', 'top:3'],
    ['iiss-2021', '--draws', '16'],
    ['iiss-2021', '--draws', '16', '--seed', '2', '--of', 'China'],
    ['iiss-2021', '--draws', '8', '--of', 'top:2'],
  ])('lies between 0 and 1, alone no more than in all, within its limits: %s %s %s', async (...args) => {
    const { choices } = await sensitivity(...args);
    for (const { choice, first, total } of choices) {
      const told = [first, total].flatMap((one) => (one === null ? [] : [one]));
      for (const { value, low, high } of told) {
        expect({ choice, low, isIn: low >= 0 && high <= 1 && low <= high }).toMatchObject({ isIn: true });
        if (value !== null)
          expect({ choice, value, isIn: low <= value && value <= high }).toMatchObject({ isIn: true });
      }
      const [alone = null, inAll = null] = [first?.value, total?.value];
      if (alone !== null && inAll !== null)
        expect({ choice, alone }).toEqual({ choice, alone: Math.min(alone, inAll) });
    }
  });

  it('has limits in the table, alone and in all', async () => {
    const { stdout } = await run(['sensitivity', 'iiss-2021', '--draws', '8', '--format', 'csv']);
    const header = stdout.split('\n')[0] ?? '';
    for (const field of ['firstLow', 'firstHigh', 'totalLow', 'totalHigh']) expect(header).toContain(field);
    const text = await run(['sensitivity', ...decisive(), '--draws', '512']);
    const row = text.stdout.split('\n').find((line) => line.startsWith('drop '));
    expect(row?.match(/\d\.\d\d–\d\.\d\d/g)).toHaveLength(2);
  });

  it('is not told where too few draws were made, but how many would do', async () => {
    const { choices, drawsNeeded } = await sensitivity('iiss-2021', '--draws', '8', '--of', 'top:3');
    expect(choices.some(({ first, total }) => first?.value === null || total?.value === null)).toBe(true);
    expect(drawsNeeded).toBeGreaterThan(8);
    const { stdout } = await run(['sensitivity', 'iiss-2021', '--draws', '8', '--of', 'top:3']);
    const words = stdout.replaceAll(/\s+/g, ' ');
    expect(words).toMatch(/too few draws to tell/i);
    expect(words).toContain(`--draws ${drawsNeeded}`);
  });

  it('is told where the limits are narrow: of one choice that decides alone', async () => {
    const { choices } = await sensitivity(...decisive(), '--draws', '512');
    const drop = choices.find(({ choice }) => choice === 'drop');
    expect(drop?.first?.value).toBeGreaterThan(0.9);
    expect(drop?.total?.value).toBeGreaterThan(0.9);
  });
});

describe('with --of China everything is of China', () => {
  const rankWithout = async (code: string) =>
    named(await told('rank', 'iiss-2021', '--select', `without:${code}`), 'China').rank;

  it('leaving parts out', async () => {
    const { leftOut } = await sensitivity('iiss-2021', '--of', 'China', '--draws', '16');
    for (const { code, shift, most } of leftOut) {
      expect({ code, shift }).toEqual({ code, shift: Math.abs((await rankWithout(code)) - 5) });
      expect(most?.country ?? 'CHN').toBe('CHN');
    }
  });

  it('what each choice moves alone', async () => {
    const { choices } = await sensitivity('iiss-2021', '--of', 'China', '--draws', '16');
    // Of nothing left out and each of seven indicators once.
    const codes = [
      'strategy',
      'governance',
      'intelligence',
      'empowerment',
      'resilience',
      'leadership',
      'offence',
    ];
    const moves = await Promise.all(codes.map(async (code) => Math.abs((await rankWithout(code)) - 5)));
    const drop = choices.find(({ choice }) => choice === 'drop');
    expect(drop?.alone).toBeCloseTo(moves.reduce((sum, x) => sum + x, 0) / 8, 9);
    for (const { most } of choices) expect(most?.country ?? 'CHN').toBe('CHN');
  });

  it('nothing is said of all countries', async () => {
    const { stdout } = await run(['sensitivity', 'iiss-2021', '--of', 'China', '--draws', '16']);
    expect(stdout).not.toContain('tell of all countries');
    expect(stdout).not.toMatch(/Russia|Indonesia|Iran/);
  });
});

describe('a shift that is the same in every draw', () => {
  // By the nominal weights Estonia is first; by both others Latvia is.
  const swapped = () =>
    folderOf({
      'indicators.csv': 'code,weight\nx,9\ny,1\n',
      'scores.csv': 'country,x,y\nEstonia,2,0\nLatvia,1,3\n',
      'weights.csv': 'code,even,other\nx,1,1\ny,1,2\n',
      'index.json': '{ "recipe": { "normalise": "none" } }',
    });
  const args = () => [
    'sensitivity',
    swapped(),
    '--vary',
    'weights=set:even/set:other',
    '--vary',
    'aggregate=arithmetic/sum',
  ];

  it('is no lack of movement', async () => {
    const words = (await run([...args(), '--draws', '16'])).stdout.replaceAll(/\s+/g, ' ');
    expect(words).not.toMatch(/Nothing that varies moves|never changes/);
    expect(words).toMatch(/Every draw moves ranks by the same average: 1(?:\.0+)? places?\b/);
  });

  it('has no shares', async () => {
    const { choices } = await sensitivity(...args().slice(1), '--draws', '16');
    expect(choices.map(({ first, total }) => [first, total])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

describe('of a draw that always does the same', () => {
  const words = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await run(['sensitivity', ...args]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    return stdout.replaceAll(/\s+/g, ' ');
  };
  const swapped = () =>
    folderOf({
      'indicators.csv': 'code,weight\nx,9\ny,1\n',
      'scores.csv': 'country,x,y\nEstonia,2,0\nLatvia,1,3\n',
      'weights.csv': 'code,even,other\nx,1,1\ny,1,2\n',
      'index.json': '{ "recipe": { "normalise": "none" } }',
    });
  const choices = ['--vary', 'weights=set:even/set:other', '--vary', 'aggregate=arithmetic/sum'];

  it.each([
    ['Latvia', 'Latvia has rank 1 in every draw; its nominal rank is 2.'],
    ['top:1', 'Another country is first in every draw.'],
  ])('and moves %s', async (outcome, sentence) => {
    expect(await words(swapped(), ...choices, '--draws', '16', '--of', outcome)).toContain(sentence);
  });

  it.each([
    ['shift', 'No rank changes in 96 rankings.'],
    ['Latvia', 'Latvia keeps rank 2 in 96 rankings.'],
    ['top:1', 'The first place never changes in 96 rankings.'],
  ])('and nothing else: %s', async (outcome, sentence) => {
    const folder = folderOf({ 'my.csv': 'country,x,y\nEstonia,9,9\nLatvia,1,1\n' });
    const same = ['--vary', 'drop', '--vary', 'aggregate=arithmetic/sum'];
    const said = await words(`${folder}/my.csv`, ...same, '--draws', '16', '--of', outcome);
    expect(said).toContain(sentence);
    expect(said).not.toContain('Of all parts');
  });
});

describe('with --of top:3', () => {
  it('parts left out tell who drops out', async () => {
    const decided = decisive().slice(0, -1);
    const { leftOut } = await told<
      object,
      { leftOut: { code: string; shift: number; dropped: string[]; most?: object }[] }
    >('sensitivity', ...decided, 'top:1', '--draws', '16');
    expect(leftOut).toEqual([
      { code: 'x', shift: 0, dropped: [] },
      { code: 'y', shift: 1, dropped: ['EST'] },
    ]);
    const { stdout } = await run(['sensitivity', ...decided, 'top:1', '--draws', '16']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Leaving out y changes the first places most: Estonia drops out.',
    );
  });
});

describe('the choice that matters most', () => {
  const lead = async (...args: readonly string[]) => {
    const { stdout } = await run(['sensitivity', ...args]);
    return (stdout.split('\n\n')[1] ?? '').replaceAll('\n', ' ');
  };

  it('is one where limits keep others away from it', async () => {
    expect(await lead(...decisive(), '--draws', '512')).toMatch(
      /^Leaving indicators out matters most: it accounts for 100 % of the variance in the rank of Estonia \((?:99|100) % alone\)\. Noise in scores hardly matters\./,
    );
  });

  it('seems to be one where they do not', async () => {
    expect(await lead('iiss-2021', '--draws', '128')).toMatch(
      /^Leaving indicators out seems to matter most: .* Error in ratings may matter as much\./,
    );
  });

  it('is not told of few draws that happen to be alike', async () => {
    for (const draws of ['1', '2', '7'])
      expect(await lead(...decisive(), '--draws', draws)).not.toMatch(/^Leaving|^Noise/);
  });
});

describe('blocks that are not complete', () => {
  // Without x, Poland has no score at all.
  const unranked = () =>
    `${folderOf({ 'my.csv': 'country,x,y\nEstonia,5,2\nLatvia,3,5\nPoland,4,\n' })}/my.csv`;
  const words = async (...args: readonly string[]) =>
    (await run(['sensitivity', unranked(), '--missing', 'skip:0.5', ...args])).stdout.replaceAll(/\s+/g, ' ');

  it('say why they are left out', async () => {
    expect(await words('--of', 'Poland', '--draws', '16')).toMatch(
      /\d+ blocks of 16 left out, because Poland has no rank in some draws/,
    );
    // A choice that takes x away in one of two draws leaves no block of one draw whole.
    expect(await words('--of', 'Poland', '--draws', '1', '--seed', '3')).toContain(
      'No block of draws is complete, because Poland has no rank in some draws.',
    );
  });
});

it('countries that tie for first are told as such where some drop out', async () => {
  const tied = `${folderOf({ 'my.csv': 'country,x,y\nEstonia,5,2\nLatvia,3,4\nPoland,0,0\n' })}/my.csv`;
  const { stdout } = await run([
    ...['sensitivity', tied, '--normalise', 'none', '--of', 'top:1', '--draws', '16'],
    ...['--vary', 'weights=around:25%', '--vary', 'noise=1%'],
  ]);
  expect(stdout).toContain('In every draw, 50 % of the countries that tie for first drop out.');
});
