// What can be wrong with a matrix of comparisons in pairs.
import type { FilePlace, Problem } from '../../../model/problem.ts';
import { count, list, quoted } from '../../../model/words.ts';
import { lineOf } from '../../files/positions.ts';

/** Two codes, and what one of them is compared with the other. */
export interface Pair {
  readonly a: string;
  readonly b: string;
}

export function notSquare(code: string, has: 'column' | 'row', place: FilePlace): Problem {
  const lacks = has === 'column' ? 'row' : 'column';
  return {
    code: 'weights/not-square',
    severity: 'error',
    place,
    value: code,
    what: `"${code}" has a ${has} and no ${lacks}`,
    why: 'rows and columns of the matrix must have the same codes',
    fix: `add its ${lacks}, or delete its ${has}`,
  };
}

export function noCode(place: FilePlace): Problem {
  return {
    code: 'weights/not-square',
    severity: 'error',
    place,
    what: 'the row of comparisons has no code',
    fix: 'write the code into the first cell, or delete the row',
  };
}

export function duplicateRow(code: string, place: FilePlace, first: FilePlace): Problem {
  return {
    code: 'weights/duplicate-code',
    severity: 'error',
    place,
    value: code,
    what: `"${code}" has two rows`,
    why: `the other row is line ${lineOf(first)}`,
    fix: 'delete one of them',
  };
}

export function notAComparison(a: string, b: string, text: string, place: FilePlace): Problem {
  return {
    code: 'weights/not-a-comparison',
    severity: 'error',
    place,
    value: text,
    what: `the comparison of "${a}" with "${b}" is not a positive number: ${quoted(text)}`,
    fix: `write how many times as important "${a}" is: 3, 1/3 or 0.333`,
  };
}

export function notItself(code: string, value: number, place: FilePlace): Problem {
  return {
    code: 'weights/not-reciprocal',
    severity: 'error',
    place,
    value: String(value),
    what: `"${code}" compared with itself is ${short(value)}`,
    fix: 'write 1, or leave the cell empty',
  };
}

/** `place` is that of the second of the two comparisons. */
export function notReciprocal({ a, b }: Pair, one: number, other: number, place: FilePlace): Problem {
  return {
    code: 'weights/not-reciprocal',
    severity: 'error',
    place,
    value: String(other),
    what: `"${a}" against "${b}" is ${short(one)}, but "${b}" against "${a}" is ${short(other)}`,
    why: 'each must be 1 divided by the other',
    fix: `write ${inverse(one)}, or leave the cell empty`,
  };
}

export function notCompared(
  lacking: readonly string[],
  compared: readonly string[],
  place: FilePlace,
): Problem {
  const siblings = list(compared, 8);
  const isOne = lacking.length === 1;
  const are = isOne ? `"${lacking.join('')}" is` : `${list(lacking, 8)} are`;
  return {
    code: 'weights/not-compared',
    severity: 'error',
    place,
    value: lacking.join(','),
    what: `${are} not compared with ${siblings}`,
    why: 'a category needs comparisons of all its children, or of none',
    fix: `add rows and columns for ${isOne ? 'it' : 'them'}, or delete those of ${siblings}`,
  };
}

export function emptyPair({ a, b }: Pair, place: FilePlace): Problem {
  return {
    code: 'weights/not-compared',
    severity: 'error',
    place,
    what: `"${a}" and "${b}" are not compared`,
    fix: 'write into one of their two cells how many times as important the row is as the column',
  };
}

export function notSiblings({ a, b }: Pair, pairs: number, place: FilePlace): Problem {
  const others = pairs - 1;
  const nor = others === 0 ? '' : `, nor ${others === 1 ? 'is' : 'are'} ${count(others, 'other pair')}`;
  return {
    code: 'weights/not-siblings',
    severity: 'warning',
    place,
    what: `"${a}" and "${b}" are compared, but are not siblings${nor}`,
    why: 'weights are relative to the siblings, so the comparison is ignored',
    fix: 'empty such cells',
  };
}

/** The comparison that is furthest from the weights found, and what they make of it. */
export interface FurthestComparison extends Pair {
  readonly written: number;
  readonly weighed: number;
  readonly place: FilePlace;
}

export function inconsistent(
  category: string,
  ratio: number,
  limit: number,
  { a, b, written, weighed, place }: FurthestComparison,
): Problem {
  return {
    code: 'weights/inconsistent',
    severity: 'warning',
    place,
    value: String(ratio),
    what:
      `the comparisons under "${category}" contradict each other: their consistency ratio is ` + short(ratio),
    why:
      `up to ${limit} is acceptable; the worst fit is "${a}" against "${b}": ${short(written)} where ` +
      `the weights give ${short(weighed)}`,
    fix: 'review the comparisons, starting with this one',
  };
}

/** As people write it: 1/3 rather than 0.333. */
function inverse(x: number): string {
  return Number.isInteger(x) ? `1/${x}` : short(1 / x);
}

function short(x: number): string {
  return String(Number(x.toPrecision(3)));
}
