import { expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

const rankOf = async (lines: readonly string[], ...options: string[]) =>
  run(['rank', `${folderOf({ 'my.csv': `${lines.join('\n')}\n` })}/my.csv`, ...options, '--quiet']);

it('rank prints the 15 states of the default edition in the tiers of IISS', async () => {
  const { code, stdout } = await run([
    'rank',
    'iiss-2021',
    '--format',
    'csv',
    '--fields',
    'code,tier',
    '--no-header',
  ]);
  expect(code).toBe(0);
  expect(stdout.trim().split('\n').toSorted()).toEqual([
    'AUS,Tier Two',
    'CAN,Tier Two',
    'CHN,Tier Two',
    'FRA,Tier Two',
    'GBR,Tier Two',
    'IDN,Tier Three',
    'IND,Tier Three',
    'IRN,Tier Three',
    'ISR,Tier Two',
    'JPN,Tier Three',
    'MYS,Tier Three',
    'PRK,Tier Three',
    'RUS,Tier Two',
    'USA,Tier One',
    'VNM,Tier Three',
  ]);
});

it('a missing score of an indicator that does not count is no problem', async () => {
  const { code } = await rankOf(['country,laws,skills', 'France,4,3', 'Brazil,,1'], '--weights', 'laws=0');
  expect(code).toBe(0);
});

it('says for whom missing scores were skipped', async () => {
  const { stdout } = await rankOf(
    ['country,laws,skills', 'France,4,3', 'Japan,2,2', 'Brazil,,1'],
    '--missing',
    'skip',
  );
  expect(stdout).toContain('missing scores skipped: Brazil (1 of 2)');
});

it('says who has no row in the latest year, and shows another year when it is selected', async () => {
  const panel = ['country,year,laws', 'France,2020,3', 'France,2021,4', 'Brazil,2020,5', 'Japan,2021,2'];
  expect((await rankOf(panel)).stdout).toContain('1 country has no row for 2021 and is not shown: Brazil');
  expect(
    (await rankOf(panel, '--select', 'only:year=2020', '--format', 'csv', '--fields', 'code', '--no-header'))
      .stdout,
  ).toBe('BRA\nFRA\n');
});

it('says which rows of the framework have methods of their own', async () => {
  const lines = ['country,laws,skills', 'France,high,3', 'Japan,medium,2'];
  expect((await rankOf(lines)).stdout).toMatch(/for laws\s+normalise\s+goalposts/);
  expect(JSON.parse((await rankOf(lines, '--format', 'json')).stdout)).toMatchObject({
    overrides: { laws: { normalise: { method: 'goalposts' } } },
  });
});

it("says of a row that has the recipe's method with other parameters too", async () => {
  const folder = folderOf({
    'scores.csv': 'country,laws,skills\nFrance,3,4\nJapan,2,5\n',
    'indicators.csv': 'code,parent,aggregate\npower,,power:2\nlaws,power,\nskills,power,\n',
  });
  expect((await run(['rank', folder, '--aggregate', 'power:3', '--quiet'])).stdout).toMatch(
    /for power\s+aggregate\s+power:2/,
  );
});

it('an ending that names no format is refused', async () => {
  const { code, stderr } = await rankOf(['country,laws', 'France,4', 'Japan,2'], '--output', 'ranking.xlsx');
  expect(code).toBe(2);
  expect(stderr).toContain('the ending ".xlsx" names no format');
});

it('cut-offs that part nobody are spoken of', async () => {
  const { stdout } = await run(['rank', 'gci-2024', '--aggregate', 'topsis', '--top', '1']);
  expect(stdout.replaceAll('\n', ' ')).toContain(
    'tiers: all countries are in one; the index runs from 0.0398 to 1, the cut-offs are 95, 85, ' +
      '55 and 20',
  );
});

it('a text column that is called as the index itself is shown as it is', async () => {
  const lines = ['country,index,laws', 'France,north,4', 'Japan,south,2'];
  const { stdout } = await rankOf(lines, '--format', 'csv', '--fields', 'index,score', '--no-header');
  expect(stdout).toBe('north,100\nsouth,0\n');
});
