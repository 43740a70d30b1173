import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledNames } from '../../src/input/files/files.ts';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

/** Sound, with what was published: (100 + 75) / 2 = 87.5; (50 + 100) / 2 = 75; 0. */
const files = {
  'scores.csv': 'country,laws,skills\nFrance,3,4\nJapan,2,5\nKenya,1,1\n',
  'indicators.csv': 'code\nlaws\nskills\n',
  'published.csv': 'country,score,rank\nFrance,87.5,1\nJapan,75.0,2\nKenya,0.0,3\n',
};

const unpublished = { 'scores.csv': files['scores.csv'], 'indicators.csv': files['indicators.csv'] };

/** With a warning: nobody knows Arcadia. */
const doubtful = { ...unpublished, 'scores.csv': files['scores.csv'].replace('Kenya', 'Arcadia') };

function workshop(content: Readonly<Record<string, string>>) {
  const folder = folderOf(content);
  const call = async (args: readonly string[]) => {
    const ran = await run(args.map((arg) => arg.replaceAll('FOLDER', folder)));
    return {
      ...ran,
      stdout: ran.stdout.replaceAll(folder, 'FOLDER'),
      stderr: ran.stderr.replaceAll(folder, 'FOLDER'),
    };
  };
  return {
    folder,
    call,
    check: async (...options: readonly string[]) => call(['check', 'FOLDER', ...options]),
    json: async (...options: readonly string[]): Promise<Readonly<Record<string, unknown>>> =>
      JSON.parse((await call(['check', 'FOLDER', ...options, '--format', 'json'])).stdout),
    keep: async (...options: readonly string[]) =>
      writeFileSync(
        path.join(folder, 'kept.json'),
        (await run(['rank', folder, '--format', 'json', ...options])).stdout,
      ),
    edit: (name: string, from: string, to: string) =>
      writeFileSync(path.join(folder, name), readFileSync(path.join(folder, name), 'utf8').replace(from, to)),
  };
}

