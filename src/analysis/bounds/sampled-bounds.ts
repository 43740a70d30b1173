// Bounds where the index is no weighted sum: the best and the worst rank seen among weightings drawn at
// random.
import { at } from '../../math/at.ts';
import { randomOf } from '../../math/random/random.ts';
import { aggregateLevels } from '../../methods/levels.ts';
import type { WeightSpace } from '../../methods/region/space.ts';
import type { Result } from '../../model/result.ts';
import type { Choice } from '../../model/registry.ts';
import type { ResultRow } from '../../model/rows.ts';
import { boundsOver, ranksOf, type Bounds, type CountryBounds } from './bounds.ts';
import type { Relation } from '../pairs/dominance.ts';
import { inCodeOrder } from '../region/code-order.ts';
import { localWeights } from '../region/local-weights.ts';
import { isWeightedSum, regionContext, indexOverFirstLevel } from '../pairs/index-over-region.ts';
import { contains, polytopeOf } from '../region/weight-region.ts';
import { isOfSiblings, weightSampler } from '../region/weight-sampler.ts';

/** How many weightings are drawn, and with which seed. */
export interface Draws {
  readonly draws: number;
  readonly seed: number;
}

/**
 * The best and the worst rank that was seen: bounds of which nothing is proved, as the true ones may be
 * wider.
 *
 * Besides random weightings those are tried that attain the exact bounds of the first level, where its
 * weights alone vary and the root aggregates by a weighted sum: so what is seen is never less than what these
 * prove.
 */
export function sampledBounds(
  result: Result,
  region: readonly Choice[],
  rows: readonly ResultRow[],
  { draws, seed }: Draws,
): Bounds {
  const ranked = rows.filter((row) => at(result.index, row) !== null);
  const context = regionContext(result, region);
  const { space } = context;
  // An empty region is a problem here too.
  polytopeOf(region, context);
  const drawn = inCodeOrder(context);
  const sampler = weightSampler(region, drawn.context);
  const random = randomOf(seed, 0);
  const isNominalInside = contains(region, context, space.nominal);
  const seen = new SeenRanks(ranked.length);
  const tryOut = (weights: readonly number[]) =>
    seen.note(indexWith(result, space, weights, ranked), weights);
  if (isNominalInside) tryOut(space.nominal);
  for (const weights of fromFirstLevel(result, region, rows, space)) tryOut(weights);
  for (let draw = 0; draw < draws; draw += 1) tryOut(drawn.restored(sampler.draw(random)));
  const nominal = ranksOf(indexWith(result, space, space.nominal, ranked), 0);
  return {
    region,
    space,
    isExact: false,
    draws,
    isNominalInside,
    tierNames: [],
    relations: ranked.map((_, a) => ranked.map((_other, b) => seen.relation(a, b))),
    countries: ranked.map((row, country): CountryBounds => ({
      row,
      nominal: at(nominal, country),
      tiers: null,
      nearest: null,
      best: boundOf(at(seen.best, country), 1),
      worst: boundOf(at(seen.worst, country), ranked.length),
      worstTied: () => boundOf(at(seen.worstTied, country), ranked.length),
      canLead: at(seen.hasLed, country),
    })),
  };
}

interface Seen {
  readonly rank: number;
  readonly weights: readonly number[];
}

/**
 * The ranks that were seen so far: of each country the best and the worst, who led, and who was ahead of
 * whom.
 */
class SeenRanks {
  readonly best: (Seen | null)[];
  readonly worst: (Seen | null)[];
  /** The worst rank where ties cost a place. */
  readonly worstTied: (Seen | null)[];
  /** Who was strictly ahead of all others. */
  readonly hasLed: boolean[];
  private readonly wasAhead: boolean[][];

  constructor(countries: number) {
    this.best = Array.from({ length: countries }, () => null);
    this.worst = Array.from({ length: countries }, () => null);
    this.worstTied = Array.from({ length: countries }, () => null);
    this.hasLed = Array.from({ length: countries }, () => false);
    this.wasAhead = this.best.map(() => this.best.map(() => false));
  }

  note(values: readonly number[], weights: readonly number[]): void {
    for (const [country, rank] of ranksOf(values, 0).entries()) {
      // A country may lack too many scores for an index under some weights.
      if (Number.isNaN(at(values, country))) continue;
      const [best, worst] = [at(this.best, country), at(this.worst, country)];
      if (best === null || rank < best.rank) this.best[country] = { rank, weights };
      if (worst === null || rank > worst.rank) this.worst[country] = { rank, weights };
      const tied = 1 + values.filter((other, i) => i !== country && other >= at(values, country)).length;
      const worstTied = at(this.worstTied, country);
      if (worstTied === null || tied > worstTied.rank) this.worstTied[country] = { rank: tied, weights };
      if (tied === 1) this.hasLed[country] = true;
    }
    for (const [a, row] of this.wasAhead.entries())
      for (const b of row.keys()) if (at(values, a) > at(values, b)) row[b] = true;
  }

  relation(a: number, b: number): Relation {
    if (!this.isAhead(a, b)) return 'never';
    return this.isAhead(b, a) ? 'undecided' : 'always';
  }

  private isAhead(a: number, b: number): boolean {
    return at(at(this.wasAhead, a), b);
  }
}

/** A bound that was seen; where no weighting was tried, the rank that is possible at most. */
function boundOf(seen: Seen | null, provedRank: number) {
  return { rank: seen?.rank ?? provedRank, weights: seen?.weights ?? [], margin: 0, provedRank };
}

/** The index under other effective weights, of some rows. */
function indexWith(
  result: Result,
  space: WeightSpace,
  effective: readonly number[],
  rows: readonly ResultRow[],
): number[] {
  return indexUnder(result, localWeights(space, effective), rows);
}

/** The index under other weights among siblings, of some rows: everything before the weights as it was. */
export function indexUnder(
  result: Result,
  local: ReadonlyMap<string, number>,
  rows: readonly ResultRow[],
): number[] {
  const { framework, stages, recipe, edition, countries, weights } = result;
  const last = at(stages, stages.length - 1);
  const { index } = aggregateLevels(
    framework,
    last.columns,
    recipe,
    edition.weightSets,
    countries,
    new Map([...weights, ...local]),
    last.errors,
  );
  return rows.map((row) => at(index, row) ?? Number.NaN);
}

/**
 * The weightings that attain the exact bounds of the first level, spread over what is below as it nominally
 * is.
 */
function fromFirstLevel(
  result: Result,
  region: readonly Choice[],
  rows: readonly ResultRow[],
  space: WeightSpace,
): number[][] {
  if (!region.every((choice) => choice['at'] !== 'leaves' && isOfSiblings(choice, space))) return [];
  const top = indexOverFirstLevel(result, region, rows);
  if (top === null || !isWeightedSum(top) || !top.isNominalInside) return [];
  const root = space.groups.find(({ code }) => code === result.framework.code);
  const spread = (weights: readonly number[]) =>
    space.nominal.map((nominal, i) => {
      const child = root?.children.find(({ members }) => members.includes(i));
      return child === undefined
        ? nominal
        : (nominal / child.local) * at(weights, top.index.space.codes.indexOf(child.code));
    });
  return boundsOver(result, top).countries.flatMap(({ best, worst }) => [
    spread(best.weights),
    spread(worst.weights),
  ]);
}
