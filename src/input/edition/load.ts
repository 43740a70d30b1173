// Loads an edition: reads all of its files, and reports every problem of every file at once.
import { countingIndicators } from '../../methods/levels.ts';
import { findMissing } from '../../methods/missing/run.ts';
import { select } from '../../methods/select/table.ts';
import { completeRecipe, type PartialRecipe } from '../../methods/steps.ts';
import { subjectOf, type About, type Edition, type RaterScores, type Scale } from '../../model/edition.ts';
import { indicators, nodes, type Framework } from '../../model/framework.ts';
import { isError, ProblemsError, throwErrors, type Place, type Problem } from '../../model/problem.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Recipe, StepName } from '../../model/recipe.ts';
import type { Choice } from '../../model/registry.ts';
import { assumeBase } from './assumed/assumed.ts';
import type { Base } from './base.ts';
import { readComparisonsFile, withoutComparisons } from './weights/comparisons.ts';
import { loadCountries, type Countries } from '../cells/countries.ts';
import { readTable, type CsvTable } from '../files/csv.ts';
import { findFiles, titleOf } from './edition-files.ts';
import type { SourceFile } from '../files/files.ts';
import { readFramework } from './framework/framework.ts';
import { completeMethods, withMethods } from './framework/node-methods.ts';
import { knownScales } from '../cells/scales.ts';
import { readPublished } from './published.ts';
import { readRaters } from './raters/raters.ts';
import { fillFrom } from './raters/fill.ts';
import type { Scored } from './raters/subject.ts';
import { readScores } from '../shapes/scores.ts';
import { readSettings } from '../options/settings/settings.ts';
import { readSheet } from '../shapes/read-sheet.ts';
import { decode } from '../files/text.ts';
import { readWeightFile, readWeights, weightFaults, type WeightSet } from './weights/sets.ts';

/** The edition that is ranked when none is named. */
export const DEFAULT_EDITION = 'iiss-2021';

export interface LoadOptions {
  /** Steps that override the edition's own recipe. */
  readonly recipe?: PartialRecipe;
  /** Where those steps were written; on the command line unless given. */
  readonly placeOfStep?: (step: StepName) => Promise<Place | undefined>;
  /** Methods of rows of the framework, instead of their own. */
  readonly overrides?: ReadonlyMap<string, PartialRecipe>;
  /** Whether to read published.csv too. */
  readonly published?: boolean;
  /** Reads standard input, for the edition `-`. */
  readonly stdin?: () => Promise<Uint8Array>;
}

/** An edition, with what was assumed and warned of on the way. */
export interface Loaded {
  readonly edition: Edition;
  readonly problems: readonly Problem[];
  /** What published.csv says, if it was asked for; null if there is none. */
  readonly published: readonly PublishedRow[] | null;
  /** Gives a problem that was found later its place in the files or on the command line. */
  readonly place: (problem: Problem) => Promise<Problem>;
}

/**
 * Loads a bundled edition by name, an edition folder, a CSV file, or `-`, standard input.
 * Throws a ProblemsError with all errors of all its files.
 */
