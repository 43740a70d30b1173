// Dominance layers: tiers that need no weights at all. Who is behind nobody in everything is in the first,
// who then is left so in the second, …
import type { Column } from '../../math/statistics/column.ts';
import { at } from '../../math/at.ts';
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
  let isAhead = false;
  // Asked by the hundred million, so without a check of what is there.
  for (let i = 0; i < scores.length; i += 1) {
    const own = scores[i] ?? Number.NaN;
    const other = others[i] ?? Number.NaN;
    if (!(own >= other)) return false;
    if (own > other) isAhead = true;
  }
  return isAhead;
}

/**
 * Successive Pareto fronts: tier 1 are those whom nobody dominates, tier t those whom nobody dominates that
 * is not in a better tier.
 *
 * Whatever the weights, under any aggregation that never punishes a higher score, nobody in a tier is behind
 * everybody of a worse one. The order of rows does not matter; equal countries share a tier. A country of
 * which a score is missing has no tier, as nobody can say whom it dominates.
 *
 * Rows are taken in the order of their scores, the highest first, so that nobody is dominated by a later
 * one. Each goes to the first front in which nobody dominates it. Halving finds that front: a row that is
 * dominated in one front is dominated in every front before it.
 *
 * @example paretoFronts([[3, 3], [2, 4], [1, 1], [2, 3]]) // → [0, 0, 2, 1]
 * @see Goldberg (1989), Genetic Algorithms, on nondominated sorting; OECD/JRC Handbook (2008), step 6; Zhang,
 *   Tian, Cheng & Jin (2015), An efficient approach to nondominated sorting, IEEE Trans. Evol. Comput. 19
 */
export function paretoFronts(rows: readonly (readonly number[] | null)[]): (number | null)[] {
  const fronts: (number | null)[] = rows.map(() => null);
  const members: (readonly number[])[][] = [];
  const order = rows
    .flatMap((scores, row) => (scores === null ? [] : [{ scores, row }]))
    .toSorted((a, b) => compareScores(b.scores, a.scores));
  for (const { scores, row } of order) {
    let [low, high] = [0, members.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (at(members, middle).some((other) => dominates(other, scores))) low = middle + 1;
      else high = middle;
    }
    fronts[row] = low;
    if (low === members.length) members.push([scores]);
    else at(members, low).push(scores);
  }
  return fronts;
}

/** By the first score in which they differ. */
function compareScores(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((x, i) => x !== at(b, i));
  return place === -1 ? 0 : at(a, place) - at(b, place);
}

/**
 * Sorts all countries into layers; each condition names those who dominate. An indicator of weight 0 takes no
 * part.
 *
 * @example layers({ names: ['Arcadia', 'Borduria'], rated: [{ direction: 1, scores: [3, 2], weight: 1 }]
 *   }).tiers // → ['Layer 1', 'Layer 2']
 */
export function layers(field: LayerField): Tiering {
  const rated = field.rated.filter(({ weight }) => weight > 0);
  const rows = field.names.map((_, row) => {
    const scores = rated.flatMap((one) => {
      const score = one.scores[row] ?? null;
      return score === null ? [] : [one.direction * score];
    });
    return scores.length === rated.length ? scores : null;
  });
  const fronts = paretoFronts(rows);
  const amount = Math.max(0, largest(fronts.map((front) => (front === null ? 0 : front + 1))));
  const above = new Above(field.names, rows, fronts, amount);
  const placements = fronts.map((front, row): Placement => {
    if (front === null) return { tier: null, conditions: [] };
    return {
      tier: front,
      // Made where somebody asks: of many countries, all that are ahead of each are too many to keep.
      get conditions() {
        return above.conditions(row);
      },
    };
  });
  return {
    method: 'layers',
    tiers: Array.from({ length: amount }, (_, t) => `Layer ${t + 1}`),
    cuts: null,
    placements,
  };
}

/**
 * Who dominates whom, and what each layer asks. Keeps the answers about one country, as they are asked about
 * one after the other.
 */
class Above {
  private readonly names: readonly string[];
  private readonly rows: readonly (readonly number[] | null)[];
  private readonly fronts: readonly (number | null)[];
  private readonly amount: number;
  private row = -1;
  private dominating: readonly number[] = [];
  private asked: Placement['conditions'] = [];

  constructor(
    names: readonly string[],
    rows: readonly (readonly number[] | null)[],
    fronts: readonly (number | null)[],
    amount: number,
  ) {
    this.names = names;
    this.rows = rows;
    this.fronts = fronts;
    this.amount = amount;
  }

  /** For each layer but the last, the one condition of entering it. */
  conditions(row: number): Placement['conditions'] {
    this.turnTo(row);
    return this.asked;
  }

  /** The names of those in a layer or a worse one who dominate the country of a row. */
  of(row: number, layer: number): string[] {
    this.turnTo(row);
    return this.dominating
      .filter((other) => (at(this.fronts, other) ?? 0) >= layer)
      .map((other) => at(this.names, other));
  }

  private turnTo(row: number): void {
    if (row === this.row) return;
    const own = at(this.rows, row) ?? [];
    const dominating: number[] = [];
    for (const [other, scores] of this.rows.entries())
      if (scores !== null && dominates(scores, own)) dominating.push(other);
    this.row = row;
    this.dominating = dominating;
    this.asked = Array.from({ length: this.amount - 1 }, (_, layer) => [behindNobody(row, layer, this)]);
  }
}

/** To be in a layer, a country is behind nobody of that layer or a worse one. */
function behindNobody(row: number, layer: number, above: Above): Condition {
  return {
    text: layer === 0 ? 'dominated by no country' : 'dominated only by better layers',
    get met() {
      return above.of(row, layer).length === 0;
    },
    get counted() {
      return above.of(row, layer).length;
    },
    asked: 1,
    veto: true,
    unit: 'countries',
    get contributing() {
      return above.of(row, layer).map((code) => ({ code, amount: 1 }));
    },
    lacking: [],
  };
}
