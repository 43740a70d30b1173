// Tiers as JSON: the form, and what is put into it.
import * as v from 'valibot';
import { gapAbove, gapBelow, type Gap } from '../../analysis/explain/tier-gaps.ts';
import { at } from '../../math/at.ts';
import { indicators } from '../../model/framework.ts';
import type { Condition, Result, Tiering } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import {
  count,
  head,
  hidden,
  key,
  maybe,
  numberOrNull,
  standing,
  type DataOf,
  type JsonOf,
} from '../shared/json.ts';
import { standingJson } from '../shared/rows.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import { becauseOf } from './reasons.ts';

const condition = v.strictObject({
  text: key(v.string(), 'the condition in words'),
  met: key(v.boolean(), 'whether it holds'),
  counted: key(v.number(), 'what the country has of it'),
  veto: key(v.boolean(), 'whether it keeps out who reaches what it asks for'),
  asked: key(v.number(), 'what it asks for'),
  unit: key(
    v.picklist(['indicators', 'weight', 'index', 'countries']),
    'what is counted: indicators, their weight, points of the index, or countries ahead in everything',
  ),
  counting: key(
    v.array(v.string()),
    'the codes of the indicators that count towards it, or the names of the first 20 countries',
  ),
});

/** Of tiers cut out of the index, as many single indicators are listed as of others sets. */
const MOST_SETS = 20;
/** Of all that are ahead of a country, the first: thousands of countries would each list thousands. */
const MOST_AHEAD = 20;

const conditions = key(
  v.array(
    v.strictObject({
      tier: key(v.string(), 'the tier'),
      conditions: key(v.array(condition), 'its conditions; empty without an index'),
    }),
  ),
  'for each tier but the last, the conditions of entering it',
);

const ofGap = {
  tier: key(v.string(), 'the tier'),
  sets: key(
    v.array(v.array(v.string())),
    'codes of indicators: each set is enough and no part of it is, the smallest first, at most 20; where ' +
      'the index is cut, only single indicators; empty where countries are compared',
  ),
  more: maybe(v.nullable(count), 'how many more sets there are; null if too many to count'),
  points: maybe(v.number(), 'where the index is cut: how far it is from the cut-off'),
  ahead: maybe(v.array(v.string()), 'of layers: those who are ahead in everything'),
};
const gapDown = v.strictObject(ofGap);
const gapUp = v.strictObject({
  ...ofGap,
  levels: maybe(
    v.array(v.record(v.string(), v.union([v.number(), v.string()]))),
    'where levels differ: for each set the least score or rating of each indicator that does',
  ),
});

const tierPiece = v.strictObject({
  name: key(v.string(), 'what the tier is called'),
  atLeast: maybe(numberOrNull, 'of tiers cut out of the index: the least index; null for the last'),
  countries: key(v.array(v.string()), 'codes, or names of what is no known country'),
});

const country = v.strictObject({
  ...standing,
  because: key(v.string(), 'what put it there, in words'),
  conditions,
  above: key(v.nullable(gapUp), 'the next tier up, and what would lift the country there; null in the best'),
  below: key(
    v.nullable(gapDown),
    'the next tier down, and what would cost the country its own; null in the last',
  ),
});

const piece = v.strictObject({
  ...head('tiers'),
  hidden,
  tiers: key(v.array(tierPiece), 'the best first'),
  countries: key(v.array(country), 'by tier, then in rank order'),
});

export const form = {
  describes: 'the tiers, what put each country into its own, and what would move it',
  piece,
};

/** What JSON shows: of the countries in the rows that are shown, and of the tiers in all rows. */
export async function dataOf(
  session: Session,
  tiering: Tiering,
  hiddenCountries: number,
  shown: readonly ResultRow[],
  all: readonly ResultRow[],
): Promise<DataOf<typeof piece>> {
  const { result } = session;
  return {
    ...(await jsonHead(session)),
    hidden: hiddenCountries,
    tiers: tiering.tiers.map((name, tier) => ({
      name,
      ...atLeastOf(tiering, tier),
      countries: membersOf(result, tiering, tier, all),
    })),
    countries: shown.map((row) => countryOf(result, tiering, row)),
  };
}

function atLeastOf({ cuts }: Tiering, tier: number): Pick<JsonOf<typeof tierPiece>, 'atLeast'> {
  return cuts === null ? {} : { atLeast: cuts[tier] ?? null };
}

function membersOf(result: Result, tiering: Tiering, tier: number, rows: readonly ResultRow[]): string[] {
  return rows
    .filter((row) => at(tiering.placements, row).tier === tier)
    .map((row) => {
      const { code, name } = at(result.countries, row);
      return code ?? name;
    });
}

function countryOf(result: Result, tiering: Tiering, row: ResultRow): JsonOf<typeof country> {
  const { rank, score, tier, ...identity } = standingJson(result, row);
  const { conditions: perTier } = at(tiering.placements, row);
  return {
    ...identity,
    rank,
    score,
    tier,
    because: becauseOf(tiering, row),
    conditions: tiering.tiers.slice(0, -1).map((name, i) => ({
      tier: name,
      conditions: (perTier[i] ?? []).map(conditionOf),
    })),
    above: aboveOf(result, gapAbove(result, row)),
    below: belowOf(gapBelow(result, row)),
  };
}

function conditionOf(one: Condition): JsonOf<typeof condition> {
  const { text, met, veto, counted, asked, unit, contributing } = one;
  const told = unit === 'countries' ? contributing.slice(0, MOST_AHEAD) : contributing;
  return { text, met, veto, counted, asked, unit, counting: told.map(({ code }) => code) };
}

function aboveOf(result: Result, gap: Gap | null): JsonOf<typeof gapUp> | null {
  const below = belowOf(gap);
  if (gap?.kind !== 'levels' || gap.levels === null || below === null) return below;
  const written = gap.levels.map((levels) =>
    Object.fromEntries([...levels].map(([code, level]) => [code, writtenLevel(result, code, level)])),
  );
  return { ...below, levels: written };
}

/** As a rating, where the indicator is rated. */
function writtenLevel({ edition, framework }: Result, code: string, level: number): number | string {
  const leaf = indicators(framework).find((one) => one.code === code);
  const scale = edition.scales.find(({ name }) => name === leaf?.scale);
  return scale?.ratings.find(({ value }) => value === level)?.word ?? level;
}

function belowOf(gap: Gap | null): JsonOf<typeof gapDown> | null {
  if (gap === null) return null;
  const { tier } = gap;
  if (gap.kind === 'countries') {
    const ahead = gap.ahead.slice(0, MOST_AHEAD);
    return { tier, sets: [], ...moreOf(gap.ahead.length - ahead.length), ahead };
  }
  if (gap.kind === 'levels') return { tier, sets: gap.sets, ...moreOf(gap.more) };
  const { alone, points } = gap;
  const sets = alone.slice(0, MOST_SETS).map((code) => [code]);
  return { tier, sets, ...moreOf(alone.length - sets.length), points };
}

function moreOf(more: number | null): Pick<JsonOf<typeof gapDown>, 'more'> {
  return more === 0 ? {} : { more };
}
