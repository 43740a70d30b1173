// What weights make of an index: built with them, how much of what was published does it give?
import { comparedScores } from '../../methods/rank/run.ts';
import { at } from '../../math/at.ts';
import { roundTo } from '../../math/statistics/rounding.ts';
import { largest, smallest } from '../../math/statistics/stats.ts';
import { build } from '../../methods/build.ts';
import { completeRecipe } from '../../methods/steps.ts';
import type { Recipe } from '../../model/recipe.ts';
import type { Result } from '../../model/result.ts';
import type { ShownPlace } from '../../model/rows.ts';
import { reproduce } from '../check/reproduce.ts';
import { namedWeights, type LocalWeights } from '../region/named-weights.ts';
import { quantities, tierIn, type Task } from './task.ts';

export interface Outcome {
  readonly local: LocalWeights;
  /** What --weights has to be given for the index to be built with these weights. */
  readonly named: LocalWeights;
  readonly rebuilt: Result;
  /** The cut-offs that part the published tiers; none if these overlap, or of ranks and scores. */
  readonly cuts: readonly number[];
  /** How many countries come out as printed. */
  readonly agree: number;
}

/** The index built with weights among siblings. */
export function outcomeOf(task: Task, local: LocalWeights): Outcome {
  const { result, robust, tiers } = task;
  const named = namedWeights(result, robust.index.space, local);
  const rebuilt = build(result.edition, withWeights(result.recipe, named));
  const cuts = task.to === 'tiers' ? cutsBetween(task, rebuilt) : [];
  const agree =
    task.to === 'tiers' && cuts.length === 0
      ? 0
      : agreement(task, withTiers(rebuilt.recipe, cuts, namesOf(tiers)), rebuilt);
  return { local, named, rebuilt, cuts, agree };
}

/** Whether an outcome is all that was published. */
export function isAsPublished({ printed }: Task, { agree }: Outcome): boolean {
  return agree === printed.length;
}

/** How much of what was published a recipe gives as printed. */
export function agreement({ to, result, printed }: Task, recipe: Recipe, built?: Result): number {
  const { agreements } = reproduce(
    built?.recipe === recipe ? built : build(result.edition, recipe),
    printed.map(({ row }) => row),
  );
  // Without any number to compare there is none that agrees.
  return agreements.find(({ quantity }) => quantity === quantities[to])?.agree ?? 0;
}

/** The index of a country by its position among those that are ranked; NaN if it has none. */
export function indexAt({ robust }: Task, { index }: Pick<Result, 'index'>, position: ShownPlace): number {
  return at(index, at(robust.index.rows, position)) ?? Number.NaN;
}

/**
 * The names of tiers as a rule for cut-offs takes them: a single tier has one below it, in which nobody is.
 *
 * @example namesOf(['Upper']) // → ['Upper', 'below Upper']
 */
export function namesOf(tiers: readonly string[]): readonly string[] {
  return tiers.length === 1 ? [...tiers, `below ${at(tiers, 0)}`] : tiers;
}

/**
 * The cut-offs on the index itself, in as few decimals as lie between the tiers; none if tiers overlap. Of a
 * single tier, a whole number that nobody is below.
 */
function cutsBetween(task: Task, rebuilt: Result): number[] {
  const { tiers, printed } = task;
  // Tiers are of the scores that are ranked.
  const index = comparedScores(rebuilt.index, rebuilt.recipe.rank);
  const placed = printed.map(({ row, position }) => ({
    tier: tierIn(tiers, row),
    value: indexAt(task, { index }, position),
  }));
  if (tiers.length === 1) return [Math.floor(smallest(placed.map(({ value }) => value)))];
  const cuts = tiers.slice(1).map((_, border) => {
    const low = largest(placed.filter(({ tier }) => tier > border).map(({ value }) => value));
    const high = smallest(placed.filter(({ tier }) => tier <= border).map(({ value }) => value));
    if (low >= high) return null;
    const middle = (low + high) / 2;
    const rounded = Array.from({ length: 13 }, (__, decimals) => roundTo(middle, decimals));
    return rounded.find((cut) => low < cut && cut <= high) ?? high;
  });
  return cuts.every((cut) => cut !== null) ? cuts : [];
}

function withWeights(recipe: Recipe, named: LocalWeights): Recipe {
  return completeRecipe({ ...recipe, weights: { method: 'inline', weights: Object.fromEntries(named) } });
}

function withTiers(recipe: Recipe, cuts: readonly number[], names: readonly string[]): Recipe {
  return cuts.length === 0
    ? recipe
    : completeRecipe({ ...recipe, tiers: { method: 'thresholds', cuts, names } });
}
