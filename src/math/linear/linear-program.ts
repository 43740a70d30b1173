// Linear programs of a few dozen variables, thousands of them in a row: maximise c·x subject to linear
// constraints and x ≥ 0. A dictionary is kept and grown by one constraint at a time, which costs a few pivots
// instead of a new start. The corner is read with `?? 0`, which never applies, as it is read after every
// program.
import { at } from '../at.ts';
import {
  addEquation,
  addInequality,
  copyOf,
  inNonbasicTerms,
  objectiveOf,
  unconstrained,
  ZERO,
  type Constraint,
  type Dictionary,
} from './dictionary.ts';
import { dualSimplex, primalSimplex } from './simplex.ts';

export type { Constraint, Dictionary } from './dictionary.ts';

/** Where a linear program is at its best. */
export interface Optimum {
  readonly value: number;
  readonly point: readonly number[];
}

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
  const start = unconstrained(variables);
  for (const one of constraints) if (one.relation === '=' && !addEquation(start, one)) return null;
  for (const one of constraints) if (one.relation !== '=') addInequality(start, one);
  return dualSimplex(start) ? start : null;
}

/** The same region, at the corner where c·x is greatest. */
export function towards(region: Dictionary, objective: readonly number[]): Dictionary {
  const copy = copyOf(region);
  copy.rows[copy.rows.length - 1] = inNonbasicTerms(copy, objective, 0);
  primalSimplex(copy);
  return copy;
}

/**
 * What is left of a region at its best corner once further constraints hold, again at its best corner; null
 * if nothing is left.
 */
export function restrict(region: Dictionary, ...constraints: readonly Constraint[]): Dictionary | null {
  const copy = copyOf(region);
  for (const constraint of constraints) addInequality(copy, constraint);
  return dualSimplex(copy) ? copy : null;
}

/**
 * The points of a region at its best corner that are as good, as a region of their own: what is zero in all
 * of them is taken out.
 */
export function bestFace(region: Dictionary): Dictionary {
  const objective = objectiveOf(region);
  const free = [...region.nonbasic.keys()].filter((j) => Math.abs(at(objective, j)) <= ZERO);
  const rows = region.rows.map((row) =>
    Float64Array.from([...free, region.nonbasic.length], (column) => at(row, column)),
  );
  return { ...region, nonbasic: free.map((j) => at(region.nonbasic, j)), rows };
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
export function optimumOf(dictionary: Dictionary): Optimum {
  const { variables, basic, nonbasic, rows } = dictionary;
  const point = Array.from({ length: variables }, () => 0);
  for (const [i, variable] of basic.entries())
    if (variable < variables) point[variable] = Math.max(0, rows[i]?.[nonbasic.length] ?? 0);
  return { value: at(objectiveOf(dictionary), nonbasic.length), point };
}
