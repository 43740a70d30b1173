// What the system knows of a path, without an error where it knows nothing.
import { readlinkSync, statSync, type Stats } from 'node:fs';

/** Where a link leads; null of what is none. */
export function linkAt(file: string): string | null {
  return resultOf(() => readlinkSync(file));
}

/** What the system knows of a file; null where there is none to be found. */
export function statOf(file: string): Stats | null {
  return resultOf(() => statSync(file));
}

export function succeeds(work: () => void): boolean {
  return resultOf(() => (work(), true)) ?? false;
}

/** What some work gives; null where it fails. */
export function resultOf<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}
