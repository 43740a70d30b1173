// Weights from comparisons in pairs: the analytic hierarchy process.
import { at } from '../../math/at.ts';
import { positiveEigen, type Matrix } from '../../math/linear/eigen.ts';
import type { Siblings, WeightSets } from './siblings.ts';

/** The mean consistency index of random comparisons of n things, n from 1 on. */
const randomIndex = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

/**
 * Analytic hierarchy process: weights from a file that compares siblings in pairs.
 *
 *     A w = λ w for the largest λ,   aᵢⱼ how many times as important i is as j
 *
 * Use it where people find it easier to compare two things than to weigh all of them. The file has been read
 * by now, and its priorities stand among the sets of weights. A category of which it has no child keeps its
 * given weights.
 *
 * @example ahp({ codes: ['a', 'b'], given: [5, 1] }, { file: 'm.csv' }, new Map([['ahp:m.csv', new Map([['a',
 *   0.25], ['b', 0.75]])]])) // → [0.25, 0.75]
 * @see Saaty (1980), The Analytic Hierarchy Process
 */
export function ahp(
  siblings: Pick<Siblings, 'codes' | 'given'>,
  parameters: { file: string },
  sets: WeightSets,
): readonly number[] {
  const weights = sets.get(comparisonsOf(parameters.file));
  if (weights === undefined)
    throw new Error(
      `the comparisons in "${parameters.file}" were not read: load the edition with this recipe`,
    );
  return isCompared(siblings, parameters, sets)
    ? siblings.codes.map((code) => weights.get(code) ?? 0)
    : siblings.given;
}

/** The name under which the priorities of a file stand among the sets of weights. */
export function comparisonsOf(file: string): string {
  return `ahp:${file}`;
}

/** Whether the file compares any of them. */
export function isCompared(
  { codes }: Pick<Siblings, 'codes'>,
  { file }: { file: string },
  sets: WeightSets,
): boolean {
  return codes.some((code) => sets.get(comparisonsOf(file))?.has(code) === true);
}

/**
 * The weights that comparisons come closest to: the eigenvector of the largest eigenvalue.
 *
 * @example priorities([[1, 3], [1 / 3, 1]]) // → [0.75, 0.25]
 * @see Saaty (1977), A scaling method for priorities in hierarchical structures, Journal of Mathematical
 *   Psychology 15
 */
export function priorities(comparisons: Matrix): readonly number[] {
  return positiveEigen(comparisons).vector;
}

/**
 * How far comparisons contradict each other: 0 if not at all, 1 as far as random ones do. Saaty takes up to
 * 0.1 for consistent enough.
 *
 *     (λ − n) / (n − 1) / random index of n
 *
 * Two things cannot be compared inconsistently. Above 15 things, beyond Saaty's table, the index of 15 holds.
 *
 * @example consistencyRatio([[1, 2, 8], [1 / 2, 1, 4], [1 / 8, 1 / 4, 1]]) // → 0
 * @see Saaty (1980), The Analytic Hierarchy Process
 */
export function consistencyRatio(comparisons: Matrix): number {
  const n = comparisons.length;
  const index = at(randomIndex, Math.min(n, randomIndex.length) - 1);
  if (index === 0) return 0;
  const excess = (positiveEigen(comparisons).value - n) / (n - 1);
  return excess < 1e-12 ? 0 : excess / index;
}

/** The comparison that is furthest from the ratio of the two weights, and that ratio. */
export function furthestComparison(comparisons: Matrix): { row: number; column: number; ratio: number } {
  const weights = priorities(comparisons);
  const all = comparisons.flatMap((line, row) =>
    line.map((x, column) => {
      const ratio = at(weights, row) / at(weights, column);
      return { row, column, ratio, apart: Math.log(x / ratio) };
    }),
  );
  // Of the two cells of a pair, the first.
  return all.reduce((most, one) => (Math.abs(one.apart) > Math.abs(most.apart) + 1e-9 ? one : most), {
    row: 0,
    column: 0,
    ratio: 1,
    apart: 0,
  });
}
