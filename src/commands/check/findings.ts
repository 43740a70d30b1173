// With what is a ranking compared, what differs, and how many countries are in each tier?
import { moves, reproduce, type Comparison, type Difference } from '../../analysis/check/reproduce.ts';
import { readSavedRanking } from '../../input/options/saved-ranking.ts';
import { at } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import type { Session } from '../shared/session.ts';

/** What a ranking is compared with: what was published, or what was kept and is expected. */
export type Reference = 'published' | 'expected';

export interface Compared {
  readonly against: Reference;
  readonly comparison: Comparison;
}

/** A difference, and from what it differs. */
export interface Finding {
  readonly against: Reference;
  readonly difference: Difference;
}

/** Compares with what was published, and with the ranking in a file; with as much of it as there is. */
export async function compare(session: Session, file: string | null): Promise<Compared[]> {
  const { result, published } = session;
  const all: Compared[] = [];
  if (published !== null) all.push({ against: 'published', comparison: reproduce(result, published) });
  if (file !== null) {
    const { countries, isWhole } = await readSavedRanking(file);
    const comparison = moves(result, result.shown.rows, countries, isWhole);
    all.push({ against: 'expected', comparison });
  }
  return all;
}

export function findingsIn(all: readonly Compared[]): Finding[] {
  return all.flatMap(({ against, comparison }) =>
    comparison.differences.map((difference) => ({ against, difference })),
  );
}

/** Whether a difference is known and accepted. */
export function isAccepted({ deviation }: Difference): boolean {
  return deviation !== null;
}

/** How much more it is now; null for words, and for what was not or is not there. */
export function changeOf({ was, is }: Difference): number | null {
  return typeof was === 'number' && typeof is === 'number' ? is - was : null;
}

/** How many countries are in each tier, the best first; null if the recipe has no tiers. */
export function tierSizesOf(result: Result): { name: string; size: number }[] | null {
  const { tiering } = result;
  if (tiering === null) return null;
  const placed = result.shown.rows.map((row) => at(tiering.placements, row).tier);
  return tiering.tiers.map((name, tier) => ({
    name,
    size: placed.filter((one) => one === tier).length,
  }));
}
