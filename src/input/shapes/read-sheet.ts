// A table to a sheet: which columns name the countries, and whether it is wide or long.
import { ProblemsError, throwErrors, type Problem } from '../../model/problem.ts';
import type { Countries } from '../cells/countries.ts';
import type { CsvTable } from '../files/csv.ts';
import { withoutAggregates } from './aggregates.ts';
import { countryInHeader, findColumn, findCountryColumns, noCountryColumn, noHeader } from './columns.ts';
import { IdentityReader } from './identity.ts';
import { readLong } from './long.ts';
import { sdmxAttributes } from './sdmx.ts';
import type { Sheet } from './sheet.ts';
import { reportUnknown } from './unknown-countries.ts';
import { readWide } from './wide.ts';

/** Reads countries and cells; problems are added to the list, and what has no country is left out. */
export function readSheet(table: CsvTable, countries: Countries, problems: Problem[]): Sheet {
  throwErrors(sdmxAttributes(table));
  const columns = findCountryColumns(table, countries);
  if (columns === null) throw new ProblemsError([noCountryColumn(table)]);
  const country = countryInHeader(table, columns, countries);
  if (country !== null) throw new ProblemsError([noHeader(table, country)]);
  const reader = new IdentityReader(table, columns, countries, problems);
  const all = Array.from({ length: table.height }, (_, row) => reader.identify(row));
  const identities = withoutAggregates(table, columns, all, problems);
  reportUnknown(table, columns, identities, countries, problems);
  const [indicator, value] = [findColumn(table, ['indicator']), findColumn(table, ['value'])];
  return indicator !== null && value !== null
    ? readLong(table, identities, { indicator, value, year: columns.year }, problems)
    : readWide(table, identities, columns, problems);
}
