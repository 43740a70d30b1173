// How much each uncertain choice moves ranks by itself, the others being as they are.
import { at } from '../../math/at.ts';
import { present, type Column } from '../../math/statistics/column.ts';
import { mean } from '../../math/statistics/stats.ts';
import { indicators } from '../../model/framework.ts';
import type { Variation } from '../../model/recipe.ts';
import { shownPlaces, type ShownPlace } from '../../model/rows.ts';
import { movedBy, placesMoved, type Outcome } from './outcome.ts';
import { isBuilt, type Replicate, type ReplicateDesign } from './replicates.ts';
import type { Runner } from './runner.ts';
import { replicatesOf } from './uncertainty.ts';

/** What one choice does by itself, the others being as they are. */
export interface Effect {
  readonly variation: Variation;
  /** How far the outcome moves, in the mean of the replicates that could be built: `movedBy`. */
  readonly shift: number;
  /** Of the countries looked at, the one that moves most on average, and by how many places. */
  readonly most: { readonly country: ShownPlace; readonly places: number } | null;
  readonly failed: number;
  readonly tried: number;
}

/**
 * How much each choice moves an outcome by itself: all methods of a step in turn, or so many replicates of
 * what is drawn.
 */
export async function effectsOf(
  design: ReplicateDesign,
  nominal: Column,
  run: Runner,
  draws: number,
  outcome: Outcome = { kind: 'shift' },
): Promise<Effect[]> {
  const effects: Effect[] = [];
  for (const [i, variation] of design.variations.entries()) {
    const alone: ReplicateDesign = { ...design, variations: [variation], seed: design.seed + 1 + i };
    const all = await replicatesOf(alone, pointsOf(variation, design, draws), run);
    const built = all.filter(isBuilt);
    effects.push({
      variation,
      tried: all.length,
      failed: all.length - built.length,
      shift: mean(present(built.map(({ ranks }) => movedBy(outcome, ranks, nominal)))),
      most: mostMoved(built, nominal, outcome),
    });
  }
  return effects;
}

/** Of the countries looked at, the one that moves most; null of the first k, which are looked at together. */
function mostMoved(built: readonly Replicate[], nominal: Column, outcome: Outcome): Effect['most'] {
  if (outcome.kind === 'top') return null;
  const moves = built.map(({ ranks }) => placesMoved(ranks, nominal));
  const countries = outcome.kind === 'country' ? [outcome.country] : shownPlaces(nominal);
  const [first] = countries
    .map((country) => ({ country, places: mean(present(moves.map((one) => at(one, country)))) }))
    .filter(({ places }) => Number.isFinite(places))
    .toSorted((a, b) => b.places - a.places);
  return first ?? null;
}

/** Each method once; of what is drawn, points spread evenly. */
export function pointsOf(variation: Variation, design: ReplicateDesign, draws: number): number[][] {
  const several = numberOf(variation, design, draws);
  return Array.from({ length: several }, (_, k) => [(k + 0.5) / several]);
}

function numberOf(variation: Variation, { edition }: ReplicateDesign, draws: number): number {
  if ('choices' in variation) return variation.choices.length;
  return variation.name === 'drop' ? 1 + indicators(edition.framework).length : draws;
}
