// The JSON of `cyberpower whatif`.
import * as v from 'valibot';
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
  type Form,
} from '../shared/json.ts';

export const whatif: Form = {
  describes: 'the ranking before and after a change of scores or weights',
  piece: v.strictObject({
    ...head('whatif'),
    hidden,
    whatif: key(
      v.array(
        v.strictObject({
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
        }),
      ),
      'what is changed, from what to what',
    ),
    countries: key(
      v.array(
        v.strictObject({
          ...standing,
          was: key(v.strictObject({ rank, score, tier }), 'the same before'),
        }),
      ),
      'in rank order after the change',
    ),
  }),
};
