// Runs the tier method: sorts the countries of each year into tiers.
import { at, of } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import { indicators } from '../../model/framework.ts';
import { entryOf } from '../../model/registry.ts';
import type { Placement, Result, Tiering } from '../../model/result.ts';
import { pathTo } from '../path.ts';
import { competition } from '../rank/ties.ts';
import type { Rated } from './profile.ts';
import { tierMethods, type TierField, type TierMethod } from './table.ts';

type Ranked = Pick<Result, 'edition' | 'recipe' | 'framework' | 'countries' | 'weights' | 'index' | 'fields'>;

/**
 * Sorts the countries of each year into tiers, by the index and by raw scores; null if the recipe has no
 * tiers. What is said of the tiers themselves, as their cut-offs, is that of the rows that are shown.
 */
export function tier(ranked: Ranked, raw: ReadonlyMap<string, Column>): Tiering | null {
  const { countries, recipe, fields } = ranked;
  const { apply } = entryOf<TierMethod>(tierMethods, recipe.tiers);
  const rated = ratedIndicators(ranked, raw);
  const placements: Placement[] = countries.map(() => ({ tier: null, conditions: [] }));
  let last: Tiering | null = null;
  for (const rows of fields) {
    last = apply(fieldOf(ranked, rated, rows), recipe.tiers);
    for (const [i, placement] of last?.placements.entries() ?? []) placements[at(rows, i)] = placement;
  }
  return last === null ? null : { ...last, placements };
}

/** The countries in some rows, as a tier method sees them. */
function fieldOf({ countries, index }: Ranked, rated: readonly Rated[], rows: readonly number[]): TierField {
  const pick = (column: Column): Column => rows.map((row) => at(column, row));
  return {
    index: pick(index),
    ranks: competition(pick(index)),
    names: rows.map((row) => at(countries, row).name),
    rated: rated.map((one) => ({ ...one, scores: pick(one.scores) })),
  };
}

/** The indicators with their raw scores, as a rule sees them. */
function ratedIndicators({ edition, framework, weights }: Ranked, raw: ReadonlyMap<string, Column>): Rated[] {
  return indicators(framework).map((leaf) => ({
    code: leaf.code,
    direction: leaf.direction,
    scores: of(raw, leaf.code),
    scale: edition.scales.find(({ name }) => name === leaf.scale) ?? null,
    ...pathTo(framework, leaf.code, weights),
  }));
}
