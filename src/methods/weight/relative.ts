// Weights relative to their siblings, as somebody would write them down.
import { categoriesBottomUp } from '../../model/framework.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { weightings, type Weighting } from './table.ts';

/**
 * By code, what each node weighs relative to its siblings: as it is written where weights are, and such that
 * siblings weigh 1 on average, to nine digits, where a method finds them.
 */
export function relativeWeights({ framework, recipe, edition, weights }: Result): Map<string, number> {
  const { apply, finds } = entryOf<Weighting>(weightings, recipe.weights);
  return new Map(
    categoriesBottomUp(framework).flatMap(({ children }) => {
      const siblings = {
        codes: children.map(({ code }) => code),
        given: children.map(({ weight }) => weight),
        columns: [],
      };
      const values = finds === undefined ? apply(siblings, recipe.weights, edition.weightSets) : [];
      return siblings.codes.map((code, i): [string, number] => {
        const value = values[i];
        return [
          code,
          typeof value === 'number'
            ? value
            : Number(((weights.get(code) ?? 0) * children.length).toPrecision(9)),
        ];
      });
    }),
  );
}
