// What raters gave beside the scores of scores.csv: which of them count, and where the two do not go
// together.
import type { Column } from '../../../math/statistics/column.ts';
import { lowerMedian, range, weightedMean } from '../../../math/statistics/stats.ts';
import { nameOf, type RaterScore, type RaterScores, type Scale } from '../../../model/edition.ts';
import { indicators, type Indicator } from '../../../model/framework.ts';
import { isError, type Place, type Problem } from '../../../model/problem.ts';
import { count, list } from '../../../model/words.ts';
import type { Scored } from './subject.ts';

/**
 * The scores that count: those of scores.csv, and where it has none, of numbers the mean of what the raters
 * gave, weighted by their confidence; of ratings, whose distances mean nothing, the rating with half of the
 * confidence at or below it. That is said, and so is a score that none of its raters would come up to or down
 * to.
 */
export function fillFrom(
  raters: RaterScores,
  scored: Scored,
  file: string,
  problems: Problem[],
): ReadonlyMap<string, Column> {
  const filled: string[] = [];
  const outside: { readonly text: string; readonly place: Place }[] = [];
  const columns = new Map(
    [...scored.columns].map(([name, column]): [string, Column] => {
      const leaf = indicators(scored.framework).find((one) => one.column === name);
      const given = raters.get(name);
      if (leaf === undefined || given === undefined) return [name, column];
      const word = wording(leaf, scored.scales);
      return [
        name,
        column.map((x, row) => {
          const scores = given.get(row);
          const country = scored.countries[row];
          if (scores === undefined || country === undefined) return x;
          const { low, high } = range(scores.map(({ value }) => value));
          const score = x ?? middle(scores, leaf);
          if (x === null) filled.push(`${nameOf(country)}'s "${leaf.code}" (${word(score)})`);
          else if (x < low || x > high)
            outside.push({
              text:
                `${nameOf(country)}'s "${leaf.code}" (${word(x)}; ` +
                `${low === high ? word(low) : `${word(low)} to ${word(high)}`})`,
              place: scored.placeOf(name, row),
            });
          return score;
        }),
      ];
    }),
  );
  // What is not sound is not worth a remark.
  if (!problems.some(isError)) problems.push(...filledNote(filled, file), ...outsideWarning(outside));
  return columns;
}

function middle(scores: readonly RaterScore[], { scale }: Indicator): number {
  const [values, weights] = [scores.map(({ value }) => value), scores.map(({ confidence }) => confidence)];
  return scale === null ? weightedMean(values, weights) : lowerMedian(values, weights);
}

/** How scores of an indicator are written: as ratings, or with six digits. */
function wording({ scale }: Indicator, scales: readonly Scale[]): (score: number) => string {
  const ratings = scales.find(({ name }) => name === scale)?.ratings ?? [];
  return (score) =>
    ratings.find(({ value }) => value === score)?.word ?? String(Number(score.toPrecision(6)));
}

function filledNote(filled: readonly string[], file: string): Problem[] {
  return filled.length === 0
    ? []
    : [
        {
          code: 'raters/filled',
          severity: 'note',
          place: { file },
          what:
            `${filled.length === 1 ? 'a score that scores.csv lacks is that of its raters' : `${count(filled.length, 'score')} that scores.csv lacks are those of their raters`}: ` +
            list(filled, 5),
          why: 'of numbers it is the mean, weighted by confidence; of ratings the median, the lower of two',
          fix: 'write the scores that were agreed on into scores.csv',
        },
      ];
}

function outsideWarning(outside: readonly { readonly text: string; readonly place: Place }[]): Problem[] {
  const [first] = outside;
  return first === undefined
    ? []
    : [
        {
          code: 'raters/outside',
          severity: 'warning',
          place: first.place,
          what: `${outside.length === 1 ? 'a score is higher or lower than all that its raters gave' : `${count(outside.length, 'score')} are higher or lower than all that their raters gave`}: ${list(
            outside.map(({ text }) => text),
            5,
          )}`,
          why: 'the score of scores.csv is the one that counts',
          fix: 'correct it, or what the raters gave',
        },
      ];
}
