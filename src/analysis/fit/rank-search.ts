// Published ranks and tiers of rounded scores, or ranks among countries without a published one: which
// weights give them, where no single linear program says so?
import { at, of } from '../../math/at.ts';
import { euclideanLength, largest, smallest } from '../../math/statistics/stats.ts';
import type { Result } from '../../model/result.ts';
import type { ShownPlace } from '../../model/rows.ts';
import { difference } from '../pairs/dominance.ts';
import { localWeights } from '../region/local-weights.ts';
import { effectiveWeights } from '../region/named-weights.ts';
import { indexAt, isAsPublished, outcomeOf, type Outcome } from './outcome.ts';
import { nearestTo, widest, type Claim, type Fitted, type Limit } from './program.ts';
import { isOrderedByCode, level, othersThan, rankGroups, type RankGroup } from './rank-claims.ts';
import { roundedUnits, roundsTo, unitOf } from './rounded.ts';
import { isPossible, tierIn, type Task } from './task.ts';
import { clearOutcome, nearestOutcome } from './weights.ts';

/** Linear programs to be solved at most, and how large all of them may be together. */
const MOST = { programs: 400, size: 1e7 };
/** Weights that are hardly further than any can be are near enough. */
const NEAR = { share: 1.05, least: 0.005 };

export interface Verdict {
  /** What reproduces what was published, built with it; null if nothing was found. */
  readonly outcome: Outcome | null;
  /** Whether it is found, or proved that there is nothing to be found. */
  readonly isProved: boolean;
}

/** A part of the weights that are left: what holds there, and the nearest of them to the nominal ones. */
interface Node {
  readonly claims: readonly Claim[];
  /** All that holds there, off the ends of rounding where something is left off them. */
  readonly inner: readonly Claim[];
  /** Which of the countries without a published rank already stand somewhere in relation to which others. */
  readonly placed: ReadonlySet<string>;
  readonly best: Fitted;
  readonly weights: readonly number[];
  readonly distance: number;
}

/**
 * Whether any weights give the ranks or tiers as published, by branch and bound.
 *
 * What is necessary is linear: who is ahead of whom. What is missing is where each group of equals is rounded
 * to, and where countries without a published rank stand between the others. The part of the weights whose
 * nearest point is nearest to the nominal weights is looked at first. If the index built there gives the
 * ranks, that is the answer; if not, what it gets wrong is decided one way and the other, which leaves out
 * this point: members of a group that are rounded to different numbers all go to the upper ones or all to the
 * lower; a group that is not above the next rises or the next falls, as do all down to a border between
 * tiers; another country is ahead, level or behind. Before that, weights that put everybody clearly ahead of
 * the next are tried, as rounding does nothing to these: if they are hardly further than what is necessary,
 * they will do.
 *
 * @see Land & Doig (1960), Econometrica 28: branch and bound
 */
export function searchRanks(task: Task, best: Fitted): Verdict {
  const root = nodeOf(task, [], new Set());
  if (root === null) return { outcome: null, isProved: true };
  let reserve = clearOutcome(task, task.claims, best);
  if (reserve !== null && distanceOf(task, reserve) < NEAR.share * root.distance + NEAR.least)
    return { outcome: reserve, isProved: true };
  const open = [root];
  let isComplete = true;
  for (let programs = 1; open.length > 0 && programs <= mostPrograms(task);) {
    const node = nearestOf(open);
    const outcome = outcomeOf(task, localWeights(task.robust.index.space, node.weights));
    if (isAsPublished(task, outcome))
      return { outcome: nearestOutcome(task, node.inner, node.best) ?? outcome, isProved: true };
    reserve ??= nearestOutcome(task, node.inner, node.best);
    const branches = branchesAt(task, node, outcome.rebuilt);
    isComplete &&= branches !== null;
    for (const { claims, placed } of branches ?? []) {
      const child = nodeOf(task, [...node.claims, ...claims], new Set([...node.placed, ...placed]));
      programs += 1;
      if (child !== null) open.push(child);
    }
  }
  return { outcome: reserve, isProved: reserve !== null || (isComplete && open.length === 0) };
}

/** The more limits, the longer a program takes. */
function mostPrograms({ claims, search }: Task): number {
  const limits = claims.reduce((total, claim) => total + claim.limits.length, 1);
  return Math.min(MOST.programs, Math.max(40, MOST.size / (limits * limits * search.variables)));
}

