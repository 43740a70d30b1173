// Faults of files: a disk that is full or read-only, FIFOs, signals at random moments, two writers at once.
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  ended,
  faultsOf,
  inFolder,
  jsonFaults,
  leftovers,
  root,
  run,
  same,
  shell,
  start,
} from './program.mjs';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
/** Text that a file holds before the program writes it anew. */
const OLD = 'old\n';

/** What writes a file, called in a folder of its own. */
const writers = [
  ['rank', 'ncpi-2020', '-o', 'out.json'],
  ['bounds', 'iiss-2021', '-o', 'out.json'],
  [
    'uncertainty',
    'iiss-2021',
    '--draws',
    '300',
    '--replicates',
    'all.csv',
    '-o',
    'out.json',
    '--vary',
    'drop',
  ],
];

export async function* fileCases(random, rounds) {
  for (let round = 0; round < rounds; round += 1) {
    const args = writers[round % writers.length];
    const signal = signals[Math.floor(random() * signals.length)];
    const delay = Math.floor(random() * 600);
    yield [`${args.join(' ')}, ${signal} after ${delay} ms`, async () => signalled(args, signal, delay)];
  }
  for (let round = 0; round < Math.ceil(rounds / 10); round += 1) {
    const delay = Math.floor(random() * 400);
    yield [`init, SIGTERM after ${delay} ms`, async () => initSignalled(delay)];
    yield ['two writers of one file', async () => twoWriters(random)];
  }
  for (const signal of signals) yield [`${signal} while a file is written`, async () => whileWriting(signal)];
  for (const size of [8, 16, 32]) yield [`a disk of ${size} kB`, async () => fullDisk(size)];
  for (const limit of [0, 1, 8]) yield [`files of at most ${limit} kB`, async () => limitedFiles(limit)];
  yield ['a FIFO to write into', async () => outputToFifo()];
  yield ['a FIFO to read from', async () => inputFromFifo(random)];
  if (isRoot) yield ['a folder that is read-only', async () => readOnly()];
}

/** Whether a file holds what it held before, or all of a result. */
async function oldOrWhole(file, command) {
  const text = readFileSync(file, 'utf8');
  return text === OLD ? [] : jsonFaults(command, text);
}

async function signalled(args, signal, delay) {
  return inFolder(async (folder) => {
    const file = path.join(folder, 'out.json');
    writeFileSync(file, OLD);
    const child = start(args, { cwd: folder });
    setTimeout(() => child.kill(signal), delay);
    const result = await ended(child);
    return [
      ...faultsOf(result, { sent: signal }),
      ...leftovers(folder, 'out.json', ...(args.includes('all.csv') ? ['all.csv'] : [])),
      ...(await oldOrWhole(file, args[0])),
    ];
  });
}

/** A signal just when the new file is there and not in its place yet, which takes a large one. */
async function whileWriting(signal) {
  return inFolder(async (folder) => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `Land ${i},${i % 97},${i % 89},${i % 83}\n`);
    const [input, file] = ['scores.csv', path.join(folder, 'out.json')];
    writeFileSync(path.join(folder, input), `country,a,b,c\n${rows.join('')}`);
    writeFileSync(file, OLD);
    const child = start(['rank', input, '--quiet', '-o', 'out.json'], { cwd: folder });
    const isWriting = () => readdirSync(folder).some((name) => name.startsWith('.'));
    const poll = setInterval(() => isWriting() && child.kill(signal), 0);
    const result = await ended(child);
    clearInterval(poll);
    return [
      ...faultsOf(result, { sent: signal }),
      ...same('signal', result.signal, signal),
      ...leftovers(folder, input, 'out.json'),
      ...(await oldOrWhole(file, 'rank')),
    ];
  });
}

async function initSignalled(delay) {
  return inFolder(async (folder) => {
    const child = start(['init'], { cwd: folder });
    setTimeout(() => child.kill('SIGTERM'), delay);
    const result = await ended(child);
    const faults = [...faultsOf(result, { sent: 'SIGTERM' }), ...leftovers(folder, 'my-index')];
    const ranked = await run(['rank', 'my-index'], { cwd: folder });
    // Either nothing was written, or all of it.
    const wanted = result.code === 0 || ranked.code === 0 ? 0 : 1;
    return [...faults, ...same('rank my-index', ranked.code, wanted), ...notHalf(folder, ranked)];
  });
}

function notHalf(folder, { code, stderr }) {
  return code === 0 || stderr.includes('[files/not-found]')
    ? []
    : [`half an edition in ${folder}: ${stderr}`];
}

