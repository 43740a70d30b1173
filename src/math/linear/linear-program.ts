// Linear programs of a few dozen variables, thousands of them in a row: maximise c·x subject to linear
// constraints and x ≥ 0. A dictionary is kept and grown by one constraint at a time, which costs a few pivots
// instead of a new start.

/** a·x ≤ b, a·x ≥ b or a·x = b. */
export interface Constraint {
  readonly coefficients: readonly number[];
  readonly relation: '≤' | '≥' | '=';
  readonly bound: number;
}

/** Where a linear program is at its best. */
export interface Optimum {
  readonly value: number;
  readonly point: readonly number[];
}

/**
 * A feasible region and its corner at hand, as Chvátal writes it: each basic variable as a constant plus a
 * combination of the nonbasic ones, which are zero in that corner. Variables 0 … n − 1 are those of the
 * program, the others slacks. The last row is the objective, the last column the constants.
 */
export interface Dictionary {
  readonly variables: number;
  readonly basic: readonly number[];
  readonly nonbasic: readonly number[];
  readonly rows: readonly Float64Array[];
}

interface Working {
  variables: number;
  basic: number[];
  nonbasic: number[];
  rows: Float64Array[];
}

/** Coefficients nearer to zero than this are noise: rows are scaled to a largest coefficient of 1. */
const ZERO = 1e-11;
/** A constraint is met if it is missed by no more than this, on the same scale. */
const FEASIBLE = 1e-10;

/**
 * The greatest value of c·x, or null if no x meets the constraints. All x are at least 0.
 *
 * Two phases of the simplex method: the dual one finds a corner, the primal one the best. Throws a RangeError
 * if the value has no limit.
 *
 * @example maximise([3, 2], [{ coefficients: [1, 1], relation: '≤', bound: 4 }, { coefficients: [1, 0],
 *   relation: '≤', bound: 3 }]) // → { value: 11, point: [3, 1] }
 * @see Chvátal (1983), Linear Programming
 */
export function maximise(objective: readonly number[], constraints: readonly Constraint[]): Optimum | null {
  const region = regionOf(objective.length, constraints);
  return region === null ? null : optimumOf(towards(region, objective));
}

/** A corner of the region that the constraints leave, or null if they leave none. */
export function regionOf(variables: number, constraints: readonly Constraint[]): Dictionary | null {
  const start: Working = {
    variables,
    basic: [],
    nonbasic: Array.from({ length: variables }, (_, i) => i),
    rows: [new Float64Array(variables + 1)],
  };
  for (const one of constraints) if (one.relation === '=' && !fix(start, one)) return null;
  for (const one of constraints) if (one.relation !== '=') append(start, one);
  return restore(start) ? start : null;
}

/** The same region, at the corner where c·x is greatest. */
export function towards(region: Dictionary, objective: readonly number[]): Dictionary {
  const copy = copyOf(region);
  copy.rows[copy.rows.length - 1] = inTermsOf(copy, objective, 0);
  climb(copy);
  return copy;
}

/**
 * What is left of a region at its best corner once further constraints hold, again at its best corner; null
 * if nothing is left.
 */
export function restrict(region: Dictionary, ...constraints: readonly Constraint[]): Dictionary | null {
  const copy = copyOf(region);
  for (const constraint of constraints) append(copy, constraint);
  return restore(copy) ? copy : null;
}

/**
 * The points of a region at its best corner that are as good, as a region of their own: what is zero in all
 * of them is taken out.
 */
export function bestFace(region: Dictionary): Dictionary {
  const objective = region.rows.at(-1);
  const kept = [...region.nonbasic.keys()].filter((j) => Math.abs(objective?.[j] ?? 0) <= ZERO);
  const rows = region.rows.map((row) => {
    const left = new Float64Array(kept.length + 1);
    for (let j = 0; j < kept.length; j += 1) left[j] = row[kept[j] ?? -1] ?? 0;
    left[kept.length] = row[region.nonbasic.length] ?? 0;
    return left;
  });
  return { ...region, nonbasic: kept.flatMap((j) => region.nonbasic[j] ?? []), rows };
}

