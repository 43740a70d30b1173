// What is said of columns without a framework that are no indicators although they may be meant as such.
import type { Place, Problem } from '../../../model/problem.ts';
import { list, quoted } from '../../../model/words.ts';
import { numberMeant } from '../../cells/score.ts';
import { numberWith } from '../../files/decimal.ts';
import type { Sheet } from '../../shapes/sheet.ts';
import type { OtherColumn, ScoreColumns } from './columns.ts';

/** 2019, YR2019, X2019 as R writes it, 2019/20, and 2019 [YR2019] as the World Bank does. */
const yearHeading = /^(?:fy|yr|x|y)? ?(?:19|20)\d\d(?:\.0|[-/](?:19|20)?\d\d)?(?: *\[yr(?:19|20)\d\d\])?$/i;

/** Columns that are named by years are no indicators. */
export function yearsInHeadings(sheet: Sheet, { scores, others }: ScoreColumns): Problem[] {
  const likeNumbers = others.filter(({ reason }) => reason === 'number');
  const columns = [...scores, ...likeNumbers].filter(({ cells }) => yearHeading.test(cells.name.trim()));
  const [first] = columns;
  if (first === undefined) return [];
  const names = sheet.columns
    .filter((cells) => columns.some((column) => column.cells === cells))
    .map(({ name }) => name);
  return [
    {
      code: 'scores/years-in-headings',
      severity: 'error',
      place: first.cells.header ?? sheet.header,
      value: first.cells.name,
      what:
        names.length === 1
          ? `the column ${list(names)} is a year, not an indicator`
          : `the columns ${list(names, 8)} are years, not indicators`,
      fix: 'put the years into a column "year", as in country,year,value, or rename the columns',
    },
  ];
}

/** A warning for each column that may be meant as an indicator, one for all that are earlier results. */
export function droppedColumns(sheet: Sheet, others: readonly OtherColumn[]): Problem[] {
  const results = others.filter(({ reason }) => reason === 'result');
  const [result] = results;
  const dropped = result === undefined ? [] : [earlierResult(sheet, result, results)];
  return [...dropped, ...others.flatMap((other) => unread(sheet, other) ?? [])];
}

function earlierResult(sheet: Sheet, first: OtherColumn, results: readonly OtherColumn[]): Problem {
  const names = list(results.map(({ cells }) => `"${cells.name}"`));
  const isOne = results.length === 1;
  return {
    ...droppedAt(first.cells.header ?? sheet.header, first.cells.name),
    what: isOne
      ? `the column ${names} is ignored, because it looks like an earlier result`
      : `the columns ${names} are ignored, because they look like an earlier result`,
    fix: isOne ? 'rename it if it is an indicator' : 'rename them if they are indicators',
  };
}

function unread(sheet: Sheet, { cells, reason, row }: OtherColumn): Problem | null {
  const header = cells.header ?? sheet.header;
  const what = `the column "${cells.name}" is ignored, because `;
  if (reason === 'numbering')
    return {
      ...droppedAt(header, cells.name),
      what: `${what}its name suggests row numbers`,
      fix: 'rename it if it is an indicator',
    };
  if (reason === 'years')
    return {
      ...droppedAt(header, cells.name),
      what: `${what}its numbers are years`,
      fix: 'name it "year" if the scores are from these years',
    };
  if (row === undefined) return null;
  const text = cells.text(row);
  const dropped = droppedAt(cells.place(row) ?? header, text);
  return reason === 'number'
    ? { ...dropped, what: `${what}numbers such as ${quoted(text)} cannot be read`, fix: numberFix(text) }
    : {
        ...dropped,
        what: `${what}ratings such as ${quoted(text)} cannot be read`,
        fix: 'write only the rating, and put remarks into another column',
      };
}

function numberFix(text: string): string {
  const german = numberWith(',', text);
  if (german !== null) return `write ${german}, or pass --decimal , if all numbers have a decimal comma`;
  return `write ${numberMeant(text) ?? 'a number alone, such as 3.5'}`;
}

function droppedAt(place: Place, value: string) {
  return { code: 'scores/dropped-column', severity: 'warning', place, value } as const;
}

/** Why there is no indicator, by what the columns are instead. */
export function noIndicators({ header }: Sheet, others: readonly OtherColumn[]): Problem {
  const named = (reason: OtherColumn['reason']) =>
    others.filter((other) => other.reason === reason).map(({ cells }) => `"${cells.name}"`);
  const because = (names: readonly string[], one: string, many: string) =>
    names.length === 0 ? [] : [`${list(names, 8)} ${names.length === 1 ? one : many}`];
  const [text, read] = [named('text'), [...named('number'), ...named('rating')]];
  const reasons = [
    ...because(named('result'), 'looks like an earlier result', 'look like an earlier result'),
    ...because(named('code'), 'holds codes', 'hold codes'),
    ...because(named('numbering'), 'has a name like row numbers', 'have names like row numbers'),
    ...because(named('years'), 'holds years', 'hold years'),
    ...because(read, 'cannot be read', 'cannot be read'),
    ...because(text, 'is not mostly numbers or ratings', 'are not mostly numbers or ratings'),
  ];
  return {
    code: 'scores/no-indicators',
    severity: 'error',
    place: header,
    what: 'no column holds scores',
    why: reasons.length === 0 ? 'there is only the column of countries' : reasons.join('; '),
    fix: 'add a column of numbers or ratings for each indicator',
  };
}