async function twoWriters(random) {
  return inFolder(async (folder) => {
    const [one, other] = [
      ['rank', 'ncpi-2020', '-o', 'out.json'],
      ['rank', 'iiss-2021', '-o', 'out.json'],
    ];
    const runs = Array.from({ length: 6 }, async (_, i) => {
      await new Promise((then) => setTimeout(then, random() * 50));
      return run(i % 2 === 0 ? one : other, { cwd: folder });
    });
    const results = await Promise.all(runs);
    return [
      ...results.flatMap((result) => [...faultsOf(result), ...same('exit code', result.code, 0)]),
      ...leftovers(folder, 'out.json'),
      ...(await jsonFaults('rank', readFileSync(path.join(folder, 'out.json'), 'utf8'))),
    ];
  });
}

/** A disk in memory of so many kilobytes, where the system lets one be made. */
async function fullDisk(size) {
  return inFolder(async (folder) => {
    const disk = path.join(folder, 'disk');
    mkdirSync(disk);
    const mounted = await shell(`mount -t tmpfs -o size=${size}k tmpfs disk`, folder);
    if (mounted.code !== 0) return [];
    try {
      return await onFullDisk(disk);
    } finally {
      await shell('umount disk', folder);
    }
  });
}

async function onFullDisk(disk) {
  const file = path.join(disk, 'out.json');
  writeFileSync(file, OLD);
  const faults = [];
  for (const args of writers) {
    const result = await run(args, { cwd: disk });
    faults.push(
      ...faultsOf(result),
      ...same(args.join(' '), [0, 74].includes(result.code), true),
      ...leftovers(disk, 'out.json', 'all.csv'),
      ...(result.code === 74 ? await oldOrWhole(file, args[0]) : []),
    );
    writeFileSync(file, OLD);
  }
  const made = await run(['init'], { cwd: disk });
  faults.push(...faultsOf(made), ...(made.code === 0 ? [] : leftovers(disk, 'out.json', 'all.csv')));
  return faults;
}

/** The shell's limit counts blocks of 1024 bytes. */
async function limitedFiles(limit) {
  return inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'out.json'), OLD);
    const result = await shell(`ulimit -f ${limit}; cyberpower rank ncpi-2020 -o out.json`, folder);
    return [
      ...faultsOf(result),
      ...same('exit code', result.code, 74),
      ...same('the file', readFileSync(path.join(folder, 'out.json'), 'utf8'), OLD),
      ...leftovers(folder, 'out.json'),
    ];
  });
}

async function outputToFifo() {
  return inFolder(async (folder) => {
    const line =
      'mkfifo pipe; cat pipe > got & cyberpower rank ncpi-2020 -o pipe -f json; code=$?; wait; exit $code';
    const result = await shell(line, folder);
    return [
      ...faultsOf(result),
      ...same('exit code', result.code, 0),
      ...leftovers(folder, 'pipe', 'got'),
      ...(await jsonFaults('rank', readFileSync(path.join(folder, 'got'), 'utf8'))),
    ];
  });
}

async function inputFromFifo(random) {
  return inFolder(async (folder) => {
    const rows = Array.from(
      { length: 20 },
      (_, i) => `echo Land ${i},${i}; sleep ${(random() / 20).toFixed(3)}`,
    );
    const writer = `{ echo country,laws; ${rows.join('; ')}; } > pipe`;
    const line = `mkfifo pipe; ${writer} & cyberpower rank pipe -f json --quiet`;
    const result = await shell(line, folder);
    return [
      ...faultsOf(result),
      ...same('exit code', result.code, 0),
      ...(await jsonFaults('rank', result.stdout)),
    ];
  });
}

async function readOnly() {
  return inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'out.json'), OLD);
    chmodSync(folder, 0o555);
    const faults = [];
    for (const args of [
      ...writers,
      ['init'],
      ['init', 'x', '--from', path.join(root, 'data', 'iiss-2021')],
    ]) {
      const result = await run(args, { cwd: folder, uid: NOBODY });
      faults.push(...faultsOf(result), ...same(args.join(' '), result.code, 1));
    }
    chmodSync(folder, 0o000);
    for (const args of [
      ['rank', folder],
      ['check', folder],
      ['init', 'x', '--from', folder],
    ]) {
      const result = await run(args, { uid: NOBODY });
      const stdout = args[0] === 'check' ? '' : result.stdout;
      faults.push(...faultsOf({ ...result, stdout }), ...same(args.join(' '), result.code, 1));
    }
    chmodSync(folder, 0o755);
    return [...faults, ...leftovers(folder, 'out.json')];
  });
}
