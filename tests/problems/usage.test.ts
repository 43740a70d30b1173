// The command line: commands, options, arguments, values, filters. Exit code 2.
import { describe, expect, it } from 'vitest';
import { refused, sound, warned } from '../support/complaints.ts';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

const files = {
  ...sound,
  'scores.csv': 'country,region,offence,defence\nFrance,Europe,1,2\nJapan,Asia,2,1\n',
};
const rank = (...options: string[]) => refused(files, ['rank', 'FOLDER', ...options]);
const call = (...args: string[]) => refused(files, args);

describe('commands', () => {
  it('one that is misspelt', async () => {
    expect(await call('rnak')).toMatchInlineSnapshot(`
      rnak: error: there is no command "rnak"; did you mean "rank"? [usage/unknown-command]
        fix: the commands are rank, tiers, explain, compare, bounds, uncertainty, sensitivity, reach, whatif, fit, check, methods, editions, schema, problems and init; see cyberpower --help
      exit 2
    `);
  });

  it('one that is like nothing there is', async () => {
    expect(await call('xyzzy')).toMatchInlineSnapshot(`
      xyzzy: error: there is no command "xyzzy" [usage/unknown-command]
        fix: the commands are rank, tiers, explain, compare, bounds, uncertainty, sensitivity, reach, whatif, fit, check, methods, editions, schema, problems and init; see cyberpower --help
      exit 2
    `);
  });

  it('a file where a command should stand', async () => {
    expect(await call('FOLDER/scores.csv')).toMatchInlineSnapshot(`
      FOLDER/scores.csv: error: there is no command "FOLDER/scores.csv" [usage/unknown-command]
        fix: to rank it: cyberpower rank FOLDER/scores.csv
      exit 2
    `);
  });

  it('a bundled edition where a command should stand', async () => {
    expect(await call('iiss-2021')).toMatchInlineSnapshot(`
      iiss-2021: error: there is no command "iiss-2021" [usage/unknown-command]
        fix: to rank it: cyberpower rank iiss-2021
      exit 2
    `);
  });

  it('more arguments than it takes', async () => {
    expect(await rank('FOLDER')).toMatchInlineSnapshot(`
      FOLDER: error: rank takes one edition, "FOLDER", and not also "FOLDER" [usage/bad-arguments]
        fix: put quotation marks around text with spaces; see cyberpower rank --help
      exit 2
    `);
  });
});

describe('options', () => {
  it('one that is misspelt', async () => {
    expect(await rank('--agregate', 'geometric')).toMatchInlineSnapshot(`
      --agregate: error: there is no option "--agregate"; did you mean "--aggregate"? [usage/unknown-option]
        fix: cyberpower rank --help lists the options
      exit 2
    `);
  });

  it('one that is like nothing there is', async () => {
    expect(await rank('-x')).toMatchInlineSnapshot(`
      -x: error: there is no option "-x" [usage/unknown-option]
        fix: cyberpower rank --help lists the options
      exit 2
    `);
  });

  it('one of another command', async () => {
    expect(await call('methods', '--top', '3')).toMatchInlineSnapshot(`
      --top: error: there is no option "--top" [usage/unknown-option]
        fix: cyberpower methods --help lists the options
      exit 2
    `);
  });

  it('one before the command', async () => {
    expect(await call('--top', '3', 'rank')).toMatchInlineSnapshot(`
      --top: error: the option "--top" is before the command [usage/unknown-option]
        fix: write it after: cyberpower rank --top
      exit 2
    `);
  });

  it('one without its value', async () => {
    expect(await rank('--aggregate')).toMatchInlineSnapshot(`
      --aggregate: error: the option needs a value: --aggregate <method> [usage/bad-arguments]
        fix: cyberpower rank --help lists its values
      exit 2
    `);
  });

  it('values that are none of the choices', async () => {
    expect(await rank('--format', 'jsn', '--color', 'sometimes')).toMatchInlineSnapshot(`
      --format: error: there is no "jsn"; did you mean "json"? [usage/bad-value]
        fix: choose one of text, markdown, csv, tsv and json

      --color: error: there is no "sometimes" [usage/bad-value]
        fix: choose one of auto, always and never
      exit 2
    `);
  });

  it.each(['0', '-1', '2.5', 'ten'])('--top %s', async (value) => {
    const { printed } = await rank('--top', value);
    expect(printed).toBe(
      `--top: error: it takes a whole number from 1, not "${value}" [usage/bad-value]\n  fix: write, for ` +
        `example, --top 10\nexit 2`,
    );
  });

  it('a year that is none', async () => {
    expect(await rank('--year', 'last')).toMatchInlineSnapshot(`
      --year: error: it takes a year or "latest", not "last" [usage/bad-value]
        fix: write, for example, --year 2021
      exit 2
    `);
  });

  it('a year that the scores do not have', async () => {
    expect(await rank('--year', '2021')).toMatchInlineSnapshot(`
      --year: error: the scores have no years, so there is no 2021 [recipe/unknown-year]
        fix: leave out --year, or add a column "year" to the scores
      exit 2
    `);
    const panel = { 'panel.csv': 'country,year,laws\nFrance,2020,3\nFrance,2021,4\nKenya,2020,1\n' };
    expect(await refused(panel, ['rank', 'FOLDER/panel.csv', '--quiet', '--year', '1999']))
      .toMatchInlineSnapshot(`
      --year: error: the panel has no year 1999 [recipe/unknown-year]
        fix: its years are 2020 and 2021
      exit 2
    `);
    expect(await refused(panel, ['explain', 'Kenya', '-e', 'FOLDER/panel.csv', '--quiet', '--year', '2021']))
      .toMatchInlineSnapshot(`
        Kenya: error: Kenya has no row for 2021 [usage/unknown-filter]
          fix: its years are 2020
        exit 2
      `);
  });

  it('a value for one that takes none', async () => {
    expect(await rank('--no-header=1')).toMatchInlineSnapshot(`
      --no-header: error: the option "--no-header" takes no value [usage/bad-value]
        fix: write --no-header alone
      exit 2
    `);
  });

  it('an order that is none', async () => {
    expect(await rank('--sort', 'score:down')).toMatchInlineSnapshot(`
      --sort: error: there is no order "down" [usage/bad-value]
        fix: write asc or desc after the colon
      exit 2
    `);
  });
});

