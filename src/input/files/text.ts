// Bytes to text: UTF-8, UTF-16 with a byte-order mark, or a problem that says what the file is instead.
import { at } from '../../math/at.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import type { SourceFile } from './files.ts';

/** Bytes that one text can be made of, whatever the memory. */
const MOST_BYTES = 0x1fff_ffe8;

/** The text of a file without its byte-order mark; throws if it is not text or has nothing in it. */
export function decode(source: SourceFile): string {
  const text = decodeBytes(source);
  if (text.trim() === '') {
    throw new ProblemsError([problem(source, 'files/empty', 'the file is empty', 'fill it, or delete it')]);
  }
  return text;
}

function decodeBytes(source: SourceFile): string {
  const { bytes } = source;
  const [first, second] = bytes;
  if (bytes.length > MOST_BYTES)
    throw new ProblemsError([
      problem(
        source,
        'files/too-large',
        'the file is larger than 536 MB, the limit for one file',
        'split it, or delete rows that you do not need',
      ),
    ]);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw new ProblemsError([binary(source)]);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemsError([notUtf8(source)]);
  }
}

function binary(source: SourceFile): Problem {
  const [first, second] = source.bytes;
  const isZip = first === 0x50 && second === 0x4b;
  return problem(
    source,
    'files/binary',
    isZip ? 'the file is a spreadsheet or an archive, not text' : 'the file is not text',
    'save it as UTF-8 text; in a spreadsheet, as "CSV UTF-8"',
  );
}

/** Finds the first line that is not UTF-8: most often it was saved in the encoding of one language. */
function notUtf8(source: SourceFile): Problem {
  const lines = new TextDecoder('utf-8').decode(source.bytes).split(/\r\n|\n|\r/);
  const line = lines.findIndex((text) => text.includes('\uFFFD'));
  const text = at(lines, line);
  return {
    ...problem(
      source,
      'files/encoding',
      'the file is not UTF-8',
      'save it as UTF-8; in a spreadsheet, as "CSV UTF-8"',
    ),
    place: {
      file: source.path,
      line: line + 1,
      column: [...text.slice(0, text.indexOf('\uFFFD'))].length + 1,
      length: 1,
      text,
    },
  };
}

function problem({ path }: SourceFile, code: Problem['code'], what: string, fix: string): Problem {
  return { code, severity: 'error', place: { file: path }, what, fix };
}
