// Problems as text: the place, what is wrong, the line it stands in, why, and how to mend it.
import type { Place, Problem, Severity } from '../model/problem.ts';
import { compareText, count } from '../model/words.ts';
import { wrap } from './layout.ts';
import { plainTheme, type Theme } from './theme.ts';
import { visible } from './visible.ts';
import { widthOf } from './width.ts';

const MOST = 20;

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
  return shown.join('\n');
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

function formatProblem(
  { code, severity, what, place, why, fix }: Problem,
  theme: Theme,
  width: number | null,
): string {
  const broken = (text: string) => (width === null ? text : wrap(text, width).join('\n'));
  if (severity === 'note')
    return `${broken(`${theme.note('note')}: ${visible(what)}${fix === undefined ? '' : theme.faint(` (${visible(fix)})`)}`)}\n`;
  const label = severity === 'error' ? theme.error(severity) : theme.warning(severity);
  const where = place === undefined ? '' : `${placeText(place)}: `;
  const lines = [
    broken(`${theme.strong(where)}${label}: ${visible(what)} ${theme.faint(`[${code}]`)}`),
    ...excerpt(place, theme),
  ];
  const hanging = (word: string, text: string) =>
    `  ${theme.faint(word)} ` +
    (width === null ? [visible(text)] : wrap(visible(text), width - 7)).join('\n       ');
  if (why !== undefined) lines.push(hanging('why:', why));
  if (fix !== undefined) lines.push(hanging('fix:', fix));
  return `${lines.join('\n')}\n`;
}

function placeText(place: Place): string {
  if ('argument' in place) return place.argument === '' ? '""' : visible(place.argument);
  const file = place.file === '-' ? '<stdin>' : place.file === '' ? '""' : visible(place.file);
  return [file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

/** The line with a mark under what is meant; of a long line, the part around it. */
function excerpt(place: Place | undefined, theme: Theme): string[] {
  if (place === undefined || !('file' in place)) return [];
  const { line, column, text, length = 1 } = place;
  if (line === undefined || column === undefined || text === undefined) return [];
  const characters = [...text];
  const from = column > 60 ? column - 40 : 1;
  const cut = characters.slice(from - 1, from + 71);
  const before = (from > 1 ? '…' : '') + visible(cut.slice(0, column - from).join(''));
  const marked = widthOf(visible(cut.slice(column - from, column - from + length).join('')));
  const shown = (from > 1 ? '…' : '') + visible(cut.join('')) + (characters.length > from + 70 ? '…' : '');
  const gutter = String(line).padStart(4);
  const bar = theme.faint('│');
  return [
    `${' '.repeat(gutter.length)} ${bar}`,
    `${theme.faint(gutter)} ${bar} ${shown}`,
    `${' '.repeat(gutter.length)} ${bar} ` +
      `${' '.repeat(widthOf(before))}${theme.error('^'.repeat(Math.max(1, marked)))}`,
  ];
}

function comparePlaces(a: Place | undefined, b: Place | undefined): number {
  const [left, right] = [a, b].map((place) =>
    place !== undefined && 'file' in place ? place : { file: '' },
  );
  return (
    compareText(left?.file ?? '', right?.file ?? '') ||
    (left?.line ?? 0) - (right?.line ?? 0) ||
    (left?.column ?? 0) - (right?.column ?? 0)
  );
}
