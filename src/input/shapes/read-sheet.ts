// A table to a sheet: which columns name the countries, and whether it is wide or long.
import { ProblemsError, type Problem } from '../../model/problem.ts';
import type { Countries } from '../cells/countries.ts';
import type { CsvTable } from '../files/csv.ts';
import { countryInHeader, findColumn, findCountryColumns, noCountryColumn, noHeader } from './columns.ts';
import { IdentityReader } from './identity.ts';
import { readLong } from './long.ts';
import type { Sheet } from './sheet.ts';
import { reportUnknown } from './unknown-countries.ts';
import { readWide } from './wide.ts';

/** Reads countries and cells; problems are added to the list, and what has no country is left out. */
export function readSheet(table: CsvTable, countries: Countries, problems: Problem[]): Sheet {
  const columns = findCountryColumns(table, countries);
  if (columns === null) throw new ProblemsError([noCountryColumn(table)]);
  const country = countryInHeader(table, columns, countries);
  if (country !== null) throw new ProblemsError([noHeader(table, country)]);
  const reader = new IdentityReader(table, columns, countries, problems);
  const identities = Array.from({ length: table.height }, (_, row) => reader.identify(row));
  reportUnknown(table, columns, identities, countries, problems);
  const [indicator, value] = [findColumn(table, ['indicator']), findColumn(table, ['value'])];
  return indicator !== null && value !== null
    ? readLong(table, identities, indicator, value, problems)
    : readWide(table, identities, columns, problems);
}
