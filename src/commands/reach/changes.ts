// Scores that rise: what they are called, how large a rise is, and where it leads, in words and in numbers.
import type { Change, Reach } from '../../analysis/reach/index.ts';
import { at, of } from '../../math/at.ts';
import { present } from '../../math/statistics/column.ts';
import { largest, sum } from '../../math/statistics/stats.ts';
import { indicators } from '../../model/framework.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { list } from '../../model/words.ts';
import { normalisations, type Normalisation } from '../../methods/normalise/table.ts';
import type { ResultRow } from '../../model/rows.ts';
import { decimalsFor, fixed } from '../../report/numbers.ts';
import { listNames, partNames } from '../shared/parts/names.ts';

/** How many other ways to reach a target are told one by one. */
export const MOST_ALTERNATIVES = 6;

type Changed = Pick<Change, 'score'>;

/** What is changed: an indicator, or a column where several read it. */
export function labelOf({ score: { codes, column } }: Changed): string {
  const [code, ...others] = codes;
  return code === undefined || others.length > 0 ? column : code;
}

export function totalOf(changes: readonly Change[]): number {
  return sum(changes.map(({ rise }) => rise));
}

/** How many ratings better all are together; null unless every change is one of ratings. */
export function stepsOf(changes: readonly Change[]): number | null {
  const steps = changes.flatMap((change) => change.steps ?? []);
  return steps.length === changes.length ? sum(steps) : null;
}

/** The word that the raw score stands for, if it is rated in words. */
export function ratingOf({ edition, framework }: Result, { score }: Changed): string | null {
  const leaf = indicators(framework).find(({ code }) => score.codes.includes(code));
  const scale = edition.scales.find(({ name }) => name === leaf?.scale);
  return scale?.ratings.find(({ value }) => value === score.raw)?.word ?? null;
}

/** The normalised score as it is and then, of the indicator that rises by as much as is counted. */
export function normalisedOf(
  result: Result,
  row: ResultRow,
  { score, rise }: Change,
): { readonly before: number | null; readonly after: number | null } {
  const main = [...score.effects].find(([, effect]) => Math.abs(Math.abs(effect) - 1) < 1e-12);
  if (main === undefined) throw new RangeError(`no indicator rises by as much as ${score.column}`);
  const [code, effect] = main;
  const before = at(of(result.scores, code), row);
  return { before, after: before === null ? null : before + effect * rise };
}

/** A raw score as it is written, rounded so that it still suffices. */
export function writtenRaw({ edition }: Result, { score }: Changed, raw: number): string {
  const column = present(of(edition.columns, score.column));
  const factor = 10 ** Math.min(6, decimalsFor(column) + 1);
  return String((score.way * Math.ceil(score.way * raw * factor - 1e-7)) / factor + 0);
}

/** Several changes, as `strategy to world-leading and laws to 17.25`; those to the same rating in one. */
export function changesWords(result: Result, changes: readonly Change[]): string {
  return changesCalled(result, changes, (code) => code);
}

/** The same in a sentence, which has room for names. */
export function changesInWords(result: Result, changes: readonly Change[]): string {
  return changesCalled(result, changes, partNames(result));
}

function changesCalled(result: Result, changes: readonly Change[], nameOf: (code: string) => string): string {
  const ratings = [...new Set(changes.map(({ ratingTo }) => ratingTo))];
  return list(
    ratings.flatMap((rating) => {
      const those = changes.filter(({ ratingTo }) => ratingTo === rating);
      return rating === null
        ? those.map((change) => numberWords(result, change, nameOf(labelOf(change))))
        : [`${listNames(those.map((change) => nameOf(labelOf(change))))} to ${rating}`];
    }),
  );
}

/** `laws to 17.25`, or `laws by 3.2 points` where the raw score cannot be told. */
function numberWords(result: Result, change: Change, name: string): string {
  const { to, rise } = change;
  return to === null ? `${name} by ${points(result, rise)}` : `${name} to ${writtenRaw(result, change, to)}`;
}

/** What answers assume to stay as it is, as the start of a sentence; empty if nothing moves. */
export function assumptionWords({ framework, recipe }: Result, answers: readonly Reach[]): string {
  const assumed = new Set(answers.flatMap(({ assumptions }) => assumptions));
  if (assumed.size === 0) return '';
  const relative = indicators(framework)
    .map((leaf) => entryOf<Normalisation>(normalisations, leaf.normalise ?? recipe.normalise))
    .filter((entry) => entry.relative);
  const areRanges = relative.length > 0 && relative.every((entry) => entry === normalisations.minmax);
  const normalisation = areRanges ? 'min–max ranges' : 'normalisation';
  const words = [...assumed].map((one) => (one === 'normalisation' ? normalisation : one));
  return `With today's ${list(words)}, `;
}

/** Rises as they are shown: as precisely as normalised scores are told apart, two decimals at most. */
export function risePlaces({ stages }: Result): number {
  const normalised = [...at(stages, stages.length - 1).columns.values()];
  const places = normalised.map((column) => decimalsFor(present(column)));
  return Math.min(2, Math.max(1, largest(places)));
}

/** `1 point`, `3.2 points`. */
export function points(result: Result, rise: number): string {
  const text = fixed(rise, risePlaces(result));
  return `${text} ${text === '1' ? 'point' : 'points'}`;
}
