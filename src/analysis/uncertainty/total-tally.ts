// The counts of rank acceptability, block by block, and the shares and their errors that follow from them.
// Counts are added up with `?? 0`, which never applies, as there may be millions.
import { at } from '../../math/at.ts';
import type { Tally } from '../../math/kernel/ranking.ts';
import type { ShownPlace } from '../../model/rows.ts';

/**
 * The ranks of a country: their mean, the least rank that half of the draws reach, and those that 5 and 95 %
 * do.
 */
export interface RankSummary {
  readonly mean: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The counts of all blocks so far, of n countries, m variables and some pairs. */
export class TotalTally {
  private draws = 0;
  private blocks = 0;
  /** As in a tally; numbers above 2³² fit. */
  private readonly ranks: Float64Array;
  private readonly firsts: Float64Array;
  private readonly wins: Float64Array;
  /** Σ over blocks of count² / draws of the block, from which the spread between blocks follows. */
  private readonly squares: Float64Array;

  constructor(
    private readonly n: number,
    private readonly m: number,
    pairs: number,
  ) {
    this.ranks = new Float64Array(n * n);
    this.firsts = new Float64Array(n * m);
    this.wins = new Float64Array(2 * pairs);
    this.squares = new Float64Array(n * n);
  }

  add({ draws, ranks, firsts, wins }: Tally): void {
    this.draws += draws;
    this.blocks += 1;
    addTo(this.ranks, ranks);
    addTo(this.firsts, firsts);
    addTo(this.wins, wins);
    for (let k = 0; k < ranks.length; k += 1)
      this.squares[k] = (this.squares[k] ?? 0) + (ranks[k] ?? 0) ** 2 / draws;
  }

  /** For each country the share of the draws in which it took each rank. */
  shares(): number[][] {
    return this.table((place) => at(this.ranks, place) / this.draws);
  }

  /**
   * One standard error of each share.
   *
   *     √(b (1 − b) / draws)                        of independent draws
   *     √(Σ dₖ (bₖ − b)² / (blocks − 1) / draws)    of blocks k of dₖ draws that depend on each other
   *
   * A single block tells nothing of the spread between blocks: then as if draws were independent.
   */
  standardErrors(isIndependent: boolean): number[][] {
    const { draws, blocks } = this;
    return this.table((place) => {
      const share = at(this.ranks, place) / draws;
      if (isIndependent || blocks < 2) return Math.sqrt((share * (1 - share)) / draws);
      return Math.sqrt(Math.max(0, at(this.squares, place) - draws * share ** 2) / (blocks - 1) / draws);
    });
  }

  /**
   * For each country the mean of the weightings under which nobody is ahead of it; null if there was none.
   */
  centralWeights(): (number[] | null)[] {
    return Array.from({ length: this.n }, (_, i) => {
      const count = at(this.ranks, i);
      if (count === 0) return null;
      return Array.from({ length: this.m }, (_one, j) => at(this.firsts, i * this.m + j) / count);
    });
  }

  /** The shares in which the first and the second of the k-th pair were ahead. */
  winsOf(k: number): [number, number] {
    return [at(this.wins, 2 * k) / this.draws, at(this.wins, 2 * k + 1) / this.draws];
  }

  summaryOf(country: ShownPlace): RankSummary {
    const counts = Array.from({ length: this.n }, (_, r) => at(this.ranks, r * this.n + country));
    const reached = (share: number): number => {
      let before = 0;
      return 1 + counts.findIndex((count) => (before += count) >= share * this.draws);
    };
    return {
      mean: counts.reduce((sum, count, r) => sum + count * (r + 1), 0) / this.draws,
      median: reached(0.5),
      low: reached(0.05),
      high: reached(0.95),
    };
  }

  /** A table of countries × ranks, of what lies at r · n + i in a tally. */
  private table(value: (place: number) => number): number[][] {
    return Array.from({ length: this.n }, (_, i) =>
      Array.from({ length: this.n }, (_one, r) => value(r * this.n + i)),
    );
  }
}

function addTo(total: Float64Array, counts: Uint32Array | Float64Array): void {
  for (let k = 0; k < total.length; k += 1) total[k] = (total[k] ?? 0) + (counts[k] ?? 0);
}
