// profile: IISS's rule made explicit. Tiers are defined by the level of each indicator, not by a total.
import type { Column } from '../../math/statistics/column.ts';
import { sum } from '../../math/statistics/stats.ts';
import type { Scale } from '../../model/edition.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import type { Condition, Counted, Placement, Tiering } from '../../model/result.ts';
import { count, didYouMean, fold } from '../../model/words.ts';
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
 * score is neither at a level nor below it. With one share for all tiers and a level for each indicator this
 * is MR-Sort. The last tier takes everybody else.
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

function testsOf({ needs = [], vetoes = [] }: TierRule, rated: readonly Rated[]): Test[] {
  return [
    ...needs.map((need) => testOf({ ...need, level: need.atLeast, veto: false }, rated)),
    ...vetoes.map((veto) => testOf({ ...veto, level: veto.below, veto: true }, rated)),
  ];
}

/** A need or a veto, as one thing that is asked of the scores. */
interface Requirement {
  readonly level: Level;
  readonly veto: boolean;
  readonly count?: number;
  readonly share?: number;
  readonly of?: readonly string[];
}

function testOf(required: Requirement, rated: readonly Rated[]): Test {
  const concerned = indicatorsOf(required.of, rated);
  if (!required.veto && (required.count ?? 0) > concerned.length)
    throw new ProblemsError([neverMet(required.count ?? 0, concerned.length)]);
  const levels = levelsOf(required.level, concerned);
  const byWeight = required.share !== undefined;
  const total = sum(concerned.map(({ weight }) => weight));
  const amountOf = ({ weight }: Rated) => {
    if (!byWeight) return 1;
    return total === 0 ? 0 : weight / total;
  };
  const least = required.share ?? required.count ?? 1;
  const text = describe(required, concerned.length);
  return (row) => {
    const counting: Counted[] = [];
    const lacking: Counted[] = [];
    for (const [i, one] of concerned.entries()) {
      const reached = isReached(one, row, levels[i] ?? Number.NaN);
      const counts = required.veto ? reached === false : reached === true;
      (counts ? counting : lacking).push({ code: one.code, amount: amountOf(one) });
    }
    const counted = sum(counting.map(({ amount }) => amount));
    // Weights are shares that were divided: 0.1 + 0.2 must reach 0.3.
    const reaches = counted >= least - 1e-12;
    return {
      text,
      met: reaches !== required.veto,
      counted,
      asked: least,
      veto: required.veto,
      unit: byWeight ? 'weight' : 'indicators',
      counting,
      lacking,
    };
  };
}

function isReached({ scores, direction }: Rated, row: number, level: number): boolean | null {
  const score = scores[row] ?? null;
  return score === null ? null : direction * score >= direction * level;
}

function indicatorsOf(of: readonly string[] | undefined, rated: readonly Rated[]): readonly Rated[] {
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

function describe({ level, veto, count: least, share, of }: Requirement, all: number): string {
  const written = typeof level === 'object' ? 'its own level' : String(level);
  const group = of === undefined ? '' : ` of ${of.join(', ')}`;
  if (veto) {
    const amount = share === undefined ? count(least ?? 1, 'indicator') : `${percent(share)} of the weight`;
    return share === undefined && (least ?? 1) === 1
      ? `no indicator${group} below ${written}`
      : `less than ${amount}${group} below ${written}`;
  }
  if (share === 1 || least === all) return `${written} in all ${count(all, 'indicator')}${group}`;
  const amount =
    share === undefined ? `${least ?? 1} of ${count(all, 'indicator')}` : `${percent(share)} of the weight`;
  return `${written} in at least ${amount}${group}`;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(6))}%`;
}

function unknownLevel({ code }: Rated, asked: string | undefined, words: readonly string[]): Problem {
  const common = { code: 'tiers/unknown-level', severity: 'error', step: 'tiers', indicator: code } as const;
  if (asked === undefined)
    return {
      ...common,
      what: `a tier has no level for the indicator "${code}"`,
      fix: `add "${code}" to the levels, or name the indicators that have one under "of"`,
    };
  if (words.length === 0)
    return {
      ...common,
      what: `a tier asks for "${asked}", and "${code}" has no ratings`,
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

function neverMet(asked: number, all: number): Problem {
  return {
    code: 'tiers/bad-rule',
    severity: 'error',
    step: 'tiers',
    value: String(asked),
    what:
      `a tier asks for ${count(asked, 'indicator')} where there ${all === 1 ? 'is' : 'are'} ${all}, so ` +
      'nobody can be in it',
    fix: 'lower "count"',
  };
}

function unknownIndicator(code: string, known: readonly string[]): Problem {
  return {
    code: 'tiers/unknown-indicator',
    severity: 'error',
    step: 'tiers',
    value: code,
    what: `a tier asks for "${code}", which is no indicator or category${didYouMean(code, known)}`,
    fix: 'write codes of indicators.csv under "of"',
  };
}
