// tier: which ordered class is a country in, and which condition put it there?
import * as v from 'valibot';
import { present, type Column } from '../../math/statistics/column.ts';
import { sum } from '../../math/statistics/stats.ts';
import type { Method, Parameter, MethodTable, Values } from '../../model/registry.ts';
import { faultsIn } from '../../model/schema.ts';
import type { Placement, Tiering } from '../../model/result.ts';
import { layers } from './layers.ts';
import { naturalBreaks } from './natural-breaks.ts';
import { profile, type ProfileField } from './profile.ts';
import { tierRules } from './rule.ts';

/** What tiers are made of: the index, its ranks, and for `profile` the indicators' raw scores. */
export interface TierField extends ProfileField {
  readonly index: Column;
  /** Competition ranks of the index. */
  readonly ranks: Column;
  readonly names: readonly string[];
}

export interface TierMethod extends Method {
  apply(field: TierField, parameters: Values): Tiering | null;
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

function thresholds(
  { index }: TierField,
  { cuts, names }: { cuts: readonly number[]; names: readonly string[] | null },
): Tiering {
  const descending = cuts.toSorted((a, b) => b - a);
  return fromIndex('thresholds', index, cutIndex(index, descending), descending, names);
}

function quantiles(
  { index, ranks }: TierField,
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

function breaks(
  { index }: TierField,
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
    counting: [],
    lacking: [],
  } as const;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function checkNames(names: unknown, tiers: number): string | null {
  if (names === null) return null;
  const called = listOf(names);
  if (called.length !== tiers) return `there are ${tiers} tiers and ${called.length} names`;
  return new Set(called).size < called.length ? 'two tiers have the same name' : null;
}

const shareList = v.pipe(
  v.array(v.number()),
  v.check(
    (shares) =>
      shares.length === 1
        ? isCount(shares[0] ?? 0)
        : shares.every((share) => share > 0) && Math.abs(sum(shares) - 1) < 1e-9,
    'it takes a whole number of tiers from 1 to 20, or shares above 0 that add up to 1',
  ),
);

function isCount(tiers: number): boolean {
  return Number.isInteger(tiers) && tiers >= 1 && tiers <= 20;
}

const names: Parameter = {
  name: 'names',
  example: '80,50,names=High/Middle/Low',
  kind: 'text-list',
  default: null,
  meaning: "the tiers' names, the best first; on the command line with slashes: names=High/Middle/Low",
};

export const tierMethods = {
  none: {
    apply: () => null,
    summary: 'no tiers',
    formula: '',
    use: 'The default of an edition that says nothing of tiers.',
    parameters: [],
    source: '',
  },
  profile: {
    apply: profile,
    summary: 'the best tier whose conditions a country meets, indicator by indicator',
    formula: 'tier t if Σ (wᵢ or 1 where xᵢ ≥ level) ≥ what t asks for, and no veto',
    use:
      'When tiers are defined by strengths rather than by a total, as those of IISS: no number of good ' +
      'scores makes up for a level that is missing. Written in the recipe.',
    parameters: [
      {
        name: 'tiers',
        kind: 'structure',
        default: undefined,
        check: faultsIn(tierRules),
        meaning: 'the tiers, the best first: name, needs, vetoes',
      },
    ],
    source: 'IISS (2021); Bouyssou & Marchant (2007); Leroy, Mousseau & Pirlot (2011)',
  },
  thresholds: {
    apply: thresholds,
    summary: 'cut-offs on the index: thresholds:95,85,55,20',
    formula: 'tier t if cutₜ ≤ index < cutₜ₋₁',
    use: 'When the cut-offs mean something, or were published.',
    parameters: [
      {
        name: 'cuts',
        kind: 'number-list',
        default: undefined,
        positional: true,
        meaning: 'the least index of each tier but the last',
      },
      names,
    ],
    check: ({ cuts, names: called }) =>
      new Set(listOf(cuts)).size < listOf(cuts).length
        ? 'a cut-off stands twice'
        : checkNames(called, listOf(cuts).length + 1),
    source: 'ITU (2024), Global Cybersecurity Index 2024',
  },
  quantiles: {
    apply: quantiles,
    summary: 'shares of the field: quantiles:4, or quantiles:0.1,0.4,0.5',
    formula: 'tier t if (rank − 1) / n < s₁ + … + sₜ, and not sooner',
    use:
      "When tiers should have about the same size. A country's tier then depends on how many others there " +
      'are.',
    parameters: [
      {
        name: 'shares',
        kind: 'number-list',
        default: undefined,
        positional: true,
        example: '4',
        check: faultsIn(shareList),
        meaning: 'how many tiers, or the share of each, the best first',
      },
      names,
    ],
    check: ({ shares, names: called }) =>
      checkNames(called, listOf(shares).length === 1 ? Number(listOf(shares)[0]) : listOf(shares).length),
    source: 'OECD/JRC Handbook (2008), step 7',
  },
  breaks: {
    apply: breaks,
    summary: 'natural breaks: cut where the gaps are: breaks:4',
    formula: 'least Σ over tiers of Σ (index − tier mean)²',
    use: 'To see which groups the index itself falls into. The cut-offs move with every country.',
    parameters: [
      {
        name: 'classes',
        kind: 'integer',
        default: 3,
        least: 2,
        most: 20,
        positional: true,
        meaning: 'how many tiers',
      },
      names,
    ],
    check: ({ classes, names: called }) => checkNames(called, Number(classes)),
    source: 'Fisher (1958), JASA 53; Jenks (1967)',
  },
  layers: {
    apply: layers,
    summary: 'dominance layers: who is behind nobody in everything, then who is so among the rest',
    formula: 'tier t if nobody outside better tiers is at least as good everywhere and better somewhere',
    use:
      'When nobody can agree on weights: layers need none. With many indicators almost everybody is in ' +
      'the first.',
    parameters: [],
    source: 'Goldberg (1989), on nondominated sorting',
  },
} satisfies MethodTable<TierMethod>;
