// What reach says in words: what it takes, what it brings, whether one score does it alone, and how else it
// could be done.
import type { Change, Reach } from '../../analysis/reach/index.ts';
import { fieldOf, type Standing } from '../../analysis/reach/outcome.ts';
import { present } from '../../math/statistics/column.ts';
import { sum } from '../../math/statistics/stats.ts';
import { everyWeighting } from '../shared/regions.ts';
import { indicators } from '../../model/framework.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Passage } from '../../report/document.ts';
import { decimalsFor, fixed } from '../../report/numbers.ts';
import { placesOf } from '../shared/rows.ts';

/** What is asked for, as it is said after "to". */
export interface Asked {
  readonly target: string;
  /** Whether it must hold under every weighting of the region. */
  readonly isWeightedSum: boolean;
}

/** How many other ways are told one by one. */
export const MOST_ALTERNATIVES = 6;

/** What a score is called: its indicator, or its column where several read it. */
export function labelOf({ score }: Change): string {
  return score.codes.length === 1 ? (score.codes[0] ?? score.column) : score.column;
}

/** The indicator whose normalised score rises by as much as is counted. */
export function mainCode({ score }: Pick<Change, 'score'>): string {
  return [...score.effects].find(([, effect]) => Math.abs(Math.abs(effect) - 1) < 1e-12)?.[0] ?? score.column;
}

export function totalOf(changes: readonly Change[]): number {
  return sum(changes.map(({ rise }) => rise));
}

/** Null unless every change is one of ratings. */
export function stepsOf(changes: readonly Change[]): number | null {
  return changes.every(({ steps }) => steps !== null) ? sum(changes.map(({ steps }) => steps ?? 0)) : null;
}

/** A raw score as it is written, rounded so that it still suffices. */
export function writtenRaw({ edition }: Result, { score }: Pick<Change, 'score'>, raw: number): string {
  const column = present(edition.columns.get(score.column) ?? []);
  const factor = 10 ** Math.min(6, decimalsFor(column) + 1);
  return String((score.way * Math.ceil(score.way * raw * factor - 1e-7)) / factor + 0);
}

/** `strategy to world-leading`, `laws to 17.25`. */
export function changeWords(result: Result, change: Change): string {
  const { to, ratingTo, rise } = change;
  const where = ratingTo ?? (to === null ? null : writtenRaw(result, change, to));
  return where === null ? `${labelOf(change)} by ${points(result, rise)}` : `${labelOf(change)} to ${where}`;
}

/** Several changes; those to the same rating in one. */
export function changesWords(result: Result, changes: readonly Change[]): string {
  const ratings = [...new Set(changes.map(({ ratingTo }) => ratingTo))];
  return list(
    ratings.flatMap((rating) => {
      const those = changes.filter(({ ratingTo }) => ratingTo === rating);
      return rating === null
        ? those.map((change) => changeWords(result, change))
        : [`${list(those.map(labelOf))} to ${rating}`];
    }),
  );
}

/** Rises as they are shown: as precisely as normalised scores are told apart, two decimals at most. */
export function risePlaces({ stages }: Result): number {
  return Math.min(
    2,
    Math.max(
      1,
      ...[...(stages.at(-1)?.columns.values() ?? [])].map((column) => decimalsFor(present(column))),
    ),
  );
}

export function points(result: Result, rise: number): string {
  const text = fixed(rise, risePlaces(result));
  return `${text} ${text === '1' ? 'point' : 'points'}`;
}

export function headline(result: Result, reach: Reach, asked: Asked): string[] {
  const name = result.countries[reach.row]?.name ?? '';
  const under = asked.isWeightedSum ? ` under ${everyWeighting(result.recipe.region)}` : '';
  if (reach.isThere)
    return [`${name} is there already${under}: ${standing(result, reach.now)}${worst(reach)}.`];
  if (reach.changes === null)
    return [
      `${name} cannot reach ${asked.target}${under}: with every score that may rise at its best it gets ` +
        `to ${standing(result, reach.rebuilt ?? reach.frozen)}${worst(reach)}.`,
    ];
  const steps = stepsOf(reach.changes);
  const amount =
    steps === null
      ? `${points(result, totalOf(reach.changes))} in all`
      : `${count(steps, 'step')} on its ratings`;
  const least = !reach.isProved
    ? `; whether less would do could not be proved`
    : steps === null
      ? ', and with no less'
      : ', and with no fewer';
  return [
    `${name} reaches ${asked.target}${under} with ${amount}${least}: ${changesWords(result, reach.changes)}.`,
    single(result, reach),
    outcome(result, reach),
  ];
}

