// Reach as JSON: the form, and what is put into it.
import * as v from 'valibot';
import type { Change, Reach } from '../../analysis/reach/index.ts';
import type { Standing } from '../../analysis/reach/outcome.ts';
import { describeRegion } from '../../methods/region/table.ts';
import { countsAhead } from '../../methods/rank/run.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { comparableJson, comparableRank } from '../shared/comparable.ts';
import {
  count,
  head,
  hidden,
  key,
  maybe,
  numberOrNull,
  score,
  standing,
  textOrNull,
  tier,
  whole,
  type DataOf,
  type JsonOf,
} from '../shared/json.ts';
import { standingJson } from '../shared/rows.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import { labelOf, MOST_ALTERNATIVES, normalisedOf, ratingOf, stepsOf, totalOf } from './changes.ts';
import type { NamedTarget } from './options.ts';

const place = v.pipe(whole, v.minValue(1));

const change = v.strictObject({
  column: key(v.string(), 'the column of scores'),
  code: key(v.string(), 'its indicator, or the column where several indicators read it'),
  indicators: key(v.array(v.string()), 'the indicators that read it'),
  from: key(v.number(), 'the raw score as it is'),
  to: key(numberOrNull, 'the raw score to be written; null where a step treats the column as a whole'),
  ratingFrom: key(textOrNull, 'the rating as it is; null if it is not rated'),
  ratingTo: key(textOrNull, 'the rating to be written; null if it is not rated'),
  before: key(numberOrNull, 'the normalised score as it is'),
  after: key(numberOrNull, 'the normalised score then, with normalisation as it is'),
  rise: key(v.number(), 'by how many points of the normalised score'),
  steps: key(v.nullable(count), 'how many ratings better; null if it is not rated'),
});

const after = v.strictObject({
  rank: key(place, '1 + the number of countries then strictly ahead, on unrounded scores'),
  tier,
  score,
});

const alternatives = v.strictObject({
  count: key(count, 'how many other sets of changes cost the same, as far as they were counted'),
  all: key(v.boolean(), 'whether these are all'),
  sets: key(v.array(v.array(change)), 'these sets, if they are few'),
  interchangeable: key(
    v.array(v.string()),
    'columns among which a part of the total can be split in any way',
  ),
});

const target = v.strictObject({
  rank: key(v.nullable(place), 'the rank; null if it is a tier'),
  tier: key(textOrNull, 'the tier; null if it is a rank'),
  region: key(
    textOrNull,
    'the weight region under every weighting of which it is reached; null if under the nominal weights',
  ),
});

const country = v.strictObject({
  ...standing,
  comparableRank,
  reached: key(v.boolean(), 'whether it is there already'),
  possible: key(v.boolean(), 'whether it can get there'),
  proved: key(
    v.boolean(),
    'whether it was proved that nothing less will do; not where a score that rises moves the normalisation ' +
      'or the weights',
  ),
  total: key(numberOrNull, 'how many points the normalised scores rise in all; null if it cannot get there'),
  steps: key(
    v.nullable(count),
    'how many steps on the ratings in all; null where not all that rise are rated',
  ),
  changes: key(v.array(change), 'the least that does it'),
  alternatives: key(alternatives, 'other ways that cost the same'),
  single: key(v.array(change), 'for each score that would do alone, the least that it takes'),
  after: key(
    v.nullable(after),
    'where it then stands, or if it cannot get there, with every score at its best: everything ' +
      'built anew; null where that cannot be told',
  ),
  frozen: key(after, 'the same with the normalisation as it is'),
  worst: maybe(
    v.strictObject({ now: key(place, 'now'), after: key(place, 'then') }),
    'the worst rank over the region',
  ),
  left: key(
    v.array(v.string()),
    'columns that could not be moved, for lack of a score or because all have the same',
  ),
});

const piece = v.strictObject({
  ...head('reach'),
  hidden,
  target: key(target, 'what is to be reached'),
  countries: key(
    v.array(country),
    'the country that was asked for, or all that are not there yet, the nearest first',
  ),
});

export const form = {
  describes: 'the least that a country must improve to reach a rank or a tier',
  piece,
};

/** What JSON shows of some countries. */
export async function dataOf(
  session: Session,
  named: NamedTarget,
  found: readonly Reach[],
  hiddenCountries: number,
): Promise<DataOf<typeof piece>> {
  return {
    ...(await jsonHead(session)),
    hidden: hiddenCountries,
    target: targetOf(session.result, named),
    countries: found.map((one) => countryOf(session.result, one)),
  };
}

function targetOf(
  { recipe }: Result,
  { target: wanted, name, isRobust }: NamedTarget,
): JsonOf<typeof target> {
  return {
    rank: 'rank' in wanted ? wanted.rank : null,
    tier: 'tier' in wanted ? name : null,
    region: isRobust ? describeRegion(recipe.region) : null,
  };
}

function countryOf(result: Result, found: Reach): JsonOf<typeof country> {
  const { row, changes, isThere, single, isProved, assumptions, worst, immovable, now, frozen, rebuilt } =
    found;
  const listJson = (some: readonly Change[]) => some.map((one) => changeOf(result, row, one));
  return {
    ...standingJson(result, row),
    ...comparableJson(!countsAhead(result.recipe.rank), now.rank),
    reached: isThere,
    possible: changes !== null,
    proved: isProved && assumptions.length === 0,
    total: changes === null ? null : totalOf(changes),
    steps: changes === null ? null : stepsOf(changes),
    changes: listJson(changes ?? []),
    alternatives: alternativesOf(found, listJson),
    single: listJson(single),
    after: rebuilt === null ? null : afterOf(rebuilt),
    frozen: afterOf(frozen),
    ...(worst === null ? {} : { worst }),
    left: immovable.map(({ column }) => column),
  };
}

function alternativesOf(
  { alternatives: others, isAll, interchangeable }: Reach,
  listJson: (some: readonly Change[]) => JsonOf<typeof change>[],
): JsonOf<typeof alternatives> {
  return {
    count: others.length,
    all: isAll,
    sets: others.length <= MOST_ALTERNATIVES ? others.map(listJson) : [],
    interchangeable: interchangeable.map(({ column }) => column),
  };
}

function afterOf({ rank, tier: tierThen, score: scoreThen }: Standing): JsonOf<typeof after> {
  return { rank, tier: tierThen, score: scoreThen };
}

function changeOf(result: Result, row: ResultRow, one: Change): JsonOf<typeof change> {
  const { score: moved, rise, steps, to, ratingTo } = one;
  return {
    column: moved.column,
    code: labelOf(one),
    indicators: moved.codes,
    from: moved.raw,
    to,
    ratingFrom: ratingOf(result, one),
    ratingTo,
    ...normalisedOf(result, row, one),
    rise,
    steps,
  };
}
