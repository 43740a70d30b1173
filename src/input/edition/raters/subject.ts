// Which score of the edition a row of raters.csv is about.
import type { Column } from '../../../math/statistics/column.ts';
import type { Country, Scale } from '../../../model/edition.ts';
import { indicators, nodes, type Framework, type Indicator } from '../../../model/framework.ts';
import type { Place, Problem } from '../../../model/problem.ts';
import type { Recipe } from '../../../model/recipe.ts';
import { didYouMean, fold, list, quoted } from '../../../model/words.ts';
import type { Countries } from '../../cells/countries.ts';
import { foldName } from '../../cells/fold-name.ts';
import type { CsvTable } from '../../files/csv.ts';
import { noCountry, noIndicator, notAYear } from '../../shapes/row-problems.ts';
import type { RaterColumns } from './columns.ts';

/** What the raters scored: the edition as far as it is read. */
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
  private readonly columns: RaterColumns;
  private readonly scored: Scored;
  private readonly countryNames: Countries;
  private readonly problems: Problem[];
  /** Rows of the edition, by country and year. */
  private readonly rows: ReadonlyMap<string, number>;
  private readonly leaves: ReadonlyMap<string, Indicator>;
  private readonly reported = new Set<string>();

  constructor(
    table: CsvTable,
    columns: RaterColumns,
    scored: Scored,
    countryNames: Countries,
    problems: Problem[],
  ) {
    this.table = table;
    this.columns = columns;
    this.scored = scored;
    this.countryNames = countryNames;
    this.problems = problems;
    const yearIn = ({ year }: Country) => (columns.year === null ? null : year);
    this.rows = new Map(
      scored.countries.map((country, row) => [keyOf(country.code, country.name, yearIn(country)), row]),
    );
    this.leaves = leavesByName(indicators(scored.framework));
  }

  /** The row of the edition that a line is about, or null. */
  row(line: number): number | null {
    const { table, columns } = this;
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
    if (code === null && !this.rows.has(key) && this.countryNames.isAggregate(written)) return null;
    return (
      this.rows.get(key) ??
      this.report(key, () => {
        const place = table.place(line, column);
        return unknownCountry({ written, code, year }, this.scored.countries, place);
      })
    );
  }

  /** The indicator that a line is about, or null. */
  leaf(line: number): Indicator | null {
    const { table, columns } = this;
    const written = table.text(line, columns.indicator);
    if (written === '') return this.report(`no indicator ${line}`, () => noIndicator(table.place(line)));
    return (
      this.leaves.get(fold(written)) ??
      this.report(`indicator ${fold(written)}`, () =>
        unknownIndicator(written, this.scored.framework, table.place(line, columns.indicator)),
      )
    );
  }

  private report(key: string, problem: () => Problem): null {
    if (!this.reported.has(key)) this.problems.push(problem());
    this.reported.add(key);
    return null;
  }
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

/** A country as a line of raters.csv has it. */
interface WrittenCountry {
  readonly written: string;
  readonly code: string | null;
  readonly year: number | null;
}

function unknownCountry(
  { written, code, year }: WrittenCountry,
  countries: readonly Country[],
  place: Place,
): Problem {
  const unknown = {
    code: 'raters/unknown-country',
    severity: 'error',
    place,
    country: code ?? written,
    value: written,
  } as const;
  const orAddRow = ', or add a row for it to scores.csv, if need be with empty cells';
  const namesakes = countries.filter(
    (country) => keyOf(country.code, country.name, null) === keyOf(code, written, null),
  );
  const [namesake] = namesakes;
  if (namesake !== undefined) {
    const years = namesakes.map(({ year: own }) => String(own ?? ''));
    return {
      ...unknown,
      what: `scores.csv has no scores of ${namesake.name} of ${year ?? ''}`,
      why: `it has those of ${list(years)}`,
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

function unknownIndicator(written: string, framework: Framework, place: Place): Problem {
  const category = nodes(framework).find(
    ({ kind, code }) => kind === 'category' && fold(code) === fold(written),
  );
  const codes = indicators(framework).map(({ code }) => code);
  const near = indicators(category ?? framework).map(({ code }) => code);
  return {
    code: 'raters/unknown-indicator',
    severity: 'error',
    place,
    value: written,
    what:
      category === undefined
        ? `there is no indicator ${quoted(written)}${didYouMean(written, codes)}`
        : `"${written}" is a category, computed from what is under it`,
    fix: `name an indicator: ${list(near, 6)}`,
  };
}
