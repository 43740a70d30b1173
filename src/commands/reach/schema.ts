// The JSON of `reach`.
import * as v from 'valibot';
import {
  count,
  head,
  hidden,
  identity,
  key,
  maybe,
  numberOrNull,
  rank,
  score,
  textOrNull,
  tier,
  whole,
  year,
  type Form,
} from '../shared/json.ts';

const place = v.pipe(whole, v.minValue(1));

const change = v.strictObject({
  column: key(v.string(), 'the column of scores'),
  code: key(v.string(), 'its indicator, or the column where several indicators read it'),
  indicators: key(v.array(v.string()), 'the indicators that read it'),
  from: key(v.number(), 'the raw score as it is'),
  to: key(numberOrNull, 'the raw score to be written; null where a step treats the column as a whole'),
  ratingFrom: key(textOrNull, 'the rating as it is; null if it is not rated'),
  ratingTo: key(textOrNull, 'the rating to be written; null if it is not rated'),
  before: key(numberOrNull, 'the normalised score as it is'),
  after: key(numberOrNull, 'the normalised score then, with normalisation as it is'),
  rise: key(v.number(), 'by how many points of the normalised score'),
  steps: key(v.nullable(count), 'how many ratings better; null if it is not rated'),
});

const after = v.strictObject({ rank: key(numberOrNull, 'the rank'), tier, score });

export const reach: Form = {
  describes: 'the least that a country must improve to reach a rank or a tier',
  piece: v.strictObject({
    ...head('reach'),
    hidden,
    target: key(
      v.strictObject({
        rank: key(v.nullable(place), 'the rank; null if it is a tier'),
        tier: key(textOrNull, 'the tier; null if it is a rank'),
        region: key(
          textOrNull,
          'the weight region under every weighting of which it is reached; null if under the nominal weights',
        ),
      }),
      'what is to be reached',
    ),
    countries: key(
      v.array(
        v.strictObject({
          rank,
          ...identity,
          year,
          score,
          tier,
          reached: key(v.boolean(), 'whether it is there already'),
          possible: key(v.boolean(), 'whether it can get there'),
          proved: key(v.boolean(), 'whether it was proved that nothing less will do'),
          total: key(
            numberOrNull,
            'how many points the normalised scores rise in all; null if it cannot get there',
          ),
          steps: key(
            v.nullable(count),
            'how many steps on the ratings in all; null where not all that rise are rated',
          ),
          changes: key(v.array(change), 'the least that does it'),
          alternatives: key(
            v.strictObject({
              count: key(count, 'how many other sets of changes cost the same, as far as they were counted'),
              all: key(v.boolean(), 'whether these are all'),
              sets: key(v.array(v.array(change)), 'these sets, if they are few'),
              interchangeable: key(
                v.array(v.string()),
                'columns among which a part of the total can be split in any way',
              ),
            }),
            'other ways that cost the same',
          ),
          single: key(v.array(change), 'for each score that would do alone, the least that it takes'),
          after: key(
            v.nullable(after),
            'where it then stands, or if it cannot get there, with every score at its best: everything ' +
              'built anew; null where that cannot be told',
          ),
          frozen: key(after, 'the same with the normalisation as it is'),
          worst: maybe(
            v.strictObject({ now: key(place, 'now'), after: key(place, 'then') }),
            'the worst rank over the region',
          ),
          left: key(
            v.array(v.string()),
            'columns that could not be moved, for lack of a score or because all have the same',
          ),
        }),
      ),
      'the country that was asked for, or all that are not there yet, the nearest first',
    ),
  }),
};
