// What is wrong with a command line that does not parse, in our words and with a suggestion.
import type { Command as Commander, CommanderError } from 'commander';
import { bundledNames, exists } from '../input/files/files.ts';
import type { Problem } from '../model/problem.ts';
import { didYouMean, list } from '../model/words.ts';
import { commands } from '../commands/index.ts';

export function usageProblem(error: CommanderError, args: readonly string[], program: Commander): Problem {
  const [, named = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const called = calledCommand(args);
  const help = called === undefined ? 'cyberpower --help' : `cyberpower ${called} --help`;
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(named);
    case 'commander.unknownOption':
      return unknownOption(named, called, help, program);
    case 'commander.optionMissingArgument': {
      const flag = named.split(' ').find((part) => part.startsWith('--')) ?? named;
      return usage(
        'usage/bad-arguments',
        flag,
        `the option needs a value: ${named}`,
        `${help} lists its values`,
      );
    }
    case 'commander.excessArguments':
      return tooMany(args, called, program, help);
    default:
      return usage(
        'usage/bad-arguments',
        'cyberpower',
        error.message.replace(/^error: /, ''),
        `${help} tells more`,
      );
  }
}

/** The command that is called: the first argument that is the name of one. */
export function calledCommand(args: readonly string[]): string | undefined {
  return args.find((arg) => commands.some(({ name }) => name === arg));
}

/** The arguments of the command that was called, as far as commander read them. */
function tooMany(
  args: readonly string[],
  called: string | undefined,
  program: Commander,
  help: string,
): Problem {
  const command = program.commands.find((one) => one.name() === called);
  const [first, second] = command?.args ?? [];
  return usage(
    'usage/bad-arguments',
    second ?? args.at(-1) ?? '',
    `${called ?? 'the command'} takes one ${command?.registeredArguments[0]?.name() ?? 'argument'}, ` +
      `"${first ?? ''}", and not also "${second ?? ''}"`,
    second !== undefined && isEditionName(second) && takesEdition(command)
      ? `name the edition after -e: cyberpower ${called ?? ''} ${first ?? ''} -e ${second}`
      : `put quotation marks around text with spaces; see ${help}`,
  );
}

/** Whether a command takes its edition as an option. */
function takesEdition(command: Commander | undefined): boolean {
  return command?.options.some(({ long }) => long === '--edition') ?? false;
}

function unknownCommand(name: string): Problem {
  const known = commands.map((command) => command.name);
  const isHelp = name === 'help';
  const suggestion = isHelp ? '' : didYouMean(name, known);
  const what = `there is no command "${name}"${suggestion}`;
  const fix = isHelp ? 'write cyberpower --help, or cyberpower rank --help' : remedyFor(name, known);
  return { ...usage('usage/unknown-command', name, what, fix), value: name };
}

/** What looks like an edition is ranked. */
function remedyFor(name: string, known: readonly string[]): string {
  return isEditionName(name)
    ? `to rank it: cyberpower rank ${name}`
    : `the commands are ${list(known)}; see cyberpower --help`;
}

function unknownOption(
  written: string,
  called: string | undefined,
  help: string,
  program: Commander,
): Problem {
  const command = program.commands.find((one) => one.name() === called) ?? program;
  const known = command.options.flatMap(({ long }) => long ?? []);
  const [option = written, value] = written.split('=');
  if (value !== undefined && known.includes(option)) {
    const what = `the option "${option}" takes no value`;
    return { ...usage('usage/bad-value', option, what, `write ${option} alone`), value };
  }
  const isKnown = known.includes(written);
  const what = isKnown
    ? `the option "${written}" is before the command`
    : `there is no option "${written}"${didYouMean(written, known)}`;
  const fix = isKnown
    ? `write it after: cyberpower ${called ?? '…'} ${written}`
    : `${help} lists the options`;
  return { ...usage('usage/unknown-option', written, what, fix), value: written };
}

function usage(code: Problem['code'], argument: string, what: string, fix: string): Problem {
  return { code, severity: 'error', place: { argument }, what, fix };
}

function isEditionName(name: string): boolean {
  return exists(name) || /\.csv$/i.test(name) || bundledNames().includes(name);
}
