// What is said about weights that a method worked out.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

const files = {
  'scores.csv': 'country,laws,skills,trade\nFrance,1,0,5\nJapan,2,4,3\nBrazil,3,0,9\nKenya,4,4,1\n',
  'indicators.csv': 'code,parent,weight\npolicy,,3\nlaws,policy,\nskills,policy,\ntrade,,1\n',
  'matrix.csv': ',laws,skills\nlaws,1,3\nskills,1/3,1\n',
};

async function rank(weights: string, ...options: string[]) {
  const folder = folderOf(files);
  return run(['rank', folder, '--quiet', '--weights', weights.replace('FOLDER', folder), ...options]);
}

/** The lines about weights, unwrapped. */
async function said(weights: string): Promise<string[]> {
  const { stdout } = await rank(weights);
  return stdout
    .replaceAll(/\n(?!\n|recipe|weights found)/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.startsWith('weights found'));
}

describe('under a table stand', () => {
  it('the weights that depend on the scores, category by category, the largest first', async () => {
    // Min–maxed: laws 0, ⅓, ⅔, 1 with s = √(5/27) = 0.430; skills 0, 1, 0, 1 with s = √(1/3) = 0.577; of
    // 1.008 that is 0.427 and 0.573.
    expect(await said('deviation')).toEqual([
      expect.stringMatching(/^weights found: (?:policy|trade) 0\.5\d\d and (?:policy|trade) 0\.4\d\d$/),
      'weights found under policy: skills 0.573 and laws 0.427',
    ]);
  });

  it('those by an order of importance, where it names something', async () => {
    expect(await said('rank-sum:skills')).toEqual([
      'weights found under policy: skills 0.667 and laws 0.333',
    ]);
  });

  it('those by comparisons, for what is compared', async () => {
    expect(await said('ahp:FOLDER/matrix.csv')).toEqual([
      'weights found under policy: laws 0.750 and skills 0.250',
    ]);
  });

  it('no weights that somebody wrote down', async () => {
    expect([await said('given'), await said('equal'), await said('laws=3')]).toEqual([[], [], []]);
  });

  it('at most twelve of a category', async () => {
    const codes = Array.from({ length: 15 }, (_, i) => `x${i}`);
    const folder = folderOf({
      'scores.csv': `country,${codes.join(',')}\nFrance,${codes.map((_, i) => i).join(',')}\nJapan,${codes.map(() => 1).join(',')}\n`,
      'indicators.csv': `code\n${codes.join('\n')}\n`,
    });
    const { stdout } = await run(['rank', folder, '--quiet', '--weights', `rank-sum:${codes.join(',')}`]);
    expect(stdout.replaceAll('\n', ' ')).toMatch(
      /weights found: x0 0\.125, x1 0\.117, .*, x11 0\.033 and 3 more/,
    );
  });

  it('those of six categories, the top of the framework first', async () => {
    const { stdout } = await run(['rank', 'ncpi-2020', '--quiet', '--weights', 'critic']);
    const lines = stdout.split('\n').filter((line) => line.startsWith('weights found'));
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(/^weights found: /);
    expect(lines.at(-1)).toBe('weights found under 9 more categories: see --format json');
  });
});

describe('in JSON stand', () => {
  interface Head {
    readonly weights: unknown;
    readonly inputs: readonly { path: string; sha256: string }[];
    readonly recipe: { weights: unknown };
  }
  const head = async (weights: string): Promise<Head> =>
    JSON.parse((await rank(weights, '--format', 'json')).stdout);

  it("every node's weight among its siblings and in the whole", async () => {
    expect((await head('given')).weights).toEqual({
      policy: { local: 0.75, effective: 0.75 },
      laws: { local: 0.5, effective: 0.375 },
      skills: { local: 0.5, effective: 0.375 },
      trade: { local: 0.25, effective: 0.25 },
    });
    expect((await head('ahp:FOLDER/matrix.csv')).weights).toMatchObject({
      laws: { local: 0.75, effective: 0.5625 },
    });
  });

  it('the file of comparisons among the inputs, with its SHA-256, and in the recipe', async () => {
    const { inputs, recipe } = await head('ahp:FOLDER/matrix.csv');
    expect(inputs.at(-1)).toEqual({
      path: expect.stringMatching(/matrix\.csv$/),
      sha256: createHash('sha256').update(files['matrix.csv']).digest('hex'),
    });
    expect(recipe.weights).toEqual({ method: 'ahp', file: inputs.at(-1)?.path });
  });
});

