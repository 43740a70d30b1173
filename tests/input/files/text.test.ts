import { expect, it } from 'vitest';
import { decode } from '../../../src/input/files/text.ts';
import { problemsOf } from '../../support/problems.ts';

const text = 'country,offence\nTürkiye,１\n日本,2\n👩‍🚀,3\n';
const sourceOf = (bytes: Uint8Array) => ({ path: 'scores.csv', bytes });
const utf16 = (content: string) => Buffer.from(content, 'utf16le');

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 with a byte-order mark, little end first', utf16(`\uFEFF${text}`)],
  ['UTF-16 with a byte-order mark, big end first', utf16(`\uFEFF${text}`).swap16()],
])('%s is read, and the mark is gone', (_, bytes) => {
  expect(decode(sourceOf(bytes))).toBe(text);
});

it.each([
  ['nothing', ''],
  ['a byte-order mark alone', '\uFEFF'],
  ['blank lines', '\r\n \t\n'],
])('%s is an empty file', (_, content) => {
  expect(problemsOf(() => decode(sourceOf(Buffer.from(content)))).map(({ code }) => code)).toEqual([
    'files/empty',
  ]);
});

it.each([
  ['UTF-16 without a mark', utf16(text)],
  ['a zero byte', Buffer.from('country\u0000')],
])('%s is not text', (_, bytes) => {
  expect(problemsOf(() => decode(sourceOf(bytes))).map(({ code, what }) => [code, what])).toEqual([
    ['files/binary', 'the file is not text'],
  ]);
});

it('a zip, as spreadsheets are, is called one', () => {
  const [problem] = problemsOf(() => decode(sourceOf(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))));
  expect(problem?.what).toBe('the file is a spreadsheet or an archive, not text');
});

it('the place of what is not UTF-8 is its first character', () => {
  const [problem] = problemsOf(() =>
    decode(sourceOf(Buffer.from("country,offence\r\nJapan,1\r\nCôte d'Ivoire,2\r\nTürkiye,3\r\n", 'latin1'))),
  );
  expect(problem).toMatchObject({
    code: 'files/encoding',
    place: { file: 'scores.csv', line: 3, column: 2, length: 1, text: "C\uFFFDte d'Ivoire,2" },
  });
});

it('more than one text can hold is a problem, not a failure', () => {
  expect(problemsOf(() => decode(sourceOf(new Uint8Array(0x2000_0000)))).map(({ code }) => code)).toEqual([
    'files/too-large',
  ]);
});
