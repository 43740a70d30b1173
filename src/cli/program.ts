// The command line: which command is called with what, and the help.
import { Command as Commander, CommanderError, Option as CommanderOption } from 'commander';
import { version } from '../../package.json';
import type { CommandEntry, Example, Option } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import type { Io } from '../commands/io.ts';
import { ProblemsError } from '../model/problem.ts';
import { execute, type Written } from './execute.ts';
import { isColoured } from './io.ts';
import { calledCommand, usageProblem } from './usage.ts';

/** What the program ends with; the command that runs sets it. */
interface Exit {
  code: number;
}

/** Runs one call and gives its exit code; throws a ProblemsError where something is wrong. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const exit: Exit = { code: 0 };
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

/** The command that is called, with its options; all of them by name and summary where none is. */
async function buildProgram(args: readonly string[], io: Io, exit: Exit): Promise<Commander> {
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
  // The others are there for the help, and for what is wrong with a name.
  const named = commands.filter(({ name }) => name === args[0]);
  for (const entry of named.length > 0 ? named : commands)
    await addCommand(program, entry, entry.name === called, io, exit);
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
  exit: Exit,
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
  for (const option of loaded.options) command.addOption(commanderOption(option));
  command.action(async () => {
    exit.code = await execute(loaded, writtenFor(command), io);
  });
}

function commanderOption({ flags, meaning, group, isRepeated }: Option): CommanderOption {
  const option = new CommanderOption(flags, meaning).helpGroup(group);
  if (isRepeated)
    option.argParser((value: string, previous: string[] | undefined) => [...(previous ?? []), value]);
  return option;
}

/** What was written after the command. */
function writtenFor(command: Commander): Written {
  return {
    options: command.opts<Record<string, unknown>>(),
    // Commander types its arguments loosely; a missing one is undefined.
    arguments: command.processedArgs
      .flat()
      .map((argument: unknown) => (typeof argument === 'string' ? argument : undefined)),
  };
}

function examplesText(examples: readonly Example[]): string {
  const width = Math.max(...examples.map(({ line }) => line.length));
  const stacked = width > 44;
  const lines = examples.map(({ line, says }) =>
    stacked ? `  # ${says}\n  ${line}` : `  ${line.padEnd(width)}  ${says}`,
  );
  return `\nExamples\n${lines.join(stacked ? '\n\n' : '\n')}\n`;
}
