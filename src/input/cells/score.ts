// One cell of scores: a number, a rating, missing, or a problem.
import type { Rating, Scale } from '../../model/edition.ts';
import { fold } from '../../model/words.ts';
import { isDecimal } from '../files/decimal.ts';

const missingMarks = new Set(['', 'na', 'n/a', 'n.a.', '#n/a', '..', '-', '–', '—']);

/** Whether a cell stands for a missing score. */
export function isMissing(text: string): boolean {
  return missingMarks.has(text.trim().toLowerCase());
}

/** Whether a cell names a number that is none to compute with. */
export function isNotFinite(text: string): boolean {
  const number = Number(text);
  return /^[+-]?(?:inf|infinity|∞|nan|#num!|#div\/0!)$/i.test(text.trim()) || Math.abs(number) === Infinity;
}

export function findRating(scale: Scale, text: string): Rating | null {
  return scale.ratings.find(({ word }) => fold(word) === fold(text)) ?? null;
}

/**
 * Scales that are known without being defined: the words of IISS's tiers, of maturity models, and common
 * ones.
 */
export const knownScales: readonly Scale[] = [
  scale('iiss', 'weakness', 'potential', 'strength', 'world-leading'),
  scale('maturity', 'start-up', 'formative', 'established', 'strategic', 'dynamic'),
  scale('low-high', 'low', 'medium', 'high'),
  scale('very-low-high', 'very-low', 'low', 'medium', 'high', 'very-high'),
  scale('no-yes', 'no', 'yes'),
  scale('no-partial-yes', 'no', 'partial', 'yes'),
];

function scale(name: string, ...words: string[]): Scale {
  return { name, ratings: words.map((word, value) => ({ word, value })) };
}

/** The known scale that has most of the words; of equals the first, which is the shortest. */
export function scaleOfWords(words: readonly string[]): { scale: Scale; known: number } | null {
  const matches = knownScales.map((one) => ({
    scale: one,
    known: words.filter((word) => findRating(one, word) !== null).length,
  }));
  const best = matches.reduce((a, b) => (b.known > a.known ? b : a));
  return best.known === 0 ? null : best;
}

/** The number that the writer may have meant: 1,234 or 85% or a minus sign from a word processor. */
export function numberMeant(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s%$€£'’]|,(?=\d{3}(?:\D|$))/g, '')
    .replace(/^[−–]/, '-')
    .replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  return isDecimal(plain) ? String(Number(plain)) : null;
}
