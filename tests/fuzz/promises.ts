// What every run keeps to, whatever it was given.
import type { Run } from '../support/run.ts';
import { validatorOf } from '../commands/schema/keys.ts';
import type { Case } from './cases.ts';

const noNumbers = /\bNaN\b|\bInfinity\b|\bundefined\b|\[object Object\]/;
const traces = /\n\s+at .*[:/]\d+|node:internal|\.ts:\d+:\d+/;
/** All that steers a terminal or hides in a line, but for line feeds. */
const steering =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- these are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
const LONGEST = 20_000;

/** What a run breaks of it. */
export async function brokenBy(one: Case, { code, stdout, stderr }: Run, took: number): Promise<string[]> {
  const broken: string[] = [];
  if (![0, 1, 2, 3].includes(code)) broken.push(`exit ${code}`);
  if (traces.test(stdout) || traces.test(stderr)) broken.push('a trace');
  const isRefused = code === 1 || code === 2;
  // What check finds is what it is asked for.
  if (isRefused && stdout !== '' && one.command !== 'check') broken.push('output beside an error');
  if (isRefused && stdout + stderr === '') broken.push('an error without a word');
  if (took > LONGEST) broken.push(`took ${Math.round(took / 1000)} s`);
  if (!isGiven(one, noNumbers) && (noNumbers.test(stdout) || noNumbers.test(stderr)))
    broken.push('no number');
  if (steering.test(stderr)) broken.push('a character that steers, on stderr');
  const format = formatOf(one);
  if (['text', 'markdown', 'json'].includes(format) && steering.test(stdout))
    broken.push('a character that steers, on stdout');
  if (/^::/m.test(stderr) || (format === 'text' && /^::/m.test(stdout)))
    broken.push('a line that begins with ::');
  if (format === 'json' && stdout !== '') broken.push(...(await misfits(one.command, stdout)));
  return broken;
}

function isGiven({ files, args }: Case, pattern: RegExp): boolean {
  const texts = Object.values(files).flatMap((content) =>
    typeof content === 'string' ? [content] : decoded(content),
  );
  return [...texts, ...args].some(
    (text) => new RegExp(pattern.source, 'i').test(text) || /inf\b|1e999/i.test(text),
  );
}

/** As the program may read the bytes. */
function decoded(bytes: Uint8Array): string[] {
  return [Buffer.from(bytes).toString(), Buffer.from(bytes).toString('utf16le')];
}

function formatOf({ args }: Case): string {
  const i = args.findLastIndex((arg) => arg === '--format' || arg === '-f');
  return i === -1 ? 'text' : (args[i + 1] ?? '').replace('md', 'markdown');
}

async function misfits(command: string, stdout: string): Promise<string[]> {
  let output: unknown;
  try {
    output = JSON.parse(stdout);
  } catch {
    return ['JSON that does not parse'];
  }
  if (['editions', 'methods', 'schema'].includes(command)) return [];
  const validate = await validatorOf(command);
  return validate(output)
    ? []
    : [`JSON off its schema: ${JSON.stringify(validate.errors?.slice(0, 2)).slice(0, 300)}`];
}