function single(result: Result, { single: alone, changes }: Reach): string {
  if (alone.length === 0) return 'No single score does it alone.';
  if (changes?.length === 1 && alone.length === 1) return 'No other score does it alone.';
  return (
    `${alone.length === 1 ? 'One score does' : 'Any one of these does'} it alone: ` +
    `${changesWords(result, alone)}.`
  );
}

function standing(result: Result, { rank, score, tier }: Standing): string {
  return [
    `rank ${rank}`,
    `index ${fixed(score, placesOf(result))}`,
    ...(tier === null ? [] : [tierWords(tier)]),
  ].join(', ');
}

function worst({ worst: bound }: Reach): string {
  return bound === null ? '' : `, rank ${bound.after} at worst`;
}

/** Where the country then stands, with what it is now; and where building anew puts it elsewhere, that. */
function outcome(result: Result, reach: Reach): string {
  const { now, frozen, rebuilt, row } = reach;
  const was = (before: string, after: string, of = '') =>
    `${after}${of}${before === after ? '' : ` (now ${before})`}`;
  const places = placesOf(result);
  const parts = [
    `rank ${was(String(now.rank), String(frozen.rank), ` of ${fieldOf(result, row).length}`)}`,
    `index ${was(fixed(now.score, places), fixed(frozen.score, places))}`,
    ...(frozen.tier === null ? [] : [tierWords(was(now.tier ?? '', frozen.tier))]),
    ...(reach.worst === null
      ? []
      : [`at worst rank ${was(String(reach.worst.now), String(reach.worst.after))}`]),
  ];
  const isMoved = rebuilt !== null && !isSame(rebuilt, frozen);
  return (
    `${isMoved ? 'With normalisation as it is, it then has' : 'It then has'} ` +
    `${list(parts)}.${isMoved ? ` After re-normalising with these scores: ${standing(result, rebuilt)}.` : ''}`
  );
}

function tierWords(tier: string): string {
  return tier.startsWith('Tier') ? tier : `tier ${tier}`;
}

function isSame(one: Standing, other: Standing): boolean {
  return (
    Math.abs(one.score - other.score) <= 1e-9 * Math.max(1, Math.abs(one.score)) &&
    one.rank === other.rank &&
    one.tier === other.tier
  );
}

/** Whether the answer was tried out on the whole recipe, and what came of it. */
export function afterWords({ frozen, rebuilt, changes, isThere }: Reach): string[] {
  if (isThere || changes === null) return [];
  if (rebuilt === null)
    return [
      'not re-normalised: a step treats columns as a whole, so the raw scores cannot be told; this ' +
        'holds with normalisation as it is',
    ];
  if (isSame(rebuilt, frozen))
    return ['checked: the index was built anew with these scores, and says the same'];
  return [
    're-normalised: these scores move the normalisation itself, so that in the end more or less than ' +
      'this may do',
  ];
}

/** Other ways that cost the same. */
export function otherWays(
  result: Result,
  { alternatives, isAll, interchangeable, changes }: Reach,
): Passage[] {
  if (interchangeable.length > 0) {
    const names = list(
      interchangeable.map((score) => labelOf({ score, rise: 0, steps: null, to: null, ratingTo: null })),
      8,
    );
    return [
      {
        title: 'Other ways',
        lines: [
          `A point is worth the same in ${names}: the rise in these can be split among them in any other ` +
            `way${interchangeable.some(({ ratings }) => ratings !== null) ? ' that leaves a rating where one is' : ''}.`,
        ],
      },
    ];
  }
  if (alternatives.length === 0) return [];
  const unit = changes === null || stepsOf(changes) === null ? 'no larger total' : 'as few steps';
  if (alternatives.length > MOST_ALTERNATIVES || !isAll)
    return [
      {
        title: 'Other ways',
        lines: [`${isAll ? '' : 'More than '}${alternatives.length} other sets of ${unit} would do.`],
      },
    ];
  return [{ title: 'Other ways', lines: alternatives.map((one) => changesWords(result, one)) }];
}

/** The scores that could not be moved. */
export function stuckWords({ immovable }: Reach): string[] {
  const of = (reason: string) =>
    list(
      immovable.filter((one) => one.reason === reason).map(({ column }) => column),
      8,
    );
  return [
    ...(of('missing') === '' ? [] : [`left as they are, for lack of a score: ${of('missing')}`]),
    ...(of('equal') === '' ? [] : [`left as they are, being the same for all: ${of('equal')}`]),
  ];
}

/** The word that its raw score stands for. */
export function ratingOf({ edition, framework }: Result, { score }: Pick<Change, 'score'>): string | null {
  const leaf = indicators(framework).find(({ code }) => score.codes.includes(code));
  return (
    edition.scales.find(({ name }) => name === leaf?.scale)?.ratings.find(({ value }) => value === score.raw)
      ?.word ?? null
  );
}
