// How much each uncertain choice moves ranks by itself, the others being as they are.
import { at } from '../../math/at.ts';
import { present, type Column } from '../../math/statistics/column.ts';
import { mean } from '../../math/statistics/stats.ts';
import { indicators } from '../../model/framework.ts';
import type { Variation } from '../../model/recipe.ts';
import { shownPlaces, type ShownPlace } from '../../model/rows.ts';
import { isBuilt, type ReplicateDesign } from './replicates.ts';
import type { Runner } from './runner.ts';
import { replicatesOf } from './uncertainty.ts';

/** What one choice does by itself, the others being as they are. */
export interface Effect {
  readonly variation: Variation;
  /** The mean over countries of how many places each moves, over the replicates that could be built. */
  readonly shift: number;
  /** Of the countries, the one that moves most on average, and by how many places. */
  readonly most: { readonly country: ShownPlace; readonly places: number } | null;
  readonly failed: number;
  readonly tried: number;
}

/**
 * How much each choice moves ranks by itself: all methods of a step in turn, or so many replicates of what is
 * drawn.
 */
export async function effectsOf(
  design: ReplicateDesign,
  nominal: Column,
  run: Runner,
  draws: number,
): Promise<Effect[]> {
  const effects: Effect[] = [];
  for (const [i, variation] of design.variations.entries()) {
    const alone: ReplicateDesign = { ...design, variations: [variation], seed: design.seed + 1 + i };
    const all = await replicatesOf(alone, pointsOf(variation, design, draws), run);
    const built = all.filter(isBuilt);
    const moves = built.map(({ ranks }) => placesMoved(ranks, nominal));
    effects.push({
      variation,
      tried: all.length,
      failed: all.length - built.length,
      shift: mean(moves.map((one) => mean(present(one)))),
      most: mostMoved(
        shownPlaces(design.rows).map((country) => mean(present(moves.map((one) => at(one, country))))),
      ),
    });
  }
  return effects;
}

/** By how many places each country moves; one that had no rank moves by none. */
export function placesMoved(ranks: Column, nominal: Column): Column {
  return ranks.map((rank, country) =>
    rank === null ? null : Math.abs(rank - (at(nominal, country) ?? rank)),
  );
}

/** Of countries with their moves, the one that moves most; null without any. */
function mostMoved(moves: readonly number[]): Effect['most'] {
  const [first] = shownPlaces(moves)
    .map((country) => ({ country, places: at(moves, country) }))
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
