// The real streams and environment of a process.
import type { Io, Sink } from '../commands/io.ts';
import { reasonOf, streamNotWritten } from '../input/files/file-problems.ts';
import { isDevice, writeNow } from '../input/files/disk/write.ts';
import { readStdin } from '../input/files/pieces.ts';
import { ProblemsError, type Problem } from '../model/problem.ts';

/** What the program ends with where its output cannot be written. */
export const NOT_WRITTEN = 74;

/** The real streams of a process. */
export function processIo(process: NodeJS.Process): Io {
  const stderr = new StandardStream(process, 'stderr', () => {});
  const stdout = new StandardStream(process, 'stdout', (problem) => {
    void tell(problem, stderr);
  });
  return { stdout, stderr, stdin: async () => readStdin(process.stdin), env: process.env };
}

/** Says what came to light only after everything was handed over. */
async function tell(problem: Problem, stderr: Sink): Promise<void> {
  const { formatProblems } = await import('../report/problems.ts');
  try {
    stderr.write(formatProblems([problem]));
  } catch {
    // Nobody is left to be told; the exit code tells.
  }
}

const descriptors = { stdout: 1, stderr: 2 };
const names = { stdout: 'standard output', stderr: 'standard error' };

/**
 * Files and pipes are written to directly: Node's stream is loaded only for terminals and readers too slow to
 * take everything at once, as loading it takes a tenth of a short run. A reader that closes the pipe early,
 * as `head` does, is no error: what is left to say is dropped. Everything else that goes wrong is a problem.
 */
class StandardStream implements Sink {
  readonly isTerminal: boolean;
  readonly width: number | null;
  readonly #process: NodeJS.Process;
  readonly #name: 'stdout' | 'stderr';
  readonly #onLateProblem: (problem: Problem) => void;
  #opened: NodeJS.WriteStream | null = null;
  #isStreamed: boolean;
  #isOver = false;

  constructor(process: NodeJS.Process, name: 'stdout' | 'stderr', onLateProblem: (problem: Problem) => void) {
    this.#process = process;
    this.#name = name;
    this.#onLateProblem = onLateProblem;
    this.isTerminal = isDevice(descriptors[name]) && leadsToTerminal(this.#open());
    this.#isStreamed = this.isTerminal;
    // A terminal that does not know its width says 0.
    this.width = this.isTerminal ? this.#open().columns || null : widthAskedFor(process.env);
  }

  write(text: string): void {
    if (this.#isOver) return;
    try {
      const rest = this.#isStreamed ? text : writeNow(descriptors[this.#name], text);
      if (rest.length === 0) return;
      this.#isStreamed = true;
      this.#open().write(rest);
    } catch (error) {
      const problem = this.#problemOf(error);
      if (problem !== null) throw new ProblemsError([problem]);
    }
  }

  #open(): NodeJS.WriteStream {
    this.#opened ??= this.#process[this.#name].on('error', (error) => {
      const problem = this.#problemOf(error);
      if (problem === null) return;
      this.#process.exitCode = NOT_WRITTEN;
      this.#onLateProblem(problem);
    });
    return this.#opened;
  }

  /** What a failure means; null where nobody reads any more. After either, nothing more is written. */
  #problemOf(error: unknown): Problem | null {
    const isKnown = this.#isOver;
    this.#isOver = true;
    const reason = reasonOf(error);
    return reason === 'EPIPE' || isKnown ? null : streamNotWritten(names[this.#name], reason);
  }
}

/** A device that is no terminal, such as /dev/full, does not say that it is one. */
function leadsToTerminal({ isTTY = false }: { readonly isTTY?: boolean }): boolean {
  return isTTY;
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
