// Which rows of a table are shown, and in which order: nothing here changes a number.
import { bundledNames } from '../../input/files/files.ts';
import { loadCountries } from '../../input/cells/countries.ts';
import { present } from '../../math/statistics/column.ts';
import { nameOf, type Country } from '../../model/edition.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { tierOf, type Result } from '../../model/result.ts';
import { areAll, compareText, count, didYouMean, fold, list } from '../../model/words.ts';
import type { Standing } from './json.ts';
import type { Row } from '../../report/document.ts';
import { decimalsFor } from '../../report/numbers.ts';
import { listOf, textOf } from './options.ts';

/** One country's row: which row of the result it is, and its fields. */
export interface Entry {
  readonly row: number;
  readonly country: Country;
  readonly fields: Row;
}

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
  const where = listOf(options['where']) ?? [];
  const named = only === null ? entries : await keepOnly(entries, only);
  const kept = where.reduce<readonly Entry[]>(
    (left, condition) => keepWhere(left, entries, condition),
    named,
  );
  const sorted = sortBy(kept, textOf(options['sort']), fields);
  const top = readTop(options['top']);
  const shown = sorted.slice(0, top ?? undefined);
  const hidden = entries.length - shown.length;
  const by = [
    only === null ? '' : '--only',
    where.length === 0 ? '' : '--where',
    top === null ? '' : '--top',
  ].filter((part) => part !== '');
  return {
    entries: shown,
    hidden,
    notes: hidden === 0 ? [] : [`${count(hidden, 'more country', 'more countries')} hidden by ${list(by)}`],
  };
}

/** The row of the one country that is meant, in any spelling; in a panel, of its latest year. */
export async function findRow(result: Result, term: string, example = 'explain China'): Promise<number> {
  const isMeant = await meant(term);
  const found = result.countries.flatMap((country, row) =>
    isMeant(country) ? [{ row, year: country.year ?? -Infinity }] : [],
  );
  const [latest] = found.toSorted((a, b) => b.year - a.year);
  if (latest === undefined) throw new ProblemsError([unknownCountry(result, term, example)]);
  return latest.row;
}

function unknownCountry({ countries, edition }: Result, term: string, example: string): Problem {
  if (bundledNames().includes(term)) {
    return {
      code: 'usage/unknown-filter',
      severity: 'error',
      place: { argument: term },
      value: term,
      what: `"${term}" is an edition and not a country`,
      fix: `name the country first: cyberpower ${example} -e ${term}`,
    };
  }
  return {
    ...unknownFilter(term, term, [...new Set(countries.map(({ name }) => name))].toSorted(compareText)),
    why: `it is not in the edition "${edition.id}"; -e names another`,
  };
}

/** Whether a country is the one that a code or a name means. */
async function meant(term: string): Promise<(country: Country) => boolean> {
  const code = (await loadCountries()).recognise(term)?.code;
  return (country) => fold(country.name) === fold(term) || (code !== undefined && country.code === code);
}

