// The JSON of `cyberpower fit`.
import * as v from 'valibot';
import { count, head, identity, key, maybe, numberOrNull, type Form } from '../shared/json.ts';

const range = (meaning: string) =>
  key(
    v.nullable(
      v.strictObject({
        least: key(v.number(), 'the least it can be'),
        most: key(v.number(), 'the most it can be'),
      }),
    ),
    meaning,
  );

export const fit: Form = {
  describes: 'the weights that reproduce what was published, or what of it contradicts itself',
  piece: v.strictObject({
    ...head('fit'),
    fits: key(
      v.array(
        v.strictObject({
          to: key(v.picklist(['ranks', 'tiers', 'scores']), 'what is to be reproduced'),
          found: key(v.boolean(), 'whether some weights of the region reproduce all of it'),
          margin: key(
            numberOrNull,
            'by how much the tightest statement can hold at most, in what the index sums; 0 or less if ' +
              'not all can (of scores: below 0); null if some that are to be level cannot be',
          ),
          of: key(count, 'how many countries were published'),
          agree: key(count, 'how many of them come out as printed with these weights'),
          agreeNominally: key(count, "how many do with the recipe's own weights"),
          statements: key(
            count,
            'how many statements that makes: one ahead of, or level with, the next; one in its tier, or ' +
              'within its tolerance',
          ),
          met: key(count, 'how many of them hold with these weights'),
          metNominally: key(count, "how many hold with the recipe's own"),
          weights: key(
            v.record(
              v.string(),
              v.strictObject({
                local: key(v.number(), 'among its siblings, which sum to 1'),
                effective: key(v.number(), 'in the whole index'),
                nominal: key(v.number(), 'among its siblings, by the recipe'),
                localRange: range('among its siblings, over all weights that reproduce it; null if none do'),
                effectiveRange: range('in the whole index, over the same'),
              }),
            ),
            'the weights found, or the nearest, by code',
          ),
          options: key(
            v.string(),
            'what gives them to any command: --weights, and --tiers for published tiers',
          ),
          cuts: maybe(
            v.array(v.number()),
            'of tiers: the least index of each but the last; empty if not found',
          ),
          contradiction: key(
            v.array(
              v.strictObject({
                text: key(v.string(), 'what was published, in words'),
                countries: key(v.array(v.strictObject(identity)), 'about whom'),
              }),
            ),
            'statements that cannot all hold, without any one of which they could; empty if found',
          ),
          rSquared: maybe(
            numberOrNull,
            'of scores: 1 less the share of their variance that is left; null if they have none',
          ),
          residuals: maybe(
            v.array(
              v.strictObject({
                ...identity,
                published: key(v.number(), 'the score that was printed'),
                score: key(v.number(), 'the index with these weights'),
                difference: key(v.number(), 'the index less what was printed'),
              }),
            ),
            'of scores: how far each is from what was printed',
          ),
        }),
      ),
      'one for each of ranks, tiers and scores that was published and asked for',
    ),
  }),
};
