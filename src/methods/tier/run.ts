// Runs the tier method: sorts the countries of each year into tiers.
import { at, of } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import { indicators, nodes } from '../../model/framework.ts';
import { leastRoundedTo } from '../../math/statistics/rounding.ts';
import type { Problem } from '../../model/problem.ts';
import { entryOf } from '../../model/registry.ts';
import type { Placement, Result, Tiering } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { pathsTo } from '../path.ts';
import { comparedScores } from '../rank/run.ts';
import { competition } from '../rank/ties.ts';
import { reachableScores } from '../score-limits.ts';
import type { Rated } from './profile.ts';
import { tierMethods, type TierField, type TierMethod } from './table.ts';

type Ranked = Pick<Result, 'edition' | 'recipe' | 'framework' | 'countries' | 'weights' | 'index' | 'fields'>;

/**
 * Sorts the countries of each year into tiers, by the index and by raw scores; null if the recipe has no
 * tiers. What is said of the tiers themselves, as their cut-offs, is that of the rows that are shown.
 *
 * Where ranks are of rounded scores so are tiers: countries that share a rank share a tier.
 */
export function tier(ranked: Ranked, raw: ReadonlyMap<string, Column>): Tiering | null {
  return tierRated(ranked, ratedIndicators(ranked, raw));
}

function tierRated(ranked: Ranked, rated: readonly Rated[]): Tiering | null {
  const { countries, recipe, fields } = ranked;
  const { apply } = entryOf<TierMethod>(tierMethods, recipe.tiers);
  const placements: Placement[] = countries.map(() => ({ tier: null, conditions: [] }));
  let last: Tiering | null = null;
  for (const rows of fields) {
    last = unrounded(apply(fieldOf(ranked, rated, rows), recipe.tiers), ranked, rows);
    for (const [i, placement] of last?.placements.entries() ?? []) placements[at(rows, i)] = placement;
  }
  return last === null ? null : { ...last, placements };
}

/**
 * The same where other indicators take part than have a weight, as a rule on indicators would have it under
 * weights that weigh these.
 */
export function tierAmong(result: Result, participants: ReadonlySet<string>): Tiering | null {
  const raw = at(result.stages, 0).columns;
  const isWeighed = (code: string) => Number(participants.has(code));
  const weigh = (rated: readonly Rated[]) => rated.map((one) => ({ ...one, weight: isWeighed(one.code) }));
  return tierRated(result, weigh(ratedIndicators(result, raw)));
}

/** The countries in some rows, as a tier method sees them. */
function fieldOf(
  { countries, index, recipe }: Ranked,
  rated: readonly Rated[],
  rows: readonly ResultRow[],
): TierField {
  const pick = (column: Column): Column => rows.map((row) => at(column, row));
  const compared = comparedScores(pick(index), recipe.rank);
  return {
    index: compared,
    ranks: competition(compared),
    names: rows.map((row) => at(countries, row).name),
    rated: rated.map((one) => ({ ...one, scores: pick(one.scores) })),
  };
}

/**
 * Tiers of rounded scores with what they ask of the index itself: 94.995 where 95 is asked for of two
 * decimals.
 */
function unrounded(tiering: Tiering | null, ranked: Ranked, rows: readonly ResultRow[]): Tiering | null {
  const { decimals } = ranked.recipe.rank;
  if (tiering === null || tiering.cuts === null || typeof decimals !== 'number') return tiering;
  return {
    ...tiering,
    limits: tiering.cuts.map((cut) => leastRoundedTo(cut, decimals)),
    placements: tiering.placements.map(({ tier: place, conditions }, i) => ({
      tier: place,
      conditions: conditions.map((ofTier) =>
        ofTier.map((condition) => ({
          ...condition,
          counted: at(ranked.index, at(rows, i)) ?? condition.counted,
          asked: leastRoundedTo(condition.asked, decimals),
        })),
      ),
    })),
  };
}

/** What the rule asks for in vain. */
export function tierFaults(result: Result): Problem[] {
  const { recipe, framework, stages } = result;
  const leaves = indicators(framework);
  const given = pathsTo(framework, new Map(nodes(framework).map(({ code, weight }) => [code, weight])));
  const rated = ratedIndicators(result, at(stages, 0).columns).map((one, i) => ({
    ...one,
    limits: reachableScores(result, at(leaves, i)),
    isWeighed: of(given, one.code).weight > 0,
  }));
  return entryOf<TierMethod>(tierMethods, recipe.tiers).faults?.(rated, recipe.tiers) ?? [];
}

/** The indicators with their raw scores, as a rule sees them. */
function ratedIndicators({ edition, framework, weights }: Ranked, raw: ReadonlyMap<string, Column>): Rated[] {
  const paths = pathsTo(framework, weights);
  return indicators(framework).map((leaf) => ({
    code: leaf.code,
    direction: leaf.direction,
    scores: of(raw, leaf.code),
    scale: edition.scales.find(({ name }) => name === leaf.scale) ?? null,
    ...of(paths, leaf.code),
  }));
}