it('a result that was kept is ranked again by its comparisons', async () => {
  const folder = folderOf(files);
  const args = ['rank', folder, '--quiet', '--format', 'json'];
  const kept = await run([
    ...args,
    '--weights',
    `ahp:${folder}/matrix.csv`,
    '--output',
    `${folder}/kept.json`,
  ]);
  expect(kept.code).toBe(0);
  const again = await run([...args, '--recipe', `${folder}/kept.json`]);
  const first = await run([...args, '--weights', `ahp:${folder}/matrix.csv`]);
  expect(again.stdout).toBe(first.stdout);
});

describe('weights of its own for each country', () => {
  const folder = () =>
    folderOf({
      ...files,
      'scores.csv': 'country,laws,skills,trade\nFrance,4,1,5\nJapan,2,2,3\nBrazil,1,4,9\nKenya,4,4,1\n',
    });
  const args = ['--quiet', '--normalise', 'none', '--weights', 'benefit-of-the-doubt'];

  it('under a table it is said where they are told, as there are none in common', async () => {
    const { stdout } = await run(['rank', folder(), ...args]);
    expect(stdout.replaceAll('\n', ' ')).toContain(
      'weights: each country has the weights that are best for it; explain COUNTRY shows its shares',
    );
  });

  it('in JSON, country by country, as far as they may go', async () => {
    const {
      weights,
      countries,
    }: { weights: unknown; countries: { name: string; shares: unknown; scores: unknown }[] } = JSON.parse(
      (await run(['rank', folder(), ...args, '--format', 'json'])).stdout,
    );
    expect(weights).toBeNull();
    const of = (name: string) => countries.find((one) => one.name === name);
    // Under policy Kenya, with (4, 4), leads all: France can do no better than laws alone, Japan may have any
    // shares.
    const [none, all, any] = [
      { least: 0, most: 0 },
      { least: 1, most: 1 },
      { least: 0, most: 1 },
    ];
    expect(of('France')?.shares).toMatchObject({ laws: all, skills: none });
    expect(of('Japan')?.shares).toMatchObject({ laws: any, skills: any });
    expect(of('Japan')?.scores).toMatchObject({ policy: 0.5, trade: 3 });
  });

  it("in explain, with contributions that add up to the country's score", async () => {
    const { stdout } = await run(['explain', 'France', '--edition', folder(), ...args, '--format', 'json']);
    const {
      country,
      parts,
    }: {
      country: { score: number };
      parts: {
        depth: number;
        parent: string;
        code: string;
        weight: null;
        shares: { least: number; most: number };
        adds: number;
      }[];
    } = JSON.parse(stdout);
    const total = (some: typeof parts) => some.reduce((all, { adds }) => all + adds, 0);
    expect(total(parts.filter(({ depth }) => depth === 1))).toBeCloseTo(country.score, 11);
    expect(total(parts.filter(({ parent }) => parent === 'policy'))).toBeCloseTo(
      parts.find(({ code }) => code === 'policy')?.adds ?? 0,
      11,
    );
    for (const { adds, weight, shares } of parts) {
      expect(weight).toBeNull();
      expect(adds).toBeCloseTo(shares.least * country.score, 11);
    }
  });

  it('are found again from a result that was kept', async () => {
    const where = folder();
    const first = await run(['rank', where, ...args, '--format', 'json', '--output', `${where}/kept.json`]);
    expect(first.code).toBe(0);
    const again = await run(['rank', where, '--quiet', '--recipe', `${where}/kept.json`, '--format', 'json']);
    expect(again.stdout).toBe((await run(['rank', where, ...args, '--format', 'json'])).stdout);
  });

  it('leave out what has weight 0, and what is missing there', async () => {
    const where = folderOf({
      ...files,
      'scores.csv': 'country,laws,skills,trade\nFrance,4,1,\nJapan,2,2,3\n',
      'indicators.csv':
        'code,parent,weight\npolicy,,\nlaws,policy,\nskills,policy,\neconomy,,0\ntrade,economy,\n',
    });
    const { countries }: { countries: { name: string; score: number; shares: unknown }[] } = JSON.parse(
      (await run(['rank', where, ...args, '--format', 'json'])).stdout,
    );
    const [all, range] = [
      { least: 1, most: 1 },
      { least: expect.any(Number), most: expect.any(Number) },
    ];
    expect(countries.map(({ name, score, shares }) => [name, score, shares])).toEqual([
      ['France', 1, { policy: all, economy: null, laws: range, skills: range, trade: null }],
      ['Japan', 1, { policy: all, economy: null, laws: range, skills: range, trade: all }],
    ]);
  });
});
