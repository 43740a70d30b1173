// What is there is never replaced, and on failure nothing is left behind.
import { lstatSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyFile, workshop } from './workshop.ts';

describe('what is there', () => {
  it('is never replaced: every file that would be is named, and nothing is written', async () => {
    const { call, read, there } = workshop({
      'mine/scores.csv': 'precious\n',
      'mine/index.yaml': 'dear\n',
      'mine/notes.txt': 'kept\n',
    });
    const before = there();
    const { code, stdout, stderr } = await call(['init', 'FOLDER/mine']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(
      'FOLDER/mine: error: the folder has index.yaml and scores.csv already [files/exists]',
    );
    expect(there()).toEqual(before);
    expect([read('mine/scores.csv'), read('mine/index.yaml')]).toEqual(['precious\n', 'dear\n']);
  });

  it('is not replaced by running it again', async () => {
    const { call, read } = workshop();
    await call(['init', 'FOLDER/mine']);
    const before = read('mine/scores.csv');
    expect((await call(['init', 'FOLDER/mine', '--from', 'gci-2024'])).code).toBe(1);
    expect(read('mine/scores.csv')).toBe(before);
  });

  it('may be another file: it stays where it is', async () => {
    const { call, read, there } = workshop({ 'mine/notes.txt': 'kept\n' });
    expect((await call(['init', 'FOLDER/mine'])).code).toBe(0);
    expect(there()).toHaveLength(2 + everyFile.length);
    expect(read('mine/notes.txt')).toBe('kept\n');
  });
});

describe('on failure nothing is left behind', () => {
  it.each([
    ['an edition that is not there', ['FOLDER/mine', '--from', 'ncpi-2021'], 1],
    ['an edition that is broken', ['FOLDER/mine', '--from', 'FOLDER/broken.csv'], 1],
    ['a warning that is an error', ['FOLDER/mine', '--from', 'FOLDER/doubtful.csv', '--strict'], 1],
    ['an option that there is not', ['FOLDER/mine', '--fom', 'ncpi-2020'], 2],
    ['a file where the folder should be', ['FOLDER/broken.csv'], 1],
    ['a path that leads through a file', ['FOLDER/broken.csv/mine'], 1],
  ] as const)('by %s', async (_, args, expected) => {
    const files = {
      'broken.csv': 'country,laws,skills\nFrance,3,many\nJapan,1,2\nKenya,2,2\n',
      'doubtful.csv': 'country,laws\nArcadia,3\nJapan,1\nKenya,2\n',
    };
    const { call, read, there } = workshop(files);
    expect(await call(['init', ...args])).toMatchObject({
      code: expected,
      stdout: '',
      stderr: expect.stringMatching(/error: /),
    });
    expect(there()).toEqual(Object.keys(files));
    expect(read('broken.csv')).toBe(files['broken.csv']);
  });

  it('where only the last file cannot be written, in a folder that is new', async () => {
    const { call, there, folder } = workshop();
    // The names of files may not be longer than a path as a whole may be.
    const deep = path.join(folder, ...Array.from({ length: 30 }, () => 'd'.repeat(200))).slice(0, 4080);
    expect((await call(['init', deep])).code).toBe(1);
    expect(there()).toEqual([]);
  });

  it('where only the last file cannot be written, in a folder that was there', async () => {
    const { call, there, folder } = workshop({ 'mine/notes.txt': 'kept\n' });
    // A weightedSum that leads nowhere is in the way.
    symlinkSync(path.join(folder, 'nowhere', 'else'), path.join(folder, 'mine', 'index.schema.json'));
    const before = there();
    expect((await call(['init', 'FOLDER/mine'])).code).toBe(1);
    expect(there()).toEqual(before);
    expect(lstatSync(path.join(folder, 'mine', 'index.schema.json')).isSymbolicLink()).toBe(true);
  });

  it('and what is said is about the folder', async () => {
    const { call, folder } = workshop();
    mkdirSync(path.join(folder, 'mine'));
    symlinkSync('nowhere', path.join(folder, 'mine', 'scores.csv'));
    expect((await call(['init', 'FOLDER/mine'])).stderr).not.toContain('--output');
  });
});
