// A recipe as it is written, as far as it is written: a method for each step.
import { at } from '../../math/at.ts';
import { stepNames, type PartialRecipe } from '../../methods/steps.ts';
import { dataSteps, type DataStep } from '../../model/recipe.ts';
import type { Choice } from '../../model/registry.ts';
import { didYouMean, list } from '../../model/words.ts';
import { readChoice, readChoices } from './choice/choice.ts';
import { badForm, show, under, type Complain, type Complaint } from './complaint.ts';
import { readVary } from './vary.ts';

type RecipeSoFar = { -readonly [Key in keyof PartialRecipe]: PartialRecipe[Key] };

/** A recipe as far as it is written; steps that are not there take their defaults later. */
export function readRecipe(written: Readonly<Record<string, unknown>>, complain: Complain): PartialRecipe {
  const recipe: RecipeSoFar = {};
  for (const key of Object.keys(written)) if (!isKey(key)) complain(unknownStep(key), [key]);
  if (written['steps'] !== undefined) {
    const order = readOrder(written['steps'], complain);
    if (order !== null) recipe.steps = order;
  }
  if (written['vary'] !== undefined) recipe.vary = readVary(written['vary'], under(complain, 'vary'));
  for (const step of stepNames) {
    if (written[step] === undefined) continue;
    const complainOfStep = under(complain, step);
    if (step === 'select' || step === 'region')
      recipe[step] = readChoices(step, written[step], complainOfStep);
    else assign(recipe, step, readChoice(step, written[step], complainOfStep));
  }
  return recipe;
}

function isKey(key: string): boolean {
  return key === 'steps' || key === 'vary' || stepNames.some((step) => step === key);
}

function unknownStep(key: string): Complaint {
  const what = `a recipe has no step "${key}"${didYouMean(key, stepNames)}`;
  return badForm(what, `its steps are ${list(stepNames)}`, key);
}

function assign(
  recipe: RecipeSoFar,
  step: Exclude<keyof PartialRecipe, 'select' | 'region' | 'steps' | 'vary'>,
  choice: Choice | null,
): void {
  if (choice !== null) recipe[step] = choice;
}

/** The order of the steps that prepare scores: those that are named change places among themselves. */
function readOrder(written: unknown, complain: Complain): DataStep[] | null {
  const names = namesIn(written);
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
            : `there is no step "${unknown}" to reorder${didYouMean(unknown, dataSteps)}`,
        fix: `name some of ${list(dataSteps)}, each once: impute,screen`,
      },
      ['steps'],
    );
    return null;
  }
  let next = 0;
  return dataSteps.map((step) => (order.includes(step) ? at(order, next++) : step));
}

function namesIn(written: unknown): string[] {
  if (typeof written === 'string') return written.split(',').map((name) => name.trim());
  return Array.isArray(written) ? written.map(String) : [];
}
