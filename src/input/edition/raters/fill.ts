// What raters gave beside the scores of scores.csv: which of them count, and where the two do not go
// together.
import { at } from '../../../math/at.ts';
import type { Column } from '../../../math/statistics/column.ts';
import { lowerMedian, range, weightedMean } from '../../../math/statistics/stats.ts';
import { nameOf, type RaterScore, type RaterScores, type Scale } from '../../../model/edition.ts';
import { indicators, type Indicator } from '../../../model/framework.ts';
import { isError, type Place, type Problem } from '../../../model/problem.ts';
import { count, list, possessive } from '../../../model/words.ts';
import type { Scored } from '../subject.ts';

/** Scores that scores.csv lacks, and those that none of their raters would come up to or down to. */
interface Remarks {
  readonly filled: string[];
  readonly outside: { readonly text: string; readonly place: Place }[];
}

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
  const remarks: Remarks = { filled: [], outside: [] };
  const columns = new Map<string, Column>();
  for (const [name, column] of scored.columns) {
    const leaf = indicators(scored.framework).find((one) => one.column === name);
    const given = raters.get(name);
    columns.set(
      name,
      leaf === undefined || given === undefined ? column : fillColumn(column, leaf, given, scored, remarks),
    );
  }
  // What is not sound is not worth a remark.
  if (problems.some(isError)) return columns;
  if (remarks.filled.length > 0) problems.push(filledNote(remarks.filled, file));
  if (remarks.outside.length > 0) problems.push(outsideWarning(remarks.outside));
  return columns;
}

function fillColumn(
  column: Column,
  leaf: Indicator,
  given: ReadonlyMap<number, readonly RaterScore[]>,
  { countries, scales, placeOf }: Scored,
  { filled, outside }: Remarks,
): Column {
  const written = (score: number) => scoreText(score, leaf, scales);
  return column.map((x, row) => {
    const scores = given.get(row);
    if (scores === undefined) return x;
    const whose = `${possessive(nameOf(at(countries, row)))} "${leaf.code}"`;
    if (x === null) {
      const score = middle(scores, leaf);
      filled.push(`${whose} (${written(score)})`);
      return score;
    }
    const { low, high } = range(scores.map(({ value }) => value));
    if (x < low || x > high) {
      const others = low === high ? written(low) : `${written(low)} to ${written(high)}`;
      outside.push({ text: `${whose} (${written(x)}; ${others})`, place: placeOf(leaf.column, row) });
    }
    return x;
  });
}

function middle(scores: readonly RaterScore[], { scale }: Indicator): number {
  const [values, weights] = [scores.map(({ value }) => value), scores.map(({ confidence }) => confidence)];
  return scale === null ? weightedMean(values, weights) : lowerMedian(values, weights);
}

/** A score of an indicator as it is written: as a rating, or with six digits. */
function scoreText(score: number, { scale }: Indicator, scales: readonly Scale[]): string {
  const rating = scales.find(({ name }) => name === scale)?.ratings.find(({ value }) => value === score);
  return rating?.word ?? String(Number(score.toPrecision(6)));
}

function filledNote(filled: readonly string[], file: string): Problem {
  const scores =
    filled.length === 1
      ? 'a score missing from scores.csv comes from its raters'
      : `${count(filled.length, 'score')} missing from scores.csv come from their raters`;
  return {
    code: 'raters/filled',
    severity: 'note',
    place: { file },
    what: `${scores}: ${list(filled, 5)}`,
    why: 'numbers: the mean, weighted by confidence; ratings: the median, the lower one of two',
    fix: 'write the agreed scores into scores.csv',
  };
}

function outsideWarning(outside: Remarks['outside']): Problem {
  const scores =
    outside.length === 1
      ? 'a score lies outside the range of its raters'
      : `${count(outside.length, 'score')} lie outside the range of their raters`;
  const texts = outside.map(({ text }) => text);
  return {
    code: 'raters/outside',
    severity: 'warning',
    place: at(outside, 0).place,
    what: `${scores}: ${list(texts, 5)}`,
    why: 'the score in scores.csv counts',
    fix: 'correct it, or the scores of the raters',
  };
}
