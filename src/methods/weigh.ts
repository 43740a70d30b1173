// Runs the weighting: finds the weights of one category's children, and says what keeps it from doing so.
import type { Column } from '../math/column.ts';
import { sum } from '../math/stats.ts';
import { magnitude } from '../math/vector.ts';
import type { Country } from '../model/edition.ts';
import type { Category, FrameworkNode } from '../model/framework.ts';
import { ProblemsError, throwErrors, type Problem } from '../model/problem.ts';
import { entryOf, type Choice } from '../model/registry.ts';
import { list } from '../model/words.ts';
import { outOfDomain } from './domain.ts';
import { weightings, type Siblings, type Weighting, type WeightSets } from './weight.ts';

/** The weights of a category's children among themselves, summing to 1. `columns` are their scores. */
export function weigh(category: Category, columns: readonly Column[], choice: Choice, sets: WeightSets, countries: readonly Country[]): number[] {
  const { children } = category;
  const entry = entryOf<Weighting>(weightings, choice);
  const counting = [...children.keys()].filter((i) => entry.usesData !== true || (children[i]?.weight ?? 0) > 0);
  const siblings = siblingsOf(counting.flatMap((i) => children[i] ?? []), counting.map((i) => columns[i] ?? []));
  const found = entry.usesData === true && counting.length === 1 ? [1] : find(entry, siblings, category, choice, sets, countries);
  if (!found.every(Number.isFinite)) throw new ProblemsError([notFinite(category, choice)]);
  // Their sum may be too large to be represented though they are not.
  const unit = Number.isFinite(sum(found)) ? 1 : magnitude(found);
  const total = sum(found.map((weight) => weight / unit));
  if (!(total > 0)) throw new ProblemsError([entry.usesData === true && counting.length > 0 ? nothingFound(category, siblings, choice) : allZero(category)]);
  return children.map((_, i) => (counting.includes(i) ? (found[counting.indexOf(i)] ?? Number.NaN) / unit / total : 0));
}

function siblingsOf(children: readonly FrameworkNode[], columns: readonly Column[]): Siblings {
  return { codes: children.map(({ code }) => code), given: children.map(({ weight }) => weight), columns };
}

function find(
  entry: Weighting, siblings: Siblings, category: Category, choice: Choice, sets: WeightSets, countries: readonly Country[],
): readonly number[] {
  const { domain } = entry;
  if (domain !== undefined) {
    throwErrors(siblings.codes.flatMap((code, i) => {
      const asked = { code, column: siblings.columns[i] ?? [], countries, noun: 'normalised score' as const, method: choice.method, whom: `the weighting "${choice.method}" of "${category.code}"` };
      return outOfDomain(asked, domain, (score) => domain.accepts(score, choice));
    }));
  }
  throwErrors((entry.faults?.(siblings) ?? []).map((fault): Problem => ({
    ...fault, severity: 'error', step: 'weights', what: `the weighting "${choice.method}" finds no weights under "${category.code}": ${fault.what}`,
  })));
  return entry.apply(siblings, choice, sets);
}

function allZero({ code, children }: Category): Problem {
  return {
    code: 'weights/all-zero', severity: 'error', step: 'weights',
    what: `all weights under "${code}" are zero: ${list(children.map((child) => child.code), 8)}`,
    fix: 'give at least one of them a weight above 0',
  };
}

function nothingFound({ code }: Category, { codes }: Siblings, { method }: Choice): Problem {
  return {
    code: 'weights/all-zero', severity: 'error', step: 'weights',
    what: `all weights that "${method}" finds under "${code}" are zero: ${list(codes, 8)}`,
    why: 'by its measure none of them tells countries apart, or tells anything that the others do not', fix: 'take another weighting, such as --weights equal',
  };
}

function notFinite({ code }: Category, { method }: Choice): Problem {
  return {
    code: 'recipe/not-finite', severity: 'error', step: 'weights',
    what: `a weight that "${method}" finds under "${code}" is too large to be represented`, fix: 'normalise the scores to one range, as with --normalise minmax',
  };
}