/** Whether the equations of a region leave a variable no choice. */
export function isFixed({ basic, nonbasic, rows }: Dictionary, variable: number): boolean {
  const row = rows[basic.indexOf(variable)];
  return (
    !nonbasic.includes(variable) &&
    (row === undefined ||
      row.subarray(0, nonbasic.length).every((coefficient) => Math.abs(coefficient) <= ZERO))
  );
}

/** The corner at hand, and the value of the objective there. */
export function optimumOf({ variables, basic, nonbasic, rows }: Dictionary): Optimum {
  const point = Array.from({ length: variables }, () => 0);
  for (const [i, variable] of basic.entries())
    if (variable < variables) point[variable] = Math.max(0, rows[i]?.[nonbasic.length] ?? 0);
  return { value: rows.at(-1)?.[nonbasic.length] ?? Number.NaN, point };
}

function copyOf({ variables, basic, nonbasic, rows }: Dictionary): Working {
  return { variables, basic: [...basic], nonbasic: [...nonbasic], rows: rows.map((row) => row.slice()) };
}

/** a·x + constant, with the basic variables put in terms of the nonbasic ones. */
function inTermsOf(
  { variables, basic, nonbasic, rows }: Working,
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
function slackOf(dictionary: Working, { coefficients, relation, bound }: Constraint): Float64Array {
  const scale = Math.max(...coefficients.map(Math.abs), Number.MIN_VALUE);
  const sign = (relation === '≤' ? -1 : 1) / (Number.isFinite(1 / scale) ? scale : 1);
  return inTermsOf(
    dictionary,
    coefficients.map((x) => sign * x),
    -sign * bound,
  );
}

/** Adds an inequality, whose slack becomes basic; it may be negative. */
function append(dictionary: Working, constraint: Constraint): void {
  const slack = slackOf(dictionary, constraint);
  dictionary.basic.push(1 + Math.max(dictionary.variables - 1, ...dictionary.basic, ...dictionary.nonbasic));
  dictionary.rows.splice(-1, 0, slack);
}

/** Adds an equation, whose slack is zero for good; false if it contradicts those before. */
function fix(dictionary: Working, constraint: Constraint): boolean {
  append(dictionary, constraint);
  const row = dictionary.basic.length - 1;
  const slack = dictionary.rows[row] ?? new Float64Array();
  const width = dictionary.nonbasic.length;
  let column = -1;
  for (let j = 0; j < width; j += 1)
    if (Math.abs(slack[j] ?? 0) > Math.max(ZERO, Math.abs(slack[column] ?? 0))) column = j;
  if (column === -1) {
    dictionary.basic.pop();
    dictionary.rows.splice(row, 1);
    return Math.abs(slack[width] ?? 0) <= FEASIBLE;
  }
  pivot(dictionary, row, column);
  dictionary.nonbasic.splice(column, 1);
  dictionary.rows = dictionary.rows.map((one) => one.filter((_, j) => j !== column));
  return true;
}

/** Exchanges a basic variable for a nonbasic one. */
function pivot({ basic, nonbasic, rows }: Working, leaving: number, entering: number): void {
  const pivotRow = rows[leaving];
  if (pivotRow === undefined) return;
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

/**
 * The dual simplex method: keeps the objective's signs, makes all constants at least zero; false if that
 * cannot be.
 */
function restore(dictionary: Working): boolean {
  const { basic, nonbasic, rows } = dictionary;
  const constants = nonbasic.length;
  for (let steps = 0; ; steps += 1) {
    const isCautious = cautious(steps, dictionary);
    let leaving = -1;
    let least = -FEASIBLE;
    for (let i = 0; i < basic.length; i += 1) {
      const constant = rows[i]?.[constants] ?? 0;
      if (constant >= least || (isCautious && leaving !== -1 && (basic[i] ?? 0) > (basic[leaving] ?? 0)))
        continue;
      leaving = i;
      if (!isCautious) least = constant;
    }
    if (leaving === -1) return true;
    const entering = cheapest(rows[leaving], rows.at(-1), nonbasic, isCautious);
    if (entering === -1) return false;
    pivot(dictionary, leaving, entering);
  }
}

/**
 * The primal simplex method: keeps the constants at least zero, makes the objective as great as it can be.
 */
function climb(dictionary: Working): void {
  const { basic, nonbasic, rows } = dictionary;
  const constants = nonbasic.length;
  for (let steps = 0; ; steps += 1) {
    const isCautious = cautious(steps, dictionary);
    const objective = rows.at(-1);
    const scale = Math.max(Number.MIN_VALUE, ...(objective?.subarray(0, constants) ?? []).map(Math.abs));
    let entering = -1;
    let most = ZERO * Math.max(1, scale);
    for (let j = 0; j < constants; j += 1) {
      const gain = objective?.[j] ?? 0;
      if (gain <= most || (isCautious && entering !== -1 && (nonbasic[j] ?? 0) > (nonbasic[entering] ?? 0)))
        continue;
      entering = j;
      if (!isCautious) most = gain;
    }
    if (entering === -1) return;
    const leaving = tightest(rows, basic, entering, constants, isCautious);
    if (leaving === -1) throw new RangeError('the objective of a linear program has no limit');
    pivot(dictionary, leaving, entering);
  }
}

/**
 * The column that may enter where a row is short, at the least loss of the objective; of equal ones that with
 * the largest coefficient.
 */
function cheapest(
  row: Float64Array | undefined,
  objective: Float64Array | undefined,
  nonbasic: readonly number[],
  isCautious: boolean,
): number {
  let best = -1;
  let ratio = Infinity;
  for (let j = 0; j < nonbasic.length; j += 1) {
    const coefficient = row?.[j] ?? 0;
    if (coefficient <= ZERO) continue;
    const loss = Math.max(0, -(objective?.[j] ?? 0) / coefficient);
    const isLess = loss < ratio - ZERO;
    const isBetter = isCautious
      ? (nonbasic[j] ?? 0) < (nonbasic[best] ?? Infinity)
      : coefficient > (row?.[best] ?? 0);
    if (isLess || (loss <= ratio + ZERO && isBetter)) [best, ratio] = [j, Math.min(ratio, loss)];
  }
  return best;
}

/** The row that first reaches zero as a column enters; of equal ones that with the largest coefficient. */
function tightest(
  rows: readonly Float64Array[],
  basic: readonly number[],
  entering: number,
  constants: number,
  isCautious: boolean,
): number {
  let best = -1;
  let ratio = Infinity;
  for (let i = 0; i < basic.length; i += 1) {
    const coefficient = -(rows[i]?.[entering] ?? 0);
    if (coefficient <= ZERO) continue;
    const limit = Math.max(0, rows[i]?.[constants] ?? 0) / coefficient;
    const isLess = limit < ratio - ZERO;
    const isBetter = isCautious
      ? (basic[i] ?? 0) < (basic[best] ?? Infinity)
      : coefficient > -(rows[best]?.[entering] ?? 0);
    if (isLess || (limit <= ratio + ZERO && isBetter)) [best, ratio] = [i, Math.min(ratio, limit)];
  }
  return best;
}

/**
 * Whether so many steps were taken that it may go in circles: then the first that will do is taken (Bland's
 * rule), which cannot.
 */
function cautious(steps: number, { basic, nonbasic }: Working): boolean {
  const usual = 20 + 4 * (basic.length + nonbasic.length);
  if (steps > 100 * usual) throw new Error('the simplex method did not come to an end');
  return steps > usual;
}
