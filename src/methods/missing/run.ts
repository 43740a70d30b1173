// Missing scores that the recipe does not allow, as problems, and countries that have too few for a rank.
import { at, of } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import { nameOf, subjectOf, type Country } from '../../model/edition.ts';
import type { Indicator } from '../../model/framework.ts';
import type { Problem } from '../../model/problem.ts';
import type { Recipe } from '../../model/recipe.ts';
import { entryOf } from '../../model/registry.ts';
import type { ResultRow } from '../../model/rows.ts';
import { weightings, type Weighting } from '../weight/table.ts';
import { missingRules, type MissingRule } from './table.ts';

/**
 * One problem for each missing score of an indicator with a weight, if the rule refuses them, or the
 * weighting cannot do without. `years` are those that are ranked, null for all: only a weighting that
 * measures every country by all the others needs the scores of others too.
 */
export function findMissing(
  leaves: readonly Indicator[],
  columns: ReadonlyMap<string, Column>,
  countries: readonly Country[],
  { missing: rule, weights }: Pick<Recipe, 'missing' | 'weights'>,
  weighted: ReadonlySet<string>,
  years: ReadonlySet<number> | null,
): Problem[] {
  const isRefused = entryOf<MissingRule>(missingRules, rule).refuses;
  const isNeeded = entryOf<Weighting>(weightings, weights).perCountry === true;
  if (!isRefused && !isNeeded) return [];
  const counts = ({ year }: Country) => isNeeded || years === null || (year !== null && years.has(year));
  return leaves
    .filter(({ code }) => weighted.has(code))
    .flatMap(({ code }) =>
      of(columns, code).flatMap((score, row) =>
        score === null && counts(at(countries, row))
          ? [missing(at(countries, row), code, isNeeded ? weights.method : null)]
          : [],
      ),
    );
}

/** A warning for each country that has no index, of those in these rows. */
export function findUnranked(
  countries: readonly Country[],
  index: Column,
  rows: readonly ResultRow[],
): Problem[] {
  return rows.filter((row) => at(index, row) === null).map((row) => unranked(at(countries, row)));
}

/** `weighting` is the one that needs complete scores, if it does. */
function missing(country: Country, code: string, weighting: string | null): Problem {
  return {
    code: 'scores/missing',
    severity: 'error',
    what: `${nameOf(country)} has no score for "${code}"`,
    ...subjectOf(country),
    indicator: code,
    ...(weighting === null ? refused : needed(weighting)),
  };
}

const refused = {
  why: 'missing scores are never ignored silently',
  fix: 'fill it in, leave out the country or the indicator with --select without:…, or use --missing skip',
};

function needed(weighting: string) {
  return {
    why: `the weighting "${weighting}" compares each country with all others, so it needs all scores`,
    fix:
      'fill it in, impute it with --impute median, or leave out the country or the indicator with ' +
      '--select without:…',
  };
}

function unranked(country: Country): Problem {
  return {
    code: 'scores/unranked',
    severity: 'warning',
    ...subjectOf(country),
    what: `${nameOf(country)} has too few scores to be ranked`,
    fix:
      'fill in its scores, require fewer of them with --missing skip:0.3, or leave out the country ' +
      'with --select without:…',
  };
}
