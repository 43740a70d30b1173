// What does the rule of a profile ask for in vain?
import { sum } from '../../math/statistics/stats.ts';
import type { Problem } from '../../model/problem.ts';
import { count, list } from '../../model/words.ts';
import { levelText, percent, type Requirement } from './condition-text.ts';
import { concernedBy, idleWhy, requirementsOf, tooMany, type Rated } from './profile.ts';
import type { TierRule } from './rule.ts';

/** An indicator as a rule sees it, with the limits of its scores. */
export interface Limited extends Rated {
  readonly limits: { readonly low: number; readonly high: number };
  /** Whether it has weight in the framework, whatever other weights the recipe takes. */
  readonly isWeighed: boolean;
}

/** How many levels a message names. */
const MOST_NAMED = 3;

/**
 * Levels outside their scales, and what nobody can meet. A rule for more indicators than its own framework
 * gives weight is an error; other weights that are tried out may leave too few.
 */
export function profileFaults(
  rated: readonly Limited[],
  { tiers }: { tiers: readonly TierRule[] },
): Problem[] {
  const problems = tiers.flatMap((rule) =>
    requirementsOf(rule).flatMap((required) => requirementFaults(rule.name, required, rated)),
  );
  return [...new Map(problems.map((problem) => [problem.what, problem])).values()];
}

/** The level of an indicator, as a number and as it is written, and where it lies. */
interface RequiredScore {
  readonly one: Limited;
  readonly level: number;
  readonly text: string;
  readonly isOutOfReach: boolean;
  readonly isAlwaysReached: boolean;
}

function requirementFaults(tier: string, required: Requirement, rated: readonly Limited[]): Problem[] {
  const { asked, idle } = concernedBy(required, rated);
  const { veto, count: least } = required;
  if (!veto && least !== undefined && least > asked.length) {
    const isOnlyNow = idle.some(({ isWeighed }) => isWeighed);
    return [isOnlyNow ? tooFewWeighed(tier, least, asked.length, idle) : tooMany(least, asked.length, idle)];
  }
  const levels = asked.map(({ one, level }) => requiredScoreOf(required, one, level));
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
    ...outOfReach(tier, required, levels, idle),
  ];
}

function requiredScoreOf(required: Requirement, one: Limited, level: number): RequiredScore {
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

function outsideScale(
  tier: string,
  { veto }: Requirement,
  levels: readonly RequiredScore[],
  why: string,
): Problem[] {
  const [first] = levels;
  if (first === undefined) return [];
  const whose = veto ? `a veto of "${tier}"` : `"${tier}"`;
  const those = levels.map((one) => `${one.text} (${scored(one.one)})`);
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
        ? `${whose} asks for ${first.text}, and ${first.one.code} is ${scored(first.one)}`
        : `${whose} asks for ${list(those, MOST_NAMED)}`,
      why: `${why} ${isOne ? 'this level' : 'these levels'}`,
      fix:
        `correct the ${isOne ? 'level' : 'levels'}` + (isRated ? '' : ', or the goalposts in indicators.csv'),
    },
  ];
}

function scored({ limits: { low, high } }: Limited): string {
  if (high === Infinity) return `scored ${low} or more`;
  return low === -Infinity ? `scored ${high} or less` : `scored ${low} to ${high}`;
}

/** A need of more indicators than the weights that are tried out leave. */
function tooFewWeighed(tier: string, least: number, weighed: number, idle: readonly Rated[]): Problem {
  const have = weighed === 1 ? 'has' : 'have';
  return {
    ...neverMet(tier),
    what:
      `no country can be in "${tier}": it asks for ${count(least, 'indicator')}, and ${weighed} ` +
      `${have} weight`,
    ...idleWhy(idle),
    fix: 'ask for fewer, or give weight to more indicators',
  };
}

/** A need beyond what can be reached, or a veto that strikes whatever the scores are. */
function outOfReach(
  tier: string,
  { veto, share, count: least = 1 }: Requirement,
  levels: readonly RequiredScore[],
  idle: readonly Rated[],
): Problem[] {
  const amountOf = ({ one }: RequiredScore) => (share === undefined ? 1 : one.weight);
  const whole = sum(levels.map(amountOf));
  const beyond = sum(levels.filter(({ isOutOfReach }) => isOutOfReach).map(amountOf));
  const counted = veto ? beyond : whole - beyond;
  const part = share === undefined || whole === 0 ? counted : counted / whole;
  const reaches = part >= (share ?? least) - 1e-12;
  if (reaches !== veto) return [];
  const isByNumber = share === undefined;
  const amount = isByNumber
    ? `${part} of ${count(levels.length, 'indicator')}`
    : `${percent(part)} of the weight`;
  const asks = isByNumber ? least : percent(share);
  const why = veto
    ? `a veto applies at ${asks}, and ${amount} cannot reach its level`
    : `it asks for ${asks}, and ${amount} can reach its level`;
  return [
    {
      ...neverMet(tier),
      what: `no country can be in "${tier}": ${why}`,
      ...idleWhy(idle),
      fix: 'lower the level, or require fewer indicators to reach it',
    },
  ];
}

function neverMet(tier: string) {
  return { code: 'tiers/never-met', severity: 'warning', step: 'tiers', value: tier } as const;
}
