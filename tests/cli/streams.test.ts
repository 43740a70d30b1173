// Standard output and standard error that cannot be written, or that nobody reads any more.
import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { main } from '../../src/cli/main.ts';
import { streamNotWritten } from '../../src/input/files/file-problems.ts';
import { ProblemsError } from '../../src/model/problem.ts';
import { folderOf } from '../support/files.ts';
import { shell } from '../support/spawn.ts';

vi.setConfig({ testTimeout: 120_000 }); // processes start slowly on a machine that does much else

const hasFullDevice = existsSync('/dev/full');

const full = [
  'error: standard output cannot be written: the disk is full [io/not-written]',
  '  fix: free space on the disk, or write to another place',
  '',
].join('\n');

describe.runIf(hasFullDevice)('a disk that is full', () => {
  const calls: Readonly<Record<string, string>> = {
    explain: 'explain China',
    whatif: 'whatif CHN.resilience=strength',
    compare: 'compare China Russia',
    reach: 'reach China --to-rank 2',
    uncertainty: 'uncertainty --draws 10',
    sensitivity: 'sensitivity --draws 2',
  };
  const lines = ['', '--help', '--version', '-V', 'rank -f json', 'check gci-2020'].concat(
    commands.filter(({ name }) => name !== 'init').map(({ name }) => calls[name] ?? name),
    commands.map(({ name }) => `${name} --help`),
  );

  it.each(lines)('cyberpower %s > /dev/full is one problem, and ends with 74', (line) => {
    expect(shell(`cyberpower ${line} > /dev/full`)).toEqual({ code: 74, stdout: '', stderr: full });
  });

  it('init says so too', () => {
    const folder = folderOf({});
    expect(shell('cyberpower init > /dev/full', folder)).toEqual({ code: 74, stdout: '', stderr: full });
  });

  it.each(['rank', 'rank nowhere.csv', 'rank --nothing', 'check iiss-2021 --annotate --year 3'])(
    'cyberpower %s 2> /dev/full ends with 74',
    (line) => {
      const { code, stderr } = shell(`cyberpower ${line} 2> /dev/full`);
      expect({ code, stderr }).toEqual({ code: 74, stderr: '' });
    },
  );

  it('both at once end with 74', () => {
    expect(shell('cyberpower rank > /dev/full 2>&1').code).toBe(74);
  });
});

describe('a sink that fails, in process', () => {
  const failing = (name: string) => ({
    write: () => {
      throw new ProblemsError([streamNotWritten(name, 'EIO')]);
    },
    isTerminal: false,
    width: null,
  });

  it.each([['--version'], ['rank', 'iiss-2021'], ['rank', '--help'], []])('%j', async (...args) => {
    let said = '';
    const stderr = { write: (text: string) => void (said += text), isTerminal: false, width: null };
    const stdin = async () => new Uint8Array();
    const code = await main(args, { stdout: failing('standard output'), stderr, stdin, env: {} });
    expect({ code, said }).toEqual({
      code: 74,
      said:
        'error: standard output cannot be written: the device fails [io/not-written]\n' +
        '  fix: free space on the disk, or write to another place\n',
    });
  });
});

describe('a reader that has gone', () => {
  /** An edition that does not reproduce what was published. */
  const files = {
    'scores.csv': 'country,laws\nFrance,1\nJapan,2\n',
    'indicators.csv': 'code\nlaws\n',
    'published.csv': 'country,rank\nFrance,1\nJapan,2\n',
  };

  it.each([
    ['a gate that failed', 'cyberpower check .', 3],
    ['a gate that failed, as JSON', 'cyberpower check . -f json', 3],
    ['a file that is wrong', 'cyberpower rank nowhere.csv', 1],
    ['a command line that is wrong', 'cyberpower rank --nothing', 2],
    ['a result', 'cyberpower rank', 0],
    ['the version', 'cyberpower --version', 0],
    ['the help', 'cyberpower --help', 0],
  ])('%s keeps its exit code', (_, line, code) => {
    const folder = folderOf(files);
    expect(shell(line, folder).code).toBe(code);
    for (const pipe of ['2>&1 | true', '2> /dev/null | true', '| true']) {
      shell(`{ sleep 0.2; ${line}; echo $? > code; } ${pipe}`, folder);
      expect([pipe, shell('cat code', folder).stdout]).toEqual([pipe, `${code}\n`]);
    }
  });
});
