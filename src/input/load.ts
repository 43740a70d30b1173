// Loads an edition: finds its files, reads all of them, and reports every problem of every file at once.
import { findMissing } from '../methods/missing-scores.ts';
import { select } from '../methods/select.ts';
import { completeRecipe, type PartialRecipe } from '../methods/steps.ts';
import type { Edition, InputFile, Scale } from '../model/edition.ts';
import { indicators, nodes, type Framework, type FrameworkNode } from '../model/framework.ts';
import { ProblemsError, throwErrors, type Place, type Problem } from '../model/problem.ts';
import type { Recipe } from '../model/recipe.ts';
import { complete, type Choice } from '../model/registry.ts';
import { didYouMean, list } from '../model/words.ts';
import { normalisations } from '../methods/normalise.ts';
import { assumeFramework } from './bare.ts';
import { loadCountries, type Countries } from './countries.ts';
import { readTable, type Table } from './csv.ts';
import { bundledNames, bundledPath, exists, fileNames, isFolder, joinPath, readSource, sha256, type SourceFile } from './files.ts';
import { readFramework } from './framework.ts';
import { knownScales } from './score.ts';
import { readScores } from './scores.ts';
import { readSettings, type Settings } from './settings.ts';
import { readSheet } from './sheet.ts';
import { decode } from './text.ts';
import { readWeights, type WeightSet } from './weights.ts';

export const DEFAULT_EDITION = 'iiss-2021';

export interface LoadOptions {
  /** Steps that override the edition's own recipe. */
  readonly recipe?: PartialRecipe;
  /** Reads standard input, for the edition `-`. */
  readonly stdin?: () => Promise<Uint8Array>;
}

/** An edition, with what was assumed and warned of on the way. */
export interface Loaded {
  readonly edition: Edition;
  readonly problems: readonly Problem[];
}

/** The files of an edition. */
interface EditionFiles {
  readonly id: string;
  readonly scores: SourceFile;
  readonly indicators: SourceFile | null;
  readonly settings: SourceFile | null;
  readonly weights: SourceFile | null;
}

/**
 * Loads a bundled edition by name, an edition folder, a CSV file, or `-`, standard input.
 * Throws a ProblemsError with all errors of all its files.
 */
