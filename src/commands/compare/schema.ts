// The JSON of compare.
import * as v from 'valibot';
import { head, key, numberOrNull, standing, textOrNull, whole, type Form } from '../shared/json.ts';

const written = (meaning: string) =>
  key(
    v.nullable(v.record(v.string(), v.number())),
    `${meaning}, as rank --weights takes them: relative to the siblings, by code, as far as they differ ` +
      'from the given ones; null if the recipe as a whole does not bear it out',
  );

const over = (where: string) =>
  key(
    v.nullable(
      v.strictObject({
        relation: key(
          v.picklist(['necessary', 'undecided', 'reversed', 'level']),
          'necessary: ahead or level under every weighting; undecided: each ahead under some; reversed: ' +
            'the other one ahead or level under every weighting; level: under all',
        ),
        least: key(
          numberOrNull,
          'the least lead, in points of the index; null where weights and points are not in proportion',
        ),
        most: key(numberOrNull, 'the largest lead'),
      }),
    ),
    `${where}; null if nothing exact can be said`,
  );

const flip = (meaning: string) =>
  key(
    v.nullable(
      v.strictObject({
        change: key(v.number(), 'how large it is'),
        effective: key(
          v.record(v.string(), v.number()),
          'the new weights in the whole index, by the code of what varies',
        ),
        weights: written('the new weights'),
      }),
    ),
    `${meaning}; null if no weights do it`,
  );

export const compare: Form = {
  describes: 'countries side by side, who is ahead for which weights, and the least change that swaps them',
  piece: v.strictObject({
    ...head('compare'),
    countries: key(v.array(v.strictObject(standing)), 'those that are compared, in rank order'),
    parts: key(
      v.array(
        v.strictObject({
          code: key(v.string(), 'the code in the framework'),
          name: key(v.string(), 'what it is called'),
          kind: key(v.picklist(['category', 'indicator']), 'an inner node of the framework, or a leaf'),
          parent: key(v.string(), 'the code of the category it is in'),
          depth: key(v.pipe(whole, v.minValue(1)), '1 for the children of the index'),
          weight: key(v.number(), 'the product of the weights from the index down'),
          scores: key(
            v.record(
              v.string(),
              v.strictObject({
                raw: key(numberOrNull, 'the score that was read; null for a category'),
                rating: key(textOrNull, 'the word that it stands for, if it was rated in words'),
                score: key(numberOrNull, "the normalised score, or what the category's scores aggregate to"),
              }),
            ),
            'by the code of the country, or the name of what has none',
          ),
          adds: key(
            numberOrNull,
            'of two countries: what it contributes to the gap, in points of the index; null of more, or ' +
              'where the aggregation does not tell',
          ),
        }),
      ),
      'every node below the index, each category before its children',
    ),
    level: key(
      v.nullable(v.picklist(['all', 'first'])),
      "which weights are spoken of: all of them, or the first level's with those below as they are; " +
        'null if nothing exact can be said',
    ),
    obstacle: key(
      textOrNull,
      'why the index is no weighted sum at the level that was asked for; null if it is one',
    ),
    pairs: key(
      v.array(
        v.strictObject({
          ahead: key(v.string(), 'the code, or the name, of the one that is ahead or level'),
          behind: key(v.string(), 'the code, or the name, of the other'),
          gap: key(v.number(), 'how far apart their indices are'),
          region: over('how they stand over the weight region of the recipe'),
          any: over('how they stand over all weights'),
          epsilon: key(
            numberOrNull,
            'the largest share of the weight that may go anywhere without the order being reversed; ' +
              'null if nothing exact can be said',
          ),
          flips: key(
            v.nullable(
              v.strictObject({
                l1: flip('the least change by the sum of all changes'),
                l2: flip('the least change by straight-line distance'),
                lInfinity: flip('the least change by the largest of all changes'),
              }),
            ),
            'new weights under which the one behind is level; null if nothing exact can be said',
          ),
          single: key(
            v.nullable(
              v.record(
                v.string(),
                v.nullable(
                  v.strictObject({
                    local: key(
                      v.number(),
                      'what it has to become among its siblings, which change in proportion',
                    ),
                    weights: written('the new weights'),
                  }),
                ),
              ),
            ),
            'for each weight, what it alone has to become, null if it cannot do it alone; null if ' +
              'nothing exact can be said',
          ),
        }),
      ),
      'each two of them once',
    ),
  }),
};
