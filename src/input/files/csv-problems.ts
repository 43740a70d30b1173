// What is wrong with the form of a CSV file, whatever its cells mean.
import { at } from '../../math/at.ts';
import type { FilePlace, Problem } from '../../model/problem.ts';
import { count, fold } from '../../model/words.ts';
import type { CellPosition, TableCells } from './csv-cells.ts';
import { findQuoteFault, lineOf, type Positions } from './positions.ts';

type PlaceOf = (row: number, column?: number) => FilePlace;

export function headerOnly(place: FilePlace): Problem {
  return {
    code: 'csv/header-only',
    severity: 'error',
    place,
    what: 'the file has a header but no rows',
    fix: 'add rows below it',
  };
}

/** `unnamed` columns at the beginning need no name. */
export function headerProblems(
  header: readonly string[],
  cells: TableCells,
  place: PlaceOf,
  unnamed: number,
): Problem[] {
  const problems: Problem[] = [];
  const firsts = new Map<string, number>();
  for (const [column, name] of header.entries()) {
    const folded = fold(name);
    const first = firsts.get(folded) ?? column;
    firsts.set(folded, first);
    if (name === '' && column >= unnamed && !cells.isEmpty(column))
      problems.push(unnamedColumn(column, place));
    if (name !== '' && first !== column) problems.push(duplicateColumn(name, first, column, place));
  }
  return problems;
}

function unnamedColumn(column: number, place: PlaceOf): Problem {
  return {
    code: 'csv/unnamed-column',
    severity: 'error',
    place: place(-1, column),
    what: `column ${column + 1} has cells but no name`,
    fix: 'name it in the header, or delete it',
  };
}

function duplicateColumn(name: string, first: number, second: number, place: PlaceOf): Problem {
  return {
    code: 'csv/duplicate-column',
    severity: 'error',
    place: place(-1, second),
    indicator: name,
    what: `two columns are called "${name}": column ${first + 1} and column ${second + 1}`,
    fix: 'rename one of them, or delete it',
  };
}

/** A problem a row; but if most rows have the same other number of cells, it is the header that is wrong. */
export function raggedProblems(
  { ragged, height }: TableCells,
  width: number,
  place: PlaceOf,
  delimiter: string,
): Problem[] {
  const lengths = new Set(ragged.values());
  if (ragged.size * 2 > height && ragged.size > 1 && lengths.size === 1)
    return [raggedHeader(width, at([...lengths], 0), place(-1))];
  return [...ragged].map(([row, length]) => raggedRow(width, length, delimiter, place(row)));
}

function raggedHeader(width: number, cells: number, place: FilePlace): Problem {
  return {
    code: 'csv/ragged-row',
    severity: 'error',
    place,
    what: `the header has ${count(width, 'cell')}, the rows have ${cells}`,
    fix:
      cells > width
        ? 'name every column, delete lines above the header, and quote numbers that contain a comma'
        : 'delete the surplus columns',
  };
}

function raggedRow(width: number, length: number, delimiter: string, place: FilePlace): Problem {
  const separator = delimiter === '\t' ? 'a tab' : `"${delimiter}"`;
  return {
    code: 'csv/ragged-row',
    severity: 'error',
    place,
    what: `the row has ${count(length, 'cell')}, the header has ${width}`,
    fix:
      length > width
        ? `put quotation marks around a cell that contains ${separator}`
        : 'add the missing cells (they may be empty), or delete the row',
  };
}

export function quoteProblem(file: string, text: string, delimiter: string, positions: Positions): Problem {
  const fault = findQuoteFault(text, delimiter);
  const place = fault === null ? { file } : positions.span(fault.at, fault.at + 1);
  if (fault?.kind === 'unterminated') {
    return {
      code: 'csv/unterminated-quote',
      severity: 'error',
      place,
      what: 'a quotation mark opens here and never closes',
      fix: 'close it, or delete it',
    };
  }
  return {
    code: 'csv/stray-quote',
    severity: 'error',
    place,
    what: 'a quotation mark is in the middle of a cell',
    fix: 'delete it, or quote the whole cell and double the marks inside it',
  };
}

/** The second of the two ways of writing numbers is the one that is reported. */
export function mixedDecimals(
  { firstComma, firstPoint, isPointDecimal }: TableCells,
  place: PlaceOf,
): Problem[] {
  if (firstComma === null || firstPoint === null) return [];
  const [first, second] = isBefore(firstComma, firstPoint)
    ? [firstComma, firstPoint]
    : [firstPoint, firstComma];
  const line = lineOf(place(first.row, first.column));
  return [
    {
      code: 'csv/mixed-decimals',
      severity: 'error',
      place: place(second.row, second.column),
      what: 'some numbers in the file have a decimal comma and some a decimal point',
      why: `the other kind is in line ${line}; 1.234 could then mean either`,
      fix:
        'write all of them in one ' +
        `way${isPointDecimal ? '' : ', or pass --decimal , if points separate thousands'}`,
    },
  ];
}

/** Numbers whose points may all part thousands, in a file whose writer may well part them so. */
export function ambiguousNumber(cells: TableCells, place: PlaceOf): Problem[] {
  const { firstComma, firstPoint, isPointDecimal } = cells;
  if (firstPoint === null || firstComma !== null || isPointDecimal) return [];
  const { row, column, text } = firstPoint;
  return [
    {
      code: 'csv/ambiguous-number',
      severity: 'error',
      place: place(row, column),
      value: text,
      what: `"${text}" can mean ${text} or ${text.replaceAll('.', '')}`,
      why: 'in a file with semicolons, points often separate thousands',
      fix: `pass --decimal . for ${text}, or --decimal , for ${text.replaceAll('.', '')}`,
    },
  ];
}

function isBefore(a: CellPosition, b: CellPosition): boolean {
  return a.row < b.row || (a.row === b.row && a.column < b.column);
}
