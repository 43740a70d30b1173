// Which columns of scores without a framework are indicators, on which scale they are rated, and why the
// others are none.
import type { Scale } from '../../../model/edition.ts';
import { fold } from '../../../model/words.ts';
import { beginsWithRating, countRatings, scaleOfWords, type ScaleMatch } from '../../cells/scales.ts';
import { isAlmostNumber, isMissing, isNotFinite, numberMeant } from '../../cells/score.ts';
import type { Cells, Sheet } from '../../shapes/sheet.ts';
import { isYear } from '../../shapes/years.ts';

/** A column that is taken for an indicator; without a scale it holds numbers. */
export interface ScoreColumn {
  readonly cells: Cells;
  readonly scale: Scale | null;
}

/**
 * Why a column is no indicator: it holds text, or codes; its name says that it is an earlier result, or that
 * it numbers the rows, which it does not; its numbers are years; or its numbers or its ratings cannot be
 * read.
 */
type Reason = 'text' | 'code' | 'result' | 'numbering' | 'years' | 'number' | 'rating';

export interface OtherColumn {
  readonly cells: Cells;
  readonly reason: Reason;
  /** The first row with a cell that cannot be read. */
  readonly row?: number;
}

export interface ScoreColumns {
  readonly scores: readonly ScoreColumn[];
  readonly others: readonly OtherColumn[];
}

/** Headers that never are indicators: of results, of running numbers, and of codes. */
const resultHeaders = new Set(['rank', 'ranking', 'score', 'total', 'total-score', 'overall-score']);
const numberingHeaders = /^(?:id|no|nr|#|row-?names|unnamed:-?\d+|\.\.\.\d+)$/;
/** Headers of years, if all numbers are some. */
const yearHeaders = /(?:^|-)(?:years?|yr|jahr|année|annee|año|anno|date|period)(?:-|$)/;
const codeHeaders = new Set([
  ...['iso', 'iso2', 'iso3', 'iso-2', 'iso-3', 'iso-code', 'alpha-2', 'alpha-3', 'm49', 'code', 'year'],
  // Attributes of SDMX, which say how a value is to be read.
  ...['obs-status', 'obs-flag', 'obs-conf', 'unit-measure', 'unit-mult', 'decimals'],
  // What is said of a score, and no score.
  'certain',
]);

export function findScoreColumns(sheet: Sheet, ownScales: readonly Scale[]): ScoreColumns {
  const rows = sheet.countries.length;
  const scores: ScoreColumn[] = [];
  const others: OtherColumn[] = [];
  for (const cells of sheet.columns) {
    const header = fold(cells.name);
    if (resultHeaders.has(header)) others.push({ cells, reason: 'result' });
    else if (codeHeaders.has(header)) others.push({ cells, reason: 'code' });
    else if (yearHeaders.test(header) && areYears(cells, rows)) others.push({ cells, reason: 'years' });
    else if (numberingHeaders.test(header))
      others.push({ cells, reason: isNumbering(cells, rows) ? 'code' : 'numbering' });
    else {
      const contents = contentsOf(cells, rows);
      const found = scoreColumn(cells, contents, ownScales);
      if (found === null) others.push(otherColumn(cells, contents, rows, ownScales));
      else scores.push(found);
    }
  }
  return { scores, others };
}

/** A column that is mostly ratings of one scale, or mostly numbers; null for text and for nothing. */
function scoreColumn(
  cells: Cells,
  { words, numbers }: Contents,
  ownScales: readonly Scale[],
): ScoreColumn | null {
  const match = matchOwnScale(words, ownScales) ?? scaleOfWords(words);
  if (match !== null && match.rated >= numbers && (match.rated + numbers) * 2 > words.length + numbers)
    return { cells, scale: match.scale };
  const isNumeric = numbers > words.length || (numbers > 0 && numbers === words.length);
  return isNumeric ? { cells, scale: null } : null;
}

/** Why a column is no indicator that would be one if most of its cells could be read. */
function otherColumn(
  cells: Cells,
  { words, numbers }: Contents,
  rows: number,
  ownScales: readonly Scale[],
): OtherColumn {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  /** The first row of those that are alike, if with the others they are at least half of the cells. */
  const firstLike = (isAlike: (word: string) => boolean, others: number): number | null => {
    const alike = [...counts].filter(([word]) => isAlike(word));
    const [first] = alike;
    const cellsAlike = alike.reduce((sum, [, count]) => sum + count, others);
    if (first === undefined || cellsAlike * 2 < words.length + numbers) return null;
    return [...Array(rows).keys()].find((row) => cells.text(row) === first[0]) ?? null;
  };
  const number = firstLike(isAlmostNumber, numbers);
  if (number !== null) return { cells, reason: 'number', row: number };
  const rating = firstLike((word) => beginsWithRating(word, ownScales), 0);
  return rating === null ? { cells, reason: 'text' } : { cells, reason: 'rating', row: rating };
}

/** Whether a column holds nothing but years. */
function areYears(cells: Cells, rows: number): boolean {
  return [...Array(rows).keys()].every((row) => isYear(cells.number(row)));
}

/** Whether a column holds whole numbers, or nothing, each row another one. */
function isNumbering(cells: Cells, rows: number): boolean {
  const numbers = [...Array(rows).keys()].map((row) => cells.number(row));
  return numbers.every(Number.isInteger) && new Set(numbers).size === rows;
}

/** The words in a column, and how many numbers there are. */
interface Contents {
  readonly words: readonly string[];
  readonly numbers: number;
}

function contentsOf(cells: Cells, rows: number): Contents {
  const words: string[] = [];
  let numbers = 0;
  for (let row = 0; row < rows; row += 1) {
    const text = cells.text(row);
    if (cells.number(row) !== null) numbers += 1;
    else if (!isMissing(text)) {
      // 40% and inf are mistaken numbers rather than words: they are reported, not passed over.
      if (numberMeant(text) !== null || isNotFinite(text)) numbers += 1;
      else words.push(text);
    }
  }
  return { words, numbers };
}

/** The first of an edition's own scales that has more than half of the words. */
function matchOwnScale(words: readonly string[], ownScales: readonly Scale[]): ScaleMatch | null {
  for (const scale of ownScales) {
    const rated = countRatings(scale, words);
    if (rated * 2 > words.length) return { scale, rated };
  }
  return null;
}
