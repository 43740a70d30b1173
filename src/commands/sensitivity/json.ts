// Sensitivity as JSON: the form, and what is put into it.
import * as v from 'valibot';
import { isTold, type LeftOut } from '../../analysis/uncertainty/sensitivity.ts';
import { at } from '../../math/at.ts';
import type { Estimate } from '../../math/statistics/sensitivity.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { idAt } from '../shared/countries.ts';
import { shiftOf } from '../shared/effects/text.ts';
import { choice, most, mostJson } from '../shared/effects/json.ts';
import {
  count,
  head,
  key,
  maybe,
  numberOrNull,
  textOrNull,
  whole,
  type DataOf,
  type JsonOf,
} from '../shared/json.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import { describeVariation } from '../shared/recipe/vary.ts';
import type { Findings } from './findings.ts';
import { writtenOutcome } from './outcome.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const estimate = v.nullable(
  v.strictObject({
    value: key(
      v.nullable(share),
      'the estimate, from 0 to 1; null where its 90 % interval is wider than 0.3: too few draws to tell',
    ),
    low: key(share, 'the lower end of its 90 % interval'),
    high: key(share, 'the upper end'),
  }),
);

const choiceFound = v.strictObject({
  choice,
  first: key(estimate, 'the share of the variance that it accounts for alone; null where nothing varies'),
  total: key(estimate, 'the share including interactions with other choices; never less than alone'),
  alone: key(
    numberOrNull,
    'how far ranks move on average if nothing else varies: the mean over countries in places; with --of a ' +
      'country, its places; with --of top:k, how many of the first k drop out',
  ),
  most,
});

const leftOut = v.strictObject({
  code: key(v.string(), 'the indicator or category that is left out'),
  shift: key(
    numberOrNull,
    'how far ranks move without it, counted as for "alone"; null if the index cannot be built without it',
  ),
  most: maybe(
    v.strictObject({
      country: key(v.string(), 'its code or name'),
      from: key(whole, 'its rank'),
      to: key(whole, 'its rank without the part'),
    }),
    'the country that moves most, or the one that --of names; not there with --of top:k',
  ),
  dropped: maybe(
    v.array(v.string()),
    'with --of top:k: the codes or names of the first k that are not among them without the part',
  ),
  reason: maybe(textOrNull, 'why the index cannot be built without it'),
});

const piece = v.strictObject({
  ...head('sensitivity'),
  seed: key(count, 'where the random numbers began'),
  of: key(v.string(), 'shift, a country, or top:k'),
  replicates: key(count, 'how many indices were built'),
  blocks: key(
    v.strictObject({
      used: key(count, 'of which estimates are made'),
      failed: key(count, 'in which an index could not be built'),
    }),
    'blocks of replicates',
  ),
  drawsNeeded: key(
    v.nullable(count),
    'with how many --draws every value is likely to be told; null where every one is',
  ),
  choices: key(v.array(choiceFound), 'in the order of the steps'),
  leftOut: key(v.array(leftOut), 'every part of the framework'),
});

export const form = {
  describes: 'how much each uncertain choice and each part of the framework moves ranks',
  piece,
};

export async function dataOf(session: Session, findings: Findings): Promise<DataOf<typeof piece>> {
  const { result } = session;
  const { rows, seed, outcome, replicates, blocks, drawsNeeded, choices, left } = findings;
  return {
    ...(await jsonHead(session)),
    seed,
    of: writtenOutcome(result, rows, outcome),
    replicates,
    blocks,
    drawsNeeded,
    choices: choices.map(({ variation, first, total, effect }) => ({
      choice: describeVariation(variation),
      first: estimateJson(first),
      total: estimateJson(total),
      alone: shiftOf(effect),
      ...mostJson(result, rows, effect),
    })),
    leftOut: left.map((one) => leftOutJson(result, rows, one)),
  };
}

function estimateJson(found: Estimate | null): JsonOf<typeof estimate> {
  if (found === null) return null;
  const { value, low, high } = found;
  return { value: isTold(found) ? value : null, low, high };
}

function leftOutJson(
  result: Result,
  rows: readonly ResultRow[],
  { node, shift: places, most: moved, dropped, reason }: LeftOut,
): JsonOf<typeof leftOut> {
  return {
    code: node.code,
    shift: places,
    ...(moved === null
      ? {}
      : { most: { country: idAt(result, at(rows, moved.country)), from: moved.from, to: moved.to } }),
    ...(dropped === null ? {} : { dropped: dropped.map((country) => idAt(result, at(rows, country))) }),
    ...(reason === null ? {} : { reason }),
  };
}
