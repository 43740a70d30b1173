// Which rows of a table are shown, and in which order: nothing here changes a number.
import { bundledNames } from '../../input/files/files.ts';
import { at } from '../../math/at.ts';
import { remembered } from '../../math/remembered.ts';
import { present } from '../../math/statistics/column.ts';
import { rowMeant, yearsOf } from '../../methods/years.ts';
import { nameOf, type Country, type ShownYear } from '../../model/edition.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { tierOf, type Result } from '../../model/result.ts';
import { compareText, count, list } from '../../model/words.ts';
import { resultRows, type ResultRow } from '../../model/rows.ts';
import { decimalsFor } from '../../report/numbers.ts';
import { badValue } from './bad-value.ts';
import { countryMatcher, keepOnly, keepWhere, sortBy, type Listed } from './filters/filters.ts';
import type { Standing } from './json.ts';
import { listOf, textOf } from './options.ts';
import { editionForCountry, unknownFilter } from './filters/problems.ts';

export type { Entry } from './filters/filters.ts';

const MOST_NAMED = 8;

export interface Arranged<Item extends Listed> {
  readonly entries: readonly Item[];
  /** How many the filters hide. */
  readonly hidden: number;
  /** The line that says so, if any is hidden. */
  readonly notes: readonly string[];
}

/** Filters, sorts and cuts as --only, --where, --sort and --top say; rows come in rank order. */
export async function arrange<Item extends Listed>(
  entries: readonly Item[],
  options: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Promise<Arranged<Item>> {
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
  const hide = filters.length === 1 ? 'hides' : 'hide';
  const note = `${list(filters)} ${hide} ${count(hidden, 'more country', 'more countries')}`;
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

/**
 * The row of the one country that is meant, in any spelling; in a panel, of the year that is shown, or of its
 * latest where no year is asked for.
 */
export async function findRow(result: Result, term: string, example = 'explain China'): Promise<ResultRow> {
  const { countries, shown } = result;
  const isMeant = await countryMatcher(term);
  const found = resultRows(countries).filter((row) => isMeant(at(countries, row)));
  const row = rowMeant(result, found);
  if (row !== null) return row;
  const [first] = found;
  throw new ProblemsError([
    first === undefined || shown.year === null
      ? unknownCountry(result, term, example)
      : notInYear(
          term,
          at(countries, first).name,
          shown.year,
          yearsOf(found.map((one) => at(countries, one))),
        ),
  ]);
}

function notInYear(term: string, name: string, year: ShownYear, years: readonly number[]): Problem {
  return {
    code: 'usage/unknown-filter',
    severity: 'error',
    place: { argument: term },
    value: term,
    what: `${name} has no row for ${year}`,
    fix: `its years are ${list(years.map(String), MOST_NAMED)}`,
  };
}

function unknownCountry({ countries, edition }: Result, term: string, example: string): Problem {
  if (bundledNames().includes(term)) return editionForCountry(term, example);
  const names = new Set(countries.map(({ name }) => name));
  return {
    ...unknownFilter(term, term, [...names].toSorted(compareText)),
    why: `the edition "${edition.id}" does not have it; choose another with -e`,
  };
}

/** What the JSON of every command about countries says first of each. */
export function standingJson(result: Result, row: ResultRow): Standing {
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
  rows: readonly ResultRow[],
): ResultRow[] {
  const rankAt = (row: ResultRow) => at(ranks, row) ?? Infinity;
  const nameAt = (row: ResultRow) => nameOf(at(countries, row));
  // Of two without a rank the difference is no number, and the names decide.
  return rows.toSorted((a, b) => rankAt(a) - rankAt(b) || compareText(nameAt(a), nameAt(b)));
}

/**
 * The rows that are shown, in rank order: what a question is asked about, so that the order of rows in a file
 * decides nothing, not even between equals.
 */
export function rowsShown({ ranks, countries, shown }: Result): ResultRow[] {
  return inRankOrder(ranks, countries, shown.rows);
}

/**
 * The decimal places of the index: those it is ranked by, or as many as tell apart the countries that are
 * shown.
 */
export function placesOf(result: Result): number {
  const { decimals } = result.recipe.rank;
  return typeof decimals === 'number' ? decimals : decimalsShown(result);
}

const decimalsShown = remembered(({ index, shown }: Result) =>
  decimalsFor(present(shown.rows.map((row) => at(index, row)))),
);
