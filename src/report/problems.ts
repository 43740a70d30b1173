// Problems as text: the place, what is wrong, the line it stands in, why, and how to mend it.
import type { FilePlace, Place, Problem, Severity } from '../model/problem.ts';
import { compareText, count } from '../model/words.ts';
import { abridged, cut, wrap } from './layout.ts';
import { plainTheme, type Theme } from './theme.ts';
import { inert, visible } from './visible.ts';
import { widthOf } from './width.ts';

const MOST = 20;
const MOST_OF_PATH = 1000;

/** Characters of a line that are shown around a mark, and how many of them before it. */
const EXCERPT = 72;
const MOST_BEFORE = 60;
const KEPT_BEFORE = 40;

/**
 * All problems sorted by place, the first 20 in full and the others counted; sentences are broken to fit a
 * width, if one is given.
 */
export function formatProblems(
  problems: readonly Problem[],
  theme: Theme = plainTheme,
  width: number | null = null,
): string {
  const sorted = problems.toSorted(
    (a, b) => order(a.severity) - order(b.severity) || comparePlaces(a.place, b.place),
  );
  const shown = sorted.slice(0, MOST).map((problem) => formatProblem(problem, theme, width));
  const hidden = sorted.slice(MOST);
  if (hidden.length > 0) shown.push(`… and ${tally(hidden)}\n`);
  return inert(shown.join('\n'));
}

/** How many of each kind are not shown. */
function tally(problems: readonly Problem[]): string {
  return (['error', 'warning', 'note'] as const)
    .flatMap((severity) => {
      const amount = problems.filter((problem) => problem.severity === severity).length;
      return amount === 0 ? [] : [count(amount, `more ${severity}`)];
    })
    .join(', ');
}

/** Errors last: in a terminal they then stand just above the prompt. */
function order(severity: Severity): number {
  return { note: 0, warning: 1, error: 2 }[severity];
}

function formatProblem(problem: Problem, theme: Theme, width: number | null): string {
  return problem.severity === 'note'
    ? formatNote(problem, theme, width)
    : formatInFull(problem, theme, width);
}

/** What was assumed, in one sentence. */
function formatNote({ what, fix }: Problem, theme: Theme, width: number | null): string {
  const remedy = fix === undefined ? '' : theme.faint(` (${told(fix)})`);
  return `${broken(`${theme.note('note')}: ${told(what)}${remedy}`, width).join('\n')}\n`;
}

function formatInFull(problem: Problem, theme: Theme, width: number | null): string {
  const { code, severity, what, place, why, fix } = problem;
  const label = severity === 'error' ? theme.error(severity) : theme.warning(severity);
  const where = place === undefined ? '' : theme.strong(`${placeText(place)}: `);
  const lines = [
    ...broken(`${where}${label}: ${told(what)} ${theme.faint(`[${code}]`)}`, width),
    ...excerpt(place, theme),
  ];
  if (why !== undefined) lines.push(hanging('why:', why, theme, width));
  if (fix !== undefined) lines.push(hanging('fix:', fix, theme, width));
  return `${lines.join('\n')}\n`;
}

/** What is said, all of it visible and none of it endless. */
function told(sentence: string): string {
  return visible(abridged(sentence));
}

function broken(text: string, width: number | null): string[] {
  return width === null ? [text] : wrap(text, width);
}

/** A sentence after a word, its lines one under the other. */
function hanging(word: string, text: string, theme: Theme, width: number | null): string {
  const indent = ' '.repeat(word.length + 3);
  const lines = broken(told(text), width === null ? null : width - indent.length);
  return `  ${theme.faint(word)} ${lines.join(`\n${indent}`)}`;
}

function placeText(place: Place): string {
  if ('argument' in place) return place.argument === '' ? '""' : told(place.argument);
  const { file, line, column } = place;
  return [fileText(file), line, column].filter((part) => part !== undefined).join(':');
}

function fileText(file: string): string {
  if (file === '') return '""';
  return file === '-' ? '<stdin>' : visible(cut(file, MOST_OF_PATH));
}

/** The line with a mark under what is meant; of a long line, the part around it. */
function excerpt(place: Place | undefined, theme: Theme): string[] {
  if (place === undefined || !('file' in place)) return [];
  const { line, column, text, length = 1 } = place;
  if (line === undefined || column === undefined || text === undefined) return [];
  const { shown, before, marked } = aroundMark([...text], column, length);
  const number = String(line).padStart(4);
  const margin = ' '.repeat(number.length);
  const bar = theme.faint('│');
  const mark = theme.error('^'.repeat(Math.max(1, widthOf(marked))));
  return [
    `${margin} ${bar}`,
    `${theme.faint(number)} ${bar} ${shown}`,
    `${margin} ${bar} ${' '.repeat(widthOf(before))}${mark}`,
  ];
}

/** The part of a line that is shown, what of it stands before the mark, and what is marked. */
function aroundMark(
  characters: readonly string[],
  column: number,
  length: number,
): { shown: string; before: string; marked: string } {
  const from = column > MOST_BEFORE ? column - KEPT_BEFORE : 1;
  const part = characters.slice(from - 1, from - 1 + EXCERPT);
  const place = column - from;
  const start = from > 1 ? '…' : '';
  const end = characters.length >= from - 1 + EXCERPT ? '…' : '';
  return {
    shown: `${start}${visible(part.join(''))}${end}`,
    before: `${start}${visible(part.slice(0, place).join(''))}`,
    marked: visible(part.slice(place, place + length).join('')),
  };
}

function comparePlaces(a: Place | undefined, b: Place | undefined): number {
  const [left, right] = [filePlace(a), filePlace(b)];
  return (
    compareText(left.file, right.file) ||
    (left.line ?? 0) - (right.line ?? 0) ||
    (left.column ?? 0) - (right.column ?? 0)
  );
}

/** What stands in no file comes first. */
function filePlace(place: Place | undefined): FilePlace {
  return place !== undefined && 'file' in place ? place : { file: '' };
}