describe('exit codes', () => {
  it.each(bundledNames())('0 where all agrees: %s', async (name) => {
    expect(await run(['check', name])).toMatchObject({ code: 0, stderr: '' });
  });

  it('0 where there is nothing to compare with', async () => {
    const { code, stdout } = await run(['check', 'tests/reference/hdi-2022/scores.csv', '--missing', 'skip']);
    expect(code).toBe(0);
    expect(stdout).toContain('published  nothing to compare with: there is no published.csv\n');
  });

  it('1 where the files are wrong', async () => {
    const { check, edit } = workshop(files);
    edit('scores.csv', 'France,3', 'France,many');
    expect(await check()).toMatchObject({ code: 1, stderr: '' });
    expect((await workshop({}).call(['check', 'FOLDER/nowhere'])).code).toBe(1);
  });

  it('3 where something differs from what was published', async () => {
    const { check, edit } = workshop(files);
    edit('published.csv', 'Japan,75.0,2', 'Japan,75.0,3');
    expect(await check()).toMatchObject({ code: 3, stderr: '' });
  });

  it('0 where what differs is known', async () => {
    const { check, edit } = workshop(files);
    edit('published.csv', 'country,score,rank\n', 'country,score,rank,deviation\n');
    edit('published.csv', 'Japan,75.0,2', 'Japan,75.0,3,a misprint');
    edit('published.csv', 'France,87.5,1', 'France,87.5,1,');
    edit('published.csv', 'Kenya,0.0,3', 'Kenya,0.0,3,');
    expect(await check()).toMatchObject({ code: 0, stderr: '' });
  });

  it('2 where the command line is wrong, on standard error as ever', async () => {
    for (const args of [['--weights', 'equl'], ['--expect'], ['--expct', 'x'], ['--aggregate', 'power:x']]) {
      expect(await workshop(files).check(...args)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^--\S+: error: /),
      });
    }
  });

  it('2 where both are', async () => {
    const { check, edit } = workshop(files);
    edit('scores.csv', 'France,3', 'France,many');
    expect(await check('--weights', 'set:owls')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('what was published', () => {
  it('is told in numbers, and what differs row by row', async () => {
    const { check, json, edit } = workshop(files);
    edit('published.csv', 'Japan,75.0,2', 'Japan,75.1,3');
    expect((await check()).stdout).toMatch(/: failed, 2 differences\n/);
    expect((await check()).stdout).toContain(
      'published  2 of 3 ranks; 2 of 3 scores within 0.05 (furthest 0.1, Japan)\n',
    );
    expect(await json()).toMatchObject({
      passed: false,
      published: [
        { what: 'rank', of: 3, agree: 2 },
        {
          what: 'score',
          of: 3,
          agree: 2,
          tolerance: 0.05,
          furthest: { code: 'JPN', name: 'Japan', apart: 0.1 },
        },
      ],
      differences: [
        { against: 'published', code: 'JPN', what: 'rank', was: 3, is: 2, known: null },
        { against: 'published', code: 'JPN', what: 'score', was: 75.1, is: 75, known: null },
      ],
    });
  });

  it('as CSV is a row for each difference, and the header alone where there is none', async () => {
    const { check, edit } = workshop(files);
    expect((await check('--format', 'csv')).stdout).toBe('against,code,name,what,was,is,difference,known\n');
    edit('published.csv', 'Japan,75.0,2', 'Japan,75.0,3');
    expect((await check('--format', 'csv')).stdout).toBe(
      'against,code,name,what,was,is,difference,known\npublished,JPN,Japan,rank,3,2,-1,\n',
    );
  });

  it('of illustrative ratings is said to be no evidence', async () => {
    expect((await run(['check', 'iiss-2021'])).stdout).toMatch(/by construction, and no\s+evidence/);
    expect((await run(['check', 'ncpi-2020'])).stdout).not.toContain('evidence');
  });

  it('is held against what the options make of it', async () => {
    expect(await run(['check', 'ncpi-2020', '--weights', 'offense=2'])).toMatchObject({ code: 3 });
    expect(await run(['check', 'gci-2020', '--rank', 'competition:decimals=2'])).toMatchObject({ code: 3 });
  });
});

describe('--expect', () => {
  it('a ranking that is still true passes', async () => {
    const { check, json, keep } = workshop(files);
    await keep();
    expect(await check('--expect', 'FOLDER/kept.json')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /: passed\n[^]*\nexpected {3}3 of 3 ranks; 3 of 3 scores; 3 of 3 tiers\n/,
      ),
    });
    expect(await json('--expect', 'FOLDER/kept.json')).toMatchObject({
      passed: true,
      expected: [
        { what: 'rank', of: 3, agree: 3 },
        { what: 'score', of: 3, agree: 3 },
        { what: 'tier', of: 3, agree: 3 },
      ],
      differences: [],
    });
  });

  it.each(bundledNames())('a ranking of %s passes', async (name) => {
    const { call, folder } = workshop({});
    writeFileSync(path.join(folder, 'kept.json'), (await run(['rank', name, '--format', 'json'])).stdout);
    expect(await call(['check', name, '--expect', 'FOLDER/kept.json'])).toMatchObject({ code: 0 });
  });

  it('a ranking in which something moved fails, and says who and what', async () => {
    const { check, json, keep, edit } = workshop(unpublished);
    await keep('--tiers', 'thresholds:80');
    // Japan 100 in both, France (67 + 75) / 2
    edit('scores.csv', 'Japan,2', 'Japan,4');
    const { code, stdout } = await check('--expect', 'FOLDER/kept.json', '--tiers', 'thresholds:80');
    expect(code).toBe(3);
    expect(stdout).toMatch(/: failed, 6 differences\n/);
    expect(stdout).toContain('expected   1 of 3 ranks; 1 of 3 scores; 1 of 3 tiers\n');
    expect(stdout).toMatch(
      /differs from {2}country {2}what {3}there +here\nexpected +France +rank +1 +2\nexpected +Japan +rank +2 +1\nexpected +France +score +87\.5 +70\.83333\n/,
    );
    expect(await json('--expect', 'FOLDER/kept.json', '--tiers', 'thresholds:80')).toMatchObject({
      passed: false,
      differences: [
        { against: 'expected', code: 'FRA', what: 'rank', was: 1, is: 2 },
        { code: 'JPN', what: 'rank' },
        { code: 'FRA', what: 'score', was: 87.5 },
        { code: 'JPN', what: 'score' },
        { code: 'FRA', what: 'tier', was: 'Tier 1', is: 'Tier 2' },
        { code: 'JPN', what: 'tier' },
      ],
    });
  });

  it('who came and who went is told', async () => {
    const { check, keep, edit } = workshop({ 'scores.csv': files['scores.csv'] });
    await keep();
    edit('scores.csv', 'Japan,2,5', 'Peru,2,5');
    const { code, stdout } = await check('--expect', 'FOLDER/kept.json');
    expect(code).toBe(3);
    expect(stdout).toMatch(/expected +Japan +country +ranked +–\nexpected +Peru +country +– +ranked\n/);
    expect(stdout).toContain('2 countries came or went');
  });

  it('of a ranking of which rows were hidden only the others count', async () => {
    const { check, keep } = workshop(files);
    await keep('--top', '1');
    expect(await check('--expect', 'FOLDER/kept.json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('expected   1 of 1 rank; 1 of 1 score; 1 of 1 tier\n'),
    });
  });

  it('by another recipe fails, and by its own passes', async () => {
    const { check, keep } = workshop({ 'scores.csv': files['scores.csv'] });
    await keep('--weights', 'laws=3');
    expect(await check('--expect', 'FOLDER/kept.json')).toMatchObject({ code: 3 });
    expect(await check('--expect', 'FOLDER/kept.json', '--recipe', 'FOLDER/kept.json')).toMatchObject({
      code: 0,
    });
    expect(await check('--expect', 'FOLDER/kept.json', '--weights', 'laws=3')).toMatchObject({ code: 0 });
  });

  it('in a panel holds the latest year against the latest', async () => {
    const { check, keep, edit } = workshop({
      'scores.csv': 'country,year,laws\nFrance,2020,3\nFrance,2021,4\nJapan,2021,2\nJapan,2020,1\n',
    });
    await keep();
    expect(await check('--expect', 'FOLDER/kept.json')).toMatchObject({ code: 0 });
    edit('scores.csv', 'France,2020,3', 'France,2020,2');
    expect(await check('--expect', 'FOLDER/kept.json')).toMatchObject({ code: 0 });
    edit('scores.csv', 'France,2021,4', 'France,2021,1');
    expect(await check('--expect', 'FOLDER/kept.json')).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('France (2021)'),
    });
  });

  it('a file that is no ranking ends with 1', async () => {
    const { check, call, folder } = workshop({
      ...files,
      'list.json': '[]',
      'broken.json': '{ "schema":',
      'settings.json': '{ "name": "Arcadia" }',
    });
    writeFileSync(
      path.join(folder, 'tiers.json'),
      (await call(['tiers', 'iiss-2021', '--format', 'json'])).stdout,
    );
    for (const file of ['list.json', 'settings.json', 'tiers.json', 'scores.csv']) {
      expect(await check('--expect', `FOLDER/${file}`)).toMatchObject({
        code: 1,
        stderr: '',
        stdout: expect.stringContaining('[check/no-result]'),
      });
    }
    expect(await check('--expect', 'FOLDER/broken.json')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('[recipe/syntax]'),
    });
    expect(await check('--expect', 'FOLDER/nowhere.json')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('[files/not-found]'),
    });
  });

  it('the file is not replaced by the output', async () => {
    const { check, keep, folder } = workshop(files);
    await keep();
    const before = readFileSync(path.join(folder, 'kept.json'), 'utf8');
    expect(await check('--expect', 'FOLDER/kept.json', '--output', 'FOLDER/kept.json')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[files/overwrites-input]'),
    });
    expect(readFileSync(path.join(folder, 'kept.json'), 'utf8')).toBe(before);
  });
});

