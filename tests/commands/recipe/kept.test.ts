// --recipe: a result that was kept can be built again, byte for byte.
import { describe, expect, it } from 'vitest';
import { bundledNames } from '../../../src/input/files/files.ts';
import { files, workshop } from './workshop.ts';

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

  it('by the mark that was said to stand before decimals', async () => {
    const { keep, call, write } = workshop();
    write('points.csv', 'country;laws\nFrance;1.234\nJapan;2.345\nKenya;999\n');
    const kept = await keep(['rank', 'FOLDER/points.csv', '--decimal', ',', '--normalise', 'none']);
    expect(kept).toMatch(/"score": 1234/);
    expect((await call(['rank', '--recipe', 'FOLDER/kept.json', '--format', 'json'])).stdout).toBe(kept);
    // What is said anew wins, and another file is read as it is.
    const other = await call(['rank', '--recipe', 'FOLDER/kept.json', '--decimal', '.', '--format', 'json']);
    expect(other.stdout).toMatch(/"score": 1\.234/);
    write('others.csv', 'country,laws\nFrance,1.25\nJapan,2.5\n');
    const again = await call(['rank', 'FOLDER/others.csv', '--recipe', 'FOLDER/kept.json']);
    expect(again).toMatchObject({ code: 0 });
  });

  it('to the last digit of a number in its recipe', async () => {
    const { keep, call, write } = workshop();
    // France's index is 200 / 3, just short of the cut-off.
    write('plain.csv', 'country,laws,skills,talent\nFrance,1,1,0\nJapan,1,1,1\nKenya,0,0,0\n');
    const kept = await keep(['rank', 'FOLDER/plain.csv', '--tiers', 'thresholds:66.66666666671']);
    expect((await call(['rank', '--recipe', 'FOLDER/kept.json', '--format', 'json'])).stdout).toBe(kept);
  });
});
