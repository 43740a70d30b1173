// Scores that a method cannot take, told in the same words for all methods.
import { at } from '../math/at.ts';
import type { Column } from '../math/statistics/column.ts';
import { nameOf, subjectOf, type Country } from '../model/edition.ts';
import type { Problem } from '../model/problem.ts';
import type { Domain } from '../model/registry.ts';

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

/** One problem for each score that is there and that the domain does not accept. */
export function outOfDomain(
  { code, column, countries, noun, method, whom }: ScoresForMethod,
  { needs, remedy }: Domain,
  accepts: (score: number) => boolean,
): Problem[] {
  return column.flatMap((score, row): Problem[] => {
    if (score === null || accepts(score)) return [];
    const country = at(countries, row);
    const shown = noun === 'score' ? score : Number(score.toPrecision(6));
    return [
      {
        code: 'recipe/out-of-domain',
        severity: 'error',
        ...subjectOf(country),
        indicator: code,
        value: String(score),
        what: `${nameOf(country)}'s ${noun} for "${code}" is ${shown}, which ${whom} cannot take`,
        why: `"${method}" needs ${needs}`,
        fix: remedy,
      },
    ];
  });
}
