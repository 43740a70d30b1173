// A recipe in words: which method each step takes, and which rows of the framework have others.
import { at } from '../../../math/at.ts';
import { select } from '../../../methods/select/run.ts';
import { indicatorSteps, dataSteps, type Recipe, type StepName } from '../../../model/recipe.ts';
import { stepNames, steps } from '../../../methods/steps.ts';
import { keyOf } from '../../../methods/years.ts';
import { indicators, nodes, type Framework, type FrameworkNode } from '../../../model/framework.ts';
import { describeChoice, type Choice } from '../../../model/registry.ts';
import type { Result } from '../../../model/result.ts';
import { count, list } from '../../../model/words.ts';
import type { Head } from '../json.ts';

const MOST_CODES = 4;
const MOST_OUT = 3;
const LABEL_WIDTH = 11;

/** Steps that may do nothing, and that are not spoken of then. */
const optionalSteps: ReadonlySet<StepName> = new Set([
  'denominate',
  'transform',
  'screen',
  'impute',
  'treat',
  'missing',
  'tiers',
]);

/** The steps that take one method each. */
type SingleStep = Exclude<StepName, 'select' | 'region'>;

function isSingle(step: StepName): step is SingleStep {
  return step !== 'select' && step !== 'region';
}

/** The line under a table: every step but those that do nothing, then what rows have of their own. */
export function recipeLine(result: Result): string {
  const { recipe, framework } = result;
  const order = recipe.steps.join() === dataSteps.join() ? '' : recipe.steps.join(', ');
  const parts = [choiceTexts(recipe).join(', ')];
  for (const step of stepNames.filter(isSingle))
    for (const { written, codes } of ownMethodsOf(result, step))
      parts.push(
        `for ${codes.length > MOST_CODES ? amountOf(framework, codes) : list(codes)} ${step} ${written}`,
      );
  if (order !== '') parts.push(`steps in the order ${order}`);
  return `recipe: ${parts.join('; ')}`;
}

function choiceTexts(recipe: Recipe): string[] {
  const selections = recipe.select.map((choice) => `select ${describeChoice(steps.select.table, choice)}`);
  const methods = stepNames
    .filter(isSingle)
    .filter((step) => !isQuiet(step, recipe[step]))
    .map((step) => `${step} ${describeChoice(steps[step].table, recipe[step])}`);
  return [...selections, ...methods];
}

/** A line a step, with the rows that have another method. */
export function stepLines(result: Result): string[] {
  return stepNames.flatMap((step) => {
    const text = stepText(result, step);
    return text === null ? [] : [`${step.padEnd(LABEL_WIDTH)} ${text}`];
  });
}

/** Null of a step that is not spoken of. */
function stepText(result: Result, step: StepName): string | null {
  if (step === 'select') return selectionText(result);
  if (!isSingle(step)) return null;
  const choice = result.recipe[step];
  const others = ownMethodsOf(result, step);
  if (isQuiet(step, choice) && others.length === 0) return null;
  const texts = others.map(({ written, codes }) => `${written} for ${list(codes, MOST_CODES)}`);
  return [describeChoice(steps[step].table, choice), ...texts].join('; ');
}

function selectionText({ recipe, framework, countries }: Result): string {
  const left =
    `${count(new Set(countries.map(keyOf)).size, 'country', 'countries')}, ` +
    count(indicators(framework).length, 'indicator');
  const selections = recipe.select.map((choice) => describeChoice(steps.select.table, choice));
  return [left, ...selections].join('; ');
}

/** The line that says which countries are selected out, and among whom ranks and scales then are. */
export function selectionNotes({ edition, recipe, countries }: Result): string[] {
  const left = new Set(select(edition, recipe.select).rows.map((row) => keyOf(at(edition.countries, row))));
  const out = edition.countries.filter((country) => !left.has(keyOf(country)));
  const names = [...new Map(out.map((country) => [keyOf(country), country.name])).values()];
  if (names.length === 0) return [];
  const others = new Set(countries.map(keyOf)).size;
  return [
    `select: without ${list(names, MOST_OUT)}; ranks and scales cover the other ` +
      count(others, 'country', 'countries'),
  ];
}

/** Whether a step changes nothing, as it does unless it is asked to. */
export function isQuiet(step: StepName, { method }: Choice): boolean {
  return optionalSteps.has(step) && method === steps[step].default?.method;
}

/** The methods of a step that rows have of their own and that are not the recipe's, with the rows. */
function ownMethodsOf(
  { framework, recipe }: Result,
  step: SingleStep,
): { readonly written: string; readonly codes: readonly string[] }[] {
  const describe = (choice: Choice) => describeChoice(steps[step].table, choice);
  const usual = describe(recipe[step]);
  const codes = new Map<string, string[]>();
  for (const node of nodes(framework)) {
    const choice = ownMethods(node).get(step);
    const written = choice === undefined ? usual : describe(choice);
    if (written !== usual) codes.set(written, [...(codes.get(written) ?? []), node.code]);
  }
  return [...codes].map(([written, named]) => ({ written, codes: named }));
}

/** The methods that rows of the framework have of their own, by code. */
export function ownMethodsJson(framework: Framework): Head['overrides'] {
  const methods = nodes(framework).map((node) => [node.code, ownMethods(node)] as const);
  return Object.fromEntries(
    methods.filter(([, own]) => own.size > 0).map(([code, own]) => [code, Object.fromEntries(own)]),
  );
}

/** The methods that a row of the framework has of its own, by step. */
function ownMethods(node: FrameworkNode): Map<StepName, Choice> {
  const own = new Map<StepName, Choice>();
  if (node.kind === 'category') {
    if (node.aggregate !== null) own.set('aggregate', node.aggregate);
    return own;
  }
  for (const step of indicatorSteps) {
    const choice = node[step];
    if (choice !== null) own.set(step, choice);
  }
  return own;
}

function amountOf(framework: Framework, codes: readonly string[]): string {
  const isLeaf = indicators(framework).some(({ code }) => code === codes[0]);
  return isLeaf ? count(codes.length, 'indicator') : count(codes.length, 'category', 'categories');
}
