// The forms of the commands that do not carry theirs yet.
import * as v from 'valibot';
import { stepNames } from '../../methods/steps.ts';
import { raters } from '../shared/raters-json.ts';
import { sensitivity, uncertainty } from '../uncertainty/schema.ts';
import { reach } from '../reach/schema.ts';
import {
  key,
  maybe,
  whole,
  count,
  numberOrNull,
  textOrNull,
  numberOrText,
  identity,
  year,
  rank,
  score,
  standing,
  inputs,
  problems,
  recipe,
  illustrative,
  form,
  head,
  hidden,
  type Form,
  type Piece,
} from '../shared/json.ts';
import { compare } from '../compare/schema.ts';

const conditions = key(
  v.array(
    v.strictObject({
      tier: key(v.string(), 'the tier'),
      conditions: key(
        v.array(
          v.strictObject({
            text: key(v.string(), 'the condition in words'),
            met: key(v.boolean(), 'whether it holds'),
            counted: key(v.number(), 'what the country has of it'),
            veto: key(v.boolean(), 'whether it keeps out who reaches what it asks for'),
            asked: key(v.number(), 'what it asks for'),
            unit: key(
              v.picklist(['indicators', 'weight', 'index']),
              'what is counted: indicators, their weight, or points of the index',
            ),
            counting: key(v.array(v.string()), 'the codes of the indicators that count towards it'),
          }),
        ),
        'its conditions; empty without an index',
      ),
    }),
  ),
  'for each tier but the last, the conditions of entering it',
);

const gap = (meaning: string) =>
  key(
    v.nullable(
      v.strictObject({
        tier: key(v.string(), 'the tier'),
        demands: key(
          v.array(
            v.union([
              v.strictObject({
                condition: key(v.string(), 'the condition in words'),
                fewest: key(count, 'at least this many of them have to change'),
                of: key(v.array(v.string()), 'the codes of the indicators that could change it'),
              }),
              v.strictObject({
                condition: key(v.string(), 'the condition in words'),
                points: key(v.number(), 'how far the index is from the cut-off'),
                of: key(v.array(v.string()), 'the codes of the indicators that could cover it alone'),
              }),
            ]),
          ),
          'what would have to change',
        ),
      }),
    ),
    meaning,
  );

const part = {
  code: key(v.string(), 'the code in the framework'),
  name: key(v.string(), 'what it is called'),
  parent: key(v.string(), 'the code of the category it is in'),
  depth: key(v.pipe(whole, v.minValue(1)), '1 for the children of the index'),
  score: key(numberOrNull, "the normalised score, or what the category's scores aggregate to"),
  weight: key(
    numberOrNull,
    "the product of the weights from the index down, or of the country's own shares where each has its " +
      'own; null if it takes no part',
  ),
  adds: key(
    numberOrNull,
    'what it contributes, in points of the index; null where the aggregation does not tell',
  ),
  rank: key(numberOrNull, 'the rank by this score alone'),
  of: key(count, 'among how many'),
  median: key(numberOrNull, 'the median of the field'),
};

const neighbours = key(
  v.array(
    v.strictObject({
      side: key(v.picklist(['above', 'below']), 'whether its index is higher or lower'),
      ...identity,
      rank,
      score,
      gap: key(v.number(), 'its index less that of the country'),
      parts: key(
        v.array(
          v.strictObject({
            code: part.code,
            adds: key(v.number(), 'what the part contributes to the gap'),
          }),
        ),
        'what the gap is due to, the largest first; empty where the aggregation does not tell',
      ),
    }),
  ),
  'the countries next to it by index',
);

const quantities = ['rank', 'score', 'tier'] as const;

const agreement = {
  what: key(v.picklist(quantities), 'what is compared'),
  of: key(count, 'how many there are'),
  agree: key(count, 'how many of them agree'),
};

const published = maybe(
  v.array(
    v.strictObject({
      ...agreement,
      tolerance: maybe(v.number(), 'how far a score may be from the one that was published'),
      furthest: maybe(
        v.strictObject({ ...identity, apart: key(v.number(), 'how far its score is from it') }),
        'the country whose score is furthest',
      ),
    }),
  ),
  'how it agrees with published.csv',
);

const differences = key(
  v.array(
    v.strictObject({
      against: key(v.picklist(['published', 'expected']), 'what it differs from'),
      ...identity,
      year,
      what: key(v.picklist([...quantities, 'country']), 'what differs; country if it came or went'),
      was: key(numberOrText, 'what was published or expected'),
      is: key(numberOrText, 'what it is now'),
      difference: key(numberOrNull, 'how much more it is now; null for words'),
      known: key(textOrNull, 'why it is known and accepted; null if it is not'),
    }),
  ),
  'every rank, score or tier that is not what it was',
);

const node: Piece = v.union([
  v.strictObject({
    code: part.code,
    name: part.name,
    weight: key(v.number(), 'relative to the siblings'),
    children: key(v.array(v.lazy(() => node)), 'what it is aggregated from'),
  }),
  v.strictObject({
    code: part.code,
    name: part.name,
    weight: key(v.number(), 'relative to the siblings'),
    direction: key(v.picklist([1, -1]), '1: more is better; -1: less is better'),
    column: key(v.string(), 'the column of scores that it reads'),
    unit: maybe(v.string(), 'the unit of the scores'),
  }),
]);

