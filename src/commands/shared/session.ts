// What most commands begin with: the edition that was asked for, loaded with the options' recipe, and its
// index built.
import { DEFAULT_EDITION, loadEdition } from '../../input/edition/load.ts';
import { readRecipeFile, type RecipeFile } from '../../input/options/recipe-file.ts';
import { readRecipe } from '../../input/options/recipe.ts';
import { exists, fingerprints } from '../../input/files/files.ts';
import { present } from '../../math/statistics/column.ts';
import { range } from '../../math/statistics/stats.ts';
import { build } from '../../methods/build.ts';
import { stepNames, type PartialRecipe } from '../../methods/steps.ts';
import { weightedIndicators } from '../../methods/levels.ts';
import { nameOf, type Edition } from '../../model/edition.ts';
import { ProblemsError, throwErrors, type Problem } from '../../model/problem.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Result } from '../../model/result.ts';
import { list } from '../../model/words.ts';
import type { Call } from '../command.ts';
import { changeLines, changesJson } from './changes.ts';
import type { Head } from './json.ts';
import { readDecimal } from './options.ts';
import { ownMethodsJson, recipeLine } from './recipe.ts';
import { weightLines, weightsJson } from './weights.ts';

export interface Session {
  readonly edition: Edition;
  readonly result: Result;
  readonly problems: readonly Problem[];
  /** What published.csv says, where a command asked for it. */
  readonly published: readonly PublishedRow[] | null;
  /**
   * Does some work on the result; what it finds wrong is told with its place in the files or on the command
   * line.
   */
  withPlaces<Found>(work: () => Found): Promise<Found>;
}

/** Loads and builds; says warnings and notes, throws all errors. */
export async function open(
  call: Call,
  name: string | undefined,
  { published: isPublishedRead = false } = {},
): Promise<Session> {
  const notes: Problem[] = [];
  const { kept, id } = await asked(call, name, notes);
  const written = recipeOf(call.options);
  const { edition, problems, published, place } = await loadEdition(id, {
    recipe: { ...kept?.recipe, ...written },
    stdin: call.io.stdin,
    decimal: readDecimal(call.options),
    published: isPublishedRead,
    ...(kept?.overrides === undefined || kept.overrides === null || id !== kept.edition
      ? {}
      : { overrides: kept.overrides }),
    placeOfStep: async (step) =>
      kept === null || written[step] !== undefined ? { argument: `--${step}` } : kept.placeOfStep(step),
  });
  const withPlaces = async <Found>(work: () => Found): Promise<Found> => {
    try {
      return work();
    } catch (error) {
      throw error instanceof ProblemsError
        ? new ProblemsError(await Promise.all(error.problems.map(place)))
        : error;
    }
  };
  const result = await withPlaces(() => build(edition));
  const changed = kept === null ? [] : await changedInputs(kept, edition);
  const all = [...notes, ...changed, ...problems, ...(await Promise.all(result.warnings.map(place)))];
  call.say(all);
  return { edition, result, published, problems: all, withPlaces };
}

/** The files that are not what they were when a result was kept. */
async function changedInputs({ inputs }: RecipeFile, edition: Edition): Promise<Problem[]> {
  const now = inputs.length === 0 ? [] : await fingerprints(edition.inputs);
  return inputs.flatMap(({ path, sha256 }): Problem[] => {
    const same = now.find((input) => input.path === path);
    if (same === undefined || same.sha256 === sha256) return [];
    return [
      {
        code: 'recipe/changed-input',
        severity: 'warning',
        place: { file: path },
        what: 'the file has changed since the result was kept',
        why: `its SHA-256 is not ${sha256.slice(0, 12)}… any more`,
        fix: 'restore the file to get the same result, or keep the new one',
      },
    ];
  });
}

/** Which edition a call is about, as far as it can be told without reading it. */
export async function askedEdition(call: Call, name: string | undefined): Promise<string> {
  return (await asked(call, name, [])).id;
}

/** The result or recipe that --recipe names, and the edition that is named, by it or else. */
async function asked(
  { options }: Call,
  name: string | undefined,
  notes: Problem[],
): Promise<{ kept: RecipeFile | null; id: string }> {
  const kept = typeof options['recipe'] === 'string' ? await readRecipeFile(options['recipe']) : null;
  return { kept, id: name ?? kept?.edition ?? defaultEdition(notes) };
}

