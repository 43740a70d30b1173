// Runs a weighting: finds the weights of one category's children, for all countries or for each, and says
// what keeps it from doing so.
import type { Column } from '../../math/statistics/column.ts';
import { at } from '../../math/at.ts';
import { mean, sum } from '../../math/statistics/stats.ts';
import { magnitude } from '../../math/linear/vector.ts';
import { nameOf, subjectOf, type Country } from '../../model/edition.ts';
import { categoriesBottomUp, type Category } from '../../model/framework.ts';
import { ProblemsError, throwErrors, type Problem } from '../../model/problem.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import { count, list } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import { misfits, outOfDomain } from '../domain.ts';
import { weightings, type Siblings, type Weighting, type WeightSets } from './table.ts';
import type { OwnWeights, ShareRange } from './siblings.ts';

/** The weights of a category's children among themselves, summing to 1. */
export interface Weighed {
  /** Where each country has its own, the mean of their shares. */
  readonly weights: readonly number[];
  /** What comes of weights of its own for each country; null where all have the same. */
  readonly own: { readonly values: Column; readonly shares: readonly Column[] } | null;
}

/** Weighs a category's children by their scores, `columns`. */
export function weigh(
  category: Category,
  columns: readonly Column[],
  choice: Choice,
  sets: WeightSets,
  countries: readonly Country[],
): Weighed {
  const entry = entryOf<Weighting>(weightings, choice);
  const { weighted, siblings } = siblingsOf(category, columns, entry);
  if (weighted.length === 0) throw new ProblemsError([allZero(category)]);
  /** What is known of each child that takes part, put where all children stand. */
  const among = <Value>(ofWeighted: readonly Value[], ofOthers: Value): Value[] => {
    const all = category.children.map(() => ofOthers);
    for (const [i, place] of weighted.entries()) all[place] = at(ofWeighted, i);
    return all;
  };
  if (entry.perCountry === true) {
    check(entry, siblings, category, choice, countries);
    const own = entry.apply(siblings, choice);
    const shares = siblings.codes.map((_, i) => own.map((one) => one?.shares[i] ?? null));
    return {
      weights: among(sharesOf(meanShares(own, siblings), entry, category, choice, siblings), 0),
      own: {
        values: own.map((one) => one?.value ?? null),
        shares: among(
          shares,
          own.map(() => null),
        ),
      },
    };
  }
  // What takes part alone has all the weight, whatever the data say.
  if (entry.usesData === true && weighted.length === 1) return { weights: among([1], 0), own: null };
  check(entry, siblings, category, choice, countries);
  const found = entry.apply(siblings, choice, sets);
  return { weights: among(sharesOf(found, entry, category, choice, siblings), 0), own: null };
}

/** Weights as shares of their sum; throws where they are not finite, or all zero. */
function sharesOf(
  found: readonly number[],
  { usesData }: Weighting,
  category: Category,
  choice: Choice,
  siblings: Siblings,
): number[] {
  if (!found.every(Number.isFinite)) throw new ProblemsError([notFinite(category, choice)]);
  // Their sum may be too large to be represented though they are not.
  const unit = Number.isFinite(sum(found)) ? 1 : magnitude(found);
  const total = sum(found.map((weight) => weight / unit));
  if (!(total > 0))
    throw new ProblemsError([
      usesData === true ? nothingFound(category, siblings, choice) : allZero(category),
    ]);
  return found.map((weight) => weight / unit / total);
}

/** The mean over all countries of each sibling's shares; the same for all where no country has any. */
function meanShares(own: readonly (OwnWeights | null)[], { codes }: Siblings): readonly number[] {
  const there = own.flatMap((one) => one ?? []);
  return codes.map((_, i) => (there.length === 0 ? 1 : mean(there.map(({ shares }) => at(shares, i)))));
}

/** One country's value by weights of its own, whatever the scores: 0 where there is nothing to weigh. */
export function weighOne(
  category: Category,
  columns: readonly Column[],
  choice: Choice,
  row: number,
): number | null {
  const entry = entryOf<Weighting>(weightings, choice);
  if (entry.perCountry !== true)
    throw new Error(`the weighting "${choice.method}" gives no country weights of its own`);
  return entry.valueOf(siblingsOf(category, columns, entry).siblings, choice, row);
}

/**
 * For each child of a category how far its share may go in each of some rows, where every country has weights
 * of its own; null for a child that takes no part, and for a country without a value.
 */