it('names of methods and editions', async () => {
  expect(await call('methods', 'geometrc')).toMatchInlineSnapshot(`
    geometrc: error: there is no method or step "geometrc"; did you mean "geometric"? [usage/unknown-name]
      fix: the steps are select, denominate, transform, screen, impute, treat, missing, normalise, weights, aggregate, rank, tiers and region; "cyberpower methods" lists their methods
    exit 2
  `);
  expect(await call('editions', 'iis')).toMatchInlineSnapshot(`
    iis: error: there is no edition "iis"; did you mean "iiss-2021"? [usage/unknown-name]
      fix: bundled are gci-2020, gci-2024, iiss-2021 and ncpi-2020; or name a folder or a CSV file
    exit 2
  `);
});

describe('fields', () => {
  it('to show', async () => {
    expect(await rank('--fields', 'rank,nmae,scor')).toMatchInlineSnapshot(`
      --fields: error: there is no field "nmae"; did you mean "name"? [usage/unknown-field]
        fix: the fields are rank, code, name, year, score, tier, illustrative, offence, defence and region

      --fields: error: there is no field "scor"; did you mean "score"? [usage/unknown-field]
        fix: the fields are rank, code, name, year, score, tier, illustrative, offence, defence and region
      exit 2
    `);
  });

  it('none at all', async () => {
    expect(await rank('--fields', '')).toMatchInlineSnapshot(`
      --fields: error: no field is named [usage/bad-value]
        fix: name some of rank, code, name, year, score, tier, illustrative, offence, defence and region
      exit 2
    `);
  });

  it('to sort by', async () => {
    expect(await rank('--sort', 'ofence')).toMatchInlineSnapshot(`
      --sort: error: there is no field "ofence"; did you mean "offence"? [usage/unknown-field]
        fix: the fields are rank, code, name, year, score, tier, illustrative, offence, defence and region
      exit 2
    `);
  });
});