/** How far weights are from the nominal ones. */
function distanceOf({ robust: { index } }: Task, { local }: Outcome): number {
  const { space } = index;
  return euclideanLength(effectiveWeights(space, local).map((x, i) => x - at(space.nominal, i)));
}

/** Takes the node that is nearest to the nominal weights out of a list. */
function nearestOf(open: Node[]): Node {
  open.sort((a, b) => b.distance - a.distance);
  const node = open.pop();
  if (node === undefined) throw new RangeError('there is no node left');
  return node;
}

/** What is left of the weights by further claims; null if nothing is. */
function nodeOf(task: Task, further: readonly Claim[], placed: ReadonlySet<string>): Node | null {
  const { search, robust } = task;
  const { nominal } = robust.index.space;
  const claims = [...task.claims, ...further];
  const offEnds = claims.map(interior);
  const within = widest(search, offEnds);
  const isWithin = isPossible(task, within);
  const inner = isWithin ? offEnds : claims;
  const best = isWithin ? within : widest(search, claims);
  if (best === null || !isPossible(task, best)) return null;
  const margin = Math.min(best.margin / 1000, 1e-6 * search.scale);
  const weights = nearestTo(search, inner, nominal, margin) ?? best.weights;
  const distance = euclideanLength(weights.map((x, i) => x - at(nominal, i)));
  return { claims: further, inner, placed, best, weights, distance };
}

/** The same claim off its ends, which rounding may or may not reach. */
function interior(claim: Claim): Claim {
  if (claim.kind !== 'place') return claim;
  return { ...claim, limits: claim.limits.map((limit) => ({ ...limit, isStrict: true })) };
}

interface Branch {
  readonly claims: readonly Claim[];
  readonly placed: readonly string[];
}

/** Both or all ways to decide what is wrong with a built index; null if nothing that can be decided is. */
function branchesAt(task: Task, node: Node, rebuilt: Result): Branch[] | null {
  const { result } = task;
  const groups = task.to === 'ranks' ? rankGroups(task.printed) : [];
  const { decimals } = result.recipe.rank;
  if (typeof decimals !== 'number') return othersBranches(task, node, rebuilt, groups);
  const unitsAt = (position: ShownPlace) => roundedUnits(indexAt(task, rebuilt, position), decimals);
  return (
    overlapping(task, unitsAt) ??
    straddling(task, groups, unitsAt) ??
    outOfOrder(task, groups, unitsAt) ??
    roundedOthersBranches(task, node, rebuilt, groups, unitsAt)
  );
}

type UnitsAt = (position: ShownPlace) => number;

/** Limits of rounded scores as a branch of their own; none if no index is there. */
function branchOf(
  task: Task,
  parts: readonly (readonly [readonly ShownPlace[], 'at least' | 'at most', number])[],
  placed: readonly string[] = [],
): Branch[] {
  const unit = unitOf(task.result);
  if (unit === null) return [];
  const claims = parts.map(([countries, side, units]) =>
    roundsTo(task.robust.index, countries, side, units, unit),
  );
  return claims.every((claim) => claim !== null) ? [{ claims, placed }] : [];
}

/** Equals that are rounded to different numbers. */
function straddling(task: Task, groups: readonly RankGroup[], unitsAt: UnitsAt): Branch[] | null {
  for (const { members } of groups) {
    const units = members.map(unitsAt);
    const highest = largest(units);
    if (smallest(units) < highest)
      return [
        ...branchOf(task, [[members, 'at least', highest]]),
        ...branchOf(task, [[members, 'at most', highest - 1]]),
      ];
  }
  return null;
}

/** A group that is not rounded to more than the next; by code they may be equal in ordinal ranks. */
function outOfOrder(task: Task, groups: readonly RankGroup[], unitsAt: UnitsAt): Branch[] | null {
  const { result, robust } = task;
  for (const [i, next] of groups.slice(1).entries()) {
    const better = at(groups, i).members;
    const [a, b] = [at(better, 0), at(next.members, 0)];
    const lead = isOrderedByCode(result, robust.index, a, b) ? 0 : 1;
    const units = unitsAt(b);
    if (unitsAt(a) < units + lead)
      return [
        ...branchOf(task, [[better, 'at least', units + lead]]),
        ...branchOf(task, [[next.members, 'at most', units - 1]]),
      ];
  }
  return null;
}

