// Published ranks as claims on weights: who is ahead of whom, who is level, and how many others may be ahead.
import { at, of } from '../../math/at.ts';
import { rankScores } from '../../methods/rank/run.ts';
import { rankings, type Ranking } from '../../methods/rank/table.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { compareText } from '../../model/words.ts';
import { shownPlaces, type ShownPlace } from '../../model/rows.ts';
import { difference } from '../pairs/dominance.ts';
import type { LinearIndex } from '../region/linear-index.ts';
import type { Printed } from './claims.ts';
import type { Claim, Limit, Range } from './program.ts';
import { never, unitOf, widthOfUnit } from './rounded.ts';

/** The countries of one published rank. */
export interface RankGroup {
  readonly rank: number;
  readonly members: readonly ShownPlace[];
}

/** Countries by published rank, the first rank first. */
export function rankGroups(printed: readonly Printed[]): RankGroup[] {
  const ranks = [...new Set(printed.flatMap(({ row }) => row.rank ?? []))].toSorted((a, b) => a - b);
  return ranks.map((rank) => ({
    rank,
    members: printed.filter(({ row }) => row.rank === rank).map(({ position }) => position),
  }));
}

/** The countries that are ranked without a published rank to hold them to. */
export function othersThan(index: LinearIndex, printed: readonly Printed[]): ShownPlace[] {
  const named = new Set(printed.map(({ position }) => position));
  return shownPlaces(index.rows).filter((position) => !named.has(position));
}

/**
 * Each country ahead of those of the next published rank, and level with those of its own; where others are
 * ranked without a published rank, none of them ahead of whom the ranks leave no room.
 *
 * Where ranks are of rounded scores, level means at most one unit of the last place apart: that is necessary,
 * and not enough. Ordinal ranks part equal scores by country code: whoever comes first in it need not be
 * ahead.
 */
export function rankClaims(result: Result, index: LinearIndex, printed: readonly Printed[]): Claim[] {
  const groups = rankGroups(printed);
  const isRounded = unitOf(result) !== null;
  const slack = widthOfUnit(result, index);
  const ordered = groups.flatMap(({ members }, i) => {
    const next = groups[i + 1]?.members ?? [];
    const [from, to] = isRounded ? [members, next] : [members.slice(-1), next.slice(0, 1)];
    return [
      ...members.slice(1).map((one, j) => level(index, at(members, j), one, slack)),
      ...from.flatMap((a) => to.map((b) => ahead(result, index, a, b))),
    ];
  });
  return [...ordered, ...placeClaims(fieldOf(result, index, printed), printed)];
}

/**
 * One published ahead of another, whether or not they are next to each other: strictly, unless ordinal ranks
 * put the first ahead of its equals.
 */
export function ahead(result: Result, index: LinearIndex, a: ShownPlace, b: ShownPlace): Claim {
  const isByCode = isOrderedByCode(result, index, a, b);
  return {
    kind: 'ahead',
    countries: [a, b],
    limits: [behindBy(index, a, b, isByCode ? widthOfUnit(result, index) : null)],
  };
}

/** That one is strictly ahead of another, or behind it by no more than a slack. */
function behindBy(index: LinearIndex, a: ShownPlace, b: ShownPlace, slack: number | null): Limit {
  const bound = slack === null || slack === 0 ? 0 : -slack;
  return { weights: difference(index, a, b), cuts: [], bound, isStrict: slack === null };
}

/** That two are level, or as near as rounding makes equal. */
export function level(index: LinearIndex, a: ShownPlace, b: ShownPlace, slack: number): Claim {
  const limits = [behindBy(index, a, b, slack), behindBy(index, b, a, slack)];
  return { kind: 'level', countries: [a, b], limits };
}

/** Whether the first of two equals has the better rank, as its code comes first. */
export function isOrderedByCode(result: Result, index: LinearIndex, a: ShownPlace, b: ShownPlace): boolean {
  const { isStrict } = entryOf<Ranking>(rankings, result.recipe.rank);
  return isStrict === true && compareText(keyAt(result, index, a), keyAt(result, index, b)) < 0;
}

