// The weights of a result: those that a method worked out in words, all of them as data.
import { at, of } from '../../../math/at.ts';
import { weightings, type Weighting } from '../../../methods/weight/table.ts';
import type { Category } from '../../../model/framework.ts';
import { entryOf } from '../../../model/registry.ts';
import type { Result } from '../../../model/result.ts';
import { count, list } from '../../../model/words.ts';
import { fixed } from '../../../report/numbers.ts';
import type { Head } from '../json.ts';

const MOST_NAMED = 12;
const MOST_LINES = 6;

/**
 * A line a category whose weights were found rather than given, the top of the framework first: `weights
 * found: strategy 0.400 and …`; where each country has its own, the means.
 */
export function weightLines(result: Result): string[] {
  const found = topDown([result.framework]).filter((category) => isFound(result, category));
  const label =
    result.countryWeights === null ? 'weights found' : 'weights found for each country, mean shares';
  const lines = found.slice(0, MOST_LINES).map((category) => {
    const below = category.code === result.framework.code ? '' : ` under ${category.code}`;
    return `${label}${below}: ${weightTexts(result, category)}`;
  });
  const hidden = found.length - lines.length;
  if (hidden > 0)
    lines.push(
      `${label} under ${count(hidden, 'more category', 'more categories')}: --format json tells all`,
    );
  return lines;
}

/** Whether a method worked out how the children of a category are weighted. */
function isFound({ recipe, edition }: Result, { children }: Category): boolean {
  const { finds } = entryOf<Weighting>(weightings, recipe.weights);
  const codes = children.map(({ code }) => code);
  return codes.length > 1 && finds?.({ codes }, recipe.weights, edition.weightSets) === true;
}

/** The children with their weights, the heaviest first. */
function weightTexts({ weights }: Result, { children }: Category): string {
  const heaviestFirst = children
    .map(({ code }) => ({ code, weight: of(weights, code) }))
    .toSorted((a, b) => b.weight - a.weight);
  return list(
    heaviestFirst.map(({ code, weight }) => `${code} ${fixed(weight, 3)}`),
    MOST_NAMED,
  );
}

/** The categories level by level. */
function topDown(level: readonly Category[]): Category[] {
  if (level.length === 0) return [];
  const next = level.flatMap(({ children }) => children.filter((child) => child.kind === 'category'));
  return [...level, ...topDown(next)];
}

/** A country's own shares, by code, null of what takes no part; nothing where all have the same weights. */
export function ownWeightsJson(
  { countryWeights }: Result,
  row: number,
): { readonly weights?: Readonly<Record<string, number | null>> } {
  if (countryWeights === null) return {};
  return {
    weights: Object.fromEntries([...countryWeights].map(([code, column]) => [code, at(column, row)])),
  };
}

/** Every node's weight among its siblings, and in the whole index. */
export function weightsJson({ framework, weights }: Result): Head['weights'] {
  const below = ({ children }: Category, above: number): [string, Head['weights'][string]][] =>
    children.flatMap((child) => {
      const local = of(weights, child.code);
      const effective = above * local;
      const inner = child.kind === 'category' ? below(child, effective) : [];
      return [[child.code, { local, effective }], ...inner];
    });
  return Object.fromEntries(below(framework, 1));
}
