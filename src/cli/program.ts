// One call of the program: arguments to a command, its Document to a format, the text to where it belongs.
import { Command as Commander, CommanderError, Option as CommanderOption } from 'commander';
import { version } from '../../package.json';
import { writeWhole } from '../input/files/files.ts';
import { ProblemsError, strictly, throwErrors, type Problem } from '../model/problem.ts';
import type { Document } from '../report/document.ts';
import { formatProblems } from '../report/problems.ts';
import { list } from '../model/words.ts';
import { loadTheme } from '../report/theme.ts';
import type { Command, CommandEntry, Example } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import type { Io } from '../commands/io.ts';
import { isColoured } from './io.ts';
import { readOutputOptions, type OutputOptions } from '../commands/shared/output.ts';
import { unknownField } from '../commands/shared/filters/problems.ts';
import { readTop } from '../commands/shared/rows.ts';
import { calledCommand, usageProblem } from './usage.ts';

/** Runs one call and gives its exit code; throws a ProblemsError where something is wrong. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const exit = { code: 0 };
  const program = await buildProgram(args, io, exit);
  if (args.length === 0) {
    io.stdout.write(program.helpInformation());
    return 0;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit.code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw new ProblemsError([usageProblem(error, args, program)]);
  }
}

/** All commands by name and summary; the one that is called with its options too. */
async function buildProgram(args: readonly string[], io: Io, exit: { code: number }): Promise<Commander> {
  const program = new Commander('cyberpower')
    .description('Computes indices of national cyber power from plain CSV files: rankings, tiers, and why.')
    .usage('<command> [edition] [options]')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help, or that of a command')
    .helpCommand(false)
    .addHelpText(
      'after',
      examplesText([
        { line: 'cyberpower rank', says: 'the bundled example' },
        { line: 'cyberpower rank my.csv', says: 'your own scores' },
        { line: 'cyberpower rank my.csv --format json', says: 'for a script' },
        { line: 'cyberpower rank --help', says: 'all options of a command' },
      ]),
    );
  configure(program, io);
  const called = calledCommand(args);
  for (const entry of commands) await addCommand(program, entry, entry.name === called, io, exit);
  return program;
}

function configure(program: Commander, io: Io): void {
  program
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => Math.min(io.stdout.width ?? 80, 100),
      getOutHasColors: () => isColoured(io.stdout, io.env, 'auto'),
      stripColor: (text) => text,
    })
    .configureHelp({ showGlobalOptions: false });
}

async function addCommand(
  program: Commander,
  entry: CommandEntry,
  isCalled: boolean,
  io: Io,
  exit: { code: number },
): Promise<void> {
  const command = program
    .command(entry.name)
    .summary(entry.summary)
    .description(entry.summary)
    .helpGroup(entry.question);
  command.copyInheritedSettings(program);
  if (!isCalled) {
    command.argument(`[${entry.argument}]`).allowUnknownOption().allowExcessArguments();
    return;
  }
  const loaded = await entry.load();
  command
    .description(loaded.description)
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', examplesText(loaded.examples));
  for (const { name, meaning, isMany } of loaded.arguments)
    command.argument(isMany === true ? `[${name}...]` : `[${name}]`, meaning);
  for (const { flags, meaning, group, isRepeated } of loaded.options) {
    const option = new CommanderOption(flags, meaning).helpGroup(group);
    if (isRepeated)
      option.argParser((value: string, previous: string[] | undefined) => [...(previous ?? []), value]);
    command.addOption(option);
  }
  command.action(async () => {
    exit.code = await execute(loaded, command, io);
  });
}

/** Runs a command, writes what it has to say, and gives the exit code. */
async function execute(command: Command, commander: Commander, io: Io): Promise<number> {
  const options = commander.opts<Record<string, unknown>>();
  const output = readOutputOptions(options);
  readTop(options['top']);
  const said: Problem[] = [];
  const document = await command.run({
    // Commander types its arguments loosely; a missing one is undefined.
    arguments: commander.processedArgs
      .flat()
      .map((argument: unknown) => (typeof argument === 'string' ? argument : undefined)),
    options,
    io,
    commands,
    threaded: async (threads, onProgress) =>
      (await import('./threads.ts')).threaded({
        threads,
        ...(onProgress === undefined ? {} : { onProgress }),
      }),
    say: (problems) => said.push(...throwErrors(output.isStrict ? problems.map(strictly) : problems)),
  });
  checkFields(document, output);
  const text = await textOf(document, output, io);
  if (output.file === null) io.stdout.write(text);
  else writeWhole(output.file, text, document.inputs);
  if (said.length > 0 && !output.isQuiet)
    io.stderr.write(
      formatProblems(said, await loadTheme(isColoured(io.stderr, io.env, output.color)), io.stderr.width),
    );
  if (document.aside !== undefined) io.stderr.write(document.aside);
  return document.exit ?? 0;
}

function checkFields({ table }: Document, { fields }: OutputOptions): void {
  const known = table?.columns.filter(({ kind }) => kind !== 'bar').map(({ key }) => key) ?? [];
  const labels = Object.fromEntries((table?.columns ?? []).map(({ label, key }) => [label, key]));
  throwErrors(
    (fields ?? [])
      .filter((name) => !known.includes(name))
      .map((name) => unknownField(name, known, '--fields', labels)),
  );
  if (fields?.length === 0)
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
  const { format, fields, hasHeader, file, color } = output;
  const isForTerminal = format.reader === 'terminal' && file === null;
  const theme = await loadTheme(isForTerminal && isColoured(stdout, env, color));
  const write = await format.load();
  return write(document, { fields, hasHeader, theme, width: isForTerminal ? stdout.width : null });
}

function examplesText(examples: readonly Example[]): string {
  const width = Math.max(...examples.map(({ line }) => line.length));
  const stacked = width > 44;
  const lines = examples.map(({ line, says }) =>
    stacked ? `  # ${says}\n  ${line}` : `  ${line.padEnd(width)}  ${says}`,
  );
  return `\nExamples\n${lines.join(stacked ? '\n\n' : '\n')}\n`;
}
