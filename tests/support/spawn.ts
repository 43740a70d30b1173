// Runs the program as it is installed, with real streams and files. `npm test` builds it first.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const bin = path.join(root, 'bin', 'cyberpower.cjs');

interface Surroundings {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly program?: string;
  /** The user who runs it. */
  readonly uid?: number;
}

/** Runs the built program. */
export function spawn(args: readonly string[], { program = bin, ...surroundings }: Surroundings = {}) {
  return finish(process.execPath, [program, ...args], surroundings);
}

/** A line of bash that calls the program as `cyberpower`, in a folder. */
export function shell(line: string, cwd = root) {
  const call = `cyberpower() { "$NODE" "$BIN" "$@"; }; ${line}`;
  return finish('bash', ['--norc', '-o', 'pipefail', '-c', call], {
    env: { NODE: process.execPath, BIN: bin },
    cwd,
  });
}

function finish(
  file: string,
  args: readonly string[],
  { input = '', env = {}, cwd = root, ...user }: Omit<Surroundings, 'program'>,
) {
  const PATH = process.env['PATH'] ?? '';
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    input,
    cwd,
    env: { PATH, ...env },
    encoding: 'utf8',
    ...user,
  });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
}
