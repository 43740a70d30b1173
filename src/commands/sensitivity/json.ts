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
      'the estimate, from 0 to 1; null if its 90 % interval is wider than 0.3: too few draws to tell',
    ),
    low: key(share, 'the lower end of its 90 % interval'),
    high: key(share, 'the upper end'),
  }),
);

const choiceFound = v.strictObject({
  choice,
  first: key(estimate, 'the share of the variance due to this choice alone; null if nothing varies'),
  total: key(estimate, 'the share including interactions with other choices; at least the share alone'),
  alone: key(
    numberOrNull,
    'the average change of rank if only this choice varies, in places; with --of a country, of that ' +
      'country; with --of top:k, how many of the first k drop out',
  ),
  most,
});

const leftOut = v.strictObject({
  code: key(v.string(), 'the indicator or category that is left out'),
  shift: key(
    numberOrNull,
    'how far ranks move without it, counted like "alone"; null if the index cannot be built',
  ),
  most: maybe(
    v.strictObject({
      country: key(v.string(), 'its code or name'),
      from: key(whole, 'its rank'),
      to: key(whole, 'its rank without the part'),
    }),
    'the country that moves most, or the one named by --of; absent with --of top:k',
  ),
  dropped: maybe(v.array(v.string()), 'with --of top:k: which of the first k drop out, by code or name'),
  reason: maybe(textOrNull, 'why the index cannot be built without it'),
});

const piece = v.strictObject({
  ...head('sensitivity'),
  seed: key(count, 'the seed of the random numbers'),
  of: key(v.string(), 'shift, a country, or top:k'),
  replicates: key(count, 'how many rankings were drawn'),
  blocks: key(
    v.strictObject({
      complete: key(count, 'how many blocks the estimates use'),
      failed: key(
        count,
        'how many blocks were left out: an index could not be built, or a country has no rank',
      ),
    }),
    'blocks of rankings',
  ),
  drawsNeeded: key(
    v.nullable(count),
    'how many --draws would probably give every value; null if none is missing',
  ),
  choices: key(v.array(choiceFound), 'in the order of the steps'),
  leftOut: key(v.array(leftOut), 'every indicator and category'),
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
    blocks: { complete: blocks.used, failed: blocks.failed },
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
