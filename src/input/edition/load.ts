// Loads an edition: reads all of its files, and reports every problem of every file at once.
import { completeRecipe, type PartialRecipe } from '../../methods/steps.ts';
import type { About, Edition, Scale } from '../../model/edition.ts';
import { isError, ProblemsError, throwErrors, type Place, type Problem } from '../../model/problem.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { StepName } from '../../model/recipe.ts';
import { loadCountries } from '../cells/countries.ts';
import { knownScales } from '../cells/scales.ts';
import type { DecimalMark } from '../files/decimal.ts';
import type { SourceFile } from '../files/files.ts';
import { readSettings, type Settings } from '../options/settings/settings.ts';
import { readSheet } from '../shapes/read-sheet.ts';
import { readScores } from '../shapes/scores.ts';
import type { Sheet } from '../shapes/sheet.ts';
import { mixedYears } from '../shapes/years.ts';
import { assumeBase } from './assumed/assumed.ts';
import { attempt, readTableOf, tableOf } from './attempt.ts';
import type { Base } from './base.ts';
import { readCertain } from './certain/certain.ts';
import { findFiles, titleOf, type EditionFiles } from './edition-files.ts';
import { filesOf, type EditionRows } from './from-rows.ts';
import { readFramework } from './framework/framework.ts';
import { completeMethods, withMethods } from './framework/node-methods.ts';
import { missingScores, notReportedYet } from './missing-scores.ts';
import { placing, type PlaceOfStep } from './places.ts';
import { readPublished } from './published.ts';
import { readRatings } from './raters/ratings.ts';
import { withCodes } from '../options/selections.ts';
import { readSets } from './weights/weights.ts';

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
  /** Which mark stands before decimals in its files; each tells for itself unless given. */
  readonly decimal?: DecimalMark | null;
  /** Whether it is said which years are ranked, so that countries may stand in different ones. */
  readonly isYearChosen?: boolean;
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
  const { decimal = null, stdin = async () => new Uint8Array() } = options;
  return loadFiles(await findFiles(name, stdin, problems, decimal), problems, options);
}

/**
 * Makes an edition from rows in memory, checked as its files would be.
 * Throws a ProblemsError with all errors of all its tables.
 */
export async function editionOf(rows: EditionRows, options: LoadOptions = {}): Promise<Loaded> {
  return loadFiles(filesOf(rows), [], options);
}

async function loadFiles(files: EditionFiles, problems: Problem[], options: LoadOptions): Promise<Loaded> {
  const { decimal = null } = options;
  const settings = await readSettingsOf(files, problems);
  const about = settings?.about ?? aboutNothing(titleOf(files));
  const countryNames = await loadCountries();
  const sheet = await attempt(problems, () => readSheet(tableOf(files.scores), countryNames, problems));
  if (sheet !== null && options.isYearChosen !== true)
    for (const problem of mixedYears(sheet)) problems.push(problem);
  const base = await readBase(files, sheet, about, settings, options, problems);
  if (base === null || sheet === null) throw new ProblemsError(withoutConsequences(problems, files.settings));
  const { framework, scales } = base;
  const recipe = completeRecipe({ ...base.recipe, ...options.recipe });
  const { sets, extra } = await readSets(files.weights, recipe.weights, framework, problems, decimal);
  const scores = readScores(sheet, framework, scales, recipe, problems);
  const scored = { ...base, ...scores, recipe };
  const { raters, columns } = await readRatings(files.raters, scored, countryNames, problems);
  const certain = await readCertain(files.certain, sheet, scored, countryNames, problems);
  const printed = options.published === true ? files.published() : null;
  const published = await readTableOf(printed, problems, (table) =>
    readPublished(table, countryNames, problems),
  );
  const { countries, placeOf } = scores;
  const select = withCodes(
    recipe.select,
    countryNames,
    countries.map(({ code }) => code),
    framework,
  );
  const { scores: scoreFile, indicators, settings: settingsFile, weights } = files;
  const inputs = [scoreFile, indicators, settingsFile, weights, files.raters, files.certain, extra, printed];
  const edition: Edition = {
    id: files.id,
    about,
    framework,
    scales,
    countries,
    columns,
    weightSets: sets,
    ...(raters === null ? {} : { raters }),
    ...(certain === null ? {} : { certain }),
    recipe: { ...recipe, select },
    inputs: inputs.filter((file) => file !== null),
    placeOf,
  };
  const place = placing(edition, placeOfStepIn(settings, options));
  return { edition, place, published, problems: await allProblems(edition, files, place, problems) };
}

/** All problems in their places; throws if there are errors among them. */
async function allProblems(
  edition: Edition,
  { settings, indicators }: EditionFiles,
  place: Loaded['place'],
  problems: readonly Problem[],
): Promise<readonly Problem[]> {
  const placed = await Promise.all(problems.map(place));
  // Which scores are missing cannot be told where the recipe, or a row of scores, cannot be read.
  if (!isUnsound(problems, settings) && !problems.some(({ code }) => code === 'scores/no-indicator')) {
    const missing = await Promise.all(missingScores(edition).map(place));
    for (const problem of notReportedYet(missing, problems)) placed.push(problem);
  }
  const isAssumed = indicators === null;
  return throwErrors(
    withoutConsequences(placed, settings).filter(({ code }) => !isAssumed || code !== 'scores/unused-column'),
  );
}

/** Steps that override the recipe stand elsewhere than the others. */
function placeOfStepIn(settings: Settings | null, options: LoadOptions): PlaceOfStep {
  return async (step) => {
    if (options.recipe?.[step] === undefined) return settings?.placeOfStep(step);
    return options.placeOfStep === undefined ? { argument: `--${step}` } : options.placeOfStep(step);
  };
}

async function readSettingsOf(files: EditionFiles, problems: Problem[]): Promise<Settings | null> {
  const { settings } = files;
  if (settings === null) return null;
  return attempt(problems, async () => readSettings(settings, titleOf(files), problems));
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

/** What the edition says about its indicators, or what is assumed where it says nothing. */
async function readBase(
  { indicators }: EditionFiles,
  sheet: Sheet | null,
  { title }: About,
  settings: Settings | null,
  { recipe: overridden = {}, overrides }: LoadOptions,
  problems: Problem[],
): Promise<Base | null> {
  const base = await attempt(problems, async (): Promise<Base | null> => {
    if (indicators === null)
      return sheet === null ? null : assumeBase(sheet, title, settings, overridden, problems);
    const scales = withKnownScales(settings?.scales ?? []);
    const framework = readFramework(tableOf(indicators), title, scales, problems);
    if (framework === null) return null;
    return { framework: completeMethods(framework), scales, recipe: settings?.recipe ?? {} };
  });
  if (base === null || overrides === undefined) return base;
  return { ...base, framework: withMethods(base.framework, overrides) };
}

/** An edition's own scales win over known ones of the same name. */
function withKnownScales(ownScales: readonly Scale[]): Scale[] {
  const names = new Set(ownScales.map(({ name }) => name));
  return [...ownScales, ...knownScales.filter(({ name }) => !names.has(name))];
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
function withoutConsequences(problems: readonly Problem[], settings: SourceFile | null): Problem[] {
  const isUnread = isUnsound(problems, settings);
  return problems.filter(({ code }) => !isUnread || code !== 'framework/unknown-scale');
}
