// Dominance layers: tiers that need no weights at all. Who is behind nobody in everything is in the first,
// who then is left so in the second, …
import type { Column } from '../../math/statistics/column.ts';
import { largest } from '../../math/statistics/stats.ts';
import type { Condition, Placement, Tiering } from '../../model/result.ts';

/** The countries and their scores on every indicator, with what direction is better and what it weighs. */
export interface LayerField {
  readonly names: readonly string[];
  readonly rated: readonly {
    readonly direction: 1 | -1;
    readonly scores: Column;
    readonly weight: number;
  }[];
}

/**
 * Whether one country dominates another: nowhere behind, and ahead somewhere.
 *
 * @example dominates([3, 2], [3, 1]) // → true
 * @example dominates([3, 2], [3, 2]) // → false
 * @example dominates([3, 2], [1, 4]) // → false
 */
export function dominates(scores: readonly number[], others: readonly number[]): boolean {
  return (
    scores.every((x, i) => x >= (others[i] ?? Number.NaN)) &&
    scores.some((x, i) => x > (others[i] ?? Number.NaN))
  );
}

/**
 * Successive Pareto fronts: tier 1 are those whom nobody dominates, tier t those whom nobody dominates that
 * is not in a better tier.
 *
 * Whatever the weights, under any aggregation that never punishes a higher score, nobody in a tier is behind
 * everybody of a worse one. The order of rows does not matter; equal countries share a tier. A country of
 * which a score is missing has no tier, as nobody can say whom it dominates.
 *
 * @example paretoFronts([[3, 3], [2, 4], [1, 1], [2, 3]]) // → [0, 0, 2, 1]
 * @see Goldberg (1989), Genetic Algorithms, on nondominated sorting; OECD/JRC Handbook (2008), step 6
 */
export function paretoFronts(rows: readonly (readonly number[] | null)[]): (number | null)[] {
  const fronts: (number | null)[] = rows.map(() => null);
  let left = rows.flatMap((scores, row) => (scores === null ? [] : [{ scores, row }]));
  for (let front = 0; left.length > 0; front += 1) {
    const leading = left.filter(({ scores }) => !left.some((other) => dominates(other.scores, scores)));
    for (const { row } of leading) fronts[row] = front;
    left = left.filter((one) => !leading.includes(one));
  }
  return fronts;
}

/**
 * Sorts all countries into layers; each condition names those who dominate. An indicator of weight 0 takes no
 * part.
 *
 * @example layers({ names: ['Arcadia', 'Borduria'], rated: [{ direction: 1, scores: [3, 2], weight: 1 }]
 *   }).tiers // → ['Layer 1', 'Layer 2']
 */
export function layers(field: LayerField): Tiering {
  const { names } = field;
  const rated = field.rated.filter(({ weight }) => weight > 0);
  const rows = names.map((_, row) => {
    const scores = rated.flatMap((one) => {
      const score = one.scores[row] ?? null;
      return score === null ? [] : [one.direction * score];
    });
    return scores.length === rated.length ? scores : null;
  });
  const fronts = paretoFronts(rows);
  const amount = Math.max(0, largest(fronts.map((front) => (front === null ? 0 : front + 1))));
  const placements = fronts.map((front, row): Placement => {
    const own = rows[row] ?? null;
    if (front === null || own === null) return { tier: null, conditions: [] };
    const above = rows.flatMap((scores, other) =>
      scores !== null && dominates(scores, own)
        ? [{ name: names[other] ?? '', front: fronts[other] ?? 0 }]
        : [],
    );
    return {
      tier: front,
      conditions: Array.from({ length: amount - 1 }, (_, t) => [
        behindNobody(
          t,
          above.filter((other) => other.front >= t).map(({ name }) => name),
        ),
      ]),
    };
  });
  return {
    method: 'layers',
    tiers: Array.from({ length: amount }, (_, t) => `Layer ${t + 1}`),
    cuts: null,
    placements,
  };
}

function behindNobody(layer: number, dominating: readonly string[]): Condition {
  return {
    text: `behind nobody in everything${layer === 0 ? '' : ', better layers left aside'}`,
    met: dominating.length === 0,
    counted: dominating.length,
    asked: 1,
    veto: true,
    unit: 'countries',
    counting: dominating.map((code) => ({ code, amount: 1 })),
    lacking: [],
  };
}