describe('an edition that is broken', () => {
  const broken = { ...unpublished, 'scores.csv': 'country,laws,skills\nArcadia,many,4\nJapan,2,\n' };

  it('has its problems for a result: all of them, on standard output', async () => {
    const { code, stdout, stderr } = await workshop(broken).check();
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^FOLDER: failed, 2 errors\n\n/);
    expect(stdout.match(/\[[a-z]+\/[a-z-]+\]/g)).toEqual([
      '[scores/unknown-country]',
      '[scores/not-a-number]',
      '[scores/missing]',
    ]);
  });

  it('has them as JSON too, with their places', async () => {
    const { code, stdout } = await workshop(broken).check('--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'cyberpower/check@1',
      edition: 'FOLDER',
      passed: false,
      problems: [
        { code: 'scores/unknown-country', severity: 'warning' },
        {
          code: 'scores/not-a-number',
          severity: 'error',
          value: 'many',
          place: { file: 'FOLDER/scores.csv', line: 2, column: 9, length: 4 },
        },
        { code: 'scores/missing', severity: 'error', place: { line: 3 } },
      ],
    });
  });

  it('in every format ends with 1 and says which', async () => {
    for (const format of ['markdown', 'csv', 'tsv'])
      expect(await workshop(broken).check('--format', format)).toMatchObject({
        code: 1,
        stderr: '',
        stdout: expect.stringContaining('scores/not-a-number'),
      });
  });

  it('writes them where the output goes', async () => {
    const { check, folder } = workshop(broken);
    expect(await check('--output', 'FOLDER/report.json')).toMatchObject({ code: 1, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'))).toMatchObject({
      passed: false,
    });
  });

  it('in what was published only is broken all the same', async () => {
    const { check, edit } = workshop(files);
    edit('published.csv', '87.5', 'high');
    expect(await check()).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('[published/not-a-number]'),
    });
  });

  it('is called what it is called in the result that was kept, if only that is named', async () => {
    const { call, keep, edit } = workshop(unpublished);
    await keep();
    edit('scores.csv', 'France,3', 'France,many');
    const { code, stdout } = await call(['check', '--recipe', 'FOLDER/kept.json']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^FOLDER: failed, 1 error\n/);
  });

  it('whose index cannot be computed is broken too', async () => {
    const { stdout, code } = await workshop({
      ...files,
      'index.json': '{ "recipe": { "aggregate": "geometric" } }',
    }).check();
    expect(code).toBe(1);
    expect(stdout).toContain('[recipe/out-of-domain]');
  });
});

