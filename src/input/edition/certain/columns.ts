// Which columns certain.csv has.
import type { Country } from '../../../model/edition.ts';
import type { Problem } from '../../../model/problem.ts';
import { didYouMean, fold } from '../../../model/words.ts';
import type { CsvTable } from '../../files/csv.ts';
import { findCodeColumn, findColumn, findNameColumn } from '../../shapes/columns.ts';
import { yearOf, type SubjectColumns } from '../subject.ts';

/** The column that says yes or no. */
export const CERTAIN = 'certain';
/** Why something is certain may stand beside it. */
const remarks = new Set(['source', 'note']);

/** Where each column stands; null for one that is not there. */
interface CertainColumns extends SubjectColumns {
  /** Without it, all that is listed is certain. */
  readonly certain: number | null;
}

/** Finds the columns; null if one that is needed is not there, which is added to the problems. */
export function findCertainColumns(
  table: CsvTable,
  countries: readonly Country[],
  problems: Problem[],
): CertainColumns | null {
  const hasYears = countries.some((country) => yearOf(country) !== null);
  const indicator = findColumn(table, ['indicator']);
  const byCountry = [findCodeColumn(table), findNameColumn(table)].filter((column) => column !== null);
  const year = hasYears ? findColumn(table, ['year']) : null;
  const certain = findColumn(table, [CERTAIN]);
  const read = new Set([indicator, ...byCountry, year, certain]);
  const unread = table.header.filter((name, column) => name !== '' && !read.has(column));
  if (indicator === null) problems.push(noColumn(table, 'indicator', unread));
  if (byCountry.length === 0) problems.push(noColumn(table, 'country', unread));
  if (indicator === null || byCountry.length === 0) return null;
  const unused = unread.filter((name) => !remarks.has(fold(name)));
  for (const name of unused) problems.push(unusedColumn(table, name));
  return { indicator, countries: byCountry, year, certain };
}

function noColumn(table: CsvTable, name: string, unread: readonly string[]): Problem {
  return {
    code: 'certain/no-column',
    severity: 'error',
    place: table.place(-1),
    value: name,
    what: `the file has no column "${name}"${didYouMean(name, unread)}`,
    fix: 'add it; the columns are country and indicator, and optionally year, certain, source and note',
  };
}

function unusedColumn(table: CsvTable, name: string): Problem {
  return {
    code: 'certain/unused-column',
    severity: 'warning',
    place: table.place(-1, table.header.indexOf(name)),
    value: name,
    what: `the column "${name}" is ignored`,
    ...(fold(name) === 'year' ? { why: 'scores.csv has no years' } : {}),
    fix: 'delete it; the columns are country and indicator, and optionally year, certain, source and note',
  };
}
