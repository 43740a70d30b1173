// Ratings in words, and the scales that are known without being defined.
import type { Rating, Scale } from '../../model/edition.ts';
import { fold } from '../../model/words.ts';

export function findRating(scale: Scale, text: string): Rating | null {
  return scale.ratings.find(({ word }) => fold(word) === fold(text)) ?? null;
}

/** The number that a rating stands for; null if the text is none, or if there is no scale. */
export function numberOfRating(scale: Scale | null, text: string): number | null {
  return scale === null ? null : (findRating(scale, text)?.value ?? null);
}

/** How many of some words are ratings of a scale. */
export function countRatings(scale: Scale, words: readonly string[]): number {
  return words.filter((word) => findRating(scale, word) !== null).length;
}

/**
 * Scales that are known without being defined: the words of IISS's tiers, of maturity models, and common
 * ones.
 */
export const knownScales: readonly Scale[] = [
  evenScale('iiss', 'weakness', 'potential', 'strength', 'world-leading'),
  evenScale('maturity', 'start-up', 'formative', 'established', 'strategic', 'dynamic'),
  evenScale('low-high', 'low', 'medium', 'high'),
  evenScale('very-low-high', 'very-low', 'low', 'medium', 'high', 'very-high'),
  evenScale('no-yes', 'no', 'yes'),
  evenScale('no-partial-yes', 'no', 'partial', 'yes'),
];

/** What may follow a rating in a cell that says more: a mark, the end, or one of a few words. */
const afterRating = /^(?:$|-?[^\p{L}\p{N}-]|-(?:to|or|and|but|see|if|as|since|in|for|with)-)/u;

/**
 * Whether a cell begins with a rating of some scale, or of a known one, and then says more.
 *
 * @example ['high, see note', 'Low (est.)', 'medium to high'].map((text) => beginsWithRating(text, []))
 *   // → [true, true, true]
 * @example ['High income', 'Highlands'].map((text) => beginsWithRating(text, [])) // → [false, false]
 */
export function beginsWithRating(text: string, scales: readonly Scale[]): boolean {
  const folded = fold(text);
  return [...scales, ...knownScales].some(({ ratings }) =>
    ratings.some(({ word }) => {
      const rating = fold(word);
      return folded.startsWith(rating) && afterRating.test(folded.slice(rating.length));
    }),
  );
}

/** Ratings that are spaced evenly, from 0 up. */
export function evenScale(name: string, ...words: readonly string[]): Scale {
  return { name, ratings: words.map((word, value) => ({ word, value })) };
}

/** A scale, and how many of some words are its ratings. */
export interface ScaleMatch {
  readonly scale: Scale;
  readonly rated: number;
}

/** The known scale that has most of the words; of equals the first, which is the shortest. */
export function scaleOfWords(words: readonly string[]): ScaleMatch | null {
  const matches = knownScales.map((scale) => ({ scale, rated: countRatings(scale, words) }));
  const best = matches.reduce((a, b) => (b.rated > a.rated ? b : a));
  return best.rated === 0 ? null : best;
}
