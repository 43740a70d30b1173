// What a target asks of a country: an index at least that of a rank or a cut-off, or the conditions of tiers.
import { ProblemsError } from '../../model/problem.ts';
import type { Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { tierRules, type TierRule } from '../../methods/tier/rule.ts';
import { partsOf, shareOut } from '../../methods/tier/table.ts';
import * as v from 'valibot';
import { fieldOf, type Standing } from './outcome.ts';
import type { Aim } from './robust.ts';

/** A rank, ties sufficing; or a tier by its position, 0 the best. */
export type Target = { readonly rank: number } | { readonly tier: number };

export type Goal = Aim | { readonly rules: readonly TierRule[]; readonly tier: number };

/** Throws a ProblemsError where the tiers move with the scores themselves. */
export function goalOf(result: Result, row: number, target: Target): Goal {
  if ('rank' in target) return target;
  const { method } = result.recipe.tiers;
  const { tier } = target;
  if (method === 'thresholds') return { cut: result.tiering?.cuts?.[tier] ?? -Infinity };
  if (method === 'quantiles')
    return { rank: lastRankIn(result.recipe.tiers, tier, fieldOf(result, row).length) };
  if (method === 'profile') return { rules: v.parse(tierRules, result.recipe.tiers['tiers']), tier };
  throw new ProblemsError([
    {
      code: 'reach/not-told',
      severity: 'error',
      step: 'tiers',
      what: `what it takes to reach a tier of "${method}" cannot be told`,
      why:
        method === 'breaks'
          ? 'the cut-offs move with every score that changes'
          : 'who is in which layer depends on every score of every country',
      fix:
        'ask for a rank (--to-rank 3), or cut the tiers where you mean them, as with --tiers ' +
        'thresholds:80,50',
    },
  ]);
}

/** The last rank that is in a tier or a better one, of `n`. */
function lastRankIn({ shares }: Choice, tier: number, n: number): number {
  const written = (Array.isArray(shares) ? shares : []).map(Number);
  return (
    shareOut(
      Array.from({ length: n }, (_, i) => i + 1),
      partsOf(written),
    ).findLastIndex((one) => (one ?? Infinity) <= tier) + 1
  );
}

/** Whether a standing is what was asked for. */
export function isMet({ tiering }: Result, goal: Goal, { rank, score, tier }: Standing): boolean {
  if ('rank' in goal) return rank <= goal.rank;
  if ('cut' in goal) return score >= goal.cut;
  return tier !== null && (tiering?.tiers.indexOf(tier) ?? Infinity) <= goal.tier;
}
