// The JSON of `bounds`.
import * as v from 'valibot';
import {
  count,
  head,
  hidden,
  identity,
  key,
  maybe,
  rank,
  score,
  textOrNull,
  tier,
  whole,
  year,
  type Form,
} from '../shared/json.ts';

const over = {
  region: key(v.string(), 'the weight region, as --region takes it'),
  exact: key(
    v.boolean(),
    'whether the bounds are proved; if not, they are what was seen among weightings drawn at random',
  ),
  nominalInside: key(v.boolean(), 'whether the nominal weights are in the region'),
  decided: key(count, 'how many pairs of countries no weighting puts the other way round'),
  pairs: key(count, 'how many pairs there are'),
};
const place = v.pipe(whole, v.minValue(1));
const bestAndWorst = {
  best: key(place, 'the best rank that a weighting gives it'),
  worst: key(place, 'the worst rank that a weighting gives it'),
};
const swap = v.nullable(
  v.strictObject({
    with: key(v.string(), 'with whom it draws level, as a code or a name'),
    share: key(v.number(), 'which share of the weight has to move'),
  }),
);
const ids = (meaning: string) => key(v.array(v.string()), meaning);

export const bounds: Form = {
  describes: 'the best and the worst rank and tier of each country over a weight region',
  piece: v.strictObject({
    ...head('bounds'),
    hidden,
    over: key(
      v.strictObject({
        ...over,
        draws: maybe(count, 'how many weightings were drawn'),
        seed: maybe(count, 'where the random numbers began'),
      }),
      'the region that the bounds are about',
    ),
    beside: maybe(v.strictObject(over), 'another one to compare with'),
    countries: key(
      v.array(
        v.strictObject({
          rank,
          ...identity,
          year,
          score,
          tier,
          nominal: key(place, 'the rank by the nominal weights, on unrounded scores'),
          ...bestAndWorst,
          bestTier: key(textOrNull, 'the best tier that a weighting gives it; null where it cannot be told'),
          worstTier: key(
            textOrNull,
            'the worst tier that a weighting gives it; null where it cannot be told',
          ),
          proved: key(
            v.strictObject({
              best: key(place, 'no better rank is possible'),
              worst: key(place, 'no worse rank is possible'),
            }),
            'what could be proved; the same as the bounds where they are exact',
          ),
          witness: key(
            v.strictObject({
              best: key(v.string(), 'for the best rank'),
              worst: key(v.string(), 'for the worst rank'),
            }),
            'weights that attain the bounds, as rank --weights takes them',
          ),
          nearest: maybe(
            v.strictObject({
              up: key(swap, 'for it to gain a place; null if nothing does'),
              down: key(swap, 'for it to lose one'),
            }),
            'the least change of the nominal weights that moves it a place, whatever the region; only ' +
              'where bounds are exact',
          ),
          beside: maybe(v.strictObject(bestAndWorst), 'its bounds over the other region'),
          ahead: ids(
            'whom it is strictly ahead of under every weighting: codes, or names of what is no known country',
          ),
        }),
      ),
      'in rank order',
    ),
    hasse: key(
      v.array(v.strictObject({ above: key(v.string(), 'who is ahead'), below: key(v.string(), 'of whom') })),
      'who is directly ahead of whom whatever the weights, nobody standing between them',
    ),
  }),
};
