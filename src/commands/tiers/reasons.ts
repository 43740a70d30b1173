// Why is a country in its tier? The conditions that decided, in words.
import { at } from '../../math/at.ts';
import type { Condition, Tiering } from '../../model/result.ts';
import { list } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';

/**
 * What put a country into its tier: how it stands on the tier's conditions, or which condition of the next
 * one it fails.
 */
export function becauseOf(tiering: Tiering, row: ResultRow): string {
  const { tier, conditions } = at(tiering.placements, row);
  if (tier === null) return 'too few scores';
  if (tiering.tiers.length === 1) return 'the only tier';
  if (tiering.cuts !== null) return cutText(tiering.cuts, tier);
  const isMet = conditions[tier] !== undefined;
  return decisiveOf(tiering, row)
    .map((condition) => conditionText(condition, isMet))
    .join('; ');
}

/** How much a country has of what decided, alone: `6 of 7`. */
export function amountsOf(tiering: Tiering, row: ResultRow): string {
  return decisiveOf(tiering, row).map(amountText).join('; ');
}

/** Of tiers cut out of the index, which values are in one: `at least 80`, and of the last `below 50`. */
export function cutText(cuts: readonly number[], tier: number): string {
  const cut = cuts[tier];
  return cut === undefined ? `below ${short(at(cuts, cuts.length - 1))}` : `at least ${short(cut)}`;
}

/**
 * The conditions that put a country into its tier: those of the tier, or, in the last, those of the tier
 * above that it fails.
 */
function decisiveOf({ placements }: Tiering, row: ResultRow): readonly Condition[] {
  const { tier, conditions } = at(placements, row);
  if (tier === null) return [];
  const ofTier = conditions[tier];
  if (ofTier !== undefined) return ofTier;
  // A single tier asks for nothing.
  return (conditions.at(-1) ?? []).filter(({ met }) => !met);
}

function amountText({ unit, counted, contributing, lacking }: Condition): string {
  if (unit === 'index') return String(short(counted));
  if (unit === 'countries') {
    const ahead = contributing.map(({ code }) => code);
    return `dominated by ${ahead.length === 0 ? 'no country' : list(ahead, 3)}`;
  }
  if (unit === 'weight' && lacking.length > 0) return `${short(counted * 100)} %`;
  return `${contributing.length} of ${contributing.length + lacking.length}`;
}

function conditionText(condition: Condition, isMet: boolean): string {
  const { text, asks, counted, unit, veto, contributing, lacking } = condition;
  if (unit === 'countries') return amountText(condition);
  if (asks === undefined) return isMet || !veto ? text : `not: ${text}`;
  if (lacking.length === 0) return `${asks} all ${contributing.length}`;
  if (unit === 'weight') return `${asks} ${short(counted * 100)} % of the weight`;
  return `${asks} ${amountText(condition)}`;
}

function short(x: number): number {
  return Number(x.toPrecision(5));
}
