// What is written to files: each regular file whole or not at all, and everything else written into.
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { notTaken, notWritten, overwritesInput, reasonOf, sameOutput } from './file-problems.ts';
import {
  moveTo,
  remove,
  sendTo,
  targetOf,
  wasRead,
  writeBeside,
  writeInto,
  writeNow,
  type Target,
} from './disk/write.ts';

/** A text, and the file that an option names for it. */
export interface Output {
  readonly option: string;
  readonly file: string;
  readonly text: string;
}

export interface Placed extends Output {
  readonly target: Target;
}

/** Where outputs go; throws if that would replace what was read, or one of them the other. */
export function placed(outputs: readonly Output[]): Placed[] {
  const all = outputs.map((output) => ({ ...output, target: targetOf(output.file) }));
  const problems: Problem[] = [];
  for (const [i, { target, file, option }] of all.entries()) {
    const first = all.slice(0, i).find((other) => other.target.path === target.path);
    if (target.kind === 'folder') problems.push(notWritten(file, 'EISDIR', option));
    if (target.kind === 'circle of links') problems.push(notWritten(file, 'ELOOP', option));
    if (!isReplaced(target)) continue;
    if (first !== undefined) problems.push(sameOutput(file, first.option, option));
    if (wasRead(target.path)) problems.push(overwritesInput(file, option));
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return all;
}

/** Whether it is a file, or will be one. */
export function isReplaced({ kind }: Target): boolean {
  return kind === 'file' || kind === null;
}

/** Writes whole files, all of them or none: the texts are written beside, and then take their places. */
export function replaceAll(outputs: readonly Placed[]): void {
  const made: string[] = [];
  try {
    const parts = outputs.map((output) =>
      reported(output, () => writeBeside(output.target.path, output.text, (folder) => made.push(folder))),
    );
    for (const [i, output] of outputs.entries())
      reported(output, () => moveTo(parts[i] ?? '', output.target.path));
  } finally {
    for (const folder of made) remove(folder);
  }
}

function reported<Result>({ file, option }: Output, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new ProblemsError([notWritten(file, reasonOf(error), option)]);
  }
}

/** Milliseconds before a slow reader is asked again. */
const PAUSE = 10;

/** Writes into a device, a pipe or a socket. Who stops reading is no error. */
export async function writeThrough({ file, option, text, target }: Placed): Promise<void> {
  const { path, kind, descriptor } = target;
  try {
    if (kind === 'socket') await sendTo(path, text);
    else if (descriptor === null) writeInto(path, text);
    else await writeSlowly(descriptor, text);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'EPIPE') throw new ProblemsError([notTaken(file, reason, option)]);
  }
}

async function writeSlowly(descriptor: number, text: string): Promise<void> {
  let rest = writeNow(descriptor, text);
  while (rest.length > 0) {
    await new Promise((again) => setTimeout(again, PAUSE));
    rest = writeNow(descriptor, rest);
  }
}
