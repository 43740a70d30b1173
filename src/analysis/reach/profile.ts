// What the conditions of a tier still lack, and what each lever gives towards them.
import { entryOf } from '../../model/registry.ts';
import { indicators } from '../../model/framework.ts';
import type { Condition, Result } from '../../model/result.ts';
import type { Level, TierRule } from '../../methods/tier/rule.ts';
import { pathTo } from '../../methods/path.ts';
import { profile } from '../../methods/tier/profile.ts';
import { tierMethods, type TierMethod } from '../../methods/tier/table.ts';
import type { Ladders } from './search.ts';
import type { Lever } from './levers.ts';

/** The raw scores of each lever that may matter, the nearest first, and the rises to them. */
export type Rungs = readonly (readonly { readonly raw: number; readonly rise: number }[])[];

/** Weights are shares that were divided, and are compared as `profile` compares them. */
const NOISE = 1e-12;

/**
 * The ratings of each lever, and where it has none, the numbers that the rule asks for and that it can get
 * to.
 */
export function rungsOf(rules: readonly TierRule[], levers: readonly Lever[]): Rungs {
  const levels: Level[] = rules.flatMap(({ needs = [], vetoes = [] }) => [
    ...needs.map(({ atLeast }) => atLeast),
    ...vetoes.map(({ below }) => below),
  ]);
  return levers.map(({ codes, stops, way, raw, room, riseTo }) => {
    if (stops !== null) return stops;
    const asked = levels
      .flatMap((level) => (typeof level === 'object' ? codes.flatMap((code) => level[code] ?? []) : [level]))
      .flatMap((level) => (typeof level === 'number' ? [level] : []));
    return [...new Set(asked)]
      .filter((level) => way * (level - raw) > 0)
      .toSorted((a, b) => way * (a - b))
      .flatMap((level) => {
        const rise = riseTo(level);
        return rise === null || rise > room * (1 + 1e-9) ? [] : [{ raw: level, rise }];
      });
  });
}

/**
 * The conditions of one tier as needs of a search: what each is short of, and what each rung of each lever
 * adds.
 *
 * A need counts up to what it asks for; a veto has to be counted down until it stays below.
 */
export function conditionNeeds(
  result: Result,
  row: number,
  tier: number,
  levers: readonly Lever[],
  rungs: Rungs,
): Ladders['needs'] {
  const now = conditionsWith(result, row, tier, null);
  const after = levers.map((lever, j) =>
    (rungs[j] ?? []).map(({ raw }) => conditionsWith(result, row, tier, { column: lever.column, raw })),
  );
  return now.map(({ veto, counted, asked }, c) => ({
    least: veto ? counted - asked + 2 * NOISE : asked - counted - NOISE,
    gains: after.map((levels) => [
      0,
      ...levels.map((conditions) => (veto ? -1 : 1) * ((conditions[c]?.counted ?? counted) - counted)),
    ]),
  }));
}

/** The conditions of a tier for one country, one of its raw scores replaced. */
export function conditionsWith(
  result: Result,
  row: number,
  tier: number,
  change: { column: string; raw: number } | null,
): readonly Condition[] {
  const { framework, edition, recipe, weights, stages } = result;
  const rated = indicators(framework).map((leaf) => ({
    code: leaf.code,
    direction: leaf.direction,
    scale: edition.scales.find(({ name }) => name === leaf.scale) ?? null,
    ...pathTo(framework, leaf.code, weights),
    scores: [
      leaf.column === change?.column ? change.raw : (stages[0]?.columns.get(leaf.code)?.[row] ?? null),
    ],
  }));
  const tiering = entryOf<TierMethod>(
    { profile: { ...tierMethods.profile, apply: profile } },
    recipe.tiers,
  ).apply({ rated, index: [], ranks: [], names: [] }, recipe.tiers);
  return tiering?.placements[0]?.conditions[tier] ?? [];
}