function keyAt({ countries }: Result, { rows }: LinearIndex, position: ShownPlace): string {
  const { code, name } = at(countries, at(rows, position));
  return code ?? name;
}

/** Who is ranked: by published ranks, and without one. */
interface RankField {
  readonly result: Result;
  readonly index: LinearIndex;
  readonly groups: readonly RankGroup[];
  readonly others: readonly ShownPlace[];
}

function fieldOf(result: Result, index: LinearIndex, printed: readonly Printed[]): RankField {
  return { result, index, groups: rankGroups(printed), others: othersThan(index, printed) };
}

/** The ranks that countries can have where the published ones are in order, by the recipe's kind of ranks. */
export function possibleRanks(
  result: Result,
  index: LinearIndex,
  printed: readonly Printed[],
): ReadonlyMap<number, Range> {
  const field = fieldOf(result, index, printed);
  const best = ranksOf(field, (i) => -1 - i);
  const worst = ranksOf(field, (i) => placeOf(field, -1) + i);
  return new Map(
    printed.map(({ position }) => [position, { least: of(best, position), most: of(worst, position) }]),
  );
}

/** Groups stand at 2, 4, 6 … from below, with room between them; before the first one is above all. */
function placeOf({ groups }: Pick<RankField, 'groups'>, group: number): number {
  return 2 * (groups.length - group);
}

/** Ranks where each group stands at its place, and each other country where it is put. */
function ranksOf(field: RankField, place: (i: number) => number): Map<number, number> {
  const { result, index, groups, others } = field;
  const placed = [
    ...groups.flatMap(({ members }, i) =>
      members.map((position) => ({ position, score: placeOf(field, i) })),
    ),
    ...others.map((position, i) => ({ position, score: place(i) })),
  ];
  const ranks = rankScores(
    placed.map(({ score }) => score),
    placed.map(({ position }) => keyAt(result, index, position)),
    { ...result.recipe.rank, decimals: null },
  );
  return new Map(placed.map(({ position }, i) => [position, at(ranks, i) ?? Number.NaN]));
}

/**
 * What the numbers of ranks say beyond their order: that a rank cannot be at all, or that none of the others
 * is ahead.
 */
function placeClaims(field: RankField, printed: readonly Printed[]): Claim[] {
  const { result, index, groups, others } = field;
  const possible = possibleRanks(result, index, printed);
  const impossible = printed.flatMap(({ row: { rank }, position }) => {
    const { least, most } = of(possible, position);
    return rank !== null && (rank < least || rank > most) ? [placeClaim(position, [never(index)])] : [];
  });
  if (impossible.length > 0 || others.length === 0) return impossible;
  const last = groups.findLastIndex(
    ({ rank, members }, i) => rank === of(possible, at(members, 0)).least && isNobodyAhead(field, i),
  );
  if (last === -1) return [];
  const { members } = at(groups, last);
  return (unitOf(result) === null ? members.slice(0, 1) : members).map((one) =>
    placeClaim(
      one,
      others.map((other) => {
        const mayBeLevel = isSameRank(field, one, other, placeOf(field, last));
        return behindBy(index, one, other, mayBeLevel ? widthOfUnit(result, index) : null);
      }),
    ),
  );
}

function placeClaim(position: ShownPlace, limits: readonly Limit[]): Claim {
  return { kind: 'place', countries: [position], limits };
}

/** Whether any country that comes ahead of a group, wherever, worsens its rank. */
function isNobodyAhead(field: RankField, group: number): boolean {
  const one = at(at(field.groups, group).members, 0);
  const own = placeOf(field, group);
  const placesAhead = Array.from({ length: placeOf(field, -1) - own - 1 }, (_, i) => own + 1 + i);
  return placesAhead.every((score) => !isSameRank(field, one, at(field.others, 0), score));
}

/** Whether a country keeps its rank as another one comes to stand at a place. */
function isSameRank(field: RankField, one: ShownPlace, other: ShownPlace, score: number): boolean {
  const alone = { ...field, others: [other] };
  return (
    of(
      ranksOf(alone, () => -1),
      one,
    ) ===
    of(
      ranksOf(alone, () => score),
      one,
    )
  );
}
