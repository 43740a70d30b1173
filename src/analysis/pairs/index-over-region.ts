// A built index together with the weight region in which its ranking is looked at: what bounds, comparisons
// and flips start from.
import { of } from '../../math/at.ts';
import { sum } from '../../math/statistics/stats.ts';
import type { Category, Framework } from '../../model/framework.ts';
import type { PublishedRow } from '../../model/published.ts';
import { throwErrors, type Problem } from '../../model/problem.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { fold } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import {
  regions,
  type RegionContext,
  type WeightRegion,
  type WeightSpace,
} from '../../methods/region/table.ts';
import { difference } from './dominance.ts';
import {
  isLinear,
  linearIndex,
  unevenSum,
  weightSpace,
  type LinearIndex,
  type NotLinear,
} from '../region/linear-index.ts';
import { namedSets, participantsIn, weightingsOf, type Weighting } from '../region/participants.ts';
import { setProblems } from '../region/set-problems.ts';
import { contains, levelOf, polytopeOf, type Polytope } from '../region/weight-region.ts';

export interface IndexOverRegion {
  readonly index: LinearIndex;
  readonly region: readonly Choice[];
  readonly polytope: Polytope;
  /** What the limits of the region refer to. */
  readonly context: RegionContext;
  /** Whether the nominal weights are among those that count as defensible. */
  readonly isNominalInside: boolean;
}

/**
 * The index as a weighted sum with the polytope of its weights, or why it is none.
 *
 * Throws a ProblemsError if the region is empty or names what is not there. `rows` are those ranked together.
 * What takes part is what takes part in the region, or in a wider one: `beside`.
 */
export function indexOverRegion(
  result: Result,
  region: readonly Choice[],
  rows: readonly ResultRow[],
  published: readonly PublishedRow[] | null = null,
  beside: readonly Choice[] = region,
): IndexOverRegion | NotLinear {
  throwErrors([...noCommonWeights(result), ...setProblems(result, beside)]);
  const ranked = rows.filter((row) => (result.index[row] ?? null) !== null);
  const level = levelNamed(region);
  const uneven = unevenSum(result, level, weightingsOf(result, beside));
  if (uneven !== null) return uneven;
  const index = linearIndex(result, level, ranked, participantsIn(result, beside));
  if (!isLinear(index)) return index;
  throwErrors(region.flatMap((choice) => faultsOf(choice, index.space, result, published)));
  const context = contextOf(result, index.space, index, published);
  return {
    index,
    region,
    context,
    polytope: polytopeOf(region, context),
    isNominalInside: contains(region, context, index.space.nominal),
  };
}

/**
 * The same where the weights of the first level alone vary, those below being what they are; null of a region
 * that names what is further down.
 */
export function indexOverFirstLevel(
  result: Result,
  region: readonly Choice[],
  rows: readonly ResultRow[],
  published: readonly PublishedRow[] | null = null,
): IndexOverRegion | NotLinear | null {
  const top = region.map((choice) => ({ ...choice, at: 'top' }));
  throwErrors(noCommonWeights(result));
  const space = weightSpace(result, 'top', participantsIn(result, region));
  const isOfFirstLevel = top.every((choice) => faultsOf(choice, space, result, published).length === 0);
  return isOfFirstLevel ? indexOverRegion(result, top, rows, published) : null;
}

export function isWeightedSum(index: IndexOverRegion | NotLinear): index is IndexOverRegion {
  return !('reason' in index);
}

/**
 * What the limits of a region refer to, where the index is no weighted sum: statements about countries then
 * mean nothing.
 */
export function regionContext(result: Result, region: readonly Choice[]): RegionContext {
  throwErrors([...noCommonWeights(result), ...setProblems(result, region)]);
  const space = weightSpace(result, levelNamed(region), participantsIn(result, region));
  throwErrors(
    region.flatMap((choice) =>
      entryOf<WeightRegion>(regions, choice).isOfRanking === true
        ? [needsWeightedSum(choice)]
        : faultsOf(choice, space, result, null),
    ),
  );
  return contextOf(result, space, null, null);
}

/**
 * A problem where a region names what is not there or holds no weighting, though the index is no weighted sum
 * over it. Statements about countries are left out, as nothing is known of them then.
 */
export function refuseEmpty(result: Result, region: readonly Choice[]): void {
  const ofWeights = region.filter((choice) => entryOf<WeightRegion>(regions, choice).isOfRanking !== true);
  polytopeOf(ofWeights, regionContext(result, ofWeights));
}