export async function loadEdition(name: string, options: LoadOptions = {}): Promise<Loaded> {
  const problems: Problem[] = [];
  const files = await findFiles(name, options, problems);
  const title = titleOf(files);
  const settings = await attempt(problems, async () => (files.settings === null ? null : readSettings(files.settings, title, problems)));
  const countries = await loadCountries();
  const table = await attempt(problems, () => tableOf(files.scores));
  const sheet = table === null ? null : await attempt(problems, () => readSheet(table, countries, problems));

  const about = settings?.about ?? { title, year: null, description: '', sources: [], licence: '', illustrative: null };
  const scales = [...(settings?.scales ?? []), ...knownScales.filter(({ name: known }) => !(settings?.scales ?? []).some((own) => own.name === known))];
  const base = await attempt(problems, async () => {
    if (files.indicators !== null) return readOwnFramework(files.indicators, about.title, scales, settings?.recipe ?? {}, problems);
    return sheet === null ? null : assume(sheet, about.title, settings, options, problems);
  });
  if (base === null || sheet === null) throw new ProblemsError(problems);

  const weightSets = files.weights === null ? new Map<string, WeightSet>() : await attempt(problems, () => readWeights(tableOf(files.weights ?? files.scores), base.framework, problems)) ?? new Map<string, WeightSet>();
  const recipe = completeRecipe({ ...base.recipe, ...options.recipe });
  const extra = await attempt(problems, () => addWeightFile(recipe.weights, base.framework, weightSets, problems));
  checkWeights(recipe.weights, base.framework, weightSets, problems);
  const { columns, countries: grouped, placeOf } = readScores(sheet, base.framework, base.scales, recipe, problems);
  const inputs = [files.scores, files.indicators, files.settings, files.weights, extra].flatMap((file) => (file === null ? [] : [inputOf(file)]));
  const selected = withKnownNames(recipe, countries, grouped.map(({ code, name: country }) => code ?? country), base.framework);
  const edition: Edition = { id: files.id, about, framework: base.framework, scales: base.scales, countries: grouped, columns, weightSets, recipe: selected, inputs, placeOf };
  problems.push(...missingScores(edition));
  const kept = base.isAssumed ? problems.filter(({ code }) => code !== 'scores/unused-column') : problems;
  return { edition, problems: throwErrors(kept) };
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

async function findFiles(name: string, { stdin }: LoadOptions, problems: Problem[]): Promise<EditionFiles> {
  const alone = (scores: SourceFile): EditionFiles => ({ id: name, scores, indicators: null, settings: null, weights: null });
  if (name === '-') return alone({ path: '-', bytes: await (stdin?.() ?? Promise.resolve(new Uint8Array())) });
  if (bundledNames().includes(name)) return filesIn(bundledPath(name), name, problems);
  if (isFolder(name)) return filesIn(name, name, problems);
  if (exists(name) || /[./\\]/.test(name)) return alone(readSource(name));
  throw new ProblemsError([noEdition(name)]);
}

function filesIn(folder: string, shownAs: string, problems: Problem[]): EditionFiles {
  const there = fileNames(folder);
  const read = (file: string): SourceFile => readSource(joinPath(folder, file), joinPath(shownAs, file));
  const optional = (file: string): SourceFile | null => (there.includes(file) ? read(file) : null);
  if (!there.includes('scores.csv')) {
    throw new ProblemsError([{
      code: 'files/no-scores', severity: 'error', place: { file: shownAs }, what: `the folder holds no scores.csv${didYouMean('scores.csv', there)}`,
      fix: 'name the file of scores "scores.csv", or pass a CSV file instead of the folder',
    }]);
  }
  const settings = ['index.json', 'index.yaml', 'index.yml'].filter((file) => there.includes(file));
  if (settings.length > 1) {
    problems.push({
      code: 'recipe/schema', severity: 'error', place: { file: joinPath(shownAs, settings[1] ?? '') }, what: `the folder holds ${list(settings)}, which say the same kind of thing`, fix: 'keep one of them',
    });
  }
  return { id: shownAs, scores: read('scores.csv'), indicators: optional('indicators.csv'), settings: settings[0] === undefined ? null : read(settings[0]), weights: optional('weights.csv') };
}

function tableOf(file: SourceFile): Table {
  return readTable(file.path, decode(file));
}

function inputOf(file: SourceFile): InputFile {
  return { path: file.path, sha256: sha256(file) };
}

function titleOf({ id, scores }: EditionFiles): string {
  return scores.path === '-' ? 'Standard input' : (id.replace(/[/\\]+$/, '').split(/[/\\]/).at(-1) ?? id);
}

interface Base {
  readonly framework: Framework;
  readonly scales: readonly Scale[];
  readonly recipe: PartialRecipe;
  readonly isAssumed: boolean;
}

function readOwnFramework(file: SourceFile, title: string, scales: readonly Scale[], recipe: PartialRecipe, problems: Problem[]): Base | null {
  const framework = readFramework(tableOf(file), title, scales, problems);
  return framework === null ? null : { framework: withOverrides(framework), scales, recipe, isAssumed: false };
}

/** The methods of indicators.csv with all their parameters. */
function withOverrides(framework: Framework): Framework {
  const full = (node: FrameworkNode): FrameworkNode => (node.kind === 'category' ? withOverrides(node) : {
    ...node,
    transform: node.transform === null ? null : completeRecipe({ transform: node.transform }).transform,
    normalise: node.normalise === null ? null : completeRecipe({ normalise: node.normalise }).normalise,
  });
  return { ...framework, aggregate: framework.aggregate === null ? null : completeRecipe({ aggregate: framework.aggregate }).aggregate, children: framework.children.map(full) };
}

/** Takes scores without a framework for what they look like; ratings are normalised over their scale unless told otherwise. */
async function assume(sheet: Parameters<typeof assumeFramework>[0], title: string, settings: Settings | null, options: LoadOptions, problems: Problem[]): Promise<Base> {
  const iiss = await readIiss();
  const assumed = assumeFramework(sheet, title, settings?.scales ?? [], iiss);
  problems.push(assumed.note);
  const recipe = { ...(assumed.isIiss ? iiss.recipe : {}), ...settings?.recipe };
  const isOpen = recipe.normalise === undefined && options.recipe?.normalise === undefined;
  const byScale = complete(normalisations, { method: 'goalposts' });
  const children = assumed.framework.children.map((node) => (isOpen && node.kind === 'indicator' && node.scale !== null ? { ...node, normalise: byScale } : node));
  return { framework: { ...assumed.framework, children }, scales: assumed.scales, recipe, isAssumed: true };
}

/** IISS's framework, scale and rule, for scores of somebody's own on its categories. */
async function readIiss(): Promise<{ framework: Framework; scales: readonly Scale[]; recipe: PartialRecipe }> {
  const problems: Problem[] = [];
  const files = filesIn(bundledPath(DEFAULT_EDITION), DEFAULT_EDITION, problems);
  const settings = files.settings === null ? null : await readSettings(files.settings, DEFAULT_EDITION, problems);
  const framework = files.indicators === null ? null : readFramework(tableOf(files.indicators), 'Index', settings?.scales ?? [], problems);
  if (settings === null || framework === null) throw new ProblemsError(problems);
  return { framework, scales: settings.scales, recipe: settings.recipe };
}

/** A set of another file, `my.csv:name`, is read when it is asked for. */
function addWeightFile(choice: Choice, framework: Framework, sets: Map<string, WeightSet>, problems: Problem[]): SourceFile | null {
  const [, path, name] = choice.method === 'set' ? (/^(.+\.csv):(.+)$/i.exec(String(choice['name'])) ?? []) : [];
  if (path === undefined || name === undefined) return null;
  const file = readSource(path);
  const read = readWeights(tableOf(file), framework, problems);
  const found = read.get(name);
  if (found !== undefined) sets.set(`${path}:${name}`, found);
  else problems.push(unknownSet(name, [...read.keys()], { file: path }));
  return file;
}

function checkWeights(choice: Choice, framework: Framework, sets: ReadonlyMap<string, WeightSet>, problems: Problem[]): void {
  const { method, name, weights } = choice;
  if (method === 'set' && !sets.has(String(name)) && !/\.csv:/i.test(String(name))) problems.push(unknownSet(String(name), [...sets.keys()], undefined));
  if (method !== 'inline' || typeof weights !== 'object' || weights === null) return;
  const known = nodes(framework).map(({ code }) => code);
  for (const code of Object.keys(weights).filter((one) => !known.includes(one))) {
    problems.push({
      code: 'weights/unknown-code', severity: 'error', place: { argument: '--weights' }, value: code,
      what: `weights are given for "${code}", which is not in the framework${didYouMean(code, known)}`, fix: `its codes are ${list(known, 12)}`,
    });
  }
}

function unknownSet(name: string, known: readonly string[], place: Place | undefined): Problem {
  return {
    code: 'weights/unknown-set', severity: 'error', place: place ?? { argument: '--weights' }, value: name,
    what: `there is no set of weights "${name}"${didYouMean(name, known)}`, fix: known.length === 0 ? 'add it as a column to weights.csv' : `the sets are ${list(known)}`,
  };
}

/** Selections may name a country in any spelling; here they take its code. */
function withKnownNames(recipe: Recipe, countries: Countries, keys: readonly string[], framework: Framework): Recipe {
  const codes = new Set(nodes(framework).map(({ code }) => code));
  const translate = (term: unknown): string => {
    const text = String(term);
    const known = codes.has(text) || text.includes('=') ? null : countries.recognise(text);
    return known !== null && keys.includes(known.code) ? known.code : text;
  };
  return { ...recipe, select: recipe.select.map((choice) => ({ ...choice, terms: [choice['terms'] ?? []].flat().map(translate) })) };
}

/** Missing scores that the recipe refuses, among what it selects, each with its place. */
function missingScores(edition: Edition): Problem[] {
  try {
    const { framework, rows } = select(edition, edition.recipe.select);
    const leaves = indicators(framework).filter(({ column }) => edition.columns.has(column));
    const columns = new Map(leaves.map(({ code, column }) => [code, rows.map((row) => edition.columns.get(column)?.[row] ?? null)]));
    const selected = rows.flatMap((row) => edition.countries[row] ?? []);
    const unread = (problem: Problem) => problem.value === undefined;
    return findMissing(leaves, columns, selected, edition.recipe.missing).filter(unread).map((problem) => placed(problem, edition));
  } catch (error) {
    if (error instanceof ProblemsError) return [...error.problems];
    throw error;
  }
}

/** Gives a problem of a country's indicator the place of the score. */
export function placed(problem: Problem, edition: Edition): Problem {
  if (problem.place !== undefined) return problem;
  const row = edition.countries.findIndex(({ code, name }) => (code ?? name) === problem.country);
  const leaf = indicators(edition.framework).find(({ code }) => code === problem.indicator);
  const place = leaf === undefined || row === -1 ? undefined : edition.placeOf?.(leaf.column, row);
  return place === undefined ? problem : { ...problem, place };
}

function noEdition(name: string): Problem {
  const known = bundledNames();
  return {
    code: 'files/not-found', severity: 'error', place: { argument: name }, value: name,
    what: `there is no edition "${name}"${didYouMean(name, [...known, ...fileNames('.')])}`,
    fix: `name a CSV file, a folder with a scores.csv, "-" for standard input, or a bundled edition: ${list(known)}`,
  };
}
