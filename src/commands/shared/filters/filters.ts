// Which rows --only, --where and --sort leave, and in which order.
import { loadCountries } from '../../../input/cells/countries.ts';
import type { Country } from '../../../model/edition.ts';
import { ProblemsError, type Problem } from '../../../model/problem.ts';
import { compareText, fold } from '../../../model/words.ts';
import { cellOf, type Cell, type Row } from '../../../report/document.ts';
import { badValue } from '../bad-value.ts';
import { conditionWithoutValue, unknownField, unknownFilter, unknownGroup } from './problems.ts';
import type { ResultRow } from '../../../model/rows.ts';

/** A country with the fields of its row in a table. */
export interface Listed {
  readonly country: Country;
  readonly fields: Row;
}

/** The same of a row of the result. */
export interface Entry extends Listed {
  readonly row: ResultRow;
}

/** Tells the country that a code or a name means, in any spelling. */
export async function countryMatcher(term: string): Promise<(country: Country) => boolean> {
  const code = (await loadCountries()).recognise(term)?.code;
  return (country) => fold(country.name) === fold(term) || (code !== undefined && country.code === code);
}

/** The countries that --only names; throws with all names that are nobody's. */
export async function keepOnly<Item extends Listed>(
  entries: readonly Item[],
  terms: readonly string[],
): Promise<Item[]> {
  const problems: Problem[] = [];
  const kept = new Set<Item>();
  const names = entries.map(({ country }) => country.name);
  for (const term of terms) {
    const isMeant = await countryMatcher(term);
    const found = entries.filter(({ country }) => isMeant(country));
    if (found.length === 0) problems.push(unknownFilter('--only', term, names));
    for (const entry of found) kept.add(entry);
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return entries.filter((entry) => kept.has(entry));
}

/** Of those that are left, the countries of which `region=Europe` holds; `all` says what it could be. */
export function keepWhere<Item extends Listed>(
  left: readonly Item[],
  all: readonly Item[],
  condition: string,
): Item[] {
  const [group = '', value] = condition.split(/=(.*)/s);
  const groups = [...new Set(all.flatMap(({ country }) => Object.keys(country.groups)))];
  const key = groups.find((one) => fold(one) === fold(group));
  if (key === undefined) throw new ProblemsError([unknownGroup(condition, group, groups)]);
  const groupOf = ({ country }: Listed) => country.groups[key] ?? '';
  const values = [...new Set(all.map((entry) => `${key}=${groupOf(entry)}`))];
  if (value === undefined) throw new ProblemsError([conditionWithoutValue(condition, values)]);
  const isIn = (entry: Listed) => fold(groupOf(entry)) === fold(value);
  if (!all.some(isIn)) throw new ProblemsError([unknownFilter('--where', condition, values)]);
  return left.filter(isIn);
}

/** By a field, `score` or `score:desc`; countries without a value last. */
export function sortBy<Item extends Listed>(
  entries: readonly Item[],
  written: string,
  fields: readonly string[],
): Item[] {
  const [key = '', way = 'asc'] = written.split(':');
  if (!fields.includes(key)) throw new ProblemsError([unknownField(key, fields, '--sort')]);
  if (way !== 'asc' && way !== 'desc') {
    const what = `there is no order "${way}"`;
    throw new ProblemsError([badValue('--sort', way, what, 'write asc or desc after the colon')]);
  }
  const sign = way === 'asc' ? 1 : -1;
  return entries.toSorted((a, b) => compareCells(cellOf(a.fields, key), cellOf(b.fields, key), sign));
}

function compareCells(left: Cell, right: Cell, sign: 1 | -1): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const areNumbers = typeof left === 'number' && typeof right === 'number';
  return sign * (areNumbers ? left - right : compareText(String(left), String(right)));
}
