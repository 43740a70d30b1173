// Which scores are certain: those that certain.csv lists, or that long scores mark in a column of their own.
import { at } from '../../../math/at.ts';
import { nameOf, subjectOf, type CertainScores } from '../../../model/edition.ts';
import { indicators } from '../../../model/framework.ts';
import type { Place, Problem } from '../../../model/problem.ts';
import { fold, possessive, quoted } from '../../../model/words.ts';
import { editionRows, type EditionRow } from '../../../model/rows.ts';
import type { Countries } from '../../cells/countries.ts';
import { isMissing } from '../../cells/score.ts';
import type { CsvTable } from '../../files/csv.ts';
import type { SourceFile } from '../../files/files.ts';
import type { Cells, Sheet } from '../../shapes/sheet.ts';
import { readTableOf } from '../attempt.ts';
import { SubjectFinder, type Scored } from '../subject.ts';
import { CERTAIN, findCertainColumns } from './columns.ts';

/** Rows by column, while they are collected. */
type Marked = Map<string, Set<EditionRow>>;

/** The scores as they were read, and the cells that each column was read from. */
interface Read extends Scored {
  readonly cells: ReadonlyMap<string, Cells>;
}

/** The scores that are certain, from both places; null where nothing says that any is. */
export async function readCertain(
  file: SourceFile | null,
  sheet: Sheet,
  read: Read,
  countryNames: Countries,
  problems: Problem[],
): Promise<CertainScores | null> {
  const marked: Marked = new Map();
  for (const problem of strayColumn(sheet, read)) problems.push(problem);
  readMarks(read, marked, problems);
  await readTableOf(file, problems, (table) => {
    readRows(table, read, countryNames, marked, problems);
  });
  return marked.size === 0 ? null : marked;
}

/** What long scores mark beside each score. */
function readMarks({ cells, framework, countries }: Read, marked: Marked, problems: Problem[]): void {
  const codes = new Map(indicators(framework).map(({ code, column }) => [column, code]));
  for (const [column, { certain }] of cells) {
    const indicator = codes.get(column);
    if (certain === undefined || indicator === undefined) continue;
    for (const row of editionRows(countries)) {
      const country = at(countries, row);
      const answer = yesOrNo(certain.text(row));
      if (answer === true) mark(marked, column, row);
      if (answer !== null) continue;
      const whose = `${possessive(nameOf(country))} score for "${indicator}"`;
      problems.push({
        ...notYesOrNo(whose, certain.text(row), certain.place(row)),
        ...subjectOf(country),
        indicator,
      });
    }
  }
}

/** The rows of certain.csv, each a country and an indicator, a category or all. */
function readRows(
  table: CsvTable,
  scored: Scored,
  countryNames: Countries,
  marked: Marked,
  problems: Problem[],
): void {
  const columns = findCertainColumns(table, scored.countries, problems);
  if (columns === null) return;
  const finder = new SubjectFinder('certain', table, columns, scored, countryNames, problems);
  for (let line = 0; line < table.height; line += 1) {
    const [rows, leaves] = [finder.rows(line), finder.leaves(line)];
    const written = columns.certain === null ? 'yes' : table.text(line, columns.certain);
    const answer = yesOrNo(written);
    if (answer === null && columns.certain !== null)
      problems.push(notYesOrNo('the score', written, table.place(line, columns.certain)));
    if (answer === true) for (const { column } of leaves) for (const row of rows) mark(marked, column, row);
  }
}

function mark(marked: Marked, column: string, row: EditionRow): void {
  const rows = marked.get(column) ?? new Set();
  marked.set(column, rows.add(row));
}

/** Nothing is no; null for what is neither. */
function yesOrNo(text: string): boolean | null {
  if (fold(text) === 'yes') return true;
  return fold(text) === 'no' || isMissing(text) ? false : null;
}

function notYesOrNo(whose: string, text: string, place: Place | undefined): Problem {
  return {
    code: 'certain/not-yes-or-no',
    severity: 'error',
    ...(place === undefined ? {} : { place }),
    value: text,
    what: `${quoted(text)} does not say whether ${whose} is certain`,
    fix: 'write yes or no',
  };
}

/** A column "certain" beside a whole row of scores, which does not say of which it is. */
function strayColumn({ columns, header, isLong }: Sheet, { cells }: Read): Problem[] {
  const read = new Set(cells.values());
  const stray = columns.find((one) => fold(one.name) === CERTAIN && !read.has(one));
  if (isLong || stray === undefined) return [];
  return [
    {
      code: 'certain/wide-scores',
      severity: 'error',
      place: stray.header ?? header,
      value: stray.name,
      what: `the column "${stray.name}" cannot show which scores of a row are certain`,
      fix: 'list them in certain.csv beside scores.csv, with the columns country and indicator',
    },
  ];
}
