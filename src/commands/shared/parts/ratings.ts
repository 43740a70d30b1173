// Ratings in words, and the numbers that they stand for.
import type { Scale } from '../../../model/edition.ts';
import type { Indicator } from '../../../model/framework.ts';

/** The ratings of an indicator, the worst first; none if it is not rated in words. */
function ratingsOf(scales: readonly Scale[], { scale }: Indicator): Scale['ratings'] {
  return scales.find(({ name }) => name === scale)?.ratings ?? [];
}

/** The word that a raw score stands for; null if it stands for none. */
export function ratingWord(scales: readonly Scale[], leaf: Indicator, score: number | null): string | null {
  return ratingsOf(scales, leaf).find(({ value }) => value === score)?.word ?? null;
}

/** How many steps of an indicator's scale lie between two scores; null where one is not on a scale. */
export function stepsBetween(
  scales: readonly Scale[],
  leaf: Indicator,
  low: number,
  high: number,
): number | null {
  const values = ratingsOf(scales, leaf).map(({ value }) => value);
  if (!values.includes(low) || !values.includes(high)) return null;
  return values.indexOf(high) - values.indexOf(low);
}