/** The edition in the current folder if there is one, else the bundled one, which is said. */
function defaultEdition(notes: Problem[]): string {
  if (exists('scores.csv')) return '.';
  notes.push({
    code: 'usage/default-edition',
    severity: 'note',
    what: `no edition named, so this is the bundled "${DEFAULT_EDITION}"`,
    fix: 'name a CSV file, an edition folder, or - for standard input',
  });
  return DEFAULT_EDITION;
}

/** The steps that the command line overrides. */
function recipeOf(options: Call['options']): PartialRecipe {
  const written = Object.fromEntries(
    [...stepNames, 'steps', 'vary'].flatMap((step) =>
      options[step] === undefined ? [] : [[step, options[step]]],
    ),
  );
  const problems: Problem[] = [];
  const recipe = readRecipe(written, (complaint, [step]) =>
    problems.push({ ...complaint, severity: 'error', place: { argument: `--${String(step)}` } }),
  );
  throwErrors(problems);
  return recipe;
}

/** The keys with which the JSON of every command about an edition begins. */
export async function jsonHead({ edition, result, problems }: Session): Promise<Head> {
  return {
    edition: edition.id,
    title: edition.about.title,
    ...(edition.about.illustrative === null ? {} : { illustrative: true }),
    recipe: result.recipe,
    overrides: ownMethodsJson(edition.framework),
    weights: weightsJson(result),
    changes: changesJson(result),
    inputs: await fingerprints(edition.inputs),
    // Which edition it is stands above, however it was named.
    problems: jsonProblems(problems.filter(({ code }) => code !== 'usage/default-edition')),
  };
}

/** Problems without the lines that they quote. */
export function jsonProblems(problems: readonly Problem[]): Head['problems'] {
  return problems.map(({ place, ...problem }) => ({
    ...problem,
    ...(place === undefined ? {} : { place: withoutText(place) }),
  }));
}

function withoutText(place: NonNullable<Problem['place']>): NonNullable<Head['problems'][number]['place']> {
  if ('argument' in place) return place;
  const { text: _, ...where } = place;
  return where;
}

/** Countries whose index was computed without some of their scores. */
function skippedOf({ stages, index, countries, recipe, framework, edition }: Result): string[] {
  const counting = weightedIndicators(framework, recipe.weights, edition.weightSets);
  const columns = [...(stages.at(-1)?.columns ?? [])]
    .filter(([code]) => counting.has(code))
    .map(([, column]) => column);
  const gaps = countries.flatMap((country, row) => {
    const missing = columns.filter((column) => (column[row] ?? null) === null).length;
    return missing === 0 || index[row] === null
      ? []
      : [`${nameOf(country)} (${missing} of ${columns.length})`];
  });
  return gaps.length === 0 ? [] : [`missing scores skipped: ${list(gaps, 8)}`];
}

/** Cut-offs made for another range of the index part nobody, and that is said. */
function allInOne({ tiering, index }: Result): string[] {
  const taken = new Set((tiering?.placements ?? []).flatMap(({ tier }) => tier ?? []));
  const { low, high } = range(present(index));
  if (tiering?.method !== 'thresholds' || taken.size !== 1 || low === high) return [];
  const short = (x: number) => Number(x.toPrecision(4));
  return [
    `tiers: all countries are in one, as the index runs from ${short(low)} to ${short(high)} and the ` +
      `cut-offs are ${list((tiering.cuts ?? []).map((cut) => String(short(cut))))}`,
  ];
}

/** The title of a document about an edition. */
export function titleOf({ about }: Edition): string {
  return about.illustrative === null ? about.title : `${about.title} (illustrative ratings)`;
}

/** The lines under a table: how it was computed, and what must be known to read it. */
export function notesOf({ edition, result }: Session): string[] {
  return [
    recipeLine(result),
    ...weightLines(result),
    ...changeLines(result),
    ...allInOne(result),
    ...skippedOf(result),
    ...(edition.about.illustrative === null ? [] : [`illustrative: ${edition.about.illustrative}`]),
  ];
}
