// Sensitivity as JSON: the form, and what is put into it.
import * as v from 'valibot';
import type { LeftOut } from '../../analysis/uncertainty/sensitivity.ts';
import { at } from '../../math/at.ts';
import type { Estimate } from '../../math/statistics/sensitivity.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { idAt } from '../shared/countries.ts';
import { shiftOf } from '../shared/effects/text.ts';
import { choice, most, mostJson, shift } from '../shared/effects/json.ts';
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

const estimate = v.nullable(
  v.strictObject({
    value: key(v.number(), 'the estimate'),
    low: key(v.number(), 'the lower end of its 90 % interval'),
    high: key(v.number(), 'the upper end'),
  }),
);

const choiceFound = v.strictObject({
  choice,
  first: key(estimate, 'the share of variance that it explains alone; null where nothing varies'),
  total: key(estimate, 'with all that it does together with others'),
  alone: shift,
  most,
});

const leftOut = v.strictObject({
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
  choices: key(v.array(choiceFound), 'in the order of the steps'),
  leftOut: key(v.array(leftOut), 'every part of the framework'),
});

export const form = {
  describes: 'how much each uncertain choice and each part of the framework moves ranks',
  piece,
};

export async function dataOf(session: Session, findings: Findings): Promise<DataOf<typeof piece>> {
  const { result } = session;
  const { rows, seed, outcome, replicates, blocks, choices, left } = findings;
  return {
    ...(await jsonHead(session)),
    seed,
    of: writtenOutcome(result, rows, outcome),
    replicates,
    blocks,
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
  return found === null ? null : { value: found.value, low: found.low, high: found.high };
}

function leftOutJson(
  result: Result,
  rows: readonly ResultRow[],
  { node, shift: places, most: moved, reason }: LeftOut,
): JsonOf<typeof leftOut> {
  return {
    code: node.code,
    shift: places,
    ...(moved === null
      ? {}
      : { most: { country: idAt(result, at(rows, moved.country)), from: moved.from, to: moved.to } }),
    ...(reason === null ? {} : { reason }),
  };
}
