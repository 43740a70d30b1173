// The built program under a fault, and what must hold of it whatever happens.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = path.join(root, 'bin', 'cyberpower.cjs');

/** Milliseconds after which a run hangs. */
const LIMIT = 20_000;
const codes = new Set([0, 1, 2, 3, 74]);

/** Starts it; `stdin` is text that is piped in, and `stdio` what Node's spawn takes. */
export function start(args, { stdio = ['ignore', 'pipe', 'pipe'], ...options } = {}) {
  return spawn(process.execPath, [bin, ...args], { cwd: root, stdio, ...options });
}

/** Waits for a run to end: its code or signal, and what it wrote to pipes. */
export async function ended(child) {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'])
    child[name]?.setEncoding('utf8').on('data', (text) => (written[name] += text));
  let isHanging = false;
  const timer = setTimeout(() => {
    isHanging = true;
    child.kill('SIGKILL');
  }, LIMIT);
  const [code, signal] = await new Promise((done) => {
    child.on('close', (...how) => done(how));
  });
  clearTimeout(timer);
  return { code, signal, isHanging, ...written };
}

export async function run(args, options) {
  return ended(start(args, options));
}

/** Runs a line of bash, which calls the program as `cyberpower`. */
export async function shell(line, cwd, options = {}) {
  const call = `cyberpower() { "$NODE" "$BIN" "$@"; }; ${line}`;
  const env = { PATH: process.env.PATH, NODE: process.execPath, BIN: bin };
  const child = spawn('bash', ['--norc', '-c', call], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  return ended(child);
}

/** What is wrong with how a run ended, whatever was asked of it; signals that were sent are no fault. */
export function faultsOf({ code, signal, isHanging, stdout, stderr }, { sent = null } = {}) {
  const faults = [];
  if (isHanging) faults.push(`hangs for ${LIMIT / 1000} s`);
  else if (signal !== sent && !codes.has(code)) faults.push(`ends with ${code ?? signal}`);
  if (/\n\s+at .*:\d+:\d+\)?(?:\n|$)|node:internal|met a bug of its own/.test(stderr))
    faults.push(`prints a trace: ${stderr.slice(0, 300)}`);
  if (/\bNaN\b|\bInfinity\b|\bundefined\b|\[object Object\]/.test(`${stdout}${stderr}`))
    faults.push('prints what is no number or no text');
  if ((code === 1 || code === 2) && stdout !== '') faults.push(`prints a result and ends with ${code}`);
  if (stderr.length > 5000) faults.push(`prints ${stderr.length} characters of problems`);
  return faults;
}

const validators = new Map();

/** What is wrong with the JSON of a command. */
export async function jsonFaults(command, text) {
  if (!validators.has(command)) {
    const { stdout } = await run(['schema', command, '--format', 'json']);
    validators.set(command, new Ajv({ strict: false }).compile(JSON.parse(stdout)));
  }
  try {
    const validate = validators.get(command);
    return validate(JSON.parse(text))
      ? []
      : [`the JSON breaks its schema: ${JSON.stringify(validate.errors)}`];
  } catch (error) {
    return [`the JSON cannot be read: ${error.message}`];
  }
}

/** A folder of its own for a case, which is gone after it. */
export async function inFolder(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cyberpower-faults-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is in a folder besides what should be. */
export function leftovers(folder, ...expected) {
  const found = readdirSync(folder).filter((name) => !expected.includes(name));
  return found.length === 0 ? [] : [`leaves ${found.join(', ')}`];
}

/** Complains unless both are the same. */
export function same(what, actual, wanted) {
  return actual === wanted ? [] : [`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`];
}
