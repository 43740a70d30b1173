// --recipe: a result that was kept can be built again, byte for byte; and what else may stand beside it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledNames } from '../../src/input/files/files.ts';
import { folderOf } from '../support/files.ts';
import { run, type World } from '../support/run.ts';

/** Files in a folder that is called FOLDER. */
const files = {
  'ratings.csv': 'country,laws,skills\nFrance,low,3\nJapan,high,1\nKenya,medium,4\n',
  'iiss.csv': [
    'country,strategy,governance,intelligence,empowerment,resilience,leadership,offence',
    'France,strength,potential,strength,weakness,strength,strength,world-leading',
    'Japan,world-leading,world-leading,world-leading,world-leading,world-leading,world-leading,world-leading',
    'Kenya,weakness,potential,weakness,weakness,strength,potential,potential',
  ].join('\n'),
  'panel.csv': 'country,year,laws,skills\nFrance,2020,3,4\nFrance,2021,4,2\nJapan,2021,2,5\nKenya,2020,1,1\n',
  'gaps.csv': 'country,laws,skills,talent\nFrance,3,4,2\nJapan,,5,1\nKenya,1,,3\nPeru,2,2,2\n',
  'plain.csv':
    'country,laws,skills,talent\nFrance,3,4,2\nJapan,2,5,1\nKenya,1,1,3\nPeru,2,2,2\nChile,5,3,1\n',
  'weights.csv': 'code,hawks\nlaws,3\nskills,1\n',
  'nested/scores.csv': 'country,cert,laws,exports\nFrance,4,4.1,2300\nJapan,3,3.2,900\nKenya,4,3.9,15000\n',
  'nested/indicators.csv':
    'code,parent,weight,low,high,transform,normalise,aggregate\nprotection,,2,,,,,harmonic\n' +
    'cert,protection,1,0,5,,,\nlaws,protection,2,,,,minmax:floor=1,\nexports,,1,100,20000,log,,\n',
  'nested/index.yaml':
    'name: Nested\nrecipe:\n  normalise: goalposts\n  aggregate: geometric\n  tiers: thresholds:50\n',
} as const;

/** A folder with the files, and how to call the program in it. */
function workshop() {
  const folder = folderOf(files);
  const call = async (args: readonly string[], world: World = {}) =>
    run(
      args.map((arg) => arg.replaceAll('FOLDER', folder)),
      world,
    );
  return {
    call,
    /** Keeps what a call prints in kept.json. */
    keep: async (args: readonly string[], world: World = {}) => {
      const { code, stdout } = await call([...args, '--format', 'json'], world);
      expect(code).toBe(0);
      writeFileSync(path.join(folder, 'kept.json'), stdout);
      return stdout;
    },
    write: (name: string, text: string) => writeFileSync(path.join(folder, name), text),
  };
}

const editions = [
  ...bundledNames(),
  'tests/reference/hdi-2022',
  'FOLDER/ratings.csv',
  'FOLDER/iiss.csv',
  'FOLDER/panel.csv',
  'FOLDER/nested',
];

const options = [
  ['--weights', 'laws=2'],
  ['--weights', 'FOLDER/weights.csv:hawks'],
  ['--normalise', 'zscore:mean=50'],
  ['--normalise', 'goalposts:low=0,high=5,clip=true'],
  ['--aggregate', 'power:p=2'],
  ['--select', 'without:Peru,talent'],
  ['--select', 'only:laws,skills', '--select', 'without:France'],
  ['--rank', 'dense:decimals=1'],
  ['--tiers', 'quantiles:3'],
  ['--tiers', 'breaks:2'],
  ['--tiers', 'thresholds:66.6,33.3,names=High/Middle/Low'],
  ['--transform', 'log', '--top', '2'],
].map((one) => ['FOLDER/plain.csv', ...one]);

