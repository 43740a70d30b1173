// How much of an outcome's variation comes from each uncertain input: alone, and with all that it does
// together with others.
import { at } from '../at.ts';
import type { Column } from './column.ts';
import { quantile } from './quantiles.ts';
import { randomOf } from '../random/random.ts';
import { sobolPoints } from '../random/sobol-points.ts';
import { mean } from './stats.ts';
import { magnitude } from '../linear/vector.ts';

/**
 * The points at which to evaluate, each a number between 0 and 1 an input: n blocks of inputs + 2 points.
 *
 *     block j:  aⱼ,  bⱼ,  and for each input i the point aⱼ with its i-th coordinate taken from bⱼ
 *
 * (a, b) is a Sobol' point of twice the inputs' dimensions, shifted by the seed. What a coordinate means is
 * the caller's: ⌊4u⌋ chooses among four methods. Take a power of two for n. The points may be evaluated in
 * any order; the first blocks of a larger design are the smaller one.
 *
 * Shape: n (inputs + 2) × inputs. More than 50 inputs are a RangeError.
 *
 * @example sobolDesign(3, 8, 1).length // → 40
 * @see Saltelli and others (2010), Variance based sensitivity analysis of model output, Computer Physics
 *   Communications 181
 */
export function sobolDesign(inputs: number, n: number, seed: number): number[][] {
  return sobolPoints(2 * inputs, n, randomOf(seed, 0)).flatMap((point) => {
    const [a, b] = [point.slice(0, inputs), point.slice(inputs)];
    return [a, b, ...a.map((_, i) => a.with(i, at(b, i)))];
  });
}

/** An estimate, and the limits within which 90 % of its bootstrap resamples are. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Of each input its two indices, null where nothing varies; and how many blocks were used and left out. */
export interface Sensitivity {
  readonly first: readonly (Estimate | null)[];
  readonly total: readonly (Estimate | null)[];
  readonly used: number;
  readonly failed: number;
}

/**
 * Sobol' indices of an outcome that was evaluated at the points of a design, in their order.
 *
 *     first:  Sᵢ = mean of (f(b) − f₀)(f(abᵢ) − f(a)) / V    the share of the variance of input i alone
 *     total:  Tᵢ = mean of ½ (f(a) − f(abᵢ))² / V            … with all of its interactions
 *
 * f₀ is the mean of all evaluations: in theory it makes no difference, in practice it takes out the noise
 * that grows with the outcome's level. V is the variance of f(a) and f(b). An input that does nothing has
 * exactly 0 and 0; of a sum of functions of one input each, T = S. Estimates are noisy, so that one may lie
 * below 0 or above 1: the intervals say how noisy. Those come from drawing blocks with replacement, numerator
 * and denominator from the same; they take blocks as independent, which Sobol' points are not: so they are
 * rather too wide.
 *
 * A block in which an evaluation failed (null, NaN or infinite) is left out whole, and counted: if failures
 * depend on the inputs, the indices speak of the rest only. If no evaluation differs by more than 10⁻¹² of
 * its size, or no block is left, every estimate is null; a resample in which nothing varies is left out.
 * Limits are NaN without resamples.
 *
 * Several outcomes of one design are estimated one by one; with the same seed and failures their resamples
 * are the same. Evaluations that are not whole blocks are a RangeError.
 *
 * @example sobolIndices(1, sobolDesign(1, 64, 1).map(([x = 0]) => x), { bootstrap: 0, seed: 1 }).used // → 64
 * @see Saltelli and others (2010), table 2 (b) for the first; Jansen (1999), Computer Physics Communications
 *   117, for the total
 */
export function sobolIndices(
  inputs: number,
  outcome: Column,
  { bootstrap, seed }: { readonly bootstrap: number; readonly seed: number },
): Sensitivity {
  const all = blocksOf(outcome, inputs + 2);
  const whole = all.filter(isWhole);
  const terms = termsOf(standardised(whole));
  const values = indicesOf(
    terms,
    Uint32Array.from(whole, (_, j) => j),
  );
  const resamples =
    values === null
      ? []
      : Array.from({ length: bootstrap }, (_, r) => indicesOf(terms, resample(whole.length, seed, r)));
  const estimates = values?.map((value, i) => withLimits(value, numbersAt(resamples, i)));
  const none = Array.from({ length: inputs }, () => null);
  return {
    first: estimates?.slice(0, inputs) ?? none,
    total: estimates?.slice(inputs) ?? none,
    used: whole.length,
    failed: all.length - whole.length,
  };
}

/** As many blocks as there are, drawn with replacement. The seed's block 0 is the design's. */
function resample(n: number, seed: number, r: number): Uint32Array {
  const random = randomOf(seed, r + 1);
  return new Uint32Array(n).map(() => Math.floor(random() * n));
}

function blocksOf(outcome: Column, size: number): Column[] {
  if (outcome.length % size !== 0)
    throw new RangeError(`${outcome.length} evaluations are no whole number of blocks of ${size}`);
  return Array.from({ length: outcome.length / size }, (_, j) => outcome.slice(j * size, (j + 1) * size));
}

/** Whether every evaluation of a block succeeded. */
function isWhole(block: Column): block is readonly number[] {
  return block.every((y) => Number.isFinite(y));
}

/**
 * Less their mean and in units of the greatest distance from it, so that no square is too large or too small;
 * none if nothing varies.
 */
function standardised(blocks: readonly (readonly number[])[]): number[][] {
  const values = blocks.flat();
  const centre = mean(values);
  const unit = magnitude(values.map((y) => y - centre));
  return unit <= 1e-12 * magnitude(values)
    ? []
    : blocks.map((block) => block.map((y) => (y - centre) / unit));
}

/**
 * The numbers whose sums over the blocks the indices are made of: two for the variance, then each input's
 * first, then its total.
 */
function termsOf(blocks: readonly (readonly number[])[]): number[][] {
  const rows = blocks.map((block) => {
    const [a, b, exchanged] = [at(block, 0), at(block, 1), block.slice(2)];
    return [
      a + b,
      a * a + b * b,
      ...exchanged.map((y) => b * (y - a)),
      ...exchanged.map((y) => (a - y) ** 2 / 2),
    ];
  });
  const [first = []] = rows;
  return first.map((_, i) => rows.map((row) => at(row, i)));
}

/** The first indices, then the totals, by the chosen blocks; null where nothing varies. */
function indicesOf(terms: readonly (readonly number[])[], chosen: Uint32Array): number[] | null {
  if (terms.length === 0) return null;
  const sums = terms.map((term) => sumOf(term, chosen));
  const [total, squares, rest] = [at(sums, 0), at(sums, 1), sums.slice(2)];
  const n = chosen.length;
  const variance = (squares - total ** 2 / (2 * n)) / (2 * n - 1);
  return variance > 1e-12 ? rest.map((sum) => sum / n / variance) : null;
}

/**
 * Plain, and without a function that checks each place, as it is what takes the time: terms are of size 1,
 * and estimates are good to three digits at most.
 */
function sumOf(term: readonly number[], chosen: Uint32Array): number {
  let total = 0;
  for (let j = 0; j < chosen.length; j += 1) total += term[chosen[j] ?? 0] ?? 0;
  return total;
}

/** The i-th index of all resamples in which something varies. */
function numbersAt(resamples: readonly (readonly number[] | null)[], i: number): number[] {
  return resamples.flatMap((one) => (one === null ? [] : [at(one, i)]));
}

function withLimits(value: number, resamples: readonly number[]): Estimate {
  return { value, low: quantile(resamples, 0.05), high: quantile(resamples, 0.95) };
}
