// What takes part over a region of weights: what has a nominal weight and, where the region mixes the named
// sets, what any of them weighs.
import { mixesSets } from '../../methods/region/table.ts';
import { nodes, type Category, type FrameworkNode } from '../../model/framework.ts';
import type { Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';

/** Weights by code, relative to the siblings. */
export type Weighting = ReadonlyMap<string, number>;

/** Codes of indicators and categories. */
export type Participants = ReadonlySet<string>;

/** What takes part over a region; over none, what has a nominal weight. */
export function participantsIn(result: Result, region: readonly Choice[] = []): Participants {
  return weighedBy(result.framework, weightingsOf(result, region));
}

/** The weightings whose weights take part: the nominal one, and the named sets if the region mixes them. */
export function weightingsOf(result: Result, region: readonly Choice[]): readonly Weighting[] {
  return [result.weights, ...(region.some(mixesSets) ? namedSets(result).map(({ weights }) => weights) : [])];
}

/** Every named set; what it does not name keeps its given weight. */
export function namedSets({
  framework,
  edition,
}: Result): { readonly name: string; readonly weights: Weighting }[] {
  const given = nodes(framework).map(({ code, weight }) => [code, weight] as const);
  return [...edition.weightSets].map(([name, set]) => ({
    name,
    weights: new Map(given.map(([code, weight]) => [code, set.get(code) ?? weight])),
  }));
}

/** What has a weight above 0 in any of some weightings, from the first level down. */
export function weighedBy(category: Category, weightings: readonly Weighting[]): Participants {
  const weighed = new Set<string>();
  const add = ({ children }: Category): void => {
    for (const child of children) {
      if (!weightings.some((weights) => (weights.get(child.code) ?? 0) > 0)) continue;
      weighed.add(child.code);
      if (child.kind === 'category') add(child);
    }
  };
  add(category);
  return weighed;
}

/** The children of a category that take part. */
export function weightedChildren({ children }: Category, participants: Participants): FrameworkNode[] {
  return children.filter(({ code }) => participants.has(code));
}
