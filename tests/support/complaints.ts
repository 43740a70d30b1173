// What the program prints about an edition that something is wrong with, exactly as a person reads it.
import { expect } from 'vitest';
import { folderOf } from './files.ts';
import { run, type Run, type World } from './run.ts';

type Files = Parameters<typeof folderOf>[0];

/** Text that a snapshot shows as it is, without quotation marks around it. */
interface Printed {
  readonly printed: string;
}

expect.addSnapshotSerializer({
  test: (value: unknown) => typeof value === 'object' && value !== null && 'printed' in value,
  serialize: (value: Printed) => value.printed,
});

/** Two countries, two indicators, nothing wrong. */
export const sound = {
  'scores.csv': 'country,offence,defence\nFrance,1,2\nJapan,2,1\n',
  'indicators.csv': 'code\noffence\ndefence\n',
} as const;

/**
 * Runs the program on files in a folder that is called FOLDER, which must refuse them: standard error and the
 * exit code.
 */
export async function refused(
  files: Files,
  args: readonly string[] = ['rank', 'FOLDER'],
  world: World = {},
): Promise<Printed> {
  const { code, stdout, stderr } = await runIn(files, args, world);
  expect(stdout).toBe('');
  return { printed: `${stderr}exit ${code}` };
}

/** Runs it on files that it must accept: what it says on standard error nevertheless. */
export async function warned(
  files: Files,
  args: readonly string[] = ['rank', 'FOLDER'],
  world: World = {},
): Promise<Printed> {
  const { code, stdout, stderr } = await runIn(files, args, world);
  expect({ code, isEmpty: stdout === '' }).toEqual({ code: 0, isEmpty: false });
  return { printed: stderr === '' ? '(nothing)' : stderr.trimEnd() };
}

/**
 * Runs check on files that it must not pass, of which the problems are its result: standard output, what it
 * annotates, and the exit code.
 */
export async function checked(
  files: Files,
  args: readonly string[] = ['check', 'FOLDER'],
  world: World = {},
): Promise<Printed> {
  const { code, stdout, stderr } = await runIn(files, args, world);
  expect(code).not.toBe(0);
  return { printed: `${stdout}${stderr}exit ${code}` };
}

async function runIn(files: Files, args: readonly string[], world: World): Promise<Run> {
  const folder = folderOf(files);
  const ran = await run(
    args.map((arg) => arg.replaceAll('FOLDER', folder)),
    world,
  );
  return {
    ...ran,
    stdout: ran.stdout.replaceAll(folder, 'FOLDER'),
    stderr: ran.stderr.replaceAll(folder, 'FOLDER'),
  };
}
