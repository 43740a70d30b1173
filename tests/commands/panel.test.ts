// Which year of a panel the commands show, and where they name it.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { byName, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

const csvOf = (lines: readonly string[]) => `${folderOf({ 'my.csv': `${lines.join('\n')}\n` })}/my.csv`;

const panel = () =>
  csvOf([
    'country,year,laws,skills',
    'France,2019,3,4',
    'France,2021,4,2',
    'Japan,2019,1,1',
    'Japan,2021,2,5',
    'Kenya,2019,5,3',
    'Brazil,2021,3,3',
  ]);

/** The table of a command as CSV, its header first. */
async function csv(...args: readonly string[]): Promise<string[][]> {
  const { code, stdout, stderr } = await run([...args, '--format', 'csv']);
  if (code !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
}

describe('the latest row of each country', () => {
  it('is ranked with those of the others, and says its year', async () => {
    const { countries, year } = await told<object, { year: unknown }>('rank', panel(), '--year', 'latest');
    expect(year).toBe('latest');
    expect(countries.map(({ name, rank, year: own }) => [name, rank, own])).toEqual([
      ['Kenya', 1, 2019],
      ['Japan', 2, 2021],
      ['Brazil', 3, 2021],
      ['France', 3, 2021],
    ]);
  });

  it('is shown with its year to people too', async () => {
    const { stdout } = await run(['rank', panel(), '--year', 'latest']);
    expect(stdout).toMatch(/^my\.csv, latest year of each country\n/);
    expect(stdout).toMatch(/1 {2}Kenya {4}2019/);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'year: latest of each country, on the scale of all years',
    );
  });

  it('stays in the ranking of the others when choices vary', async () => {
    const { countries } = await told<{ acceptability: number[] }>(
      ...['uncertainty', panel(), '--year', 'latest', '--draws', '50', '--vary', 'noise=1%'],
    );
    const firsts = byName({ countries }, ({ acceptability }) => acceptability[0]);
    expect(firsts).toMatchObject({ Kenya: 1, France: 0 });
  });

  it('is compared with those of other years', async () => {
    const { stdout } = await run(['compare', 'Kenya', 'France', '-e', panel(), '--year', 'latest']);
    expect(stdout).toContain('Kenya (rank 1, index 75.0) leads France (rank 3, index 50.0)');
  });
});

describe('the year stands in CSV', () => {
  it.each([
    ['rank', 3, ['PANEL']],
    ['tiers', 3, ['PANEL', '--tiers', 'thresholds:50']],
    ['bounds', 3, ['PANEL']],
    ['uncertainty', 3, ['PANEL', '--draws', '10']],
    ['whatif', 4, ['France.laws=1', '-e', 'PANEL', '--all']],
    ['reach --all', 3, ['--all', '-e', 'PANEL', '--to-rank', '1']],
    ['reach', 2, ['France', '-e', 'PANEL', '--to-rank', '1']],
    ['explain', 1, ['France', '-e', 'PANEL']],
    ['compare', 0, ['France', 'Japan', '-e', 'PANEL']],
    ['sensitivity', 0, ['PANEL', '--draws', '4']],
  ] as const)('of %s', async (command, place, args) => {
    const [name = ''] = command.split(' ');
    const [header, ...rows] = await csv(
      name,
      ...args.map((arg) => (arg === 'PANEL' ? panel() : arg)),
      '--year',
      '2019',
    );
    expect(header?.indexOf('year')).toBe(place);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row[place]))).toEqual(new Set(['2019']));
  });

  it('not where scores have no years', async () => {
    const [header] = await csv('rank', csvOf(['country,laws', 'France,3', 'Japan,1']));
    expect(header).toEqual(['rank', 'code', 'name', 'score']);
  });
});

describe('a year that is asked for', () => {
  it('is that of the scores that are changed', async () => {
    const { countries } = await told<{ was: { score: number } }>(
      ...['whatif', 'France.laws=4', '-e', panel(), '--year', '2019'],
    );
    expect(byName({ countries }, ({ score, was }) => [was.score, score])).toMatchObject({
      France: [62.5, 75],
    });
  });

  it('is that of all that are changed', async () => {
    const { stdout } = await run(['whatif', 'all.laws=3', '-e', panel(), '--year', '2019', '--quiet']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      "changed: Japan (2019)'s laws 1 → 3 and Kenya (2019)'s laws 5 → 3",
    );
  });

  it('says who has no row in it', async () => {
    const { stdout } = await run(['bounds', panel(), '--year', '2019']);
    expect(stdout).toContain('1 country has no row for 2019 and is not shown: Brazil');
  });

  it('is not named twice in a title', async () => {
    const { stdout } = await run(['rank', csvOf(['country,year,laws', 'France,2020,3', 'France,2021,4'])]);
    expect(stdout.split('\n')[0]).toBe('my.csv, 2021');
  });
});

describe('a country that has no row in the latest year', () => {
  it('is explained by its own latest, and JSON says so', async () => {
    const { year, country } = await told<object, { year: number; country: { year: number } }>(
      ...['explain', 'Kenya', '-e', panel()],
    );
    expect([year, country.year]).toEqual([2019, 2019]);
  });

  it('is held against the cut-offs of its own year', async () => {
    const { stdout } = await run(['explain', 'Kenya', '-e', panel(), '--tiers', 'quantiles:2']);
    expect(stdout).toMatch(/^my\.csv: Kenya 2019, rank 1 of 3, index 75\.0, Tier 1\n/);
  });
});

describe('under a table', () => {
  const notesOf = async (...args: readonly string[]) =>
    (await run(['rank', panel(), '--quiet', ...args])).stdout.replaceAll(/\s+/g, ' ');

  it('stands how a year is normalised by itself', async () => {
    expect(await notesOf()).toContain(
      'year: 2021, on the scale of all years (2019 to 2021); --normalise minmax:by=year scales each year by itself',
    );
    expect(await notesOf('--normalise', 'minmax:floor=1')).toContain('--normalise minmax:floor=1,by=year');
  });

  it('stands nothing of it where it is, or where scores are taken as they are', async () => {
    expect(await notesOf('--normalise', 'minmax:by=year')).not.toContain('year:');
    expect(await notesOf('--normalise', 'none')).not.toContain('year:');
    expect(await notesOf('--normalise', 'none', '--year', 'latest')).toContain(
      'year: latest of each country, 2019 to 2021',
    );
  });

  it('stand the countries that are selected out', async () => {
    expect(await notesOf('--select', 'without:Kenya,Brazil')).toContain(
      'select: without Kenya and Brazil; ranks and scales cover the other 2 countries',
    );
    expect(await notesOf('--select', 'only:year=2019')).not.toContain('select: without');
  });
});

it('the index is told in the decimals that the year shown needs', async () => {
  const file = csvOf([
    'country,year,a',
    ...['France,2020,0.00012', 'Japan,2020,0.00011', 'Kenya,2020,0.00013'],
    ...['France,2021,4500', 'Japan,2021,5000', 'Kenya,2021,6000'],
  ]);
  const shown = async (year: string) =>
    (await run(['rank', file, '--normalise', 'none', '--year', year])).stdout;
  expect(await shown('2021')).toMatch(/1 +Kenya +6000 /);
  expect(await shown('2020')).toMatch(/1 +Kenya +0\.00013 /);
});
