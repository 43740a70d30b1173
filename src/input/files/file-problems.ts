// Why a file cannot be read or written, in words.
import type { Problem } from '../../model/problem.ts';
import { list, quoted } from '../../model/words.ts';

export function unreadable(file: string, reason: string): Problem {
  return {
    code: 'files/unreadable',
    severity: 'error',
    place: { file },
    what: `the file cannot be read: ${inWords(reason)}`,
    fix: reason === 'EISDIR' ? 'replace it by a file of this name' : 'check its permissions',
  };
}

export function unreadableFolder(folder: string, reason: string): Problem {
  return {
    code: 'files/unreadable',
    severity: 'error',
    place: { file: folder },
    what: `the folder cannot be read: ${inWords(reason)}`,
    fix: 'check its permissions',
  };
}

export function danglingLink(file: string, target: string): Problem {
  return {
    code: 'files/not-found',
    severity: 'error',
    place: { file },
    what: `the file is a link to ${quoted(target)}, which does not exist`,
    fix: 'correct the link, or delete it',
  };
}

/** `suggestion` ends the sentence. */
export function notFound(file: string, suggestion: string): Problem {
  return {
    code: 'files/not-found',
    severity: 'error',
    place: { file },
    what: `the file does not exist${suggestion}`,
    fix: 'check the spelling and the current folder',
  };
}

export function alreadyThere(folder: string, names: readonly string[]): Problem {
  return {
    code: 'files/exists',
    severity: 'error',
    place: { file: folder },
    what: `the folder has ${list(names)} already`,
    why: 'nothing was changed',
    fix: 'name another folder',
  };
}

/** Of a file that is replaced whole, or else is as it was. */
export function notWritten(file: string, reason: string, option: string): Problem {
  return { ...notTaken(file, reason, option), why: 'nothing was changed' };
}

/** Of a file that is not replaced but written into, as a device is. */
export function notTaken(file: string, reason: string, option: string): Problem {
  const isPlaceWrong = !reasonsOfWriting.has(reason);
  return {
    code: isPlaceWrong ? 'files/not-written' : 'io/not-written',
    severity: 'error',
    place: { file },
    what: `the output cannot be written: ${inWords(reason)}`,
    fix: isPlaceWrong
      ? `give ${option} a file in an existing folder where you may write`
      : `free space on the disk, or give ${option} a file on another one`,
  };
}

/** Of standard output and standard error. */
export function streamNotWritten(name: string, reason: string): Problem {
  return {
    code: 'io/not-written',
    severity: 'error',
    what: `${name} cannot be written: ${inWords(reason)}`,
    fix: 'free space on the disk, or write to another place',
  };
}

export function tooLarge(file: string, most: number): Problem {
  return {
    code: 'files/too-large',
    severity: 'error',
    place: { file },
    what: `the file is larger than ${sizeText(most)}`,
    why: 'a very large file could fill the memory',
    fix: `name another file, or allow more: --max-size ${sizeText(2 * most)
      .replace(' bytes', '')
      .replace(' ', '')}`,
  };
}

export function folderNotWritten(folder: string, reason: string): Problem {
  const isPlaceWrong = !reasonsOfWriting.has(reason);
  return {
    code: isPlaceWrong ? 'files/not-written' : 'io/not-written',
    severity: 'error',
    place: { file: folder },
    what: `the folder cannot be written: ${inWords(reason)}`,
    why: 'nothing was changed',
    fix: isPlaceWrong
      ? 'name a folder where you may write'
      : 'free space on the disk, or name a folder on another one',
  };
}

export function overwritesInput(file: string, option: string): Problem {
  return {
    code: 'files/overwrites-input',
    severity: 'error',
    place: { file },
    what: 'the output would replace one of its input files',
    why: 'nothing was changed',
    fix: `give ${option} another name`,
  };
}

/** Two options of one call that name one file. */
export function sameOutput(file: string, first: string, second: string): Problem {
  return {
    code: 'usage/bad-value',
    severity: 'error',
    place: { argument: second },
    value: file,
    what: `${first} and ${second} name the same file, ${quoted(file)}`,
    why: 'nothing was changed',
    fix: `give ${second} another file`,
  };
}

/** What goes wrong in writing although the place is right. */
const reasonsOfWriting: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'ENODEV']);

/** What the system's codes mean. */
function inWords(reason: string): string {
  const words: Readonly<Record<string, string>> = {
    EISDIR: 'it is a folder',
    ENOENT: 'its folder does not exist',
    ENOTDIR: 'a part of its path is not a folder',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOSPC: 'the disk is full',
    EDQUOT: 'your disk quota is used up',
    EFBIG: 'it would exceed the largest file size',
    EIO: 'the device fails',
    EBADF: 'it is not open',
    ENXIO: 'nobody reads it',
    ECONNREFUSED: 'nobody reads it',
    ELOOP: 'its links form a circle',
    EROFS: 'the disk is read-only',
    ENAMETOOLONG: 'its name is too long',
    EEXIST: 'a file is in the way',
  };
  return words[reason] ?? reason;
}

/**
 * A number of bytes in the largest unit that it is a whole number of.
 *
 * @example sizeText(1_500_000) // → '1500 kB'
 */
export function sizeText(bytes: number): string {
  const [unit, size] = sizes.find(([, one]) => bytes >= one && bytes % one === 0) ?? ['bytes', 1];
  return `${bytes / size} ${unit}`;
}

/** What units of size are called, and how many bytes each has. */
export const sizes = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
] as const;

/** The code that the system gives an error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
