// One call of a command: its Document to a format, the text to where it belongs.
import type { Call, Command } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import type { Io } from '../commands/io.ts';
import { unknownField } from '../commands/shared/filters/problems.ts';
import { readOutputOptions, type OutputOptions } from '../commands/shared/output.ts';
import { readMaxSize } from '../commands/shared/options.ts';
import { readTop } from '../commands/shared/rows.ts';
import { beginReading } from '../input/files/reading.ts';
import { ProblemsError, strictly, throwErrors, type Problem } from '../model/problem.ts';
import { list } from '../model/words.ts';
import type { Document } from '../report/document.ts';
import { formatProblems } from '../report/problems.ts';
import { loadTheme } from '../report/theme.ts';
import { isColoured } from './io.ts';
import { leadsToStdout, writeOutputs } from './output.ts';
import { uninterrupted } from './signals.ts';

/** What was written after the command. */
export type Written = Pick<Call, 'arguments' | 'options'>;

/** Runs a command, writes what it has to say, and gives the exit code. */
export async function execute(command: Command, written: Written, io: Io): Promise<number> {
  const output = readOutputOptions(written.options);
  readTop(written.options['top']);
  beginReading(readMaxSize(written.options));
  const said: Problem[] = [];
  const document = await command.run({
    ...written,
    io,
    commands,
    threaded,
    uninterrupted,
    say(problems) {
      for (const problem of throwErrors(output.isStrict ? problems.map(strictly) : problems))
        said.push(problem);
    },
  });
  checkFields(document, output);
  const text = await textOf(document, output, io);
  const own = output.file === null ? [] : [{ option: '--output', file: output.file, text }];
  await writeOutputs([...(document.besides ?? []), ...own], io);
  if (output.file === null) io.stdout.write(text);
  if (said.length > 0 && !output.isQuiet) {
    const theme = await loadTheme(isColoured(io.stderr, io.env, output.color));
    io.stderr.write(formatProblems(said, theme, io.stderr.width));
  }
  if (document.aside !== undefined) io.stderr.write(document.aside);
  return document.exit ?? 0;
}

/** Threads are loaded for the commands that compute on them. */
const threaded: Call['threaded'] = async (threads, onProgress) =>
  (await import('./threads.ts')).threaded({
    threads,
    ...(onProgress === undefined ? {} : { onProgress }),
  });

/** Throws if --fields names none, or one that the document does not have. */
function checkFields({ table }: Document, { fields }: OutputOptions): void {
  if (fields === null) return;
  const columns = table?.columns ?? [];
  const known = columns.filter(({ kind }) => kind !== 'bar').map(({ key }) => key);
  const keysByLabel = Object.fromEntries(columns.map(({ label, key }) => [label, key]));
  const unknown = fields.filter((name) => !known.includes(name));
  throwErrors(unknown.map((name) => unknownField(name, known, '--fields', keysByLabel)));
  if (fields.length === 0)
    throw new ProblemsError([
      {
        code: 'usage/bad-value',
        severity: 'error',
        place: { argument: '--fields' },
        what: 'no field is named',
        fix: `name some of ${list(known)}`,
      },
    ]);
}

/** The text of a document; only what goes to a terminal has a width, and colours. */
async function textOf(document: Document, output: OutputOptions, { stdout, env }: Io): Promise<string> {
  const { format, fields, hasHeader, isRaw, file, color } = output;
  const isForTerminal = format.reader === 'terminal' && file === null;
  const theme = await loadTheme(isForTerminal && isColoured(stdout, env, color));
  const write = await format.load();
  const isOnTerminal = stdout.isTerminal && leadsToStdout(file);
  const width = isForTerminal ? stdout.width : null;
  return write(document, { fields, hasHeader, isRaw, theme, isOnTerminal, width });
}
