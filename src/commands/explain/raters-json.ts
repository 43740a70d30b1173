// What several raters gave as JSON: the form, and what is put into it.
import * as v from 'valibot';
import { agreementOf, ratedOf, type Rated } from '../../analysis/explain/raters.ts';
import type { Scale } from '../../model/edition.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { count, key, maybe, numberOrNull, textOrNull, type JsonOf } from '../shared/json.ts';
import { ratingWord } from '../shared/parts/ratings.ts';

const alpha = v.strictObject({
  of: key(v.string(), 'the scale of ratings, or the code of the indicator whose numbers they are'),
  level: key(v.picklist(['ordinal', 'interval']), 'whether the order of scores counts or their distances'),
  alpha: key(numberOrNull, "Krippendorff's alpha: 1 is agreement, 0 chance; null where all scores are equal"),
  shared: key(count, 'over how many scores'),
});

const agreement = v.strictObject({
  raters: key(v.array(v.string()), 'their names'),
  shared: key(count, 'how many scores several raters gave'),
  equal: key(count, 'on how many of them all agree exactly'),
  alphas: key(v.array(alpha), 'for each scale, and for each indicator of numbers'),
});

const given = v.strictObject({
  rater: key(v.string(), 'whose it is'),
  score: key(v.number(), 'what the rater gave; of a rating the number that it stands for'),
  rating: key(textOrNull, 'the word that it was rated with; null for a number'),
  confidence: key(v.number(), 'how much it counts against those of others'),
  evidence: maybe(v.string(), 'what it rests on'),
});

const rated = v.strictObject({
  code: key(v.string(), 'the code of the indicator'),
  score: key(numberOrNull, 'the score that counts'),
  low: key(v.number(), 'the lowest that a rater gave'),
  high: key(v.number(), 'the highest'),
  deviation: key(v.number(), 'the sample standard deviation of what they gave'),
  given: key(v.array(given), 'what each rater gave'),
});

const piece = v.strictObject({
  agreement: key(agreement, 'how far the raters of the whole edition agree'),
  scores: key(v.array(rated), 'the scores of this country that raters gave'),
});

export const raters = maybe(piece, 'what raters gave; only if the edition has a raters.csv');

/** What raters gave a country, and how far they agree; nothing where the edition has no raters. */
export function ratersOf(result: Result, row: ResultRow): { raters?: JsonOf<typeof piece> } {
  const { edition } = result;
  if (edition.raters === undefined) return {};
  return {
    raters: {
      agreement: agreementOf(edition),
      scores: ratedOf(result, row).map((one) => scoreOf(edition.scales, one)),
    },
  };
}

function scoreOf(scales: readonly Scale[], one: Rated): JsonOf<typeof rated> {
  const { leaf, used, low, high, deviation } = one;
  return {
    code: leaf.code,
    score: used,
    low,
    high,
    deviation,
    given: one.given.map(({ rater, value, confidence, evidence }) => ({
      rater,
      score: value,
      rating: ratingWord(scales, leaf, value),
      confidence,
      ...(evidence === '' ? {} : { evidence }),
    })),
  };
}
