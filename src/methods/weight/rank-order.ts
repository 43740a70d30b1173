// Weights by nothing but the order of importance.
import { at } from '../../math/at.ts';
import { mean, sum } from '../../math/statistics/stats.ts';
import type { Fault } from '../../model/fault.ts';
import type { Parameter } from '../../model/registry.ts';
import type { Siblings } from './siblings.ts';

type Codes = Pick<Siblings, 'codes'>;
type Order = { readonly order: readonly string[] };

/**
 * Rank-order centroid: the mean of all weightings that agree with the order of importance.
 *
 *     wᵢ = (1/n) Σ 1/k for k = i … n,   i = 1 the most important
 *
 * Use it where people agree on what matters more, and not on how much more. It is steep: of four siblings the
 * first gets 0.52, the last 0.06. Siblings that the order does not name rank after those that it names and
 * share the mean of the weights that are left; if it names none of them, all are equal.
 *
 * @example rankOrderCentroid({ codes: ['a', 'b'] }, { order: ['b', 'a'] }) // → [0.25, 0.75]
 * @see Barron & Barrett (1996), Decision quality using ranked attribute weights, Management Science 42
 */
export function rankOrderCentroid(siblings: Codes, { order }: Order): readonly number[] {
  return byRank(
    siblings,
    order,
    (rank, n) => sum(Array.from({ length: n - rank + 1 }, (_, k) => 1 / (rank + k))) / n,
  );
}

/**
 * Rank sum: weights fall by the same step from each rank to the next.
 *
 *     wᵢ = 2 (n + 1 − i) / (n (n + 1)),   i = 1 the most important
 *
 * Use it as the rank-order centroid, where that is too steep: of four siblings the first gets 0.4, the last
 * 0.1.
 *
 * @example rankSum({ codes: ['a', 'b', 'c', 'd'] }, { order: ['b', 'a', 'd', 'c'] }) // → [0.3, 0.4, 0.1,
 *   0.2]
 * @example rankSum({ codes: ['a', 'b', 'c'] }, { order: ['b'] }) // → [0.25, 0.5, 0.25]
 * @see Stillwell, Seaver & Edwards (1981), A comparison of weight approximation techniques, Organizational
 *   Behavior and Human Performance 28
 */
export function rankSum(siblings: Codes, { order }: Order): readonly number[] {
  return byRank(siblings, order, (rank, n) => (2 * (n + 1 - rank)) / (n * (n + 1)));
}

function byRank(
  { codes }: Codes,
  order: readonly string[],
  weightOf: (rank: number, n: number) => number,
): readonly number[] {
  const named = order.filter((code) => codes.includes(code));
  const weights = codes.map((_, i) => weightOf(i + 1, codes.length));
  const rest = mean(weights.slice(named.length));
  return codes.map((code) => (named.includes(code) ? at(weights, named.indexOf(code)) : rest));
}

/** Whether it names any of them. */
export function isOrdered({ codes }: Codes, { order }: Order): boolean {
  return codes.some((code) => order.includes(code));
}

export const orderParameter: Parameter = {
  name: 'order',
  kind: 'text-list',
  default: undefined,
  positional: true,
  example: 'offence,resilience',
  meaning: 'codes, most important first',
  check: repeated,
};

function repeated(order: unknown): Fault[] {
  const codes = Array.isArray(order) ? order.map(String) : [];
  const twice = codes.find((code, i) => codes.indexOf(code) < i);
  return twice === undefined ? [] : [{ message: `"${twice}" appears twice`, path: [] }];
}
