// The recipe: which method each step takes, with which parameters. It is data, so that it can be kept,
// compared and run again.
import type { Choice } from './registry.ts';
import type { DataStep } from './step.ts';
import type { Vary } from './vary.ts';

export { dataSteps, type DataStep, type StepName } from './step.ts';

/** One choice a step, defaults filled in; `select` takes several, applied one after the other. */
export interface Recipe {
  readonly select: readonly Choice[];
  /** The order of the steps that prepare scores. */
  readonly steps: readonly DataStep[];
  readonly denominate: Choice;
  readonly transform: Choice;
  readonly screen: Choice;
  readonly impute: Choice;
  readonly treat: Choice;
  readonly missing: Choice;
  readonly normalise: Choice;
  readonly weights: Choice;
  readonly aggregate: Choice;
  readonly rank: Choice;
  readonly tiers: Choice;
  /** Which weights count as defensible, all of these at once; no number of the index depends on it. */
  readonly region: readonly Choice[];
  /** What is uncertain about it and its scores; left out where nothing is. */
  readonly vary?: Vary;
}
