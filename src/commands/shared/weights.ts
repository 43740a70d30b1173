// The weights of a result: those that a method worked out in words, all of them as data.
import { weightings, type Weighting } from '../../methods/weight/table.ts';
import type { Category } from '../../model/framework.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import { fixed } from '../../report/numbers.ts';

const MOST_NAMED = 12;
const MOST_LINES = 6;

/**
 * A line a category whose weights were found rather than given, the top of the framework first: `weights
 * found: strategy 0.400 and …`; where each country has its own, the means.
 */
export function weightLines({ framework, recipe, edition, weights, countryWeights }: Result): string[] {
  const entry = entryOf<Weighting>(weightings, recipe.weights);
  const found = topDown([framework]).filter(
    ({ children }) =>
      children.length > 1 &&
      entry.finds?.({ codes: children.map(({ code }) => code) }, recipe.weights, edition.weightSets) === true,
  );
  const label = countryWeights === null ? 'weights found' : 'weights found for each country, mean shares';
  const lines = found.slice(0, MOST_LINES).map(({ code, children }) => {
    const shares = children
      .map((child) => ({ code: child.code, weight: weights.get(child.code) ?? 0 }))
      .toSorted((a, b) => b.weight - a.weight);
    const of = code === framework.code ? '' : ` under ${code}`;
    return `${label}${of}: ${list(
      shares.map((share) => `${share.code} ${fixed(share.weight, 3)}`),
      MOST_NAMED,
    )}`;
  });
  const hidden = found.length - lines.length;
  return hidden === 0
    ? lines
    : [
        ...lines,
        `${label} under ${count(hidden, 'more category', 'more categories')}: --format json tells all`,
      ];
}

/** The categories level by level. */
function topDown(level: readonly Category[]): Category[] {
  const next = level.flatMap(({ children }) => children.filter((child) => child.kind === 'category'));
  return level.length === 0 ? [] : [...level, ...topDown(next)];
}

/** A country's own shares, by code; nothing where all countries have the same weights. */
export function ownWeightsJson(
  { countryWeights }: Result,
  row: number,
): { weights?: Record<string, number | null> } {
  return countryWeights === null
    ? {}
    : {
        weights: Object.fromEntries([...countryWeights].map(([code, column]) => [code, column[row] ?? null])),
      };
}

/** Every node's weight among its siblings, and in the whole index. */
export function weightsJson({
  framework,
  weights,
}: Result): Record<string, { local: number; effective: number }> {
  const below = ({ children }: Category, above: number): [string, { local: number; effective: number }][] =>
    children.flatMap((child) => {
      const local = weights.get(child.code) ?? 0;
      const own: [string, { local: number; effective: number }] = [
        child.code,
        { local, effective: above * local },
      ];
      return child.kind === 'indicator' ? [own] : [own, ...below(child, above * local)];
    });
  return Object.fromEntries(below(framework, 1));
}