export async function loadEdition(name: string, options: LoadOptions = {}): Promise<Loaded> {
  const problems: Problem[] = [];
  const files = await findFiles(name, options.stdin ?? (async () => new Uint8Array()), problems);
  const settings =
    files.settings === null
      ? null
      : await attempt(problems, async () =>
          readSettings(files.settings ?? files.scores, titleOf(files), problems),
        );
  const about = settings?.about ?? aboutNothing(titleOf(files));
  const countries = await loadCountries();
  const sheet = await attempt(problems, () => readSheet(tableOf(files.scores), countries, problems));
  const found = await attempt(problems, async (): Promise<Base | null> => {
    if (files.indicators === null)
      return sheet === null ? null : assumeBase(sheet, about.title, settings, options.recipe ?? {}, problems);
    const scales = withKnownScales(settings?.scales ?? []);
    const framework = readFramework(tableOf(files.indicators), about.title, scales, problems);
    return framework === null
      ? null
      : { framework: completeMethods(framework), scales, recipe: settings?.recipe ?? {} };
  });
  if (found === null || sheet === null) throw new ProblemsError(withoutFollowing(problems, files.settings));

  const base =
    options.overrides === undefined
      ? found
      : { ...found, framework: withMethods(found.framework, options.overrides) };
  const recipe = completeRecipe({ ...base.recipe, ...options.recipe });
  const placeOfStep = async (step: StepName): Promise<Place | undefined> =>
    options.recipe?.[step] === undefined
      ? settings?.placeOfStep(step)
      : (options.placeOfStep?.(step) ?? { argument: `--${step}` });
  const { sets, extra } = await readSets(files.weights, recipe.weights, base.framework, problems);
  const scores = readScores(sheet, base.framework, base.scales, recipe, problems);
  const { countries: grouped, placeOf } = scores;
  const { raters, columns } = await readRatings(
    files.raters,
    { ...base, ...scores, recipe },
    countries,
    problems,
  );
  const printed = options.published === true ? files.published() : null;
  const published =
    printed === null
      ? null
      : await attempt(problems, () => readPublished(tableOf(printed), countries, problems));
  const inputs = [
    files.scores,
    files.indicators,
    files.settings,
    files.weights,
    files.raters,
    extra,
    printed,
  ].flatMap((file) => file ?? []);
  const edition: Edition = {
    id: files.id,
    about,
    framework: base.framework,
    scales: base.scales,
    countries: grouped,
    columns,
    weightSets: sets,
    ...(raters === null ? {} : { raters }),
    recipe: {
      ...recipe,
      select: withCodes(
        recipe,
        countries,
        grouped.map(({ code }) => code),
        base.framework,
      ),
    },
    inputs,
    placeOf,
  };
  const rows = new Map(grouped.map((country, row) => [keyOf(subjectOf(country)), row]));
  const place = async (problem: Problem) => placed(problem, edition, rows, placeOfStep);
  if (!isUnsound(problems, files.settings) && !problems.some(({ code }) => code === 'scores/no-indicator'))
    problems.push(...notReportedYet(await Promise.all(missingScores(edition).map(place)), problems));
  const isBare = files.indicators === null;
  const all = await Promise.all(problems.map(place));
  return {
    edition,
    place,
    published,
    problems: throwErrors(
      withoutFollowing(all, files.settings).filter(({ code }) => !isBare || code !== 'scores/unused-column'),
    ),
  };
}