describe('a ranking that was kept gives the same bytes', () => {
  it.each(
    [
      ...editions.map((edition) => [edition]),
      ...options,
      ['FOLDER/gaps.csv', '--missing', 'skip'],
      ['FOLDER/gaps.csv', '--missing', 'skip:0.3'],
      ['FOLDER/ratings.csv', '--normalise', 'zscore'],
      ['FOLDER/ratings.csv', '--normalise', 'goalposts:low=0,high=5'],
      ['FOLDER/iiss.csv', '--weights', 'offence=3', '--tiers', 'quantiles:3'],
      ['FOLDER/panel.csv', '--select', 'only:year=2020'],
      ['FOLDER/nested', '--weights', 'protection=0.5', '--aggregate', 'sum'],
      ['iiss-2021', '--weights', 'set:security-first', '--select', 'without:IRN,offence'],
      ['iiss-2021', '--weights', 'strategy=0.3333333333333333'],
      ['ncpi-2020', '--select', 'without:surveillance', '--tiers', 'breaks:4'],
    ].map((args) => ({ args, line: args.join(' ') })),
  )('$line', async ({ args }) => {
    const { keep, call } = workshop();
    const kept = await keep(['rank', ...args]);
    const rows = args.includes('--top') ? ['--top', '2'] : [];
    const again = await call(['rank', '--recipe', 'FOLDER/kept.json', ...rows, '--format', 'json']);
    expect(again.code).toBe(0);
    expect(again.stdout).toBe(kept);
  });

  it('where no edition was named', async () => {
    const { keep, call } = workshop();
    expect(await keep(['rank'])).toBe(
      (await call(['rank', '--recipe', 'FOLDER/kept.json', '--format', 'json'])).stdout,
    );
  });

  it('from standard input, given the same', async () => {
    const { keep, call } = workshop();
    const world = { stdin: files['plain.csv'] };
    const kept = await keep(['rank', '-', '--aggregate', 'minimum'], world);
    expect((await call(['rank', '--recipe', 'FOLDER/kept.json', '--format', 'json'], world)).stdout).toBe(
      kept,
    );
  });

  it("whatever the edition's own recipe says by now", async () => {
    const { keep, call, write } = workshop();
    const rows = (text: string) => JSON.stringify(Object(JSON.parse(text)).countries);
    const kept = await keep(['rank', 'FOLDER/nested']);
    write('nested/index.yaml', 'name: Nested\nrecipe:\n  normalise: zscore\n  aggregate: sum\n');
    write(
      'nested/indicators.csv',
      files['nested/indicators.csv']
        .replace('harmonic', 'arithmetic')
        .replace('log', '')
        .replace('minmax:floor=1', ''),
    );
    expect(rows((await call(['rank', 'FOLDER/nested', '--format', 'json'])).stdout)).not.toBe(rows(kept));
    expect(rows((await call(['rank', '--recipe', 'FOLDER/kept.json', '--format', 'json'])).stdout)).toBe(
      rows(kept),
    );
  });

  it('to the last digit of a number in its recipe', async () => {
    const { keep, call, write } = workshop();
    // France's index is 200 / 3, just short of the cut-off.
    write('plain.csv', 'country,laws,skills,talent\nFrance,1,1,0\nJapan,1,1,1\nKenya,0,0,0\n');
    const kept = await keep(['rank', 'FOLDER/plain.csv', '--tiers', 'thresholds:66.66666666671']);
    expect((await call(['rank', '--recipe', 'FOLDER/kept.json', '--format', 'json'])).stdout).toBe(kept);
  });
});

describe('beside --recipe', () => {
  it('an option wins, and the other steps stay as they were', async () => {
    const { keep, call } = workshop();
    await keep([
      'rank',
      'FOLDER/plain.csv',
      '--aggregate',
      'power:p=2',
      '--rank',
      'dense',
      '--weights',
      'laws=2',
    ]);
    const { stdout } = await call([
      'rank',
      '--recipe',
      'FOLDER/kept.json',
      '--aggregate',
      'minimum',
      '--format',
      'json',
    ]);
    expect(stdout).toBe(
      (
        await call([
          'rank',
          'FOLDER/plain.csv',
          '--aggregate',
          'minimum',
          '--rank',
          'dense',
          '--weights',
          'laws=2',
          '--format',
          'json',
        ])
      ).stdout,
    );
  });

  it('another selection brings back what was left out, with the methods of its own', async () => {
    const { keep, call } = workshop();
    await keep(['rank', 'FOLDER/nested', '--select', 'without:exports']);
    const { stdout } = await call([
      'rank',
      '--recipe',
      'FOLDER/kept.json',
      '--select',
      'without:laws',
      '--format',
      'json',
    ]);
    expect(stdout).toBe(
      (await call(['rank', 'FOLDER/nested', '--select', 'without:laws', '--format', 'json'])).stdout,
    );
  });

  it('an edition that is named is taken instead of the one that was kept', async () => {
    const { keep, call } = workshop();
    await keep(['rank', 'FOLDER/gaps.csv', '--missing', 'skip', '--aggregate', 'sum']);
    const { stdout, stderr } = await call([
      'rank',
      'FOLDER/plain.csv',
      '--recipe',
      'FOLDER/kept.json',
      '--format',
      'json',
      '--quiet',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      recipe: { missing: { method: 'skip' }, aggregate: { method: 'sum' } },
    });
    expect(Object(JSON.parse(stdout)).edition).toMatch(/plain\.csv$/);
    expect(stderr).toBe('');
  });

  it('other commands take it as well, with the edition', async () => {
    const { keep, call } = workshop();
    await keep(['rank', 'FOLDER/plain.csv', '--tiers', 'quantiles:2']);
    for (const args of [['tiers'], ['explain', 'France'], ['check', '--expect', 'FOLDER/kept.json']]) {
      const { code, stdout } = await call([...args, '--recipe', 'FOLDER/kept.json', '--format', 'json']);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        title: 'plain.csv',
        recipe: { tiers: { method: 'quantiles', shares: [2] } },
      });
    }
  });
});

