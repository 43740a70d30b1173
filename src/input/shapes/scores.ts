// Cells to scores: each indicator's column as numbers, ratings by the numbers that they stand for, and every
// cell that is neither as a problem.
import { remembered } from '../../math/remembered.ts';
import type { Column } from '../../math/statistics/column.ts';
import { nameOf, subjectOf, type Country, type Scale } from '../../model/edition.ts';
import { indicators, nodes, type Framework, type Indicator } from '../../model/framework.ts';
import type { FilePlace, Problem } from '../../model/problem.ts';
import type { Recipe } from '../../model/recipe.ts';
import { didYouMean, fold, nearest, possessive } from '../../model/words.ts';
import { outOfRange, rangeOf } from '../cells/range.ts';
import { numberOfRating } from '../cells/scales.ts';
import { isMissing, notAScore } from '../cells/score.ts';
import { isText, type Cells, type Sheet } from './sheet.ts';

export interface Scores {
  readonly columns: ReadonlyMap<string, Column>;
  /** The countries with the groups that the text columns put them in. */
  readonly countries: readonly Country[];
  readonly placeOf: (column: string | null, row: number | null) => FilePlace;
  /** What each column was read from. */
  readonly cells: ReadonlyMap<string, Cells>;
}

/** Reads the columns that a framework asks for; problems are added to the list. */
export function readScores(
  sheet: Sheet,
  framework: Framework,
  scales: readonly Scale[],
  recipe: Recipe,
  problems: Problem[],
): Scores {
  const leaves = indicators(framework);
  const asked = new Set(leaves.map((leaf) => cellsOf(sheet, leaf)));
  const unread = sheet.columns.filter((cells) => !asked.has(cells));
  const columns = new Map<string, Column>();
  const sources = new Map<string, Cells>();
  /** Columns that an indicator without scores was most likely meant to read. */
  const meant = new Set<Cells>();
  for (const leaf of leaves) {
    const cells = cellsOf(sheet, leaf);
    if (cells === null) {
      const near = nearestCells(unread, leaf);
      if (near !== null) meant.add(near);
      problems.push(noColumn(sheet, leaf, near));
    } else if (!columns.has(leaf.column)) {
      const scale = scales.find(({ name }) => name === leaf.scale) ?? null;
      sources.set(leaf.column, cells);
      columns.set(leaf.column, readColumn(sheet, cells, leaf, scale, recipe, problems));
    }
  }
  for (const name of sizesOf(framework, recipe)) {
    const cells = cellsNamed(sheet, name);
    if (cells === null || columns.has(name)) continue;
    sources.set(name, cells);
    columns.set(
      name,
      sheet.countries.map((_, row) => cells.number(row)),
    );
  }
  const read = new Set(sources.values());
  const others = sheet.columns.filter((cells) => !read.has(cells));
  const groups = new Set(others.filter((cells) => isText(cells, sheet.countries.length)));
  for (const cells of others)
    if (!groups.has(cells) && !meant.has(cells)) problems.push(unusedColumn(cells, framework, sheet.file));
  return {
    columns,
    countries: inGroups(sheet.countries, [...groups]),
    placeOf: (column, row) => placeOf(sheet, column === null ? null : sources.get(column), row),
    cells: sources,
  };
}

/** Where a score stands, or a row (`cells` is null), or the header of a column (no row). */
function placeOf(sheet: Sheet, cells: Cells | null | undefined, row: number | null): FilePlace {
  const file = { file: sheet.file };
  if (row === null) return cells?.header ?? file;
  return (cells ?? sheet.columns[0])?.place(row) ?? file;
}

function inGroups(countries: readonly Country[], groups: readonly Cells[]): Country[] {
  return countries.map((country, row) => ({
    ...country,
    groups: Object.fromEntries(groups.map((cells) => [cells.name, cells.text(row)])),
  }));
}

/** The columns that scores are divided by. */
function sizesOf(framework: Framework, recipe: Recipe): Set<string> {
  const choices = [recipe.denominate, ...indicators(framework).map(({ denominate }) => denominate)];
  return new Set(choices.map((choice) => choice?.['by']).filter((by) => typeof by === 'string'));
}

