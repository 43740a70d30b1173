// What the command finds out: bounds over the region, over another one to compare with, and what is told of
// both.
import { boundsOver, ranksOf, type Bounds, type CountryBounds } from '../../analysis/bounds/bounds.ts';
import { indexUnder, sampledBounds, type Draws } from '../../analysis/bounds/sampled-bounds.ts';
import {
  indexOverFirstLevel,
  indexOverRegion,
  isWeightedSum,
  type IndexOverRegion,
} from '../../analysis/pairs/index-over-region.ts';
import { countedInSums, type NotLinear } from '../../analysis/region/linear-index.ts';
import { localWeights } from '../../analysis/region/local-weights.ts';
import { at } from '../../math/at.ts';
import { countsAhead } from '../../methods/rank/run.ts';
import { describeRegion } from '../../methods/region/table.ts';
import type { Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { isOfFirstLevel } from '../shared/recipe/regions.ts';
import type { Session } from '../shared/session.ts';
import { weightText } from './weight-text.ts';
import { rowsShown } from '../shared/rows.ts';

/** What a tie does to a worst rank: nothing, or it costs a place. */
export type Ties = 'for' | 'against';

export interface Readings {
  readonly main: Bounds;
  /** Over another region, to compare with; of the same countries in the same order. */
  readonly other: Bounds | null;
  /** Why nothing exact can be said over the region; null where it can. */
  readonly notLinear: NotLinear | null;
}

/** The same with the worst ranks that ties give. */
export function withTies(readings: Readings, ties: Ties): Readings {
  const { main, other } = readings;
  return ties === 'for'
    ? readings
    : { ...readings, main: tied(main), other: other === null ? null : tied(other) };
}

function tied(bounds: Bounds): Bounds {
  return { ...bounds, countries: bounds.countries.map((one) => ({ ...one, worst: one.worstTied() })) };
}

/**
 * Beside a region stands any weighting at all; beside one that could only be sampled, the part of it that is
 * exact.
 */
export function readingsOf(session: Session, draws: Draws): Readings {
  const { result, published } = session;
  const { region } = result.recipe;
  const robust = indexOverRegion(result, region, rowsShown(result), published);
  if (isWeightedSum(robust))
    return { main: boundsOver(result, robust), other: overAnyWeights(session), notLinear: null };
  return {
    main: sampledBounds(result, region, rowsShown(result), draws),
    other: overFirstLevel(session),
    notLinear: robust,
  };
}

/** Over all weights; null where the region is of all weights itself. */
function overAnyWeights({ result, published }: Session): Bounds | null {
  const { region } = result.recipe;
  const anything: Choice[] = [{ method: 'any', at: isOfFirstLevel(region) ? 'top' : 'levels' }];
  if (describeRegion(region) === describeRegion(anything)) return null;
  return boundsIfExact(result, indexOverRegion(result, anything, rowsShown(result), published, region));
}

/** Over the same region of the first level alone, where the index may be a weighted sum. */
function overFirstLevel({ result, published }: Session): Bounds | null {
  const { region } = result.recipe;
  if (isOfFirstLevel(region)) return null;
  return boundsIfExact(result, indexOverFirstLevel(result, region, rowsShown(result), published));
}

/**
 * Whether the recipe's ranks are of another kind than bounds: they count or round otherwise, or take leads
 * for such that bounds take for ties.
 */
export function areOfAnotherKind(result: Result, { countries }: Bounds): boolean {
  return (
    !countsAhead(result.recipe.rank) ||
    countries.some(({ row, nominal }) => at(result.ranks, row) !== nominal)
  );
}

function boundsIfExact(result: Result, robust: IndexOverRegion | NotLinear | null): Bounds | null {
  return robust !== null && isWeightedSum(robust) ? boundsOver(result, robust) : null;
}

/**
 * The weights behind a bound, with as few digits as still give the rank when the index is built with them;
 * behind a worst rank in which ties cost a place, as still give the ties.
 */
export function witnessText(
  result: Result,
  { space, countries }: Bounds,
  one: CountryBounds,
  side: 'best' | 'worst',
  ties: Ties = 'for',
): string {
  const rows = countries.map(({ row }) => row);
  const place = countries.indexOf(one);
  const holds = (weights: ReadonlyMap<string, number>): boolean => {
    const values = indexUnder(result, weights, rows);
    const rank =
      side === 'worst' && ties === 'against'
        ? values.filter((value) => value >= at(values, place)).length
        : at(ranksOf(values, 0), place);
    return rank === one[side].rank;
  };
  return weightText(localWeights(space, one[side].weights), holds, countedInSums(result));
}

/** Whether the best and the worst tier of any country are known. */
export function haveTierBounds({ countries }: Bounds): boolean {
  return countries.some(({ tiers }) => tiers !== null);
}

/** The name of a tier by its position; null where it cannot be told. */
export function tierName({ tierNames }: Bounds, tier: number | undefined): string | null {
  return tier === undefined ? null : at(tierNames, tier);
}
