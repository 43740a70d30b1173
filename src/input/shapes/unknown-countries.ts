// What is said of names that no list of countries has.
import type { FilePlace, Problem } from '../../model/problem.ts';
import { list, quoted } from '../../model/words.ts';
import type { Countries } from '../cells/countries.ts';
import { foldName } from '../cells/fold-name.ts';
import type { CsvTable } from '../files/csv.ts';
import type { CountryColumns } from './columns.ts';
import type { Identity } from './identity.ts';

const MOST_SUGGESTIONS = 50;

/** A name that is unknown, and the first row that has it. */
interface UnknownName {
  readonly name: string;
  readonly row: number;
}

/** One warning for each name that is near a known one, and one for all the others together. */
export function reportUnknown(
  table: CsvTable,
  { shown }: CountryColumns,
  identities: readonly (Identity | null)[],
  countries: Countries,
  problems: Problem[],
): void {
  const far: UnknownName[] = [];
  for (const [i, unknown] of unknownNames(identities).entries()) {
    const { name, row } = unknown;
    // Looking for the nearest of all names takes its time: the first ones tell what is wrong.
    const suggestion = i < MOST_SUGGESTIONS ? countries.suggest(name) : null;
    if (suggestion === null) far.push(unknown);
    else problems.push(misspelt(name, suggestion, table.place(row, shown)));
  }
  const [first] = far;
  if (first !== undefined)
    problems.push(
      notKnown(
        first.name,
        far.map(({ name }) => name),
        table.place(first.row, shown),
      ),
    );
}

function unknownNames(identities: readonly (Identity | null)[]): UnknownName[] {
  const unknown = new Map<string, UnknownName>();
  for (const [row, identity] of identities.entries()) {
    if (identity === null || identity.code !== null) continue;
    const { name } = identity;
    const folded = foldName(name);
    if (!unknown.has(folded)) unknown.set(folded, { name, row });
  }
  return [...unknown.values()];
}

function misspelt(name: string, suggestion: string, place: FilePlace): Problem {
  return {
    code: 'scores/unknown-country',
    severity: 'warning',
    place,
    country: name,
    what: `${quoted(name)} is not a known country; did you mean "${suggestion}"?`,
    why: 'it is used as written',
    fix: 'write the usual English name or the ISO 3166 code',
  };
}

function notKnown(first: string, names: readonly string[], place: FilePlace): Problem {
  const isOne = names.length === 1;
  return {
    code: 'scores/unknown-country',
    severity: 'warning',
    place,
    country: first,
    what: isOne
      ? `${quoted(first)} is not a known country`
      : `${names.length} names are not known countries: ${list(names, 8)}`,
    why: isOne ? 'it is used as written' : 'they are used as written',
    fix: 'write the usual English name or the ISO 3166 code',
  };
}
