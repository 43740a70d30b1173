// What the program may touch of the world outside: streams and environment, handed in so that tests can stand in for them.

export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Sink {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal, or those that COLUMNS asks for; null if nothing says how wide it is. */
  readonly width: number | null;
}

/** The real streams of a process. A reader that closes the pipe early, as `head` does, is no error. */
export function processIo(process: NodeJS.Process): Io {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(0);
    });
  }
  return {
    stdout: sink(process.stdout, process.env),
    stderr: sink(process.stderr, process.env),
    stdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
      return Buffer.concat(chunks);
    },
    env: process.env,
  };
}

function sink(stream: NodeJS.WriteStream, { COLUMNS }: NodeJS.ProcessEnv): Sink {
  const asked = /^[1-9]\d*$/.test(COLUMNS ?? '') ? Number(COLUMNS) : null;
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    width: stream.isTTY ? stream.columns : asked,
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
