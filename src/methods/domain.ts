// Scores that a method cannot take, told in the same words for all methods.
import { at } from '../math/at.ts';
import type { Column } from '../math/statistics/column.ts';
import { range } from '../math/statistics/stats.ts';
import { nameOf, subjectOf, type Country } from '../model/edition.ts';
import type { Problem } from '../model/problem.ts';
import type { Domain } from '../model/registry.ts';
import { possessive } from '../model/words.ts';

/**
 * Of so many scores each is a problem of its own; where there are more, it is the method that does not fit.
 */
const MOST_EACH = 3;

/** Whose scores they are, and the method that is to take them. */
export interface ScoresForMethod {
  readonly code: string;
  readonly column: Column;
  readonly countries: readonly Country[];
  /** `score`, or `normalised score`, which is shown to six digits. */
  readonly noun: 'score' | 'normalised score';
  /** The method's name, and the method as it stands in a sentence. */
  readonly method: string;
  readonly whom: string;
}

/** A score that a method cannot take. */
export interface Misfit extends Omit<ScoresForMethod, 'column' | 'countries'> {
  readonly domain: Domain;
  readonly row: number;
  readonly country: Country;
  readonly score: number;
}

/** The scores that are there and that the domain does not accept. */
export function misfits(
  { column, countries, ...asked }: ScoresForMethod,
  domain: Domain,
  accepts: (score: number) => boolean,
): Misfit[] {
  return column.flatMap((score, row) =>
    score === null || accepts(score) ? [] : [{ ...asked, domain, row, country: at(countries, row), score }],
  );
}

/** One problem for each score, or one for all that the same method cannot take if they are many. */
export function outOfDomain(found: readonly Misfit[]): Problem[] {
  const byMethod = new Map<string, Misfit[]>();
  for (const misfit of found) {
    const { whom } = misfit;
    const others = byMethod.get(whom);
    if (others === undefined) byMethod.set(whom, [misfit]);
    else others.push(misfit);
  }
  return [...byMethod.values()].flatMap((same) =>
    same.length > MOST_EACH ? [ofMany(same)] : same.map((misfit) => ofOne(misfit)),
  );
}

function ofOne(misfit: Misfit): Problem {
  const { country, noun, code, whom } = misfit;
  return {
    ...problemAt(misfit),
    what:
      `${possessive(nameOf(country))} ${noun} for "${code}" is ${shown(misfit)}, ` +
      `which ${whom} does not accept`,
  };
}

function ofMany(found: readonly Misfit[]): Problem {
  const first = found.reduce((least, one) => (one.row < least.row ? one : least));
  const { low, high } = range(found.map(shown));
  const values = low === high ? String(low) : `from ${low} to ${high}`;
  return {
    ...problemAt(first),
    what:
      `${found.length} ${first.noun}s are ${values}, which ${first.whom} does not accept, ` +
      `such as ${possessive(nameOf(first.country))} "${first.code}"`,
  };
}

function shown({ noun, score }: Misfit): number {
  return noun === 'score' ? score : Number(score.toPrecision(6));
}

function problemAt({ country, code, score, method, domain }: Misfit): Omit<Problem, 'what'> {
  return {
    code: 'recipe/out-of-domain',
    severity: 'error',
    ...subjectOf(country),
    indicator: code,
    value: String(score),
    why: `"${method}" needs ${domain.needs}`,
    fix: domain.remedy,
  };
}
