// --output and --replicates: regular files are replaced whole, everything else is written into, and nothing
// that was read is written over.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { uninterrupted } from '../../src/cli/signals.ts';
import { refused, sound } from '../support/complaints.ts';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';
import { shell, spawn } from '../support/spawn.ts';

vi.setConfig({ testTimeout: 120_000 }); // processes start slowly on a machine that does much else

const isPosix = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;
const ranking = 'rank . --quiet --fields rank,name --format csv';
const csv = 'rank,name\n1,France\n1,Japan\n';

describe.runIf(isPosix)('what is no regular file is written into', () => {
  it('a FIFO', () => {
    const folder = folderOf(sound);
    const { code, stderr } = shell(
      `mkfifo out; cat out > got & cyberpower ${ranking} -o out; code=$?; wait; exit $code`,
      folder,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(lstatSync(path.join(folder, 'out')).isFIFO()).toBe(true);
    expect(readFileSync(path.join(folder, 'got'), 'utf8')).toBe(csv);
  });

  it('a FIFO whose reader has seen enough', () => {
    const folder = folderOf(sound);
    const line = 'mkfifo out; head -c 1 out > got & cyberpower schema rank -o out -f json; exit $?';
    expect(shell(line, folder)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(lstatSync(path.join(folder, 'out')).isFIFO()).toBe(true);
  });

  it('/dev/stdout, whatever it is, and /dev/stderr', () => {
    const folder = folderOf(sound);
    expect(shell(`cyberpower ${ranking} -o /dev/stdout`, folder)).toEqual({
      code: 0,
      stdout: csv,
      stderr: '',
    });
    expect(shell(`cyberpower ${ranking} -o /dev/stderr`, folder)).toEqual({
      code: 0,
      stdout: '',
      stderr: csv,
    });
    shell(`{ echo before; cyberpower ${ranking} -o /dev/stdout; echo after; } > out`, folder);
    expect(readFileSync(path.join(folder, 'out'), 'utf8')).toBe(`before\n${csv}after\n`);
    expect(shell(`cyberpower ${ranking} -o /dev/stdout | true`, folder).stderr).toBe('');
  });

  it('a link to /dev/stdout', () => {
    const folder = folderOf(sound);
    symlinkSync('/dev/stdout', path.join(folder, 'out'));
    expect(shell(`cyberpower ${ranking} -o out`, folder).stdout).toBe(csv);
    expect(lstatSync(path.join(folder, 'out')).isSymbolicLink()).toBe(true);
  });

  it('another open descriptor, at its place', () => {
    const folder = folderOf(sound);
    const line = `cyberpower ${ranking} -o >(cat > got); exec 3> out; echo before >&3;`;
    shell(`${line} cyberpower ${ranking} -o /dev/fd/3; echo after >&3; sleep 0.2`, folder);
    expect(readFileSync(path.join(folder, 'got'), 'utf8')).toBe(csv);
    expect(readFileSync(path.join(folder, 'out'), 'utf8')).toBe(`before\n${csv}after\n`);
  });

  it('a descriptor that is not open is a problem', () => {
    expect(shell(`cyberpower rank -o /dev/fd/987`).stderr).toMatch(
      /^\/dev\/fd\/987: error: the output cannot be written: it is not open \[files\/not-written\]\n/,
    );
  });

  it('a socket', async () => {
    const folder = folderOf(sound);
    const file = path.join(folder, 'out');
    let got = '';
    const server = createServer((socket) => socket.on('data', (data) => (got += data.toString())));
    await new Promise<void>((ready) => server.listen(file, ready));
    onTestFinished(() => void server.close());
    const args = ['rank', folder, '--quiet', '--fields', 'rank,name', '--format', 'csv', '-o', file];
    expect(await run(args)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(lstatSync(file).isSocket()).toBe(true);
    await vi.waitFor(() => expect(got).toBe(csv));
  });

  it.runIf(isRoot)('a device', () => {
    const folder = folderOf(sound);
    execFileSync('mknod', [path.join(folder, 'out'), 'c', '1', '3']);
    execFileSync('mknod', [path.join(folder, 'full'), 'c', '1', '7']);
    expect(shell(`cyberpower ${ranking} -o out`, folder)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(shell(`cyberpower ${ranking} -o full`, folder)).toEqual({
      code: 74,
      stdout: '',
      stderr:
        'full: error: the output cannot be written: the disk is full [io/not-written]\n' +
        '  fix: free space on the disk, or give --output a file on another one\n',
    });
    for (const name of ['out', 'full'])
      expect(lstatSync(path.join(folder, name)).isCharacterDevice()).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['full', 'indicators.csv', 'out', 'scores.csv']);
  });
});

describe.runIf(isPosix)('a file that is replaced', () => {
  it('keeps its mode', () => {
    for (const mode of [0o600, 0o640, 0o755, 0o666]) {
      const folder = folderOf({ ...sound, 'out.csv': 'old' });
      const file = path.join(folder, 'out.csv');
      chmodSync(file, mode);
      expect(spawn(['rank', '.', '-o', 'out.csv'], { cwd: folder }).code).toBe(0);
      expect([statSync(file).mode & 0o7777, readFileSync(file, 'utf8').slice(0, 4)]).toEqual([mode, 'rank']);
    }
  });

  it.runIf(isRoot)('keeps its owner and its group', () => {
    const folder = folderOf({ ...sound, 'out.csv': 'old' });
    const file = path.join(folder, 'out.csv');
    chownSync(file, 1234, 4321);
    chmodSync(file, 0o2640);
    expect(spawn(['rank', '.', '-o', 'out.csv'], { cwd: folder }).code).toBe(0);
    const { uid, gid, mode } = statSync(file);
    expect({ uid, gid, mode: mode & 0o7777 }).toEqual({ uid: 1234, gid: 4321, mode: 0o2640 });
  });

  it('is the one that a link leads to, also if it is not there yet', () => {
    const folder = folderOf({ ...sound, 'kept/there.csv': 'old' });
    for (const [link, leadsTo] of [
      ['a.csv', 'kept/there.csv'],
      ['b.csv', 'a.csv'],
      ['c.csv', 'kept/new.csv'],
      ['d.csv', 'c.csv'],
    ] as const)
      symlinkSync(leadsTo, path.join(folder, link));
    for (const link of ['b.csv', 'd.csv'])
      expect(spawn(['rank', '.', '-o', link], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    expect(readlinkSync(path.join(folder, 'b.csv'))).toBe('a.csv');
    expect(readlinkSync(path.join(folder, 'd.csv'))).toBe('c.csv');
    expect(readdirSync(path.join(folder, 'kept'))).toEqual(['new.csv', 'there.csv']);
    for (const file of ['new.csv', 'there.csv'])
      expect(readFileSync(path.join(folder, 'kept', file), 'utf8')).toMatch(/^rank,/);
  });

  it('is not there if links lead in a circle', async () => {
    const folder = folderOf(sound);
    symlinkSync('b.csv', path.join(folder, 'a.csv'));
    symlinkSync('a.csv', path.join(folder, 'b.csv'));
    const { code, stderr } = await run(['rank', folder, '-o', path.join(folder, 'a.csv')]);
    expect(code).toBe(1);
    expect(stderr).toContain('its links form a circle [files/not-written]');
    expect(lstatSync(path.join(folder, 'a.csv')).isSymbolicLink()).toBe(true);
  });

  it('is none if its name ends like that of a folder', async () => {
    const folder = folderOf(sound);
    const { code, stderr } = await run(['rank', folder, '-f', 'csv', '-o', `${folder}/out/`]);
    expect({ code, is: stderr.includes('it is a folder [files/not-written]') }).toEqual({
      code: 1,
      is: true,
    });
    expect(readdirSync(folder)).toEqual(['indicators.csv', 'scores.csv']);
  });

  it('may have the longest name there is', () => {
    const folder = folderOf(sound);
    const name = `${'n'.repeat(251)}.csv`;
    expect(spawn(['rank', '.', '-o', name], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(folder)).toContain(name);
  });
});

describe('what was read is not written over', () => {
  it('a result that was kept, and gave its recipe', async () => {
    const folder = folderOf(sound);
    const kept = path.join(folder, 'kept.json');
    await run(['rank', folder, '-o', kept]);
    const before = readFileSync(kept, 'utf8');
    expect(await refusedIn(folder, ['rank', '--recipe', 'FOLDER/kept.json', '-o', 'FOLDER/kept.json']))
      .toMatchInlineSnapshot(`
        "FOLDER/kept.json: error: the output would replace one of its input files [files/overwrites-input]
          why: nothing was changed
          fix: give --output another name
        exit 1"
      `);
    expect(readFileSync(kept, 'utf8')).toBe(before);
  });

  it('one that was expected, or named for weights', async () => {
    const folder = folderOf({ ...sound, 'own.csv': 'code,weight\noffence,2\ndefence,1\n' });
    await run(['rank', folder, '-o', path.join(folder, 'kept.json')]);
    for (const args of [
      ['check', 'FOLDER', '--expect', 'FOLDER/kept.json', '-o', 'FOLDER/kept.json'],
      ['rank', 'FOLDER', '--weights', 'FOLDER/own.csv:weight', '-o', 'FOLDER/own.csv'],
    ])
      expect(await refusedIn(folder, args)).toContain('[files/overwrites-input]');
  });

  it.each(['published.csv', 'claims.csv', 'weights.csv', 'raters.csv', 'index.json'])(
    'a file of the edition that was not even read: %s',
    async (name) => {
      const content = name === 'index.json' ? '{}' : 'code,country,rank\n';
      const folder = folderOf({ ...sound, [name]: content, 'index.yaml': '{}' });
      const file = path.join(folder, name);
      const { code } = await run(['rank', folder, '-o', file]);
      expect([code === 0, readFileSync(file, 'utf8')]).toEqual([false, content]);
    },
  );

  it('published.csv, which ranking does not read', async () => {
    const files = { ...sound, 'published.csv': 'country,rank\nFrance,1\n' };
    const folder = folderOf(files);
    expect(await refusedIn(folder, ['rank', 'FOLDER', '-o', 'FOLDER/published.csv'])).toContain(
      '[files/overwrites-input]',
    );
  });

  it.runIf(isPosix)('under another name: a link of either kind, or standard input', () => {
    const folder = folderOf(sound);
    linkSync(path.join(folder, 'scores.csv'), path.join(folder, 'hard.csv'));
    symlinkSync('scores.csv', path.join(folder, 'soft.csv'));
    for (const line of ['rank . -o hard.csv', 'rank . -o soft.csv', 'rank - -o scores.csv < scores.csv'])
      expect([line, shell(`cyberpower ${line}`, folder)]).toEqual([
        line,
        { code: 1, stdout: '', stderr: expect.stringContaining('[files/overwrites-input]') },
      ]);
    expect(readFileSync(path.join(folder, 'scores.csv'), 'utf8')).toBe(sound['scores.csv']);
  });

  it('a file that a call before has read may be', async () => {
    const folder = folderOf(sound);
    const kept = path.join(folder, 'kept.json');
    await run(['rank', folder, '-o', kept]);
    expect((await run(['check', folder, '--expect', kept])).code).toBe(0);
    expect((await run(['rank', folder, '-o', kept])).code).toBe(0);
  });
});

describe('two outputs of one call', () => {
  const both = (replicates: string, output: string) => [
    ...['uncertainty', 'FOLDER', '--draws', '9', '--quiet'],
    ...['--replicates', `FOLDER/${replicates}`, '--output', `FOLDER/${output}`],
  ];

  it('are both written', async () => {
    const folder = folderOf(sound);
    const args = both('all.csv', 'out.csv').map((arg) => arg.replace('FOLDER', folder));
    expect(await run(args)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(folder)).toEqual(['all.csv', 'indicators.csv', 'out.csv', 'scores.csv']);
  });

  it('are neither written if one cannot be', async () => {
    const folder = folderOf(sound);
    for (const args of [both('none/all.csv', 'out.csv'), both('all.csv', 'none/out.csv')])
      expect(await refusedIn(folder, args)).toContain('[files/not-written]\n  why: nothing was changed');
    expect(readdirSync(folder)).toEqual(['indicators.csv', 'scores.csv']);
  });

  it('must not be one file', async () => {
    expect(await refused(sound, both('all.csv', './all.csv'))).toMatchInlineSnapshot(`
      --output: error: --replicates and --output name the same file, "FOLDER/./all.csv" [usage/bad-value]
        why: nothing was changed
        fix: give --output another file
      exit 2
    `);
  });
});

describe.runIf(isPosix)('a signal', () => {
  it('that comes while something is written has its effect after that', async () => {
    const heard: string[] = [];
    const listener = (signal: string) => void heard.push(signal);
    process.on('SIGUSR2', listener);
    onTestFinished(() => void process.off('SIGUSR2', listener));
    const given = await uninterrupted(() => {
      process.kill(process.pid, 'SIGUSR2');
      return 'whole';
    });
    await vi.waitFor(() => expect(heard).toEqual(['SIGUSR2', 'SIGUSR2']));
    expect([given, process.listeners('SIGUSR2')]).toEqual(['whole', [listener]]);
  });

  it.each(['INT', 'TERM', 'HUP'])(
    'SIG%s leaves the old file or the new one, and nothing beside',
    (signal) => {
      const folder = folderOf({ 'out.json': 'old' });
      const file = path.join(folder, 'out.json');
      for (const delay of [0.05, 0.1, 0.15, 0.2, 0.25]) {
        writeFileSync(file, 'old');
        const line = `"$NODE" "$BIN" rank ncpi-2020 -o out.json & sleep ${delay}; kill -${signal} $!; wait $!`;
        shell(line, folder);
        expect(readdirSync(folder)).toEqual(['out.json']);
        expect(readFileSync(file, 'utf8')).toMatch(/^old$|^\{[^]*\}\n$/);
      }
    },
  );
});

async function refusedIn(folder: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(args.map((arg) => arg.replaceAll('FOLDER', folder)));
  return `${stdout}${stderr.replaceAll(folder, 'FOLDER')}exit ${code}`;
}
