// Which scores of the edition a row of raters.csv or certain.csv is about.
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import type { Country, Scale } from '../../model/edition.ts';
import { indicators, nodes, type Framework, type Indicator } from '../../model/framework.ts';
import type { Place, Problem } from '../../model/problem.ts';
import type { Recipe } from '../../model/recipe.ts';
import { didYouMean, fold, list, quoted } from '../../model/words.ts';
import { editionRows, type EditionRow } from '../../model/rows.ts';
import type { Countries } from '../cells/countries.ts';
import { foldName } from '../cells/fold-name.ts';
import type { CsvTable } from '../files/csv.ts';
import { noCountry, noIndicator, notAYear } from '../shapes/row-problems.ts';

/** Files whose rows are about scores, by the first word of the codes of their problems. */
type Topic = 'raters' | 'certain';

/** What stands for all indicators where categories may be named. */
const ALL = 'all';

/** Where a row says what it is about. */
export interface SubjectColumns {
  readonly indicator: number;
  /** Those of codes and of names of countries, as far as they are there. */
  readonly countries: readonly number[];
  /** Null where there is none, or where scores.csv has no years. */
  readonly year: number | null;
}

/** What the rows are about: the edition as far as it is read. */
export interface Scored {
  readonly framework: Framework;
  readonly scales: readonly Scale[];
  readonly recipe: Recipe;
  readonly countries: readonly Country[];
  readonly columns: ReadonlyMap<string, Column>;
  readonly placeOf: (column: string | null, row: number | null) => Place;
}

/** Finds what a line is about; what is not there is reported once, however many lines are about it. */
export class SubjectFinder {
  private readonly table: CsvTable;
  private readonly topic: Topic;
  private readonly columns: SubjectColumns;
  private readonly scored: Scored;
  private readonly countryNames: Countries;
  private readonly problems: Problem[];
  /** Rows of the edition, by country and year; by country alone if years are not told apart. */
  private readonly byCountry: ReadonlyMap<string, readonly EditionRow[]>;
  /** Indicators by what they are called, or what they are under. */
  private readonly byName: Map<string, readonly Indicator[]>;
  private readonly reported = new Set<string>();

  constructor(
    topic: Topic,
    table: CsvTable,
    columns: SubjectColumns,
    scored: Scored,
    countryNames: Countries,
    problems: Problem[],
  ) {
    this.topic = topic;
    this.table = table;
    this.columns = columns;
    this.scored = scored;
    this.countryNames = countryNames;
    this.problems = problems;
    const yearIn = (country: Country) => (columns.year === null ? null : yearOf(country));
    const byCountry = new Map<string, EditionRow[]>();
    for (const row of editionRows(scored.countries)) {
      const country = at(scored.countries, row);
      const key = keyOf(country.code, country.name, yearIn(country));
      byCountry.set(key, [...(byCountry.get(key) ?? []), row]);
    }
    this.byCountry = byCountry;
    this.byName = new Map(topic === 'certain' ? categoriesByName(scored.framework) : []);
    for (const [name, leaf] of leavesByName(indicators(scored.framework))) this.byName.set(name, [leaf]);
  }

  /** The row of the edition that a line is about, or null. */
  row(line: number): EditionRow | null {
    return this.rows(line)[0] ?? null;
  }

  /** The rows of the edition that a line is about: those of all years if it names none. */
  rows(line: number): readonly EditionRow[] {
    const { table, columns, topic } = this;
    const column = columns.countries.find((one) => table.text(line, one) !== '');
    if (column === undefined) return this.report(`no country ${line}`, () => noCountry(table.place(line)));
    let year: number | null = null;
    if (columns.year !== null) {
      const yearColumn = columns.year;
      year = table.number(line, yearColumn);
      if (year === null || !Number.isInteger(year))
        return this.report(`no year ${line}`, () =>
          notAYear(table.text(line, yearColumn), table.place(line, yearColumn)),
        );
    }
    const written = table.text(line, column);
    const code = this.countryNames.recognise(written)?.code ?? null;
    const key = keyOf(code, written, year);
    // Aggregates were left out of the scores.
    if (code === null && !this.byCountry.has(key) && this.countryNames.isAggregate(written)) return [];
    return (
      this.byCountry.get(key) ??
      this.report(key, () => {
        const place = table.place(line, column);
        return unknownCountry(topic, { written, code, year }, this.scored.countries, place);
      })
    );
  }

