// What it takes to be in a tier: an index, a rank, or the conditions of its rule.
import * as v from 'valibot';
import type { Tiering } from '../../model/result.ts';
import { partsOf, shareOut } from './cut-offs.ts';
import { tierRules, type TierRule } from './rule.ts';

/** An index at least at a cut-off, a rank at most so high, or the conditions of a tier. */
export type TierGoal =
  | { readonly cut: number }
  | { readonly rank: number }
  | { readonly rules: readonly TierRule[]; readonly tier: number };

/** The cut-off of the tier; the last takes everybody. */
export function goalByThreshold(tier: number, { cuts, limits }: Tiering): TierGoal {
  return { cut: (limits ?? cuts ?? [])[tier] ?? -Infinity };
}

/** The last rank that is in the tier or in a better one, of so many countries. */
export function goalByRank(
  tier: number,
  _tiering: Tiering,
  countries: number,
  { shares }: { shares: readonly number[] },
): TierGoal {
  const ranks = Array.from({ length: countries }, (_, i) => i + 1);
  const tiers = shareOut(ranks, partsOf(shares));
  return { rank: tiers.findLastIndex((one) => one !== null && one <= tier) + 1 };
}

/** The conditions of the tier, among those of all. */
export function goalByProfile(
  tier: number,
  _tiering: Tiering,
  _countries: number,
  { tiers }: { tiers: readonly TierRule[] },
): TierGoal {
  return { rules: v.parse(tierRules, tiers), tier };
}
