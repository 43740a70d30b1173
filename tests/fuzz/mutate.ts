// Files gone wrong: bytes, cells and lines changed, lost, doubled or moved.
import type { Random } from '../support/random.ts';
import type { Files } from './editions.ts';
import { anyText } from './words.ts';

const bytes = new TextEncoder();

/** One of the files, changed a little. */
export function mutated(random: Random, files: Files): Files {
  const name = random.pick(Object.keys(files));
  const content = files[name] ?? '';
  if (random.chance(0.15)) return { ...files, [name]: bytesOf(random) };
  let text = typeof content === 'string' ? content : '';
  const times = random.whole(1, 3);
  for (let i = 0; i < times; i += 1) text = random.pick(mutations)(random, text);
  return { ...files, [name]: random.chance(0.1) ? inBytes(random, text) : text };
}

const mutations: readonly ((random: Random, text: string) => string)[] = [
  (random, text) => {
    const i = random.whole(0, text.length);
    return text.slice(0, i) + text.slice(i + random.whole(1, 4));
  },
  (random, text) => {
    const i = random.whole(0, text.length);
    return text.slice(0, i) + anyText(random) + text.slice(i);
  },
  (random, text) => text.slice(0, random.whole(0, text.length)),
  (random, text) => random.shuffled(text.split('\n')).join('\n'),
  (random, text) =>
    text
      .split('\n')
      .flatMap((line) => (random.chance(0.3) ? [line, line] : [line]))
      .join('\n'),
  (random, text) =>
    text
      .split('\n')
      .filter(() => random.chance(0.8))
      .join('\n'),
  (random, text) => text.replaceAll(',', random.pick([';', '\t', '|', ',,'])),
  (_, text) => text.replaceAll('\n', '\r\n'),
  (random, text) => {
    const rows = text.split('\n').map((line) => line.split(','));
    const row = random.pick(rows);
    row[random.whole(0, Math.max(0, row.length - 1))] = anyText(random);
    return rows.map((cells) => cells.join(',')).join('\n');
  },
];

/** Bytes that may be no text at all. */
export function bytesOf(random: Random): Uint8Array {
  const kinds = [
    () => random.whole(0, 255),
    () => random.whole(32, 126),
    () => random.pick([10, 13, 34, 44, 59, 0]),
  ];
  const kind = random.pick(kinds);
  return Uint8Array.from({ length: random.whole(0, 200) }, () => kind());
}

/** Text in another encoding, or with a byte too many. */
function inBytes(random: Random, text: string): Uint8Array {
  const [kind, utf8] = [random.whole(0, 2), bytes.encode(text)];
  if (kind === 0) return Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]);
  if (kind === 1) return Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
  return Uint8Array.from([...utf8.slice(0, 10), random.whole(128, 255), ...utf8.slice(10)]);
}
