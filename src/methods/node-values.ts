// What a node of the framework has for every country, and how far floating-point arithmetic may be off there:
// two countries tie where their values differ by no more than that.
import { at } from '../math/at.ts';
import { mapPresent, present, type Column } from '../math/statistics/column.ts';
import { tied } from '../math/statistics/rounding.ts';
import { range } from '../math/statistics/stats.ts';

/** A node's value for every country. */
export interface NodeValues {
  /** As the formula gives it, from which the node above is made: rounding here would add up there. */
  readonly exact: Column;
  /** As it is told and compared: values that only noise parts are one. */
  readonly told: Column;
  /** For each country how far noise may have moved its value. */
  readonly errors: readonly number[];
}

/** What one operation may be off by, as a share of its result: sixteen times what a double is rounded by. */
export const NOISE = 2 ** -49;

/**
 * What is left of larger numbers is nothing up to this share: no step to which values are settled is above
 * it.
 */
const NOTHING = 1e-11;

/** Ties are decided to this share of a value, or to its error if that is more. */
export const SHARE = 1e-12;

/**
 * Values with what they are told as, which is found where it is asked for: to 10⁻¹² of each, or to its error
 * where larger numbers have cancelled out. What cancels out to less is nothing: so a 0 stays one where a
 * logarithm is taken of it.
 */
export function nodeValues(values: Column, errors: readonly number[]): NodeValues {
  const measures = errors.map((error, row) => Math.max(Math.abs(values[row] ?? 0), error / SHARE));
  const exact = values.map((value, row) =>
    value !== null && Math.abs(value) <= NOTHING * at(measures, row) ? 0 : value,
  );
  let told: Column | null = null;
  return {
    exact,
    errors,
    get told() {
      told ??= tied(exact, measures);
      return told;
    },
  };
}

/** Values by weights of its own for each country, which linear programs find to 10⁻¹² of them. */
export function ownValues(values: Column): NodeValues {
  return nodeValues(
    values,
    values.map((value) => SHARE * Math.abs(value ?? 0)),
  );
}

/** Normalised scores, compared as they are. */
export function leafValues(scores: Column, error: number): NodeValues {
  return { exact: scores, told: scores, errors: scores.map(() => error) };
}

/**
 * How far noise may have moved normalised scores. A score that was prepared is off by a share of itself,
 * which a normalisation blows up as it does differences: of scores from 1,000,000.1 to 1,000,000.3 it takes
 * the first six digits off, and brings the rest to 0 to 100.
 *
 *     error = noise · max(max |y|, max |x| · (max y − min y) / (max x − min x))
 *
 * @example normalisationError([10, 20, 30], [0, 50, 100]) / NOISE // → 150
 */
export function normalisationError(prepared: Column, normalised: Column): number {
  const [from, to] = [range(present(prepared)), range(present(normalised))];
  const largest = (column: Column) => range(present(mapPresent(column, Math.abs))).high;
  const slope = from.high > from.low ? (to.high - to.low) / (from.high - from.low) : 0;
  const error = NOISE * Math.max(largest(normalised), largest(prepared) * slope);
  return Number.isFinite(error) ? error : 0;
}
