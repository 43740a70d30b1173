// A panel has one scale, over all its years, whichever year is shown; a table says which that is.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { byName, regression, told, type ToldCountry } from '../support/regressions.ts';
import { run } from '../support/run.ts';

const [p1, ya] = [regression('p1.csv'), regression('ya.csv')];

const scoresOf = async (...args: readonly string[]): Promise<Record<string, number>> =>
  byName(await told('rank', ...args), ({ score }) => score);

// Over both years a and b run from 0 to 10. In 2021 Estonia has 10 and 0, Latvia 8 and 4: 50 and 60. Within
// 2021 both would have 50. In 2020 Estonia has 0 and 10, Latvia 5 and 5: 50 each.
describe('a year of a panel', () => {
  it('is shown on the scale of all years, the latest unless another is asked for', async () => {
    expect(await scoresOf(p1)).toEqual({ Estonia: 50, Latvia: 60 });
    expect(await scoresOf(p1, '--year', '2021')).toEqual({ Estonia: 50, Latvia: 60 });
    expect(await scoresOf(p1, '--year', '2020')).toEqual({ Estonia: 50, Latvia: 50 });
  });

  it('that is selected keeps that scale', async () => {
    expect(await scoresOf(p1, '--select', 'only:year=2021')).toEqual({ Estonia: 50, Latvia: 60 });
    expect(await scoresOf(p1, '--select', 'without:year=2020')).toEqual({ Estonia: 50, Latvia: 60 });
  });

  it('is normalised within itself where the recipe says so', async () => {
    expect(await scoresOf(p1, '--normalise', 'minmax:by=year')).toEqual({ Estonia: 50, Latvia: 50 });
  });

  // Latvia has no score in 2020 and 10 in 2019; over all years a runs from 0 to 10.
  it('has its gaps filled from the years before it', async () => {
    for (const year of [
      ['--year', '2020'],
      ['--select', 'only:year=2020'],
    ])
      expect(await scoresOf(ya, '--impute', 'latest', ...year)).toEqual({ Estonia: 50, Latvia: 100 });
  });

  it('that is selected is said to be on the scale of all years', async () => {
    const { stdout } = await run(['rank', p1, '--select', 'only:year=2021']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/scale of all years|scale of 2020 (?:and|to) 2021/);
  });

  it('that is not in the panel is refused, with those that are', async () => {
    const { code, stderr } = await run(['rank', p1, '--year', '1999']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/1999[^]*2020[^]*2021/);
  });

  it.each([
    ['tiers', p1],
    ['bounds', p1],
    ['uncertainty', p1, '--draws', '64'],
    ['sensitivity', p1, '--draws', '8', '--of', 'Latvia'],
    ['compare', 'Latvia', 'Estonia', '-e', p1],
    ['explain', 'Latvia', '-e', p1],
    ['whatif', 'Latvia.a=9', '-e', p1],
    ['reach', 'Latvia', '-e', p1, '--to-rank', '1'],
  ])('can be asked of %s', async (...args) => {
    const { countries, country, year } = await told<object, { country?: ToldCountry; year: number }>(
      ...args,
      ...['--tiers', 'thresholds:55', '--year', '2020'],
    );
    expect(year).toBe(2020);
    for (const one of country === undefined ? (countries ?? []) : [country]) expect(one.year).toBe(2020);
  });
});

describe('a table of a panel names its year', () => {
  it.each(['text', 'markdown'])('in the title of %s', async (format) => {
    const { stdout } = await run(['rank', p1, '--format', format]);
    expect(stdout.split('\n')[0]).toContain('2021');
  });

  it.each([
    ['rank', ','],
    ['tiers', ','],
    ['bounds', ','],
  ])('in a column of the CSV of %s', async (command, mark) => {
    const { stdout } = await run([command, p1, '--tiers', 'thresholds:55', '--format', 'csv']);
    const [header = [], first = []] = stdout.split('\n').map((line) => line.split(mark));
    expect(first[header.indexOf('year')]).toBe('2021');
  });

  it('in JSON', async () => {
    const { countries } = await told('rank', p1);
    expect(countries.map(({ year }) => year)).toEqual([2021, 2021]);
  });
});

describe('a column of years that are not the same for all', () => {
  const mixed = () =>
    `${folderOf({ 'my.csv': 'country,year,a\nEstonia,2020,45\nLatvia,2021,50\nPoland,2021,60\n' })}/my.csv`;

  it('is refused where no country stands in two of them', async () => {
    const { code, stdout, stderr } = await run(['rank', mixed()]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/Estonia[^]*2020[^]*2021/);
    expect(stderr).toContain('--year latest');
  });

  it('is read where the latest of each country is asked for', async () => {
    const { countries } = await told('rank', mixed(), '--year', 'latest');
    expect(countries.map(({ name, year }) => [name, year])).toEqual([
      ['Poland', 2021],
      ['Latvia', 2021],
      ['Estonia', 2020],
    ]);
  });

  it('is read where one year is asked for, without those that do not stand in it', async () => {
    const { countries } = await told('rank', mixed(), '--year', '2021');
    expect(countries.map(({ name, rank }) => [name, rank])).toEqual([
      ['Poland', 1],
      ['Latvia', 2],
    ]);
    const { stdout } = await run(['rank', mixed(), '--year', '2021']);
    expect(stdout).toContain('1 country has no row for 2021 and is not shown: Estonia');
  });

  it('is refused where nobody stands in the year that is asked for', async () => {
    const { code, stderr } = await run(['rank', mixed(), '--year', '2019']);
    expect(code).toBe(2);
    expect(stderr).toContain('--year: error: the panel has no year 2019 [recipe/unknown-year]');
    expect(stderr).toContain('fix: its years are 2020 and 2021');
  });
});
