// What a command may touch of the world outside: streams and environment, handed in so that tests can stand
// in for them.

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
