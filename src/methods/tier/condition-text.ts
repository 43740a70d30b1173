// A condition on indicators in words.
import { count, list } from '../../model/words.ts';
import type { Rated } from './profile.ts';
import type { Level } from './rule.ts';

/** A need or a veto, as one thing that is asked of the scores. */
export interface Requirement {
  readonly level: Level;
  readonly veto: boolean;
  readonly count?: number;
  readonly share?: number;
  readonly of?: readonly string[];
}

/** How many levels of single indicators are written out. */
const MOST_LEVELS = 6;

/**
 * The condition, and of a need the words before its amount: "3 in all 2 indicators" and "3 in"; where each
 * indicator has its own level "laws ≥ 3, attacks ≤ 30, on indicators worth 75 % of the weight".
 */
export function conditionText(
  required: Requirement,
  concerned: readonly Rated[],
): { text: string; asks?: string } {
  if (required.veto) return { text: vetoText(required, concerned) };
  const { level, count: least, share, of } = required;
  const isOwn = typeof level === 'object';
  const asks = isOwn ? `${ownLevels(level, concerned).join(', ')}, on` : `${level} in`;
  const group = groupText(of);
  const all = count(concerned.length, 'indicator');
  if (share === 1 || least === concerned.length) return { text: `${asks} all ${all}${group}`, asks };
  if (share === undefined) return { text: `${asks} at least ${least ?? 1} of ${all}${group}`, asks };
  const amount = isOwn ? 'indicators worth' : 'at least';
  return { text: `${asks} ${amount} ${percent(share)} of the weight${group}`, asks };
}

/**
 * The level of one indicator: "laws ≥ 3", and where less is better "attacks ≤ 30".
 *
 * @example levelText({ code: 'attacks', direction: -1 }, 30) // → 'attacks ≤ 30'
 */
export function levelText(
  { code, direction }: Pick<Rated, 'code' | 'direction'>,
  level: string | number,
): string {
  return `${code} ${direction === 1 ? '≥' : '≤'} ${level}`;
}

function vetoText({ level, count: least, share, of }: Requirement, concerned: readonly Rated[]): string {
  const group = groupText(of);
  const isOwn = typeof level === 'object';
  const below = isOwn ? `short of ${list(ownLevels(level, concerned))}` : `below ${level}`;
  if (share !== undefined) return `less than ${percent(share)} of the weight${group} ${below}`;
  if ((least ?? 1) === 1) return `no indicator${group} ${below}`;
  return `less than ${count(least ?? 1, 'indicator')}${group} ${below}`;
}

function ownLevels(levels: Exclude<Level, string | number>, concerned: readonly Rated[]): string[] {
  const texts = concerned.map((one) => levelText(one, levels[one.code] ?? ''));
  if (texts.length <= MOST_LEVELS) return texts;
  const rest = texts.length - (MOST_LEVELS - 1);
  return [...texts.slice(0, MOST_LEVELS - 1), count(rest, 'other level')];
}

function groupText(of: readonly string[] | undefined): string {
  return of === undefined ? '' : ` of ${of.join(', ')}`;
}

/** @example percent(0.75) // → '75 %' */
export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(6))} %`;
}
