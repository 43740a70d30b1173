// Bounds as JSON: the form, and what is put into it.
import * as v from 'valibot';
import { shareDecided, type Bounds, type CountryBounds } from '../../analysis/bounds/bounds.ts';
import type { NearestSwap } from '../../analysis/bounds/nearest-swap.ts';
import type { Draws } from '../../analysis/bounds/sampled-bounds.ts';
import { at } from '../../math/at.ts';
import { describeRegion } from '../../methods/region/table.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Order } from '../../report/graph.ts';
import { comparableJson, comparableRank } from '../shared/comparable.ts';
import {
  count,
  head,
  hidden,
  key,
  maybe,
  standing,
  textOrNull,
  whole,
  type DataOf,
  type JsonOf,
} from '../shared/json.ts';
import { standingJson } from '../shared/rows.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import { areOfAnotherKind, tierName, witnessText, type Readings } from './readings.ts';

const ofRegion = {
  region: key(v.string(), 'the weight region, as --region takes it'),
  exact: key(
    v.boolean(),
    'whether the bounds are proved; if not, they are what was seen among weightings drawn at random',
  ),
  nominalInside: key(v.boolean(), 'whether the nominal weights are in the region'),
  decided: key(count, 'how many pairs of countries no weighting puts the other way round'),
  pairs: key(count, 'how many pairs there are'),
};
const place = v.pipe(whole, v.minValue(1));
const bestAndWorst = {
  best: key(place, 'the best rank that a weighting gives it'),
  worst: key(place, 'the worst rank that a weighting gives it; ties cost no place'),
  worstTiesAgainst: key(place, 'the worst rank if a tie costs a place'),
};
const ranks = v.strictObject(bestAndWorst);
const swap = v.nullable(
  v.strictObject({
    with: key(v.string(), 'with whom it draws level, as a code or a name'),
    share: key(v.number(), 'which share of the weight has to move'),
  }),
);
const ids = (meaning: string) => key(v.array(v.string()), meaning);

const mainRegion = v.strictObject({
  ...ofRegion,
  draws: maybe(count, 'how many weightings were drawn'),
  seed: maybe(count, 'where the random numbers began'),
});

const country = v.strictObject({
  ...standing,
  comparableRank,
  nominal: key(place, 'the rank by the nominal weights, on unrounded scores'),
  ...bestAndWorst,
  bestTier: key(textOrNull, 'the best tier that a weighting gives it; null where it cannot be told'),
  worstTier: key(textOrNull, 'the worst tier that a weighting gives it; null where it cannot be told'),
  proved: key(
    v.strictObject({
      best: key(place, 'no better rank is possible'),
      worst: key(place, 'no worse rank is possible'),
    }),
    'what could be proved; the same as the bounds where they are exact',
  ),
  witness: key(
    v.strictObject({
      best: key(v.string(), 'for the best rank'),
      worst: key(v.string(), 'for the worst rank'),
    }),
    'weights that attain the bounds, as rank --weights takes them',
  ),
  nearest: maybe(
    v.strictObject({
      up: key(swap, 'for it to gain a place; null if nothing does'),
      down: key(swap, 'for it to lose one'),
    }),
    'the least change of the nominal weights that moves it a place, whatever the region; only where bounds ' +
      'are exact',
  ),
  otherRegion: maybe(ranks, 'its bounds over the other region'),
  ahead: ids(
    'whom it is strictly ahead of under every weighting: codes, or names of what is no known country',
  ),
});

const piece = v.strictObject({
  ...head('bounds'),
  hidden,
  mainRegion: key(mainRegion, 'the region that the bounds are about'),
  otherRegion: maybe(v.strictObject(ofRegion), 'another one to compare with'),
  countries: key(v.array(country), 'in rank order'),
  hasse: key(
    v.array(v.strictObject({ above: key(v.string(), 'who is ahead'), below: key(v.string(), 'of whom') })),
    'who is directly ahead of whom whatever the weights, nobody standing between them',
  ),
});

export const form = {
  describes: 'the best and the worst rank and tier of each country over a weight region',
  piece,
};

/** What JSON shows of the countries in these rows. */
export async function dataOf(
  session: Session,
  { main, other }: Readings,
  order: Order,
  draws: Draws,
  hiddenCountries: number,
  rows: readonly ResultRow[],
): Promise<DataOf<typeof piece>> {
  const { result } = session;
  const idOf = (position: number) => at(order.nodes, position).id;
  return {
    ...(await jsonHead(session)),
    hidden: hiddenCountries,
    mainRegion: summaryOf(main, draws),
    ...(other === null ? {} : { otherRegion: summaryOf(other, draws) }),
    countries: rows.map((row) => {
      const position = main.countries.findIndex((one) => one.row === row);
      const ahead = at(main.relations, position).flatMap((relation, behind) =>
        relation === 'always' ? [idOf(behind)] : [],
      );
      return {
        ...countryOf(result, main, at(main.countries, position), idOf),
        ...(other === null ? {} : { otherRegion: bestAndWorstOf(at(other.countries, position)) }),
        ahead,
      };
    }),
    hasse: order.edges.map(([upper, lower]) => ({ above: idOf(upper), below: idOf(lower) })),
  };
}

function summaryOf(bounds: Bounds, { seed }: Draws): JsonOf<typeof mainRegion> {
  const { region, isExact, draws, isNominalInside, relations } = bounds;
  return {
    region: describeRegion(region),
    exact: isExact,
    ...(draws === null ? {} : { draws, seed }),
    nominalInside: isNominalInside,
    ...shareDecided(relations),
  };
}

function countryOf(
  result: Result,
  main: Bounds,
  one: CountryBounds,
  idOf: (position: number) => string,
): Omit<JsonOf<typeof country>, 'otherRegion' | 'ahead'> {
  return {
    ...standingJson(result, one.row),
    ...comparableJson(areOfAnotherKind(result, main), one.nominal),
    nominal: one.nominal,
    ...bestAndWorstOf(one),
    bestTier: tierName(main, one.tiers?.best),
    worstTier: tierName(main, one.tiers?.worst),
    proved: { best: one.best.provedRank, worst: one.worst.provedRank },
    witness: {
      best: witnessText(result, main, one, 'best'),
      worst: witnessText(result, main, one, 'worst'),
    },
    ...(one.nearest === null
      ? {}
      : { nearest: { up: swapOf(one.nearest.up, idOf), down: swapOf(one.nearest.down, idOf) } }),
  };
}

function bestAndWorstOf({ best, worst, worstTied }: CountryBounds): JsonOf<typeof ranks> {
  return { best: best.rank, worst: worst.rank, worstTiesAgainst: worstTied().rank };
}

function swapOf(found: NearestSwap | null, idOf: (position: number) => string): JsonOf<typeof swap> {
  return found === null ? null : { with: idOf(found.other), share: found.share };
}
