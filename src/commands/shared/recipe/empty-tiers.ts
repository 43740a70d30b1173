// The line that says which tiers nobody is in.
import { at } from '../../../math/at.ts';
import type { Result } from '../../../model/result.ts';
import type { ResultRow } from '../../../model/rows.ts';

/** `nobody is in Tier 1 or Tier 3`, of the countries in some rows; nothing where somebody is in each. */
export function emptyTierLines({ tiering }: Result, rows: readonly ResultRow[]): string[] {
  if (tiering === null) return [];
  const taken = new Set(rows.map((row) => at(tiering.placements, row).tier));
  const empty = tiering.tiers.filter((_, tier) => !taken.has(tier));
  const [last] = empty.slice(-1);
  if (last === undefined) return [];
  const others = empty.slice(0, -1).join(', ');
  return [`nobody is in ${others === '' ? last : `${others} or ${last}`}`];
}
