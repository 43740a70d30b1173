// Bytes that come piece by piece, up to a limit.
import { ProblemsError } from '../../model/problem.ts';
import { reasonOf, tooLarge, unreadable } from './file-problems.ts';
import { mostToRead, noteStdinRead } from './reading.ts';

/** Reads standard input, up to as much as may be read of a file. */
export async function readStdin(stream: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  noteStdinRead();
  const pieces = new Pieces(mostToRead());
  try {
    for await (const piece of stream) {
      const isMore = pieces.add(typeof piece === 'string' ? Buffer.from(piece) : piece);
      if (!isMore) throw new ProblemsError([tooLarge('-', mostToRead())]);
    }
  } catch (error) {
    throw error instanceof ProblemsError ? error : new ProblemsError([unreadable('-', reasonOf(error))]);
  }
  return pieces.joined();
}

/**
 * Keeps the pieces of a file. Once a byte of 0 tells that it is no text, which will be refused, the pieces
 * that follow are only counted.
 */
export class Pieces {
  readonly #most: number;
  readonly #kept: Uint8Array[] = [];
  #size = 0;
  #isText = true;

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes one more; false if that is too much. */
  add(piece: Uint8Array): boolean {
    this.#size += piece.length;
    if (this.#size > this.#most) return false;
    if (this.#isText) this.#kept.push(piece);
    const [first = 0, second = 0] = this.#kept[0] ?? [];
    const isUtf16 = first + second === 0xff + 0xfe && Math.abs(first - second) === 1;
    this.#isText &&= isUtf16 || !piece.includes(0);
    return true;
  }

  joined(): Uint8Array {
    return Buffer.concat(this.#kept);
  }
}
