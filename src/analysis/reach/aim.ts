// What a target asks of a country: an index at least that of a rank or a cut-off, or the conditions of tiers.
import type { TierGoal } from '../../methods/tier/goals.ts';
import { tierMethods, type TierMethod } from '../../methods/tier/table.ts';
import { ProblemsError } from '../../model/problem.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { fieldOf, type Standing } from './outcome.ts';

/** A rank, ties sufficing; or a tier by its position, 0 the best. */
export type Target = { readonly rank: number } | { readonly tier: number };

/** Of tiers by ranks of rounded scores it is enough to be rounded to what the country at the rank is. */
export type Goal = TierGoal | { readonly rank: number; readonly tier: number; readonly decimals: number };

/** Throws a ProblemsError where the tiers move with the scores themselves. */
export function goalOf(result: Result, row: ResultRow, target: Target): Goal {
  if ('rank' in target) return target;
  const { tiers } = result.recipe;
  const { goal, noGoal } = entryOf<TierMethod>(tierMethods, tiers);
  if (goal !== undefined && result.tiering !== null) {
    const found = goal(target.tier, result.tiering, fieldOf(result, row).length, tiers);
    const { decimals } = result.recipe.rank;
    return 'rank' in found && typeof decimals === 'number' ? { ...found, ...target, decimals } : found;
  }
  throw new ProblemsError([
    {
      code: 'reach/not-told',
      severity: 'error',
      step: 'tiers',
      what: `reach cannot compute a way into a tier of "${tiers.method}"`,
      ...(noGoal === undefined ? {} : { why: noGoal }),
      fix: 'ask for a rank (--to-rank 3), or set cut-offs, such as --tiers thresholds:80,50',
    },
  ]);
}

/** Whether tiers are told by conditions on indicators, whatever the weights of the index. */
export function isOfIndicators({ recipe }: Result, target: Target): boolean {
  return 'tier' in target && entryOf<TierMethod>(tierMethods, recipe.tiers).isOfIndicators === true;
}

/** Whether a standing is what was asked for. */
export function isMet({ tiering }: Result, goal: Goal, { rank, score, tier }: Standing): boolean {
  if ('rank' in goal && !('decimals' in goal)) return rank <= goal.rank;
  if ('cut' in goal) return score >= goal.cut;
  return tier !== null && tiering !== null && tiering.tiers.indexOf(tier) <= goal.tier;
}
