// What an answer takes for granted: a score that rises may move the normalisation, or weights that come from
// the scores.
import { at, of } from '../../math/at.ts';
import { indicators } from '../../model/framework.ts';
import type { Result } from '../../model/result.ts';
import { resultRowOf, type ResultRow } from '../../model/rows.ts';
import type { MovableScore } from './movable-scores.ts';
import { builtWith, rawAfter } from './outcome.ts';

export type Assumption = 'normalisation' | 'weights';

/**
 * What scores that rise would move, so that it was only assumed to stay. The whole recipe is run again with
 * the answer, then with all that are useful raised together, half of the way that each can go and all of it,
 * until something moves. What cannot be run again counts as moved.
 *
 * Shape: `answer` has a rise for each of the scores, and `again` is what they lead to.
 */
export function assumptionsOf(
  result: Result,
  row: ResultRow,
  scores: readonly MovableScore[],
  useful: (score: number) => boolean,
  answer: readonly number[],
  again: Result | null,
): readonly Assumption[] {
  const moved = movedBy(result, row, scores, answer, again);
  if (moved.length > 0) return moved;
  for (const riseOf of [firstRise, furthestRise]) {
    const rises = scores.map((score, j) => (useful(j) ? riseOf(score) : 0));
    if (rises.every((rise, j) => rise === answer[j])) continue;
    const found = movedBy(result, row, scores, rises, builtWith(result, row, scores, rises));
    if (found.length > 0) return found;
  }
  return [];
}

/** As far as a score can rise. */
export function furthestRise({ ratings, room }: MovableScore): number {
  if (ratings === null) return room;
  return ratings.at(-1)?.rise ?? 0;
}

/** Half of the way, or to the nearest rating. */
function firstRise({ ratings, room }: MovableScore): number {
  if (ratings === null) return room / 2;
  return ratings[0]?.rise ?? 0;
}

function movedBy(
  result: Result,
  row: ResultRow,
  scores: readonly MovableScore[],
  rises: readonly number[],
  again: Result | null,
): Assumption[] {
  if (again === null) return ['normalisation'];
  const moved: Assumption[] = [];
  if (isNormalisationMoved(result, row, risesByCode(scores, rises), again)) moved.push('normalisation');
  const areWeightsMoved = [...result.weights].some(([code, weight]) =>
    isOther(weight, of(again.weights, code)),
  );
  if (areWeightsMoved) moved.push('weights');
  return moved;
}

/** By how much the normalised score of each indicator rises, with raw scores rounded as they are written. */
function risesByCode(scores: readonly MovableScore[], rises: readonly number[]): Map<string, number> {
  const byCode = new Map<string, number>();
  for (const [j, score] of scores.entries()) {
    const rise = at(rises, j);
    const to = rise === 0 ? null : rawAfter(score, rise);
    const written = to === null ? 0 : (score.riseTo(to) ?? rise);
    for (const [code, effect] of score.effects) byCode.set(code, (byCode.get(code) ?? 0) + effect * written);
  }
  return byCode;
}

/** Whether a normalised score is another than rises by themselves make it. */
function isNormalisationMoved(
  result: Result,
  row: ResultRow,
  risen: ReadonlyMap<string, number>,
  again: Result,
): boolean {
  const places = result.rows.map((editionRow) => resultRowOf(again.rows, editionRow));
  return indicators(result.framework).some(({ code }) => {
    const [before, after] = [of(result.scores, code), of(again.scores, code)];
    return places.some((place, i) => {
      if (place === null) return true;
      const [was, is] = [at(before, i), at(after, place)];
      if (was === null || is === null) return was !== is;
      return isOther(was + (i === row ? (risen.get(code) ?? 0) : 0), is);
    });
  });
}

function isOther(one: number, other: number): boolean {
  return Math.abs(one - other) > 1e-9 * Math.max(1, Math.abs(one));
}
