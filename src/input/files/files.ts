// What is read from the disk: files whole, with their SHA-256.
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { didYouMean } from '../../model/words.ts';
import { danglingLink, notFound, reasonOf, tooLarge, unreadable, unreadableFolder } from './file-problems.ts';
import type { DecimalMark } from './decimal.ts';
import { Pieces } from './pieces.ts';
import { mostToRead, noteRead } from './reading.ts';
import { linkAt, statOf } from './disk/stat.ts';

/** Bytes that are read of a pipe at once. */
const PIECE = 1 << 20;

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
  return existsSync(join(data, 'aggregates.csv')) || folder === dirname(folder)
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
  noteRead(file);
  const bytes = readUpTo(file, shownAs, file.startsWith(dataFolder) ? Infinity : mostToRead());
  if (bytes === null) throw new ProblemsError([tooLarge(shownAs, mostToRead())]);
  return { path: shownAs, bytes, decimal };
}

/** What is in a file; null where that is more than so many bytes. */
function readUpTo(file: string, shownAs: string, most: number): Uint8Array | null {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, 'r');
    const found = fstatSync(descriptor);
    if (!found.isFile()) return readPieces(descriptor, most);
    return found.size > most ? null : readFileSync(descriptor);
  } catch (error) {
    throw new ProblemsError([notRead(file, shownAs, error)]);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** The same of a pipe or a device, which does not say how much is in it. */
function readPieces(descriptor: number, most: number): Uint8Array | null {
  const pieces = new Pieces(most);
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE);
    const length = readSync(descriptor, piece);
    if (length === 0) return pieces.joined();
    if (!pieces.add(piece.subarray(0, length))) return null;
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
  return statOf(file)?.isDirectory() ?? false;
}

/** Whether two paths lead to one file or folder. */
export function isSameFile(one: string, other: string): boolean {
  const [first, second] = [statOf(one), statOf(other)];
  return first !== null && first.dev === second?.dev && first.ino === second.ino;
}

export function fileNames(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch (error) {
    throw new ProblemsError([unreadableFolder(folder, reasonOf(error))]);
  }
}

export function joinPath(folder: string, name: string): string {
  return join(folder, name);
}

/** The folder that a path leads into, and the name of the file there. */
export function splitPath(file: string): { folder: string; name: string } {
  return { folder: dirname(file), name: basename(file) };
}

function notRead(file: string, shownAs: string, error: unknown): Problem {
  const reason = reasonOf(error);
  if (reason !== 'ENOENT' && reason !== 'ENOTDIR') return unreadable(shownAs, reason);
  const link = linkAt(file);
  if (link !== null) return danglingLink(shownAs, link);
  const folder = dirname(file);
  return notFound(shownAs, isFolder(folder) ? didYouMean(basename(file), fileNames(folder)) : '');
}
