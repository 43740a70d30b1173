// What reach says in words: what it takes, what it brings, whether one score does it alone, and how else it
// could be done.
import type { Reach } from '../../analysis/reach/index.ts';
import { fieldOf, type Standing } from '../../analysis/reach/outcome.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Passage } from '../../report/document.ts';
import { fixed } from '../../report/numbers.ts';
import { nameAt } from '../shared/countries.ts';
import { everyWeighting } from '../shared/recipe/regions.ts';
import { placesOf } from '../shared/rows.ts';
import { changesWords, labelOf, MOST_ALTERNATIVES, points, stepsOf, totalOf } from './changes.ts';
import type { NamedTarget } from './options.ts';

const MOST_NAMED = 8;

export function headline(result: Result, found: Reach, { name, isRobust }: NamedTarget): string[] {
  const country = nameAt(result, found.row);
  const under = isRobust ? ` under ${everyWeighting(result.recipe.region)}` : '';
  if (found.isThere)
    return [`${country} is there already${under}: ${standingWords(result, found.now)}${atWorst(found)}.`];
  if (found.changes === null)
    return [
      `${country} cannot reach ${name}${under}: with every score that may rise at its best it gets ` +
        `to ${standingWords(result, found.rebuilt ?? found.frozen)}${atWorst(found)}.`,
    ];
  const steps = stepsOf(found.changes);
  const amount =
    steps === null
      ? `${points(result, totalOf(found.changes))} in all`
      : `${count(steps, 'step')} on its ratings`;
  const proved = steps === null ? ', and with no less' : ', and with no fewer';
  const least = found.isProved ? proved : '; whether less would do could not be proved';
  return [
    `${country} reaches ${name}${under} with ${amount}${least}: ${changesWords(result, found.changes)}.`,
    aloneWords(result, found),
    outcomeWords(result, found),
  ];
}

/** Whether one score does it alone. */
function aloneWords(result: Result, { single, changes }: Reach): string {
  if (single.length === 0) return 'No single score does it alone.';
  if (changes?.length === 1 && single.length === 1) return 'No other score does it alone.';
  const subject = single.length === 1 ? 'One score does' : 'Any one of these does';
  return `${subject} it alone: ${changesWords(result, single)}.`;
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
  if (worst !== null) parts.push(then(`${worst.now}`, `${worst.after}`, 'at worst rank '));
  if (rebuilt === null || isSame(rebuilt, frozen)) return `It then has ${list(parts)}.`;
  return (
    `With normalisation as it is, it then has ${list(parts)}. After re-normalising with these scores: ` +
    `${standingWords(result, rebuilt)}.`
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
export function checkNotes({ frozen, rebuilt, changes, isThere }: Reach): string[] {
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

/** The scores that could not be moved. */
export function unmovedNotes({ immovable }: Reach): string[] {
  const unmoved = (reason: 'missing' | 'equal') =>
    list(
      immovable.filter((one) => one.reason === reason).map(({ column }) => column),
      MOST_NAMED,
    );
  const [missing, equal] = [unmoved('missing'), unmoved('equal')];
  const notes: string[] = [];
  if (missing !== '') notes.push(`left as they are, for lack of a score: ${missing}`);
  if (equal !== '') notes.push(`left as they are, being the same for all: ${equal}`);
  return notes;
}

/** Other ways that cost the same. */
export function otherWays(result: Result, found: Reach): Passage[] {
  const lines = otherWaysLines(result, found);
  return lines.length === 0 ? [] : [{ title: 'Other ways', lines }];
}

function otherWaysLines(result: Result, found: Reach): string[] {
  const { alternatives, isAll, interchangeable, changes } = found;
  if (interchangeable.length > 0) return [splitWords(found)];
  if (alternatives.length <= MOST_ALTERNATIVES && isAll)
    return alternatives.map((one) => changesWords(result, one));
  if (alternatives.length === 0) return [];
  const sets = changes === null || stepsOf(changes) === null ? 'no larger total' : 'as few steps';
  return [`${isAll ? '' : 'More than '}${alternatives.length} other sets of ${sets} would do.`];
}

/** Among which scores the rise can be split. */
function splitWords({ interchangeable }: Reach): string {
  const names = list(
    interchangeable.map((score) => labelOf({ score })),
    MOST_NAMED,
  );
  const isRated = interchangeable.some(({ ratings }) => ratings !== null);
  return (
    `A point is worth the same in ${names}: the rise in these can be split among them in any other ` +
    `way${isRated ? ' that leaves a rating where one is' : ''}.`
  );
}
