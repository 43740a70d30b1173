// A ranking as JSON: the form, and what is put into it.
import * as v from 'valibot';
import { at, of } from '../../math/at.ts';
import { nodes } from '../../model/framework.ts';
import type { Result } from '../../model/result.ts';
import {
  head,
  hidden,
  key,
  maybe,
  numberOrNull,
  standing,
  type DataOf,
  type JsonOf,
} from '../shared/json.ts';
import { standingJson } from '../shared/rows.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import { ownWeightsJson } from '../shared/recipe/weights.ts';

const country = v.strictObject({
  ...standing,
  groups: key(v.record(v.string(), v.string()), 'the text columns beside the scores'),
  weights: maybe(
    v.record(v.string(), numberOrNull),
    "where each country has its own weights: what share of its category's value each child is, by code; " +
      'null if it takes no part',
  ),
  scores: key(
    v.record(v.string(), numberOrNull),
    'normalised scores and aggregates, by code: every node of the framework',
  ),
});

const piece = v.strictObject({
  ...head('rank'),
  hidden,
  countries: key(v.array(country), 'in rank order'),
});

export const form = { describes: 'the countries in rank order', piece };

/** What JSON shows of the countries in these rows. */
export async function dataOf(
  session: Session,
  hiddenCountries: number,
  rows: readonly number[],
): Promise<DataOf<typeof piece>> {
  return {
    ...(await jsonHead(session)),
    hidden: hiddenCountries,
    countries: rows.map((row) => countryOf(session.result, row)),
  };
}

function countryOf(result: Result, row: number): JsonOf<typeof country> {
  const codes = nodes(result.framework).map(({ code }) => code);
  return {
    ...standingJson(result, row),
    groups: at(result.countries, row).groups,
    ...ownWeightsJson(result, row),
    scores: Object.fromEntries(codes.map((code) => [code, at(of(result.scores, code), row)])),
  };
}
