// A matrix of comparisons in pairs, for the analytic hierarchy process: codes down and across, and in each
// cell how many times as important the row is as the column.
import {
  comparisonsOf,
  consistencyRatio,
  furthestComparison,
  priorities,
} from '../../../methods/weight/ahp.ts';
import { categoriesBottomUp, nodes, type Category, type Framework } from '../../../model/framework.ts';
import { isError, type FilePlace, type Problem } from '../../../model/problem.ts';
import type { Choice } from '../../../model/registry.ts';
import { areAll, count, didYouMean, list, quoted } from '../../../model/words.ts';
import { readTable, type CsvTable } from '../../files/csv.ts';
import { readSource, type SourceFile } from '../../files/files.ts';
import { isMissing } from '../../cells/score.ts';
import { decode } from '../../files/text.ts';
import type { WeightSet } from './sets.ts';

/** How far the product of two comparisons of a pair may be from 1: 0.333 will do for 1/3. */
const RECIPROCAL = 1e-2;
/** The consistency ratio that Saaty takes for good enough. */
const CONSISTENT = 0.1;

/** Where a code stands in the first column, and where in the header; -1 if it does not. */
interface Entry {
  readonly code: string;
  readonly row: number;
  readonly column: number;
}

/** A cell that holds something: a positive number. */
type Cell = { readonly value: number; readonly place: FilePlace } | null;

/** Reads the file that `ahp` names, and finds its priorities; null for another weighting. */
export function readComparisonsFile(
  choice: Choice,
  framework: Framework,
  problems: Problem[],
): { file: SourceFile; sets: Map<string, WeightSet> } | null {
  const { method, file: path } = choice;
  if (method !== 'ahp' || typeof path !== 'string') return null;
  const file = readSource(path);
  return {
    file,
    sets: new Map([
      [
        comparisonsOf(path),
        readComparisons(readTable(path, decode(file), { isMatrix: true }), framework, problems),
      ],
    ]),
  };
}

/** What stands in for a file that could not be read, once that has been reported: comparisons of nothing. */
export function withoutComparisons({ method, file }: Choice): [string, WeightSet][] {
  return method === 'ahp' && typeof file === 'string' ? [[comparisonsOf(file), new Map()]] : [];
}

/** The priorities of all the categories of which the matrix compares the children, summing to 1 in each. */
export function readComparisons(table: CsvTable, framework: Framework, problems: Problem[]): WeightSet {
  const before = problems.length;
  const entries = readEntries(table, framework, problems);
  const weights = new Map<string, number>();
  if (problems.length > before) return weights;
  const cell = readCells(table, entries, problems);
  checkPairs(entries, cell, framework, problems);
  // What contradicts itself in one pair need not be told to do so in all.
  const isSound = !problems.slice(before).some(isError);
  for (const category of categoriesBottomUp(framework)) {
    const there = category.children.flatMap(({ code }) => entries.find((entry) => entry.code === code) ?? []);
    const lacking = category.children
      .filter(({ code }) => !there.some((entry) => entry.code === code))
      .map(({ code }) => code);
    if (there.length === 0) continue;
    if (lacking.length > 0) problems.push(notCompared(lacking, there, table));
    else if (isSound)
      for (const [code, weight] of weighChildren(category, there, table, cell, problems))
        weights.set(code, weight);
  }
  return weights;
}

/** The codes down and across, which must be the same, each once and in the framework. */
function readEntries(table: CsvTable, framework: Framework, problems: Problem[]): Entry[] {
  const known = nodes(framework)
    .slice(1)
    .map(({ code }) => code);
  const rows = [...Array(table.height).keys()].map((row) => table.text(row, 0));
  const across = table.header.slice(1);
  const codes = [...new Set([...rows, ...across])].filter((code) => code !== '');
  const entries = codes.map((code): Entry => ({
    code,
    row: rows.indexOf(code),
    column: across.indexOf(code) + 1 || -1,
  }));
  for (const { code, row, column } of entries) {
    const place = row === -1 ? table.place(-1, column) : table.place(row, 0);
    if (!known.includes(code)) problems.push(unknownCode(code, known, place));
    else if (row === -1 || column === -1)
      problems.push(notSquare(code, row === -1 ? 'column' : 'row', place));
  }
  for (const [row, code] of rows.entries()) {
    if (code === '') problems.push(noCode(table.place(row)));
    else if (rows.indexOf(code) < row)
      problems.push(twice(code, table.place(row, 0), table.place(rows.indexOf(code), 0)));
  }
  return entries;
}

