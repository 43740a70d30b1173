// How much of an outcome's variation comes from each uncertain input: alone, and with all that it does
// together with others.
import { at } from '../at.ts';
import type { Column } from './column.ts';
import { quantile } from './quantiles.ts';
import { randomOf } from '../random/random.ts';
import { sobolPoints } from '../random/sobol-points.ts';
import { mean, range } from './stats.ts';
import { magnitude } from '../linear/vector.ts';

/**
 * The points at which to evaluate, each a number between 0 and 1 an input: n blocks of 2 · inputs + 2 points.
 *
 *     block j:  aⱼ,  bⱼ,  for each input i the point aⱼ with its i-th coordinate taken from bⱼ,
 *               and for each input i the point bⱼ with its i-th coordinate taken from aⱼ
 *
 * (a, b) is a Sobol' point of twice the inputs' dimensions, shifted by the seed. What a coordinate means is
 * the caller's: ⌊4u⌋ chooses among four methods. Take a power of two for n. The points may be evaluated in
 * any order; the first blocks of a larger design are the smaller one.
 *
 * Shape: n (2 inputs + 2) × inputs. More than 50 inputs are a RangeError.
 *
 * @example sobolDesign(3, 8, 1).length // → 64
 * @see Saltelli (2002), Making best use of model evaluations to compute sensitivity indices, Computer Physics
 *   Communications 145
 */
export function sobolDesign(inputs: number, n: number, seed: number): number[][] {
  return sobolPoints(2 * inputs, n, randomOf(seed, 0)).flatMap((point) => {
    const [a, b] = [point.slice(0, inputs), point.slice(inputs)];
    return [a, b, ...exchanged(a, b), ...exchanged(b, a)];
  });
}

/** A point with each coordinate in turn taken from another. */
function exchanged(point: readonly number[], other: readonly number[]): number[][] {
  return point.map((_, i) => point.with(i, at(other, i)));
}

function blockSize(inputs: number): number {
  return 2 * inputs + 2;
}

/** An estimate, and the limits within which 90 % of its bootstrap resamples are; all of them from 0 to 1. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How far apart the limits were before they were cut off; where few blocks vary, how far they would be. */
  readonly width: number;
}

/** Of each input its two indices, null where nothing varies; and how many blocks were used and left out. */
export interface Sensitivity {
  readonly first: readonly (Estimate | null)[];
  readonly total: readonly (Estimate | null)[];
  readonly used: number;
  readonly failed: number;
  /** The outcome itself if it is the same in all blocks that were used; null if it varies, or none was. */
  readonly constant: number | null;
}

/** In fewer blocks that vary, resamples are too much alike to say how far an estimate may be off. */
const FEWEST_VARYING = 8;
/** How wide limits would be if one block told them; those of n blocks are √n times narrower. */
const WIDTH_OF_ONE = 3.5;

/**
 * Sobol' indices of an outcome that was evaluated at the points of a design, in their order.
 *
 *     first:  Sᵢ = mean of (f(b) − f(baᵢ)) (f(abᵢ) − f(a)) / 2V          the share of input i alone
 *     total:  Tᵢ = mean of [(f(a) − f(abᵢ))² + (f(b) − f(baᵢ))²] / 4V    … with all of its interactions
 *
 * V is the variance of all evaluations. As 2xy ≤ x² + y², Sᵢ ≤ Tᵢ always; an input that does nothing has
 * exactly 0 and 0; of a sum of functions of one input each, T is S but for noise. Estimates are noisy: those
 * below 0 and above 1 are cut off there, and the limits hold the estimate. Limits come from drawing blocks
 * with replacement, numerator and denominator from the same; they take blocks as independent, which Sobol'
 * points are not: of smooth functions they are too wide, of rankings, which jump, they hold the exact value
 * about as often as they say. They are 0 and 1, so that nothing is known, where fewer than 8 blocks vary.
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
 * @see Saltelli (2002), theorem 2, for both halves of a sample; Glen & Isaacs (2012), Estimating Sobol
 *   sensitivity indices using correlations, Environmental Modelling & Software 37; Jansen (1999), Computer
 *   Physics Communications 117, for the total
 */
export function sobolIndices(
  inputs: number,
  outcome: Column,
  { bootstrap, seed }: { readonly bootstrap: number; readonly seed: number },
): Sensitivity {
  const all = blocksOf(outcome, blockSize(inputs));
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
  const varying = whole.filter(varies).length;
  const estimates = values?.map((value, i) => {
    const found = estimateOf(value, numbersAt(resamples, i));
    return varying >= FEWEST_VARYING || bootstrap === 0 ? found : { ...found, ...unknown(varying) };
  });
  const none = Array.from({ length: inputs }, () => null);
  return {
    first: estimates?.slice(0, inputs) ?? none,
    total: estimates?.slice(inputs) ?? none,
    used: whole.length,
    failed: all.length - whole.length,
    constant: values === null && whole.length > 0 ? mean(whole.flat()) : null,
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

function varies(block: readonly number[]): boolean {
  const { low, high } = range(block);
  return high > low;
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
    const [a, b, others] = [at(block, 0), at(block, 1), block.slice(2)];
    const inputs = others.length / 2;
    const changes = others
      .slice(0, inputs)
      .map((ab, i) => ({ ofA: ab - a, ofB: b - at(others, inputs + i) }));
    const firsts = changes.map(({ ofA, ofB }) => (ofB * ofA) / 2);
    return [
      mean(block),
      mean(block.map((y) => y * y)),
      ...firsts,
      // (x² + y²) / 4 as xy / 2 + (x − y)² / 4, which rounding cannot make less than xy / 2.
      ...changes.map(({ ofA, ofB }, i) => at(firsts, i) + (ofA - ofB) ** 2 / 4),
    ];
  });
  const [first = []] = rows;
  return first.map((_, i) => rows.map((row) => at(row, i)));
}

/** The first indices, then the totals, by the chosen blocks; null where nothing varies. */
function indicesOf(terms: readonly (readonly number[])[], chosen: Uint32Array): number[] | null {
  if (terms.length === 0) return null;
  const n = chosen.length;
  const means = terms.map((term) => sumOf(term, chosen) / n);
  const [level, square, rest] = [at(means, 0), at(means, 1), means.slice(2)];
  const variance = square - level ** 2;
  return variance > 1e-12 ? rest.map((one) => one / variance) : null;
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

/** Limits from resamples, wide enough to hold the value. */
function estimateOf(value: number, resamples: readonly number[]): Estimate {
  const low = Math.min(value, quantile(resamples, 0.05));
  const high = Math.max(value, quantile(resamples, 0.95));
  const width = high - low;
  return { value: share(value), ...withinShares(low, high), width };
}

/**
 * Limits cut off at 0 and 1; those that lie beyond altogether, which noise alone does, keep their width, as
 * they would otherwise say that the share is known exactly.
 */
function withinShares(low: number, high: number): { readonly low: number; readonly high: number } {
  if (high < 0) return { low: 0, high: share(high - low) };
  if (low > 1) return { low: share(1 - (high - low)), high: 1 };
  return { low: share(low), high: share(high) };
}

/** Limits where few blocks vary. */
function unknown(varying: number): Omit<Estimate, 'value'> {
  return { low: 0, high: 1, width: WIDTH_OF_ONE / Math.sqrt(Math.max(1, varying)) };
}

/** Cut off at 0 and 1, which noise alone goes beyond. */
function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}
