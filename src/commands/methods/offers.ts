// What is on offer: every method with the step that it belongs to.
import { fileOf, stepNames, steps } from '../../methods/steps.ts';
import type { StepName } from '../../model/recipe.ts';
import type { Method } from '../../model/registry.ts';

export interface Offer {
  readonly step: StepName;
  readonly name: string;
  readonly method: Method;
}

/** All of them, step by step. */
export const offers: readonly Offer[] = stepNames.flatMap((step) =>
  Object.entries(steps[step].table).map(([name, method]): Offer => ({ step, name, method })),
);

/** Where its formula stands in the source. */
export function sourceFileOf({ step, method }: Offer): string {
  return `src/methods/${fileOf(step, method)}`;
}
