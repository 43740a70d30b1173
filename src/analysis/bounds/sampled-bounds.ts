// Bounds where the index is no weighted sum: the best and the worst rank seen among weightings drawn at
// random.
import { randomOf } from '../../math/random/random.ts';
import { aggregateLevels } from '../../methods/levels.ts';
import type { WeightSpace } from '../../methods/region/table.ts';
import type { Result } from '../../model/result.ts';
import type { Choice } from '../../model/registry.ts';
import { boundsOver, ranksOf, type Bounds, type CountryBounds } from './bounds.ts';
import type { Relation } from '../pairs/dominance.ts';
import { localWeights } from '../region/local-weights.ts';
import { isWeightedSum, regionContext, indexOverRegion } from '../pairs/robust-index.ts';
import { contains, polytopeOf } from '../region/weight-region.ts';
import { weightSampler } from '../region/weight-sampler.ts';

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
  rows: readonly number[],
  { draws, seed }: Draws,
): Bounds {
  const ranked = rows.filter((row) => (result.index[row] ?? null) !== null);
  const context = regionContext(result, region);
  const { space } = context;
  // An empty region is a problem here too.
  polytopeOf(region, context);
  const sampler = weightSampler(region, context);
  const random = randomOf(seed, 0);
  const isNominalInside = contains(region, context, space.nominal);
  const tried = [...(isNominalInside ? [space.nominal] : []), ...fromFirstLevel(result, region, rows, space)];
  const seen = Array.from({ length: ranked.length }, (): { best: Seen | null; worst: Seen | null } => ({
    best: null,
    worst: null,
  }));
  const wasAhead = ranked.map(() => ranked.map(() => false));
  for (let draw = 0; draw < tried.length + draws; draw += 1) {
    const weights = tried[draw] ?? sampler.draw(random);
    const values = indexWith(result, space, weights, ranked);
    for (const [country, rank] of ranksOf(values, 0).entries()) note(seen[country], rank, weights);
    for (const [a, row] of wasAhead.entries())
      for (const b of row.keys()) if ((values[a] ?? 0) > (values[b] ?? 0)) row[b] = true;
  }
  const ahead = (a: number, b: number) => wasAhead[a]?.[b] ?? false;
  const relation = (a: number, b: number): Relation =>
    !ahead(a, b) ? 'never' : ahead(b, a) ? 'undecided' : 'always';
  const nominal = ranksOf(indexWith(result, space, space.nominal, ranked), 0);
  return {
    region,
    space,
    isExact: false,
    draws,
    isNominalInside,
    relations: ranked.map((_, a) => ranked.map((_other, b) => relation(a, b))),
    countries: ranked.map((row, country): CountryBounds => ({
      row,
      nominal: nominal[country] ?? Number.NaN,
      tiers: null,
      nearest: null,
      best: boundOf(seen[country]?.best ?? null, 1),
      worst: boundOf(seen[country]?.worst ?? null, ranked.length),
    })),
  };
}

interface Seen {
  readonly rank: number;
  readonly weights: readonly number[];
}

function note(
  seen: { best: Seen | null; worst: Seen | null } | undefined,
  rank: number,
  weights: readonly number[],
): void {
  if (seen === undefined) return;
  if (seen.best === null || rank < seen.best.rank) seen.best = { rank, weights };
  if (seen.worst === null || rank > seen.worst.rank) seen.worst = { rank, weights };
}

function boundOf(seen: Seen | null, provedRank: number) {
  return { rank: seen?.rank ?? provedRank, weights: seen?.weights ?? [], margin: 0, provedRank };
}

function indexWith(
  result: Result,
  space: WeightSpace,
  effective: readonly number[],
  rows: readonly number[],
): number[] {
  return indexUnder(result, localWeights(space, effective), rows);
}

/** The index under other weights among siblings, of some rows: everything before the weights as it was. */
export function indexUnder(
  result: Result,
  local: ReadonlyMap<string, number>,
  rows: readonly number[],
): number[] {
  const { framework, stages, recipe, edition, countries, weights } = result;
  const known = new Map([...weights, ...local]);
  const { index } = aggregateLevels(
    framework,
    stages.at(-1)?.columns ?? new Map(),
    recipe,
    edition.weightSets,
    countries,
    known,
    stages.at(-1)?.errors,
  );
  return rows.map((row) => index[row] ?? Number.NaN);
}

/**
 * The weightings that attain the exact bounds of the first level, spread over what is below as it nominally
 * is.
 */
function fromFirstLevel(
  result: Result,
  region: readonly Choice[],
  rows: readonly number[],
  space: WeightSpace,
): number[][] {
  const isLocal = region.every(
    ({ method, at }) => at !== 'leaves' && ['any', 'around', 'mix', 'ratio'].includes(method),
  );
  const top = isLocal
    ? indexOverRegion(
        result,
        region.map((choice) => ({ ...choice, at: 'top' })),
        rows,
      )
    : null;
  if (top === null || !isWeightedSum(top) || !top.isNominalInside) return [];
  const root = space.groups.find(({ code }) => code === result.framework.code);
  const spread = (weights: readonly number[]) =>
    space.nominal.map((nominal, i) => {
      const child = root?.children.find(({ members }) => members.includes(i));
      return child === undefined
        ? nominal
        : (nominal / child.local) * (weights[top.index.space.codes.indexOf(child.code)] ?? 0);
    });
  return boundsOver(result, top).countries.flatMap(({ best, worst }) => [
    spread(best.weights),
    spread(worst.weights),
  ]);
}
