// Which rows --only, --where and --sort leave, and in which order.
import { loadCountries } from '../../../input/cells/countries.ts';
import type { Country } from '../../../model/edition.ts';
import { ProblemsError, type Problem } from '../../../model/problem.ts';
import { compareText, fold } from '../../../model/words.ts';
import { cellOf, type Cell, type Row } from '../../../report/document.ts';
import { badValue } from '../bad-value.ts';
import { conditionWithoutValue, unknownField, unknownFilter, unknownGroup } from './problems.ts';

/** One country's row: which row of the result it is, and its fields. */
export interface Entry {
  readonly row: number;
  readonly country: Country;
  readonly fields: Row;
}

/** Tells the country that a code or a name means, in any spelling. */
export async function countryMatcher(term: string): Promise<(country: Country) => boolean> {
  const code = (await loadCountries()).recognise(term)?.code;
  return (country) => fold(country.name) === fold(term) || (code !== undefined && country.code === code);
}

/** The countries that --only names; throws with all names that are nobody's. */
export async function keepOnly(entries: readonly Entry[], terms: readonly string[]): Promise<Entry[]> {
  const problems: Problem[] = [];
  const rows = new Set<number>();
  const names = entries.map(({ country }) => country.name);
  for (const term of terms) {
    const isMeant = await countryMatcher(term);
    const found = entries.filter(({ country }) => isMeant(country));
    if (found.length === 0) problems.push(unknownFilter('--only', term, names));
    for (const { row } of found) rows.add(row);
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return entries.filter(({ row }) => rows.has(row));
}

/** Of those that are left, the countries of which `region=Europe` holds; `all` says what it could be. */
export function keepWhere(left: readonly Entry[], all: readonly Entry[], condition: string): Entry[] {
  const [group = '', value] = condition.split(/=(.*)/s);
  const groups = [...new Set(all.flatMap(({ country }) => Object.keys(country.groups)))];
  const key = groups.find((one) => fold(one) === fold(group));
  if (key === undefined) throw new ProblemsError([unknownGroup(condition, group, groups)]);
  const groupOf = ({ country }: Entry) => country.groups[key] ?? '';
  const values = [...new Set(all.map((entry) => `${key}=${groupOf(entry)}`))];
  if (value === undefined) throw new ProblemsError([conditionWithoutValue(condition, values)]);
  const isIn = (entry: Entry) => fold(groupOf(entry)) === fold(value);
  if (!all.some(isIn)) throw new ProblemsError([unknownFilter('--where', condition, values)]);
  return left.filter(isIn);
}

/** By a field, `score` or `score:desc`; countries without a value last. */
export function sortBy(entries: readonly Entry[], written: string, fields: readonly string[]): Entry[] {
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
