// Tiers cut out of the index: at cut-offs that are given, by shares of the field, or where the gaps are.
import { present, type Column } from '../../math/statistics/column.ts';
import type { Placement, Tiering } from '../../model/result.ts';
import { naturalBreaks } from './natural-breaks.ts';

/** The index as it is cut, with its competition ranks. */
export interface IndexField {
  readonly index: Column;
  readonly ranks: Column;
}

/**
 * Thresholds: cut-offs on the index, the highest first; a country on a cut-off is above it.
 *
 *     tier t if cut_t <= index < cut_(t-1)
 *
 * @example cutIndex([97, 85, 20], [95, 85]) // → [0, 1, 2]
 * @see ITU (2024), Global Cybersecurity Index 2024
 */
export function cutIndex(index: Column, cuts: readonly number[]): (number | null)[] {
  return index.map((score) => {
    if (score === null) return null;
    const tier = cuts.findIndex((cut) => score >= cut);
    return tier === -1 ? cuts.length : tier;
  });
}

/**
 * Quantiles: shares of the field, the best first. Countries that share a rank share a tier.
 *
 *     tier t if (rank - 1) / n < s_1 + ... + s_t, and not sooner
 *
 * @example shareOut([1, 2, 2, 4], [0.25, 0.75]) // → [0, 1, 1, 1]
 */
export function shareOut(ranks: Column, shares: readonly number[]): (number | null)[] {
  const ranked = present(ranks).length;
  return ranks.map((rank) => {
    if (rank === null) return null;
    let upTo = 0;
    const tier = shares.findIndex((share) => {
      upTo += share;
      return (rank - 1) / ranked < upTo - 1e-12;
    });
    return tier === -1 ? shares.length - 1 : tier;
  });
}

/**
 * Tiers by thresholds, written in any order: see `cutIndex`.
 *
 * @example thresholds({ index: [97, 85, 20], ranks: [1, 2, 3] }, { cuts: [85, 95], names: null
 *   }).placements.map(({ tier }) => tier) // → [0, 1, 2]
 * @see ITU (2024), Global Cybersecurity Index 2024
 */
export function thresholds(
  { index }: IndexField,
  { cuts, names }: { cuts: readonly number[]; names: readonly string[] | null },
): Tiering {
  const descending = cuts.toSorted((a, b) => b - a);
  return fromIndex('thresholds', index, cutIndex(index, descending), descending, names);
}

/**
 * Tiers by quantiles, each with the least index in it as its cut-off: see `shareOut`.
 *
 * @example quantiles({ index: [97, 85, 20], ranks: [1, 2, 3] }, { shares: [3], names: null }).cuts // → [97,
 *   85]
 * @see OECD/JRC Handbook (2008), step 7
 */
export function quantiles(
  { index, ranks }: IndexField,
  { shares, names }: { shares: readonly number[]; names: readonly string[] | null },
): Tiering {
  const parts = partsOf(shares);
  const tiers = shareOut(ranks, parts);
  return fromIndex('quantiles', index, tiers, lowestOf(index, tiers, parts.length), names);
}

/** A single number stands for so many equal shares. */
export function partsOf(shares: readonly number[]): readonly number[] {
  const [only = 1] = shares;
  return shares.length === 1 ? Array.from({ length: only }, () => 1 / only) : shares;
}

/**
 * Tiers by natural breaks: see `naturalBreaks`.
 *
 * @example breaks({ index: [97, 85, 20], ranks: [1, 2, 3] }, { classes: 2, names: null
 *   }).placements.map(({ tier }) => tier) // → [0, 0, 1]
 * @see Fisher (1958), JASA 53; Jenks (1967)
 */
export function breaks(
  { index }: IndexField,
  { classes, names }: { classes: number; names: readonly string[] | null },
): Tiering {
  const cuts = naturalBreaks(present(index), classes).toReversed();
  return fromIndex('breaks', index, cutIndex(index, cuts), cuts, names);
}

/** The least index in each tier but the last, as its cut-off. */
function lowestOf(index: Column, tiers: readonly (number | null)[], length: number): number[] {
  const lowest = Array.from({ length: length - 1 }, () => Infinity);
  for (const [row, tier] of tiers.entries()) {
    for (let t = tier ?? length; t < length - 1; t += 1)
      lowest[t] = Math.min(lowest[t] ?? Infinity, index[row] ?? Infinity);
  }
  return lowest;
}

function fromIndex(
  method: string,
  index: Column,
  tiers: readonly (number | null)[],
  cuts: readonly number[],
  names: readonly string[] | null,
): Tiering {
  const placements = tiers.map((tier, row): Placement => {
    const score = index[row] ?? null;
    if (tier === null || score === null) return { tier: null, conditions: [] };
    return { tier, conditions: cuts.map((cut) => [reaches(score, cut)]) };
  });
  return {
    method,
    tiers: Array.from({ length: cuts.length + 1 }, (_, t) => names?.[t] ?? `Tier ${t + 1}`),
    cuts,
    placements,
  };
}

function reaches(score: number, cut: number) {
  const text = `index at least ${Number(cut.toPrecision(6))}`;
  return {
    text,
    met: score >= cut,
    counted: score,
    asked: cut,
    veto: false,
    unit: 'index',
    contributing: [],
    lacking: [],
  } as const;
}