  /** The indicator that a line is about, or null. */
  leaf(line: number): Indicator | null {
    return this.leaves(line)[0] ?? null;
  }

  /** The indicators that a line is about: one, or, where categories may be named, those of one or all. */
  leaves(line: number): readonly Indicator[] {
    const { table, columns } = this;
    const written = table.text(line, columns.indicator);
    if (written === '') return this.report(`no indicator ${line}`, () => noIndicator(table.place(line)));
    return (
      this.byName.get(fold(written)) ??
      this.report(`indicator ${fold(written)}`, () =>
        unknownIndicator(this.topic, written, this.scored.framework, table.place(line, columns.indicator)),
      )
    );
  }

  private report(key: string, problem: () => Problem): readonly [] {
    if (!this.reported.has(key)) this.problems.push(problem());
    this.reported.add(key);
    return [];
  }
}

/** The year of a country's scores, in a panel or in a file that is all of one year. */
export function yearOf({ year, groups }: Country): number | null {
  const written = Object.entries(groups).find(([name]) => fold(name) === 'year')?.[1];
  return year ?? (written !== undefined && /^\d+$/.test(written) ? Number(written) : null);
}

function keyOf(code: string | null, name: string, year: number | null): string {
  return `${code ?? foldName(name)} ${year ?? ''}`;
}

/** By column, or else by code, or else by name; of several that read one column, the first. */
function leavesByName(leaves: readonly Indicator[]): Map<string, Indicator> {
  const byName = new Map<string, Indicator>();
  for (const leaf of leaves) byName.set(fold(leaf.name), leaf);
  for (const leaf of leaves) byName.set(fold(leaf.code), leaf);
  for (const leaf of leaves.toReversed()) byName.set(fold(leaf.column), leaf);
  return byName;
}

/** The indicators of each category by its code and its name, and all of them by that word. */
function categoriesByName(framework: Framework): [string, readonly Indicator[]][] {
  return nodes(framework)
    .filter((node) => node.kind === 'category')
    .flatMap((node) =>
      [node.code, node.name, ...(node === framework ? [ALL] : [])].map((name) => [
        fold(name),
        indicators(node),
      ]),
    );
}

/** A country as a line has it. */
interface WrittenCountry {
  readonly written: string;
  readonly code: string | null;
  readonly year: number | null;
}

function unknownCountry(
  topic: Topic,
  { written, code, year }: WrittenCountry,
  countries: readonly Country[],
  place: Place,
): Problem {
  const unknown = {
    code: `${topic}/unknown-country`,
    severity: 'error',
    place,
    country: code ?? written,
    value: written,
  } as const;
  const orAddRow = ', or add a row for it to scores.csv (cells may be empty)';
  const namesakes = countries.filter(
    (country) => keyOf(country.code, country.name, null) === keyOf(code, written, null),
  );
  const [namesake] = namesakes;
  if (namesake !== undefined) {
    const years = namesakes.map(({ year: own }) => String(own ?? ''));
    return {
      ...unknown,
      what: `scores.csv has no scores of ${namesake.name} of ${year ?? ''}`,
      why: `it has scores of ${list(years)}`,
      fix: `correct the year${orAddRow}`,
    };
  }
  const names = countries.map(({ name }) => name);
  return {
    ...unknown,
    what: `${quoted(written)} is not in scores.csv${code === null ? didYouMean(written, names) : ''}`,
    fix: `correct the name${orAddRow}`,
  };
}

function unknownIndicator(topic: Topic, written: string, framework: Framework, place: Place): Problem {
  const category = nodes(framework).find(
    ({ kind, code }) => kind === 'category' && fold(code) === fold(written),
  );
  const codes = indicators(framework).map(({ code }) => code);
  const near = indicators(category ?? framework).map(({ code }) => code);
  return {
    code: `${topic}/unknown-indicator`,
    severity: 'error',
    place,
    value: written,
    what:
      category === undefined
        ? `there is no indicator ${quoted(written)}${didYouMean(written, codes)}`
        : `"${written}" is a category, computed from its indicators`,
    fix: `name an indicator${topic === 'certain' ? `, a category or "${ALL}"` : ''}: ${list(near, 6)}`,
  };
}
