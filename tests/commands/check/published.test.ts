import { describe, expect, it } from 'vitest';
import { bundledNames } from '../../../src/input/files/files.ts';
import { run } from '../../support/run.ts';
import { files, unpublished, workshop } from './workshop.ts';

describe('exit codes', () => {
  it.each(bundledNames())('0 where all agrees: %s', async (name) => {
    expect(await run(['check', name])).toMatchObject({ code: 0, stderr: '' });
  });

  it('0 where there is nothing to compare with', async () => {
    const { code, stdout } = await workshop(unpublished).check();
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
    expect((await check()).stdout).toMatch(
      /published {2}2 of 3 ranks match; 2 of 3 scores match within 0\.05 \(largest\s+difference 0\.1, Japan\)\n/,
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
    expect((await run(['check', 'iiss-2021'])).stdout).toMatch(/by construction; this is no\s+evidence/);
    expect((await run(['check', 'ncpi-2020'])).stdout).not.toContain('evidence');
  });

  it('is held against what the options make of it', async () => {
    expect(await run(['check', 'ncpi-2020', '--weights', 'offense=2'])).toMatchObject({ code: 3 });
    expect(await run(['check', 'gci-2020', '--rank', 'competition:decimals=2'])).toMatchObject({ code: 3 });
  });
});
