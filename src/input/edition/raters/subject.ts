// Which columns raters.csv has, and which score of the edition each of its rows is about.
import type { Column } from '../../../math/statistics/column.ts';
import type { Country, Scale } from '../../../model/edition.ts';
import { indicators, nodes, type Framework, type Indicator } from '../../../model/framework.ts';
import type { Place, Problem } from '../../../model/problem.ts';
import type { Recipe } from '../../../model/recipe.ts';
import { didYouMean, fold, list, quoted } from '../../../model/words.ts';
import { foldName, type Countries } from '../../cells/countries.ts';
import type { CsvTable } from '../../files/csv.ts';
import { codeHeaders, nameHeaders } from '../../shapes/sheet.ts';

/** What the raters scored: the edition as far as it is read. */
export interface Scored {
  readonly framework: Framework;
  readonly scales: readonly Scale[];
  readonly recipe: Recipe;
  readonly countries: readonly Country[];
  readonly columns: ReadonlyMap<string, Column>;
  readonly placeOf: (column: string | null, row: number | null) => Place;
}

/** Where each column stands; -1 for one that is not there. */
export interface Header {
  readonly rater: number;
  readonly code: number;
  readonly name: number;
  readonly indicator: number;
  readonly value: number;
  readonly year: number;
  readonly confidence: number;
  readonly evidence: number;
}

/** Finds the columns; null if one that is needed is not there, which is added to the problems. */
export function findColumns(table: CsvTable, { countries }: Scored, problems: Problem[]): Header | null {
  const folded = table.header.map(fold);
  const at = (name: string) => folded.indexOf(name);
  const among = (names: readonly string[]) => folded.findIndex((name) => names.includes(name));
  const header: Header = {
    rater: at('rater'),
    code: among(codeHeaders),
    name: among(nameHeaders),
    indicator: at('indicator'),
    value: at('value'),
    year: countries.some((country) => yearOf(country) !== null) ? at('year') : -1,
    confidence: at('confidence'),
    evidence: at('evidence'),
  };
  const read = new Set(Object.values(header));
  const unread = table.header.filter((name, column) => name !== '' && !read.has(column));
  const isPanel = countries.some(({ year }) => year !== null);
  const missing = [
    ...(['rater', 'indicator', 'value'] as const).filter((name) => header[name] === -1),
    ...(header.code === -1 && header.name === -1 ? ['country'] : []),
    ...(isPanel && header.year === -1 ? ['year'] : []),
  ];
  problems.push(
    ...missing.map((name): Problem => ({
      code: 'raters/no-column',
      severity: 'error',
      place: table.place(-1),
      value: name,
      what: `the file has no column "${name}"${didYouMean(name, unread)}`,
      ...(name === 'year' ? { why: 'scores.csv has scores of several years' } : {}),
      fix:
        `add it; the columns are rater, country, indicator, value${isPanel ? ', year' : ''}, and if wanted ` +
        'confidence and evidence',
    })),
  );
  if (missing.length > 0) return null;
  problems.push(
    ...unread.map((name): Problem => ({
      code: 'raters/unused-column',
      severity: 'warning',
      place: table.place(-1, table.header.indexOf(name)),
      value: name,
      what: `the column "${name}" is not used`,
      ...(fold(name) === 'year' ? { why: 'scores.csv has no years' } : {}),
      fix:
        'delete it; what is read is rater, country, indicator, value, confidence, evidence and, if scores ' +
        'have years, year',
    })),
  );
  return header;
}

/** The year of a country's scores, in a panel or in a file that is all of one year. */
function yearOf({ year, groups }: Country): number | null {
  const [, written = ''] = Object.entries(groups).find(([name]) => fold(name) === 'year') ?? [];
  return year ?? (/^\d+$/.test(written) ? Number(written) : null);
}

function keyOf(code: string | null, name: string, year: number | null): string {
  return `${code ?? foldName(name)} ${year ?? ''}`;
}