/** Runs one part of the loading; what it throws joins the other problems, and nothing comes of it. */
async function attempt<Part>(problems: Problem[], part: () => Part | Promise<Part>): Promise<Part | null> {
  try {
    return await part();
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

function tableOf(file: SourceFile): CsvTable {
  return readTable(file.path, decode(file));
}

function aboutNothing(title: string): About {
  return {
    title,
    year: null,
    description: '',
    sources: [],
    licence: '',
    facts: '',
    ours: '',
    illustrative: null,
  };
}

/** An edition's own scales win over known ones of the same name. */
function withKnownScales(own: readonly Scale[]): Scale[] {
  return [...own, ...knownScales.filter(({ name }) => !own.some((scale) => scale.name === name))];
}

/** The sets of weights.csv, and what the recipe takes from another file: a set, or comparisons in pairs. */
async function readSets(
  file: SourceFile | null,
  choice: Choice,
  framework: Framework,
  problems: Problem[],
): Promise<{ sets: ReadonlyMap<string, WeightSet>; extra: SourceFile | null }> {
  const own =
    file === null ? null : await attempt(problems, () => readWeights(tableOf(file), framework, problems));
  const other = await attempt(
    problems,
    () => readWeightFile(choice, framework, problems) ?? readComparisonsFile(choice, framework, problems),
  );
  const sets = new Map([...(own ?? []), ...(other?.sets ?? withoutComparisons(choice))]);
  problems.push(...weightFaults(choice, framework, sets));
  return { sets, extra: other?.file ?? null };
}

/** What raters gave, and the scores with the gaps filled that they fill. */
async function readRatings(
  file: SourceFile | null,
  scored: Scored,
  countries: Countries,
  problems: Problem[],
): Promise<{ raters: RaterScores | null; columns: Scored['columns'] }> {
  const raters =
    file === null
      ? null
      : await attempt(problems, () => readRaters(tableOf(file), scored, countries, problems));
  return {
    raters,
    columns: raters === null ? scored.columns : fillFrom(raters, scored, file?.path ?? '', problems),
  };
}

/** Selections may name a country in any spelling; in the recipe they have its code. */
function withCodes(
  recipe: Recipe,
  countries: Countries,
  codes: readonly (string | null)[],
  framework: Framework,
): Choice[] {
  const taken = new Set(nodes(framework).map(({ code }) => code));
  const translate = (term: unknown): string => {
    const text = String(term);
    const known = taken.has(text) || text.includes('=') ? null : countries.recognise(text);
    return known !== null && codes.includes(known.code) ? known.code : text;
  };
  return recipe.select.map((choice) => ({ ...choice, terms: [choice['terms'] ?? []].flat().map(translate) }));
}

/** Missing scores that the recipe refuses, among what it selects. */
function missingScores(edition: Edition): readonly Problem[] {
  try {
    const { framework, rows } = select(edition, edition.recipe.select);
    const known = new Set(edition.scales.map(({ name }) => name));
    // What a step may drop or fill in is not missing yet.
    if (edition.recipe.screen.method !== 'none') return [];
    const leaves = indicators(framework).filter(
      ({ column, scale, impute }) =>
        edition.columns.has(column) &&
        (scale === null || known.has(scale)) &&
        (impute ?? edition.recipe.impute).method === 'none',
    );
    const columns = new Map(
      leaves.map(({ code, column }) => [code, rows.map((row) => edition.columns.get(column)?.[row] ?? null)]),
    );
    return findMissing(
      leaves,
      columns,
      rows.flatMap((row) => edition.countries[row] ?? []),
      edition.recipe,
      countingIndicators(framework, edition.recipe.weights, edition.weightSets),
    );
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}

/** A cell that could not be read is reported as that, not as missing too. */
function notReportedYet(found: readonly Problem[], problems: readonly Problem[]): Problem[] {
  const textOf = ({ place }: Problem) => JSON.stringify(place);
  const reported = new Set(problems.filter(isError).map(textOf));
  return found.filter((problem) => problem.place === undefined || !reported.has(textOf(problem)));
}

/** Whether the file of settings has errors: then what follows from its recipe and scales says nothing. */
function isUnsound(problems: readonly Problem[], settings: SourceFile | null): boolean {
  return problems.some(
    (problem) =>
      isError(problem) &&
      problem.place !== undefined &&
      'file' in problem.place &&
      problem.place.file === settings?.path,
  );
}

/** A scale is not unknown if the file that defines it could not be read. */
function withoutFollowing(problems: readonly Problem[], settings: SourceFile | null): Problem[] {
  const isUnread = isUnsound(problems, settings);
  return problems.filter(({ code }) => !isUnread || code !== 'framework/unknown-scale');
}

function keyOf({ country, year }: { readonly country?: string; readonly year?: number }): string {
  return `${country ?? ''} ${year ?? ''}`;
}

/**
 * A problem of a step stands where the step was written, one of a score in its cell, one of a country in its
 * row.
 */
async function placed(
  problem: Problem,
  edition: Edition,
  rows: ReadonlyMap<string, number>,
  placeOfStep: (step: StepName) => Promise<Place | undefined>,
): Promise<Problem> {
  if (problem.place !== undefined) return problem;
  const row = rows.get(keyOf(problem));
  const leaf = indicators(edition.framework).find(({ code }) => code === problem.indicator);
  const place =
    problem.step === undefined
      ? edition.placeOf?.(leaf?.column ?? null, row ?? null)
      : await placeOfStep(problem.step);
  return place === undefined ? problem : { ...problem, place };
}
