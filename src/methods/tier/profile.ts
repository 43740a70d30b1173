// profile: IISS's rule made explicit. Tiers are defined by the level of each indicator, not by a total.
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import { sum } from '../../math/statistics/stats.ts';
import type { Scale } from '../../model/edition.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import type { Condition, Counted, Placement, Tiering } from '../../model/result.ts';
import { count, didYouMean, fold, list, quoted } from '../../model/words.ts';
import { conditionText, type Requirement } from './condition-text.ts';
import type { Level, TierRule } from './rule.ts';

/** One indicator as the rule sees it: raw scores, and the words of its scale. */
export interface Rated {
  readonly code: string;
  readonly direction: 1 | -1;
  readonly scores: Column;
  readonly scale: Scale | null;
  /** The categories above it, so that a rule can speak of them. */
  readonly categories: readonly string[];
  /** Effective weight: all indicators' sum to 1. */
  readonly weight: number;
}

export interface ProfileField {
  readonly rated: readonly Rated[];
}

/**
 * Profile: a country is in the best tier whose needs it meets all and whose vetoes it escapes all.
 *
 *     need met if   Σ over i with xᵢ >= level of (1 or wᵢ) >= count or share
 *     veto struck if Σ over i with xᵢ <  level of (1 or wᵢ) >= count or share
 *
 * Levels are ratings or raw scores; for an indicator of direction -1 "at least" means "at most". A missing
 * score is neither at a level nor below it. An indicator of weight 0 takes no part.
 * With one share for all tiers and a level for each indicator this is MR-Sort. The last tier takes everybody
 * else.
 *
 * @example profile({ rated: [{ code: 'offence', direction: 1, scores: [3, 1], scale: null, categories: [],
 *   weight: 1 }] }, { tiers: [{ name: 'High', needs: [{ atLeast: 2, count: 1 }] }, { name: 'Low' }]
 *   }).placements.map(({ tier }) => tier) // → [0, 1]
 * @see IISS (2021), Cyber Capabilities and National Power; Bouyssou & Marchant (2007), EJOR 178;
 *   Leroy, Mousseau & Pirlot (2011), ADT 2011
 */
export function profile({ rated }: ProfileField, { tiers }: { tiers: readonly TierRule[] }): Tiering {
  const tests = tiers.slice(0, -1).map((rule) => testsOf(rule, rated));
  const countries = rated[0]?.scores.length ?? 0;
  const placements = Array.from({ length: countries }, (_, row): Placement => {
    const conditions = tests.map((tier) => tier.map((test) => test(row)));
    const reached = conditions.findIndex((tier) => tier.every(({ met }) => met));
    return { tier: reached === -1 ? tiers.length - 1 : reached, conditions };
  });
  return { method: 'profile', tiers: tiers.map(({ name }) => name), cuts: null, placements };
}

type Test = (row: number) => Condition;

function testsOf(rule: TierRule, rated: readonly Rated[]): Test[] {
  return requirementsOf(rule).map((required) => testOf(required, rated));
}

/** What a tier asks for. */
export function requirementsOf({ needs = [], vetoes = [] }: TierRule): Requirement[] {
  return [
    ...needs.map((need) => ({ ...need, level: need.atLeast, veto: false })),
    ...vetoes.map((veto) => ({ ...veto, level: veto.below, veto: true })),
  ];
}

function testOf(required: Requirement, rated: readonly Rated[]): Test {
  const { asked, idle } = concernedBy(required, rated);
  const named = asked.length + idle.length;
  if (!required.veto && (required.count ?? 1) > named)
    throw new ProblemsError([tooMany(required.count ?? 1, named)]);
  const byWeight = required.share !== undefined;
  const total = sum(asked.map(({ one }) => one.weight));
  const least = required.share ?? required.count ?? 1;
  const said = conditionText(
    required,
    asked.map(({ one }) => one),
  );
  return (row) => {
    const contributing: Counted[] = [];
    const lacking: Counted[] = [];
    for (const { one, level } of asked) {
      const reached = isReached(one, row, level);
      const counts = required.veto ? reached === false : reached === true;
      const amount = byWeight ? one.weight / total : 1;
      (counts ? contributing : lacking).push({ code: one.code, amount, level });
    }
    const counted = sum(contributing.map(({ amount }) => amount));
    // Weights are shares that were divided: 0.1 + 0.2 must reach 0.3.
    const reaches = counted >= least - 1e-12;
    return {
      ...said,
      met: reaches !== required.veto,
      counted,
      asked: least,
      veto: required.veto,
      unit: byWeight ? 'weight' : 'indicators',
      contributing,
      lacking,
    };
  };
}

