// index.json or index.yaml: what an edition says about itself, its scales of ratings, and its recipe as far as it is written.
import * as v from 'valibot';
import { stepNames, type PartialRecipe } from '../methods/steps.ts';
import type { About, Scale } from '../model/edition.ts';
import type { FilePlace, Problem } from '../model/problem.ts';
import type { StepName } from '../model/recipe.ts';
import type { Choice } from '../model/registry.ts';
import { messageOf, pathOf, type Path } from '../model/schema.ts';
import { didYouMean, list } from '../model/words.ts';
import { isRecord, readChoice, readChoices, type Complaint } from './choice.ts';
import type { SourceFile } from './files.ts';
import { readStructured } from './structured.ts';

export interface Settings {
  readonly about: About;
  readonly scales: readonly Scale[];
  readonly recipe: PartialRecipe;
  /** Where a step of the recipe stands; where the recipe does, if it has no such step. */
  placeOfStep(step: StepName): Promise<FilePlace>;
}

const text = v.string('text is needed');
const source = v.strictObject({
  title: text, publisher: v.exactOptional(text), date: v.exactOptional(text), url: v.exactOptional(text),
});

const scale = v.union([
  v.pipe(v.array(text), v.minLength(2)),
  v.pipe(v.record(v.string(), v.pipe(v.number(), v.finite())), v.check((ratings) => Object.keys(ratings).length >= 2)),
], 'a scale is a list of at least two ratings, the worst first, or a number for each rating');

const settingsSchema = v.strictObject({
  $schema: v.exactOptional(text),
  name: v.exactOptional(text),
  year: v.exactOptional(v.pipe(v.number('a year is a whole number'), v.integer('a year is a whole number'))),
  description: v.exactOptional(text),
  sources: v.exactOptional(v.array(source, '"sources" is a list')),
  licence: v.exactOptional(text),
  illustrative: v.exactOptional(text),
  scales: v.exactOptional(v.record(v.string(), scale, '"scales" holds a scale for each name')),
  recipe: v.exactOptional(v.record(v.string(), v.unknown(), '"recipe" holds a method for each step')),
});

/** Reads the file; problems are added to the list, and what could be read is given. */
export async function readSettings(file: SourceFile, fallbackTitle: string, problems: Problem[]): Promise<Settings> {
  const structured = await readStructured(file);
  const complaints: { complaint: Complaint; path: Path }[] = [];
  const parsed = v.safeParse(settingsSchema, structured.value);
  if (!parsed.success) complaints.push(...parsed.issues.map((issue) => ({ complaint: schemaComplaint(issue), path: pathOf(issue) })));
  const written = parsed.success ? parsed.output : {};
  const recipe = readRecipe(written.recipe ?? {}, (complaint, path) => complaints.push({ complaint, path: ['recipe', ...path] }));
  for (const { complaint, path } of complaints) problems.push({ ...complaint, severity: 'error', place: await structured.place(path) });
  return {
    about: {
      title: written.name ?? fallbackTitle, year: written.year ?? null, description: written.description ?? '',
      sources: written.sources ?? [], licence: written.licence ?? '', illustrative: written.illustrative ?? null,
    },
    scales: Object.entries(written.scales ?? {}).map(([name, ratings]) => readScale(name, ratings)),
    recipe,
    placeOfStep: async (step) => structured.place(['recipe', step]),
  };
}

/** A recipe as far as it is written; steps that are not there take their defaults later. */
export function readRecipe(written: Readonly<Record<string, unknown>>, complain: (complaint: Complaint, path: Path) => void): PartialRecipe {
  const recipe: { -readonly [Key in keyof PartialRecipe]: PartialRecipe[Key] } = {};
  for (const key of Object.keys(written).filter((one) => !stepNames.some((step) => step === one))) {
    complain({
      code: 'recipe/schema', value: key, what: `a recipe has no step "${key}"${didYouMean(key, stepNames)}`, fix: `its steps are ${list(stepNames)}`,
    }, [key]);
  }
  for (const step of stepNames) {
    if (written[step] === undefined) continue;
    const within = (complaint: Complaint, path: Path) => complain(complaint, [step, ...path]);
    if (step === 'select') recipe.select = readChoices(step, written[step], within);
    else assign(recipe, step, readChoice(step, written[step], within));
  }
  return recipe;
}

function assign(recipe: { -readonly [Key in keyof PartialRecipe]: PartialRecipe[Key] }, step: Exclude<keyof PartialRecipe, 'select'>, choice: Choice | null): void {
  if (choice !== null) recipe[step] = choice;
}

/** Ratings in a list are spaced evenly, from 0 up; ratings with numbers have those. */
export function readScale(name: string, ratings: readonly string[] | Readonly<Record<string, number>>): Scale {
  const pairs = Array.isArray(ratings) ? ratings.map((word: string, value) => ({ word, value })) : Object.entries(ratings).map(([word, value]) => ({ word, value: Number(value) }));
  return { name, ratings: pairs.toSorted((a, b) => a.value - b.value) };
}

function schemaComplaint(issue: v.BaseIssue<unknown>): Complaint {
  const at = (issue.path ?? []).map(({ key }) => String(key));
  const known = at.length === 1 ? Object.keys(settingsSchema.entries) : at[0] === 'sources' ? Object.keys(source.entries) : [];
  const message = messageOf(issue);
  if (at.length === 0) return { code: 'recipe/schema', what: 'the file does not hold keys with values', fix: `its keys are ${list(Object.keys(settingsSchema.entries).slice(1))}` };
  if (issue.expected === 'never') {
    return { code: 'recipe/schema', value: at.at(-1) ?? '', what: `${message}${didYouMean(at.at(-1) ?? '', known)}`, fix: `the keys here are ${list(known.filter((key) => key !== '$schema'))}` };
  }
  return { code: 'recipe/schema', value: issue.received, what: `"${at.join('.')}" does not fit: ${message}`, fix: isRecord(issue.input) ? 'look at its form in the README' : `it is ${issue.received} now` };
}
