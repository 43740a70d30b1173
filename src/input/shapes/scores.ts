// Cells to scores: each indicator's column as numbers, ratings by the numbers that they stand for, and every
// cell that is neither as a problem.
import type { Column } from '../../math/statistics/column.ts';
import { normalisations, type Normalisation } from '../../methods/normalise/table.ts';
import { limits, nameOf, subjectOf, type Country, type Scale } from '../../model/edition.ts';
import { indicators, nodes, type Framework, type Indicator } from '../../model/framework.ts';
import type { FilePlace, Problem, Severity } from '../../model/problem.ts';
import type { Recipe } from '../../model/recipe.ts';
import { describeChoice, entryOf } from '../../model/registry.ts';
import { didYouMean, fold, nearest, quoted } from '../../model/words.ts';
import { findRating, isMissing, isNotFinite, numberMeant } from '../cells/score.ts';
import { isText, type Cells, type Sheet } from './sheet.ts';

export interface Scores {
  readonly columns: ReadonlyMap<string, Column>;
  /** The countries with the groups that the text columns put them in. */
  readonly countries: readonly Country[];
  readonly placeOf: (column: string | null, row: number | null) => FilePlace;
}

/** Reads the columns that a framework asks for; problems are added to the list. */
export function readScores(
  sheet: Sheet,
  framework: Framework,
  scales: readonly Scale[],
  recipe: Recipe,
  problems: Problem[],
): Scores {
  const taken = new Set(indicators(framework).flatMap((leaf) => cellsOf(sheet, leaf) ?? []));
  const unread = sheet.columns.filter((cells) => !taken.has(cells));
  const meant = new Set<Cells>();
  const columns = new Map<string, Column>();
  const sources = new Map<string, Cells>();
  for (const leaf of indicators(framework)) {
    const cells = cellsOf(sheet, leaf);
    if (cells === null) {
      const suggestion = nearest(
        leaf.column,
        unread.map(({ name }) => name),
      );
      for (const other of unread) if (other.name === suggestion) meant.add(other);
      problems.push(
        noColumn(sheet, leaf, suggestion, unread.find(({ name }) => name === suggestion)?.header),
      );
      continue;
    }
    if (columns.has(leaf.column)) continue;
    sources.set(leaf.column, cells);
    columns.set(
      leaf.column,
      readColumn(
        sheet,
        cells,
        leaf,
        scales.find(({ name }) => name === leaf.scale) ?? null,
        recipe,
        problems,
      ),
    );
  }
  for (const name of sizesOf(framework, recipe)) {
    const cells =
      sheet.columns.find((one) => one.name === name) ??
      sheet.columns.find((one) => fold(one.name) === fold(name));
    if (cells === undefined || columns.has(name)) continue;
    sources.set(name, cells);
    columns.set(
      name,
      sheet.countries.map((_, row) => cells.number(row)),
    );
  }
  const others = sheet.columns.filter((cells) => ![...sources.values()].includes(cells));
  const groups = others.filter(
    (cells) => isText(cells, sheet.countries.length) || fold(cells.name) === 'year',
  );
  problems.push(
    ...others
      .filter((cells) => !groups.includes(cells) && !meant.has(cells))
      .map((cells) => unusedColumn(cells, framework, sheet.file)),
  );
  return {
    columns,
    countries: sheet.countries.map((country, row) => ({
      ...country,
      groups: Object.fromEntries(groups.map((cells) => [cells.name, cells.text(row)])),
    })),
    placeOf: (column, row) => {
      const cells = column === null ? undefined : sources.get(column);
      const place =
        row === null ? cells?.header : cells === undefined ? sheet.columns[0]?.place(row) : cells.place(row);
      return place ?? { file: sheet.file };
    },
  };
}

/** The columns that scores are divided by. */
function sizesOf(framework: Framework, recipe: Recipe): Set<string> {
  return new Set(
    [recipe.denominate, ...indicators(framework).flatMap(({ denominate }) => denominate ?? [])].flatMap(
      ({ by }) => (typeof by === 'string' ? [by] : []),
    ),
  );
}

/**
 * The column an indicator reads: of that name to the letter, or but for case and hyphens, or of the
 * indicator's own name.
 */
function cellsOf(sheet: Sheet, { column, name }: Indicator): Cells | null {
  return (
    sheet.columns.find((cells) => cells.name === column) ??
    sheet.columns.find((cells) => fold(cells.name) === fold(column)) ??
    sheet.columns.find((cells) => fold(cells.name) === fold(name)) ??
    null
  );
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
  return sheet.countries.map((country, row) => {
    const number =
      cells.number(row) ?? (scale === null ? null : (findRating(scale, cells.text(row))?.value ?? null));
    if (number !== null && number >= range.low && number <= range.high) return number;
    if (number === null && (isMissing(cells.text(row)) || (scale === null && leaf.scale !== null)))
      return null;
    const whose = `${nameOf(country)}'s score for "${leaf.code}"`;
    const problem =
      number === null || !Number.isFinite(number)
        ? notAScore(whose, scale, cells.text(row))
        : outOfRange(whose, scale, number, range);
    // Looked up only now: finding a place walks through the text.
    const place = problem === null ? undefined : cells.place(row);
    if (problem !== null) {
      problems.push({
        ...problem,
        ...(place === undefined ? {} : { place }),
        ...subjectOf(country),
        indicator: leaf.code,
        value: cells.text(row),
      });
    }
    return number;
  });
}

