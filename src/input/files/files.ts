// The only door to the disk: files read whole, with their SHA-256, and written whole or not at all.
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { didYouMean } from '../../model/words.ts';
import {
  alreadyThere,
  danglingLink,
  folderNotWritten,
  notFound,
  reasonOf,
  tooLarge,
  unreadable,
  unreadableFolder,
} from './file-problems.ts';
import type { DecimalMark } from './decimal.ts';
import { Pieces } from './pieces.ts';
import { mostToRead, noteRead, whatWasRead } from './reading.ts';

/** Links that lead to each other are followed no further. */
const MOST_LINKS = 40;
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

/** Where a link leads; null of what is none. */
function linkAt(file: string): string | null {
  return resultOf(() => readlinkSync(file));
}

/** What the system knows of a file; null where there is none to be found. */
function statOf(file: string): Stats | null {
  return resultOf(() => statSync(file));
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

/** What stands at a path: a file is replaced whole, a device or a pipe is written into. */
type Kind = 'file' | 'folder' | 'socket' | 'device' | 'circle of links';

/** Where an output goes, once links are followed. */
export interface Target {
  readonly path: string;
  /** Null of what is not there yet. */
  readonly kind: Kind | null;
  /** The open descriptor that the path stands for, as /dev/stdout does. */
  readonly descriptor: number | null;
}

/** Follows links, also those to nothing, to what will be written. */
export function targetOf(file: string): Target {
  let path = resolve(file);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const descriptor = descriptorIn(path);
    if (descriptor !== null) return { path, kind: 'device', descriptor };
    const folder = realFolder(path);
    const real = join(folder, basename(path));
    const next = linkAt(real);
    // With a slash at its end it is a folder, there or not.
    if (next === null)
      return { path: real, kind: file.endsWith('/') ? 'folder' : kindAt(path), descriptor: null };
    path = resolve(folder, next);
  }
  return { path, kind: 'circle of links', descriptor: null };
}

/** The descriptor that a path of the system stands for; null of every other path. */
function descriptorIn(path: string): number | null {
  const [, stream, number] = /^\/dev\/std(out|err)$|^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path) ?? [];
  if (number !== undefined) return Number(number);
  if (stream === undefined) return null;
  return stream === 'out' ? 1 : 2;
}

function realFolder(path: string): string {
  return resultOf(() => realpathSync(dirname(path))) ?? dirname(path);
}

function kindAt(path: string): Kind | null {
  const found = statOf(path);
  if (found === null) return null;
  if (found.isFile()) return 'file';
  if (found.isDirectory()) return 'folder';
  return found.isSocket() ? 'socket' : 'device';
}

/** Whether a file is one of those that were read. */
export function wasRead(path: string): boolean {
  const there = statOf(path);
  if (there === null) return false;
  const { files, isStdinRead } = whatWasRead();
  const read = [...files].map(statOf);
  if (isStdinRead) read.push(fstatSync(0));
  return read.some((one) => one?.dev === there.dev && one.ino === there.ino);
}

/**
 * Writes a text beside the file that it is to replace, with the mode and the owner of what is there, and
 * gives the path of the new one. `made` is told of a folder to remove in the end, before anything is in it.
 */
export function writeBeside(path: string, text: string, made: (folder: string) => void): string {
  const there = statOf(path);
  if (there !== null) accessSync(path, constants.W_OK);
  const folder = mkdtempSync(join(dirname(path), '.cyberpower-'));
  made(folder);
  const part = join(folder, 'part');
  writeFileSync(part, text);
  if (there !== null) keepOwner(part, there);
  return part;
}

/** Gives a file the owner, the group and the mode of another, as far as the system lets it. */
function keepOwner(file: string, { uid, gid, mode }: Stats): void {
  // Only some may give a file away; its group may be kept even then. A new owner takes rights away.
  const isKept = succeeds(() => chownSync(file, uid, gid)) || succeeds(() => chownSync(file, -1, gid));
  succeeds(() => chmodSync(file, mode & (isKept ? 0o7777 : 0o777)));
}

function succeeds(work: () => void): boolean {
  return resultOf(() => (work(), true)) ?? false;
}

/** What some work gives; null where it fails. */
function resultOf<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}

export function moveTo(from: string, to: string): void {
  renameSync(from, to);
}

/** Writes into what is there, as a device or a pipe; waits for a reader. */
export function writeInto(path: string, text: string): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_NOCTTY);
  try {
    writeFileSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/** Sends a text to whoever listens at a socket. */
export async function sendTo(path: string, text: string): Promise<void> {
  const { connect } = await import('node:net');
  await new Promise<void>((done, fail) => {
    const socket = connect(path, () => socket.end(text));
    socket.on('error', fail).on('close', () => done());
    socket.resume();
  });
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

/** Removes what was written of something that failed; what led to that may also be in the way of this. */
export function remove(path: string): void {
  succeeds(() => rmSync(path, { recursive: true, force: true }));
}

/** Whether an open descriptor is a terminal or another device, not a file or a pipe. */
export function isDevice(descriptor: number): boolean {
  return resultOf(() => fstatSync(descriptor).isCharacterDevice()) ?? true;
}

/** Writes to an open file or pipe at once; gives back what a reader who is slow did not take yet. */
export function writeNow(descriptor: number, text: string | Uint8Array): Uint8Array {
  let rest: Uint8Array = typeof text === 'string' ? Buffer.from(text) : text;
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
  const link = linkAt(file);
  if (link !== null) return danglingLink(shownAs, link);
  const folder = dirname(file);
  return notFound(shownAs, isFolder(folder) ? didYouMean(basename(file), fileNames(folder)) : '');
}
