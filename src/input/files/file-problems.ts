// Why a file cannot be read or written, in words.
import type { Problem } from '../../model/problem.ts';
import { list } from '../../model/words.ts';

export function unreadable(file: string, reason: string): Problem {
  return {
    code: 'files/unreadable',
    severity: 'error',
    place: { file },
    what: `the file cannot be read: ${inWords(reason)}`,
    fix: reason === 'EISDIR' ? 'put a file of this name there instead' : 'look at its permissions',
  };
}

/** `suggestion` ends the sentence. */
export function notFound(file: string, suggestion: string): Problem {
  return {
    code: 'files/not-found',
    severity: 'error',
    place: { file },
    what: `there is no such file${suggestion}`,
    fix: 'look at the spelling and at the folder you are in',
  };
}

export function alreadyThere(folder: string, names: readonly string[]): Problem {
  return {
    code: 'files/exists',
    severity: 'error',
    place: { file: folder },
    what: `the folder holds ${list(names)} already`,
    why: 'nothing was changed',
    fix: 'name another folder',
  };
}

export function notWritten(file: string, reason: string, option: string): Problem {
  return {
    code: 'files/not-written',
    severity: 'error',
    place: { file },
    what: `the output cannot be written: ${inWords(reason)}`,
    why: 'nothing was changed',
    fix: `give ${option} a file in a folder that exists and that you may write to`,
  };
}

export function folderNotWritten(folder: string, reason: string): Problem {
  return {
    code: 'files/not-written',
    severity: 'error',
    place: { file: folder },
    what: `the folder cannot be written: ${inWords(reason)}`,
    why: 'nothing was changed',
    fix: 'name a folder that you may write to',
  };
}

export function overwritesInput(file: string, option: string): Problem {
  return {
    code: 'files/overwrites-input',
    severity: 'error',
    place: { file },
    what: 'the output would replace a file that it was computed from',
    why: 'nothing was changed',
    fix: `give ${option} another name`,
  };
}

/** What the system's codes mean. */
function inWords(reason: string): string {
  const words: Readonly<Record<string, string>> = {
    EISDIR: 'it is a folder',
    ENOENT: 'its folder does not exist',
    ENOTDIR: 'a part of its path is no folder',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    ENAMETOOLONG: 'its name is too long',
    EEXIST: 'a file is in the way',
  };
  return words[reason] ?? reason;
}

/** The code that the system gives an error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
