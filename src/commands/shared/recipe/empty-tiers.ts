// The line that says which tiers nobody is in.
import { at } from '../../../math/at.ts';
import type { Result } from '../../../model/result.ts';
import { list } from '../../../model/words.ts';
import type { ResultRow } from '../../../model/rows.ts';

/** `Tier 1 and Tier 3 are empty`, of the countries in some rows; nothing where somebody is in each. */
export function emptyTierLines({ tiering }: Result, rows: readonly ResultRow[]): string[] {
  if (tiering === null) return [];
  const taken = new Set(rows.map((row) => at(tiering.placements, row).tier));
  const empty = tiering.tiers.filter((_, tier) => !taken.has(tier));
  if (empty.length === 0) return [];
  return [`${list(empty)} ${empty.length === 1 ? 'is' : 'are'} empty`];
}
