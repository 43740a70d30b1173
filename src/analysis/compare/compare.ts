// Which of two countries is ahead, over which weights that holds, and how little it takes to swap them.
import { at } from '../../math/at.ts';
import { dot } from '../../math/linear/vector.ts';
import { aggregations, type Aggregation } from '../../methods/aggregate/table.ts';
import type { WeightGroup } from '../../methods/region/table.ts';
import type { Category } from '../../model/framework.ts';
import type { PublishedRow } from '../../model/published.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { shownPlaceOf, type ResultRow } from '../../model/rows.ts';
import { difference, TOLERANCE } from '../pairs/dominance.ts';
import { explain, separate } from '../explain/explain.ts';
import {
  alone,
  leastDistance,
  leastDoubt,
  leastLargest,
  leastTotal,
  type Flip,
  type SingleFlip,
} from '../pairs/flip.ts';
import type { LinearIndex, NotLinear } from '../region/linear-index.ts';
import {
  indexOverFirstLevel,
  indexOverRegion,
  isWeightedSum,
  refuseEmpty,
  type IndexOverRegion,
} from '../pairs/index-over-region.ts';
import { greatest, least, polytopeOf, type Greatest, type Polytope } from '../region/weight-region.ts';

/**
 * How the first of two countries stands to the second over a region: `necessary`, at least level under all
 * weightings; `reversed`, the other way round; `undecided`, each ahead under some; `level` under all.
 */
export type PairRelation = 'necessary' | 'undecided' | 'reversed' | 'level';

/**
 * A pair over a region, with the weightings that are worst and best for the first. Differences are in the
 * variables' own units.
 */
export interface PairOver {
  readonly relation: PairRelation;
  readonly least: Greatest;
  readonly most: Greatest;
}

export interface Pair {
  /** Rows of the result: by the nominal weights the first is at least level with the second. */
  readonly ahead: ResultRow;
  readonly behind: ResultRow;
  /** The difference of the two indices. */
  readonly gap: number;
  /** What the first has more of each variable, differences that are noise set to 0. */
  readonly advantage: readonly number[];
  readonly over: PairOver;
  /** Over all weights of the same level. */
  readonly any: PairOver;
  /** The largest share of the weight that may go anywhere without the order being reversed. */
  readonly epsilon: number;
  /**
   * The least changes of weights that put the second level, by sum, by distance and by the largest of them;
   * null where none does.
   */
  readonly flips: { readonly l1: Flip | null; readonly l2: Flip | null; readonly lInfinity: Flip | null };
  /** For each weight among siblings, what it alone would have to become; null where it cannot do it. */
  readonly single: ReadonlyMap<string, SingleFlip | null>;
}

/**
 * A pair of rows, in this order or the other if the second is ahead. All that is said of weights is exact up
 * to rounding. Both rows must be among those of the index over the region.
 */
export function comparePair(
  result: Result,
  { index, polytope }: IndexOverRegion,
  first: ResultRow,
  second: ResultRow,
): Pair {
  const { nominal, groups } = index.space;
  const forwards = advantageOf(index, first, second);
  const isForwards = dot(nominal, forwards) >= -TOLERANCE * index.scale;
  const advantage = isForwards ? forwards : advantageOf(index, second, first);
  const [ahead, behind] = isForwards ? [first, second] : [second, first];
  // Where only the noise is left of the gap, the two are level.
  const areLevel = Math.abs(dot(nominal, advantage)) <= TOLERANCE * index.scale;
  const noChange = { change: 0, weights: nominal };
  const flip = (way: typeof leastTotal): Flip | null =>
    areLevel ? noChange : checked(advantage, index.scale, way(nominal, advantage));
  const flipAlone = (group: WeightGroup, child: WeightGroup['children'][number]): SingleFlip | null =>
    areLevel
      ? { local: child.local, ...noChange }
      : checked(advantage, index.scale, alone(nominal, advantage, group, child, groups));
  return {
    ahead,
    behind,
    gap: Math.abs((at(result.index, ahead) ?? Number.NaN) - (at(result.index, behind) ?? Number.NaN)),
    advantage,
    over: pairOver(polytope, advantage, index.scale),
    any: pairOver(anyOf(index), advantage, index.scale),
    epsilon: leastDoubt(nominal, areLevel ? advantage.map((x) => Math.min(x, 0)) : advantage),
    flips: { l1: flip(leastTotal), l2: flip(leastDistance), lInfinity: flip(leastLargest) },
    single: new Map(
      groups.flatMap((group) =>
        group.children.map((child) => [child.code, flipAlone(group, child)] as const),
      ),
    ),
  };
}