/** The level of a region as an index takes it. */
function levelNamed(region: readonly Choice[]): 'all' | 'top' {
  return levelOf(region) === 'top' ? 'top' : 'all';
}

function noCommonWeights({ countryWeights, recipe }: Result): Problem[] {
  return countryWeights === null
    ? []
    : [
        {
          code: 'region/no-common-weights',
          severity: 'error',
          step: 'weights',
          what: `"${recipe.weights.method}" gives each country its own weights, so none can vary for all`,
          fix: 'use the same weights for all countries, such as --weights equal',
        },
      ];
}

function needsWeightedSum({ method }: Choice): Problem {
  return {
    code: 'region/unknown',
    severity: 'error',
    step: 'region',
    what: `the region "${method}" needs an index that is a weighted sum`,
    fix: 'use another region, such as --region around:25%',
  };
}

function contextOf(
  result: Result,
  space: WeightSpace,
  index: LinearIndex | null,
  published: readonly PublishedRow[] | null,
): RegionContext {
  return {
    space,
    sets: () => namedSets(result).map(({ weights }) => effectiveIn(result.framework, space, weights)),
    advantages: (names) =>
      index === null
        ? []
        : statements(result, index, names, published).map(([ahead, behind]) =>
            difference(index, ahead, behind),
          ),
  };
}

/** The effective weights of a weighting of the whole framework. */
function effectiveIn(framework: Framework, { codes }: WeightSpace, weights: Weighting): number[] {
  const effective = new Map<string, number>();
  const share = ({ children }: Category, above: number): void => {
    const total = sum(children.map(({ code }) => of(weights, code)));
    for (const child of children) {
      // What the set does not weigh may have no weights below either.
      const weight = above === 0 ? 0 : (above * of(weights, child.code)) / total;
      effective.set(child.code, weight);
      if (child.kind === 'category') share(child, weight);
    }
  };
  share(framework, 1);
  return codes.map((code) => of(effective, code));
}

/**
 * Who is said to be at least level with whom, as positions in the index: by name, or by published ranks, or
 * else by published tiers.
 */
function statements(
  result: Result,
  index: LinearIndex,
  names: readonly string[] | null,
  published: readonly PublishedRow[] | null,
): [number, number][] {
  if (names !== null) {
    const positions = names.map((name) => positionOf(result, index, name));
    return positions.slice(1).map((behind, i) => [positions[i] ?? -1, behind]);
  }
  const printed = (published ?? []).flatMap(({ rank, tier, country }) => {
    const position = positionOf(result, index, country.code ?? country.name);
    return position === -1 ? [] : [{ rank, tier: result.tiering?.tiers.indexOf(tier ?? '') ?? -1, position }];
  });
  const ranked = printed
    .flatMap(({ rank, position }) => (rank === null ? [] : [{ rank, position }]))
    .toSorted((a, b) => a.rank - b.rank);
  if (ranked.length === 0)
    return printed.flatMap((ahead) =>
      printed
        .filter(({ tier }) => ahead.tier !== -1 && tier === ahead.tier + 1)
        .map((behind): [number, number] => [ahead.position, behind.position]),
    );
  return ranked.slice(1).flatMap((behind, i): [number, number][] => {
    const ahead = ranked[i] ?? behind;
    const both: [number, number][] = [
      [ahead.position, behind.position],
      [behind.position, ahead.position],
    ];
    return ahead.rank === behind.rank ? both : both.slice(0, 1);
  });
}

function positionOf({ countries }: Result, { rows }: LinearIndex, term: string): number {
  return rows.findIndex((row) => {
    const country = countries[row];
    return (
      country !== undefined && (country.code === term.toUpperCase() || fold(country.name) === fold(term))
    );
  });
}

/** What a region names that is not there. */
function faultsOf(
  choice: Choice,
  space: WeightSpace,
  { edition, countries, tiering }: Result,
  published: readonly PublishedRow[] | null,
): Problem[] {
  const field = {
    space,
    setNames: [...edition.weightSets.keys()],
    countries,
    isPublished: (published ?? []).some(
      ({ rank, tier }) => rank !== null || (tiering !== null && tier !== null),
    ),
  };
  const faults = entryOf<WeightRegion>(regions, choice).faults?.(field, choice) ?? [];
  return faults.map((fault) => ({ code: 'region/unknown', severity: 'error', step: 'region', ...fault }));
}
