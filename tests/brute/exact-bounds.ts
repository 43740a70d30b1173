// Best and worst ranks and tiers over a weight region, and who is always ahead of whom, from the region's
// corners.
import { at, Fraction, greatest, least, product, total } from './fraction.ts';
import type { Cell, Weights } from './exact-index.ts';
import {
  concerned,
  isMet,
  shareExcess,
  tierAtCuts,
  tierAtRank,
  exactTiers,
  type TierField,
} from './exact-tiers.ts';
import { mixtureExists, type Signs } from './mixture.ts';
import { branchesOf, leavesOf, type Condition, type Sample } from './sample.ts';

/** Countries that are ranked together, and what each has at each corner of a region. */
export interface Contest {
  readonly corners: readonly (readonly Fraction[])[];
  /** By country and corner. */
  readonly values: readonly (readonly Fraction[])[];
}

export function contestOf(
  corners: readonly (readonly Fraction[])[],
  points: readonly (readonly Cell[])[],
): Contest {
  const values = points.map((point) => {
    const scores = point.map((x) => x ?? Fraction.zero);
    return corners.map((corner) => product(corner, scores));
  });
  return { corners, values };
}

/** By how much one is ahead of another, at each corner. */
export function leads({ values }: Contest, one: number, other: number): Fraction[] {
  return at(values, one).map((value, corner) => value.minus(at(at(values, other), corner)));
}

export interface RankBounds {
  readonly best: number;
  readonly worst: number;
}

export interface AllRankBounds extends RankBounds {
  /** If a tie costs a place. */
  readonly worstTiesAgainst: number;
}

/** 1 + the fewest and the most that are strictly ahead at once, and the most that are ahead or level. */
export function rankBounds(contest: Contest, country: number): AllRankBounds {
  const others = [...contest.values.keys()].filter((other) => other !== country);
  const ahead = others.map((other) => leads(contest, other, country));
  const behind = others.map((other) => leads(contest, country, other));
  const most = (rows: readonly Fraction[][], isStrict: boolean): number => {
    const fits = (row: readonly Fraction[]) => row.some(({ sign }) => sign > 0 || (!isStrict && sign === 0));
    const candidates = rows.filter(fits);
    const atCorners = contest.corners.map(
      (_, corner) =>
        rows.map((row) => at(row, corner)).filter(({ sign }) => sign > 0 || (!isStrict && sign === 0)).length,
    );
    return largestTogether(candidates, Math.max(0, ...atCorners), (some) =>
      mixtureExists(contest.corners.length, isStrict ? { above: some } : { above: [], notBelow: some }),
    );
  };
  return {
    best: 1 + others.length - most(behind, false),
    worst: 1 + most(ahead, true),
    worstTiesAgainst: 1 + most(ahead, false),
  };
}

/** The size of the largest subset that can be together; so many are known to be able. */
function largestTogether<Item>(
  items: readonly Item[],
  known: number,
  canBe: (some: readonly Item[]) => boolean,
): number {
  for (let size = items.length; size > known; size -= 1)
    if (subsetsOf(items, size).some((some) => canBe(some))) return size;
  return known;
}

export function subsetsOf<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) => subsetsOf(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]));
}

/** How one stands to another over all weightings. */
export interface Standing {
  readonly least: Fraction;
  readonly most: Fraction;
}

export function standing(contest: Contest, one: number, other: number): Standing {
  const all = leads(contest, one, other);
  return { least: least(all), most: greatest(all) };
}

/**
 * Who is directly ahead of whom: at least level under all weightings, ahead under some, nobody in between.
 */
export function hasse(contest: Contest): [number, number][] {
  const all = [...contest.values.keys()];
  const isAbove = (one: number, other: number): boolean => {
    const { least: worst, most } = standing(contest, one, other);
    return one !== other && worst.sign >= 0 && most.sign > 0;
  };
  return all.flatMap((one) =>
    all.flatMap((other): [number, number][] =>
      isAbove(one, other) && !all.some((third) => isAbove(one, third) && isAbove(third, other))
        ? [[one, other]]
        : [],
    ),
  );
}

/**
 * The same over mixtures of sets, a corner each: an indicator takes part where a mixture weighs it, which all
 * mixtures of the same sets do alike.
 */