/** What a condition is about. */
interface Concerned<One> {
  /** The indicators that take part in it, each with the score that it asks of them. */
  readonly asked: readonly { readonly one: One; readonly level: number }[];
  /** Those that it names and that have weight 0. */
  readonly idle: readonly One[];
}

export function concernedBy<One extends Rated>(
  { of, level }: Requirement,
  rated: readonly One[],
): Concerned<One> {
  const named = indicatorsOf(of, rated);
  const concerned = named.filter(({ weight }) => weight > 0);
  const levels = levelsOf(level, concerned);
  return {
    asked: concerned.map((one, i) => ({ one, level: at(levels, i) })),
    idle: named.filter(({ weight }) => weight === 0),
  };
}

function isReached({ scores, direction }: Rated, row: number, level: number): boolean | null {
  const score = scores[row] ?? null;
  return score === null ? null : direction * score >= direction * level;
}

function indicatorsOf<One extends Rated>(
  of: readonly string[] | undefined,
  rated: readonly One[],
): readonly One[] {
  if (of === undefined) return rated;
  const unknown = of.filter(
    (code) => !rated.some((one) => one.code === code || one.categories.includes(code)),
  );
  const known = rated.flatMap(({ code, categories }) => [code, ...categories]);
  if (unknown.length > 0) throw new ProblemsError(unknown.map((code) => unknownIndicator(code, known)));
  return rated.filter(
    ({ code, categories }) => of.includes(code) || categories.some((above) => of.includes(above)),
  );
}

function levelsOf(level: Level, rated: readonly Rated[]): number[] {
  const problems: Problem[] = [];
  const levels = rated.map((one) => {
    const asked = typeof level === 'object' ? level[one.code] : level;
    if (typeof asked === 'number') return asked;
    const words = one.scale?.ratings ?? [];
    const found = words.find(({ word }) => asked !== undefined && fold(word) === fold(asked));
    if (found === undefined)
      problems.push(
        unknownLevel(
          one,
          asked,
          words.map(({ word }) => word),
        ),
      );
    return found?.value ?? Number.NaN;
  });
  if (problems.length > 0) throw new ProblemsError(problems.slice(0, 1));
  return levels;
}

function unknownLevel({ code }: Rated, asked: string | undefined, words: readonly string[]): Problem {
  const common = { code: 'tiers/unknown-level', severity: 'error', step: 'tiers', indicator: code } as const;
  if (asked === undefined)
    return {
      ...common,
      what: `a tier has no level for the indicator "${code}"`,
      fix: `add "${code}" to the levels, or list the indicators with a level under "of"`,
    };
  if (words.length === 0)
    return {
      ...common,
      what: `a tier asks for "${asked}", but "${code}" has no ratings`,
      value: asked,
      fix: `give "${code}" a scale of ratings, or write the level as a number`,
    };
  return {
    ...common,
    what: `a tier asks for "${asked}", which the scale of "${code}" does not have${didYouMean(asked, words)}`,
    value: asked,
    fix: `write one of ${words.join(', ')}`,
  };
}

/** A need of more indicators than take part in it. */
export function tooMany(asked: number, all: number, idle: readonly Rated[] = []): Problem {
  return {
    code: 'tiers/bad-rule',
    severity: 'error',
    step: 'tiers',
    value: String(asked),
    what: `a tier asks for ${count(asked, 'indicator')}, but there ${all === 1 ? 'is' : 'are'} only ${all}`,
    ...idleWhy(idle),
    fix: 'lower "count"',
  };
}

/** Which indicators take no part, if any. */
export function idleWhy(idle: readonly Rated[]): { why?: string } {
  if (idle.length === 0) return {};
  const codes = idle.map(({ code }) => quoted(code));
  const are = idle.length === 1 ? 'has weight 0 and takes' : 'have weight 0 and take';
  return { why: `${list(codes, 8)} ${are} no part` };
}

function unknownIndicator(code: string, known: readonly string[]): Problem {
  return {
    code: 'tiers/unknown-indicator',
    severity: 'error',
    step: 'tiers',
    value: code,
    what: `a tier asks for "${code}", which is not an indicator or category${didYouMean(code, known)}`,
    fix: 'write codes of indicators.csv under "of"',
  };
}
