// Runs the program in process, as a user would at a terminal or in a pipe, and gives what it wrote.
import { main } from '../../src/cli/main.ts';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** A terminal of this width; a pipe unless given. */
  readonly terminal?: number;
}

export async function run(
  args: readonly string[],
  { stdin = '', env = {}, terminal }: World = {},
): Promise<Run> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => void (written[name] += text),
    isTerminal: terminal !== undefined,
    width: terminal ?? null,
  });
  const bytes = typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
  const code = await main(args, {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    stdin: async () => bytes,
    env,
  });
  return { code, ...written };
}
