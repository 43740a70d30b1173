// The spread inside any run of sorted numbers, at once and exactly enough for narrow runs far from 0.
import { at } from '../at.ts';

/**
 * Sums of squared deviations from the mean, of every run of some numbers, each counted as often as it occurs.
 *
 *     Σ n x² − (Σ n x)² / Σ n
 *
 * The sums run over all numbers up to a place, so that those of a run are differences of two. In doubles the
 * digits that tell would cancel out; so each sum is kept as two doubles, of which the second has what the
 * first is rounded by: 32 digits. Squares of the numbers must be neither too large nor too small for a
 * double.
 *
 * @example spreads([1, 2, 9], [1, 1, 2])(0, 1) // → 0.5
 * @see Dekker (1971), A floating-point technique for extending the available precision
 */
export function spreads(
  values: readonly number[],
  occurrences: readonly number[],
): (from: number, to: number) => number {
  const n = values.length + 1;
  const counts = new Float64Array(n);
  const [sums, sumRests] = [new Float64Array(n), new Float64Array(n)];
  const [squares, squareRests] = [new Float64Array(n), new Float64Array(n)];
  for (const [i, x] of values.entries()) {
    const times = at(occurrences, i);
    counts[i + 1] = at(counts, i) + times;
    const first = times * x;
    sums[i + 1] = at(sums, i) + first;
    sumRests[i + 1] =
      at(sumRests, i) + lostInSum(at(sums, i), first, at(sums, i + 1)) + lostInProduct(times, x, first);
    const square = x * x;
    const second = times * square;
    squares[i + 1] = at(squares, i) + second;
    squareRests[i + 1] =
      at(squareRests, i) +
      lostInSum(at(squares, i), second, at(squares, i + 1)) +
      lostInProduct(times, square, second) +
      times * lostInProduct(x, x, square);
  }
  return (from, to) => {
    const end = to + 1;
    const count = at(counts, end) - at(counts, from);
    const [sum, rest] = difference(sums, sumRests, from, end);
    const [squared, squaredRest] = difference(squares, squareRests, from, end);
    const product = sum * sum;
    const quotient = product / count;
    const back = quotient * count;
    const quotientRest =
      (product -
        back -
        lostInProduct(quotient, count, back) +
        lostInProduct(sum, sum, product) +
        2 * sum * rest) /
      count;
    return Math.max(0, squared - quotient + (squaredRest - quotientRest));
  };
}

function difference(
  firsts: Float64Array,
  rests: Float64Array,
  from: number,
  end: number,
): readonly [number, number] {
  const rounded = at(firsts, end) - at(firsts, from);
  const rest = lostInSum(at(firsts, end), -at(firsts, from), rounded) + at(rests, end) - at(rests, from);
  const sum = rounded + rest;
  return [sum, rest - (sum - rounded)];
}

/** What a + b is more than the double that it was rounded to. */
function lostInSum(a: number, b: number, sum: number): number {
  const added = sum - a;
  return a - (sum - added) + (b - added);
}

/** What a · b is more than the double that it was rounded to: by the halves of their digits. */
function lostInProduct(a: number, b: number, product: number): number {
  const [highA, highB] = [highHalf(a), highHalf(b)];
  const [lowA, lowB] = [a - highA, b - highB];
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}

function highHalf(x: number): number {
  const spreadOut = 134_217_729 * x; // 2²⁷ + 1
  return spreadOut - (spreadOut - x);
}
