// Which rows of a panel are ranked together, and which of them are shown?
import { at } from '../math/at.ts';
import type { Country, Edition, ShownYear } from '../model/edition.ts';
import { ProblemsError, type Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { list } from '../model/words.ts';
import { resultRows, type ResultRow } from '../model/rows.ts';

type Years = readonly Pick<Country, 'year'>[];

/**
 * The rows of each year, the latest year last; all rows if there are no years.
 *
 * @example rowsByYear([{ year: 2021 }, { year: 2020 }, { year: 2021 }]) // → [[1], [0, 2]]
 */
export function rowsByYear(countries: Years): ResultRow[][] {
  const years = new Map<number | null, ResultRow[]>();
  for (const row of resultRows(countries)) {
    const { year } = at(countries, row);
    const rows = years.get(year);
    if (rows === undefined) years.set(year, [row]);
    else rows.push(row);
  }
  // Rows without a year come before those of any.
  const ordered = [...years].toSorted(([a], [b]) => (a ?? -Infinity) - (b ?? -Infinity));
  return ordered.map(([, rows]) => rows);
}

/**
 * The years of some countries, the earliest first.
 *
 * @example yearsOf([{ year: 2021 }, { year: 2020 }, { year: 2021 }]) // → [2020, 2021]
 */
export function yearsOf(countries: Years): number[] {
  return [...new Set(countries.flatMap(({ year }) => year ?? []))].toSorted((a, b) => a - b);
}

/**
 * The rows of each year that is ranked, those that are shown last; throws if nothing is to be shown.
 * `ranked` are the years that the recipe leaves, null for all.
 */
export function fieldsOf(
  { shownYear }: Pick<Edition, 'shownYear'>,
  countries: readonly Country[],
  ranked: ReadonlySet<number> | null,
): Pick<Result, 'fields' | 'shown'> {
  const years = yearsOf(countries);
  const yearOf = (rows: readonly ResultRow[]) => at(countries, at(rows, 0)).year;
  const ofYears = rowsByYear(countries).filter((rows) => ranked === null || ranked.has(yearOf(rows) ?? NaN));
  const rows = shownRows(countries, ofYears, shownYear);
  if (shownYear !== undefined && years.length === 0) throw new ProblemsError([noYears(shownYear)]);
  if (ofYears.length === 0) throw new ProblemsError([noneLeft]);
  if (rows === undefined)
    throw new ProblemsError([
      unknownYear(
        shownYear,
        ofYears.flatMap((one) => yearOf(one) ?? []),
      ),
    ]);
  const isShown = new Set(rows);
  const others = ofYears.map((one) => one.filter((row) => !isShown.has(row)));
  return {
    fields: [...others.filter((one) => one.length > 0), rows],
    shown: { year: shownYear ?? yearOf(rows), years, rows },
  };
}

/** The rows of the year that is asked for; undefined if there are none. */
function shownRows(
  countries: readonly Country[],
  ofYears: readonly (readonly ResultRow[])[],
  year: ShownYear | undefined,
): readonly ResultRow[] | undefined {
  if (year === undefined) return ofYears.at(-1);
  if (year !== 'latest') return ofYears.find((rows) => at(countries, at(rows, 0)).year === year);
  const latest = new Map(ofYears.flat().map((row) => [keyOf(at(countries, row)), row]));
  return latest.size === 0 ? undefined : [...latest.values()].toSorted((a, b) => a - b);
}

function noYears(year: ShownYear): Problem {
  return {
    code: 'recipe/unknown-year',
    severity: 'error',
    value: String(year),
    what: `the scores have no years, so there is no ${year}`,
    fix: 'leave out --year, or add a column "year" to the scores',
  };
}

function unknownYear(year: ShownYear | undefined, years: readonly number[]): Problem {
  return {
    code: 'recipe/unknown-year',
    severity: 'error',
    value: String(year),
    what: `the panel has no year ${year}`,
    fix: `${years.length === 1 ? 'its year is' : 'its years are'} ${list(years.map(String))}`,
  };
}

const noneLeft: Problem = {
  code: 'recipe/nothing-selected',
  severity: 'error',
  step: 'screen',
  what: 'the screening drops all countries of the selected years',
  fix: 'require a smaller share of scores, or select other years',
};

/** What a country is known by, whatever the year. */
export function keyOf({ code, name }: Pick<Country, 'code' | 'name'>): string {
  return code ?? name;
}

/** The rows that are ranked together with one, itself among them; none if it is not ranked at all. */
export function rankedWith({ fields }: Pick<Result, 'fields'>, row: ResultRow): readonly ResultRow[] {
  return fields.find((rows) => rows.includes(row)) ?? [];
}

/**
 * Of the rows of one country, the one that is meant: that which is shown, or its latest where no year is
 * asked for; null if it has none.
 */
export function rowMeant(
  { countries, edition, fields, shown }: Pick<Result, 'countries' | 'edition' | 'fields' | 'shown'>,
  rows: readonly ResultRow[],
): ResultRow | null {
  const found = rows.find((row) => shown.rows.includes(row));
  if (found !== undefined || edition.shownYear !== undefined) return found ?? null;
  const ranked = new Set(fields.flat());
  const [latest] = rows
    .filter((row) => ranked.has(row))
    .toSorted((a, b) => (at(countries, b).year ?? 0) - (at(countries, a).year ?? 0));
  return latest ?? null;
}
