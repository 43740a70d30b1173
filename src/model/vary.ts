// What is uncertain about a recipe and its scores: choices that could have been made otherwise.
import type { StepName } from './recipe.ts';
import type { Choice } from './registry.ts';

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
  /** Ratings are one step higher or lower with this probability. */
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
  return [
    ...(raters === undefined ? [] : [{ name: 'raters' as const }]),
    ...(noise === undefined ? [] : [{ name: 'noise' as const, share: noise }]),
    ...(ratings === undefined ? [] : [{ name: 'ratings' as const, share: ratings }]),
    ...(drop === undefined ? [] : [{ name: 'drop' as const }]),
    // oxlint-disable-next-line no-unsafe-type-assertion -- the keys of `methods` are steps
    ...Object.entries(methods).map(([step, choices]) => ({ name: step as VariedStep, choices })),
    ...(region === undefined ? [] : [{ name: 'weights' as const, region }]),
  ];
}
