// Least squares under limits: the weights whose sums come nearest to given numbers, none negative, within a
// polytope.
import { at } from '../at.ts';
import type { Matrix } from './eigen.ts';
import { optimumOf, regionOf, type Constraint } from './linear-program.ts';
import { complement, nearestCombination } from './orthogonal.ts';
import { dot, magnitude } from './vector.ts';
import { euclideanLength } from '../statistics/stats.ts';

/** Far more steps than it takes. */
const MOST_STEPS = 2000;
const ZERO = 1e-11;
/** What sums are off by, as a share of what they are made of. */
const NOISE = 1e-14;

/** a·x ≥ b, with a of length 1. */
interface Limit {
  readonly normal: readonly number[];
  readonly bound: number;
}

/**
 * The x ≥ 0 within linear limits at which A x comes nearest to b; null if no x meets the limits.
 *
 *     min Σ (aᵢ·x − bᵢ)²
 *
 * An active-set method. It goes to the least of all x that have some limits for equations; a limit in the way
 * becomes one of these, and one whose multiplier is negative, so that leaving it lowers the sum, is let go.
 * It ends where the conditions of Karush, Kuhn and Tucker hold, which is at the least of all. Where several x
 * are equally near (fewer rows than unknowns, columns that depend on each other), one of them comes out. Rows
 * and columns of any length; A x is as exact as the columns are independent.
 *
 * Shapes: rows × variables, a target for each row; x has one number a variable.
 *
 * @example leastSquares([[1, 0], [0, 1]], [0.9, 0.3], [{ coefficients: [1, 1], relation: '=', bound: 1
 *   }]).map((x) => Number(x.toFixed(12))) // → [0.8, 0.2]
 * @example leastSquares([[1, 0], [0, 1]], [2, -1], []) // → [2, 0]
 * @see Lawson & Hanson (1974), Solving Least Squares Problems, chapter 23; Nocedal & Wright (2006), Numerical
 *   Optimization, section 16.5
 */
export function leastSquares(
  matrix: Matrix,
  target: readonly number[],
  constraints: readonly Constraint[],
): number[] | null {
  const variables = matrix[0]?.length ?? 0;
  const corner = regionOf(variables, constraints);
  if (corner === null) return null;
  const equations = constraints.flatMap((one) => (one.relation === '=' ? [limitOf(one)] : []));
  const limits = [
    ...unitLimits(variables),
    ...constraints.flatMap((one) => (one.relation === '=' ? [] : [limitOf(one)])),
  ];
  let x = [...optimumOf(corner).point];
  let binding: Limit[] = [];
  const scale = Math.max(magnitude(matrix.flat()), Number.MIN_VALUE);
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const residual = matrix.map((row, i) => dot(row, x) - at(target, i));
    const step = stepWithin(matrix, residual, [...equations, ...binding]);
    if (magnitude(step) > ZERO * Math.max(1, magnitude(x))) {
      const { share, blocking } = furthest(
        x,
        step,
        limits.filter((limit) => !binding.includes(limit)),
      );
      x = x.map((value, i) => value + share * at(step, i));
      if (blocking !== null) binding = [...binding, blocking];
      continue;
    }
    // Where A x meets b, what is left of the residual is noise, and so are the multipliers.
    const noise = NOISE * Math.max(magnitude(target), scale * magnitude(x));
    const leaving = mostNegative(
      gradientOf(matrix, residual),
      equations,
      binding,
      scale * Math.max(ZERO * magnitude(residual), noise, Number.MIN_VALUE) * matrix.length,
      steps > MOST_STEPS / 2,
    );
    if (leaving === null) return x.map((value) => Math.max(0, value));
    binding = binding.filter((limit) => limit !== leaving);
  }
  throw new Error('least squares did not come to an end');
}

/** x ≥ 0. */
function unitLimits(variables: number): Limit[] {
  return Array.from({ length: variables }, (_, i) => ({
    normal: Array.from({ length: variables }, (__, j) => (i === j ? 1 : 0)),
    bound: 0,
  }));
}

function limitOf({ coefficients, relation, bound }: Constraint): Limit {
  const length = (relation === '≤' ? -1 : 1) * Math.max(euclideanLength(coefficients), Number.MIN_VALUE);
  return { normal: coefficients.map((x) => x / length), bound: bound / length };
}

/** The step to the least sum of squares along which no binding limit moves. */
function stepWithin(matrix: Matrix, residual: readonly number[], binding: readonly Limit[]): number[] {
  const variables = matrix[0]?.length ?? 0;
  const free = complement(
    variables,
    binding.map(({ normal }) => normal),
  );
  // A direction in which A does nothing but by noise brings A x no nearer to b.
  const noise = ZERO * magnitude(matrix.flat());
  const columns = free
    .map((direction) => matrix.map((row) => dot(row, direction)))
    .map((column) => (magnitude(column) <= noise ? column.map(() => 0) : column));
  const along = nearestCombination(
    columns,
    residual.map((x) => -x),
  );
  return Array.from({ length: variables }, (_, i) =>
    dot(
      along,
      free.map((direction) => at(direction, i)),
    ),
  );
}

/** How much of a step can be taken before a limit is in the way, and which. */
function furthest(
  x: readonly number[],
  step: readonly number[],
  limits: readonly Limit[],
): { share: number; blocking: Limit | null } {
  let [share, blocking]: [number, Limit | null] = [1, null];
  const least = ZERO * magnitude(step);
  for (const limit of limits) {
    const change = dot(limit.normal, step);
    const room = change < -least ? Math.max(0, (limit.bound - dot(limit.normal, x)) / change) : Infinity;
    if (room < share) [share, blocking] = [room, limit];
  }
  return { share, blocking };
}

function gradientOf(matrix: Matrix, residual: readonly number[]): number[] {
  const [first = []] = matrix;
  return first.map((_, j) =>
    dot(
      matrix.map((row) => at(row, j)),
      residual,
    ),
  );
}

/** The binding limit that is most worth leaving, or null; the first one if it may go in circles. */
function mostNegative(
  gradient: readonly number[],
  equations: readonly Limit[],
  binding: readonly Limit[],
  tolerance: number,
  isCautious: boolean,
): Limit | null {
  const multipliers = nearestCombination(
    [...equations, ...binding].map(({ normal }) => normal),
    gradient,
  ).slice(equations.length);
  const negative = binding
    .map((limit, i) => ({ limit, multiplier: at(multipliers, i) }))
    .filter(({ multiplier }) => multiplier < -tolerance);
  const [first] = isCautious ? negative : negative.toSorted((a, b) => a.multiplier - b.multiplier);
  return first?.limit ?? null;
}
