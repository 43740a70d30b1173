// One fit: what was published, as claims, and the weights among which they are looked for.
import { at, of } from '../../math/at.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Result } from '../../model/result.ts';
import type { Printed } from './claims.ts';
import { holds, type Claim, type Fitted, type Search } from './program.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';
import { valueAt } from '../region/linear-index.ts';

export const fitTargets = ['ranks', 'tiers', 'scores'] as const;
export type FitTarget = (typeof fitTargets)[number];
/** What of a published row each is about. */
export const quantities = { ranks: 'rank', tiers: 'tier', scores: 'score' } as const;

export interface Task {
  readonly to: FitTarget;
  readonly result: Result;
  readonly robust: IndexOverRegion;
  readonly printed: readonly Printed[];
  readonly claims: readonly Claim[];
  readonly tiers: readonly string[];
  readonly search: Search;
  readonly tolerance: number;
}

/** Strictly ahead must be by something; within a tolerance may be at its very end. */
export function isPossible({ to, tolerance }: Pick<Task, 'to' | 'tolerance'>, best: Fitted | null): boolean {
  return best !== null && (to === 'scores' ? best.margin >= -tolerance : best.margin > tolerance);
}

/** What a claim is told from failing by; a limit counts as strict by its own. */
function slackIn({ to, tolerance }: Task): number {
  return to === 'scores' ? -tolerance : tolerance;
}

/** The claims that hold under given weights. */
export function metBy(task: Task, weights: readonly number[]): Claim[] {
  const fitted = { weights, cuts: bestCuts(task, weights) };
  return task.claims.filter((claim) => holds(claim, fitted, slackIn(task)));
}

/**
 * Cut-offs for given weights, halfway between the tiers they part; where the tiers overlap, where fewest are
 * on the wrong side.
 */
function bestCuts({ tiers, claims, robust: { index }, printed }: Task, weights: readonly number[]): number[] {
  if (tiers.length === 0) return [];
  const tierAt = new Map(printed.map(({ row, position }) => [position, tierIn(tiers, row)]));
  const values = [
    ...new Set(claims.flatMap(({ kind, countries }) => (kind === 'tier' ? [at(countries, 0)] : []))),
  ].map((position) => ({
    value: valueAt(index, position, weights),
    tier: of(tierAt, position),
  }));
  return tiers.slice(1).map((_, border) => {
    const sides = values
      .map(({ value, tier }) => ({ value, isAbove: tier <= border }))
      .toSorted((a, b) => a.value - b.value);
    const wrong = (cut: number) =>
      sides.filter(({ value, isAbove }) => (isAbove ? value <= cut : value >= cut)).length;
    const middles = sides.slice(1).map(({ value }, i) => (value + at(sides, i).value) / 2);
    // A single country is on no side of anything.
    return middles.reduce((best, cut) => (wrong(cut) < wrong(best) ? cut : best), middles[0] ?? 0);
  });
}

/** The place of a published tier in their order, −1 if it has none. */
export function tierIn(tiers: readonly string[], { tier }: PublishedRow): number {
  return tier === null ? -1 : tiers.indexOf(tier);
}