/** What is wrong with a cell that holds no score; `instead` is what may be done if there is none. */
export function notAScore(
  whose: string,
  scale: Scale | null,
  text: string,
  instead = 'leave the cell empty and pass --missing skip',
): Problem {
  if (isNotFinite(text)) {
    return {
      code: 'scores/not-finite',
      severity: 'error',
      what: `${whose} is not finite: ${quoted(text)}`,
      fix: `write a number, or ${instead}`,
    };
  }
  if (scale !== null) {
    const words = scale.ratings.map(({ word }) => word);
    return {
      code: 'scores/unknown-rating',
      severity: 'error',
      what: `${whose} is no rating: ${quoted(text)}${didYouMean(text, words)}`,
      why: `its ratings are ${words.join(', ')}`,
      fix: `write one of them, or ${instead}`,
    };
  }
  const meant = numberMeant(text);
  const fix = `${meant === null ? 'write a number' : `write ${meant}`}, or ${instead}`;
  return {
    code: 'scores/not-a-number',
    severity: 'error',
    what: `${whose} is not a number: ${quoted(text)}`,
    fix,
  };
}

/** Where an indicator's scores may lie, and what a score outside is. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly severity: Severity | null;
  /** How to hold such scores at the limit, if that can be said. */
  readonly clipped: string | null;
}

/**
 * Beyond a scale of ratings nothing means anything; beyond goalposts only if the recipe says what to do
 * there.
 */
export function rangeOf(leaf: Indicator, scale: Scale | null, recipe: Recipe): Range {
  const choice = leaf.normalise ?? recipe.normalise;
  const { goalposts } = entryOf<Normalisation>(normalisations, choice);
  const ends = scale === null ? null : limits(scale);
  const low = ends?.low ?? leaf.low ?? (goalposts ? choice['low'] : null) ?? -Infinity;
  const high = ends?.high ?? leaf.high ?? (goalposts ? choice['high'] : null) ?? Infinity;
  const isSaid = scale === null && goalposts && typeof choice['clip'] === 'boolean';
  return {
    low: Number(low),
    high: Number(high),
    severity: isSaid ? null : scale === null && !goalposts ? 'warning' : 'error',
    clipped: goalposts ? describeChoice(normalisations, { ...choice, clip: true }) : null,
  };
}

/** What is wrong with a score outside its range, if anything is. */
export function outOfRange(
  whose: string,
  scale: Scale | null,
  score: number,
  { low, high, severity, clipped }: Range,
): Problem | null {
  if (severity === null) return null;
  return {
    code: 'scores/out-of-range',
    severity,
    what: `${whose} is out of range: ${score}`,
    why:
      scale === null
        ? rangeText(low, high)
        : `its ratings run from ${low} (${scale.ratings[0]?.word ?? ''}) to ${high} ` +
          `(${scale.ratings.at(-1)?.word ?? ''})`,
    fix:
      scale === null
        ? `correct it${clipped === null ? '' : `, or hold it at the limit: --normalise ${clipped}`}`
        : 'write a rating, or a number between them',
  };
}

export function rangeText(low: number, high: number): string {
  if (high === Infinity) return `it is scored ${low} or more`;
  return low === -Infinity ? `it is scored ${high} or less` : `it is scored ${low} to ${high}`;
}

function noColumn(
  { header, isLong }: Sheet,
  { code, column }: Indicator,
  suggestion: string | null,
  near: FilePlace | undefined,
): Problem {
  return {
    code: 'scores/no-column',
    severity: 'error',
    place: near ?? header,
    indicator: code,
    what:
      `the indicator "${code}" has no ${isLong ? 'rows' : 'column'} of ` +
      `scores${suggestion === null ? '' : `; did you mean "${suggestion}"?`}`,
    fix:
      `add ${isLong ? 'rows with the indicator' : 'a column'} "${column}", or name what it reads under ` +
      '"column" in indicators.csv',
  };
}

function unusedColumn({ name, header }: Cells, framework: Framework, file: string): Problem {
  const isCategory = nodes(framework).some(
    ({ kind, code }) => kind === 'category' && fold(code) === fold(name),
  );
  if (isCategory) {
    return {
      code: 'scores/unused-column',
      severity: 'warning',
      place: header ?? { file },
      value: name,
      what: `the column "${name}" is not used: "${name}" is a category, computed from what is under it`,
      fix: 'delete the column, or give its scores an indicator of their own',
    };
  }
  return {
    code: 'scores/unused-column',
    severity: 'warning',
    place: header ?? { file },
    value: name,
    what: `the column "${name}" is not in the framework and not used${didYouMean(
      name,
      indicators(framework).map(({ code }) => code),
    )}`,
    fix: 'add a row for it to indicators.csv, or delete the column',
  };
}
