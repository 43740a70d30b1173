// A line on standard error for what takes more than a second, on a terminal only.
import type { Progress, Runner } from '../../analysis/uncertainty/runner.ts';
import type { Call } from '../command.ts';
import type { Io } from '../io.ts';

/** Tells how far something is, once it has taken a second, and wipes the line out when it is done. */
export function progressOn({ stderr }: Io, isQuiet: boolean): Progress | undefined {
  if (isQuiet || !stderr.isTerminal) return undefined;
  const start = performance.now();
  let shown = '';
  return (done, total) => {
    const text = done >= total ? '' : `${Math.floor((100 * done) / total)} %`;
    if (text === shown || (shown === '' && performance.now() - start < 1000)) return;
    // With nothing left to tell the line is as if nothing had been there.
    stderr.write(text === '' ? `\r${' '.repeat(shown.length)}\r` : `\r${text}`);
    shown = text;
  };
}

/** How commands compute in blocks: on so many threads, with that line. */
export async function runnerFor({ io, options, threaded }: Call, threads: number | null): Promise<Runner> {
  return threaded(threads, progressOn(io, options['quiet'] === true));
}
