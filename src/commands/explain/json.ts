// What explain says as JSON: the form, and what is put into it.
import * as v from 'valibot';
import type { Part, Separation } from '../../analysis/explain/explain.ts';
import { at, of } from '../../math/at.ts';
import { stepNames } from '../../methods/steps.ts';
import type { Indicator } from '../../model/framework.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import {
  count,
  head,
  identity,
  key,
  maybe,
  numberOrNull,
  rank,
  score,
  shareRange,
  standing,
  textOrNull,
  whole,
  type DataOf,
  type JsonOf,
} from '../shared/json.ts';
import { ratingOf } from '../shared/parts/cells.ts';
import { standingJson } from '../shared/rows.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import { raters, ratersOf } from './raters-json.ts';

const ofPart = {
  code: key(v.string(), 'the code in the framework'),
  name: key(v.string(), 'what it is called'),
  parent: key(v.string(), 'the code of the category it is in'),
  depth: key(v.pipe(whole, v.minValue(1)), '1 for the children of the index'),
  score: key(numberOrNull, "the normalised score, or what the category's scores aggregate to"),
  weight: key(
    numberOrNull,
    'the product of the weights from the index down; null if it takes no part, or where each country has ' +
      'weights of its own',
  ),
  shares: maybe(
    v.nullable(shareRange),
    'where each country has weights of its own: how far its share of the index may go; null if it takes ' +
      'no part',
  ),
  adds: key(
    numberOrNull,
    'what it contributes, in points of the index; null where the aggregation or the shares do not tell',
  ),
  rank: key(numberOrNull, 'the rank by this score alone'),
  of: key(count, 'among how many'),
  median: key(numberOrNull, 'the median of the field'),
};

const step = v.strictObject({
  step: key(v.picklist(stepNames), 'the step of the recipe'),
  score: key(numberOrNull, 'the score after it'),
});

const part = v.union([
  v.strictObject({ ...ofPart, kind: key(v.literal('category'), 'an inner node of the framework') }),
  v.strictObject({
    ...ofPart,
    kind: key(v.literal('indicator'), 'a leaf of the framework'),
    direction: key(v.picklist([1, -1]), '1: more is better; -1: less is better'),
    rating: key(textOrNull, 'the word that the raw score stands for, if it was rated in words'),
    steps: key(v.array(step), 'what became of the raw score, step by step'),
  }),
]);

const difference = v.strictObject({
  code: ofPart.code,
  adds: key(v.number(), 'what the part contributes to the gap'),
});

const neighbour = v.strictObject({
  side: key(v.picklist(['above', 'below']), 'whether its index is higher or lower'),
  ...identity,
  rank,
  score,
  gap: key(v.number(), 'its index less that of the country'),
  parts: key(
    v.array(difference),
    'what the gap is due to, the largest first; empty where the aggregation does not tell',
  ),
});

const piece = v.strictObject({
  ...head('explain'),
  country: key(v.strictObject(standing), 'the country that is explained'),
  parts: key(v.array(part), 'every node below the index, each category before its children'),
  neighbours: key(v.array(neighbour), 'the countries next to it by index'),
  raters,
});

export const form = { describes: "what each part of the framework adds to one country's index", piece };

/** What JSON shows of the country in a row. */
export async function dataOf(
  session: Session,
  row: ResultRow,
  parts: readonly Part[],
  separations: readonly Separation[],
): Promise<DataOf<typeof piece>> {
  const { result } = session;
  return {
    ...(await jsonHead(session)),
    country: standingJson(result, row),
    parts: parts.map((one) => partOf(result, row, one)),
    neighbours: separations.map((separation) => neighbourOf(result, separation)),
    ...ratersOf(result, row),
  };
}

function partOf(result: Result, row: ResultRow, one: Part): JsonOf<typeof part> {
  const { node, parent, depth, score: value, shares, adds, rank: place, of: among, median } = one;
  const { code, name } = node;
  const isCommon = result.countryWeights === null;
  const amounts = {
    score: value,
    weight: isCommon ? one.weight : null,
    ...(isCommon ? {} : { shares }),
    adds,
    rank: place,
    of: among,
    median,
  };
  if (node.kind === 'category')
    return { code, name, kind: node.kind, parent: parent.code, depth, ...amounts };
  return {
    code,
    name,
    kind: node.kind,
    parent: parent.code,
    depth,
    direction: node.direction,
    rating: ratingOf(result, node, row),
    steps: stepsOf(result, row, node),
    ...amounts,
  };
}

function stepsOf({ stages }: Result, row: ResultRow, { code }: Indicator): JsonOf<typeof step>[] {
  return stages.map((stage) => ({ step: stage.step, score: at(of(stage.columns, code), row) }));
}

function neighbourOf(result: Result, separation: Separation): JsonOf<typeof neighbour> {
  const { row, side, gap, parts } = separation;
  const { code, name } = at(result.countries, row);
  return {
    side,
    code,
    name,
    rank: at(result.ranks, row),
    score: at(result.index, row),
    gap,
    parts: parts.map(({ node, adds }) => ({ code: node.code, adds })),
  };
}
