// Comparisons as JSON: the form, and what is put into it.
import * as v from 'valibot';
import type { Pair, PairOver } from '../../analysis/compare/compare.ts';
import type { Flip, SingleFlip } from '../../analysis/pairs/flip.ts';
import type { IndexOverRegion } from '../../analysis/pairs/index-over-region.ts';
import { writeSwap, type WrittenWeights } from '../../analysis/region/written-weights.ts';
import { at, of } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import { isPlain } from '../shared/parts/contributions.ts';
import { idAt } from '../shared/countries.ts';
import {
  head,
  key,
  numberOrNull,
  standing,
  textOrNull,
  whole,
  type DataOf,
  type JsonOf,
} from '../shared/json.ts';
import { ratingOf, stageAt } from '../shared/parts/cells.ts';
import { isOfFirstLevel } from '../shared/recipe/regions.ts';
import { standingJson } from '../shared/rows.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import type { Comparison, OrderedPair } from './comparison.ts';

const weights = key(
  v.nullable(v.record(v.string(), v.number())),
  'the new weights, as rank --weights takes them: relative to the siblings, by code, as far as they differ ' +
    'from the given ones; null if the recipe as a whole does not bear it out',
);

const over = v.nullable(
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
);
const overRegion = (where: string) => key(over, `${where}; null if nothing exact can be said`);

const flip = v.nullable(
  v.strictObject({
    change: key(v.number(), 'how large it is'),
    effective: key(
      v.record(v.string(), v.number()),
      'the new weights in the whole index, by the code of what varies',
    ),
    weights,
  }),
);
const leastFlip = (meaning: string) => key(flip, `${meaning}; null if no weights do it`);

const singleFlip = v.nullable(
  v.strictObject({
    local: key(v.number(), 'what it has to become among its siblings, which change in proportion'),
    weights,
  }),
);

const part = v.strictObject({
  code: key(v.string(), 'the code in the framework'),
  name: key(v.string(), 'what it is called'),
  kind: key(v.picklist(['category', 'indicator']), 'an inner node of the framework, or a leaf'),
  parent: key(v.string(), 'the code of the category it is in'),
  depth: key(v.pipe(whole, v.minValue(1)), '1 for the children of the index'),
  weight: key(
    numberOrNull,
    'the product of the weights from the index down; null where each country has weights of its own',
  ),
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
});

const pair = v.strictObject({
  ahead: key(v.string(), 'the code, or the name, of the one that is ahead or level'),
  behind: key(v.string(), 'the code, or the name, of the other'),
  gap: key(v.number(), 'how far apart their indices are'),
  region: overRegion('how they stand over the weight region of the recipe'),
  any: overRegion('how they stand over all weights'),
  epsilon: key(
    numberOrNull,
    'the largest share of the weight that may go anywhere without the order being reversed; ' +
      'null if nothing exact can be said',
  ),
  flips: key(
    v.nullable(
      v.strictObject({
        l1: leastFlip('the least change by the sum of all changes'),
        l2: leastFlip('the least change by straight-line distance'),
        lInfinity: leastFlip('the least change by the largest of all changes'),
      }),
    ),
    'new weights under which the one behind is level; null if nothing exact can be said',
  ),
  single: key(
    v.nullable(v.record(v.string(), singleFlip)),
    'for each weight, what it alone has to become, null if it cannot do it alone; null if ' +
      'nothing exact can be said',
  ),
});

const piece = v.strictObject({
  ...head('compare'),
  countries: key(v.array(v.strictObject(standing)), 'those that are compared, in rank order'),
  parts: key(v.array(part), 'every node below the index, each category before its children'),
  level: key(
    v.nullable(v.picklist(['all', 'first'])),
    "which weights are spoken of: all of them, or the first level's with those below as they are; " +
      'null if nothing exact can be said',
  ),
  obstacle: key(
    textOrNull,
    'why the index is no weighted sum at the level that was asked for; null if it is one',
  ),
  pairs: key(v.array(pair), 'each two of them once'),
});

export const form = {
  describes: 'countries side by side, who is ahead for which weights, and the least change that swaps them',
  piece,
};

/** What JSON shows of a comparison. */
export async function dataOf(session: Session, comparison: Comparison): Promise<DataOf<typeof piece>> {
  const { result } = session;
  const { rows, order, over: overWeights, obstacle } = comparison;
  return {
    ...(await jsonHead(session)),
    countries: rows.map((row) => standingJson(result, row)),
    parts: partsOf(result, comparison),
    level: overWeights === null ? null : levelOf(overWeights.robust),
    obstacle: obstacle?.reason ?? null,
    pairs:
      overWeights === null
        ? order.map((one) => ({ ...orderOf(result, one), ...nothingExact }))
        : overWeights.pairs.map((one) => ({
            ...orderOf(result, one),
            ...exactOf(result, overWeights.robust, one),
          })),
  };
}

function partsOf(
  result: Result,
  { rows, parts, weights: effective, two }: Comparison,
): JsonOf<typeof part>[] {
  return parts.map(({ node, parent, depth }) => ({
    code: node.code,
    name: node.name,
    kind: node.kind,
    parent: parent.code,
    depth,
    weight: effective.get(node.code) ?? null,
    scores: Object.fromEntries(
      rows.map((row) => [
        idAt(result, row),
        {
          raw: stageAt(result, 'select', node.code, row),
          rating: ratingOf(result, node, row),
          score: at(of(result.scores, node.code), row),
        },
      ]),
    ),
    adds: two?.shares.get(node.code) ?? null,
  }));
}

function levelOf({ region }: IndexOverRegion): 'first' | 'all' {
  return isOfFirstLevel(region) ? 'first' : 'all';
}

function orderOf(
  result: Result,
  { ahead, behind, gap }: OrderedPair,
): Pick<JsonOf<typeof pair>, 'ahead' | 'behind' | 'gap'> {
  return { ahead: idAt(result, ahead), behind: idAt(result, behind), gap };
}

type OverWeights = Omit<JsonOf<typeof pair>, 'ahead' | 'behind' | 'gap'>;

const nothingExact: OverWeights = { region: null, any: null, epsilon: null, flips: null, single: null };

/** How a pair stands over other weights. */
function exactOf(result: Result, robust: IndexOverRegion, one: Pair): OverWeights {
  const { space } = robust.index;
  const { ahead, behind, gap, any, epsilon, flips, single } = one;
  // Those that are level need no other weights.
  const write = (found: Flip | SingleFlip, code?: string): WrittenWeights | null =>
    gap === 0 ? {} : writeSwap(result, space, found.weights, ahead, behind, code);
  const flipJson = (found: Flip | null): JsonOf<typeof flip> =>
    found === null
      ? null
      : {
          change: found.change,
          effective: Object.fromEntries(space.codes.map((code, i) => [code, at(found.weights, i)])),
          weights: write(found),
        };
  return {
    region: overJson(result, one.over),
    any: overJson(result, any),
    epsilon,
    flips: { l1: flipJson(flips.l1), l2: flipJson(flips.l2), lInfinity: flipJson(flips.lInfinity) },
    single: Object.fromEntries(
      [...single].map(([code, found]) => [
        code,
        found === null ? null : { local: found.local, weights: write(found, code) },
      ]),
    ),
  };
}

function overJson(result: Result, { relation, least, most }: PairOver): JsonOf<typeof over> {
  const isInPoints = isPlain(result);
  return { relation, least: isInPoints ? least.value : null, most: isInPoints ? most.value : null };
}
