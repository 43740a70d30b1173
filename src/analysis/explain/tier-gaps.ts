// How far is a country from the tier above and the tier below, and which indicators stand between?
import { at, of } from '../../math/at.ts';
import { remembered } from '../../math/remembered.ts';
import { present, type Column } from '../../math/statistics/column.ts';
import { settle } from '../../math/statistics/rounding.ts';
import { range } from '../../math/statistics/stats.ts';
import { aggregateLevels } from '../../methods/levels.ts';
import { weighOne } from '../../methods/weight/run.ts';
import { categoriesBottomUp, indicators } from '../../model/framework.ts';
import type { Condition, Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { tierSets, type TierSets, type Way } from './tier-sets.ts';

/**
 * A neighbouring tier, and what would put a country there: sets of indicators; a change of the index, with
 * the indicators that can make it; or not to be behind others.
 */
export type Gap =
  | (TierSets & { readonly kind: 'levels'; readonly tier: string })
  | {
      readonly kind: 'index';
      readonly tier: string;
      /** By how much the cut-off is missed, or kept. */
      readonly points: number;
      /** The indicators of which each could do it alone. */
      readonly alone: readonly string[];
    }
  | {
      readonly kind: 'countries';
      readonly tier: string;
      /** Those that it would have to be ahead of somewhere. */
      readonly ahead: readonly string[];
    };

/**
 * What a country lacks for the next tier up: the minimal sets of indicators that, all at the levels that are
 * asked, put it there. Null in the best tier.
 *
 * For tiers cut out of the index, an indicator could do it alone if, as good as the best country's and with
 * all else as it is, it lifts the index to the cut-off.
 */
export function gapAbove(result: Result, row: ResultRow): Gap | null {
  const tier = result.tiering?.placements[row]?.tier ?? null;
  return tier === null || tier === 0 ? null : gapTo(result, row, tier - 1, 'rise');
}

/**
 * What would cost a country its tier: the minimal sets of indicators that, all as low as they can be, fail
 * some condition of it. Null in the last tier.
 */
export function gapBelow(result: Result, row: ResultRow): Gap | null {
  const { tiering } = result;
  const tier = tiering?.placements[row]?.tier ?? null;
  return tiering === null || tier === null || tier === tiering.tiers.length - 1
    ? null
    : gapTo(result, row, tier, 'fall');
}

/** To rise, a country must meet the conditions of a tier; to fall, fail one of its own. */
function gapTo(result: Result, row: ResultRow, tier: number, way: Way): Gap {
  const { tiers, placements } = tieringOf(result);
  const name = at(tiers, way === 'rise' ? tier : tier + 1);
  // A rule may have no conditions to tell.
  const conditions = at(placements, row).conditions[tier] ?? [];
  const [first] = conditions;
  if (first?.unit === 'index') return indexGap(result, row, name, first, way);
  if (first?.unit === 'countries')
    return { kind: 'countries', tier: name, ahead: first.contributing.map(({ code }) => code) };
  return { kind: 'levels', tier: name, ...tierSets(result, row, conditions, way) };
}

function tieringOf({ tiering }: Result): NonNullable<Result['tiering']> {
  if (tiering === null) throw new Error('without tiers there is nothing between them');
  return tiering;
}

function indexGap(result: Result, row: ResultRow, tier: string, condition: Condition, way: Way): Gap {
  const alone = indicators(result.framework).filter(({ code }) => {
    const { low, high } = rangeOf(of(result.scores, code));
    const moved = indexWith(result, row, code, way === 'rise' ? high : low);
    return moved !== null && reaches(moved, condition.asked) === (way === 'rise');
  });
  return {
    kind: 'index',
    tier,
    points: Math.abs(condition.asked - condition.counted),
    alone: alone.map(({ code }) => code),
  };
}

const rangeOf = remembered((scores: Column) => range(present(scores)));

/** Whether an index is at a cut-off or above it, but for the noise that an index is settled of. */
function reaches(index: number, cut: number): boolean {
  return settle(index - cut, Math.max(Math.abs(index), Math.abs(cut))) >= 0;
}

/**
 * The index of one country with one normalised score changed, all else as it is: weights too, unless they are
 * the country's own. Null if the country has none then either, or is not there.
 */
export function indexWith(result: Result, row: ResultRow, code: string, score: number): number | null {
  const { framework, scores, recipe, edition, countries, weights } = result;
  if (result.countryWeights !== null) return reweighed(result, row, code, score);
  const country = countries[row];
  if (country === undefined) return null;
  const leaves = new Map(
    indicators(framework).map((leaf) => [
      leaf.code,
      [leaf.code === code ? score : (scores.get(leaf.code)?.[row] ?? null)],
    ]),
  );
  const levels = aggregateLevels(framework, leaves, recipe, edition.weightSets, [country], weights);
  return at(of(levels.scores, framework.code), 0);
}

/**
 * The same where a country has weights of its own: it gets those that are best for its new score, and the
 * others stay as they are.
 */
function reweighed(
  { framework, scores, recipe }: Result,
  row: ResultRow,
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
