// Tiers of every rule, straight from their definitions, as positions: 0 is the best. Rules with several
// equally good answers have several.
import { at, Fraction, product, total } from './fraction.ts';
import { effectiveShares, type Cell, type ExactIndex, type Weights } from './exact-index.ts';
import { exactRanks, rankedScores } from './exact-ranks.ts';
import { branchesOf, leavesOf, type Condition, type Sample, type Tiers } from './sample.ts';

export type Tiering = readonly (number | null)[];

/** What tiers are made of, for countries of one year. */
export interface TierField {
  readonly sample: Sample;
  readonly weights: Weights;
  readonly index: readonly Cell[];
  /** As written, by country and leaf. */
  readonly raw: readonly (readonly Cell[])[];
}

export function tierField(
  sample: Sample,
  weights: Weights,
  exact: ExactIndex,
  rows: readonly number[],
): TierField {
  return {
    sample,
    weights,
    index: rows.map((row) => at(exact.index, row)),
    raw: rows.map((row) => at(exact.raw, row)),
  };
}

export function tierNames(tiers: Tiers, amount: number): string[] {
  const words: Readonly<Record<string, string>> = { profile: 'Class', layers: 'Layer' };
  const word = words[tiers.method] ?? 'Tier';
  return Array.from({ length: amount }, (_, i) => `${word} ${i + 1}`);
}

/** Every tiering that the rule allows: more than one only where several natural breaks are equally good. */
export function exactTiers(field: TierField): Tiering[] {
  const { sample, index } = field;
  const { tiers, rank } = sample;
  const scores = rankedScores(index, rank);
  switch (tiers.method) {
    case 'none':
      return [index.map(() => null)];
    case 'thresholds':
      return [scores.map((score) => (score === null ? null : tierAtCuts(score, tiers.cuts)))];
    case 'quantiles':
      return [byShares(scores, tiers.shares)];
    case 'breaks':
      return byBreaks(scores, tiers.classes);
    case 'layers':
      return [byLayers(field)];
    case 'profile':
      return [field.raw.map((row) => profileTier(field, tiers.rules, row))];
  }
}

export function tierAtCuts(score: Fraction, cuts: readonly string[]): number {
  return cuts.filter((cut) => score.compare(Fraction.of(cut)) < 0).length;
}

/** In a tier t if (rank − 1) / n < s₁ + … + sₜ, and not sooner. */
export function tierAtRank(rank: number, countries: number, shares: readonly string[]): number {
  const parts =
    shares.length === 1
      ? Array.from({ length: Number(shares[0]) }, () => Fraction.one.over(Fraction.of(at(shares, 0))))
      : shares.map(Fraction.of);
  const place = Fraction.of(rank - 1).over(Fraction.of(countries));
  const tier = parts.findIndex((_, t) => place.compare(total(parts.slice(0, t + 1))) < 0);
  return tier === -1 ? parts.length - 1 : tier;
}

function byShares(scores: readonly Cell[], shares: readonly string[]): Tiering {
  const ranks = exactRanks(
    scores,
    scores.map(() => ''),
    { method: 'competition', decimals: null },
  );
  const countries = ranks.filter((rank) => rank !== null).length;
  return ranks.map((rank) => (rank === null ? null : tierAtRank(rank, countries, shares)));
}

/** Fisher–Jenks by trying every division of the distinct scores. */
function byBreaks(scores: readonly Cell[], classes: number): Tiering[] {
  const there = scores.filter((score) => score !== null);
  const distinct = there
    .toSorted((a, b) => b.compare(a))
    .filter((score, i, all) => i === 0 || score.compare(at(all, i - 1)) !== 0);
  const divisions = divisionsOf(distinct.length, Math.min(classes, distinct.length)).map((starts) => {
    const tiering = scores.map((score) => {
      const place = score === null ? -1 : distinct.findIndex((one) => one.compare(score) === 0);
      return score === null ? null : starts.filter((start) => start <= place).length;
    });
    return { tiering, spread: spreadWithin(scores, tiering) };
  });
  const best = divisions.reduce((a, b) => (b.spread.compare(a.spread) < 0 ? b : a), at(divisions, 0));
  return divisions.filter(({ spread }) => spread.compare(best.spread) === 0).map(({ tiering }) => tiering);
}

/** Where the second, third … class starts, in every way. */
function divisionsOf(length: number, classes: number, from = 1): number[][] {
  if (classes <= 1) return [[]];
  return Array.from({ length: Math.max(0, length - from) }, (_, i) => from + i).flatMap((start) =>
    divisionsOf(length, classes - 1, start + 1).map((rest) => [start, ...rest]),
  );
}

