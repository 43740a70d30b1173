// What cannot be read, as another user meets it: nothing is closed to root.
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { sound } from '../support/complaints.ts';
import { folderOf } from '../support/files.ts';
import { shell, spawn } from '../support/spawn.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes start slowly on a machine that does much else

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

describe.runIf(process.platform !== 'win32')('a folder that is closed', () => {
  it.each([
    [0o000, ['rank', 'closed']],
    [0o311, ['rank', 'closed']],
    [0o000, ['check', 'closed']],
    [0o000, ['editions', 'closed']],
    [0o000, ['init', 'copy', '--from', 'closed']],
  ])('%o: %j', (mode, args) => {
    const folder = folderOf({ 'closed/scores.csv': sound['scores.csv'] });
    chmodSync(folder, 0o755);
    chmodSync(path.join(folder, 'closed'), mode);
    const ended = spawn(args, { cwd: folder, ...(isRoot ? { uid: NOBODY } : {}) });
    chmodSync(path.join(folder, 'closed'), 0o755);
    expect(`${ended.stdout}${ended.stderr}`).toContain(
      'closed: error: the folder cannot be read: permission denied [files/unreadable]\n',
    );
    expect(ended.code).toBe(1);
  });

  it.runIf(isRoot)('takes no output', () => {
    const folder = folderOf({});
    chmodSync(folder, 0o755);
    const ended = spawn(['rank', 'iiss-2021', '-o', 'out.csv'], { cwd: folder, uid: NOBODY });
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'out.csv: error: the output cannot be written: permission denied [files/not-written]\n' +
        '  why: nothing was changed\n' +
        '  fix: give --output a file in an existing folder where you may write\n',
    });
  });
});

it.runIf(process.platform !== 'win32')('standard input that is a folder is a problem', () => {
  const { code, stdout, stderr } = shell('cyberpower rank - < .');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^<stdin>: error: .* \[files\/(?:unreadable|empty)\]\n/);
});

it.runIf(process.platform !== 'win32')('standard input without end is a problem', () => {
  expect(shell('yes 1,2,3 | cyberpower rank - --max-size 2MB').stderr).toBe(
    '<stdin>: error: the file is larger than 2 MB [files/too-large]\n' +
      '  why: a very large file could fill the memory\n' +
      '  fix: name another file, or allow more: --max-size 4MB\n',
  );
});
