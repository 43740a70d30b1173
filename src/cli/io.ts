// The real streams and environment of a process.
import type { Io, Sink } from '../commands/io.ts';
import { isDevice, writeNow } from '../input/files/files.ts';

/** The real streams of a process. */
export function processIo(process: NodeJS.Process): Io {
  return {
    stdout: sink(process, 'stdout', 1),
    stderr: sink(process, 'stderr', 2),
    stdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin)
        chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
      return Buffer.concat(chunks);
    },
    env: process.env,
  };
}

/**
 * Files and pipes are written to directly: Node's stream is loaded only for terminals and readers too slow to
 * take everything at once, as loading it takes a tenth of a short run. A reader that closes the pipe early,
 * as `head` does, is no error.
 */
function sink(process: NodeJS.Process, name: 'stdout' | 'stderr', descriptor: number): Sink {
  let opened: NodeJS.WriteStream | null = null;
  const endUnlessBroken = (error: unknown): void => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
    process.exit(0);
  };
  const stream = (): NodeJS.WriteStream => (opened ??= process[name].on('error', endUnlessBroken));
  const isTerminal = isDevice(descriptor) && stream().isTTY;
  const asked = /^[1-9]\d*$/.test(process.env['COLUMNS'] ?? '') ? Number(process.env['COLUMNS']) : null;
  return {
    isTerminal,
    width: isTerminal ? stream().columns : asked,
    write(text) {
      try {
        const rest = opened === null ? writeNow(descriptor, text) : text;
        if (rest.length > 0) stream().write(rest);
      } catch (error) {
        endUnlessBroken(error);
      }
    },
  };
}

/** Whether to colour: as --color says, else as NO_COLOR or FORCE_COLOR says, else on terminals that can. */
export function isColoured(sink: Sink, env: Io['env'], when: string): boolean {
  if (when !== 'auto') return when === 'always';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return sink.isTerminal && env['TERM'] !== 'dumb';
}
