// Which columns of scores without a framework are indicators, and on which scale they are rated.
import type { Scale } from '../../../model/edition.ts';
import { fold } from '../../../model/words.ts';
import { countRatings, scaleOfWords, type ScaleMatch } from '../../cells/scales.ts';
import { isMissing, isNotFinite, numberMeant } from '../../cells/score.ts';
import type { Cells, Sheet } from '../../shapes/sheet.ts';

/** A column that is taken for an indicator; without a scale it holds numbers. */
export interface ScoreColumn {
  readonly cells: Cells;
  readonly scale: Scale | null;
}

export interface ScoreColumns {
  readonly scores: readonly ScoreColumn[];
  /** The names of the other columns. */
  readonly others: readonly string[];
}

/** Headers that never are indicators. */
const neverIndicators = new Set([
  'rank',
  'id',
  'year',
  'score',
  'total',
  'no',
  'nr',
  '#',
  'iso',
  'iso2',
  'iso3',
  'iso-2',
  'iso-3',
  'iso-code',
  'alpha-2',
  'alpha-3',
  'm49',
  'code',
  'certain',
]);

export function findScoreColumns(sheet: Sheet, ownScales: readonly Scale[]): ScoreColumns {
  const scores: ScoreColumn[] = [];
  const others: string[] = [];
  for (const cells of sheet.columns) {
    const isNever = neverIndicators.has(fold(cells.name));
    const found = isNever ? null : scoreColumn(cells, sheet.countries.length, ownScales);
    if (found === null) others.push(cells.name);
    else scores.push(found);
  }
  return { scores, others };
}

/** A column that is mostly ratings of one scale, or mostly numbers; null for text and for nothing. */
function scoreColumn(cells: Cells, rows: number, ownScales: readonly Scale[]): ScoreColumn | null {
  const { words, numbers } = contentsOf(cells, rows);
  const match = matchOwnScale(words, ownScales) ?? scaleOfWords(words);
  if (match !== null && match.rated >= numbers && (match.rated + numbers) * 2 > words.length + numbers)
    return { cells, scale: match.scale };
  const isNumeric = numbers > words.length || (numbers > 0 && numbers === words.length);
  return isNumeric ? { cells, scale: null } : null;
}

/** The words in a column, and how many numbers there are. */
function contentsOf(cells: Cells, rows: number): { words: string[]; numbers: number } {
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
