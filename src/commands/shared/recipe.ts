// A recipe in words: which method each step takes, and which rows of the framework have others.
import { stepNames, steps } from '../../methods/steps.ts';
import { indicators, nodes, type Framework, type FrameworkNode } from '../../model/framework.ts';
import { dataSteps, type StepName } from '../../model/recipe.ts';
import { describeChoice, type Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';

/** The line under a table: every step but those that do nothing, then what rows have of their own. */
export function recipeLine(result: Result): string {
  const { recipe, framework } = result;
  const choices = stepNames.flatMap((step) => {
    if (step === 'region') return [];
    if (step === 'select')
      return recipe.select.map((choice) => `${step} ${describeChoice(steps.select.table, choice)}`);
    return isQuiet(step, recipe[step]) ? [] : [`${step} ${describeChoice(steps[step].table, recipe[step])}`];
  });
  const own = stepNames.flatMap((step) =>
    differing(result, step).map(
      ({ written, codes }) =>
        `; for ${codes.length > 4 ? amountOf(framework, codes) : list(codes)} ${step} ${written}`,
    ),
  );
  const order =
    recipe.steps.join() === dataSteps.join() ? '' : `; steps in the order ${recipe.steps.join(', ')}`;
  return `recipe: ${choices.join(', ')}${own.join('')}${order}`;
}

/** A line a step, with the rows that have another method. */
export function stepLines(result: Result): string[] {
  const { recipe, framework, countries } = result;
  const label = (step: StepName) => step.padEnd(11);
  return stepNames.flatMap((step) => {
    if (step === 'select') {
      const selections = recipe.select
        .map((choice) => `; ${describeChoice(steps.select.table, choice)}`)
        .join('');
      return [
        `${label(step)} ${count(countries.length, 'country', 'countries')}, ` +
          `${count(indicators(framework).length, 'indicator')}${selections}`,
      ];
    }
    if (step === 'region') return [];
    const own = differing(result, step);
    if (isQuiet(step, recipe[step]) && own.length === 0) return [];
    return [
      `${label(step)} ` +
        `${describeChoice(steps[step].table, recipe[step])}${own.map(({ written, codes }) => `; ${written} for ${list(codes, 4)}`).join('')}`,
    ];
  });
}

/** Steps that change nothing unless they are asked to. */
export function isQuiet(step: StepName, { method }: Choice): boolean {
  return (
    ['denominate', 'transform', 'screen', 'impute', 'treat', 'missing', 'tiers'].includes(step) &&
    method === steps[step].default?.method
  );
}

/** The methods of a step that rows have of their own and that are not the recipe's, with the rows. */
function differing({ framework, recipe }: Result, step: StepName): { written: string; codes: string[] }[] {
  const codes = new Map<string, string[]>();
  for (const node of nodes(framework)) {
    for (const own of ownMethods(node).filter((one) => one.step === step)) {
      const written = describeChoice(steps[step].table, own.choice);
      if (
        step !== 'select' &&
        step !== 'region' &&
        written !== describeChoice(steps[step].table, recipe[step])
      )
        codes.set(written, [...(codes.get(written) ?? []), node.code]);
    }
  }
  return [...codes].map(([written, named]) => ({ written, codes: named }));
}

/** The methods that rows of the framework have of their own, by code. */
export function ownMethodsJson(framework: Framework): Record<string, object> {
  return Object.fromEntries(
    nodes(framework).flatMap((node) => {
      const own = ownMethods(node);
      return own.length === 0
        ? []
        : [[node.code, Object.fromEntries(own.map(({ step, choice }) => [step, choice]))]];
    }),
  );
}

/** The methods that a row of the framework has of its own, by step. */
function ownMethods(node: FrameworkNode): { step: StepName; choice: Choice }[] {
  const own =
    node.kind === 'category'
      ? [{ step: 'aggregate' as const, choice: node.aggregate }]
      : (['denominate', 'transform', 'impute', 'treat', 'normalise'] as const).map((step) => ({
          step,
          choice: node[step],
        }));
  return own.flatMap(({ step, choice }) => (choice === null ? [] : [{ step, choice }]));
}

function amountOf(framework: Framework, codes: readonly string[]): string {
  const isLeaf = indicators(framework).some(({ code }) => code === codes[0]);
  return isLeaf ? count(codes.length, 'indicator') : count(codes.length, 'category', 'categories');
}
