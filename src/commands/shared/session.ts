// What most commands begin with: the edition that was asked for, loaded with the options' recipe, and its
// index built.
import { entryOf } from '../../model/registry.ts';
import { tierFaults } from '../../methods/tier/run.ts';
import { tierMethods, type TierMethod } from '../../methods/tier/table.ts';
import { DEFAULT_EDITION, loadEdition, type Loaded, type LoadOptions } from '../../input/edition/load.ts';
import { readRecipeFile, type RecipeFile } from '../../input/options/recipe-file.ts';
import { readRecipe } from '../../input/options/recipe.ts';
import type { DecimalMark } from '../../input/files/decimal.ts';
import { exists, fingerprints } from '../../input/files/files.ts';
import { at } from '../../math/at.ts';
import { present } from '../../math/statistics/column.ts';
import { range } from '../../math/statistics/stats.ts';
import { build, showing } from '../../methods/build.ts';
import { stepNames, type PartialRecipe } from '../../methods/steps.ts';
import { weightedIndicators } from '../../methods/levels.ts';
import type { Edition } from '../../model/edition.ts';
import { ProblemsError, throwErrors, type Problem } from '../../model/problem.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Result } from '../../model/result.ts';
import { list } from '../../model/words.ts';
import { significant } from '../../report/numbers.ts';
import type { Call } from '../command.ts';
import { changeLines, changesJson } from './recipe/changes.ts';
import type { Head } from './json.ts';
import { readDecimal, textOf } from './options.ts';
import { askedOnCommandLine, readYear, withYear, yearNotes } from './panel.ts';
import { ownMethodsJson, recipeLine, selectionNotes } from './recipe/recipe.ts';
import { weightLines, weightsJson } from './recipe/weights.ts';
import type { ResultRow } from '../../model/rows.ts';

const MOST_NAMED = 8;
/** Which edition it is stands in every result, however it was named. */
const notesOnNames: ReadonlySet<Problem['code']> = new Set(['usage/default-edition', 'usage/bundled-name']);
const DIGITS = 4;

export interface Session {
  readonly edition: Edition;
  readonly result: Result;
  readonly problems: readonly Problem[];
  /** What stands before decimals in the files, where that is said. */
  readonly decimal: DecimalMark | null;
  /** What published.csv says, where a command asked for it. */
  readonly published: readonly PublishedRow[] | null;
  /**
   * Does some work on the result; what it finds wrong is told with its place in the files or on the command
   * line.
   */
  withPlaces<Found>(work: () => Found): Promise<Found>;
}

/** The same with the rows shown that a country is ranked with, which may have none in the latest year. */
export function inYearOf(session: Session, row: ResultRow): Session {
  return { ...session, result: showing(session.result, row) };
}

/** Loads and builds; says warnings and notes, throws all errors. */
export async function open(
  call: Call,
  name: string | undefined,
  { published = false } = {},
): Promise<Session> {
  const notes: Problem[] = [];
  const year = readYear(call.options);
  const { recipeFile, id } = await whatIsAskedFor(call, name, notes);
  const kept = id === recipeFile?.edition ? recipeFile.decimal : null;
  const decimal = readDecimal(call.options) ?? kept;
  const loaded = await loadEdition(id, {
    ...loadOptionsFor(id, recipeFile, recipeOf(call.options)),
    published,
    stdin: call.io.stdin,
    decimal,
    isYearChosen: year !== null,
  });
  const edition: Edition = year === null ? loaded.edition : { ...loaded.edition, shownYear: year };
  const place = async (problem: Problem) => askedOnCommandLine(await loaded.place(problem));
  const withPlaces = async <Found>(work: () => Found): Promise<Found> => placing(work, place);
  const result = await withPlaces(() => build(edition));
  const found = await Promise.all([...result.warnings, ...tierFaults(result)].map(place));
  throwErrors(found);
  const problems = [
    ...notes,
    ...(recipeFile === null ? [] : await changedInputs(recipeFile, edition)),
    ...loaded.problems,
    ...found,
  ];
  call.say(problems);
  return { edition, result, published: loaded.published, decimal, problems, withPlaces };
}

/** What the command line says of the recipe wins over the file of --recipe, and both over the edition. */
function loadOptionsFor(id: string, recipeFile: RecipeFile | null, written: PartialRecipe): LoadOptions {
  if (recipeFile === null)
    return { recipe: written, placeOfStep: async (step) => ({ argument: `--${step}` }) };
  const { recipe, overrides, edition } = recipeFile;
  return {
    recipe: { ...recipe, ...written },
    placeOfStep: async (step) =>
      written[step] === undefined ? recipeFile.placeOfStep(step) : { argument: `--${step}` },
    ...(overrides === null || id !== edition ? {} : { overrides }),
  };
}

/** Does some work, and gives what it finds wrong its place. */
async function placing<Found>(work: () => Found, place: Loaded['place']): Promise<Found> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    throw new ProblemsError(await Promise.all(error.problems.map(place)));
  }
}