/** Tiers that overlap, or touch, once rounded: those above the border rise, or those below it fall. */
function overlapping(task: Task, unitsAt: UnitsAt): Branch[] | null {
  const { tiers, printed } = task;
  for (const border of tiers.slice(1).keys()) {
    const placed = printed.map(({ row, position }) => ({ position, isAbove: tierIn(tiers, row) <= border }));
    const side = (isAbove: boolean) =>
      placed.filter((one) => one.isAbove === isAbove).map(({ position }) => position);
    const [above, below] = [side(true), side(false)];
    const units = largest(below.map(unitsAt));
    if (smallest(above.map(unitsAt)) <= units)
      return [
        ...branchOf(task, [[above, 'at least', units + 1]]),
        ...branchOf(task, [[below, 'at most', units - 1]]),
      ];
  }
  return null;
}

/** The first group whose rank is wrong, and another country whose place beside it is not decided yet. */
function undecided(
  task: Task,
  node: Node,
  rebuilt: Result,
  groups: readonly RankGroup[],
  keyOf: (group: number, other: ShownPlace) => string,
): { group: RankGroup; other: ShownPlace; key: string } | null {
  const { index } = task.robust;
  const ranks = rebuilt.ranks;
  const others = othersThan(index, task.printed);
  const valueOf = (position: ShownPlace) => indexAt(task, rebuilt, position);
  for (const group of groups) {
    const first = at(group.members, 0);
    if (group.members.every((one) => at(ranks, at(index.rows, one)) === group.rank)) continue;
    const [nearest] = others
      .filter((other) => !node.placed.has(keyOf(first, other)))
      .toSorted((a, b) => Math.abs(valueOf(a) - valueOf(first)) - Math.abs(valueOf(b) - valueOf(first)));
    if (nearest !== undefined) return { group, other: nearest, key: keyOf(first, nearest) };
  }
  return null;
}

/** Another country ahead of a group whose rank is wrong, level with it, or behind. */
function othersBranches(
  task: Task,
  node: Node,
  rebuilt: Result,
  groups: readonly RankGroup[],
): Branch[] | null {
  const { index } = task.robust;
  const found = undecided(task, node, rebuilt, groups, (group, other) => `${group} ${other}`);
  if (found === null) return node.placed.size > 0 ? [] : null;
  const first = at(found.group.members, 0);
  const strictly = (a: ShownPlace, b: ShownPlace): Claim => {
    const limit: Limit = { weights: difference(index, a, b), cuts: [], bound: 0, isStrict: true };
    return { kind: 'ahead', countries: [a, b], limits: [limit] };
  };
  return [
    strictly(found.other, first),
    strictly(first, found.other),
    level(index, first, found.other, 0),
  ].map((claim) => ({ claims: [claim], placed: [found.key] }));
}

/** The same of rounded scores: the group is rounded to another number, or the other stands beside it. */
function roundedOthersBranches(
  task: Task,
  node: Node,
  rebuilt: Result,
  groups: readonly RankGroup[],
  unitsAt: UnitsAt,
): Branch[] | null {
  const unitsOf = new Map(groups.map(({ members }) => [at(members, 0), unitsAt(at(members, 0))]));
  const keyOf = (group: number, other: ShownPlace) => `${group} ${of(unitsOf, group)} ${other}`;
  const found = undecided(task, node, rebuilt, groups, keyOf);
  if (found === null) return node.placed.size > 0 ? [] : null;
  const { members } = found.group;
  const units = of(unitsOf, at(members, 0));
  const here = [
    [members, 'at least', units],
    [members, 'at most', units],
  ] as const;
  const other = [found.other];
  const placed = [found.key];
  return [
    ...branchOf(task, [[members, 'at least', units + 1]]),
    ...branchOf(task, [[members, 'at most', units - 1]]),
    ...branchOf(task, [...here, [other, 'at least', units + 1]], placed),
    ...branchOf(task, [...here, [other, 'at most', units - 1]], placed),
    ...branchOf(task, [...here, [other, 'at least', units], [other, 'at most', units]], placed),
  ];
}
