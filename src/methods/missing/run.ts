// Missing scores that the recipe does not allow, as problems.
import type { Column } from '../../math/statistics/column.ts';
import { nameOf, subjectOf, type Country } from '../../model/edition.ts';
import type { Indicator } from '../../model/framework.ts';
import type { Problem } from '../../model/problem.ts';
import type { Recipe } from '../../model/recipe.ts';
import { entryOf } from '../../model/registry.ts';
import { missingRules, type MissingRule } from './table.ts';
import { weightings, type Weighting } from '../weight/table.ts';

/**
 * One problem for each missing score of an indicator that counts, if the rule refuses them, or the weighting
 * cannot do without.
 */
export function findMissing(
  leaves: readonly Indicator[],
  columns: ReadonlyMap<string, Column>,
  countries: readonly Country[],
  { missing: rule, weights }: Pick<Recipe, 'missing' | 'weights'>,
  counting: ReadonlySet<string>,
): Problem[] {
  const isRefused = entryOf<MissingRule>(missingRules, rule).refuses;
  const isNeeded = entryOf<Weighting>(weightings, weights).perCountry === true;
  if (!isRefused && !isNeeded) return [];
  return leaves
    .filter(({ code }) => counting.has(code))
    .flatMap(({ code }) =>
      (columns.get(code) ?? []).flatMap((score, row): Problem[] => {
        const country = countries[row];
        return score !== null || country === undefined
          ? []
          : [missing(country, code, isNeeded ? weights.method : null)];
      }),
    );
}

/** `weighting` is that which needs complete scores, if it does. */
function missing(country: Country, code: string, weighting: string | null): Problem {
  return {
    code: 'scores/missing',
    severity: 'error',
    what: `${nameOf(country)} has no score for "${code}"`,
    ...subjectOf(country),
    indicator: code,
    ...(weighting === null
      ? {
          why: 'an index is never built from a missing score in silence',
          fix:
            'fill it in, leave the country or the indicator out with --select without:…, or pass ' +
            '--missing skip',
        }
      : {
          why:
            `the weighting "${weighting}" measures every country by all the others, and needs all of their ` +
            'scores',
          fix:
            'fill it in, or have it done with --impute median, or leave the country or the indicator out ' +
            'with --select without:…',
        }),
  };
}
