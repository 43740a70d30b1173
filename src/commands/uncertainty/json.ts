// Uncertainty as JSON: the form, and what is put into it.
import * as v from 'valibot';
import { localWeights } from '../../analysis/region/local-weights.ts';
import { distributionOf, distributions } from '../../analysis/region/weight-sampler.ts';
import type { RankSpread } from '../../analysis/uncertainty/uncertainty.ts';
import { at } from '../../math/at.ts';
import { countsAhead } from '../../methods/rank/run.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { comparableJson, comparableRank } from '../shared/comparable.ts';
import { idAt } from '../shared/countries.ts';
import { shiftOf } from '../shared/effects/text.ts';
import { choice, most, mostJson, shift } from '../shared/effects/json.ts';
import {
  count,
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
import { describeVariation } from '../shared/recipe/vary.ts';
import { regionDrawn, type Findings } from './findings.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const ofWeights = {
  meanWeightsWhenFirst: maybe(
    v.nullable(v.record(v.string(), v.number())),
    'if only weights are drawn: the mean of the weights that make it first, among siblings; null if none do',
  ),
  confidence: maybe(v.number(), 'whether these mean weights make it first: 1 or 0'),
  shareAheadOf: maybe(
    v.record(v.string(), share),
    'the share of draws in which it is strictly ahead of each other country, by code; up to 60 countries',
  ),
};

const country = v.strictObject({
  ...standing,
  comparableRank,
  mean: key(numberOrNull, 'its mean rank'),
  median: key(numberOrNull, 'its median rank'),
  low: key(numberOrNull, 'at most 5 % of its ranks are better'),
  high: key(numberOrNull, 'at most 5 % of its ranks are worse'),
  acceptability: key(v.array(share), 'the share of draws with each rank, from rank 1 on'),
  errors: key(v.array(v.number()), 'the standard errors of these shares'),
  ...ofWeights,
  tiers: key(v.nullable(v.record(v.string(), share)), 'the share of draws in each tier; null without tiers'),
  unranked: key(share, 'the share of draws in which it has no index'),
});

const effect = v.strictObject({
  choice,
  shift,
  most,
  failed: key(count, 'how many draws of this choice gave no index'),
  tried: key(count, 'how many draws of this choice there were'),
});

const piece = v.strictObject({
  ...head('uncertainty'),
  hidden,
  seed: key(count, 'the seed of the random numbers'),
  varies: key(v.array(v.string()), 'the uncertain choices, as --vary takes them'),
  distribution: maybe(
    v.picklist(distributions),
    'if weights are drawn, what is drawn uniformly: the weights within each category, effective weights of ' +
      'indicators, or mixtures of the named sets',
  ),
  draws: key(count, 'how many draws there were'),
  built: key(count, 'how many of them gave an index'),
  failures: key(
    v.array(
      v.strictObject({ reason: key(v.string(), 'why there is no index'), count: key(count, 'how many') }),
    ),
    'why the others did not',
  ),

  countries: key(v.array(country), 'in rank order'),
  effects: key(
    v.array(effect),
    'the effect of each choice if nothing else varies; empty if there is only one',
  ),
});

export const form = {
  describes: 'the share of draws in which each country has each rank and tier',
  piece,
};

/** What JSON shows of the countries in some rows. */
export async function dataOf(
  session: Session,
  findings: Findings,
  hiddenCountries: number,
  shown: readonly ResultRow[],
): Promise<DataOf<typeof piece>> {
  const { result } = session;
  const { uncertainty, effects, design, seed, rows } = findings;
  const { used, failures } = uncertainty;
  const region = regionDrawn(design);
  return {
    ...(await jsonHead(session)),
    hidden: hiddenCountries,
    seed,
    varies: design.variations.map(describeVariation),
    ...(region === null ? {} : { distribution: distributionOf(region) }),
    draws: used + failures.reduce((total, one) => total + one.count, 0),
    built: used,
    failures,
    countries: shown.map((row) =>
      countryOf(result, findings, row, at(uncertainty.countries, rows.indexOf(row))),
    ),
    effects: effects.map((one) => ({
      choice: describeVariation(one.variation),
      shift: shiftOf(one),
      ...mostJson(result, rows, one),
      failed: one.failed,
      tried: one.tried,
    })),
  };
}

function countryOf(
  result: Result,
  { weights, rows, comparable }: Findings,
  row: ResultRow,
  spread: RankSpread,
): JsonOf<typeof country> {
  const { mean, median, low, high, acceptability, errors, unranked } = spread;
  return {
    ...standingJson(result, row),
    ...comparableJson(!countsAhead(result.recipe.rank), at(comparable, rows.indexOf(row))),
    mean,
    median,
    low,
    high,
    acceptability,
    errors,
    ...(weights === null ? {} : weightsOf(result, weights, row)),
    tiers: tiersOf(result, spread),
    unranked,
  };
}

/** Known only where weights alone are drawn: which of them make a country first, and whom it is ahead of. */
function weightsOf(
  result: Result,
  { robust, shares }: NonNullable<Findings['weights']>,
  row: ResultRow,
): Pick<JsonOf<typeof country>, keyof typeof ofWeights> {
  const { rows, space } = robust.index;
  const position = rows.indexOf(row);
  if (position === -1) return { meanWeightsWhenFirst: null, confidence: 0 };
  const central = at(shares.central, position);
  const firstBy = {
    meanWeightsWhenFirst: central === null ? null : Object.fromEntries(localWeights(space, central)),
    confidence: at(shares.confidence, position),
  };
  if (shares.winning === null) return firstBy;
  const wins = [...at(shares.winning, position).entries()].filter(([other]) => other !== position);
  return {
    ...firstBy,
    shareAheadOf: Object.fromEntries(wins.map(([other, often]) => [idAt(result, at(rows, other)), often])),
  };
}

function tiersOf({ tiering }: Result, { tiers }: RankSpread): JsonOf<typeof country>['tiers'] {
  if (tiering === null || tiers === null) return null;
  return Object.fromEntries(tiers.map((often, tier) => [at(tiering.tiers, tier), often]));
}
