// Asks the program, in process, and keeps what is needed to ask it again by hand.
import { run } from '../support/run.ts';

export interface Answer<Shape> {
  readonly command: string;
  /** Null if it refused to answer. */
  readonly json: Shape | null;
  readonly code: number;
  readonly stderr: string;
}

/** `Shape` is what the answer is taken for; what is not there shows as a difference. */
export async function ask<Shape>(folder: string, args: readonly string[]): Promise<Answer<Shape>> {
  const [command = '', ...rest] = args;
  const isAbout = ['compare', 'reach'].includes(command);
  const argv = [command, ...(isAbout ? [...rest, '-e', folder] : [folder, ...rest])];
  const { code, stdout, stderr } = await run([...argv, '--format', 'json', '--quiet']);
  const json: Shape | null = stdout === '' ? null : JSON.parse(stdout);
  return {
    command: shown(argv, folder),
    code,
    stderr,
    json,
  };
}

function shown(argv: readonly string[], folder: string): string {
  const words = argv.map((arg) => {
    if (arg === folder) return '.';
    return /^[\w./:@%,=+-]+$/.test(arg) ? arg : `'${arg}'`;
  });
  return ['npx cyberpower', ...words].join(' ');
}
