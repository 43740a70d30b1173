// Where an indicator's scores may lie, and what is wrong with one that lies outside.
import { at } from '../../math/at.ts';
import { normalisations, type Normalisation } from '../../methods/normalise/table.ts';
import { statedLimits } from '../../methods/score-limits.ts';
import { limits, type Scale } from '../../model/edition.ts';
import type { Indicator } from '../../model/framework.ts';
import type { Problem, Severity } from '../../model/problem.ts';
import type { Recipe } from '../../model/recipe.ts';
import { describeChoice, entryOf } from '../../model/registry.ts';

/** Where an indicator's scores may lie, and what a score outside is. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly severity: Severity | null;
  /** How to hold such scores at the limit, if that can be said. */
  readonly clipped: string | null;
}

/** Beyond a scale of ratings nothing means anything; beyond goalposts only what the recipe says. */
export function rangeOf(leaf: Indicator, scale: Scale | null, recipe: Recipe): Range {
  const choice = leaf.normalise ?? recipe.normalise;
  const { goalposts: hasGoalposts } = entryOf<Normalisation>(normalisations, choice);
  const clipped = hasGoalposts ? describeChoice(normalisations, { ...choice, clip: true }) : null;
  const { low, high, mayBePassed } = statedLimits(leaf, scale, recipe);
  const severity = scale !== null || hasGoalposts ? 'error' : 'warning';
  return { low, high, severity: mayBePassed ? null : severity, clipped };
}

/** What is wrong with a score outside its range, if anything is. */
export function outOfRange(
  whose: string,
  scale: Scale | null,
  score: number,
  { low, high, severity, clipped }: Range,
): Problem | null {
  if (severity === null) return null;
  const outside = {
    code: 'scores/out-of-range',
    severity,
    what: `${whose} is out of range: ${score}`,
  } as const;
  if (scale !== null) return { ...outside, why: ratingsText(scale), fix: RATING_OR_NUMBER };
  const orClip = clipped === null ? '' : `, or cut it off at the limit: --normalise ${clipped}`;
  return { ...outside, why: rangeText(low, high), fix: `correct it${orClip}` };
}

/** What to do about a score beyond its ratings. */
export const RATING_OR_NUMBER = 'write a rating, or a number between them';

export function ratingsText(scale: Scale): string {
  const { low, high } = limits(scale);
  const [worst, best] = [at(scale.ratings, 0), at(scale.ratings, scale.ratings.length - 1)];
  return `ratings run from ${low} (${worst.word}) to ${high} (${best.word})`;
}

export function rangeText(low: number, high: number): string {
  if (high === Infinity) return `scores must be ${low} or more`;
  return low === -Infinity ? `scores must be ${high} or less` : `scores must be from ${low} to ${high}`;
}
