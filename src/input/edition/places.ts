// Where a problem stands that was found in what the files say, and not in their text.
import { at } from '../../math/at.ts';
import { subjectOf, type Edition } from '../../model/edition.ts';
import { indicators } from '../../model/framework.ts';
import type { Place, Problem } from '../../model/problem.ts';
import type { StepName } from '../../model/recipe.ts';
import { editionRows } from '../../model/rows.ts';

export type PlaceOfStep = (step: StepName) => Promise<Place | undefined>;

/**
 * A problem of a step stands where the step was written, one of a score in its cell, one of a country in its
 * row.
 */
export function placing(edition: Edition, placeOfStep: PlaceOfStep): (problem: Problem) => Promise<Problem> {
  const rows = new Map(
    editionRows(edition.countries).map((row) => [keyOf(subjectOf(at(edition.countries, row))), row]),
  );
  return async (problem) => {
    if (problem.place !== undefined) return problem;
    const leaf = indicators(edition.framework).find(({ code }) => code === problem.indicator);
    const place =
      problem.step === undefined
        ? edition.placeOf?.(leaf?.column ?? null, rows.get(keyOf(problem)) ?? null)
        : await placeOfStep(problem.step);
    return place === undefined ? problem : { ...problem, place };
  };
}

function keyOf({ country, year }: { readonly country?: string; readonly year?: number }): string {
  return `${country ?? ''} ${year ?? ''}`;
}
