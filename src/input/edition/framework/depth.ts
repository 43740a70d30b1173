// How many levels the rows of indicators.csv make.
import { of } from '../../../math/at.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Row } from './rows.ts';

/** What is computed level by level goes this deep on every machine. */
const MOST_LEVELS = 1500;

/** The first row that is under too many others, if one is; rows in a circle are told of elsewhere. */
export function depthProblems(rows: readonly Row[]): Problem[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const levels = new Map<Row, number>();
  for (const row of rows) {
    const path: Row[] = [];
    const seen = new Set<Row>();
    let above: Row | undefined = row;
    while (above !== undefined && !levels.has(above) && !seen.has(above)) {
      path.push(above);
      seen.add(above);
      above = byCode.get(above.parent);
    }
    // Of a row in a circle the level is not known, and does not matter.
    const base = (above === undefined ? undefined : levels.get(above)) ?? 0;
    for (const [i, one] of path.entries()) levels.set(one, base + path.length - i);
  }
  let deepest = 0;
  for (const level of levels.values()) deepest = Math.max(deepest, level);
  const first = rows.find((row) => of(levels, row) > MOST_LEVELS);
  return first === undefined ? [] : [tooDeep(first, deepest)];
}

function tooDeep(row: Row, levels: number): Problem {
  return {
    code: 'framework/too-deep',
    severity: 'error',
    place: row.place('parent'),
    indicator: row.code,
    what: `"${row.code}" lies too deep: the framework has ${levels} levels, and ${MOST_LEVELS} are allowed`,
    fix: `remove categories with a single child until ${MOST_LEVELS} levels are left`,
  };
}
