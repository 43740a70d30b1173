// What is uncertain about a recipe and its scores: choices that could have been made otherwise.
import type { Choice } from './registry.ts';
import type { StepName } from './step.ts';

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
