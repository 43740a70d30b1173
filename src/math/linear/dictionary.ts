// A feasible region and one of its corners, as Chvátal writes them down, and what changes them: a new
// constraint, a pivot. Its loops run millions of times, so that they read typed arrays with `?? 0`, which
// never applies, and not through a function that throws.
import { at } from '../at.ts';
import { largest } from '../statistics/stats.ts';

/** a·x ≤ b, a·x ≥ b or a·x = b. */
export interface Constraint {
  readonly coefficients: readonly number[];
  readonly relation: '≤' | '≥' | '=';
  readonly bound: number;
}

/**
 * A feasible region and its corner at hand: each basic variable as a constant plus a combination of the
 * nonbasic ones, which are zero in that corner. Variables 0 … n − 1 are those of the program, the others
 * slacks. The last row is the objective, the last column the constants.
 *
 * @see Chvátal (1983), Linear Programming
 */
export interface Dictionary {
  readonly variables: number;
  readonly basic: readonly number[];
  readonly nonbasic: readonly number[];
  readonly rows: readonly Float64Array[];
}

/** A dictionary that is being worked on, in place. */
export interface MutableDictionary extends Dictionary {
  readonly basic: number[];
  readonly nonbasic: number[];
  rows: Float64Array[];
}

/** Coefficients nearer to zero than this are noise: rows are scaled to a largest coefficient of 1. */
export const ZERO = 1e-11;
/** A constraint is met if it is missed by no more than this, on the same scale. */
export const FEASIBLE = 1e-10;

/** The dictionary without any constraint but x ≥ 0, at the corner where all x are 0. */
export function unconstrained(variables: number): MutableDictionary {
  return {
    variables,
    basic: [],
    nonbasic: Array.from({ length: variables }, (_, i) => i),
    rows: [new Float64Array(variables + 1)],
  };
}

export function copyOf({ variables, basic, nonbasic, rows }: Dictionary): MutableDictionary {
  return { variables, basic: [...basic], nonbasic: [...nonbasic], rows: rows.map((row) => row.slice()) };
}

/** The row of the objective. */
export function objectiveOf({ rows }: Dictionary): Float64Array {
  const objective = rows.at(-1);
  if (objective === undefined) throw new RangeError('a dictionary has no objective');
  return objective;
}

/** a·x + constant, with the basic variables put in terms of the nonbasic ones. */
export function inNonbasicTerms(
  { variables, basic, nonbasic, rows }: Dictionary,
  coefficients: readonly number[],
  constant: number,
): Float64Array {
  const row = new Float64Array(nonbasic.length + 1);
  row[nonbasic.length] = constant;
  for (const [j, variable] of nonbasic.entries())
    if (variable < variables) row[j] = coefficients[variable] ?? 0;
  for (const [i, variable] of basic.entries()) {
    const factor = variable < variables ? (coefficients[variable] ?? 0) : 0;
    const from = rows[i];
    if (factor !== 0 && from !== undefined)
      for (let j = 0; j < row.length; j += 1) row[j] = (row[j] ?? 0) + factor * (from[j] ?? 0);
  }
  return row;
}

/** The slack of a constraint as a row: how far it is from being missed. */
function slackOf(dictionary: Dictionary, { coefficients, relation, bound }: Constraint): Float64Array {
  const scale = Math.max(largest(coefficients.map(Math.abs)), Number.MIN_VALUE);
  const sign = (relation === '≤' ? -1 : 1) / (Number.isFinite(1 / scale) ? scale : 1);
  return inNonbasicTerms(
    dictionary,
    coefficients.map((x) => sign * x),
    -sign * bound,
  );
}

/** Adds an inequality, whose slack becomes basic; it may be negative. Gives the row of that slack. */
export function addInequality(dictionary: MutableDictionary, constraint: Constraint): Float64Array {
  const slack = slackOf(dictionary, constraint);
  dictionary.basic.push(
    1 + Math.max(dictionary.variables - 1, largest(dictionary.basic), largest(dictionary.nonbasic)),
  );
  dictionary.rows.splice(-1, 0, slack);
  return slack;
}

/** Adds an equation, whose slack is zero for good; false if it contradicts those before. */
export function addEquation(dictionary: MutableDictionary, constraint: Constraint): boolean {
  const slack = addInequality(dictionary, constraint);
  const row = dictionary.basic.length - 1;
  const width = dictionary.nonbasic.length;
  let column = -1;
  let greatest = ZERO;
  for (let j = 0; j < width; j += 1) {
    const size = Math.abs(slack[j] ?? 0);
    if (size > greatest) [column, greatest] = [j, size];
  }
  if (column === -1) {
    dictionary.basic.pop();
    dictionary.rows.splice(row, 1);
    return Math.abs(at(slack, width)) <= FEASIBLE;
  }
  pivot(dictionary, row, column);
  dictionary.nonbasic.splice(column, 1);
  dictionary.rows = dictionary.rows.map((one) => one.filter((_, j) => j !== column));
  return true;
}

/** Exchanges a basic variable for a nonbasic one. */
export function pivot({ basic, nonbasic, rows }: MutableDictionary, leaving: number, entering: number): void {
  const pivotRow = rows[leaving];
  if (pivotRow === undefined) throw new RangeError(`a dictionary has no row ${leaving}`);
  const width = pivotRow.length;
  const factor = -1 / (pivotRow[entering] ?? Number.NaN);
  for (let j = 0; j < width; j += 1) pivotRow[j] = (pivotRow[j] ?? 0) * factor;
  pivotRow[entering] = -factor;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    const times = row?.[entering] ?? 0;
    if (i === leaving || row === undefined || times === 0) continue;
    row[entering] = 0;
    for (let j = 0; j < width; j += 1) row[j] = (row[j] ?? 0) + times * (pivotRow[j] ?? 0);
  }
  [basic[leaving], nonbasic[entering]] = [nonbasic[entering] ?? -1, basic[leaving] ?? -1];
}
