// The recipe: which method each step takes, with which parameters, and what is uncertain about them. It is
// data, so that it can be kept, compared and run again.
import type { Choice } from './registry.ts';

/**
 * The steps between selection and normalisation, in their usual order; a recipe may let them change places.
 */
export const dataSteps = ['denominate', 'transform', 'screen', 'impute', 'treat'] as const;
export type DataStep = (typeof dataSteps)[number];

/** The steps that an indicator may have a method of its own for. */
export const indicatorSteps = ['denominate', 'transform', 'impute', 'treat', 'normalise'] as const;

/** The steps for which a recipe chooses a method. */
export type StepName =
  'select' | DataStep | 'missing' | 'normalise' | 'weights' | 'aggregate' | 'rank' | 'tiers' | 'region';

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

/** The steps whose method may vary. */
export type VariedStep = Exclude<StepName, 'select' | 'rank' | 'tiers' | 'region'>;

/** The uncertain choices of an analysis; all vary together. */
export type Vary = {
  /** Weights drawn from a region. */
  readonly region?: readonly Choice[];
  /** For each of these steps, methods of which any could have been taken. */
  readonly methods?: { readonly [Step in VariedStep]?: readonly Choice[] };
  /** Numbers err by a normal error whose standard deviation is this share of the range of their indicator. */
  readonly noise?: number;
  /** Ratings are one step off with this probability, at an end of their scale towards the middle. */
  readonly ratings?: number;
  /** One indicator at a time is left out, or none. */
  readonly drop?: true;
  /** Each score is that of a rater drawn at random. */
  readonly raters?: true;
};

/** One uncertain choice, by the name that it is written with. */
export type Variation =
  | { readonly name: 'weights'; readonly region: readonly Choice[] }
  | { readonly name: VariedStep; readonly choices: readonly Choice[] }
  | { readonly name: 'noise' | 'ratings'; readonly share: number }
  | { readonly name: 'drop' | 'raters' };

/** The choices one by one, in the order of the steps that they are about. */
export function variationsOf({ region, methods = {}, noise, ratings, drop, raters }: Vary): Variation[] {
  const variations: Variation[] = [];
  if (raters !== undefined) variations.push({ name: 'raters' });
  if (noise !== undefined) variations.push({ name: 'noise', share: noise });
  if (ratings !== undefined) variations.push({ name: 'ratings', share: ratings });
  if (drop !== undefined) variations.push({ name: 'drop' });
  for (const [step, choices] of Object.entries(methods))
    // oxlint-disable-next-line no-unsafe-type-assertion -- the keys of `methods` are steps
    variations.push({ name: step as VariedStep, choices });
  if (region !== undefined) variations.push({ name: 'weights', region });
  return variations;
}