describe('a recipe', () => {
  it("of any command's result will do", async () => {
    const { keep, call } = workshop();
    await keep(['tiers', 'FOLDER/plain.csv', '--tiers', 'quantiles:2']);
    expect((await call(['rank', '--recipe', 'FOLDER/kept.json', '--format', 'json'])).stdout).toBe(
      (await call(['rank', 'FOLDER/plain.csv', '--tiers', 'quantiles:2', '--format', 'json'])).stdout,
    );
  });

  it("of an edition's settings, or on its own, is that of the edition that is named", async () => {
    const { call, write } = workshop();
    write('own.yaml', 'aggregate: sum\ntiers: quantiles:2\n');
    write('settings.json', '{ "name": "Another", "recipe": { "aggregate": "sum", "tiers": "quantiles:2" } }');
    const { stdout } = await call([
      'rank',
      'FOLDER/nested',
      '--aggregate',
      'sum',
      '--tiers',
      'quantiles:2',
      '--format',
      'json',
    ]);
    for (const file of ['own.yaml', 'settings.json'])
      expect(
        (await call(['rank', 'FOLDER/nested', '--recipe', `FOLDER/${file}`, '--format', 'json'])).stdout,
      ).toBe(stdout);
  });

  it('on its own is that of the bundled example if no edition is named, which is said', async () => {
    const { call, write } = workshop();
    write('own.yaml', 'aggregate: minimum\n');
    const { stdout, stderr } = await call(['rank', '--recipe', 'FOLDER/own.yaml', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      edition: 'iiss-2021',
      recipe: { aggregate: { method: 'minimum' } },
    });
    expect(stderr).toContain('no edition named');
  });
});

describe('an input that has changed', () => {
  it('is warned of, and the result is that of the new one', async () => {
    const { keep, call, write } = workshop();
    await keep(['rank', 'FOLDER/plain.csv']);
    write('plain.csv', files['plain.csv'].replace('France,3', 'France,4'));
    const { code, stdout, stderr } = await call(['rank', '--recipe', 'FOLDER/kept.json', '--format', 'json']);
    expect(code).toBe(0);
    expect(
      stderr.match(/the file has changed since the result was kept \[recipe\/changed-input\]/g),
    ).toHaveLength(1);
    const fresh: { countries: unknown; inputs: unknown } = JSON.parse(
      (await call(['rank', 'FOLDER/plain.csv', '--format', 'json'])).stdout,
    );
    expect(JSON.parse(stdout)).toMatchObject({ countries: fresh.countries, inputs: fresh.inputs });
  });

  it('is warned of for each file that has, and for no other', async () => {
    const { keep, call, write } = workshop();
    await keep(['rank', 'FOLDER/nested']);
    write('nested/scores.csv', files['nested/scores.csv'].replace('4.1', '4.2'));
    write('nested/index.yaml', `${files['nested/index.yaml']}  rank: dense\n`);
    const { stderr } = await call(['rank', '--recipe', 'FOLDER/kept.json']);
    expect(
      [...stderr.matchAll(/(\S+): warning: .* \[recipe\/changed-input\]/g)].map(([, file = '']) =>
        path.basename(file),
      ),
    ).toEqual(['index.yaml', 'scores.csv']);
  });

  it('is an error with --strict', async () => {
    const { keep, call, write } = workshop();
    await keep(['rank', 'iiss-2021']);
    expect(await call(['rank', '--recipe', 'FOLDER/kept.json', '--strict'])).toMatchObject({
      code: 0,
      stderr: '',
    });
    await keep(['rank', 'FOLDER/nested']);
    write('nested/scores.csv', files['nested/scores.csv'].replace('4.1', '4.2'));
    expect(await call(['rank', '--recipe', 'FOLDER/kept.json', '--strict'])).toMatchObject({
      code: 1,
      stdout: '',
    });
  });
});

describe('what is wrong with it', () => {
  it('stands in the file, and the exit code is 1', async () => {
    const { call, write } = workshop();
    write('own.yaml', 'aggregate: sum\nrank: dens\n');
    const { code, stdout, stderr } = await call(['rank', 'FOLDER/plain.csv', '--recipe', 'FOLDER/own.yaml']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('own.yaml:2:1: error: there is no ranking "dens"');
  });

  it('is told where the step stands if it turns out only later', async () => {
    const { call, write } = workshop();
    write('own.yaml', 'aggregate: sum\nweights: set:owls\n');
    expect(await call(['rank', 'FOLDER/plain.csv', '--recipe', 'FOLDER/own.yaml', '--quiet'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('own.yaml:2:1: error: there is no set of weights "owls"'),
    });
    // Of an option it is the option that is wrong.
    expect(
      await call([
        'rank',
        'FOLDER/plain.csv',
        '--recipe',
        'FOLDER/own.yaml',
        '--weights',
        'set:larks',
        '--quiet',
      ]),
    ).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--weights: error: there is no set of weights "larks"'),
    });
  });
});
