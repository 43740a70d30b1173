// Faults of standard output and standard error: a full disk, readers that leave or are slow, no stream at all.
import { closeSync, existsSync, openSync } from 'node:fs';
import { ended, faultsOf, inFolder, jsonFaults, run, same, shell, start } from './program.mjs';

/** A call of every command, with its exit code when nothing is in the way. */
const calls = [
  [0, 'rank'],
  [0, 'rank', 'ncpi-2020', '-f', 'json'],
  [0, 'tiers', '-f', 'json'],
  [0, 'explain', 'China', '-f', 'json'],
  [0, 'compare', 'China', 'Russia', '-f', 'json'],
  [0, 'bounds', '-f', 'json'],
  [0, 'uncertainty', '--draws', '100', '-f', 'json'],
  [0, 'sensitivity', '--draws', '2', '-f', 'json'],
  [0, 'whatif', 'CHN.resilience=strength', '-f', 'json'],
  [0, 'reach', 'China', '--to-rank', '2', '-f', 'json'],
  [0, 'fit', '-f', 'json'],
  [0, 'check', 'gci-2020', '-f', 'json'],
  [3, 'check', 'gci-2020', '--weights', 'legal=3', '-f', 'json'],
  [0, 'methods', '-f', 'json'],
  [0, 'editions', '-f', 'json'],
  [0, 'schema', 'rank', '-f', 'json'],
  [1, 'rank', 'nowhere.csv'],
  [2, 'rank', '--nothing'],
  [0, '--help'],
  [0, '--version'],
];

export async function* streamCases(random) {
  for (const [code, ...args] of calls) {
    const line = args.join(' ');
    yield [`${line}, undisturbed`, async () => undisturbed(code, args)];
    if (existsSync('/dev/full')) {
      if (code !== 1 && code !== 2) yield [`${line} > /dev/full`, async () => toFull(args, 1, 74)];
      yield [`${line} 2> /dev/full`, async () => toFull(args, 2, code === 1 || code === 2 ? 74 : null)];
    }
    for (let times = 0; times < 3; times += 1) {
      const bytes = times === 0 ? 0 : Math.floor(random() * 5000);
      yield [`${line} | head -c ${bytes}`, async () => readerLeaves(code, args, bytes)];
    }
    yield [`${line}, read slowly`, async () => slowReader(code, args, random)];
    yield [`${line}, without streams`, async () => closed(code, line)];
  }
}

async function undisturbed(code, args) {
  const result = await run(args);
  const isJson = args.includes('json') && args[0] !== 'schema';
  return [
    ...faultsOf(result),
    ...same('exit code', result.code, code),
    ...(isJson ? await jsonFaults(args[0], result.stdout) : []),
  ];
}

/** Sends one stream to a full disk; null where nothing may be said there, so that the code is as ever. */
async function toFull(args, descriptor, code) {
  const full = openSync('/dev/full', 'w');
  const stdio = ['ignore', 'pipe', 'pipe'].with(descriptor, full);
  const result = await run(args, { stdio });
  closeSync(full);
  const wanted = code ?? (result.code === 74 ? 74 : result.code);
  return [...faultsOf(result), ...same('exit code', result.code, wanted)];
}

/** A reader that leaves after so many bytes: the exit code stays. */
async function readerLeaves(code, args, bytes) {
  const child = start(args);
  let read = 0;
  const leave = () => child.stdout.destroy();
  if (bytes === 0) leave();
  else child.stdout.on('data', (data) => (read += data.length) >= bytes && leave());
  const result = await ended(child);
  const { stdout: _, ...rest } = result;
  return [...faultsOf({ ...rest, stdout: '' }), ...same('exit code', result.code, code)];
}

async function slowReader(code, args, random) {
  const expected = await run(args);
  const child = start(args);
  child.stdout.on('data', () => {
    child.stdout.pause();
    setTimeout(() => child.stdout.resume(), random() * 20);
  });
  const result = await ended(child);
  return [
    ...faultsOf(result),
    ...same('exit code', result.code, code),
    ...same('length', result.stdout.length, expected.stdout.length),
  ];
}

/** Descriptors that are not open are as good as readers that left. */
async function closed(code, line) {
  return inFolder(async (folder) => {
    const faults = [];
    for (const how of ['>&-', '2>&-', '<&-', '>&- 2>&- <&-']) {
      const result = await shell(`cyberpower ${line} ${how}`, folder);
      faults.push(...faultsOf(result), ...same(`exit code of ${how}`, result.code, code));
    }
    return faults;
  });
}
