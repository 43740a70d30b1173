// The program from its arguments to its exit code: 0 done, 1 the input is wrong, 2 the command line is wrong,
// 3 a gate failed, 70 a bug.
import { version } from '../../package.json';
import { isError, isOnCommandLine, ProblemsError } from '../model/problem.ts';
import type { Io } from '../commands/io.ts';
import { isColoured } from './io.ts';

export { processIo } from './io.ts';

export async function main(args: readonly string[], io: Io): Promise<number> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    io.stdout.write(`${version}\n`);
    return 0;
  }
  try {
    const { run } = await import('./program.ts');
    return await run(args, io);
  } catch (error) {
    return await report(error, args, io);
  }
}

async function report(error: unknown, args: readonly string[], io: Io): Promise<number> {
  const [{ formatProblems }, { loadTheme }] = await Promise.all([
    import('../report/problems.ts'),
    import('../report/theme.ts'),
  ]);
  if (error instanceof ProblemsError) {
    const shown = args.includes('--quiet') ? error.problems.filter(isError) : error.problems;
    io.stderr.write(
      formatProblems(shown, await loadTheme(isColoured(io.stderr, io.env, colourOf(args))), io.stderr.width),
    );
    return error.problems.some((problem) => isError(problem) && isOnCommandLine(problem)) ? 2 : 1;
  }
  const message = error instanceof Error ? error.message : String(error);
  io.stderr.write(
    `cyberpower ${version} met a bug of its own: ${message}\nPlease report it with the command and the ` +
      `files that it was given.\n`,
  );
  if (args.includes('--debug') && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`);
  else io.stderr.write('For the details, run it again with --debug.\n');
  return 70;
}

/** What --color says, looked up by hand as the arguments may be what is wrong. */
function colourOf(args: readonly string[]): string {
  const inline = args.find((arg) => arg.startsWith('--color='))?.slice('--color='.length);
  return inline ?? (args.includes('--color') ? (args[args.indexOf('--color') + 1] ?? 'auto') : 'auto');
}
