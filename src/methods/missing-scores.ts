// Missing scores that the recipe does not allow, as problems.
import type { Column } from '../math/column.ts';
import { nameOf, subjectOf, type Country } from '../model/edition.ts';
import type { Indicator } from '../model/framework.ts';
import type { Problem } from '../model/problem.ts';
import { entryOf, type Choice } from '../model/registry.ts';
import { missingRules, type MissingRule } from './missing.ts';

/** One problem for each missing score of an indicator that counts, if the rule refuses them. */
export function findMissing(
  leaves: readonly Indicator[], columns: ReadonlyMap<string, Column>, countries: readonly Country[], rule: Choice, counting: ReadonlySet<string>,
): Problem[] {
  if (!entryOf<MissingRule>(missingRules, rule).refuses) return [];
  return leaves.filter(({ code }) => counting.has(code)).flatMap(({ code }) => (columns.get(code) ?? []).flatMap((score, row): Problem[] => {
    const country = countries[row];
    return score !== null || country === undefined ? [] : [missing(country, code)];
  }));
}

function missing(country: Country, code: string): Problem {
  return {
    code: 'scores/missing',
    severity: 'error',
    what: `${nameOf(country)} has no score for "${code}"`,
    ...subjectOf(country),
    indicator: code,
    why: 'an index is never built from a missing score in silence',
    fix: 'fill it in, leave the country or the indicator out with --select without:…, or pass --missing skip',
  };
}
