// What the conditions of a tier still lack, and what each score gives towards them.
import { at, of } from '../../math/at.ts';
import { entryOf } from '../../model/registry.ts';
import { indicators } from '../../model/framework.ts';
import type { Condition, Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Level, TierRule } from '../../methods/tier/rule.ts';
import { pathsTo } from '../../methods/path.ts';
import { profile } from '../../methods/tier/profile.ts';
import { tierMethods, type TierMethod } from '../../methods/tier/table.ts';
import type { LevelSearch } from '../../math/search/cheapest.ts';
import type { MovableScore } from './movable-scores.ts';

/** The raw scores of each score that may matter, the nearest first, and the rises to them. */
export type ScoreLevels = readonly (readonly { readonly raw: number; readonly rise: number }[])[];

/** Weights are shares that were divided, and are compared as `profile` compares them. */
const NOISE = 1e-12;

/**
 * The ratings of each score, and where it has none, the numbers that the rule asks for and that it can get
 * to.
 */
export function scoreLevelsOf(rules: readonly TierRule[], scores: readonly MovableScore[]): ScoreLevels {
  const wanted: Level[] = rules.flatMap(({ needs = [], vetoes = [] }) => [
    ...needs.map(({ atLeast }) => atLeast),
    ...vetoes.map(({ below }) => below),
  ]);
  return scores.map(({ codes, ratings, way, raw, room, riseTo }) => {
    if (ratings !== null) return ratings;
    const numbers = wanted
      .flatMap((level) => (typeof level === 'object' ? codes.flatMap((code) => level[code] ?? []) : [level]))
      .filter((level) => typeof level === 'number');
    return [...new Set(numbers)]
      .filter((level) => way * (level - raw) > 0)
      .toSorted((a, b) => way * (a - b))
      .flatMap((level) => {
        const rise = riseTo(level);
        return rise === null || rise > room * (1 + 1e-9) ? [] : [{ raw: level, rise }];
      });
  });
}

/**
 * The conditions of one tier as needs of a search: what each is short of, and what each rung of each score
 * adds.
 *
 * A need counts up to what it asks for; a veto has to be counted down until it stays below.
 */
export function conditionNeeds(
  result: Result,
  row: ResultRow,
  tier: number,
  scores: readonly MovableScore[],
  levels: ScoreLevels,
): LevelSearch['needs'] {
  const now = conditionsWith(result, row, tier, null);
  const after = scores.map((score, j) =>
    at(levels, j).map(({ raw }) => conditionsWith(result, row, tier, { column: score.column, raw })),
  );
  return now.map(({ veto, counted, asked }, c) => ({
    least: veto ? counted - asked + 2 * NOISE : asked - counted - NOISE,
    gains: after.map((perLevel) => [
      0,
      ...perLevel.map((conditions) => (veto ? -1 : 1) * (at(conditions, c).counted - counted)),
    ]),
  }));
}

/** The conditions of a tier for one country, one of its raw scores replaced. */
export function conditionsWith(
  result: Result,
  row: ResultRow,
  tier: number,
  change: { column: string; raw: number } | null,
): readonly Condition[] {
  const { framework, edition, recipe, weights, stages } = result;
  const paths = pathsTo(framework, weights);
  const rated = indicators(framework).map((leaf) => ({
    code: leaf.code,
    direction: leaf.direction,
    scale: edition.scales.find(({ name }) => name === leaf.scale) ?? null,
    ...of(paths, leaf.code),
    scores: [
      leaf.column === change?.column ? change.raw : (at(stages, 0).columns.get(leaf.code)?.[row] ?? null),
    ],
  }));
  const tiering = entryOf<TierMethod>(
    { profile: { ...tierMethods.profile, apply: profile } },
    recipe.tiers,
  ).apply({ rated, index: [], ranks: [], names: [] }, recipe.tiers);
  // Where a tier has no rule, nothing is asked of a country.
  return tiering === null ? [] : (at(tiering.placements, 0).conditions[tier] ?? []);
}
