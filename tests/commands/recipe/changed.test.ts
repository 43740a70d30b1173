// --recipe where an input has changed, or something is wrong with it.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, workshop } from './workshop.ts';

describe('an input that has changed', () => {
  it('is warned of, and the result is that of the new one', async () => {
    const { keep, call, write } = workshop();
    await keep(['rank', 'FOLDER/plain.csv']);
    write('plain.csv', files['plain.csv'].replace('France,3', 'France,4'));
    const { code, stdout, stderr } = await call(['rank', '--recipe', 'FOLDER/kept.json', '--format', 'json']);
    expect(code).toBe(0);
    expect(
      stderr.match(/the file has changed since the result was saved \[recipe\/changed-input\]/g),
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
