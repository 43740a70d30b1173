// Rows of several countries together, as "World": they are left out, as they would compete with their
// members.
import { list } from '../../model/words.ts';
import type { Problem } from '../../model/problem.ts';
import type { CsvTable } from '../files/csv.ts';
import type { CountryColumns } from './columns.ts';
import type { Identity } from './identity.ts';

/** The rows that are of countries, null in the place of the others; all of them if none is. */
export function withoutAggregates(
  table: CsvTable,
  { shown }: CountryColumns,
  identities: readonly (Identity | null)[],
  problems: Problem[],
): readonly (Identity | null)[] {
  const first = identities.findIndex((identity) => identity?.isAggregate === true);
  // Somebody who compares regions with each other means it.
  if (first === -1 || identities.every((identity) => identity?.isAggregate !== false)) return identities;
  const names = new Set(
    identities.flatMap((identity) => (identity?.isAggregate === true ? identity.name : [])),
  );
  problems.push(leftOut([...names], table, first, shown));
  return identities.map((identity) => (identity?.isAggregate === true ? null : identity));
}

function leftOut(names: readonly string[], table: CsvTable, row: number, column: number): Problem {
  const isOne = names.length === 1;
  return {
    code: 'scores/aggregates',
    severity: 'note',
    place: table.place(row, column),
    what: isOne
      ? `left out the aggregate ${list(names)}`
      : `left out ${names.length} aggregates: ${list(names, 8)}`,
    why:
      `${isOne ? 'an aggregate' : 'aggregates'} would compete with the countries in ` +
      (isOne ? 'it' : 'them'),
    fix: `to rank one anyway, rename it, for example to "${list(names.slice(0, 1))} as a whole"`,
  };
}