const edition = v.strictObject({
  name: key(v.string(), 'the bundled name, or the folder or file as it was named'),
  title: key(v.string(), 'what the index is called'),
  year: key(v.nullable(whole), 'the year it is of'),
  description: key(v.string(), 'what it is'),
  sources: key(
    v.array(
      v.strictObject({
        title: key(v.string(), 'what was published'),
        publisher: maybe(v.string(), 'by whom'),
        date: maybe(v.string(), 'when'),
        url: maybe(v.string(), 'where'),
      }),
    ),
    'where the figures come from',
  ),
  licence: key(v.string(), 'who may do what with them'),
  facts: key(v.string(), 'what of it was published'),
  ours: key(v.string(), 'what of it is the work of whoever made the edition'),
  illustrative,
  note: maybe(v.string(), 'why it is illustrative'),
  countries: key(v.array(v.strictObject({ ...identity, year })), 'the rows of scores, in their order'),
  framework: key(node, 'the tree of categories and indicators, from the index down'),
  weightSets: key(v.array(v.string()), 'the named sets of weights'),
  raters: maybe(v.array(v.string()), 'the names of the raters, if there is a raters.csv'),
  recipe,
  published: maybe(
    v.array(
      v.strictObject({
        ...identity,
        score: key(numberOrNull, 'the score that was printed'),
        rank: key(numberOrNull, 'the rank that was printed'),
        tier: key(textOrNull, 'the tier that was printed'),
        tolerance: key(v.number(), 'how far a computed score may be from it'),
        known: key(textOrNull, 'why it is known to differ; null if it is not'),
      }),
    ),
    'what published.csv says, if there is one; only where one edition is named',
  ),
  inputs,
});

/** By the name of the command. */
export const formsToMove: Readonly<Record<string, Form>> = {
  rank: {
    describes: 'the countries in rank order',
    piece: v.strictObject({
      ...head('rank'),
      hidden,
      countries: key(
        v.array(
          v.strictObject({
            ...standing,
            groups: key(v.record(v.string(), v.string()), 'the text columns beside the scores'),
            weights: maybe(
              v.record(v.string(), numberOrNull),
              "where each country has its own weights: what share of its category's value each child " +
                'is, by code; null if it takes no part',
            ),
            scores: key(
              v.record(v.string(), numberOrNull),
              'normalised scores and aggregates, by code: every node of the framework',
            ),
          }),
        ),
        'in rank order',
      ),
    }),
  },
  tiers: {
    describes: 'the tiers, what put each country into its own, and what would move it',
    piece: v.strictObject({
      ...head('tiers'),
      hidden,
      tiers: key(
        v.array(
          v.strictObject({
            name: key(v.string(), 'what the tier is called'),
            atLeast: maybe(numberOrNull, 'of tiers cut out of the index: the least index; null for the last'),
            countries: key(v.array(v.string()), 'codes, or names of what is no known country'),
          }),
        ),
        'the best first',
      ),
      countries: key(
        v.array(
          v.strictObject({
            ...standing,
            because: key(v.string(), 'what put it there, in words'),
            conditions,
            above: gap('the next tier up; null in the best'),
            below: gap('the next tier down; null in the last'),
          }),
        ),
        'by tier, then in rank order',
      ),
    }),
  },
  explain: {
    describes: "what each part of the framework adds to one country's index",
    piece: v.strictObject({
      ...head('explain'),
      country: key(v.strictObject(standing), 'the country that is explained'),
      parts: key(
        v.array(
          v.union([
            v.strictObject({ ...part, kind: key(v.literal('category'), 'an inner node of the framework') }),
            v.strictObject({
              ...part,
              kind: key(v.literal('indicator'), 'a leaf of the framework'),
              direction: key(v.picklist([1, -1]), '1: more is better; -1: less is better'),
              rating: key(textOrNull, 'the word that the raw score stands for, if it was rated in words'),
              steps: key(
                v.array(
                  v.strictObject({
                    step: key(v.picklist(stepNames), 'the step of the recipe'),
                    score: key(numberOrNull, 'the score after it'),
                  }),
                ),
                'what became of the raw score, step by step',
              ),
            }),
          ]),
        ),
        'every node below the index, each category before its children',
      ),
      neighbours,
      raters,
    }),
  },
  uncertainty,
  sensitivity,
  compare,
  reach,
  check: {
    describes: 'whether the files are sound, and what differs from what was published or expected',
    piece: v.union([
      v.strictObject({
        ...head('check'),
        passed: key(v.boolean(), 'whether nothing differs that is not known'),
        published,
        expected: maybe(v.array(v.strictObject(agreement)), 'how it agrees with the file of --expect'),
        differences,
        tiers: maybe(
          v.array(
            v.strictObject({
              name: key(v.string(), 'what the tier is called'),
              size: key(count, 'how many countries are in it'),
            }),
          ),
          'the best first; only if the recipe has tiers',
        ),
      }),
      v.strictObject({
        ...form('check'),
        edition: key(v.string(), 'the edition as it was named'),
        passed: key(v.literal(false), 'the files cannot be computed with'),
        problems,
      }),
    ]),
  },
  editions: {
    describes: 'the bundled indices: sources, countries, framework and recipe',
    piece: v.strictObject({
      ...form('editions'),
      editions: key(v.array(edition), 'all that are bundled, or the one that is named'),
    }),
    definitions: { node },
  },
};
