// How little has to change before one country draws level with another that is ahead of it: the least change
// of weights, and the least doubt about them. `advantage` is what the one ahead has more of each variable;
// its sum by weight is the gap.
import { at, of } from '../../math/at.ts';
import { maximise, type Constraint } from '../../math/linear/linear-program.ts';
import { smallest, sum } from '../../math/statistics/stats.ts';
import { dot, magnitude } from '../../math/linear/vector.ts';
import { nominalShares, type WeightGroup } from '../../methods/region/space.ts';

/** New weights under which the two are level, and how far they are from the old ones. */
export interface Flip {
  readonly change: number;
  readonly weights: readonly number[];
}

/**
 * The largest share of the weight that may go anywhere without the order being reversed.
 *
 *     ε* = largest ε with (1 − ε) Σ gᵢ dᵢ + ε min dᵢ ≥ 0, which is  gap / (gap − min d),  at most 1
 *
 * It is 1 if no variable is to the disadvantage of the one ahead, and 0 if the two are level and one is.
 *
 * Shapes, here and below: a weight and an advantage for each variable; changes from 0 to 2.
 *
 * @example leastDoubt([0.5, 0.5], [3, -1]) // → 0.5
 * @example leastDoubt([0.5, 0.5], [3, 0]) // → 1
 * @see Foster, McGillivray & Seth (2013), Econometric Reviews 32
 */
export function leastDoubt(nominal: readonly number[], advantage: readonly number[]): number {
  const gap = Math.max(0, dot(nominal, advantage));
  const least = smallest(advantage);
  return least >= 0 ? 1 : gap / (gap - least);
}

/** Advantages that differ by no more than this share of the largest differ by noise. */
const NOISE = 1e-12;

/** What is next to nothing beside the largest advantage is none. */
function withoutTraces(advantage: readonly number[]): number[] {
  const trace = NOISE * magnitude(advantage);
  return advantage.map((x) => (Math.abs(x) <= trace ? 0 : x));
}

/**
 * The least change by its sum: Σ |wᵢ − gᵢ|, twice the weight that is moved.
 *
 *     min Σ |wᵢ − gᵢ|  with  Σ wᵢ dᵢ ≤ 0, Σ wᵢ = 1, w ≥ 0
 *
 * Weight goes to where the advantage is least, from where it is largest first: no unit moved closes more of
 * the gap. Of equal ones the first gives and takes. Null if the one ahead has an advantage in everything; no
 * change if they are level.
 *
 * @example leastTotal([0.5, 0.5], [3, -1]) // → { change: 0.5, weights: [0.25, 0.75] }
 * @example leastTotal([0.5, 0.5], [3, 1]) // → null
 * @see Triantaphyllou & Sánchez (1997), Decision Sciences 28: the least change of weights that alters a
 *   ranking
 */
export function leastTotal(nominal: readonly number[], advantages: readonly number[]): Flip | null {
  const advantage = withoutTraces(advantages);
  const least = smallest(advantage);
  if (least > 0) return null;
  // Moving weight between those that take alike would close nothing but noise.
  const trace = NOISE * magnitude(advantage);
  const taker = advantage.findIndex((x) => x - least <= trace);
  const weights = [...nominal];
  let gap = Math.max(0, dot(nominal, advantage));
  // Plain, with `?? 0` that never applies, as bounds ask this of every two countries.
  const givers = [...advantage.keys()].toSorted((a, b) => (advantage[b] ?? 0) - (advantage[a] ?? 0));
  for (const giver of givers) {
    const closes = (advantage[giver] ?? 0) - least;
    if (gap <= 0 || closes <= trace) break;
    const moved = Math.min(nominal[giver] ?? 0, gap / closes);
    weights[giver] = (weights[giver] ?? 0) - moved;
    weights[taker] = (weights[taker] ?? 0) + moved;
    gap -= moved * closes;
  }
  return { change: totalChange(nominal, weights), weights };
}

/**
 * The least change by its largest part: max |wᵢ − gᵢ|.
 *
 *     min t  with  |wᵢ − gᵢ| ≤ t, Σ wᵢ dᵢ ≤ 0, Σ wᵢ = 1, w ≥ 0
 *
 * A linear program. Null if the one ahead has an advantage in everything; of several solutions it is one.
 *
 * @example leastLargest([0.5, 0.5], [3, -1]) // → { change: 0.25, weights: [0.25, 0.75] }
 * @see Triantaphyllou & Sánchez (1997), Decision Sciences 28
 */
export function leastLargest(nominal: readonly number[], advantages: readonly number[]): Flip | null {
  const advantage = withoutTraces(advantages);
  if (smallest(advantage) > 0) return null;
  const n = nominal.length;
  const unit = (one: number, last: number) => [...nominal.map((_, i) => (i === one ? 1 : 0)), last];
  const constraints = nominal.flatMap((weight, i): Constraint[] => [
    { coefficients: unit(i, -1), relation: '≤', bound: weight },
    { coefficients: unit(i, 1), relation: '≥', bound: weight },
  ]);
  const best = maximise(unit(n, -1), [
    { coefficients: [...nominal.map(() => 1), 0], relation: '=', bound: 1 },
    { coefficients: [...advantage, 0], relation: '≤', bound: 0 },
    ...constraints,
  ]);
  return best === null ? null : { change: at(best.point, n), weights: best.point.slice(0, n) };
}

