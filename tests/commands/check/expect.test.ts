import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledNames } from '../../../src/input/files/files.ts';
import { run } from '../../support/run.ts';
import { files, unpublished, workshop } from './workshop.ts';

describe('--expect', () => {
  it('a ranking that is still true passes', async () => {
    const { check, json, keep } = workshop(files);
    await keep();
    expect(await check('--expect', 'FOLDER/kept.json')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/: passed\n[^]*\nexpected {3}3 of 3 ranks match; 3 of 3 scores match\n/),
    });
    expect(await json('--expect', 'FOLDER/kept.json')).toMatchObject({
      passed: true,
      expected: [
        { what: 'rank', of: 3, agree: 3 },
        { what: 'score', of: 3, agree: 3 },
      ],
      differences: [],
    });
  });

  it('says nothing of tiers where there are none, before or now', async () => {
    const { check, json, keep } = workshop(unpublished);
    await keep();
    expect((await check('--expect', 'FOLDER/kept.json')).stdout).toMatch(
      /\nexpected {3}3 of 3 ranks match; 3 of 3 scores match\n/,
    );
    expect(await json('--expect', 'FOLDER/kept.json')).toMatchObject({
      expected: [
        { what: 'rank', of: 3, agree: 3 },
        { what: 'score', of: 3, agree: 3 },
      ],
    });
    expect((await check('--expect', 'FOLDER/kept.json', '--tiers', 'thresholds:80')).stdout).toContain(
      '; 0 of 3 tiers match\n',
    );
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
    expect(stdout).toContain('expected   1 of 3 ranks match; 1 of 3 scores match; 1 of 3 tiers match\n');
    expect(stdout).toMatch(
      /against {3}country {2}what {3}reference +computed\nexpected +France +rank +1 +2\nexpected +Japan +rank +2 +1\nexpected +France +score +87\.5 +70\.83333\n/,
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
    expect(stdout).toMatch(/2\s+countries added or removed/);
  });

  it('of a ranking of which rows were hidden only the others count', async () => {
    const { check, keep } = workshop(files);
    await keep('--top', '1');
    expect(await check('--expect', 'FOLDER/kept.json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('expected   1 of 1 rank matches; 1 of 1 score matches\n'),
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