describe('warnings', () => {
  it('do not fail a check, and stand in it', async () => {
    const { check, json } = workshop(doubtful);
    const { code, stdout, stderr } = await check();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/: passed\n\nFOLDER\/scores\.csv:4:1: warning: "Arcadia" is no known country/);
    expect(stdout).toMatch(/\nfiles +[^]*: 1\s+warning\n/);
    expect(await json()).toMatchObject({
      passed: true,
      problems: [{ code: 'scores/unknown-country', severity: 'warning' }],
    });
  });

  it('fail it with --strict', async () => {
    const { code, stdout, stderr } = await workshop(doubtful).check('--strict');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(
      /^FOLDER: failed, 1 error\n\nFOLDER\/scores\.csv:4:1: error: "Arcadia" is no known country/,
    );
    expect(await workshop(files).check('--strict')).toMatchObject({ code: 0 });
  });
});

describe('--annotate', () => {
  it('writes each difference to standard error, as GitHub reads it, where it stands', async () => {
    const { check, edit } = workshop(files);
    edit('published.csv', 'Japan,75.0,2', 'Japan,75.1,2');
    const { code, stdout, stderr } = await check('--annotate');
    expect(code).toBe(3);
    expect(stderr).toBe(
      "::error file=FOLDER/published.csv,line=3,col=7,title=check/differs::Japan's score is 75, not " +
        '75.1%0Afix: look at the scores and the recipe, or say under "deviation" why it is known to ' +
        'differ\n',
    );
    expect(stdout).toBe((await check()).stdout);
  });

  it('of a ranking that was kept names its file', async () => {
    const { check, keep, edit } = workshop(unpublished);
    await keep();
    edit('scores.csv', 'Japan,2,5', 'Japan,2,4');
    expect((await check('--expect', 'FOLDER/kept.json', '--annotate')).stderr.split('\n')[0]).toMatch(
      /^::error file=FOLDER\/kept\.json,title=check\/moved::/,
    );
  });

  it('writes errors and warnings, and nothing where all is well', async () => {
    const { check, edit } = workshop(doubtful);
    expect((await check('--annotate')).stderr).toMatch(
      /^::warning file=FOLDER\/scores\.csv,line=4,col=1,title=scores\/unknown-country::"Arcadia" is no known country.*\n$/,
    );
    edit('scores.csv', 'France,3', 'France,many');
    expect((await check('--annotate')).stderr).toMatch(
      /^::warning .*\n::error file=FOLDER\/scores\.csv,line=2,col=8,title=scores\/not-a-number::.*\n$/,
    );
    expect((await workshop(files).check('--annotate')).stderr).toBe('');
  });

  it('says nothing of differences that are known', async () => {
    expect(await run(['check', 'gci-2020', '--annotate'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('stands beside JSON, which stays whole', async () => {
    const { check, edit } = workshop(files);
    edit('published.csv', 'Japan,75.0,2', 'Japan,75.0,3');
    const { stdout, stderr } = await check('--annotate', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ passed: false });
    expect(stderr).toMatch(/^::error /);
  });
});