/**
 * The least change by its straight-line distance: √ Σ (wᵢ − gᵢ)².
 *
 *     w = max(0, g + α − β d)  with  Σ wᵢ = 1, Σ wᵢ dᵢ = 0
 *
 * The projection onto the weightings under which the two are level. As β grows from 0, weights fall to zero
 * one after the other and stay there, as their advantage is above the mean of the others; between two of
 * these points all is linear, so that the end is found exactly. Null if the one ahead has an advantage in
 * everything.
 *
 * @example leastDistance([0.5, 0.5], [3, -1]) // → { change: Math.sqrt(1 / 8), weights: [0.25, 0.75] }
 * @see Held, Wolfe & Crowder (1974), Mathematical Programming 6: projection onto a simplex
 */
export function leastDistance(nominal: readonly number[], advantages: readonly number[]): Flip | null {
  const advantage = withoutTraces(advantages);
  if (smallest(advantage) > 0) return null;
  const weights = [...nominal];
  let positive = [...nominal.keys()];
  for (let gap = dot(weights, advantage); gap > 0 && positive.length > 0; gap = dot(weights, advantage)) {
    const mean = sum(positive.map((i) => at(advantage, i))) / positive.length;
    const rising = positive.map((i) => ({ i, slope: mean - at(advantage, i) }));
    const closing = sum(rising.map(({ slope }) => slope * slope));
    if (closing <= 0) break;
    const stops = rising.map(({ i, slope }) => ({
      i,
      step: slope < 0 ? at(weights, i) / -slope : Infinity,
    }));
    const step = Math.min(gap / closing, smallest(stops.map((stop) => stop.step)));
    for (const { i, slope } of rising) weights[i] = Math.max(0, at(weights, i) + step * slope);
    for (const stop of stops) if (stop.step <= step) weights[stop.i] = 0;
    const left = positive.filter((i) => !stops.some((stop) => stop.i === i && stop.step <= step));
    if (left.length === positive.length) break;
    positive = left;
  }
  return { change: Math.sqrt(sum(weights.map((weight, i) => (weight - at(nominal, i)) ** 2))), weights };
}

/**
 * One weight among its siblings, changed alone: what it becomes, and all weights then, with their change by
 * its sum.
 */
export interface SingleFlip extends Flip {
  readonly local: number;
}

/**
 * The weight among its siblings at which the two are level, the siblings' own weights changed in proportion.
 *
 *     A + t P / v + (1 − t) Q / (1 − v) = 0
 *
 * v is the old weight, P what the child and those below it contribute to the gap, Q what its siblings do, A
 * what all else does. P / v and Q / (1 − v) are what they would contribute with all of the weight; where a
 * weight is 0 they are worked out from the weights below it, of `groups`. Null if no t from 0 to 1 does it,
 * or if the siblings have no weights that could keep their proportions. Where all do, because the two are
 * level anyway, it is v.
 *
 * @example alone([0.5, 0.5], [3, -1], { code: 'index', members: [0, 1], children: [] }, { code: 'a', members:
 *   [0], local: 0.5 }) // → { local: 0.25, change: 0.5, weights: [0.25, 0.75] }
 * @see Triantaphyllou & Sánchez (1997), Decision Sciences 28
 */
export function alone(
  nominal: readonly number[],
  advantage: readonly number[],
  group: WeightGroup,
  child: WeightGroup['children'][number],
  groups: readonly WeightGroup[] = [],
): SingleFlip | null {
  const { members, local } = child;
  const wholes = wholesOf(nominal, group, child, groups);
  if (wholes === null) return null;
  const { ofChild, ofSiblings } = wholes;
  const gapOf = (some: ReadonlyMap<number, number>) =>
    sum([...some].map(([i, weight]) => weight * at(advantage, i)));
  const others = gapOf(ofSiblings);
  const outside = [...nominal.keys()].filter((i) => !group.members.includes(i));
  const rest = sum(outside.map((i) => at(nominal, i) * at(advantage, i)));
  const slope = gapOf(ofChild) - others;
  const found = withoutNoise(rest + others === 0 && slope === 0 ? local : -(rest + others) / slope);
  if (!(found >= 0 && found <= 1)) return null;
  const weights = nominal.map((weight, i) => {
    if (members.includes(i)) return of(ofChild, i) * found;
    return group.members.includes(i) ? of(ofSiblings, i) * (1 - found) : weight;
  });
  return { local: found, change: totalChange(nominal, weights), weights };
}

/** What a child, and what its siblings together, would weigh with all the weight of their category. */
function wholesOf(
  nominal: readonly number[],
  group: WeightGroup,
  { members, local }: WeightGroup['children'][number],
  groups: readonly WeightGroup[],
): {
  readonly ofChild: ReadonlyMap<number, number>;
  readonly ofSiblings: ReadonlyMap<number, number>;
} | null {
  const siblings = group.members.filter((i) => !members.includes(i));
  const whole = sum(group.members.map((i) => at(nominal, i)));
  const scaled = (some: readonly number[], share: number) =>
    new Map(some.map((i) => [i, at(nominal, i) / share]));
  const fromBelow = (some: readonly number[]) =>
    new Map([...nominalShares(groups, some)].map(([i, share]) => [i, whole * share]));
  const ofChild = local > 0 ? scaled(members, local) : fromBelow(members);
  if (local < 1) return { ofChild, ofSiblings: scaled(siblings, 1 - local) };
  return group.children.length === 2 ? { ofChild, ofSiblings: fromBelow(siblings) } : null;
}

/** 0 or 1 where a share is as near as noise: that is no reason to say that it cannot be. */
function withoutNoise(share: number): number {
  if (Math.abs(share) < 1e-12) return 0;
  return Math.abs(share - 1) < 1e-12 ? 1 : share;
}

function totalChange(nominal: readonly number[], weights: readonly number[]): number {
  return sum(weights.map((weight, i) => Math.abs(weight - (nominal[i] ?? 0))));
}