/**
 * How a pair stands over a region: the least and the greatest of what the first has more, and what follows.
 *
 *     min and max Σ wᵢ dᵢ over w in W
 */
export function pairOver(polytope: Polytope, advantage: readonly number[], scale: number): PairOver {
  const [worst, best] = [least(polytope, advantage), greatest(polytope, advantage)];
  const tolerance = TOLERANCE * scale;
  const [canTrail, canLead] = [worst.value < -tolerance, best.value > tolerance];
  return { relation: relationOf(canLead, canTrail), least: worst, most: best };
}

function relationOf(canLead: boolean, canTrail: boolean): PairRelation {
  if (canLead) return canTrail ? 'undecided' : 'necessary';
  return canTrail ? 'reversed' : 'level';
}

function anyOf({ space }: LinearIndex): Polytope {
  return polytopeOf([{ method: 'any', at: 'levels' }], { space, sets: () => [], advantages: () => [] });
}

function advantageOf(index: LinearIndex, a: ResultRow, b: ResultRow): number[] {
  const noise = TOLERANCE * index.scale;
  const placeOf = (row: ResultRow) => shownPlaceOf(index.rows, row);
  return difference(index, placeOf(a), placeOf(b)).map((x) => (Math.abs(x) <= noise ? 0 : x));
}

/** A change of weights only if it does what it is for. */
function checked<Change extends { readonly weights: readonly number[] }>(
  advantage: readonly number[],
  scale: number,
  change: Change | null,
): Change | null {
  return change !== null && dot(change.weights, advantage) <= TOLERANCE * scale ? change : null;
}

/**
 * The index over a region, at the level at which it is a weighted sum, and why it is none at that of the
 * region.
 */
export interface Weighed {
  readonly robust: IndexOverRegion | null;
  readonly obstacle: NotLinear | null;
}

/**
 * Over the region as it is asked for; where the index is no weighted sum of its indicators, over the same
 * region of the first level.
 */
export function weighed(
  result: Result,
  rows: readonly ResultRow[],
  published: readonly PublishedRow[] | null,
): Weighed {
  const { region, weights } = result.recipe;
  if (result.countryWeights !== null)
    return {
      robust: null,
      obstacle: { reason: `"${weights.method}" gives each country its own weights` },
    };
  const wanted = indexOverRegion(result, region, rows, published);
  if (isWeightedSum(wanted)) return { robust: wanted, obstacle: null };
  refuseEmpty(result, region);
  const firstLevel = indexOverFirstLevel(result, region, rows, published);
  const isTold = firstLevel !== null && isWeightedSum(firstLevel);
  return { robust: isTold ? firstLevel : null, obstacle: wanted };
}

/**
 * What each part contributes to the gap between two countries, by code: those of one depth add up to it.
 *
 * Of the children of the index it is their part in the gap, whatever the aggregation, as far as it tells;
 * further down only where all above are weighted sums of the scores as they are.
 */
export function contributions(result: Result, ahead: ResultRow, behind: ResultRow): Map<string, number> {
  const shares = new Map(separate(result, behind, ahead).parts.map(({ node, adds }) => [node.code, adds]));
  const theirParts = explain(result, behind);
  const isPlain = (category: Category) =>
    entryOf<Aggregation>(aggregations, category.aggregate ?? result.recipe.aggregate).weightedSum?.isPlain ===
    true;
  const plain = new Set(isPlain(result.framework) ? [result.framework.code] : []);
  for (const [i, { node, parent, adds, depth }] of explain(result, ahead).entries()) {
    if (plain.has(parent.code) && node.kind === 'category' && isPlain(node)) plain.add(node.code);
    const theirs = at(theirParts, i).adds;
    if (depth > 1 && plain.has(parent.code) && adds !== null && theirs !== null)
      shares.set(node.code, adds - theirs);
  }
  return shares;
}
