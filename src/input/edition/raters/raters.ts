// raters.csv: what several raters gave for the same scores, a row a score.
import { nameOf, subjectOf, type RaterScore, type RaterScores } from '../../../model/edition.ts';
import type { Indicator } from '../../../model/framework.ts';
import type { Problem } from '../../../model/problem.ts';
import { fold, quoted } from '../../../model/words.ts';
import type { Countries } from '../../cells/countries.ts';
import type { CsvTable } from '../../files/csv.ts';
import { finder, findColumns, type Header, type Scored } from './subject.ts';
import { findRating, isMissing, isNotFinite, numberMeant } from '../../cells/score.ts';
import { notAScore, outOfRange, rangeOf } from '../../shapes/scores.ts';

/**
 * Reads what raters gave; problems are added to the list. A row without a value says that the rater gave
 * none.
 */
export function readRaters(
  table: CsvTable,
  scored: Scored,
  known: Countries,
  problems: Problem[],
): RaterScores {
  const header = findColumns(table, scored, problems);
  const scores = new Map<string, Map<number, RaterScore[]>>();
  if (header === null) return scores;
  const find = finder(table, header, scored, known, problems);
  const lines = new Map<string, number>();
  const names = new Map<string, string>();
  for (let line = 0; line < table.height; line += 1) {
    const rater = raterOf(table, line, header, names, problems);
    const [row, leaf] = [find.country(line), find.indicator(line)];
    const confidence = confidenceOf(table, line, header, problems);
    if (rater === null || row === null || leaf === null) continue;
    const value = valueOf(table, line, header, { rater, row, leaf }, scored, problems);
    if (
      value === null ||
      confidence === null ||
      isTwice(table, line, header, { rater, row, leaf }, scored, lines, problems)
    )
      continue;
    const byRow = scores.get(leaf.column) ?? new Map<number, RaterScore[]>();
    scores.set(
      leaf.column,
      byRow.set(row, [
        ...(byRow.get(row) ?? []),
        {
          rater,
          value,
          confidence,
          evidence: header.evidence === -1 ? '' : table.text(line, header.evidence),
        },
      ]),
    );
  }
  return scores;
}

/** What a row is about, once it is known. */
interface Given {
  readonly rater: string;
  readonly row: number;
  readonly leaf: Indicator;
}

function whose({ rater, row, leaf }: Given, { countries }: Scored): string {
  const country = countries[row];
  return `${rater}'s score of ${country === undefined ? '' : nameOf(country)} for "${leaf.code}"`;
}

/** The rater as first spelt: case and hyphens make no other person. */
function raterOf(
  table: CsvTable,
  line: number,
  { rater: column }: Header,
  names: Map<string, string>,
  problems: Problem[],
): string | null {
  const written = table.text(line, column);
  if (written === '') {
    problems.push({
      code: 'raters/no-rater',
      severity: 'error',
      place: table.place(line),
      what: 'the row names no rater',
      fix: 'name whose score it is, if only as A or B',
    });
    return null;
  }
  const name = names.get(fold(written)) ?? written;
  names.set(fold(written), name);
  return name;
}

function confidenceOf(
  table: CsvTable,
  line: number,
  { confidence: column }: Header,
  problems: Problem[],
): number | null {
  if (column === -1) return 1;
  const [number, text] = [table.number(line, column), table.text(line, column)];
  if (number !== null && number > 0) return number;
  const meant = numberMeant(text);
  problems.push({
    code: 'raters/bad-confidence',
    severity: 'error',
    place: table.place(line, column),
    value: text,
    what:
      text === '' ? 'the row has no confidence' : `the confidence is not a number above 0: ${quoted(text)}`,
    why: 'scores count in proportion to it',
    fix:
      'write ' +
      `${meant !== null && Number(meant) > 0 ? meant : 'a number above 0, as 1 for all that are as sure'}, ` +
      'or leave out the column',
  });
  return null;
}

/** The score as a number, a rating by that which it stands for; null if there is none. */
function valueOf(
  table: CsvTable,
  line: number,
  { value: column }: Header,
  given: Given,
  scored: Scored,
  problems: Problem[],
): number | null {
  const { leaf, row } = given;
  const scale = scored.scales.find(({ name }) => name === leaf.scale) ?? null;
  const text = table.text(line, column);
  const number =
    table.number(line, column) ?? (scale === null ? null : (findRating(scale, text)?.value ?? null));
  if (number === null && ((isMissing(text) && !isNotFinite(text)) || (scale === null && leaf.scale !== null)))
    return null;
  const limits = rangeOf(leaf, scale, scored.recipe);
  if (number !== null && number >= limits.low && number <= limits.high) return number;
  const problem =
    number === null
      ? notAScore(whose(given, scored), scale, text, 'delete the row')
      : outOfRange(whose(given, scored), scale, number, limits);
  const country = scored.countries[row];
  if (problem !== null)
    problems.push({
      ...problem,
      place: table.place(line, column),
      ...(country === undefined ? {} : subjectOf(country)),
      indicator: leaf.code,
      value: text,
    });
  return number;
}

function isTwice(
  table: CsvTable,
  line: number,
  { value: column }: Header,
  given: Given,
  scored: Scored,
  lines: Map<string, number>,
  problems: Problem[],
): boolean {
  const key = JSON.stringify([given.rater, given.row, given.leaf.column]);
  const earlier = lines.get(key);
  if (earlier === undefined) {
    lines.set(key, line);
    return false;
  }
  problems.push({
    code: 'raters/duplicate-score',
    severity: 'error',
    place: table.place(line, column),
    indicator: given.leaf.code,
    value: table.text(line, column),
    what: `${whose(given, scored)} stands in the file twice`,
    why: `the other one is in line ${table.place(earlier).line ?? '?'}`,
    fix: 'delete one of them',
  });
  return true;
}
