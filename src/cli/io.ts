// The real streams and environment of a process.
import type { Io, Sink } from '../commands/io.ts';
import { isDevice, writeNow } from '../input/files/files.ts';

/** The real streams of a process. */
export function processIo(process: NodeJS.Process): Io {
  return {
    stdout: new StandardStream(process, 'stdout', 1),
    stderr: new StandardStream(process, 'stderr', 2),
    stdin: async () => readAll(process.stdin),
    env: process.env,
  };
}

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

/**
 * Files and pipes are written to directly: Node's stream is loaded only for terminals and readers too slow to
 * take everything at once, as loading it takes a tenth of a short run. A reader that closes the pipe early,
 * as `head` does, is no error.
 */
class StandardStream implements Sink {
  readonly isTerminal: boolean;
  readonly width: number | null;
  readonly #process: NodeJS.Process;
  readonly #name: 'stdout' | 'stderr';
  readonly #descriptor: number;
  #opened: NodeJS.WriteStream | null = null;

  constructor(process: NodeJS.Process, name: 'stdout' | 'stderr', descriptor: number) {
    this.#process = process;
    this.#name = name;
    this.#descriptor = descriptor;
    this.isTerminal = isDevice(descriptor) && this.#open().isTTY;
    this.width = this.isTerminal ? this.#open().columns : widthAskedFor(process.env);
  }

  write(text: string): void {
    try {
      const rest = this.#opened === null ? writeNow(this.#descriptor, text) : text;
      if (rest.length > 0) this.#open().write(rest);
    } catch (error) {
      this.#endUnlessBroken(error);
    }
  }

  #open(): NodeJS.WriteStream {
    this.#opened ??= this.#process[this.#name].on('error', (error) => this.#endUnlessBroken(error));
    return this.#opened;
  }

  #endUnlessBroken(error: unknown): void {
    const isPipeClosed = error instanceof Error && 'code' in error && error.code === 'EPIPE';
    if (!isPipeClosed) throw error;
    this.#process.exit(0);
  }
}

function widthAskedFor({ COLUMNS }: NodeJS.ProcessEnv): number | null {
  return COLUMNS !== undefined && /^[1-9]\d*$/.test(COLUMNS) ? Number(COLUMNS) : null;
}

/** Whether to colour: as --color says, else as NO_COLOR or FORCE_COLOR says, else on terminals that can. */
export function isColoured({ isTerminal }: Sink, env: Io['env'], when: string): boolean {
  if (when !== 'auto') return when === 'always';
  const { NO_COLOR: refused = '', FORCE_COLOR: forced, TERM: terminal } = env;
  if (refused !== '') return false;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && terminal !== 'dumb';
}
