// How far a ranking can be trusted: the best and the worst rank and tier of every country over a weight
// region, and the pairs it decides.
import { at } from '../../math/at.ts';
import type { WeightSpace } from '../../methods/region/table.ts';
import type { Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { shownPlaces, type ResultRow, type ShownPlace } from '../../model/rows.ts';
import { relationsOver, TOLERANCE, type Relation } from '../pairs/dominance.ts';
import { valueAt } from '../region/linear-index.ts';
import { nearestSwaps } from './nearest-swap.ts';
import { canLead, rankBound, type RankBound, type Side } from './rank-search.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';
import type { TierBounds } from '../../methods/tier/bounds.ts';
import { tiersOver } from './tier-bounds.ts';

export interface CountryBounds {
  /** The row in the result. */
  readonly row: ResultRow;
  /** By the nominal weights, counted as the bounds are: 1 + those strictly ahead, on unrounded scores. */
  readonly nominal: number;
  readonly best: RankBound;
  readonly worst: RankBound;
  /**
   * The worst rank if a tie costs a place; worked out where it is asked for, as it takes a search of its own.
   */
  readonly worstTied: () => RankBound;
  /** Whether it is strictly ahead of all others under some weighting. */
  readonly canLead: boolean;
  /** Null without tiers, or where they cannot be told. */
  readonly tiers: TierBounds | null;
  /**
   * The least change of weights, whatever the region, that moves it a place; null where the bounds are
   * sampled.
   */
  readonly nearest: ReturnType<typeof nearestSwaps> | null;
}

export interface Bounds {
  readonly region: readonly Choice[];
  /** The weights that vary. */
  readonly space: WeightSpace;
  /**
   * Whether ranks and pairs are proved for all weightings, or were seen among some drawn at random, and how
   * many.
   */
  readonly isExact: boolean;
  readonly draws: number | null;
  /** Whether the nominal weights are in the region. */
  readonly isNominalInside: boolean;
  readonly countries: readonly CountryBounds[];
  /** The tiers that bounds are told of, the best first. */
  readonly tierNames: readonly string[];
  /** `relations[a][b]`: how country a stands to b, both counted as in `countries`. */
  readonly relations: readonly (readonly Relation[])[];
}

/**
 * The bounds of every country that is ranked, exact for the whole region.
 *
 * @see Kadziński, Greco & Słowiński (2012), Omega 40: extreme ranks and preference relations
 */
export function boundsOver(result: Result, robust: IndexOverRegion): Bounds {
  const { index, polytope, region, isNominalInside } = robust;
  const { relations, seen } = relationsOver(index, polytope);
  const nominal = ranksOf(
    shownPlaces(index.points).map((country) => valueAt(index, country, index.space.nominal)),
    TOLERANCE * index.scale,
  );
  const tiers = tiersOver(result, robust);
  const boundOf = (country: ShownPlace, side: Side) =>
    rankBound(index, polytope, relations, seen, country, side);
  return {
    region,
    space: index.space,
    isExact: true,
    draws: null,
    isNominalInside,
    relations,
    tierNames: tiers.names,
    countries: shownPlaces(index.rows).map((country) => {
      const [best, worst] = [boundOf(country, 'best'), boundOf(country, 'worst')];
      return {
        row: at(index.rows, country),
        nominal: at(nominal, country),
        best,
        worst,
        worstTied: once(() => boundOf(country, 'worst-tied')),
        canLead: best.rank === 1 && canLead(index, polytope, country),
        tiers: tiers.boundsOf(country, { best: best.rank, worst: worst.rank }),
        nearest: nearestSwaps(index, country),
      };
    }),
  };
}

/** What is worked out the first time that it is asked for, and not again. */
function once<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | null = null;
  return () => (found ??= { value: find() }).value;
}

/**
 * 1 + the number of values strictly greater, by more than a tolerance.
 *
 * @example ranksOf([3, 5, 5], 0) // → [3, 1, 1]
 */
export function ranksOf(values: readonly number[], tolerance: number): number[] {
  return values.map((value) => 1 + values.filter((other) => other - value > tolerance).length);
}

/** The pairs whose order every weighting of the region gives: who is strictly ahead of whom. */
export function decidedPairs(relations: Bounds['relations']): [number, number][] {
  return relations.flatMap((row, ahead) =>
    row.flatMap((relation, behind): [number, number][] => (relation === 'always' ? [[ahead, behind]] : [])),
  );
}

/**
 * How many pairs of countries there are, and how many of them no weighting of the region puts the other way
 * round.
 */
export function shareDecided(relations: Bounds['relations']): { decided: number; pairs: number } {
  const n = relations.length;
  const open = relations.flatMap((row, a) =>
    row.filter((relation, b) => a < b && relation === 'undecided' && at(relations, b)[a] === 'undecided'),
  ).length;
  const pairs = (n * (n - 1)) / 2;
  return { decided: pairs - open, pairs };
}

/**
 * The Hasse diagram of a partial order: the pairs in which one is ahead of the other and nobody stands
 * between them.
 *
 * Countries that are level under all weightings are not in order.
 *
 * @example coverEdges([['never', 'always', 'always'], ['never', 'never', 'always'], ['never', 'never',
 *   'never']]) // → [[0, 1], [1, 2]]
 */
export function coverEdges(relations: Bounds['relations']): [number, number][] {
  const relation = (a: number, b: number) => at(at(relations, a), b);
  const isAhead = (a: number, b: number) =>
    relation(a, b) === 'always' || (relation(a, b) === 'undecided' && relation(b, a) === 'never');
  const all = [...relations.keys()];
  return all.flatMap((a) =>
    all.flatMap((b): [number, number][] =>
      isAhead(a, b) && !all.some((between) => isAhead(a, between) && isAhead(between, b)) ? [[a, b]] : [],
    ),
  );
}