/** The files that are not what they were when a result was kept. */
async function changedInputs({ inputs }: RecipeFile, edition: Edition): Promise<Problem[]> {
  const now = inputs.length === 0 ? [] : await fingerprints(edition.inputs);
  return inputs
    .filter(({ path, sha256 }) => now.some((input) => input.path === path && input.sha256 !== sha256))
    .map(({ path, sha256 }) => ({
      code: 'recipe/changed-input',
      severity: 'warning',
      place: { file: path },
      what: 'the file has changed since the result was saved',
      why: `its SHA-256 was ${sha256.slice(0, 12)}…`,
      fix: 'restore the file to get the same result, or save the new result',
    }));
}

/** Which edition a call is about, as far as it can be told without reading it. */
export async function askedEdition(call: Call, name: string | undefined): Promise<string> {
  return (await whatIsAskedFor(call, name, [])).id;
}

/** The result or recipe that --recipe names, and the edition that is named, by it or else. */
async function whatIsAskedFor(
  { options }: Call,
  name: string | undefined,
  notes: Problem[],
): Promise<{ recipeFile: RecipeFile | null; id: string }> {
  const file = textOf(options['recipe']);
  const recipeFile = file === null ? null : await readRecipeFile(file);
  return { recipeFile, id: name ?? recipeFile?.edition ?? defaultEdition(notes) };
}

/** The edition in the current folder if there is one, else the bundled one, which is said. */
function defaultEdition(notes: Problem[]): string {
  if (exists('scores.csv')) return '.';
  notes.push({
    code: 'usage/default-edition',
    severity: 'note',
    what: `no edition named: using the bundled "${DEFAULT_EDITION}"`,
    fix: 'name a CSV file, an edition folder, or - for standard input',
  });
  return DEFAULT_EDITION;
}

/** The steps that the command line overrides. */
function recipeOf(options: Call['options']): PartialRecipe {
  const keys = [...stepNames, 'steps', 'vary'].filter((key) => options[key] !== undefined);
  const written = Object.fromEntries(keys.map((key) => [key, options[key]]));
  const problems: Problem[] = [];
  const recipe = readRecipe(written, (complaint, [step]) =>
    problems.push({ ...complaint, severity: 'error', place: { argument: `--${String(step)}` } }),
  );
  throwErrors(problems);
  return recipe;
}

/** The keys with which the JSON of every command about an edition begins. */
export async function jsonHead({ edition, result, decimal, problems }: Session): Promise<Head> {
  return {
    edition: edition.id,
    title: edition.about.title,
    ...(edition.about.illustrative === null ? {} : { illustrative: true }),
    ...(result.shown.year === null ? {} : { year: result.shown.year }),
    recipe: result.recipe,
    ...(decimal === null ? {} : { decimal }),
    overrides: ownMethodsJson(edition.framework),
    weights: weightsJson(result),
    changes: changesJson(result),
    inputs: await fingerprints(edition.inputs),
    problems: jsonProblems(problems.filter(({ code }) => !notesOnNames.has(code))),
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
function skippedLines(result: Result): string[] {
  const { stages, index, countries, recipe, framework, edition, shown } = result;
  const weighted = weightedIndicators(framework, recipe.weights, edition.weightSets);
  const columns = [...at(stages, stages.length - 1).columns]
    .filter(([code]) => weighted.has(code))
    .map(([, column]) => column);
  const texts: string[] = [];
  for (const row of shown.rows) {
    const missing = columns.filter((column) => at(column, row) === null).length;
    if (missing > 0 && at(index, row) !== null)
      texts.push(`${at(countries, row).name} (${missing} of ${columns.length})`);
  }
  return texts.length === 0 ? [] : [`missing scores skipped: ${list(texts, MOST_NAMED)}`];
}

/** Cut-offs made for another range of the index part nobody, and that is said. */
function partingNobodyLines({ tiering, index, recipe, shown }: Result): string[] {
  if (tiering === null || tiering.cuts === null) return [];
  if (entryOf<TierMethod>(tierMethods, recipe.tiers).cutsAre !== 'given') return [];
  const taken = new Set(shown.rows.flatMap((row) => at(tiering.placements, row).tier ?? []));
  const { low, high } = range(present(shown.rows.map((row) => at(index, row))));
  if (taken.size !== 1 || low === high) return [];
  const [from, to] = [significant(low, DIGITS), significant(high, DIGITS)];
  const cuts = list(tiering.cuts.map((cut) => significant(cut, DIGITS)));
  return [`tiers: all countries are in one; the index runs from ${from} to ${to}, the cut-offs are ${cuts}`];
}

/** What an edition is called, and whether its ratings are illustrative. */
export function titleOfEdition({ about }: Edition): string {
  return about.illustrative === null ? about.title : `${about.title} (illustrative ratings)`;
}

/** The title of a document about an edition; in a panel, with the year that is shown. */
export function titleOf({ edition, result }: Pick<Session, 'edition' | 'result'>): string {
  return withYear(titleOfEdition(edition), result);
}

/** The lines under a table: how it was computed, and what must be known to read it. */
export function notesOf({ edition, result }: Session): string[] {
  return [
    recipeLine(result),
    ...selectionNotes(result),
    ...yearNotes(result),
    ...weightLines(result),
    ...changeLines(result),
    ...partingNobodyLines(result),
    ...skippedLines(result),
    ...(edition.about.illustrative === null ? [] : [`illustrative: ${edition.about.illustrative}`]),
  ];
}
