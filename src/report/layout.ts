// How text fits a width: columns of a table, and lines of words.
import { at } from '../math/at.ts';
import { largest } from '../math/statistics/stats.ts';
import { widthOf } from './width.ts';

export interface Wish {
  /** The width its content wants. */
  readonly natural: number;
  /** The width below which it is of no use. */
  readonly least: number;
}

/**
 * Widths that add up to at most `available`: each column its natural width if there is room for all,
 * otherwise the widest give way first, none below its least.
 *
 * @example fitWidths([{ natural: 4, least: 4 }, { natural: 40, least: 8 }], 24) // → [4, 20]
 */
export function fitWidths(wishes: readonly Wish[], available: number): number[] {
  const widths = wishes.map(({ natural }) => natural);
  let over = widths.reduce((total, width) => total + width, 0) - available;
  while (over > 0) {
    const shrinkable = [...widths.keys()].filter((i) => at(widths, i) > at(wishes, i).least);
    const widest = largest(shrinkable.map((i) => at(widths, i)));
    const giving = shrinkable.find((i) => widths[i] === widest);
    if (giving === undefined) return widths;
    widths[giving] = widest - 1;
    over -= 1;
  }
  return widths;
}

/** How much of a word, of what stands between quotation marks, and of a whole sentence is shown. */
const MOST = { word: 200, quotation: 300, sentence: 5000 };

/**
 * A sentence of a message, in which what a file or a command line brought is cut if it is very long.
 *
 * @example abridged(`there is no field "${'x'.repeat(1000)}"`).length // → 220
 */
export function abridged(sentence: string): string {
  const words = sentence
    .replaceAll(/"[^"]{301,}"/g, (quotation) => `"${cut(quotation.slice(1, -1), MOST.quotation)}"`)
    .replaceAll(/[^\s"]{201,}/g, (word) => cut(word, MOST.word));
  return cut(words, MOST.sentence);
}

/** By characters, so that none is cut through. */
export function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

/**
 * Breaks words into lines of a width; a word that is longer is cut through, and a number stays with its per
 * cent. Lines after a label stand under its text.
 *
 * @example wrap('each within ±25 %', 15) // → ['each within', '±25 %']
 */
export function wrap(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text];
  const [label = ''] = /^ *(?:\S+ {2,})?/.exec(text) ?? [];
  const indent = ' '.repeat(label.length);
  const words = text.slice(label.length).split(/ (?!%)/);
  const lines: string[] = [];
  let line = label;
  for (const piece of words.flatMap((word) => chop(word, width - indent.length))) {
    const isEmpty = line === label || line === indent;
    const longer = isEmpty ? line + piece : `${line} ${piece}`;
    if (widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = indent + piece;
    }
  }
  return [...lines, line];
}

/**
 * A word that is longer than a width in pieces, broken after a comma or a slash where there is one, else
 * after an equals sign.
 */
function chop(word: string, width: number): string[] {
  const most = Math.max(1, width);
  const pieces: string[] = [];
  const letters = [...word];
  let start = 0;
  while (letters.length - start > most) {
    const head = letters.slice(start, start + most).join('');
    const end = (/^.*[,/]/s.exec(head) ?? /^.*=/s.exec(head))?.[0] ?? head;
    pieces.push(end);
    start += [...end].length;
  }
  return [...pieces, letters.slice(start).join('')];
}
