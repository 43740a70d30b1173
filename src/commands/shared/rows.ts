// Which rows of a table are shown, and in which order: nothing here changes a number.
import { bundledNames } from '../../input/files/files.ts';
import { at } from '../../math/at.ts';
import { present } from '../../math/statistics/column.ts';
import { nameOf, type Country } from '../../model/edition.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { tierOf, type Result } from '../../model/result.ts';
import { compareText, count, list } from '../../model/words.ts';
import { decimalsFor } from '../../report/numbers.ts';
import { badValue } from './bad-value.ts';
import { countryMatcher, keepOnly, keepWhere, sortBy, type Entry } from './filters/filters.ts';
import type { Standing } from './json.ts';
import { listOf, textOf } from './options.ts';
import { editionForCountry, unknownFilter } from './filters/problems.ts';

export type { Entry } from './filters/filters.ts';

const MOST_NAMED = 8;

export interface Arranged {
  readonly entries: readonly Entry[];
  /** How many the filters hide. */
  readonly hidden: number;
  /** The line that says so, if any is hidden. */
  readonly notes: readonly string[];
}

/** Filters, sorts and cuts as --only, --where, --sort and --top say; rows come in rank order. */
export async function arrange(
  entries: readonly Entry[],
  options: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Promise<Arranged> {
  const only = listOf(options['only']);
  const conditions = listOf(options['where']) ?? [];
  const order = textOf(options['sort']);
  const top = readTop(options['top']);
  let left = only === null ? entries : await keepOnly(entries, only);
  for (const condition of conditions) left = keepWhere(left, entries, condition);
  const sorted = order === null ? left : sortBy(left, order, fields);
  const shown = top === null ? sorted : sorted.slice(0, top);
  const hidden = entries.length - shown.length;
  const filters: string[] = [];
  if (only !== null) filters.push('--only');
  if (conditions.length > 0) filters.push('--where');
  if (top !== null) filters.push('--top');
  const note = `${count(hidden, 'more country', 'more countries')} hidden by ${list(filters)}`;
  return { entries: shown, hidden, notes: hidden === 0 ? [] : [note] };
}

/** Reads --top; throws before anything is loaded if it is no number. */
export function readTop(value: unknown): number | null {
  const text = textOf(value);
  if (text === null) return null;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  const what = `it takes a whole number from 1, not "${text}"`;
  throw new ProblemsError([badValue('--top', text, what, 'write, for example, --top 10')]);
}

/** The row of the one country that is meant, in any spelling; in a panel, of its latest year. */
export async function findRow(result: Result, term: string, example = 'explain China'): Promise<number> {
  const isMeant = await countryMatcher(term);
  const found = [...result.countries.entries()].filter(([, country]) => isMeant(country));
  const [latest] = found.toSorted(([, a], [, b]) => (b.year ?? -Infinity) - (a.year ?? -Infinity));
  if (latest === undefined) throw new ProblemsError([unknownCountry(result, term, example)]);
  return latest[0];
}

function unknownCountry({ countries, edition }: Result, term: string, example: string): Problem {
  if (bundledNames().includes(term)) return editionForCountry(term, example);
  const names = new Set(countries.map(({ name }) => name));
  return {
    ...unknownFilter(term, term, [...names].toSorted(compareText)),
    why: `it is not in the edition "${edition.id}"; -e names another`,
  };
}

/** What the JSON of every command about countries says first of each. */
export function standingJson(result: Result, row: number): Standing {
  const { code, name, year } = at(result.countries, row);
  return {
    rank: at(result.ranks, row),
    code,
    name,
    ...(year === null ? {} : { year }),
    score: at(result.index, row),
    tier: tierOf(result, row),
  };
}

/** Rank order, countries without a rank last; equal ranks by name. */
export function inRankOrder(
  ranks: readonly (number | null)[],
  countries: readonly Country[],
  rows: readonly number[],
): number[] {
  const rankAt = (row: number) => at(ranks, row) ?? Infinity;
  const nameAt = (row: number) => nameOf(at(countries, row));
  // Of two without a rank the difference is no number, and the names decide.
  return rows.toSorted((a, b) => rankAt(a) - rankAt(b) || compareText(nameAt(a), nameAt(b)));
}

/** In a panel, the rows of the latest year. */
export function latestRows(result: Result): number[] {
  const latest = latestYear(result);
  return result.countries.flatMap(({ year }, row) => (year === null || year === latest ? [row] : []));
}

/** The latest year of a panel; -Infinity where rows have no year. */
function latestYear({ countries }: Result): number {
  return Math.max(...countries.map(({ year }) => year ?? -Infinity));
}

/** The line that says which countries are not shown because they have no row in the latest year. */
export function notInLatestYear(result: Result): string[] {
  const { countries } = result;
  const keyOf = ({ code, name }: Country) => code ?? name;
  const shown = new Set(latestRows(result).map((row) => keyOf(at(countries, row))));
  const others = countries.filter((country) => !shown.has(keyOf(country)));
  const names = [...new Map(others.map((country) => [keyOf(country), country.name])).values()];
  if (names.length === 0) return [];
  return [
    `${count(names.length, 'country has', 'countries have')} no row for ${latestYear(result)} and ` +
      `${names.length === 1 ? 'is' : 'are'} not shown: ${list(names, MOST_NAMED)}`,
  ];
}

/** The decimal places of the index: those it is ranked by, or as many as tell countries apart. */
export function placesOf({ recipe, index }: Result): number {
  const { decimals } = recipe.rank;
  return typeof decimals === 'number' ? decimals : decimalsFor(present(index));
}