/**
 * The column an indicator reads: of that name to the letter, or but for case and hyphens, or of the
 * indicator's own name.
 */
function cellsOf(sheet: Sheet, { column, name }: Indicator): Cells | null {
  return cellsNamed(sheet, column) ?? foldedColumns(sheet.columns).get(fold(name)) ?? null;
}

/** The column of a name to the letter, or but for case and hyphens. */
function cellsNamed({ columns }: Sheet, name: string): Cells | null {
  return namedColumns(columns).get(name) ?? foldedColumns(columns).get(fold(name)) ?? null;
}

const namedColumns = remembered((columns: readonly Cells[]) => firstOfEach(columns, ({ name }) => name));
const foldedColumns = remembered((columns: readonly Cells[]) =>
  firstOfEach(columns, ({ name }) => fold(name)),
);

function firstOfEach(columns: readonly Cells[], keyOf: (cells: Cells) => string): Map<string, Cells> {
  // Of two with the same key, the one that is entered last stays.
  return new Map(columns.toReversed().map((cells) => [keyOf(cells), cells]));
}

/** The column that is called most like what an indicator reads. */
function nearestCells(columns: readonly Cells[], { column }: Indicator): Cells | null {
  const suggestion = nearest(
    column,
    columns.map(({ name }) => name),
  );
  return columns.find(({ name }) => name === suggestion) ?? null;
}

function readColumn(
  sheet: Sheet,
  cells: Cells,
  leaf: Indicator,
  scale: Scale | null,
  recipe: Recipe,
  problems: Problem[],
): Column {
  const range = rangeOf(leaf, scale, recipe);
  const isScaleUnknown = scale === null && leaf.scale !== null;
  return sheet.countries.map((country, row) => {
    const number = cells.number(row) ?? numberOfRating(scale, cells.text(row));
    if (number !== null && number >= range.low && number <= range.high) return number;
    const text = cells.text(row);
    if (number === null && (isMissing(text) || isScaleUnknown)) return null;
    const whose = `${possessive(nameOf(country))} score for "${leaf.code}"`;
    const problem =
      number === null || !Number.isFinite(number)
        ? notAScore(whose, scale, text)
        : outOfRange(whose, scale, number, range);
    if (problem !== null) {
      // Looked up only now: finding a place walks through the text.
      const place = cells.place(row);
      problems.push({
        ...problem,
        ...(place === undefined ? {} : { place }),
        ...subjectOf(country),
        indicator: leaf.code,
        value: text,
      });
    }
    return number;
  });
}

function noColumn({ header, isLong }: Sheet, { code, column }: Indicator, near: Cells | null): Problem {
  return {
    code: 'scores/no-column',
    severity: 'error',
    place: near?.header ?? header,
    indicator: code,
    what:
      `the indicator "${code}" has no ${isLong ? 'rows' : 'column'} of ` +
      `scores${near === null ? '' : `; did you mean "${near.name}"?`}`,
    fix:
      `add ${isLong ? 'rows with the indicator' : 'a column'} "${column}", or name what it reads under ` +
      '"column" in indicators.csv',
  };
}

function unusedColumn({ name, header }: Cells, framework: Framework, file: string): Problem {
  const unused = {
    code: 'scores/unused-column',
    severity: 'warning',
    place: header ?? { file },
    value: name,
  } as const;
  const isCategory = nodes(framework).some(
    ({ kind, code }) => kind === 'category' && fold(code) === fold(name),
  );
  if (isCategory)
    return {
      ...unused,
      what: `the column "${name}" is ignored: "${name}" is a category, computed from its indicators`,
      fix: 'delete the column, or add an indicator for its scores',
    };
  const codes = indicators(framework).map(({ code }) => code);
  return {
    ...unused,
    what: `the column "${name}" is ignored, because it is not in the framework${didYouMean(name, codes)}`,
    fix: 'add a row for it to indicators.csv, or delete the column',
  };
}
