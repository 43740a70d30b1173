// The program as it is installed: spawned, with real streams and files. `npm test` builds it first.
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { version } from '../../package.json';
import { main } from '../../src/cli/main.ts';
import { sound } from '../support/complaints.ts';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';
import { root, shell, spawn } from '../support/spawn.ts';

vi.setConfig({ testTimeout: 30_000 }); // processes start slowly on a machine that does much else

const escape = String.fromCodePoint(27);

/** Everything in a folder, by name. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

it.each(['--version', '-V'])('%s prints the version of the package', (flag) => {
  expect(spawn([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

it.each([
  [['rank', 'iiss-2021']],
  [['tiers', 'iiss-2021', '--format', 'json']],
  [['methods', '--format', 'csv']],
  [['--help']],
  [[]],
])('what is built prints what the sources print: %j', async (args) => {
  expect(spawn(args)).toEqual(await run(args));
});

it('runs from any folder', () => {
  expect(spawn(['rank', 'iiss-2021'], { cwd: folderOf({}) })).toEqual(spawn(['rank', 'iiss-2021']));
});

describe('exit codes', () => {
  it.each([
    [0, 'all is well', ['rank', '-', '--quiet'], sound['scores.csv']],
    [1, 'the input is wrong', ['rank', '-'], 'country,offence\nFrance,many\n'],
    [1, 'the file does not exist', ['rank', 'nowhere.csv'], ''],
    [2, 'the command line is wrong', ['rank', 'iiss-2021', '--no-such-option'], ''],
    [2, 'there is no such command', ['rnak'], ''],
  ])('%d: %s', (code, _, args, input) => {
    const ended = spawn(args, { input });
    expect(ended.code).toBe(code);
    expect([ended.stdout === '', ended.stderr === '']).toEqual([code !== 0, code === 0]);
  });
});

describe('in a pipeline', () => {
  it('a reader that has seen enough ends it quietly', () => {
    const all = spawn(['rank', 'iiss-2021']).stdout.split('\n');
    expect(shell('cyberpower rank iiss-2021 | head -3')).toEqual({
      code: 0,
      stdout: `${all.slice(0, 3).join('\n')}\n`,
      stderr: '',
    });
  });

  it('so does one that is gone before the first line, and one of what goes wrong', () => {
    expect(shell('{ sleep 0.3; cyberpower rank iiss-2021; } | true')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(shell('{ sleep 0.3; cyberpower rank nowhere.csv; } 2>&1 | true').stderr).toBe('');
  });

  it('- is standard input, however large', () => {
    // A panel: more than a pipe holds at once. The latest year is ranked, against the 0 to 6 of all years:
    // 9999 % 7 = 3, 9999 % 5 = 4.
    const rows = Array.from({ length: 10_000 }, (_, i) => `France,${i},${i % 7}\nJapan,${i},${i % 5}\n`);
    const scores = `country,year,offence\n${rows.join('')}`;
    const { code, stdout } = spawn(
      ['rank', '-', '--quiet', '--format', 'csv', '--fields', 'rank,name,score'],
      { input: scores },
    );
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'rank,name,score\n1,Japan,66.6666666667\n2,France,50\n',
    });
    expect(
      shell(
        'printf "country,offence\\nFrance,2\\nJapan,1\\n" | cyberpower rank - --quiet -f csv --fields rank,name',
      ).stdout,
    ).toBe('rank,name\n1,France\n2,Japan\n');
  });
});

describe('--output', () => {
  it('writes what would have been printed, in the format of the ending, and nothing else', () => {
    const folder = folderOf({ 'old.csv': 'old\n' });
    for (const file of ['new.csv', 'old.csv'])
      expect(spawn(['rank', 'iiss-2021', '--output', file], { cwd: folder })).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
    const { stdout } = spawn(['rank', 'iiss-2021', '--format', 'csv']);
    expect(contents(folder)).toEqual({ 'new.csv': stdout, 'old.csv': stdout });
  });

  it.each([
    ['the input is wrong', 'country,offence\nFrance,many\n', []],
    ['a warning counts as an error', 'country,offence\nFrance,1\nNarnia,2\n', ['--strict']],
    ['a field is not there', sound['scores.csv'], ['--fields', 'nothing']],
  ])('leaves a file as it was if %s', (_, input, options) => {
    const folder = folderOf({ 'out.csv': 'precious\n' });
    for (const file of ['out.csv', 'new.csv'])
      expect([1, 2]).toContain(spawn(['rank', '-', '-o', file, ...options], { cwd: folder, input }).code);
    expect(contents(folder)).toEqual({ 'out.csv': 'precious\n' });
  });

  it('does not replace a file that it was computed from', () => {
    const folder = folderOf(sound);
    for (const file of ['scores.csv', './indicators.csv', path.join(folder, 'scores.csv')]) {
      const { code, stderr } = spawn(['rank', '.', '--output', file], { cwd: folder });
      expect(code).not.toBe(0);
      expect(stderr).toContain('[files/overwrites-input]');
    }
    expect(contents(folder)).toEqual(sound);
  });

  it('into a folder that does not exist writes nothing', () => {
    const folder = folderOf({});
    const { code, stderr } = spawn(['rank', 'iiss-2021', '-o', 'there/out.csv'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('[files/not-written]');
    expect(contents(folder)).toEqual({});
  });

  it('is never coloured', () => {
    const folder = folderOf({});
    expect(spawn(['rank', 'iiss-2021', '-o', 'out.txt', '--color', 'always'], { cwd: folder }).code).toBe(0);
    expect(contents(folder)['out.txt']).not.toContain(escape);
  });
});

describe('colour', () => {
  it.each([
    ['a pipe has none', {}, [], false],
    ['FORCE_COLOR asks for it', { FORCE_COLOR: '1' }, [], true],
    ['FORCE_COLOR=0 asks for none', { FORCE_COLOR: '0' }, [], false],
    ['NO_COLOR prevails over FORCE_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    ['an empty NO_COLOR says nothing', { FORCE_COLOR: '1', NO_COLOR: '' }, [], true],
    ['--color prevails over NO_COLOR', { NO_COLOR: '1' }, ['--color', 'always'], true],
    ['--color prevails over FORCE_COLOR', { FORCE_COLOR: '1' }, ['--color=never'], false],
  ])('%s', (_, env, options, isColoured) => {
    expect(spawn(['rank', 'iiss-2021', ...options], { env }).stdout.includes(escape)).toBe(isColoured);
    expect(spawn(['rank', 'nowhere.csv', ...options], { env }).stderr.includes(escape)).toBe(isColoured);
  });
});

describe('the code that V8 compiled, kept for the next run', () => {
  /** A copy of the program, and what it does in a home of its own. */
  function copied() {
    const folder = folderOf({});
    // What other runs are just keeping is none of its own.
    const isBuilt = (file: string) => path.basename(file) !== 'kept';
    for (const part of ['bin', 'dist', 'data'])
      cpSync(path.join(root, part), path.join(folder, part), { recursive: true, filter: isBuilt });
    const home = folderOf({});
    const rank = (env: Readonly<Record<string, string>> = { HOME: home }) =>
      spawn(['rank', 'iiss-2021'], { program: path.join(folder, 'bin/cyberpower.cjs'), cwd: folder, env });
    return {
      folder,
      beside: path.join(folder, 'dist/cli/kept'),
      own: path.join(home, '.cache/cyberpower'),
      rank,
    };
  }
  const keptIn = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.v8'))
      .map((file) => path.join(folder, file));
  const expected = () => spawn(['rank', 'iiss-2021']);

  it('lies beside the program, open to nobody else, and changes nothing', () => {
    const { beside, rank } = copied();
    expect(rank()).toEqual(expected());
    expect(keptIn(beside).map((file) => path.basename(file))).toContain('core.cjs.v8');
    expect(statSync(beside).mode & 0o777).toBe(0o700);
    const before = keptIn(beside).map((file) => statSync(file).mtimeMs);
    expect(rank()).toEqual(expected());
    expect(keptIn(beside).map((file) => statSync(file).mtimeMs)).toEqual(before);
  });

  it.each([
    ['empty', ''],
    ['of something else', 'not compiled\n'],
  ])('may be %s, and is then compiled again', (_, text) => {
    const { beside, rank } = copied();
    rank();
    const sizes = keptIn(beside).map((file) => statSync(file).size > 1000);
    for (const file of keptIn(beside)) writeFileSync(file, text);
    expect(rank()).toEqual(expected());
    expect(keptIn(beside).map((file) => statSync(file).size > 1000)).toEqual(sizes);
  });

  it("is kept in the user's cache where others could write beside the program", () => {
    const { beside, own, rank } = copied();
    mkdirSync(beside);
    chmodSync(beside, 0o777);
    expect(rank()).toEqual(expected());
    expect(keptIn(beside)).toEqual([]);
    expect(keptIn(own)).not.toEqual([]);
  });

  it('is kept nowhere where others could write in both', () => {
    const { beside, own, rank } = copied();
    for (const folder of [beside, own]) {
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, 0o777);
    }
    expect(rank()).toEqual(expected());
    expect([...keptIn(beside), ...keptIn(own)]).toEqual([]);
  });

  it('leaves nothing in the folder where it runs if nothing says where the home is', () => {
    const { folder, beside, rank } = copied();
    mkdirSync(beside);
    chmodSync(beside, 0o777);
    for (const env of [{}, { HOME: '' }, { XDG_CACHE_HOME: 'here' }] as const) rank(env);
    expect(readdirSync(folder).toSorted()).toEqual(['bin', 'data', 'dist']);
  });

  it('is not kept of a run that went wrong', () => {
    const { folder, beside } = copied();
    const program = path.join(folder, 'bin/cyberpower.cjs');
    expect(spawn(['rank', 'nowhere.csv'], { program, cwd: folder }).code).toBe(1);
    expect(keptIn(beside)).toEqual([]);
  });

  it('is found through a link, as npm makes one', () => {
    const folder = folderOf({});
    mkdirSync(path.join(folder, 'bin'));
    const { code, stdout } = shell(
      `ln -s "$BIN" '${folder}/bin/cyberpower' && "$NODE" '${folder}/bin/cyberpower' --version`,
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${version}\n` });
    expect(shell(`"$NODE" '${folder}/bin/cyberpower' rank iiss-2021 | head -1`).code).toBe(0);
  });
});

describe('a bug', () => {
  async function broken(...options: string[]) {
    const written = { stdout: '', stderr: '' };
    const sink = (name: 'stdout' | 'stderr') => ({
      write: (text: string) => void (written[name] += text),
      isTerminal: false,
      width: null,
    });
    const stdin = async () => {
      throw new RangeError('the wire is cut');
    };
    const code = await main(['rank', '-', ...options], {
      stdout: sink('stdout'),
      stderr: sink('stderr'),
      stdin,
      env: {},
    });
    return { code, ...written };
  }

  it('is called one, with what to do, and exit code 70', async () => {
    expect(await broken()).toEqual({
      code: 70,
      stdout: '',
      stderr:
        `cyberpower ${version} met a bug of its own: the wire is cut\nPlease report it with the command and ` +
        `the files that it was given.\nFor details, run it again with --debug.\n`,
    });
  });

  it('is told where it happened with --debug, by the names of files alone', async () => {
    const { stderr } = await broken('--debug');
    expect(stderr).toMatch(/RangeError: the wire is cut\n +at .*process\.test\.ts:\d+:\d+/);
    expect(stderr).not.toContain(path.dirname(root));
    expect(stderr).not.toMatch(/[/\\]\w+\.[jt]s:\d/);
  });
});
