// Points that fill a cube more evenly than random ones do: each new one lies where the earlier ones left
// room.
import { at } from '../at.ts';
import type { Random } from './random.ts';
import { directions } from './sobol-directions.ts';

/** How many coordinates a point may have. */
export const mostDimensions = directions.length;

/**
 * The first Sobol' points, in the order of Gray code: each differs from the one before by one direction
 * number.
 *
 *     xₙ = xₙ₋₁ ⊕ v of the number of zeros at the end of n in binary,  x₀ = 0
 *
 * Of 2ᵐ points each coordinate lies once in each of 2ᵐ equal intervals: means over them have errors near 1/n
 * where those over random points have 1/√n, if the function is smooth. Take a power of two; the first points
 * of many are the same as few, and the first coordinates of many likewise.
 *
 * Without a generator the points are the plain ones, the first of them all zeros. With one, all are moved by
 * a digital shift, one random number a coordinate, its binary digits added to theirs without carrying: as
 * evenly spread, other for another seed, right on average, and neither 0 nor 1 occurs.
 *
 * Shape: count × dimensions. More than 100 dimensions, or 2³² points, are a RangeError.
 *
 * @example sobolPoints(2, 4) // → [[0, 0], [0.5, 0.5], [0.75, 0.25], [0.25, 0.75]]
 * @example sobolPoints(1, 2, () => 0.75 + 2 ** -33) // → [[0.75 + 2 ** -33], [0.25 + 2 ** -33]]
 * @see Joe & Kuo (2008), SIAM J. Sci. Comput. 30; Antonov & Saleev (1979) for the order; Owen (2003) for the
 *   shift
 */
export function sobolPoints(dimensions: number, count: number, random?: Random): number[][] {
  if (dimensions > mostDimensions || count > 2 ** 32)
    throw new RangeError(
      `Sobol' points have at most ${mostDimensions} dimensions, and there are at most 2³² of them`,
    );
  const shift = Array.from({ length: dimensions }, () => random?.() ?? 0);
  const start = shift.map((x) => Math.floor(x * 2 ** 32));
  const below = shift.map((x, d) => x * 2 ** 32 - at(start, d));
  const steps = directions.slice(0, dimensions).map((direction) => directionNumbers(direction));
  let point = start;
  return Array.from({ length: count }, (_, n) => {
    // The lowest digit of n that is 1 is what changes from n − 1 to n in Gray code.
    if (n > 0) point = point.map((x, d) => x ^ at(at(steps, d), 31 - Math.clz32(n & -n)));
    return point.map((x, d) => ((x >>> 0) + at(below, d)) / 2 ** 32);
  });
}

/**
 * The 32 direction numbers of a dimension, as whole numbers of which 2³² would be 1.
 *
 *     vᵢ = mᵢ / 2ⁱ  up to the polynomial's degree s, then
 *     vᵢ = a₁vᵢ₋₁ ⊕ a₂vᵢ₋₂ ⊕ … ⊕ aₛvᵢ₋ₛ ⊕ vᵢ₋ₛ / 2ˢ,  a the coefficients after the leading 1
 *
 * @example directionNumbers([3, 1]).slice(0, 3).map((v) => (v >>> 0) / 2 ** 32) // → [0.5, 0.75, 0.625]
 */
export function directionNumbers([polynomial = 1, ...initial]: readonly number[]): number[] {
  const degree = initial.length;
  const numbers: number[] = [];
  for (let i = 0; i < 32; i += 1)
    numbers.push(i < degree ? at(initial, i) << (31 - i) : continued(polynomial, numbers.slice(i - degree)));
  return numbers;
}

/** The next direction number after as many as the polynomial's degree. */
function continued(polynomial: number, before: readonly number[]): number {
  const [oldest = 0] = before;
  return before.reduce(
    (next, v, j) => (((polynomial >>> j) & 1) === 1 ? next ^ v : next),
    oldest >>> before.length,
  );
}
