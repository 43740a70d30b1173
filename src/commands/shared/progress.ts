// A line on standard error for what takes more than a second, on a terminal only.
import type { Progress, Runner } from '../../analysis/uncertainty/runner.ts';
import type { Call } from '../command.ts';
import type { Sink } from '../io.ts';

/** Milliseconds before the line is shown. */
const PATIENCE = 1000;

/** Tells how far something is, once it has taken a while, and wipes the line out when it is done. */
class ProgressLine {
  readonly #terminal: Sink;
  readonly #start = performance.now();
  #shown = '';

  constructor(terminal: Sink) {
    this.#terminal = terminal;
  }

  show(done: number, total: number): void {
    const text = done >= total ? '' : `${Math.floor((100 * done) / total)} %`;
    const isTooEarly = this.#shown === '' && performance.now() - this.#start < PATIENCE;
    if (text === this.#shown || isTooEarly) return;
    // With nothing left to tell the line is as if nothing had been there.
    this.#terminal.write(text === '' ? `\r${' '.repeat(this.#shown.length)}\r` : `\r${text}`);
    this.#shown = text;
  }
}

function progressOn(stderr: Sink, isQuiet: boolean): Progress | undefined {
  if (isQuiet || !stderr.isTerminal) return undefined;
  const line = new ProgressLine(stderr);
  return (done, total) => line.show(done, total);
}

/** How commands compute in blocks: on so many threads, with that line. */
export async function runnerFor({ io, options, threaded }: Call, threads: number | null): Promise<Runner> {
  return threaded(threads, progressOn(io.stderr, options['quiet'] === true));
}
