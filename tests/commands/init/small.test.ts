// The small edition that one begins with.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { everyFile, workshop } from './workshop.ts';

describe('a small edition', () => {
  it('is written, listed, and ranked as it stands, without a word', async () => {
    const { call, there } = workshop();
    const { code, stdout, stderr } = await call(['init', 'FOLDER/mine']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^FOLDER\/mine: 4 files written\n[^]*\nrank it: cyberpower rank FOLDER\/mine\n$/);
    expect(there()).toEqual(['mine', ...everyFile.map((file) => path.join('mine', file))]);
    for (const command of ['rank', 'tiers', 'check', 'editions'])
      expect(await call([command, 'FOLDER/mine', '--strict'])).toMatchObject({ code: 0, stderr: '' });
    expect(
      await call(['explain', 'Estonia', '-e', 'FOLDER/mine', '--strict', '--depth', 'all']),
    ).toMatchObject({ code: 0, stderr: '' });
  });

  it('says under every output that it is invented, until the line is deleted', async () => {
    const { call } = workshop();
    await call(['init', 'FOLDER/mine']);
    expect((await call(['rank', 'FOLDER/mine'])).stdout).toContain('illustrative: The scores are invented');
  });

  it.each([
    ['normalise', 'minmax'],
    ['normalise', 'zscore'],
    ['missing', 'skip:0.6'],
    ['weights', 'equal'],
    ['aggregate', 'geometric'],
    ['tiers', 'quantiles:3'],
    ['tiers', 'breaks:3'],
    ['tiers', 'none'],
  ])('works with what its comments offer for the step "%s": %s', async (step, other) => {
    const { call, read, folder } = workshop();
    await call(['init', 'FOLDER/mine']);
    const settings = read('mine/index.yaml');
    const line = settings.split('\n').find((one) => one.startsWith(`  ${step}: `)) ?? '';
    expect(/#.*\bor (.*)$/.exec(line)?.[1]).toContain(other);
    // Some go together with another method of another step.
    const [, besides = '', needed = ''] = /\bwith (\w+): (\S+)/.exec(line) ?? [];
    const changed = settings.replace(line, `  ${step}: ${other}`);
    writeFileSync(
      path.join(folder, 'mine', 'index.yaml'),
      besides === ''
        ? changed
        : changed.replace(new RegExp(`^  ${besides}: \\S+`, 'm'), `  ${besides}: ${needed}`),
    );
    expect(await call(['rank', 'FOLDER/mine', '--strict'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('is my-index in the folder that one is in, unless it is given a name', async () => {
    const { call, there, folder } = workshop();
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(folder);
    expect((await call(['init'])).stdout).toContain('rank it: cyberpower rank my-index\n');
    expect((await call(['init', '--from', 'gci-2024'])).stdout).toContain(
      'rank it: cyberpower rank my-gci-2024\n',
    );
    expect(there().filter((name) => !name.includes(path.sep))).toEqual(['my-gci-2024', 'my-index']);
  });

  it('in a folder called like a bundled edition is told apart from it', async () => {
    const { call, read, folder } = workshop();
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(folder);
    expect((await call(['init', 'iiss-2021'])).stdout).toContain('rank it: cyberpower rank ./iiss-2021\n');
    expect(read('iiss-2021/index.yaml').split('\n')).toContainEqual(
      expect.stringMatching(/^#.* cyberpower rank \.\/iiss-2021$/),
    );
  });

  it('as JSON is the folder and its files', async () => {
    const { call } = workshop();
    expect(JSON.parse((await call(['init', 'FOLDER/mine', '--format', 'json'])).stdout)).toEqual({
      schema: 'cyberpower/init@1',
      folder: 'FOLDER/mine',
      files: ['index.yaml', 'indicators.csv', 'scores.csv', 'index.schema.json'],
    });
  });
});
