// The weights of a result: those that a method worked out in words, all of them as data.
import { of } from '../../../math/at.ts';
import { noteOn } from '../../../methods/weight/run.ts';
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
 * found: strategy 0.400 and …`. Where each country has its own, a line that says where they are told.
 */
export function weightLines(result: Result): string[] {
  const found = topDown([result.framework]).filter((category) => isFound(result, category));
  if (result.countryWeights !== null && found.length > 0)
    return ['weights: each country has the weights that are best for it; explain COUNTRY shows its shares'];
  const lines = found.slice(0, MOST_LINES).map((category) => lineOf(result, category));
  const hidden = found.length - lines.length;
  if (hidden > 0)
    lines.push(`weights found under ${count(hidden, 'more category', 'more categories')}: see --format json`);
  return lines;
}

/** The weights below a category, and what their method tells of them. */
function lineOf(result: Result, category: Category): string {
  const below = category.code === result.framework.code ? '' : ` under ${category.code}`;
  const columns = category.children.map(({ code }) => of(result.scores, code));
  const note = noteOn(category, columns, result.recipe.weights);
  return `weights found${below}: ${weightTexts(result, category)}${note === null ? '' : `; ${note}`}`;
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

/** Every node's weight among its siblings, and in the whole index; null where each country has its own. */
export function weightsJson({ framework, weights, countryWeights }: Result): Head['weights'] {
  if (countryWeights !== null) return null;
  const below = ({ children }: Category, above: number): [string, NonNullable<Head['weights']>[string]][] =>
    children.flatMap((child) => {
      const local = of(weights, child.code);
      const effective = above * local;
      const inner = child.kind === 'category' ? below(child, effective) : [];
      return [[child.code, { local, effective }], ...inner];
    });
  return Object.fromEntries(below(framework, 1));
}
