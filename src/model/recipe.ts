// The recipe: which method each step takes, with which parameters. It is data, so that it can be kept, compared and run again.
import type { Choice } from './registry.ts';

/** One choice a step, defaults filled in; `select` takes several, applied one after the other. */
export interface Recipe {
  readonly select: readonly Choice[];
  readonly transform: Choice;
  readonly missing: Choice;
  readonly normalise: Choice;
  readonly weights: Choice;
  readonly aggregate: Choice;
  readonly rank: Choice;
  readonly tiers: Choice;
}

export type StepName = keyof Recipe;