export function tierBoundsOverSets(
  field: TierField,
  contest: Contest,
  country: number,
  ranks: RankBounds,
): RankBounds | null {
  const sets = [...contest.corners.keys()];
  const found = sets
    .flatMap((_, i) => subsetsOf(sets, i + 1))
    .flatMap((some) => {
      const pick = <Item>(items: readonly Item[]) => some.map((set) => at(items, set));
      const corners = pick(contest.corners);
      const part = { corners, values: contest.values.map((own) => pick(own)) };
      const weights = weightsOf(field.sample, corners);
      return tierBounds({ ...field, weights }, part, country, ranks, contest.values.length, true) ?? [];
    });
  if (found.length === 0) return null;
  return {
    best: Math.min(...found.map(({ best }) => best)),
    worst: Math.max(...found.map(({ worst }) => worst)),
  };
}

/** The weights of the whole tree halfway between some of the leaves. */
function weightsOf({ root }: Sample, corners: readonly (readonly Fraction[])[]): Weights {
  const codes = leavesOf(root).map(({ code }) => code);
  const weights = new Map(codes.map((code, leaf) => [code, total(corners.map((own) => at(own, leaf)))]));
  for (const branch of branchesOf(root))
    weights.set(branch.code, total(leavesOf(branch).map(({ code }) => weights.get(code) ?? Fraction.zero)));
  return weights;
}

/**
 * The best and the worst tier over a region, as positions; null where the rule moves with the whole field.
 * `isInside`: over mixtures alone in which every corner takes part.
 */
export function tierBounds(
  field: TierField,
  contest: Contest,
  country: number,
  ranks: RankBounds,
  countries: number,
  isInside = false,
): RankBounds | null {
  const { tiers } = field.sample;
  const values = at(contest.values, country);
  switch (tiers.method) {
    case 'thresholds':
      return { best: tierAtCuts(greatest(values), tiers.cuts), worst: tierAtCuts(least(values), tiers.cuts) };
    case 'quantiles':
      return {
        best: tierAtRank(ranks.best, countries, tiers.shares),
        worst: tierAtRank(ranks.worst, countries, tiers.shares),
      };
    case 'layers': {
      const tier = at(at(exactTiers(field), 0), country);
      return tier === null ? null : { best: tier, worst: tier };
    }
    case 'profile':
      return profileBounds(field, contest, tiers.rules, at(field.raw, country), isInside);
    case 'none':
    case 'breaks':
      return null;
  }
}

type Row = readonly Fraction[];

interface Demands {
  readonly above: readonly Row[];
  readonly notBelow: readonly Row[];
}

/**
 * A tier is the best if all its conditions can be met at once; the worst is the furthest down for which some
 * condition of every better tier can be failed at once.
 */
function profileBounds(
  field: TierField,
  { corners }: Contest,
  rules: readonly (readonly Condition[])[],
  row: readonly Cell[],
  isInside: boolean,
): RankBounds {
  const shares = corners.map((_, i) => corners.map((__, j) => (i === j ? Fraction.one : Fraction.zero)));
  const inside = isInside ? [{ above: shares, notBelow: [] }] : [];
  const can = (demands: readonly (Demands | boolean)[]): boolean =>
    demands.every((one) => one !== false) && mixtureExists(corners.length, merged([...inside, ...demands]));
  const demand = (condition: Condition, isToBeMet: boolean) =>
    demandOf(field.sample, field.weights, condition, row, isToBeMet, corners);
  const best = rules.findIndex((conditions) => can(conditions.map((one) => demand(one, true))));
  const failing = (upTo: number): (Demands | boolean)[][] =>
    upTo === 0
      ? [[]]
      : failing(upTo - 1).flatMap((before) =>
          at(rules, upTo - 1).map((one) => [...before, demand(one, false)]),
        );
  const worst = [...Array.from({ length: rules.length + 1 }).keys()].findLast((tier) =>
    failing(tier).some(can),
  );
  return { best: best === -1 ? rules.length : best, worst: worst ?? 0 };
}

function merged(demands: readonly (Demands | boolean)[]): Signs {
  const rows = demands.filter((one) => typeof one === 'object');
  return { above: rows.flatMap(({ above }) => above), notBelow: rows.flatMap(({ notBelow }) => notBelow) };
}

function demandOf(
  sample: Sample,
  weights: Weights,
  condition: Condition,
  row: readonly Cell[],
  isToBeMet: boolean,
  corners: Contest['corners'],
): Demands | boolean {
  // A share of nothing is none, whatever the weights.
  if (condition.share === null || concerned(sample, weights, condition).length === 0)
    return isMet({ sample, weights }, condition, row) === isToBeMet;
  const coefficients = shareExcess(sample, weights, condition, row);
  const values = corners.map((corner) => product(corner, coefficients));
  // A veto is escaped by staying below its share.
  return isToBeMet !== condition.isVeto
    ? { above: [], notBelow: [values] }
    : { above: [values.map((x) => x.negated())], notBelow: [] };
}
