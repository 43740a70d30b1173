// A ranking as JSON: the form, and what is put into it.
import * as v from 'valibot';
import { at, of } from '../../math/at.ts';
import { shareRanges } from '../../analysis/explain/share-ranges.ts';
import { nodes } from '../../model/framework.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import {
  head,
  hidden,
  key,
  maybe,
  numberOrNull,
  shareRange,
  standing,
  type DataOf,
  type JsonOf,
} from '../shared/json.ts';
import { standingJson } from '../shared/rows.ts';
import { jsonHead, type Session } from '../shared/session.ts';

const country = v.strictObject({
  ...standing,
  groups: key(v.record(v.string(), v.string()), 'the text columns beside the scores'),
  shares: maybe(
    v.record(v.string(), v.nullable(shareRange)),
    "where each country has weights of its own: how far each child's share of its category's value may " +
      'go, by ' +
      'code; null if it takes no part',
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
  rows: readonly ResultRow[],
): Promise<DataOf<typeof piece>> {
  return {
    ...(await jsonHead(session)),
    hidden: hiddenCountries,
    countries: countriesOf(session.result, rows),
  };
}

function countriesOf(result: Result, rows: readonly ResultRow[]): JsonOf<typeof country>[] {
  const ranges = shareRanges(result, rows);
  return rows.map((row, i) => {
    const shares = Object.fromEntries([...ranges].map(([code, column]) => [code, at(column, i)]));
    return countryOf(result, row, result.countryWeights === null ? {} : { shares });
  });
}

function countryOf(
  result: Result,
  row: ResultRow,
  shares: Pick<JsonOf<typeof country>, 'shares'>,
): JsonOf<typeof country> {
  const codes = nodes(result.framework).map(({ code }) => code);
  return {
    ...standingJson(result, row),
    groups: at(result.countries, row).groups,
    ...shares,
    scores: Object.fromEntries(codes.map((code) => [code, at(of(result.scores, code), row)])),
  };
}