/** Finds what a line is about; what is not there is reported once, however many lines are about it. */
export function finder(
  table: CsvTable,
  header: Header,
  { framework, countries }: Scored,
  known: Countries,
  problems: Problem[],
): { country(line: number): number | null; indicator(line: number): Indicator | null } {
  const rows = new Map(
    countries.map((country, row) => [
      keyOf(country.code, country.name, header.year === -1 ? null : yearOf(country)),
      row,
    ]),
  );
  const leaves = indicators(framework);
  const byName = new Map([
    ...leaves.map((leaf) => [fold(leaf.name), leaf] as const),
    ...leaves.map((leaf) => [fold(leaf.code), leaf] as const),
    ...leaves.toReversed().map((leaf) => [fold(leaf.column), leaf] as const),
  ]);
  const reported = new Set<string>();
  const report = (key: string, problem: () => Problem): null => {
    if (!reported.has(key)) problems.push(problem());
    reported.add(key);
    return null;
  };
  return {
    country(line) {
      const [column, written] = [header.code, header.name]
        .map((at): [number, string] => [at, at === -1 ? '' : table.text(line, at)])
        .find(([, text]) => text !== '') ?? [-1, ''];
      if (written === '')
        return report(`no country ${line}`, () => ({
          code: 'scores/no-country',
          severity: 'error',
          place: table.place(line),
          what: 'the row has no country',
          fix: 'name the country, or delete the row',
        }));
      const year = header.year === -1 ? null : table.number(line, header.year);
      if (header.year !== -1 && (year === null || !Number.isInteger(year)))
        return report(`no year ${line}`, () => notAYear(table, line, header.year));
      const code = known.recognise(written)?.code ?? null;
      const key = keyOf(code, written, year);
      return (
        rows.get(key) ??
        report(key, () => unknownCountry(written, year, countries, code, table.place(line, column)))
      );
    },
    indicator(line) {
      const written = table.text(line, header.indicator);
      if (written === '')
        return report(`no indicator ${line}`, () => ({
          code: 'scores/no-indicator',
          severity: 'error',
          place: table.place(line),
          what: 'the row names no indicator',
          fix: 'name it, or delete the row',
        }));
      return (
        byName.get(fold(written)) ??
        report(`indicator ${fold(written)}`, () =>
          unknownIndicator(written, framework, table.place(line, header.indicator)),
        )
      );
    },
  };
}

function notAYear(table: CsvTable, line: number, column: number): Problem {
  const text = table.text(line, column);
  return {
    code: 'scores/not-a-year',
    severity: 'error',
    place: table.place(line, column),
    value: text,
    what: text === '' ? 'the row has no year' : `the year is not a whole number: ${quoted(text)}`,
    fix: 'write a year such as 2024',
  };
}

function unknownCountry(
  written: string,
  year: number | null,
  countries: readonly Country[],
  code: string | null,
  place: Place,
): Problem {
  const namesakes = countries.filter(
    (country) => keyOf(country.code, country.name, null) === keyOf(code, written, null),
  );
  const isOtherYear = namesakes.length > 0;
  return {
    code: 'raters/unknown-country',
    severity: 'error',
    place,
    country: code ?? written,
    value: written,
    what: isOtherYear
      ? `scores.csv has no scores of ${namesakes[0]?.name ?? ''} of ${year ?? ''}`
      : `${quoted(written)} is not in scores.csv${
          code === null
            ? didYouMean(
                written,
                countries.map(({ name }) => name),
              )
            : ''
        }`,
    ...(isOtherYear
      ? { why: `it has those of ${list(namesakes.flatMap((country) => String(yearOf(country) ?? '')))}` }
      : {}),
    fix:
      `correct the ${isOtherYear ? 'year' : 'name'}, or add a row for it to scores.csv, if need be with ` +
      'empty cells',
  };
}

function unknownIndicator(written: string, framework: Framework, place: Place): Problem {
  const category = nodes(framework).find(
    ({ kind, code }) => kind === 'category' && fold(code) === fold(written),
  );
  return {
    code: 'raters/unknown-indicator',
    severity: 'error',
    place,
    value: written,
    what:
      category === undefined
        ? `there is no indicator ${quoted(written)}${didYouMean(
            written,
            indicators(framework).map(({ code }) => code),
          )}`
        : `"${written}" is a category, computed from what is under it`,
    fix: `name an indicator: ${list(
      indicators(category ?? framework).map(({ code }) => code),
      6,
    )}`,
  };
}
