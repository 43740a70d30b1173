// One cell of scores that is no number: missing, not finite, or a problem.
import type { Scale } from '../../model/edition.ts';
import type { Problem } from '../../model/problem.ts';
import { didYouMean, quoted } from '../../model/words.ts';
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

/** The number that the writer may have meant: 1,234 or 85% or a minus sign from a word processor. */
export function numberMeant(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s%$€£'’]|,(?=\d{3}(?:\D|$))/g, '')
    .replace(/^[−–]/, '-')
    .replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  return isDecimal(plain) ? String(Number(plain)) : null;
}

const startsWithDigits =
  /^(?:(?:ca?|circa|about|approx|approximately|over|under|usd|us|eur|gbp)(?=[^\p{L}]))?[^\p{L}\p{N}]*\d/iu;
const date = /^(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[T\s].*)?$/;

/**
 * Whether a cell that is no number looks like one written otherwise.
 *
 * @example ['1.234,5', '3.5 (est.)', 'ca. 45'].map(isAlmostNumber) // → [true, true, true]
 * @example ['Tier 1', 'G20', '2021-05-01'].map(isAlmostNumber) // → [false, false, false]
 */
export function isAlmostNumber(text: string): boolean {
  return startsWithDigits.test(text) && !date.test(text);
}

/** What is wrong with a cell that holds no score; `instead` is what may be done if there is none. */
export function notAScore(
  whose: string,
  scale: Scale | null,
  text: string,
  instead = 'leave the cell empty and pass --missing skip',
): Problem {
  if (isNotFinite(text)) {
    return {
      code: 'scores/not-finite',
      severity: 'error',
      what: `${whose} is not a finite number: ${quoted(text)}`,
      fix: `write a number, or ${instead}`,
    };
  }
  if (scale !== null) {
    const words = scale.ratings.map(({ word }) => word);
    return {
      code: 'scores/unknown-rating',
      severity: 'error',
      what: `${whose} is not a rating: ${quoted(text)}${didYouMean(text, words)}`,
      why: `the ratings are ${words.join(', ')}`,
      fix: `write one of them, or ${instead}`,
    };
  }
  const meant = numberMeant(text);
  return {
    code: 'scores/not-a-number',
    severity: 'error',
    what: `${whose} is not a number: ${quoted(text)}`,
    fix: `${meant === null ? 'write a number' : `write ${meant}`}, or ${instead}`,
  };
}
