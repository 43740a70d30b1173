// What is read in one call: how large a file may be, and which files must not be written over.

/** Bytes of the largest file that is read, unless it is said. */
const USUAL_MOST = 1e9;

/** What holds for the call that runs; a program runs one at a time. */
const reading = { most: USUAL_MOST, isStdinRead: false, files: new Set<string>() };

/** Forgets the call before; `most` is the size of the largest file that this one reads, in bytes. */
export function beginReading(most: number | null): void {
  reading.most = most ?? USUAL_MOST;
  reading.isStdinRead = false;
  reading.files.clear();
}

export function mostToRead(): number {
  return reading.most;
}

/** Notes a file that was read, or that belongs to an edition that was. */
export function noteRead(file: string): void {
  reading.files.add(file);
}

export function noteStdinRead(): void {
  reading.isStdinRead = true;
}

export function whatWasRead(): { readonly files: ReadonlySet<string>; readonly isStdinRead: boolean } {
  return reading;
}
