// Which countries are compared: those that were named, if they can be.
import { at } from '../../math/at.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { nameAt } from '../shared/countries.ts';
import { findRow, inRankOrder } from '../shared/rows.ts';

/** The rows of the countries that are named, in rank order. */
export async function readCountries(result: Result, terms: readonly string[]): Promise<ResultRow[]> {
  const named = await Promise.all(
    terms.map(async (term) => ({ term, row: await findRow(result, term, 'compare China Russia') })),
  );
  const problems = named.flatMap((one, i) => problemOf(result, one, named.slice(0, i)) ?? []);
  if (problems.length > 0) throw new ProblemsError(problems);
  return inRankOrder(
    result.ranks,
    result.countries,
    named.map(({ row }) => row),
  );
}

interface Named {
  readonly term: string;
  readonly row: ResultRow;
}

/** Why a country cannot be compared with those that were named before it. */
function problemOf(result: Result, { term, row }: Named, before: readonly Named[]): Problem | null {
  const same = before.find((other) => other.row === row);
  if (same !== undefined)
    return refusal(
      term,
      'usage/bad-arguments',
      `"${term}" is the same country as "${same.term}"`,
      'name each country once',
    );
  if (at(result.index, row) === null)
    return refusal(
      term,
      'usage/not-comparable',
      `${nameAt(result, row)} has no index, because too few of its scores are known`,
      `leave it out; cyberpower explain ${term} shows its scores`,
    );
  const [first = { row }] = before;
  const [year, yearOfFirst] = [at(result.countries, row).year, at(result.countries, first.row).year];
  if (year === yearOfFirst || result.shown.year === 'latest') return null;
  return refusal(
    term,
    'usage/not-comparable',
    `the latest row of ${nameAt(result, row)} is of ${year ?? 'no year'}, that of ` +
      `${nameAt(result, first.row)} of ${yearOfFirst ?? 'no year'}`,
    'compare countries that have rows for the same year',
  );
}

export function tooFew([term]: readonly string[]): ProblemsError {
  return new ProblemsError([
    refusal(
      term ?? 'compare',
      'usage/bad-arguments',
      term === undefined ? 'name the countries to compare' : 'compare needs at least two countries',
      'name two or more: cyberpower compare China Russia',
    ),
  ]);
}

function refusal(argument: string, code: Problem['code'], what: string, fix: string): Problem {
  return { code, severity: 'error', place: { argument }, value: argument, what, fix };
}
