// The only door to the disk: files read whole, with their SHA-256, and written whole or not at all.
import {
  existsSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { didYouMean } from '../../model/words.ts';
import {
  alreadyThere,
  folderNotWritten,
  notFound,
  notWritten,
  overwritesInput,
  reasonOf,
  unreadable,
} from './file-problems.ts';
import type { DecimalMark } from './decimal.ts';

/** A file as it is called in messages and results, and what is in it. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Which mark stands before the decimals of its numbers, where that was said. */
  readonly decimal?: DecimalMark | null;
}

/**
 * Where the bundled editions are: in the nearest folder above that has them, from the sources as from what is
 * built of them.
 */
const dataFolder = dataAbove(import.meta.dirname);

function dataAbove(folder: string): string {
  const data = join(folder, 'data');
  return existsSync(join(data, 'country-aliases.csv')) || folder === dirname(folder)
    ? data
    : dataAbove(dirname(folder));
}

export function bundledPath(name: string): string {
  return join(dataFolder, name);
}

/** The folders of the bundled editions. */
export function bundledNames(): string[] {
  return readdirSync(dataFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** Reads a file; `shownAs` is what it is called when its path would tell where the program is installed. */
export function readSource(file: string, shownAs = file, decimal: DecimalMark | null = null): SourceFile {
  try {
    return { path: shownAs, bytes: readFileSync(file), decimal };
  } catch (error) {
    throw new ProblemsError([notRead(file, shownAs, error)]);
  }
}

/** The SHA-256 of each file, by which a result says exactly what it was computed from. */
export async function fingerprints(
  files: readonly SourceFile[],
): Promise<{ path: string; sha256: string }[]> {
  const { createHash } = await import('node:crypto');
  return files.map(({ path: shownAs, bytes }) => ({
    path: shownAs,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
}

export function exists(file: string): boolean {
  return existsSync(file);
}

export function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

export function fileNames(folder: string): string[] {
  return readdirSync(folder).toSorted();
}

export function joinPath(folder: string, name: string): string {
  return join(folder, name);
}

/** The folder that a path leads into, and the name of the file there. */
export function splitPath(file: string): { folder: string; name: string } {
  return { folder: dirname(file), name: basename(file) };
}

/**
 * Writes a whole file, or throws and leaves what was there: the text goes to a file in a folder beside it,
 * and then takes its place.
 */
export function writeWhole(file: string, text: string, inputs: readonly string[], option = '--output'): void {
  const target = exists(file) ? realpathSync(file) : file;
  if (inputs.some((input) => exists(input) && realpathSync(input) === target))
    throw new ProblemsError([overwritesInput(file, option)]);
  let temporary: string | null = null;
  try {
    temporary = mkdtempSync(`${target}.`);
    writeFileSync(join(temporary, 'part'), text);
    renameSync(join(temporary, 'part'), target);
  } catch (error) {
    throw new ProblemsError([notWritten(file, reasonOf(error), option)]);
  } finally {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
  }
}

/** Writes several files into a folder, or throws and leaves it as it was; none of them may be there. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const there = [...files.keys()].filter((name) => exists(join(folder, name)));
  if (there.length > 0) throw new ProblemsError([alreadyThere(folder, there)]);
  const made = firstMissing(folder);
  const written: string[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of files) writeNew(join(folder, name), content, written);
  } catch (error) {
    for (const path of made === null ? written : [made]) remove(path);
    throw new ProblemsError([folderNotWritten(folder, reasonOf(error))]);
  }
}

/**
 * Writes a file that is not there yet, and notes it: one that is half written too, but not one that was in
 * the way.
 */
function writeNew(file: string, content: string | Uint8Array, written: string[]): void {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    written.push(file);
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') written.push(file);
    throw error;
  }
}

/** The outermost folder on the way to one that is not there yet. */
function firstMissing(folder: string): string | null {
  let missing: string | null = null;
  for (let path = folder; !exists(path) && path !== dirname(path); path = dirname(path)) missing = path;
  return missing;
}

/** Removes what was written of something that failed, if it can be. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // What led to the failure may also be in the way of this.
  }
}

/** Whether an open descriptor is a terminal or another device, not a file or a pipe. */
export function isDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return true;
  }
}

/** Writes to an open file or pipe at once; gives back what a reader who is slow did not take yet. */
export function writeNow(descriptor: number, text: string): Uint8Array {
  let rest: Uint8Array = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if (reasonOf(error) !== 'EAGAIN') throw error;
  }
  return rest;
}

function notRead(file: string, shownAs: string, error: unknown): Problem {
  const reason = reasonOf(error);
  if (reason !== 'ENOENT' && reason !== 'ENOTDIR') return unreadable(shownAs, reason);
  const folder = dirname(file);
  return notFound(shownAs, isFolder(folder) ? didYouMean(basename(file), fileNames(folder)) : '');
}
