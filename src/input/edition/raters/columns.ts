// Which columns raters.csv has.
import type { Country } from '../../../model/edition.ts';
import type { Problem } from '../../../model/problem.ts';
import { didYouMean, fold } from '../../../model/words.ts';
import type { CsvTable } from '../../files/csv.ts';
import { findCodeColumn, findColumn, findNameColumn } from '../../shapes/columns.ts';
import { isPanel } from '../../shapes/years.ts';
import type { SubjectColumns } from '../subject.ts';

/** Where each column stands; null for one that is not there. */
export interface RaterColumns extends SubjectColumns {
  readonly rater: number;
  readonly value: number;
  readonly confidence: number | null;
  readonly evidence: number | null;
}

/** Finds the columns; null if one that is needed is not there, which is added to the problems. */
export function findRaterColumns(
  table: CsvTable,
  countries: readonly Country[],
  problems: Problem[],
): RaterColumns | null {
  const hasYears = countries.some(({ year }) => year !== null);
  const columnOf = (name: string) => findColumn(table, [name]);
  const [rater, indicator, value] = [columnOf('rater'), columnOf('indicator'), columnOf('value')];
  const byCountry = [findCodeColumn(table), findNameColumn(table)].filter((column) => column !== null);
  const year = hasYears ? columnOf('year') : null;
  const [confidence, evidence] = [columnOf('confidence'), columnOf('evidence')];
  const read = new Set([rater, indicator, value, ...byCountry, year, confidence, evidence]);
  const unread = table.header.filter((name, column) => name !== '' && !read.has(column));
  const needsYear = isPanel(countries);
  const report = (name: string) => problems.push(noColumn(table, name, unread, needsYear));
  if (rater === null) report('rater');
  if (indicator === null) report('indicator');
  if (value === null) report('value');
  if (byCountry.length === 0) report('country');
  const isYearMissing = needsYear && year === null;
  if (isYearMissing) report('year');
  if (rater === null || indicator === null || value === null || byCountry.length === 0 || isYearMissing)
    return null;
  for (const name of unread) problems.push(unusedColumn(table, name));
  return { rater, indicator, value, countries: byCountry, year, confidence, evidence };
}

function noColumn(table: CsvTable, name: string, unread: readonly string[], needsYear: boolean): Problem {
  return {
    code: 'raters/no-column',
    severity: 'error',
    place: table.place(-1),
    value: name,
    what: `the file has no column "${name}"${didYouMean(name, unread)}`,
    ...(name === 'year' ? { why: 'scores.csv has scores of several years' } : {}),
    fix:
      `add it; the columns are rater, country, indicator${needsYear ? ', value and year' : ' and value'}, ` +
      'and optionally confidence and evidence',
  };
}

function unusedColumn(table: CsvTable, name: string): Problem {
  return {
    code: 'raters/unused-column',
    severity: 'warning',
    place: table.place(-1, table.header.indexOf(name)),
    value: name,
    what: `the column "${name}" is ignored`,
    ...(fold(name) === 'year' ? { why: 'scores.csv has no years' } : {}),
    fix:
      'delete it; the columns are rater, country, indicator, value, confidence, evidence and, for ' +
      'scores with years, year',
  };
}