function spreadWithin(scores: readonly Cell[], tiering: Tiering): Fraction {
  const tiers = [...new Set(tiering.filter((tier) => tier !== null))];
  return total(
    tiers.map((tier) => {
      const members = scores.flatMap((score, i) => (score !== null && tiering[i] === tier ? [score] : []));
      const mean = total(members).over(Fraction.of(members.length));
      return total(members.map((score) => score.minus(mean).times(score.minus(mean))));
    }),
  );
}

/** Pareto fronts over what weighs something; without a tier where a score is missing. */
function byLayers({ sample, weights, raw }: TierField): Tiering {
  const shares = effectiveShares(sample.root, weights);
  const rows = raw.map((scores) => {
    const counting = leavesOf(sample.root).flatMap((leaf, i) =>
      at(shares, i).sign === 0 ? [] : [at(scores, i)?.times(Fraction.of(leaf.direction)) ?? null],
    );
    const there = counting.filter((score) => score !== null);
    return there.length === counting.length ? there : null;
  });
  const layerOf = (own: readonly Fraction[]): number => {
    const above = rows.flatMap((row) => (row !== null && dominates(row, own) ? [row] : []));
    return above.length === 0 ? 0 : 1 + Math.max(...above.map(layerOf));
  };
  return rows.map((row) => (row === null ? null : layerOf(row)));
}

function dominates(scores: readonly Fraction[], others: readonly Fraction[]): boolean {
  const signs = scores.map((score, i) => score.compare(at(others, i)));
  return signs.every((sign) => sign >= 0) && signs.some((sign) => sign > 0);
}

/** The positions of the leaves that a condition speaks of: those that weigh something. */
export function concerned({ root }: Sample, weights: Weights, { of }: Condition): number[] {
  const shares = effectiveShares(root, weights);
  const named = new Set(
    of === null
      ? leavesOf(root).map(({ code }) => code)
      : [
          ...of,
          ...branchesOf(root)
            .filter(({ code }) => of.includes(code))
            .flatMap((branch) => leavesOf(branch).map(({ code }) => code)),
        ],
  );
  return leavesOf(root).flatMap(({ code }, i) => (named.has(code) && at(shares, i).sign > 0 ? [i] : []));
}

/** Whether a score is at its level; null where there is none. */
export function isAtLevel(
  { root }: Sample,
  { levels }: Condition,
  leaf: number,
  score: Cell,
): boolean | null {
  const { code, direction } = at(leavesOf(root), leaf);
  const level = levels[code];
  if (score === null || level === undefined) return null;
  return direction * score.compare(Fraction.of(level)) >= 0;
}

/**
 * By how much a condition is met, or a veto escaped, in coefficients of the effective weights: met if ≥ 0.
 */
export function shareExcess(
  sample: Sample,
  weights: Weights,
  condition: Condition,
  row: readonly Cell[],
): Fraction[] {
  const leaves = concerned(sample, weights, condition);
  const asked = Fraction.of(condition.share ?? '0');
  return row.map((score, leaf) => {
    if (!leaves.includes(leaf)) return Fraction.zero;
    const counts = isAtLevel(sample, condition, leaf, score) === !condition.isVeto;
    return (counts ? Fraction.one : Fraction.zero).minus(asked);
  });
}

export function isMet(
  { sample, weights }: Pick<TierField, 'sample' | 'weights'>,
  condition: Condition,
  row: readonly Cell[],
): boolean {
  if (condition.share !== null) {
    const shares = effectiveShares(sample.root, weights);
    // A share of nothing is none: nobody has it.
    const reaches =
      concerned(sample, weights, condition).length > 0 &&
      product(shareExcess(sample, weights, condition, row), shares).sign >= 0;
    return reaches !== condition.isVeto;
  }
  const counted = concerned(sample, weights, condition).filter(
    (leaf) => isAtLevel(sample, condition, leaf, at(row, leaf)) === !condition.isVeto,
  ).length;
  return counted >= (condition.count ?? 1) !== condition.isVeto;
}

export function profileTier(
  field: Pick<TierField, 'sample' | 'weights'>,
  rules: readonly (readonly Condition[])[],
  row: readonly Cell[],
): number {
  const tier = rules.findIndex((conditions) => conditions.every((one) => isMet(field, one, row)));
  return tier === -1 ? rules.length : tier;
}
