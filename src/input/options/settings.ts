// index.json or index.yaml: what an edition says about itself, its scales of ratings, and its recipe as far
// as it is written.
import * as v from 'valibot';
import { stepNames, type PartialRecipe } from '../../methods/steps.ts';
import type { About, Scale } from '../../model/edition.ts';
import type { FilePlace, Problem } from '../../model/problem.ts';
import { dataSteps, type DataStep, type StepName } from '../../model/recipe.ts';
import type { Choice } from '../../model/registry.ts';
import type { Path } from '../../model/fault.ts';
import { faultsIn } from '../../model/schema.ts';
import { didYouMean, list } from '../../model/words.ts';
import { isRecord, readChoice, readChoices, show, type Complain, type Complaint } from './choice.ts';
import type { SourceFile } from '../files/files.ts';
import { readVary } from './vary.ts';
import { readStructured } from '../files/structured.ts';

export interface Settings {
  readonly about: About;
  readonly scales: readonly Scale[];
  readonly recipe: PartialRecipe;
  /** Where a step of the recipe stands; where the recipe does, if it has no such step. */
  placeOfStep(step: StepName): Promise<FilePlace>;
}

const text = v.string('write text between quotation marks');
const source = v.strictObject(
  {
    title: text,
    publisher: v.exactOptional(text),
    date: v.exactOptional(text),
    url: v.exactOptional(text),
  },
  'write { "title": …, "publisher": …, "date": …, "url": … }',
);
const scaleDemand = 'write a list of at least two ratings, the worst first, or a number for each rating';
const scale = v.union(
  [
    v.pipe(v.array(text, scaleDemand), v.minLength(2, scaleDemand)),
    v.pipe(
      v.record(v.string(), v.pipe(v.number(), v.finite())),
      v.check((ratings) => !Array.isArray(ratings) && Object.keys(ratings).length >= 2),
    ),
  ],
  scaleDemand,
);
const year = 'write a whole number without quotation marks';

/** The keys of the file, each with what it holds. */
export const entries = {
  $schema: text,
  name: text,
  year: v.pipe(v.number(year), v.integer(year)),
  description: text,
  sources: v.array(source, 'write a list of sources: [{ "title": … }]'),
  licence: text,
  facts: text,
  ours: text,
  illustrative: text,
  scales: v.record(v.string(), scale, 'write a scale for each name: { "mine": ["weak", "strong"] }'),
  recipe: v.record(v.string(), v.unknown(), 'write a method for each step: { "aggregate": "geometric" }'),
};
type Entries = { readonly [Key in keyof typeof entries]?: v.InferOutput<(typeof entries)[Key]> };

