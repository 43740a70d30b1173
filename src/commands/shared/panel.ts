// Which year of a panel a command is about: read from --year, and named in titles, tables and notes.
import { at } from '../../math/at.ts';
import { isByYear } from '../../methods/normalise/parameters.ts';
import { normalisations, type Normalisation } from '../../methods/normalise/table.ts';
import { keyOf } from '../../methods/years.ts';
import type { ShownYear } from '../../model/edition.ts';
import { indicators } from '../../model/framework.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { describeChoice, entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Column, DocumentTable } from '../../report/document.ts';
import { badValue } from './bad-value.ts';
import { textOf } from './options.ts';

const MOST_NAMED = 8;

/** Reads --year; null where it is not given. Throws before anything is loaded if it is no year. */
export function readYear(options: Readonly<Record<string, unknown>>): ShownYear | null {
  const text = textOf(options['year']);
  if (text === null || text === 'latest') return text;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const what = `it takes a year or "latest", not "${text}"`;
  throw new ProblemsError([badValue('--year', text, what, 'write, for example, --year 2021')]);
}

/** A year that is not there was asked for on the command line. */
export function askedOnCommandLine(problem: Problem): Problem {
  return problem.code === 'recipe/unknown-year' ? { ...problem, place: { argument: '--year' } } : problem;
}

/** A title with the year that is shown, unless it names that already. */
export function withYear(title: string, { shown: { year } }: Result): string {
  if (year === null || new RegExp(`\\b${year}\\b`).test(title)) return title;
  return year === 'latest' ? `${title}, latest year of each country` : `${title}, ${year}`;
}

const yearColumn: Column = { key: 'year', label: 'year', kind: 'number' };

/**
 * A table with the year in what is written to files, where scores have years; and in what people see, where
 * countries stand in it with different ones. `behind` is the field of the country; a table without one begins
 * with the year.
 */
export function tableOfYear(
  { shown: { year } }: Result,
  table: DocumentTable,
  behind: 'name' | 'country' | null = 'name',
): DocumentTable {
  if (year === null) return table;
  const { columns, shown, exported, rows } = table;
  const withYearIn = (keys: readonly string[]) =>
    keys.toSpliced(behind === null ? 0 : 1 + keys.indexOf(behind), 0, 'year');
  const areMixed = year === 'latest' && behind !== null && shown.includes(behind);
  return {
    ...table,
    columns: columns.some(({ key }) => key === 'year') ? columns : [...columns, yearColumn],
    shown: areMixed ? withYearIn(shown) : shown,
    exported: withYearIn(exported),
    rows: rows.map((row) => ({ year, ...row })),
  };
}

/** The lines under a table on the year that is shown, and on the scale that it stands on. */
export function yearNotes(result: Result): string[] {
  const { year, years } = result.shown;
  const [first, last] = [years[0], years.at(-1)];
  if (year === null || first === undefined || last === undefined || first === last) return [];
  const span = `${first} to ${last}`;
  const scaled = scaledOverYears(result);
  const what = year === 'latest' ? 'latest of each country' : `${year}`;
  if (scaled === null) return year === 'latest' ? [`year: ${what}, ${span}`] : [];
  return [`year: ${what}, on the scale of all years (${span}); ${scaled} scales each year by itself`];
}

/**
 * What would normalise within the years; null where that is done already, or all scores stand by themselves.
 */
function scaledOverYears({ recipe, framework }: Result): string | null {
  const own = indicators(framework).map(({ normalise }) => normalise ?? recipe.normalise);
  const isOverYears = (choice: Result['recipe']['normalise']) =>
    entryOf<Normalisation>(normalisations, choice).relative && !isByYear(choice);
  const found = own.find(isOverYears);
  if (found === undefined) return null;
  const written = describeChoice(normalisations, { ...found, by: 'year' });
  return found === recipe.normalise ? `--normalise ${written}` : written;
}

/** The line that says which countries are not shown because they have no row in the year that is. */
export function notInShownYear({ countries, shown }: Result): string[] {
  const there = new Set(shown.rows.map((row) => keyOf(at(countries, row))));
  const others = countries.filter((country) => !there.has(keyOf(country)));
  const names = [...new Map(others.map((country) => [keyOf(country), country.name])).values()];
  if (names.length === 0 || shown.year === null) return [];
  return [
    `${count(names.length, 'country has', 'countries have')} no row for ${shown.year} and ` +
      `${names.length === 1 ? 'is' : 'are'} not shown: ${list(names, MOST_NAMED)}`,
  ];
}
