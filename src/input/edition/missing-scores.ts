// Missing scores that the recipe refuses, found before anything is computed.
import { at, of } from '../../math/at.ts';
import { weightedIndicators } from '../../methods/levels.ts';
import { findMissing } from '../../methods/missing/run.ts';
import { imputations } from '../../methods/impute/table.ts';
import { screenings } from '../../methods/screen/table.ts';
import { select } from '../../methods/select/run.ts';
import type { Edition } from '../../model/edition.ts';
import { indicators } from '../../model/framework.ts';
import { isIdentity } from '../../model/registry.ts';
import { isError, ProblemsError, type Problem } from '../../model/problem.ts';

/** Missing scores that the recipe refuses, among what it selects. */
export function missingScores(edition: Edition): readonly Problem[] {
  try {
    return findAmongSelected(edition);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}

function findAmongSelected(edition: Edition): readonly Problem[] {
  const { recipe, columns, scales, countries, weightSets } = edition;
  const { framework, rows, years } = select(edition, recipe.select);
  // What a step may drop or fill in is not missing yet.
  if (!isIdentity(screenings, recipe.screen)) return [];
  const leaves = indicators(framework).filter(
    ({ column, scale, impute }) =>
      columns.has(column) &&
      (scale === null || scales.some(({ name }) => name === scale)) &&
      isIdentity(imputations, impute ?? recipe.impute),
  );
  const selected = leaves.map(({ code, column }) => {
    const scores = of(columns, column);
    return [code, rows.map((row) => at(scores, row))] as const;
  });
  return findMissing(
    leaves,
    new Map(selected),
    rows.map((row) => at(countries, row)),
    recipe,
    weightedIndicators(framework, recipe.weights, weightSets),
    years,
  );
}

/** A cell that could not be read is reported as that, not as missing too. */
export function notReportedYet(found: readonly Problem[], problems: readonly Problem[]): Problem[] {
  const textOf = ({ place }: Problem) => JSON.stringify(place);
  const reported = new Set(problems.filter(isError).map(textOf));
  return found.filter((problem) => problem.place === undefined || !reported.has(textOf(problem)));
}
