// Weights from comparisons in pairs, for the analytic hierarchy process: the priorities of the children of
// each category that a file compares.
import { at } from '../../../math/at.ts';
import {
  comparisonsOf,
  consistencyRatio,
  furthestComparison,
  priorities,
} from '../../../methods/weight/ahp.ts';
import { categoriesBottomUp, type Category, type Framework } from '../../../model/framework.ts';
import { isError, type FilePlace, type Problem } from '../../../model/problem.ts';
import { entryOf, type Choice } from '../../../model/registry.ts';
import { weightings, type Weighting } from '../../../methods/weight/table.ts';
import { readTable, type CsvTable } from '../../files/csv.ts';
import type { DecimalMark } from '../../files/decimal.ts';
import { readSource, type SourceFile } from '../../files/files.ts';
import { decode } from '../../files/text.ts';
import {
  emptyPair,
  inconsistent,
  notCompared,
  notItself,
  notReciprocal,
  notSiblings,
  type Pair,
} from './comparison-problems.ts';
import { readMatrix, type ComparisonMatrix, type Entry } from './matrix.ts';
import type { WeightSet } from './sets.ts';

/** How far the product of two comparisons of a pair may be from 1: 0.333 will do for 1/3. */
const RECIPROCAL = 1e-2;
/** The consistency ratio that Saaty takes for good enough. */
const CONSISTENT = 0.1;

/** Reads the file of comparisons that a weighting takes, and finds its priorities; null if it takes none. */
export function readComparisonsFile(
  choice: Choice,
  framework: Framework,
  problems: Problem[],
  decimal: DecimalMark | null = null,
): { file: SourceFile; sets: Map<string, WeightSet> } | null {
  const path = entryOf<Weighting>(weightings, choice).comparedIn?.(choice);
  if (path === undefined) return null;
  const file = readSource(path);
  const table = readTable(path, decode(file), { isMatrix: true, decimal });
  return { file, sets: new Map([[comparisonsOf(path), readComparisons(table, framework, problems)]]) };
}

/** What stands in for a file that could not be read, once that has been reported: comparisons of nothing. */
export function withoutComparisons(choice: Choice): [string, WeightSet][] {
  const path = entryOf<Weighting>(weightings, choice).comparedIn?.(choice);
  return path === undefined ? [] : [[comparisonsOf(path), new Map()]];
}

/** The priorities of all the categories of which the matrix compares the children, summing to 1 in each. */
export function readComparisons(table: CsvTable, framework: Framework, problems: Problem[]): WeightSet {
  const weights = new Map<string, number>();
  const before = problems.length;
  const matrix = readMatrix(table, framework, problems);
  if (matrix === null) return weights;
  checkPairs(matrix, framework, problems);
  // What contradicts itself in one pair need not be told to do so in all.
  const isSound = !problems.slice(before).some(isError);
  for (const category of categoriesBottomUp(framework)) {
    const children = category.children.map(({ code }) => code);
    const compared = children.flatMap((code) => matrix.entries.find((entry) => entry.code === code) ?? []);
    if (compared.length === 0) continue;
    const codes = compared.map(({ code }) => code);
    const lacking = children.filter((code) => !codes.includes(code));
    if (lacking.length > 0) problems.push(notCompared(lacking, codes, table.place(-1)));
    else if (isSound)
      for (const [code, weight] of weighChildren(category, compared, matrix, problems))
        weights.set(code, weight);
  }
  return weights;
}

/** Both comparisons of a pair must say the same, and be of siblings. */
function checkPairs(matrix: ComparisonMatrix, framework: Framework, problems: Problem[]): void {
  const parents = new Map<string, string>();
  for (const { code, children } of categoriesBottomUp(framework))
    for (const child of children) parents.set(child.code, code);
  const strangers: { readonly pair: Pair; readonly place: FilePlace }[] = [];
  for (const [i, a] of matrix.entries.entries()) {
    for (const b of matrix.entries.slice(i)) {
      const areSiblings = parents.get(a.code) === parents.get(b.code);
      const first = matrix.written(a, b) ?? matrix.written(b, a);
      if (areSiblings) for (const problem of contradictions(matrix, a, b)) problems.push(problem);
      else if (first !== null) strangers.push({ pair: { a: a.code, b: b.code }, place: first.place });
    }
  }
  const [first] = strangers;
  if (first !== undefined) problems.push(notSiblings(first.pair, strangers.length, first.place));
}

/** What the two comparisons of a pair, or the one of something with itself, say against each other. */
function contradictions(matrix: ComparisonMatrix, a: Entry, b: Entry): Problem[] {
  const [one, other] = [matrix.written(a, b), matrix.written(b, a)];
  if (one === null || other === null || Math.abs(one.value * other.value - 1) <= RECIPROCAL) return [];
  if (a === b) return [notItself(a.code, one.value, one.place)];
  return [notReciprocal({ a: a.code, b: b.code }, one.value, other.value, other.place)];
}

/** The priorities of a category's children, by code; none if a pair of them is not compared. */
function weighChildren(
  { code: category }: Category,
  children: readonly Entry[],
  matrix: ComparisonMatrix,
  problems: Problem[],
): (readonly [string, number])[] {
  const empty = emptyPairs(children, matrix);
  for (const problem of empty) problems.push(problem);
  if (empty.length > 0) return [];
  const comparisons = children.map((a) => children.map((b) => matrix.ratio(a, b)));
  const ratio = consistencyRatio(comparisons);
  if (ratio > CONSISTENT) {
    const { row, column, ratio: weighed } = furthestComparison(comparisons);
    const [a, b] = [at(children, row), at(children, column)];
    const place = matrix.table.place(a.row, b.column);
    const written = matrix.ratio(a, b);
    const furthest = { a: a.code, b: b.code, written, weighed, place };
    problems.push(inconsistent(category, ratio, CONSISTENT, furthest));
  }
  const weights = priorities(comparisons);
  return children.map(({ code }, i) => [code, at(weights, i)]);
}

function emptyPairs(children: readonly Entry[], matrix: ComparisonMatrix): Problem[] {
  const problems: Problem[] = [];
  for (const [i, a] of children.entries())
    for (const b of children.slice(i + 1))
      if (matrix.written(a, b) === null && matrix.written(b, a) === null)
        problems.push(emptyPair({ a: a.code, b: b.code }, matrix.table.place(a.row, b.column)));
  return problems;
}
