// What does the rule of a profile ask for in vain?
import { sum } from '../../math/statistics/stats.ts';
import type { Problem } from '../../model/problem.ts';
import { count, list } from '../../model/words.ts';
import type { Limits } from '../score-limits.ts';
import { levelText, percent, type Requirement } from './condition-text.ts';
import { concernedBy, requirementsOf, tooMany, type Rated } from './profile.ts';
import type { TierRule } from './rule.ts';

/** An indicator as a rule sees it, with the limits of its scale. */
export interface Limited extends Rated {
  readonly limits: Limits;
}

/** How many levels a message names. */
const MOST_NAMED = 3;

/**
 * More indicators than have weight, which is an error; levels outside their scales, and what nobody can meet
 * therefore.
 */
export function profileFaults(
  rated: readonly Limited[],
  { tiers }: { tiers: readonly TierRule[] },
): Problem[] {
  return tiers.flatMap(({ name, ...rule }) =>
    requirementsOf({ name, ...rule }).flatMap((required) => requirementFaults(name, required, rated)),
  );
}

/** The level of an indicator, as a number and as it is written, and where it lies. */
interface Asked {
  readonly one: Limited;
  readonly level: number;
  readonly text: string;
  readonly isOutOfReach: boolean;
  readonly isAlwaysReached: boolean;
}

function requirementFaults(tier: string, required: Requirement, rated: readonly Limited[]): Problem[] {
  const { asked, idle } = concernedBy(required, rated);
  if (!required.veto && (required.count ?? 1) > asked.length && required.share === undefined)
    return [tooMany(required.count ?? 1, asked.length, idle)];
  const levels = asked.map(({ one, level }) => askedOf(required, one, level));
  return [
    ...outsideScale(
      tier,
      required,
      levels.filter(({ isOutOfReach }) => isOutOfReach),
      'no score reaches',
    ),
    ...outsideScale(
      tier,
      required,
      levels.filter(({ isAlwaysReached }) => isAlwaysReached),
      'every score reaches',
    ),
    ...neverMet(tier, required, levels),
  ];
}

function askedOf(required: Requirement, one: Limited, level: number): Asked {
  const written = typeof required.level === 'object' ? required.level[one.code] : required.level;
  const { low, high } = one.limits;
  const [worst, best] = one.direction === 1 ? [low, high] : [high, low];
  return {
    one,
    level,
    text: levelText(one, written ?? level),
    isOutOfReach: one.direction * (level - best) > 0,
    isAlwaysReached: one.direction * (level - worst) < 0,
  };
}

function outsideScale(tier: string, { veto }: Requirement, levels: readonly Asked[], why: string): Problem[] {
  const [first] = levels;
  if (first === undefined) return [];
  const whose = veto ? `a veto of "${tier}"` : `"${tier}"`;
  const scored = ({ one: { limits } }: Asked) => `scored ${limits.low} to ${limits.high}`;
  const those = levels.map((one) => `${one.text} (${scored(one)})`);
  const isOne = levels.length === 1;
  const isRated = levels.every(({ one }) => one.scale !== null);
  return [
    {
      code: 'tiers/level-outside-scale',
      severity: 'warning',
      step: 'tiers',
      ...(isOne ? { indicator: first.one.code } : {}),
      value: String(first.level),
      what: isOne
        ? `${whose} asks for ${first.text}, and ${first.one.code} is ${scored(first)}`
        : `${whose} asks for ${list(those, MOST_NAMED)}`,
      why: `${why} ${isOne ? 'this level' : 'these levels'}`,
      fix: `correct the ${isOne ? 'level' : 'levels'}${isRated ? '' : ', or the goalposts in indicators.csv'}`,
    },
  ];
}

/** A need beyond what can be reached, or a veto that strikes whatever the scores are. */
function neverMet(
  tier: string,
  { veto, share, count: least = 1 }: Requirement,
  levels: readonly Asked[],
): Problem[] {
  const amountOf = ({ one }: Asked) => (share === undefined ? 1 : one.weight);
  const whole = sum(levels.map(amountOf));
  const outOfReach = sum(levels.filter(({ isOutOfReach }) => isOutOfReach).map(amountOf));
  const counted = veto ? outOfReach : whole - outOfReach;
  const part = share === undefined || whole === 0 ? counted : counted / whole;
  const reaches = part >= (share ?? least) - 1e-12;
  if (reaches !== veto) return [];
  const amount =
    share === undefined
      ? `${part} of ${count(levels.length, 'indicator')}`
      : `${percent(part)} of the weight`;
  const asks = share === undefined ? least : percent(share);
  return [
    {
      code: 'tiers/never-met',
      severity: 'warning',
      step: 'tiers',
      value: tier,
      what: veto
        ? `nobody can be in "${tier}": a veto strikes at ${asks}, and ${amount} cannot reach its level`
        : `nobody can be in "${tier}": it asks for ${asks}, and ${amount} can reach its level`,
      fix: 'lower the level, or how much must reach it',
    },
  ];
}
