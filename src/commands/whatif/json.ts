// What if as JSON: the form, and what is put into it.
import * as v from 'valibot';
import type { Move } from '../../analysis/whatif/whatif.ts';
import { at } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import type { Changes, ScoreChange, WeightChange } from '../../model/whatif.ts';
import {
  head,
  hidden,
  key,
  numberOrNull,
  rank,
  score,
  standing,
  textOrNull,
  tier,
  year,
  type DataOf,
  type Form,
  type JsonOf,
} from '../shared/json.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import { ratingsOf } from './changes.ts';
import { countryOf, standingAfter, standingBefore, type Comparison } from './moves.ts';

const change = v.strictObject({
  what: key(v.picklist(['score', 'weight']), 'what is changed'),
  country: key(textOrNull, 'the code or the name of the country; null of a weight'),
  year,
  code: key(v.string(), 'the code of the indicator or category'),
  column: key(textOrNull, 'the column of scores; null of a weight'),
  from: key(
    numberOrNull,
    'the raw score, or the weight relative to its siblings, before; null if there was no score',
  ),
  to: key(v.number(), 'the same after'),
  fromRating: key(textOrNull, 'the word it stood for, if it is rated in words'),
  toRating: key(textOrNull, 'the word it stands for'),
});

const country = v.strictObject({
  ...standing,
  was: key(v.strictObject({ rank, score, tier }), 'the same before'),
});

const piece = v.strictObject({
  ...head('whatif'),
  hidden,
  whatif: key(v.array(change), 'what is changed, from what to what'),
  countries: key(v.array(country), 'in rank order after the change'),
});

export const form: Form = {
  describes: 'the ranking before and after a change of scores or weights',
  piece,
};

/** `moves` are those of the countries that are left by --only and the like. */
export async function dataOf(
  session: Session,
  comparison: Comparison,
  { scores, weights }: Changes,
  moves: readonly Move[],
  hiddenCountries: number,
): Promise<DataOf<typeof piece>> {
  return {
    ...(await jsonHead(session)),
    hidden: hiddenCountries,
    whatif: [...scores.map((one) => scoreChangeOf(comparison.before, one)), ...weights.map(weightChangeOf)],
    countries: moves.map((move) => countryJson(comparison, move)),
  };
}

function scoreChangeOf(result: Result, changed: ScoreChange): JsonOf<typeof change> {
  const of = at(result.edition.countries, changed.row);
  const ratings = ratingsOf(result, changed);
  return {
    what: 'score',
    country: of.code ?? of.name,
    ...(of.year === null ? {} : { year: of.year }),
    code: changed.code,
    column: changed.column,
    from: changed.from,
    to: changed.to,
    fromRating: ratings.from,
    toRating: ratings.to,
  };
}

function weightChangeOf({ code, from, to }: WeightChange): JsonOf<typeof change> {
  return { what: 'weight', country: null, code, column: null, from, to, fromRating: null, toRating: null };
}

function countryJson(comparison: Comparison, move: Move): JsonOf<typeof country> {
  const moved = countryOf(comparison, move);
  const is = standingAfter(comparison, move);
  return {
    rank: is.rank,
    code: moved.code,
    name: moved.name,
    ...(moved.year === null ? {} : { year: moved.year }),
    score: is.score,
    tier: is.tier,
    was: standingBefore(comparison, move),
  };
}
