// raters.csv: what several raters gave for the same scores, a row a score.
import { at } from '../../../math/at.ts';
import { nameOf, subjectOf, type RaterScore, type RaterScores } from '../../../model/edition.ts';
import type { Indicator } from '../../../model/framework.ts';
import type { Problem } from '../../../model/problem.ts';
import { fold, possessive, quoted } from '../../../model/words.ts';
import type { EditionRow } from '../../../model/rows.ts';
import type { Countries } from '../../cells/countries.ts';
import { outOfRange, rangeOf } from '../../cells/range.ts';
import { numberOfRating } from '../../cells/scales.ts';
import { isMissing, isNotFinite, notAScore, numberMeant } from '../../cells/score.ts';
import type { CsvTable } from '../../files/csv.ts';
import { lineOf } from '../../files/positions.ts';
import { findRaterColumns, type RaterColumns } from './columns.ts';
import { SubjectFinder, type Scored } from '../subject.ts';

/**
 * Reads what raters gave; problems are added to the list. A row without a value says that the rater gave
 * none.
 */
export function readRaters(
  table: CsvTable,
  scored: Scored,
  countryNames: Countries,
  problems: Problem[],
): RaterScores {
  const scores = new Map<string, Map<EditionRow, RaterScore[]>>();
  const columns = findRaterColumns(table, scored.countries, problems);
  if (columns === null) return scores;
  const finder = new SubjectFinder('raters', table, columns, scored, countryNames, problems);
  const reader = new LineReader(table, columns, scored, problems);
  for (let line = 0; line < table.height; line += 1) {
    const rater = reader.rater(line);
    const [row, leaf] = [finder.row(line), finder.leaf(line)];
    const confidence = reader.confidence(line);
    if (rater === null || row === null || leaf === null) continue;
    const subject = { rater, row, leaf };
    const value = reader.value(line, subject);
    if (value === null || confidence === null || reader.isTwice(line, subject)) continue;
    const byRow = scores.get(leaf.column) ?? new Map<EditionRow, RaterScore[]>();
    scores.set(leaf.column, byRow);
    const given = { rater, value, confidence, evidence: reader.evidence(line) };
    byRow.set(row, [...(byRow.get(row) ?? []), given]);
  }
  return scores;
}

/** What a line is about: whose score of which country for which indicator. */
interface Subject {
  readonly rater: string;
  readonly row: EditionRow;
  readonly leaf: Indicator;
}

/** Reads the cells of a line; problems are added to the list. */
class LineReader {
  private readonly table: CsvTable;
  private readonly columns: RaterColumns;
  private readonly scored: Scored;
  private readonly problems: Problem[];
  /** Raters as they were first spelt. */
  private readonly raters = new Map<string, string>();
  /** The lines of the scores that were read. */
  private readonly lines = new Map<string, number>();

  constructor(table: CsvTable, columns: RaterColumns, scored: Scored, problems: Problem[]) {
    this.table = table;
    this.columns = columns;
    this.scored = scored;
    this.problems = problems;
  }

  /** The rater as first spelt: case and hyphens make no other person. */
  rater(line: number): string | null {
    const written = this.table.text(line, this.columns.rater);
    if (written === '') {
      this.problems.push({
        code: 'raters/no-rater',
        severity: 'error',
        place: this.table.place(line),
        what: 'the row names no rater',
        fix: 'name the rater, even if only as A or B',
      });
      return null;
    }
    const rater = this.raters.get(fold(written)) ?? written;
    this.raters.set(fold(written), rater);
    return rater;
  }

  /** All are as sure as each other where there is no such column. */
  confidence(line: number): number | null {
    const column = this.columns.confidence;
    if (column === null) return 1;
    const number = this.table.number(line, column);
    if (number !== null && number > 0) return number;
    this.problems.push({
      ...badConfidence(this.table.text(line, column)),
      place: this.table.place(line, column),
    });
    return null;
  }

  /** The score as a number, a rating by that which it stands for; null if there is none. */
  value(line: number, subject: Subject): number | null {
    const { scales, recipe, countries } = this.scored;
    const { leaf, row } = subject;
    const column = this.columns.value;
    const scale = scales.find(({ name }) => name === leaf.scale) ?? null;
    const text = this.table.text(line, column);
    const number = this.table.number(line, column) ?? numberOfRating(scale, text);
    const isScaleUnknown = scale === null && leaf.scale !== null;
    if (number === null && ((isMissing(text) && !isNotFinite(text)) || isScaleUnknown)) return null;
    const range = rangeOf(leaf, scale, recipe);
    if (number !== null && number >= range.low && number <= range.high) return number;
    const problem =
      number === null
        ? notAScore(this.whose(subject), scale, text, 'delete the row')
        : outOfRange(this.whose(subject), scale, number, range);
    if (problem !== null)
      this.problems.push({
        ...problem,
        place: this.table.place(line, column),
        ...subjectOf(at(countries, row)),
        indicator: leaf.code,
        value: text,
      });
    return number;
  }

  evidence(line: number): string {
    const column = this.columns.evidence;
    return column === null ? '' : this.table.text(line, column);
  }

  /** Whether the rater has given this score before, which is a problem. */
  isTwice(line: number, subject: Subject): boolean {
    const { rater, row, leaf } = subject;
    const key = JSON.stringify([rater, row, leaf.column]);
    const earlier = this.lines.get(key);
    if (earlier === undefined) {
      this.lines.set(key, line);
      return false;
    }
    this.problems.push({
      code: 'raters/duplicate-score',
      severity: 'error',
      place: this.table.place(line, this.columns.value),
      indicator: leaf.code,
      value: this.table.text(line, this.columns.value),
      what: `the file has ${this.whose(subject)} twice`,
      why: `the other one is in line ${lineOf(this.table.place(earlier))}`,
      fix: 'delete one of them',
    });
    return true;
  }

  private whose({ rater, row, leaf }: Subject): string {
    return `${possessive(rater)} score of ${nameOf(at(this.scored.countries, row))} for "${leaf.code}"`;
  }
}

function badConfidence(text: string): Problem {
  const meant = numberMeant(text);
  const example =
    meant !== null && Number(meant) > 0 ? meant : 'a number above 0; equal numbers mean equal confidence';
  return {
    code: 'raters/bad-confidence',
    severity: 'error',
    value: text,
    what:
      text === '' ? 'the row has no confidence' : `the confidence is not a number above 0: ${quoted(text)}`,
    why: 'a score counts in proportion to it',
    fix: `write ${example}, or leave out the column`,
  };
}