describe('filters', () => {
  it('of countries that there are not', async () => {
    expect(await rank('--only', 'Frnace,Japan,Arcadia')).toMatchInlineSnapshot(`
      --only: error: "Frnace" is not a ranked country; did you mean "France"? [usage/unknown-filter]
        fix: there are France and Japan

      --only: error: "Arcadia" is not a ranked country [usage/unknown-filter]
        fix: there are France and Japan
      exit 2
    `);
  });

  it('of a group that is misspelt', async () => {
    expect(await rank('--where', 'regoin=Europe')).toMatchInlineSnapshot(`
      --where: error: there is no group "regoin"; did you mean "region"? [usage/unknown-filter]
        fix: write group=value; the group is region
      exit 2
    `);
  });

  it('of a group without a value', async () => {
    expect(await rank('--where', 'region')).toMatchInlineSnapshot(`
      --where: error: "region" names no value [usage/unknown-filter]
        fix: there are region=Europe and region=Asia
      exit 2
    `);
  });

  it('of a group that there is not', async () => {
    expect(await rank('--where', 'region=Eurpe')).toMatchInlineSnapshot(`
      --where: error: "region=Eurpe" is not a ranked country; did you mean "region=Europe"? [usage/unknown-filter]
        fix: there are region=Europe and region=Asia
      exit 2
    `);
  });

  it('of groups where there are none', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--where', 'region=Europe'])).toMatchInlineSnapshot(`
      --where: error: there is no group "region" [usage/unknown-filter]
        fix: the edition has no groups
      exit 2
    `);
  });
});

it('no edition: which one is taken', async () => {
  expect(await warned({}, ['rank'])).toMatchInlineSnapshot(
    `note: no edition named: using the bundled "iiss-2021" (name a CSV file, an edition folder, or - for standard input)`,
  );
});

describe('what a file or a command line brings is cut where it is endless', () => {
  const long = 'x'.repeat(100_000);
  const column = { 'scores.csv': `country,${long},laws\nFrance,1,2\nJapan,2,3\n` };
  const lengths = (text: string) => text.split('\n').map((line) => line.length);

  it.each([
    ['a field', sound, ['rank', 'FOLDER', '--fields', long]],
    ['an option', sound, ['rank', 'FOLDER', `--${long}`]],
    ['a command', sound, [long]],
    ['an edition', sound, ['rank', long]],
    ['a column', column, ['rank', 'FOLDER', '--sort', 'z']],
    ['a code', { ...sound, 'indicators.csv': `code\n${long}\n` }, ['rank', 'FOLDER']],
  ])('%s', async (_, those, args) => {
    const { printed } = await refused(those, args);
    expect(printed).toMatch(/error: /);
    expect(Math.max(...lengths(printed))).toBeLessThan(1500);
  });

  it.each([
    ['words', 'y '],
    ['words between commas', 'y; '],
    ['words in quotation marks', '"" y '],
  ])('many %s', async (_, words) => {
    const folder = folderOf({ 'scores.csv': `country,"${words.repeat(30_000)}"\nFrance,a\nJapan,1\n` });
    const { stdout, stderr } = await run(['check', folder, '--annotate']);
    expect(Math.max(...lengths(`${stdout}\n${stderr}`))).toBeLessThan(15_500);
    expect(stderr).toMatch(/^::error /m);
  });
});

describe('names that every object has', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is none of ours', async (name) => {
    for (const args of [
      ['rank', 'FOLDER', '--fields', name],
      ['rank', 'FOLDER', '--sort', name],
      ['rank', 'FOLDER', '--aggregate', name],
      ['rank', 'FOLDER', '--aggregate', `arithmetic:${name}=3`],
      ['rank', 'FOLDER', '--weights', `${name}=3`],
      ['rank', 'FOLDER', '--tiers', `quantiles:2,${name}=3`],
      ['bounds', 'FOLDER', '--region', `around:${name}=3`],
      ['uncertainty', 'FOLDER', '--vary', `${name}=3`],
      ['schema', name],
      ['methods', name],
    ]) {
      const { printed } = await refused(sound, args);
      expect(printed).not.toMatch(/object Object|native code|undefined/);
      expect([args, printed.split('\n').at(-1)]).toEqual([args, 'exit 2']);
    }
  });
});

it('how many draws there may be at most', async () => {
  const draws = async (...args: string[]) =>
    (await refused(sound, [...args, '--draws', '99999999999'])).printed;
  for (const command of ['uncertainty', 'sensitivity', 'bounds'])
    expect(await draws(command, 'FOLDER')).toContain(
      '--draws: error: it takes a whole number from 1 to 999999999, not "99999999999" [usage/bad-value]\n',
    );
});

it('draws whose results are kept are fewer', async () => {
  const args = ['FOLDER', '--vary', 'noise=5%', '--vary', 'drop', '--draws', '999999999'];
  expect(await refused(sound, ['uncertainty', ...args])).toMatchInlineSnapshot(`
    --draws: error: the results of 999999999 draws do not fit into memory [usage/bad-value]
      fix: write at most --draws 3846153
    exit 2
  `);
  expect(await refused(sound, ['sensitivity', ...args])).toMatchInlineSnapshot(`
    --draws: error: the results of 999999999 draws do not fit into memory [usage/bad-value]
      fix: write at most --draws 641025
    exit 2
  `);
});