/** All cells, each read once; an empty one is null. */
function readCells(
  table: CsvTable,
  entries: readonly Entry[],
  problems: Problem[],
): (a: Entry, b: Entry) => Cell {
  const cells = new Map(
    entries.flatMap((a) =>
      entries.map((b): [string, Cell] => [`${a.row} ${b.column}`, readCell(table, a, b, problems)]),
    ),
  );
  return (a, b) => cells.get(`${a.row} ${b.column}`) ?? null;
}

function readCell(table: CsvTable, a: Entry, b: Entry, problems: Problem[]): Cell {
  const text = table.text(a.row, b.column);
  if (isMissing(text)) return null;
  const value = readRatio(text, table.number(a.row, b.column));
  const place = table.place(a.row, b.column);
  if (value !== null) return { value, place };
  problems.push({
    code: 'weights/not-a-comparison',
    severity: 'error',
    place,
    value: text,
    what: `the comparison of "${a.code}" with "${b.code}" is not a positive number: ${quoted(text)}`,
    fix: `write how many times as important "${a.code}" is: 3, 1/3 or 0.333`,
  });
  return null;
}

/** 3, 0.333 or 1/3. */
function readRatio(text: string, number: number | null): number | null {
  const [, above, below] = /^(\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  const value = above === undefined ? number : Number(above) / Number(below);
  return value !== null && value > 0 && Number.isFinite(value) && Number.isFinite(1 / value) ? value : null;
}

/** Both comparisons of a pair must say the same, and be of siblings. */
function checkPairs(
  entries: readonly Entry[],
  cell: (a: Entry, b: Entry) => Cell,
  framework: Framework,
  problems: Problem[],
): void {
  const parents = new Map(
    categoriesBottomUp(framework).flatMap(({ code, children }) =>
      children.map((child) => [child.code, code] as const),
    ),
  );
  const strangers: { a: Entry; b: Entry; place: FilePlace }[] = [];
  for (const [i, a] of entries.entries()) {
    for (const b of entries.slice(i)) {
      const [one, other] = [cell(a, b), cell(b, a)];
      const isAlien = parents.get(a.code) !== parents.get(b.code);
      const first = one ?? other;
      if (isAlien && first !== null) strangers.push({ a, b, place: first.place });
      else if (one !== null && other !== null && Math.abs(one.value * other.value - 1) > RECIPROCAL)
        problems.push(notReciprocal(a, b, one, other));
    }
  }
  const [first] = strangers;
  if (first !== undefined) problems.push(notSiblings(first, strangers.length));
}

function weighChildren(
  { code }: Category,
  there: readonly Entry[],
  table: CsvTable,
  cell: (a: Entry, b: Entry) => Cell,
  problems: Problem[],
): (readonly [string, number])[] {
  const empty = there.flatMap((a, i) =>
    there
      .slice(i + 1)
      .filter((b) => (cell(a, b) ?? cell(b, a)) === null)
      .map((b) => ({ a, b })),
  );
  problems.push(...empty.map(({ a, b }) => emptyPair(a, b, table)));
  if (empty.length > 0) return [];
  // What stands on one side only, or not at all on the diagonal, follows from the other.
  const comparisons = there.map((a) => there.map((b) => cell(a, b)?.value ?? 1 / (cell(b, a)?.value ?? 1)));
  const ratio = consistencyRatio(comparisons);
  if (ratio > CONSISTENT) problems.push(inconsistent(code, ratio, comparisons, there, table));
  const weights = priorities(comparisons);
  return there.map((entry, i) => [entry.code, weights[i] ?? Number.NaN]);
}

function unknownCode(code: string, known: readonly string[], place: FilePlace): Problem {
  return {
    code: 'weights/unknown-code',
    severity: 'error',
    place,
    value: code,
    what: `the matrix compares "${code}", which is not in the framework${didYouMean(code, known)}`,
    fix: areAll('its code', known, 12),
  };
}

function notSquare(code: string, has: 'column' | 'row', place: FilePlace): Problem {
  const lacks = has === 'column' ? 'row' : 'column';
  return {
    code: 'weights/not-square',
    severity: 'error',
    place,
    value: code,
    what: `"${code}" has a ${has} and no ${lacks}`,
    why: 'a matrix of comparisons has the same codes down and across',
    fix: `add its ${lacks}, or delete its ${has}`,
  };
}

function noCode(place: FilePlace): Problem {
  return {
    code: 'weights/not-square',
    severity: 'error',
    place,
    what: 'the row of comparisons has no code',
    fix: 'write first in the row what is compared in it, or delete the row',
  };
}

function twice(code: string, place: FilePlace, other: FilePlace): Problem {
  return {
    code: 'weights/duplicate-code',
    severity: 'error',
    place,
    value: code,
    what: `"${code}" has two rows`,
    why: `the other row is line ${other.line ?? '?'}`,
    fix: 'delete one of them',
  };
}

function notReciprocal(a: Entry, b: Entry, one: NonNullable<Cell>, other: NonNullable<Cell>): Problem {
  const says = `"${a.code}" compared with "${b.code}" is ${short(one.value)}`;
  return a === b
    ? {
        code: 'weights/not-reciprocal',
        severity: 'error',
        place: one.place,
        value: String(one.value),
        what: `"${a.code}" compared with itself is ${short(one.value)}`,
        fix: 'write 1, or leave the cell empty',
      }
    : {
        code: 'weights/not-reciprocal',
        severity: 'error',
        place: other.place,
        value: String(other.value),
        what: `${says}, and the other way round ${short(other.value)}`,
        why: 'one must be 1 divided by the other',
        fix: `write ${inverse(one.value)}, or leave the cell empty`,
      };
}

function notCompared(lacking: readonly string[], there: readonly Entry[], table: CsvTable): Problem {
  const siblings = list(
    there.map((entry) => entry.code),
    8,
  );
  const [are, them] =
    lacking.length === 1 ? [`"${lacking.join('')}" is`, 'it'] : [`${list(lacking, 8)} are`, 'them'];
  return {
    code: 'weights/not-compared',
    severity: 'error',
    place: table.place(-1),
    value: lacking.join(','),
    what: `${are} not compared with ${siblings}`,
    why: 'they are siblings, and a category is weighed by comparisons of all of its children or not at all',
    fix: `add rows and columns for ${them}, or delete those of ${siblings}`,
  };
}

function emptyPair(a: Entry, b: Entry, table: CsvTable): Problem {
  return {
    code: 'weights/not-compared',
    severity: 'error',
    place: table.place(a.row, b.column),
    what: `"${a.code}" and "${b.code}" are not compared`,
    fix: 'write in one of their two cells how many times as important the row is as the column',
  };
}

function notSiblings({ a, b, place }: { a: Entry; b: Entry; place: FilePlace }, amount: number): Problem {
  return {
    code: 'weights/not-siblings',
    severity: 'warning',
    place,
    what:
      `"${a.code}" and "${b.code}" are compared and are not ` +
      `siblings${amount === 1 ? '' : `, nor ${amount === 2 ? 'is' : 'are'} ${count(amount - 1, 'other pair')}`}`,
    why: 'weights are relative to the siblings, so the comparison is not used',
    fix: 'leave such cells empty',
  };
}

function inconsistent(
  category: string,
  ratio: number,
  comparisons: readonly (readonly number[])[],
  there: readonly Entry[],
  table: CsvTable,
): Problem {
  const { row, column, ratio: weighed } = furthestComparison(comparisons);
  const [a, b] = [there[row], there[column]];
  return {
    code: 'weights/inconsistent',
    severity: 'warning',
    ...(a === undefined || b === undefined ? {} : { place: table.place(a.row, b.column) }),
    value: String(ratio),
    what:
      `the comparisons under "${category}" contradict each other: their consistency ratio is ` + short(ratio),
    why:
      `up to ${CONSISTENT} is taken for consistent enough; furthest from the weights found is ` +
      `"${a?.code ?? ''}" compared with "${b?.code ?? ''}", ` +
      `${short(comparisons[row]?.[column] ?? Number.NaN)} where they stand ${short(weighed)} to 1`,
    fix: 'think these comparisons over, beginning with that one',
  };
}

/** As people write it: 1/3 rather than 0.333. */
function inverse(x: number): string {
  return Number.isInteger(x) ? `1/${x}` : short(1 / x);
}

function short(x: number): string {
  return String(Number(x.toPrecision(3)));
}
