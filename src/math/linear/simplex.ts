// The two ways in which the simplex method walks from corner to corner of a region: to where no constraint is
// missed, and to where the objective is greatest. Its loops read typed arrays with `?? 0`, which never
// applies, as they run by the million.
import { at } from '../at.ts';
import { FEASIBLE, objectiveOf, pivot, ZERO, type MutableDictionary } from './dictionary.ts';
import { largest } from '../statistics/stats.ts';

/** Gains below this share of the largest may be noise. */
const NOISE = 1e-7;

/**
 * The dual simplex method: keeps the objective's signs, makes all constants at least zero; false if that
 * cannot be.
 */
export function dualSimplex(dictionary: MutableDictionary): boolean {
  const { basic, nonbasic, rows } = dictionary;
  const constants = nonbasic.length;
  for (let steps = 0; ; steps += 1) {
    const isCautious = mayGoInCircles(steps, dictionary);
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
    const entering = enteringColumn(rows[leaving], objectiveOf(dictionary), nonbasic, isCautious);
    if (entering === -1) return false;
    pivot(dictionary, leaving, entering);
  }
}

/**
 * The primal simplex method: keeps the constants at least zero, makes the objective as great as it can be.
 */
export function primalSimplex(dictionary: MutableDictionary): void {
  const { basic, nonbasic, rows } = dictionary;
  const constants = nonbasic.length;
  for (let steps = 0; ; steps += 1) {
    const isCautious = mayGoInCircles(steps, dictionary);
    const objective = objectiveOf(dictionary);
    const scale = Math.max(Number.MIN_VALUE, largest(objective.subarray(0, constants).map(Math.abs)));
    let entering = -1;
    let most = ZERO * Math.max(1, scale);
    for (let j = 0; j < constants; j += 1) {
      const gain = objective[j] ?? 0;
      if (gain <= most || (isCautious && entering !== -1 && (nonbasic[j] ?? 0) > (nonbasic[entering] ?? 0)))
        continue;
      entering = j;
      if (!isCautious) most = gain;
    }
    if (entering === -1) return;
    const leaving = leavingRow(rows, basic, entering, constants, isCautious);
    if (leaving === -1) {
      // A gain without a limit that is next to nothing is what pivots on small coefficients leave.
      if (at(objective, entering) > NOISE * scale)
        throw new RangeError('the objective of a linear program has no limit');
      objective[entering] = 0;
      continue;
    }
    pivot(dictionary, leaving, entering);
  }
}

/**
 * The column that may enter where a row is short, at the least loss of the objective; of equal ones that with
 * the largest coefficient.
 */
function enteringColumn(
  row: Float64Array | undefined,
  objective: Float64Array,
  nonbasic: readonly number[],
  isCautious: boolean,
): number {
  let best = -1;
  let ratio = Infinity;
  for (let j = 0; j < nonbasic.length; j += 1) {
    const coefficient = row?.[j] ?? 0;
    if (coefficient <= ZERO) continue;
    const loss = Math.max(0, -(objective[j] ?? 0) / coefficient);
    const isLess = loss < ratio - ZERO;
    const isBetter = isCautious
      ? (nonbasic[j] ?? 0) < (nonbasic[best] ?? Infinity)
      : coefficient > (row?.[best] ?? 0);
    if (isLess || (loss <= ratio + ZERO && isBetter)) [best, ratio] = [j, Math.min(ratio, loss)];
  }
  return best;
}

/** The row that first reaches zero as a column enters; of equal ones that with the largest coefficient. */
function leavingRow(
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
function mayGoInCircles(steps: number, { basic, nonbasic }: MutableDictionary): boolean {
  const usual = 20 + 4 * (basic.length + nonbasic.length);
  if (steps > 100 * usual) throw new Error('the simplex method did not come to an end');
  return steps > usual;
}
