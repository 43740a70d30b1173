// index.json or index.yaml: what an edition says about itself, its scales of ratings, and its recipe as far
// as it is written.
import type { PartialRecipe } from '../../../methods/steps.ts';
import type { About, Scale } from '../../../model/edition.ts';
import type { FilePlace, Problem } from '../../../model/problem.ts';
import type { StepName } from '../../../model/recipe.ts';
import { evenScale } from '../../cells/scales.ts';
import type { SourceFile } from '../../files/files.ts';
import { readStructured } from '../../files/structured.ts';
import { FileComplaints } from '../file-complaints.ts';
import { readRecipe } from '../recipe.ts';
import { readEntries } from './entries.ts';

export interface Settings {
  readonly about: About;
  readonly scales: readonly Scale[];
  readonly recipe: PartialRecipe;
  /** Where a step of the recipe stands; where the recipe does, if it has no such step. */
  placeOfStep(step: StepName): Promise<FilePlace>;
}

/** Reads the file; problems are added to the list, and what could be read is given. */
export async function readSettings(
  file: SourceFile,
  fallbackTitle: string,
  problems: Problem[],
): Promise<Settings> {
  const structured = await readStructured(file);
  const complaints = new FileComplaints();
  const written = readEntries(structured.value, complaints.under());
  const recipe = readRecipe(written.recipe ?? {}, complaints.under('recipe'));
  problems.push(...(await complaints.problems(structured)));
  return {
    about: {
      title: written.name ?? fallbackTitle,
      year: written.year ?? null,
      description: written.description ?? '',
      sources: written.sources ?? [],
      licence: written.licence ?? '',
      facts: written.facts ?? '',
      ours: written.ours ?? '',
      illustrative: written.illustrative ?? null,
    },
    scales: Object.entries(written.scales ?? {}).map(([name, ratings]) => readScale(name, ratings)),
    recipe,
    placeOfStep: async (step) => structured.place(['recipe', step]),
  };
}

/** Ratings in a list are spaced evenly, from 0 up; ratings with numbers have those. */
export function readScale(
  name: string,
  ratings: readonly string[] | Readonly<Record<string, number>>,
): Scale {
  if (isList(ratings)) return evenScale(name, ...ratings);
  const pairs = Object.entries(ratings).map(([word, value]) => ({ word, value }));
  return { name, ratings: pairs.toSorted((a, b) => a.value - b.value) };
}

function isList(ratings: readonly string[] | Readonly<Record<string, number>>): ratings is readonly string[] {
  return Array.isArray(ratings);
}
