// Whether the rows of indicators.csv make a tree: codes that differ, and parents that exist.
import { at } from '../../../math/at.ts';
import { ROOT_CODE } from '../../../model/framework.ts';
import type { Problem } from '../../../model/problem.ts';
import { didYouMean, fold, list } from '../../../model/words.ts';
import { lineOf } from '../../files/positions.ts';
import { isCode, isKept } from './codes.ts';
import { leafColumns, type Row } from './rows.ts';

export function checkCodes(rows: readonly Row[], problems: Problem[]): void {
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const { code } = row;
    const first = seen.get(fold(code));
    if (code === '') problems.push(noCode(row));
    else if (first !== undefined) problems.push(duplicateCode(row, first));
    else if (!isCode(code)) problems.push(badCode(row));
    if (first === undefined) seen.set(fold(code), row);
  }
}

export function checkParents(rows: readonly Row[], problems: Problem[]): void {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const parents = new Set(rows.map(({ parent }) => parent));
  const inCycle = new Set<string>();
  const rooted = new Set<string>();
  for (const row of rows) {
    if (row.code === '') continue;
    if (row.parent !== '' && row.parent !== ROOT_CODE && !byCode.has(row.parent))
      problems.push(unknownParent(row, [...byCode.keys()]));
    const isParent = parents.has(row.code);
    if (row.code === ROOT_CODE && !isParent) problems.push(codeOfIndex(row));
    const cycle = inCycle.has(row.code) ? null : cycleFrom(row, byCode, rooted);
    if (cycle !== null) {
      for (const code of cycle) inCycle.add(code);
      problems.push(circle(row, cycle));
    }
    const filled = leafColumns.filter((column) => row.text(column) !== '');
    if (!inCycle.has(row.code) && isParent && filled.length > 0)
      problems.push(parentIsIndicator(row, filled));
  }
}

/** The codes from a row up its parents back to itself, or null; notes those that come to a top. */
function cycleFrom(row: Row, byCode: ReadonlyMap<string, Row>, rooted: Set<string>): string[] | null {
  const path = new Set([row.code]);
  for (let above = byCode.get(row.parent); above !== undefined; above = byCode.get(above.parent)) {
    if (above.code === row.code) return [...path];
    if (path.has(above.code)) return null;
    if (rooted.has(above.code)) break;
    path.add(above.code);
  }
  for (const code of path) rooted.add(code);
  return null;
}

function noCode(row: Row): Problem {
  return {
    code: 'framework/no-code',
    severity: 'error',
    place: row.place('code'),
    what: 'the row has no code',
    fix: 'give it a short code, such as "offence"',
  };
}

function duplicateCode(row: Row, first: Row): Problem {
  return {
    code: 'framework/duplicate-code',
    severity: 'error',
    place: row.place('code'),
    indicator: row.code,
    what:
      first.code === row.code
        ? `the code "${row.code}" is used twice`
        : `the codes "${first.code}" and "${row.code}" differ only in case or hyphens`,
    why: `line ${lineOf(first.place('code'))} has it already`,
    fix: 'give one of them another code; two indicators can read the same scores with "column"',
  };
}

function badCode(row: Row): Problem {
  if (isKept(row.code))
    return {
      code: 'framework/bad-code',
      severity: 'error',
      place: row.place('code'),
      value: row.code,
      what: `JavaScript keeps the name "${row.code}" for itself`,
      fix: 'give it another code',
    };
  return {
    code: 'framework/bad-code',
    severity: 'error',
    place: row.place('code'),
    value: row.code,
    what: `the code "${row.code}" cannot be typed on a command line`,
    fix: 'use letters, digits, "_", "-" and "."; the column "name" takes any text',
  };
}

function codeOfIndex(row: Row): Problem {
  return {
    code: 'framework/bad-code',
    severity: 'error',
    place: row.place('code'),
    value: ROOT_CODE,
    what: `the code "${ROOT_CODE}" is reserved for the whole index`,
    fix: 'give the indicator another code',
  };
}

function unknownParent(row: Row, codes: readonly string[]): Problem {
  const { code, parent } = row;
  return {
    code: 'framework/unknown-parent',
    severity: 'error',
    place: row.place('parent'),
    indicator: code,
    value: parent,
    what: `the parent of "${code}", "${parent}", is not in the framework${didYouMean(parent, codes)}`,
    fix: `add a row with the code "${parent}", or leave the parent empty for the top level`,
  };
}

function circle(row: Row, cycle: readonly string[]): Problem {
  return {
    code: 'framework/cycle',
    severity: 'error',
    place: row.place('parent'),
    indicator: row.code,
    what: `the parents form a circle: ${[...cycle, row.code].join(' → ')}`,
    fix: 'empty the parent of one of them',
  };
}

function parentIsIndicator(row: Row, filled: readonly (typeof leafColumns)[number][]): Problem {
  const names = list(filled.map((column) => `"${column}"`));
  return {
    code: 'framework/parent-is-indicator',
    severity: 'error',
    place: row.place(at(filled, 0)),
    indicator: row.code,
    what: `"${row.code}" has indicators below it, so it cannot have its own ${names}`,
    fix: 'empty the cell, or add an indicator for these scores below it',
  };
}
