// The program from its arguments to its exit code: 0 done, 1 the input is wrong, 2 the command line is wrong,
// 3 a gate failed, 70 a bug, 74 the output cannot be written.
import { version } from '../../package.json';
import { isError, isOfWriting, isOnCommandLine, ProblemsError, type Problem } from '../model/problem.ts';
import type { Io } from '../commands/io.ts';
import { inert, visible } from '../report/visible.ts';
import { isColoured, NOT_WRITTEN } from './io.ts';

export { processIo } from './io.ts';

const BUG = 70;

export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    return await answer(args, io);
  } catch (error) {
    return await report(error, args, io);
  }
}

async function answer(args: readonly string[], io: Io): Promise<number> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    io.stdout.write(`${version}\n`);
    return 0;
  }
  const { run } = await import('./program.ts');
  return await run(args, io);
}

/** Tells what went wrong, and gives the exit code for it. */
async function report(error: unknown, args: readonly string[], io: Io): Promise<number> {
  const text =
    error instanceof ProblemsError
      ? await problemsText(error, args, io)
      : bugText(error, args.includes('--debug'));
  try {
    io.stderr.write(text);
  } catch (failure) {
    if (failure instanceof ProblemsError) return NOT_WRITTEN;
    throw failure;
  }
  return error instanceof ProblemsError ? exitCodeOf(error.problems.filter(isError)) : BUG;
}

function exitCodeOf(errors: readonly Problem[]): number {
  if (errors.some(isOfWriting)) return NOT_WRITTEN;
  return errors.some(isOnCommandLine) ? 2 : 1;
}

async function problemsText(
  { problems }: ProblemsError,
  args: readonly string[],
  { stderr, env }: Io,
): Promise<string> {
  const [{ formatProblems }, { loadTheme }] = await Promise.all([
    import('../report/problems.ts'),
    import('../report/theme.ts'),
  ]);
  const shown = args.includes('--quiet') ? problems.filter(isError) : problems;
  return formatProblems(shown, await loadTheme(isColoured(stderr, env, colourOf(args))), stderr.width);
}

function bugText(error: unknown, isDetailed: boolean): string {
  const message = (error instanceof Error ? error.message : String(error)).replaceAll(/[^\n]+/g, visible);
  const details =
    isDetailed && error instanceof Error
      ? withoutFolders(error.stack ?? '')
      : 'For details, run it again with --debug.';
  return inert(
    `cyberpower ${version} met a bug of its own: ${message}\nPlease report it with the command and the ` +
      `files that it was given.\n${details}\n`,
  );
}

/** A trace with the names of files alone: where it was built is nobody's business. */
function withoutFolders(trace: string): string {
  return trace.replaceAll(/(?:file:\/\/)?[^\s():]*[/\\](?=[^\s()/\\:]+:\d)/g, '');
}

/** What --color says, looked up by hand as the arguments may be what is wrong. */
function colourOf(args: readonly string[]): string {
  const inline = args.find((arg) => arg.startsWith('--color='))?.slice('--color='.length);
  return inline ?? (args.includes('--color') ? (args[args.indexOf('--color') + 1] ?? 'auto') : 'auto');
}
