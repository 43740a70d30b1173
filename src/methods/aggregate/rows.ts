// What aggregations share: the rows of scores that they get, a country each, null where a score is missing.
import { at } from '../../math/at.ts';
import { present, type Column } from '../../math/statistics/column.ts';
import { tied } from '../../math/statistics/rounding.ts';
import { range, sum } from '../../math/statistics/stats.ts';
import type { Values } from '../../model/registry.ts';

export type Scores = readonly number[];

/**
 * The value of one country, by its own scores alone; `siblings` counts the children with and without a score.
 */
type Formula<Parameters> = (
  scores: Scores,
  weights: Scores,
  parameters: Parameters,
  siblings: number,
) => number;

/**
 * Makes a formula for one country into one for all: each by the scores that it has, the weights of these
 * scaled to sum to 1.
 */
export function eachCountry<Parameters extends Values>(formula: Formula<Parameters>) {
  return (rows: readonly Column[], weights: Scores, parameters: Parameters): number[] => {
    const whole = scaled(weights);
    return rows.map((row) => {
      const scores = present(row);
      return formula(
        scores,
        scores.length === weights.length ? whole : scaled(weights.filter((_, i) => at(row, i) !== null)),
        parameters,
        weights.length,
      );
    });
  };
}

function scaled(weights: Scores): number[] {
  const total = sum(weights);
  return weights.map((one) => one / total);
}

/**
 * The columns, in each of which scores that differ by no more than 10⁻¹² of the largest are one: where
 * countries are compared, floating-point noise puts nobody ahead.
 */
export function settledColumns(rows: readonly Column[], weights: Scores): Column[] {
  return weights.map((_, i) => {
    const column = rows.map((row) => at(row, i));
    const magnitude = range(present(column).map(Math.abs)).high;
    return tied(
      column,
      column.map(() => magnitude),
      (highest) => highest,
    );
  });
}
