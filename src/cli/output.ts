// Where the text of a call goes: to standard output, or to the files that options name.
import type { Io } from '../commands/io.ts';
import { targetOf } from '../input/files/disk/write.ts';
import { isReplaced, placed, replaceAll, writeThrough, type Output } from '../input/files/output.ts';
import { uninterrupted } from './signals.ts';

/** Whether it is standard output that is written to, if need be under the name of a file. */
export function leadsToStdout(file: string | null): boolean {
  return file === null || targetOf(file).descriptor === 1;
}

/** Writes all files or none; what is no regular file is written into. */
export async function writeOutputs(outputs: readonly Output[], io: Io): Promise<void> {
  const all = placed(outputs);
  const files = all.filter(({ target }) => isReplaced(target));
  if (files.length > 0) await uninterrupted(() => replaceAll(files));
  for (const output of all) {
    if (isReplaced(output.target)) continue;
    const { descriptor } = output.target;
    if (descriptor === 1) io.stdout.write(output.text);
    else if (descriptor === 2) io.stderr.write(output.text);
    else await writeThrough(output);
  }
}
