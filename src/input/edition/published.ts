// published.csv: the scores, ranks and tiers that a publisher printed, and how exactly they are to be met.
import type { FilePlace, Problem } from '../../model/problem.ts';
import type { PublishedRow } from '../../model/published.ts';
import { fold, list, quoted } from '../../model/words.ts';
import type { Countries } from '../cells/countries.ts';
import { isMissing } from '../cells/score.ts';
import type { CsvTable } from '../files/csv.ts';
import type { DecimalMark } from '../files/decimal.ts';
import { readSheet } from '../shapes/read-sheet.ts';
import type { Cells, Sheet } from '../shapes/sheet.ts';

const quantities = ['score', 'rank', 'tier'] as const;
const columnNames = [...quantities, 'tolerance', 'deviation'] as const;

/** The columns that are read; null for one that is not there. */
type PublishedColumns = Readonly<Record<(typeof columnNames)[number], Cells | null>>;

/**
 * Reads the rows; problems are added to the list. Without a tolerance a score must agree to the last digit
 * that is printed of any.
 */
export function readPublished(table: CsvTable, countries: Countries, problems: Problem[]): PublishedRow[] {
  const sheet = readSheet(table, countries, problems);
  const columns = columnsOf(sheet);
  const first = quantities.map((name) => columns[name]).find((cells) => cells !== null);
  if (first === undefined) {
    problems.push(
      nothing(
        sheet,
        'the file has no column "score", "rank" or "tier"',
        'add one of them with the published results',
      ),
    );
    return [];
  }
  for (const problem of unusedColumns(sheet)) problems.push(problem);
  const number = (cells: Cells | null, row: number) =>
    cells === null ? null : numberAt(cells, row, problems);
  const printed = halfOfLastDigit(columns.score, sheet.countries.length, table.decimal);
  const rows = sheet.countries.map((country, row) => ({
    country,
    score: number(columns.score, row),
    rank: number(columns.rank, row),
    tier: textAt(columns.tier, row),
    tolerance: number(columns.tolerance, row) ?? printed,
    deviation: textAt(columns.deviation, row),
    place: first.place(row) ?? sheet.header,
  }));
  if (rows.every(({ score, rank, tier }) => score === null && rank === null && tier === null))
    problems.push(
      nothing(sheet, 'the columns "score", "rank" and "tier" are empty', 'fill in the published results'),
    );
  return rows;
}

function columnsOf({ columns }: Sheet): PublishedColumns {
  const column = (name: string) => columns.find((cells) => fold(cells.name) === name) ?? null;
  return {
    score: column('score'),
    rank: column('rank'),
    tier: column('tier'),
    tolerance: column('tolerance'),
    deviation: column('deviation'),
  };
}

function nothing({ header }: Sheet, what: string, fix: string): Problem {
  return { code: 'published/nothing', severity: 'error', place: header, what, fix };
}

function unusedColumns({ columns, header }: Sheet): Problem[] {
  return columns
    .filter(({ name }) => !columnNames.some((column) => column === fold(name)))
    .map((cells) => ({
      code: 'published/unused-column',
      severity: 'warning',
      place: cells.header ?? header,
      value: cells.name,
      what: `the column "${cells.name}" is ignored`,
      fix: `the columns are ${list(columnNames)}`,
    }));
}

const afterMarks: Readonly<Record<DecimalMark, RegExp>> = { '.': /\.(\d+)$/, ',': /,(\d+)$/ };

/** A score that was printed as 41.47 may have been anything that rounds to it. */
function halfOfLastDigit(scores: Cells | null, height: number, decimal: DecimalMark | null): number {
  const afterMark = decimal === null ? /[.,](\d+)$/ : afterMarks[decimal];
  let most = 0;
  for (let row = 0; scores !== null && row < height; row += 1) {
    const decimals = afterMark.exec(asPrinted(scores, row))?.[1]?.length ?? 0;
    most = Math.max(most, decimals);
  }
  return 0.5 * 10 ** -most;
}

/** A cell as it stands in the file: 97.60 is printed to two places. */
function asPrinted(cells: Cells, row: number): string {
  const { text = '', column = 1, length = 0 } = cells.place(row) ?? {};
  return [...text]
    .slice(column - 1, column - 1 + length)
    .join('')
    .replaceAll('"', '')
    .trim();
}

function textAt(cells: Cells | null, row: number): string | null {
  return cells === null || isMissing(cells.text(row)) ? null : cells.text(row);
}

function numberAt(cells: Cells, row: number, problems: Problem[]): number | null {
  const number = cells.number(row);
  const mayBeNegative = fold(cells.name) !== 'tolerance';
  if (number !== null && (mayBeNegative || number >= 0)) return number;
  if (isMissing(cells.text(row))) return number;
  problems.push(notANumber(cells, number, cells.text(row), cells.place(row)));
  return null;
}

function notANumber(
  { name }: Cells,
  number: number | null,
  text: string,
  place: FilePlace | undefined,
): Problem {
  return {
    code: 'published/not-a-number',
    severity: 'error',
    ...(place === undefined ? {} : { place }),
    value: text,
    what: `the published ${fold(name)} is ${number === null ? 'not a number' : 'below 0'}: ${quoted(text)}`,
    fix: 'write the number as published, or leave the cell empty',
  };
}
