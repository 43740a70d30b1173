import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../support/run.ts';
import { doubtful, files, unpublished, workshop } from './workshop.ts';

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
    expect(stdout).toMatch(/: passed\n\nFOLDER\/scores\.csv:4:1: warning: "Arcadia" is not a known country/);
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
      /^FOLDER: failed, 1 error\n\nFOLDER\/scores\.csv:4:1: error: "Arcadia" is not a known country/,
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
        '75.1%0Afix: check the scores and the recipe, or explain a known difference in the ' +
        'column "deviation"\n',
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
      /^::warning file=FOLDER\/scores\.csv,line=4,col=1,title=scores\/unknown-country::"Arcadia" is not a known country.*\n$/,
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