/** Reads the file; problems are added to the list, and what could be read is given. */
export async function readSettings(
  file: SourceFile,
  fallbackTitle: string,
  problems: Problem[],
): Promise<Settings> {
  const structured = await readStructured(file);
  const complaints: { complaint: Complaint; path: Path }[] = [];
  const written = readEntries(structured.value, (complaint, path) => complaints.push({ complaint, path }));
  const recipe = readRecipe(written.recipe ?? {}, (complaint, path) =>
    complaints.push({ complaint, path: ['recipe', ...path] }),
  );
  for (const { complaint, path } of complaints)
    problems.push({ ...complaint, severity: 'error', place: await structured.place(path) });
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

/** A recipe as far as it is written; steps that are not there take their defaults later. */
export function readRecipe(
  written: Readonly<Record<string, unknown>>,
  complain: (complaint: Complaint, path: Path) => void,
): PartialRecipe {
  const recipe: { -readonly [Key in keyof PartialRecipe]: PartialRecipe[Key] } = {};
  for (const key of Object.keys(written).filter(
    (one) => one !== 'steps' && one !== 'vary' && !stepNames.some((step) => step === one),
  )) {
    complain(
      {
        code: 'recipe/schema',
        value: key,
        what: `a recipe has no step "${key}"${didYouMean(key, stepNames)}`,
        fix: `its steps are ${list(stepNames)}`,
      },
      [key],
    );
  }
  if (written['steps'] !== undefined) {
    const order = readOrder(written['steps'], complain);
    if (order !== null) recipe.steps = order;
  }
  if (written['vary'] !== undefined)
    recipe.vary = readVary(written['vary'], (complaint, path) => complain(complaint, ['vary', ...path]));
  for (const step of stepNames) {
    if (written[step] === undefined) continue;
    const within = (complaint: Complaint, path: Path) => complain(complaint, [step, ...path]);
    if (step === 'select' || step === 'region') recipe[step] = readChoices(step, written[step], within);
    else assign(recipe, step, readChoice(step, written[step], within));
  }
  return recipe;
}

/** The order of the steps that prepare scores: those that are named change places among themselves. */
function readOrder(
  written: unknown,
  complain: (complaint: Complaint, path: Path) => void,
): DataStep[] | null {
  const names =
    typeof written === 'string'
      ? written.split(',').map((name) => name.trim())
      : Array.isArray(written)
        ? written.map(String)
        : [];
  const order = names.flatMap((name) => dataSteps.find((step) => step === name) ?? []);
  const unknown = names.find((name) => !dataSteps.some((step) => step === name));
  if (names.length === 0 || unknown !== undefined || new Set(order).size < order.length) {
    complain(
      {
        code: 'recipe/bad-steps',
        value: show(written),
        what:
          unknown === undefined
            ? `"steps" cannot be ${show(written)}`
            : `there is no step "${unknown}" to put in order${didYouMean(unknown, dataSteps)}`,
        fix: `name some of ${list(dataSteps)}, each once: impute,screen`,
      },
      ['steps'],
    );
    return null;
  }
  let next = 0;
  return dataSteps.map((step) => (order.includes(step) ? (order[next++] ?? step) : step));
}

function assign(
  recipe: { -readonly [Key in keyof PartialRecipe]: PartialRecipe[Key] },
  step: Exclude<keyof PartialRecipe, 'select' | 'region' | 'steps' | 'vary'>,
  choice: Choice | null,
): void {
  if (choice !== null) recipe[step] = choice;
}

/** Ratings in a list are spaced evenly, from 0 up; ratings with numbers have those. */
export function readScale(
  name: string,
  ratings: readonly string[] | Readonly<Record<string, number>>,
): Scale {
  const pairs = Array.isArray(ratings)
    ? ratings.map((word: string, value) => ({ word, value }))
    : Object.entries(ratings).map(([word, value]) => ({ word, value: Number(value) }));
  return { name, ratings: pairs.toSorted((a, b) => a.value - b.value) };
}

/** Reads key by key, so that one that is wrong does not lose the others. */
function readEntries(value: unknown, complain: Complain): Entries {
  const known = Object.keys(entries).filter((key) => key !== '$schema');
  if (!isRecord(value)) {
    complain(
      {
        code: 'recipe/schema',
        what: 'the file does not hold keys with values',
        fix: `its keys are ${list(known)}`,
      },
      [],
    );
    return {};
  }
  const read: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    const schema = isKey(key) ? entries[key] : undefined;
    if (schema === undefined) {
      complain(
        {
          code: 'recipe/schema',
          value: key,
          what: `there is no "${key}" here${didYouMean(key, known)}`,
          fix: `the keys here are ${list(known)}`,
        },
        [key],
      );
      continue;
    }
    // To the library a list is a record too.
    const faults =
      Array.isArray(one) && (key === 'recipe' || key === 'scales')
        ? [{ message: entries[key].message, path: [] }]
        : faultsIn(schema)(one);
    for (const { message, path } of faults)
      complain(entryComplaint(one, message, [key, ...path]), [key, ...path]);
    if (faults.length === 0) read[key] = one;
  }
  return read;
}

function isKey(key: string): key is keyof typeof entries {
  return Object.hasOwn(entries, key);
}

function entryComplaint(entry: unknown, message: string, path: Path): Complaint {
  const name = path.join('.');
  if (/^(?:there is no|")/.test(message)) {
    const inSource =
      path[0] === 'sources' ? didYouMean(String(path.at(-1)), Object.keys(source.entries)) : '';
    const suggestion = message.includes('did you mean') || message.includes('missing') ? '' : inSource;
    return {
      code: 'recipe/schema',
      what: `"${path.slice(0, -1).join('.')}" does not fit: ${message}${suggestion}`,
      fix:
        path[0] === 'sources'
          ? `the keys of a source are ${list(Object.keys(source.entries))}`
          : 'look at its form in the README',
    };
  }
  const value = path
    .slice(1)
    .reduce<unknown>(
      (inside, key) =>
        typeof inside === 'object' && inside !== null
          ? Object.entries(inside).find(([one]) => one === String(key))?.[1]
          : undefined,
      entry,
    );
  return {
    code: 'recipe/schema',
    value: show(value),
    what: `"${name}" cannot be ${show(value)}`,
    fix: message,
  };
}
