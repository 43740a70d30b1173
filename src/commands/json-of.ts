// The JSON of a command for the library: the same object that `--format json` prints.
import { inTurn } from '../analysis/uncertainty/runner.ts';
import { beginReading } from '../input/files/reading.ts';
import { ProblemsError, throwErrors, type Problem } from '../model/problem.ts';
import { didYouMean, list } from '../model/words.ts';
import { formatJson } from '../report/formats/json.ts';
import type { Option } from './command.ts';
import { commands } from './index.ts';
import type { Io } from './io.ts';
import { readMaxSize } from './shared/options.ts';
import { readTop } from './shared/rows.ts';

/** The arguments and options of a call; all that is left out takes its default. */
export interface CommandCall {
  /** What stands behind the command: an edition, countries. */
  readonly arguments?: readonly string[];
  /**
   * Options by their names without dashes, in camel case: `{ top: '5', maxSize: '1GB' }`. Values are written
   * as on the command line. An option without a value takes true or false, one that is repeated takes a list.
   */
  readonly options?: Readonly<Record<string, string | boolean | readonly string[]>>;
}

/**
 * What a command prints as JSON, parsed. `cyberpower schema rank` describes the JSON of `rank`.
 *
 *     await jsonOf('rank', { arguments: ['my.csv'], options: { top: '5' } })
 *
 * Throws a ProblemsError with all errors. Warnings are left out, unless the command has a key for them.
 */
export async function jsonOf(command: string, call: CommandCall = {}): Promise<Record<string, unknown>> {
  const entry = commands.find(({ name }) => name === command);
  if (entry === undefined) throw new ProblemsError([unknown('command', command, commandNames)]);
  const loaded = await entry.load();
  const { arguments: written = [], options = {} } = call;
  const known = loaded.options.map(nameOf);
  throwErrors(
    Object.keys(options)
      .filter((name) => !known.includes(name))
      .map((name) => unknown('option', name, known)),
  );
  readTop(options['top']);
  beginReading(readMaxSize(options));
  const document = await loaded.run({
    arguments: written,
    options,
    io: silent,
    commands,
    threaded: async (_threads, onProgress) => inTurn(onProgress),
    uninterrupted: async (work) => work(),
    say: (problems) => void throwErrors(problems),
  });
  const object: Record<string, unknown> = JSON.parse(await formatJson(document));
  return object;
}

const commandNames = commands.map(({ name }) => name);
const sink = { write() {}, isTerminal: false, width: null };
const silent: Io = { stdout: sink, stderr: sink, stdin: async () => new Uint8Array(), env: {} };

/** `--max-size <size>` is maxSize, `--no-header` is header. */
function nameOf({ flags }: Option): string {
  const [, dashed = ''] = /--(?:no-)?([a-z-]+)/.exec(flags) ?? [];
  return dashed.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function unknown(what: 'command' | 'option', name: string, known: readonly string[]): Problem {
  return {
    code: `usage/unknown-${what}`,
    severity: 'error',
    place: { argument: name },
    value: name,
    what: `there is no ${what} "${name}"${didYouMean(name, known)}`,
    fix: `the ${what}s are ${list(known)}`,
  };
}
