// SDMX-CSV, as statistical offices write it: its columns bear names of their own.
import type { Problem } from '../../model/problem.ts';
import { fold, list } from '../../model/words.ts';
import type { CsvTable } from '../files/csv.ts';

/** What columns of SDMX are called here. */
const ownNames: ReadonlyMap<string, string> = new Map([
  ['ref-area', 'country'],
  ['geo', 'country'],
  ['indicator', 'indicator'],
  ['time-period', 'year'],
  ['obs-value', 'value'],
]);

/** What is said of a table with the names of SDMX: which of them must have other ones. */
export function sdmxAttributes(table: CsvTable): Problem[] {
  const column = table.header.findIndex((name) => fold(name) === 'obs-value');
  if (column === -1) return [];
  const renamed = table.header.flatMap((name) => {
    const own = ownNames.get(fold(name));
    return own === undefined || own === fold(name) ? [] : [`${name} to ${own}`];
  });
  return [
    {
      code: 'scores/sdmx',
      severity: 'error',
      place: table.place(-1, column),
      what: 'the file is SDMX-CSV, which names its columns differently',
      fix: `rename ${list(renamed)}`,
    },
  ];
}