async function keepOnly(entries: readonly Entry[], terms: readonly string[]): Promise<Entry[]> {
  const problems: Problem[] = [];
  const rows = new Set<number>();
  for (const term of terms) {
    const isMeant = await meant(term);
    const found = entries.filter(({ country }) => isMeant(country));
    if (found.length === 0)
      problems.push(
        unknownFilter(
          '--only',
          term,
          entries.map(({ country }) => country.name),
        ),
      );
    for (const { row } of found) rows.add(row);
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return entries.filter(({ row }) => rows.has(row));
}

function keepWhere(left: readonly Entry[], all: readonly Entry[], condition: string): Entry[] {
  const [group = '', value] = condition.split(/=(.*)/s);
  const groups = [...new Set(all.flatMap(({ country }) => Object.keys(country.groups)))];
  const key = groups.find((one) => fold(one) === fold(group));
  if (key === undefined) throw new ProblemsError([unknownGroup(condition, group, groups)]);
  const values = [...new Set(all.map(({ country }) => `${key}=${country.groups[key] ?? ''}`))];
  if (value === undefined) throw new ProblemsError([noValue(condition, values)]);
  const isIn = ({ country }: Entry) => fold(country.groups[key] ?? '') === fold(value);
  if (!all.some(isIn)) throw new ProblemsError([unknownFilter('--where', condition, values)]);
  return left.filter(isIn);
}

function sortBy(
  entries: readonly Entry[],
  field: string | null,
  fields: readonly string[],
): readonly Entry[] {
  if (field === null) return entries;
  const [key = '', way = 'asc'] = field.split(':');
  if (!fields.includes(key) || (way !== 'asc' && way !== 'desc')) {
    throw new ProblemsError([
      fields.includes(key)
        ? {
            code: 'usage/bad-value',
            severity: 'error',
            place: { argument: '--sort' },
            value: way,
            what: `there is no order "${way}"`,
            fix: 'write asc or desc after the colon',
          }
        : unknownField(key, fields, '--sort'),
    ]);
  }
  const sign = way === 'asc' ? 1 : -1;
  return entries.toSorted((a, b) => {
    const [left, right] = [a.fields[key] ?? null, b.fields[key] ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (
      sign *
      (typeof left === 'number' && typeof right === 'number'
        ? left - right
        : compareText(String(left), String(right)))
    );
  });
}

/** Reads --top; throws before anything is loaded if it is no number. */
export function readTop(value: unknown): number | null {
  const text = textOf(value);
  if (text === null) return null;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new ProblemsError([
    {
      code: 'usage/bad-value',
      severity: 'error',
      place: { argument: '--top' },
      value: text,
      what: `it takes a whole number from 1, not "${text}"`,
      fix: 'write, for example, --top 10',
    },
  ]);
}

/** The fields that --fields or --sort may name. */
export function unknownField(
  name: string,
  fields: readonly string[],
  option: string,
  labels: Readonly<Record<string, string>> = {},
): Problem {
  const labelled = labels[name];
  return {
    code: 'usage/unknown-field',
    severity: 'error',
    place: { argument: option },
    value: name,
    what:
      'there is no field ' +
      `"${name}"${labelled === undefined ? didYouMean(name, fields) : `; did you mean "${labelled}"?`}`,
    fix: `the fields are ${list(fields)}`,
  };
}

function noValue(condition: string, values: readonly string[]): Problem {
  return {
    code: 'usage/unknown-filter',
    severity: 'error',
    place: { argument: '--where' },
    value: condition,
    what: `"${condition}" does not say which of its values`,
    fix: `there ${values.length === 1 ? 'is' : 'are'} ${list(values, 12)}`,
  };
}

function unknownGroup(condition: string, group: string, groups: readonly string[]): Problem {
  return {
    code: 'usage/unknown-filter',
    severity: 'error',
    place: { argument: '--where' },
    value: condition,
    what: `there is no group "${group}"${didYouMean(group, groups)}`,
    fix:
      groups.length === 0 ? 'the edition has no groups' : `write group=value; ${areAll('the group', groups)}`,
  };
}

function unknownFilter(option: string, term: string, known: readonly string[]): Problem {
  return {
    code: 'usage/unknown-filter',
    severity: 'error',
    place: { argument: option },
    value: term,
    what: `"${term}" is not among what is ranked${didYouMean(term, known)}`,
    fix: `there ${known.length === 1 ? 'is' : 'are'} ${list(known, 12)}`,
  };
}

/** What the JSON of every command about countries says first of each. */
export function standingJson(result: Result, row: number): Standing {
  const country = result.countries[row];
  return {
    rank: result.ranks[row] ?? null,
    code: country?.code ?? null,
    name: country?.name ?? '',
    ...(country === undefined || country.year === null ? {} : { year: country.year }),
    score: result.index[row] ?? null,
    tier: tierOf(result, row),
  };
}

/** Rank order, countries without a rank last; equal ranks by name, then code. */
export function inRankOrder(
  ranks: readonly (number | null)[],
  countries: readonly Country[],
  rows: readonly number[],
): number[] {
  const nameAt = (row: number) => {
    const country = countries[row];
    return country === undefined ? '' : nameOf(country);
  };
  return rows.toSorted(
    (a, b) => (ranks[a] ?? Infinity) - (ranks[b] ?? Infinity) || compareText(nameAt(a), nameAt(b)) || 0,
  );
}

/** In a panel, the rows of the latest year. */
export function latestRows({ countries }: Result): number[] {
  const latest = Math.max(...countries.map(({ year }) => year ?? -Infinity));
  return countries.flatMap(({ year }, row) => (year === null || year === latest ? [row] : []));
}

/** The line that says which countries are not shown because they have no row in the latest year. */
export function notInLatestYear(result: Result): string[] {
  const keyOf = ({ code, name }: Country) => code ?? name;
  const shown = new Set(
    latestRows(result).flatMap((row) => {
      const country = result.countries[row];
      return country === undefined ? [] : [keyOf(country)];
    }),
  );
  const others = [
    ...new Map(
      result.countries
        .filter((country) => !shown.has(keyOf(country)))
        .map((country) => [keyOf(country), country.name]),
    ).values(),
  ];
  const latest = Math.max(...result.countries.map(({ year }) => year ?? -Infinity));
  return others.length === 0
    ? []
    : [
        `${count(others.length, 'country has', 'countries have')} no row for ${latest} and ` +
          `${others.length === 1 ? 'is' : 'are'} not shown: ${list(others, 8)}`,
      ];
}

/** The decimal places of the index: those it is ranked by, or as many as tell countries apart. */
export function placesOf({ recipe, index }: Result): number {
  const { decimals } = recipe.rank;
  return typeof decimals === 'number' ? decimals : decimalsFor(present(index));
}