export function rangesBelow(
  category: Category,
  columns: readonly Column[],
  choice: Choice,
  rows: readonly ResultRow[],
): readonly (readonly (ShareRange | null)[])[] {
  const entry = entryOf<Weighting>(weightings, choice);
  if (entry.perCountry !== true)
    throw new Error(`the weighting "${choice.method}" gives no country weights of its own`);
  const { weighted, siblings } = siblingsOf(category, columns, entry);
  const ranges = entry.rangesOf(siblings, choice, rows);
  return category.children.map((_, child) => {
    const place = weighted.indexOf(child);
    return ranges.map((one) => (one === null || place === -1 ? null : at(one, place)));
  });
}

/** What is worth knowing of the weights that were found for a category's children; null if nothing is. */
export function noteOn(category: Category, columns: readonly Column[], choice: Choice): string | null {
  const entry = entryOf<Weighting>(weightings, choice);
  const { weighted, siblings } = siblingsOf(category, columns, entry);
  return weighted.length < 2 ? null : (entry.tells?.(siblings, choice) ?? null);
}

/** Categories whose weights are found from so few countries that they are mostly chance. */
export function fewCountries(framework: Category, choice: Choice, countries: number): Problem[] {
  const { leastCountries, usesData } = entryOf<Weighting>(weightings, choice);
  if (leastCountries === undefined) return [];
  return categoriesBottomUp(framework).flatMap((category): Problem[] => {
    const siblings = category.children.filter(({ weight }) => usesData !== true || weight > 0).length;
    if (siblings < 2 || countries >= leastCountries * siblings) return [];
    const under = category === framework ? '' : ` under "${category.code}"`;
    return [
      {
        code: 'weights/few-countries',
        severity: 'warning',
        step: 'weights',
        what:
          `"${choice.method}" has ${count(countries, 'country', 'countries')} for ${siblings} indicators ` +
          `or categories${under}`,
        why: `with fewer than ${leastCountries} countries per indicator, its weights are mostly chance`,
        fix: 'use --weights equal, or fewer indicators',
      },
    ];
  });
}

/** The children that take part. */
function siblingsOf(
  { children }: Category,
  columns: readonly Column[],
  { usesData }: Weighting,
): { weighted: readonly number[]; siblings: Siblings } {
  const weighted = [...children.keys()].filter((i) => usesData !== true || (children[i]?.weight ?? 0) > 0);
  const nodes = weighted.map((i) => at(children, i));
  return {
    weighted,
    siblings: {
      codes: nodes.map(({ code }) => code),
      given: nodes.map(({ weight }) => weight),
      columns: weighted.map((i) => columns[i] ?? []),
    },
  };
}

/** Throws what the weighting cannot take of these siblings. */
function check(
  entry: Weighting,
  siblings: Siblings,
  category: Category,
  choice: Choice,
  countries: readonly Country[],
): void {
  const { domain } = entry;
  if (domain !== undefined) {
    const found = siblings.codes.flatMap((code, i) => {
      const asked = {
        code,
        column: siblings.columns[i] ?? [],
        countries,
        noun: 'normalised score' as const,
        method: choice.method,
        whom: `the weighting "${choice.method}" of "${category.code}"`,
      };
      return misfits(asked, domain, (score) => domain.accepts(score, choice));
    });
    throwErrors(outOfDomain(found));
  }
  throwErrors(
    (entry.faults?.(siblings, choice) ?? []).map(({ row, ...fault }): Problem => {
      const country = row === undefined ? undefined : countries[row];
      const whom = country === undefined ? '' : ` for ${nameOf(country)}`;
      // One of a country stands in its row, one of the method where that was asked for.
      return {
        ...fault,
        severity: 'error',
        ...(country === undefined ? { step: 'weights' } : subjectOf(country)),
        what:
          `the weighting "${choice.method}" finds no weights under ` +
          `"${category.code}"${whom}: ${fault.what}`,
      };
    }),
  );
}

function allZero({ code, children }: Category): Problem {
  return {
    code: 'weights/all-zero',
    severity: 'error',
    step: 'weights',
    what: `all weights under "${code}" are 0: ${list(
      children.map((child) => child.code),
      8,
    )}`,
    fix: 'give at least one of them a weight above 0',
  };
}

function nothingFound({ code }: Category, { codes }: Siblings, { method }: Choice): Problem {
  return {
    code: 'weights/all-zero',
    severity: 'error',
    step: 'weights',
    what: `"${method}" gives weight 0 to all of "${code}": ${list(codes, 8)}`,
    why: 'by its measure, none of them separates countries or adds anything to the others',
    fix: 'use another weighting, such as --weights equal',
  };
}

function notFinite({ code }: Category, { method }: Choice): Problem {
  return {
    code: 'recipe/not-finite',
    severity: 'error',
    step: 'weights',
    what: `"${method}" finds a weight under "${code}" that is too large`,
    fix: 'normalise the scores to one range, as with --normalise minmax',
  };
}
