// published.csv: the scores, ranks and tiers that a publisher printed, and how exactly they are to be met.
import type { FilePlace, Problem } from '../../model/problem.ts';
import type { PublishedRow } from '../../model/published.ts';
import { fold, list, quoted } from '../../model/words.ts';
import type { Countries } from '../cells/countries.ts';
import type { CsvTable } from '../files/csv.ts';
import { isMissing } from '../cells/score.ts';
import { readSheet } from '../shapes/read-sheet.ts';
import type { Cells } from '../shapes/sheet.ts';

const quantities = ['score', 'rank', 'tier'];
const knownColumns = [...quantities, 'tolerance', 'deviation'];

/**
 * Reads the rows; problems are added to the list. Without a tolerance a score must agree to the last digit
 * that is printed of any.
 */
export function readPublished(table: CsvTable, countries: Countries, problems: Problem[]): PublishedRow[] {
  const sheet = readSheet(table, countries, problems);
  const column = (name: string): Cells | null =>
    sheet.columns.find((cells) => fold(cells.name) === name) ?? null;
  if (!quantities.some((name) => column(name) !== null)) {
    problems.push({
      code: 'published/nothing',
      severity: 'error',
      place: sheet.header,
      what: 'the file has no column "score", "rank" or "tier"',
      fix: 'add one with what was published',
    });
    return [];
  }
  problems.push(
    ...sheet.columns
      .filter(({ name }) => !knownColumns.includes(fold(name)))
      .map((cells): Problem => ({
        code: 'published/unused-column',
        severity: 'warning',
        place: cells.header ?? sheet.header,
        value: cells.name,
        what: `the column "${cells.name}" is not one that is compared`,
        fix: `the columns are ${list(knownColumns)}`,
      })),
  );
  const printed = halfOfLastDigit(column('score'), sheet.countries.length);
  const number = (cells: Cells | null, row: number): number | null => numberAt(cells, row, problems);
  const text = (cells: Cells | null, row: number): string | null =>
    cells === null || isMissing(cells.text(row)) ? null : cells.text(row);
  const rows = sheet.countries.map((country, row) => ({
    country,
    score: number(column('score'), row),
    rank: number(column('rank'), row),
    tier: text(column('tier'), row),
    tolerance: number(column('tolerance'), row) ?? printed,
    deviation: text(column('deviation'), row),
    place: placeOf(column('score') ?? column('rank') ?? column('tier'), row, sheet.header),
  }));
  if (rows.every(({ score, rank, tier }) => score === null && rank === null && tier === null)) {
    problems.push({
      code: 'published/nothing',
      severity: 'error',
      place: sheet.header,
      what: 'the file has no score, rank or tier in it',
      fix: 'fill in what was published',
    });
  }
  return rows;
}

/** A score that was printed as 41.47 may have been anything that rounds to it. */
function halfOfLastDigit(cells: Cells | null, height: number): number {
  const decimals =
    cells === null
      ? []
      : [...Array(height).keys()].map((row) => /[.,](\d+)$/.exec(asPrinted(cells, row))?.[1]?.length ?? 0);
  return 0.5 * 10 ** -Math.max(0, ...decimals);
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

function numberAt(cells: Cells | null, row: number, problems: Problem[]): number | null {
  if (cells === null) return null;
  const number = cells.number(row);
  if ((number !== null && (fold(cells.name) !== 'tolerance' || number >= 0)) || isMissing(cells.text(row)))
    return number;
  const place = cells.place(row);
  problems.push({
    code: 'published/not-a-number',
    severity: 'error',
    ...(place === undefined ? {} : { place }),
    value: cells.text(row),
    what:
      `the published ${fold(cells.name)} is ${number === null ? 'not a number' : 'below 0'}: ` +
      quoted(cells.text(row)),
    fix: 'write the number as it was printed, or leave the cell empty',
  });
  return null;
}

function placeOf(cells: Cells | null, row: number, header: FilePlace): FilePlace {
  return cells?.place(row) ?? header;
}
