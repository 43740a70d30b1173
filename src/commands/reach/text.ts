// What reach says in words: what it takes, what it brings, whether one score does it alone, and how else it
// could be done.
import type { Reach } from '../../analysis/reach/index.ts';
import { fieldOf, type Standing } from '../../analysis/reach/outcome.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Passage } from '../../report/document.ts';
import { fixed } from '../../report/numbers.ts';
import { nameAt } from '../shared/countries.ts';
import { listNames, partNames } from '../shared/parts/names.ts';
import { underRegion } from '../shared/recipe/regions.ts';
import { placesOf } from '../shared/rows.ts';
import {
  assumptionWords,
  changesInWords,
  labelOf,
  MOST_ALTERNATIVES,
  points,
  stepsOf,
  totalOf,
} from './changes.ts';
import type { NamedTarget } from './options.ts';

const MOST_NAMED = 8;

export function headline(result: Result, found: Reach, { name, isRobust }: NamedTarget): string[] {
  const country = nameAt(result, found.row);
  const under = isRobust ? ` ${underRegion(result, result.recipe.region)}` : '';
  if (found.isThere)
    return [
      `${country} already reaches ${name}${under}: ${standingWords(result, found.now)}${atWorst(found)}.`,
    ];
  // What was found minimises the change at that normalisation alone.
  const assuming = assumptionWords(result, [found]);
  if (found.changes === null)
    return [
      `${assuming}${country} cannot reach ${name}${under}. Even with its best possible scores it has ` +
        `${standingWords(result, found.rebuilt ?? found.frozen)}${atWorst(found)}.`,
    ];
  const steps = stepsOf(found.changes);
  const amount =
    steps === null
      ? `${points(result, totalOf(found.changes))} more on normalised scores`
      : count(steps, 'rating step');
  return [
    found.isProved
      ? `${assuming}${country} needs at least ${amount} to reach ${name}${under}.`
      : `${assuming}${country} reaches ${name}${under} with ${amount}; less may be enough.`,
    `Improve ${changesInWords(result, found.changes)}.`,
    aloneWords(result, found),
    outcomeWords(result, found),
  ];
}

/** Whether one score does it alone. */
function aloneWords(result: Result, { single, changes }: Reach): string {
  if (single.length === 0) return 'No single score is enough.';
  if (changes?.length === 1 && single.length === 1) return 'No other single score is enough.';
  const subject = single.length === 1 ? 'One score alone is enough' : 'Each of these is enough alone';
  return `${subject}: ${changesInWords(result, single)}.`;
}

function standingWords(result: Result, { rank, score, tier }: Standing): string {
  return [
    `rank ${rank}`,
    `index ${fixed(score, placesOf(result))}`,
    ...(tier === null ? [] : [tierWords(tier)]),
  ].join(', ');
}

function atWorst({ worst }: Reach): string {
  return worst === null ? '' : `, rank ${worst.after} at worst`;
}

/** Where the country then stands, with what it is now; and where building anew puts it elsewhere, that. */
function outcomeWords(result: Result, { now, frozen, rebuilt, worst, row }: Reach): string {
  const places = placesOf(result);
  const parts = [
    then(`${now.rank}`, `${frozen.rank}`, 'rank ', ` of ${fieldOf(result, row).length}`),
    then(fixed(now.score, places), fixed(frozen.score, places), 'index '),
  ];
  if (frozen.tier !== null) parts.push(tierWords(then(now.tier, frozen.tier)));
  if (worst !== null) parts.push(then(`${worst.now}`, `${worst.after}`, 'worst rank '));
  if (rebuilt === null || isSame(rebuilt, frozen)) return `It then has ${list(parts)}.`;
  return (
    `It then has ${list(parts)}. With the normalisation of the new scores, ` +
    `it has ${standingWords(result, rebuilt)}.`
  );
}

/** `rank 2 of 15 (now 3)`. */
function then(before: string | null, after: string, what = '', of = ''): string {
  return `${what}${after}${of}${before === null || before === after ? '' : ` (now ${before})`}`;
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
export function checkNotes({ frozen, rebuilt, changes, isThere, assumptions }: Reach): string[] {
  if (isThere || changes === null) return [];
  if (rebuilt === null)
    return [
      'not confirmed: a step changes whole columns, so the raw scores are unknown; the answer assumes the ' +
        'current normalisation',
    ];
  if (isSame(rebuilt, frozen)) {
    const moving = `; less may be enough, as raising scores can change the ${list(assumptions)}`;
    return [`confirmed by recomputing the index${assumptions.length === 0 ? '' : moving}`];
  }
  return ['recomputed: raising these scores changes the normalisation, so the rise really needed may differ'];
}

/** The scores that could not be moved. */
export function unmovedNotes({ immovable }: Reach): string[] {
  const unmoved = (reason: 'missing' | 'equal') =>
    list(
      immovable.filter((one) => one.reason === reason).map(({ column }) => column),
      MOST_NAMED,
    );
  const [missing, equal] = [unmoved('missing'), unmoved('equal')];
  const notes: string[] = [];
  if (missing !== '') notes.push(`not changed (score missing): ${missing}`);
  if (equal !== '') notes.push(`not changed (all countries have the same score): ${equal}`);
  return notes;
}

/** Other ways that cost the same. */
export function otherWays(result: Result, found: Reach): Passage[] {
  const lines = otherWaysLines(result, found);
  return lines.length === 0 ? [] : [{ title: 'Other ways', lines }];
}

function otherWaysLines(result: Result, found: Reach): string[] {
  const { alternatives, isAll, interchangeable, changes } = found;
  if (interchangeable.length > 0) return [splitWords(result, found)];
  if (alternatives.length <= MOST_ALTERNATIVES && isAll)
    return alternatives.map((one) => changesInWords(result, one));
  if (alternatives.length === 0) return [];
  const steps = changes === null ? null : stepsOf(changes);
  const sets = steps === null ? 'with the same total' : `of ${count(steps, 'step')}`;
  const others = count(alternatives.length, 'other combination');
  return [
    `${isAll ? '' : 'More than '}${others} ${sets} also ${alternatives.length === 1 ? 'works' : 'work'}.`,
  ];
}

/** Among which scores the rise can be split. */
function splitWords(result: Result, { interchangeable }: Reach): string {
  const nameOf = partNames(result);
  const names = listNames(
    interchangeable.map((score) => nameOf(labelOf({ score }))),
    MOST_NAMED,
  );
  const isRated = interchangeable.some(({ ratings }) => ratings !== null);
  return (
    `A point counts the same on ${names}, up to the highest score of each` +
    `${isRated ? '; a rated indicator has to end on a rating' : ''}.`
  );
}
