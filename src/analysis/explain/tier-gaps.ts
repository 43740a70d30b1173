// How far is a country from the tier above and the tier below, and which indicators stand between?
import { at, of } from '../../math/at.ts';
import { present } from '../../math/statistics/column.ts';
import { settle } from '../../math/statistics/rounding.ts';
import { range } from '../../math/statistics/stats.ts';
import { aggregateLevels } from '../../methods/levels.ts';
import { weighOne } from '../../methods/weight/run.ts';
import { categoriesBottomUp, indicators } from '../../model/framework.ts';
import type { Condition, Result } from '../../model/result.ts';

/** One condition that has to change, and what would change it. */
export interface Demand {
  readonly condition: Condition;
  /** For a condition on indicators: at least this many of `of` would have to change. */
  readonly fewest: number;
  /** For a condition on the index: by how much it is missed, or kept. */
  readonly points: number | null;
  /** Indicators that could change it; for a condition on the index, those that could do it alone. */
  readonly of: readonly string[];
}

/** A neighbouring tier: to rise, every demand must be met; to fall, any one is enough. */
export interface Gap {
  readonly tier: string;
  readonly demands: readonly Demand[];
}

/**
 * What a country lacks for the next tier up: for each unmet condition the fewest indicators that have to
 * change, among which. Null in the best tier.
 *
 * For tiers cut out of the index, an indicator could do it alone if, as good as the best country's and with
 * all else as it is, it lifts the index to the cut-off.
 */
export function gapAbove(result: Result, row: number): Gap | null {
  if (result.tiering === null) return null;
  const { tiers, placements } = result.tiering;
  const { tier, conditions } = at(placements, row);
  if (tier === null || tier === 0) return null;
  const above = tier - 1;
  const unmet = conditionsOf(conditions, above).filter(({ met }) => !met);
  return {
    tier: at(tiers, above),
    demands: unmet.map((condition) => demandOf(result, row, condition, 'rise')),
  };
}

/**
 * What would cost a country its tier: for each condition that holds, the fewest indicators that have to
 * change. Null in the last tier.
 */
export function gapBelow(result: Result, row: number): Gap | null {
  if (result.tiering === null) return null;
  const { tiers, placements } = result.tiering;
  const { tier, conditions } = at(placements, row);
  if (tier === null || tier === tiers.length - 1) return null;
  return {
    tier: at(tiers, tier + 1),
    demands: conditionsOf(conditions, tier).map((condition) => demandOf(result, row, condition, 'fall')),
  };
}

/** Those of a tier; none where a rule has none to tell. */
function conditionsOf(conditions: readonly (readonly Condition[])[], tier: number): readonly Condition[] {
  return conditions[tier] ?? [];
}

function demandOf(result: Result, row: number, condition: Condition, way: 'rise' | 'fall'): Demand {
  if (condition.unit === 'index') return indexDemand(result, row, condition, way);
  if (condition.unit === 'countries')
    return {
      condition,
      fewest: condition.counting.length,
      points: null,
      of: condition.counting.map(({ code }) => code),
    };
  return countDemand(condition, way);
}

/** The fewest indicators that have to change, those that count most first. */
function countDemand(condition: Condition, way: 'rise' | 'fall'): Demand {
  // A need rises and a veto falls by more indicators that count; the other way round, by fewer.
  const gains = (way === 'rise') !== condition.veto;
  const candidates = gains ? condition.lacking : condition.counting;
  let counted = condition.counted;
  let fewest = 0;
  for (const { amount } of candidates.toSorted((a, b) => b.amount - a.amount)) {
    const isEnough = counted >= condition.asked - 1e-12;
    if (isEnough === gains) break;
    counted += gains ? amount : -amount;
    fewest += 1;
  }
  return { condition, fewest, points: null, of: candidates.map(({ code }) => code) };
}

function indexDemand(result: Result, row: number, condition: Condition, way: 'rise' | 'fall'): Demand {
  const alone = indicators(result.framework).filter(({ code }) => {
    const { low, high } = range(present(result.scores.get(code) ?? []));
    const moved = indexWith(result, row, code, way === 'rise' ? high : low);
    return moved !== null && reaches(moved, condition.asked) === (way === 'rise');
  });
  return {
    condition,
    fewest: 1,
    points: Math.abs(condition.asked - condition.counted),
    of: alone.map(({ code }) => code),
  };
}

/** Whether an index is at a cut-off or above it, but for the noise that an index is settled of. */
function reaches(index: number, cut: number): boolean {
  return settle(index - cut, Math.max(Math.abs(index), Math.abs(cut))) >= 0;
}

/**
 * The index of one country with one normalised score changed, all else as it is: weights too, unless they are
 * the country's own. Null if the country has none then either.
 */
export function indexWith(result: Result, row: number, code: string, score: number): number | null {
  const { framework, scores, recipe, edition, countries, weights } = result;
  if (result.countryWeights !== null) return reweighed(result, row, code, score);
  const leaves = new Map(
    indicators(framework).map((leaf) => [
      leaf.code,
      [leaf.code === code ? score : (scores.get(leaf.code)?.[row] ?? null)],
    ]),
  );
  const country = at(countries, row);
  const levels = aggregateLevels(framework, leaves, recipe, edition.weightSets, [country], weights);
  return at(of(levels.scores, framework.code), 0);
}

/**
 * The same where a country has weights of its own: it gets those that are best for its new score, and the
 * others stay as they are.
 */
function reweighed(
  { framework, scores, recipe }: Result,
  row: number,
  code: string,
  score: number,
): number | null {
  const changed = new Map(scores);
  const change = (node: string, value: number | null) => changed.set(node, of(scores, node).with(row, value));
  change(code, score);
  const above = categoriesBottomUp(framework).filter((category) =>
    indicators(category).some((leaf) => leaf.code === code),
  );
  for (const category of above) {
    const columns = category.children.map((child) => changed.get(child.code) ?? []);
    change(category.code, weighOne(category, columns, recipe.weights, row));
  }
  return at(of(changed, framework.code), row);
}
