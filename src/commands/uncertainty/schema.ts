// The JSON of `uncertainty` and `sensitivity`.
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

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const seed = key(count, 'where the random numbers began');
const choice = key(v.string(), 'the uncertain choice, as --vary takes it');
const moved = maybe(
  v.strictObject({
    country: key(v.string(), 'its code, or the name of what is no known country'),
    places: key(v.number(), 'how many places on average'),
  }),
  'the country that moves most',
);

export const uncertainty: Form = {
  describes: 'how often each country has which rank and tier when what is uncertain is drawn',
  piece: v.strictObject({
    ...head('uncertainty'),
    hidden,
    seed,
    varies: key(v.array(v.string()), 'the uncertain choices, as --vary takes them'),
    draws: key(count, 'how many replicates were drawn'),
    used: key(count, 'how many of them could be built'),
    failures: key(
      v.array(
        v.strictObject({ reason: key(v.string(), 'what kept them from it'), count: key(count, 'how many') }),
      ),
      'why the others could not',
    ),
    countries: key(
      v.array(
        v.strictObject({
          rank,
          ...identity,
          year,
          score,
          tier,
          mean: key(numberOrNull, 'the mean of its ranks'),
          median: key(numberOrNull, 'their median'),
          low: key(numberOrNull, 'a twentieth of its ranks is better'),
          high: key(numberOrNull, 'a twentieth of its ranks is worse'),
          acceptability: key(v.array(share), 'the share of replicates with each rank, the first one first'),
          errors: key(v.array(v.number()), 'the standard errors of these shares'),
          central: maybe(
            v.nullable(v.record(v.string(), v.number())),
            'where weights alone are drawn: the mean of those that make it first, among siblings; null ' +
              'if none did',
          ),
          confidence: maybe(v.number(), 'whether it is first under them: 1 or 0'),
          winning: maybe(
            v.record(v.string(), share),
            'whom it is ahead of how often, by code; for up to 60 countries',
          ),
          tiers: key(
            v.nullable(v.record(v.string(), share)),
            'the share of replicates in each tier; null without tiers',
          ),
          unranked: key(share, 'the share of replicates in which it had no index'),
        }),
      ),
      'in rank order',
    ),
    effects: key(
      v.array(
        v.strictObject({
          choice,
          shift: key(numberOrNull, 'by how many places countries move on average if nothing else varies'),
          most: moved,
          failed: key(count, 'how many tries could not be built'),
          tried: key(count, 'of how many'),
        }),
      ),
      'what each choice does by itself; empty if there is one alone',
    ),
  }),
};

const estimate = v.nullable(
  v.strictObject({
    value: key(v.number(), 'the estimate'),
    low: key(v.number(), 'the lower end of its 90 % interval'),
    high: key(v.number(), 'the upper end'),
  }),
);

export const sensitivity: Form = {
  describes: 'how much each uncertain choice and each part of the framework moves ranks',
  piece: v.strictObject({
    ...head('sensitivity'),
    seed,
    of: key(v.string(), 'shift, a country, or top:k'),
    replicates: key(count, 'how many indices were built'),
    blocks: key(
      v.strictObject({
        used: key(count, 'of which estimates are made'),
        failed: key(count, 'in which an index could not be built'),
      }),
      'blocks of replicates',
    ),
    choices: key(
      v.array(
        v.strictObject({
          choice,
          first: key(estimate, 'the share of variance that it explains alone; null where nothing varies'),
          total: key(estimate, 'with all that it does together with others'),
          alone: key(numberOrNull, 'by how many places countries move on average if nothing else varies'),
          most: moved,
        }),
      ),
      'in the order of the steps',
    ),
    leftOut: key(
      v.array(
        v.strictObject({
          code: key(v.string(), 'the indicator or category that is left out'),
          shift: key(
            numberOrNull,
            'by how many places countries move on average; null if the index cannot be built without it',
          ),
          most: maybe(
            v.strictObject({
              country: key(v.string(), 'its code or name'),
              from: key(whole, 'its rank'),
              to: key(whole, 'its rank without the part'),
            }),
            'the country that moves most',
          ),
          reason: maybe(textOrNull, 'why the index cannot be built without it'),
        }),
      ),
      'every part of the framework',
    ),
  }),
};
